"""How claims are sorted, and until when an answer is waited for, for lists."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    for name, default in (("priority", "normal"), ("tags", ""), ("waiting_until", "")):
        op.add_column("claim_state", sa.Column(name, sa.String(), nullable=False, server_default=default))
