"""What the rating of a verdict was called when it was given, for lists: verdicts of before kept nothing of it."""

import sqlalchemy as sa
from alembic import op

revision = "0024"
down_revision = "0023"
branch_labels = None
depends_on = None


def upgrade() -> None:
    for column in ("rating_label", "rating_letter"):
        op.add_column("claim_state", sa.Column(column, sa.String(), nullable=False, server_default=""))
    op.add_column("claim_state", sa.Column("falls_short", sa.Boolean(), nullable=False, server_default=sa.false()))
