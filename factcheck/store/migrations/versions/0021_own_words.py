"""What people write in their own words stands outside the log since: no table changes; no earlier program reads it."""

revision = "0021"
down_revision = "0020"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Leave the rows as they are: a log is never rewritten, and what it says in words stays in it."""
