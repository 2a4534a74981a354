"""Several people at one claim: who was faster and with what, and who holds a claim for now.

Holding keeps others from deciding on a claim while somebody works on it, and ends by itself. It is no decision: the log
has nothing of it, and a note may be left all the same. Without it the second to decide is told who changed what.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import timedelta
from typing import TYPE_CHECKING

from factcheck.domain import MACHINE, ClaimLock, ClaimState, Clock, Event
from factcheck.errors import ConflictError, GuardError, InputError
from factcheck.reports.log_lines import in_words
from factcheck.review.steps import ReviewStep, check_permitted
from factcheck.text.names.lookalikes import folded
from factcheck.workbench.folding import history

if TYPE_CHECKING:
    from factcheck.store.reading import Reader
    from factcheck.workbench import Workbench

LONGEST_MINUTES = 24 * 60
TOLD, LETTERS = 3, 80
"""Decisions of others that are told, and letters of each."""


def check_unchanged(reader: Reader, state: ClaimState, seen: int | None, user: str) -> None:
    """Refuse a decision made on a view (`seen`: its `seq`) that decisions of somebody else have overtaken.

    Raises:
        ConflictError: says who changed what, and when.
    """
    if seen is None or state.seq <= seen:
        return
    _, revision, _ = reader.claim(state.claim)
    events = (event for event in history(reader, state.claim, revision) if event.seq > seen)
    if others := [event for event in events if folded(event.user) not in {MACHINE, folded(user)}]:
        raise ConflictError(
            f"changed by {_told(others, lambda name: state.name_of(name) or name)}",
            hint="reload (ctrl+l in the workbench), look at the change and decide again; nothing was lost",
            subject=f"claim {state.claim}",
        )


def _told(others: list[Event], names: Callable[[str], str]) -> str:
    """Say who did what and when, the latest last. `names`: what people call evidence (ids)."""
    earlier = len(others) - TOLD
    told = "; by ".join(
        f"{one.user} at {one.at:%H:%M} UTC: {_shortened(in_words(one, names))}" for one in others[-TOLD:]
    )
    return told + (f" (and {earlier} before)" if earlier > 0 else "")


def _shortened(text: str) -> str:
    return text if len(text) <= LETTERS else f"{text[:LETTERS].rstrip()}…"


def hold(bench: Workbench, claim: str, *, minutes: int) -> ClaimLock:
    """Hold a claim for this user for so long, or for longer than before.

    Raises:
        InputError: that is no time, or more than a day.
        GuardError: this user may decide nothing, and so holds nothing.
        ConflictError: somebody else holds it.
    """
    check_permitted(bench.workflow, bench.user, ReviewStep.JUDGE, claim)
    if not 0 < minutes <= LONGEST_MINUTES:
        raise InputError(f"a claim is held for 1 to {LONGEST_MINUTES} minutes", subject=str(minutes))
    with bench.store.transaction() as tx:
        tx.state(claim)
        check_not_held(tx, claim, bench.user, bench.now)
        lock = ClaimLock(claim=claim, user=bench.user, until=bench.now() + timedelta(minutes=minutes))
        tx.put_lock(lock)
    return lock


def let_go(bench: Workbench, claim: str, *, take: bool = False) -> ClaimLock | None:
    """Hold a claim no longer; return how it was held, None if it was not. `take`: also where somebody else holds it.

    Raises:
        GuardError: somebody else does; or with `take`, this user may decide nothing.
    """
    if take:
        check_permitted(bench.workflow, bench.user, ReviewStep.JUDGE, claim)
    with bench.store.transaction() as tx:
        tx.state(claim)
        lock = standing(tx, bench.now, claim)
        if lock and not take and folded(lock.user) != folded(bench.user):
            raise GuardError(
                f"is {lock}",
                hint=f"ask {lock.user}; `factcheck claim unlock {claim} --take` takes it over",
                subject=f"claim {claim}",
            )
        tx.drop_lock(claim)
    return lock


def standing(reader: Reader, clock: Clock, claim: str) -> ClaimLock | None:
    """Return who holds a claim now; None: nobody."""
    return next(iter(all_standing(reader, clock, [claim])), None)


def all_standing(reader: Reader, clock: Clock, claims: Iterable[str] | None = None) -> list[ClaimLock]:
    """Return who holds which of these claims now, or of all."""
    wanted = None if claims is None else set(claims)
    held = [one for one in reader.locks() if wanted is None or one.claim in wanted]
    now = clock() if held else None
    return [one for one in held if now and one.until > now]


def check_not_held(reader: Reader, claim: str, user: str, clock: Clock) -> None:
    """Refuse a decision on a claim that somebody else holds.

    Raises:
        ConflictError: says who, and until when.
    """
    lock = standing(reader, clock, claim)
    if lock and folded(lock.user) != folded(user):
        raise ConflictError(
            f"is {lock}",
            hint=f"wait, or ask {lock.user}; a note may be left; `factcheck claim unlock {claim} --take` takes it over",
            subject=f"claim {claim}",
        )
