"""Whether a claim was searched for in a corpus that has documents, for lists: no evidence means little without.

It stood in the fold alone: what is there already is copied out of it.
"""

import sqlalchemy as sa
from alembic import op

revision = "0025"
down_revision = "0024"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("claim_state", sa.Column("was_searched", sa.Boolean(), nullable=False, server_default=sa.false()))
    sqlite = op.get_bind().dialect.name == "sqlite"
    path = "json_extract(payload, '$.search.documents')" if sqlite else "payload::json #>> '{search,documents}'"
    valid = "json_valid(payload)" if sqlite else "TRUE"
    op.execute(f"UPDATE claim_state SET was_searched = TRUE WHERE {valid} AND CAST({path} AS INTEGER) > 0")  # noqa: S608 - our own
