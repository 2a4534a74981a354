"""What every edit of claims has in common: it is guarded, logged, matched at once, and told."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from factcheck.claims.accounting import overlapping
from factcheck.domain import Claimant, ClaimState, ClaimSummary, ClaimView, DateValue, Revision
from factcheck.errors import FactcheckError
from factcheck.review.hand import check_listed
from factcheck.review.kinds import Kind
from factcheck.workbench.meeting import check_not_held, check_unchanged
from factcheck.workbench.opening import CORPUS

if TYPE_CHECKING:
    from factcheck.store.writing import Transaction
    from factcheck.workbench import Workbench


@dataclass(frozen=True, slots=True, kw_only=True)
class Edited:
    """What an edit did: the claims as they stand now, those that left the list, and what a person should know of it.

    `matched`: how many claims were matched against the corpus at once.
    """

    claims: tuple[ClaimSummary, ...]
    gone: tuple[ClaimSummary, ...] = ()
    matched: int = 0
    remarks: tuple[str, ...] = ()


def check_open(bench: Workbench, tx: Transaction, state: ClaimState, seen: int | None) -> None:
    """Refuse an edit of a claim that left the list, that changed since it was `seen`, or that somebody else holds."""
    check_unchanged(tx, state, seen, bench.user)
    check_not_held(tx, state.claim, bench.user, bench.now)
    check_listed(state)


def append(bench: Workbench, tx: Transaction, kind: Kind, subject: str, revision: str, body: Mapping[str, Any]) -> None:
    """Append a person's edit to the log.

    Raises:
        GuardError: it is not for this user.
    """
    bench.allow(tx, kind, revision, subject if subject != revision else "")
    tx.append(at=bench.now(), user=bench.user, kind=kind, subject=subject, revision=revision, body=body)


def edited_by(bench: Workbench, revision: Revision, claims: Sequence[str], gone: Sequence[ClaimView]) -> Edited:
    """Match what stands now against the corpus, if there is one, and say what a person should know."""
    matched, failed = match_now(bench, revision, claims)
    return Edited(
        claims=tuple(bench.store.summary(claim) for claim in claims),
        gone=tuple(bench.store.summary(view.claim.id) for view in gone),
        matched=matched,
        remarks=(*_left_behind(gone), *_overlaps(bench, revision.id, claims), *failed),
    )


def match_now(bench: Workbench, revision: Revision, claims: Sequence[str]) -> tuple[int, tuple[str, ...]]:
    """Match claims against the corpus, if there is one; return how many, and what went wrong.

    The edit before it is kept: it must not look as if it failed, and the next check completes what is missing.
    """
    from factcheck.workbench.checking import match_claims

    if not claims or not (bench.workspace / CORPUS).is_dir():
        return 0, ()
    try:
        with bench.open_corpus(article=revision.article) as corpus:
            return (match_claims(bench, revision, corpus, only=claims) if corpus.documents else 0), ()
    except FactcheckError as error:
        return 0, (f"not matched yet: {error}; `factcheck check` completes it",)


def _left_behind(gone: Sequence[ClaimView]) -> Iterable[str]:
    for view in gone:
        number, state = view.summary.number, view.state
        if state.sign_off:
            yield f"claim {number} was signed by {state.sign_off.user}: the sign-off stays with it, out of the list"
        elif state.verdict or state.stances or state.wording:
            yield f"the decisions on claim {number} stay with it, out of the list"


def _overlaps(bench: Workbench, revision: str, claims: Sequence[str]) -> Iterable[str]:
    listed = bench.store.listed_claims(revision)
    for one in (claim for claim in listed if claim.id in claims):
        others = [c for c in overlapping(listed, one.start, one.end) if c.id not in claims]
        if others:
            numbers = ", ".join(str(bench.store.summary(c.id).number) for c in others)
            yield f"claim {bench.store.summary(one.id).number} shares words with claim {numbers}"


def same_person(one: Claimant | None, other: Claimant | None) -> bool:
    """Tell whether two claimants are one: the same name and office, held now or formerly."""
    return (one and (one.name, one.office, one.former)) == (other and (other.name, other.office, other.former))


def iso(value: DateValue | None) -> str:
    """Return a date as a list shows it; "" for none."""
    return value.iso if value else ""
