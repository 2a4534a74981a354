"""What an editor decided at the deadline of a claim that was open, for lists."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("claim_state", sa.Column("closing", sa.String(), nullable=False, server_default=""))
