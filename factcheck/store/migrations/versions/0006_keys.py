"""The key of a claim's sign-off, for lists. An earlier program would sign without, and so refuses from here on."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("claim_state", sa.Column("signed_with", sa.String(), nullable=False, server_default=""))
