"""Ticked items: no table changes, but an earlier program would pass over their events, and so refuses from here on."""

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Nothing to change: the version alone is what an earlier program looks at."""
