"""The steps of the workflow: to whom a claim is assigned, and whether its signer passed over the rules, for lists."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("claim_state", sa.Column("assigned", sa.String(), nullable=False, server_default=""))
    op.add_column("claim_state", sa.Column("bypass", sa.String(), nullable=False, server_default=""))
