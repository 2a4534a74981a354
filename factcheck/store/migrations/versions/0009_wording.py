"""What is proposed in place of the words of a claim, and where that stands, for lists."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    for name in ("wording", "wording_state"):
        op.add_column("claim_state", sa.Column(name, sa.String(), nullable=False, server_default=""))
