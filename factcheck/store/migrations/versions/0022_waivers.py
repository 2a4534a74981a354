"""Why a claim was waived and by whom, the positions of a dispute, and the exception of a submission, for lists.

They stood in the fold alone: what is there already is copied out of it.
"""

import sqlalchemy as sa
from alembic import op

revision = "0022"
down_revision = "0021"
branch_labels = None
depends_on = None

PLACES = {
    "waived": "stage.waiver.reason",
    "waived_by": "stage.waiver.user",
    "held": "stage.dispute.held",
    "position": "stage.dispute.position",
    "exception": "sign_off.exception",
}
NAMED = {"held": "stage.dispute.holder", "position": "stage.dispute.user"}


def upgrade() -> None:
    for name in PLACES:
        op.add_column("claim_state", sa.Column(name, sa.String(), nullable=False, server_default=""))
    for name, place in PLACES.items():
        _copy(name, place, "TRUE")
    _copy("exception", "stage.submission.exception", "review_state = 'in-review'")
    for name, place in NAMED.items():
        words = f"{_part(place)} || ': ' || {name}"
        op.execute(f"UPDATE claim_state SET {name} = {words} WHERE {name} <> ''")  # noqa: S608 - our own words


def _copy(name: str, place: str, where: str) -> None:
    valid = "json_valid(payload)" if _is_sqlite() else "TRUE"
    op.execute(
        f"UPDATE claim_state SET {name} = coalesce({_part(place)}, '')"  # noqa: S608 - our own words
        f" WHERE {valid} AND {where} AND {_part(place)} IS NOT NULL"
    )


def _part(place: str) -> str:
    if _is_sqlite():
        return f"json_extract(payload, '$.{place}')"
    return f"payload::json #>> '{{{place.replace('.', ',')}}}'"


def _is_sqlite() -> bool:
    return op.get_bind().dialect.name == "sqlite"
