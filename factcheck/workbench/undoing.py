"""Taking back what a person decided last, and bringing it back: all that was decided in one go, or none of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from factcheck.domain import LISTED, Event
from factcheck.review.fold import in_force, next_to_redo, next_to_undo
from factcheck.review.hand import check_redo, check_undo, claims_of
from factcheck.review.kinds import LISTING, Kind
from factcheck.workbench.folding import history, refresh, refresh_list

if TYPE_CHECKING:
    from factcheck.store.reading import Reader
    from factcheck.store.writing import Transaction
    from factcheck.workbench import Workbench


@dataclass(frozen=True, slots=True, kw_only=True)
class Undone:
    """What an undo or redo changed: the claim to show, and what was decided, in the order of the log."""

    claim: str
    events: tuple[Event, ...]

    @property
    def others(self) -> int:
        """How many more claims were decided about; none of a change of the list, which names its claims."""
        return 0 if self.lists else len({one for event in self.events for one in claims_of(event)}) - 1

    @property
    def lists(self) -> bool:
        """Whether it changed the list of claims."""
        return any(event.kind in LISTING for event in self.events)


def undo(bench: Workbench) -> Undone | None:
    """Take back the user's latest decision; None if there is none. Raises as `Workbench.undo`."""
    with bench.store.transaction() as tx:
        decided = next_to_undo(tx.events(user=bench.user))
        standing = _standing(tx, decided)
        for event in decided:
            check_undo(event, standing)
        claim = _write(bench, tx, Kind.UNDONE, decided, standing)
    return _done(bench, claim, tuple(reversed(decided)))


def redo(bench: Workbench) -> Undone | None:
    """Bring back what the user undid last; None if there is nothing. Raises as `Workbench.redo`."""
    with bench.store.transaction() as tx:
        mine = list(tx.events(user=bench.user))
        decided = next_to_redo(mine)
        standing = _standing(tx, decided)
        for event in decided:
            undone = max(e.seq for e in mine if e.kind == Kind.UNDONE and e.body["event"] == event.seq)
            check_redo(event, undone, standing)
        claim = _write(bench, tx, Kind.REDONE, decided, standing)
    return _done(bench, claim, decided)


def overruled(bench: Workbench, undone: Undone) -> tuple[str, ...]:
    """Say which later decisions of others stand, so that what was taken back or brought back changes nothing there."""
    told = []
    for event in undone.events:
        if event.kind not in {Kind.STANCE, Kind.VERDICT}:
            continue
        standing = in_force(history(bench.store, event.subject, event.revision))
        on = event.body.get("evidence")
        last = next((e for e in reversed(standing) if e.kind == event.kind and e.body.get("evidence") == on), event)
        if last.user != event.user and last.seq > event.seq:
            told.append(f"{last.user}'s later {last.body.get('stance') or 'verdict'} stands")
    return tuple(told)


def _standing(reader: Reader, decided: Sequence[Event]) -> dict[str, list[Event]]:
    """Return what else is in force of each claim that is decided about."""
    ours = {event.seq for event in decided}
    about = {claim: event.revision for event in decided for claim in claims_of(event)}
    return {
        claim: [one for one in in_force(history(reader, claim, revision)) if one.seq not in ours]
        for claim, revision in about.items()
    }


def _write(
    bench: Workbench, tx: Transaction, kind: Kind, decided: Sequence[Event], standing: Mapping[str, Sequence[Event]]
) -> str:
    """Write what is taken back or brought back, fold its claims anew; return the one to show ("": none)."""
    for event in decided:
        about, body = event.subject if event.subject in standing else "", {"event": event.seq}
        bench.allow(tx, Kind(event.kind), event.revision, about)
        tx.append(at=bench.now(), user=bench.user, kind=kind, subject=event.subject, revision=event.revision, body=body)
    listing = next((event.revision for event in decided if event.kind in LISTING), "")
    states = refresh_list(tx, listing, standing) if listing else [refresh(tx, claim) for claim in standing]
    return next((one.claim for one in (*(s for s in states if s.review_state in LISTED), *states)), "")


def _done(bench: Workbench, claim: str, events: tuple[Event, ...]) -> Undone | None:
    for event in events:
        if event.kind == Kind.CORRECTED:
            from factcheck.workbench.edited import match_now

            match_now(bench, bench.revision(event.revision), [event.subject])
    return Undone(claim=claim, events=events) if events else None
