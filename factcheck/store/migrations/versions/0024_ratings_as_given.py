"""What the rating of a verdict was called when it was given, and whether it falls short of the words, for lists.

Verdicts of earlier programs kept nothing of it; what is in the fold is copied out of it.
"""

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
    sqlite = op.get_bind().dialect.name == "sqlite"
    part = "json_extract(payload, '$.verdict.given.{}')" if sqlite else "payload::json #>> '{{verdict,given,{}}}'"
    label, letter, direction, number, best = map(part.format, ("label", "letter", "direction", "number", "best"))
    below = f"CAST({number} AS FLOAT) < CAST({best} AS FLOAT)"
    valid = "json_valid(payload)" if sqlite else "TRUE"
    op.execute(
        f"UPDATE claim_state SET rating_label = {label}, rating_letter = {letter},"  # noqa: S608 - our own
        f" falls_short = ({direction} = 'against' OR COALESCE({below}, FALSE)) WHERE {valid} AND {label} IS NOT NULL"
    )
