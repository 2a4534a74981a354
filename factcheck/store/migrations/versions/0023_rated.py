"""The words that a verdict was given for, where the article has others now, for lists.

They stood in the fold alone: what is there already is copied out of it.
"""

import sqlalchemy as sa
from alembic import op

revision = "0023"
down_revision = "0022"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("claim_state", sa.Column("rated", sa.String(), nullable=False, server_default=""))
    sqlite = op.get_bind().dialect.name == "sqlite"
    words = "json_extract(payload, '$.stage.carried.rated')" if sqlite else "payload::json #>> '{stage,carried,rated}'"
    valid = "json_valid(payload)" if sqlite else "TRUE"
    op.execute(f"UPDATE claim_state SET rated = {words} WHERE {valid} AND {words} IS NOT NULL")  # noqa: S608 - our own
