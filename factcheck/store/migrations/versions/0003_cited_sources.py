"""What the writer's own sources say of a claim, for lists; the next check fills it in."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("claim_state", sa.Column("cited_source", sa.String(), nullable=False, server_default=""))
