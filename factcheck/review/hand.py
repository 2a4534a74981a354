"""The checker's hand on the list of claims: which claims an event is about, and when it may be taken back.

A claim leaves the list when a person withdraws it or replaces it by others, and comes back when that is undone or it is
restored. Nothing is deleted: rows stay, and the fold says which of them are listed.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from factcheck.domain import LISTED, ClaimState, Event
from factcheck.errors import ConflictError, GuardError
from factcheck.review.kinds import LISTING, Kind

RESTORE = "restore"
"""The `how` of an edit that brings a superseded claim back in place of those that stood for it."""

OF_REVISIONS = (Kind.EDITED, Kind.NOTHING_MATERIAL, Kind.UNDONE, Kind.REDONE)
"""The kinds of events about a claim whose subject is its revision."""

_BY_MACHINES = frozenset({Kind.MATCHED, Kind.UNDONE, Kind.REDONE})


def claims_of(event: Event) -> tuple[str, ...]:
    """Return the claims that a person's event is about; those that it brings into the list come first."""
    if event.kind == Kind.EDITED:
        return (*event.body["by"], *event.body["replaced"])
    if event.kind == Kind.NOTHING_MATERIAL:
        return tuple(event.body["bindings"])
    return (event.subject,)


def brought_by(event: Event) -> tuple[str, ...]:
    """Return the claims that an event brings into the list."""
    if event.kind == Kind.EDITED:
        return tuple(event.body["by"])
    return (event.subject,) if event.kind == Kind.RESTORED else ()


def taken_by(event: Event) -> tuple[str, ...]:
    """Return the claims that an event takes out of the list."""
    if event.kind == Kind.EDITED:
        return tuple(event.body["replaced"])
    return (event.subject,) if event.kind == Kind.CLAIM_WITHDRAWN else ()


def about(claim: str, of_claim: Iterable[Event], of_revision: Iterable[Event]) -> list[Event]:
    """Return the events about a claim, in the order of the log: its own, and those of its revision that name it."""
    named: set[int] = set()
    found = list(of_claim)
    for event in of_revision:
        takes_back = event.kind in {Kind.UNDONE, Kind.REDONE}
        if event.body["event"] in named if takes_back else claim in claims_of(event):
            named.add(event.seq)
            found.append(event)
    return sorted(found, key=lambda event: event.seq)


def sets_bounds(event: Event, claim: str) -> bool:
    """Tell whether an event sets the bounds of a claim, which makes its user a contributor."""
    return event.kind == Kind.EDITED and claim in event.body["by"] and event.body["how"] != RESTORE


def is_unmade(claim: str, events: Iterable[Event], standing: Iterable[Event]) -> bool:
    """Tell whether a person made a claim (among `events`) and nothing that stands brings it into the list."""
    made = any(claim in event.body["made"] for event in events if event.kind == Kind.EDITED)
    return made and not any(claim in brought_by(event) for event in standing)


def check_listed(state: ClaimState) -> None:
    """Refuse a decision on a claim that left the list.

    Raises:
        GuardError: says who took it out.
    """
    if state.review_state in LISTED:
        return
    removal = state.removal
    who = f" by {removal.user}" if removal else ""
    by = f"; claims {', '.join(removal.by)} stand for it" if removal and removal.by else ""
    raise GuardError(
        f"was {state.review_state}{who}{by}",
        hint=f"`factcheck claim restore {state.claim}` brings it back",
        subject=f"claim {state.claim}",
    )


def check_undo(event: Event, standing: Mapping[str, Sequence[Event]]) -> None:
    """Refuse to undo what brought claims into the list or evidence to a claim, if a decision on that has followed.

    `standing`: the events in force of each claim that the event is about.

    Raises:
        ConflictError: names the decision that would be buried.
    """
    if event.kind in LISTING:
        _check_untouched(event, {claim: standing[claim] for claim in brought_by(event)}, event.seq)
    elif event.kind in {Kind.CALCULATED, Kind.BROUGHT}:
        made = event.body["evidence"]
        about_it = {claim: [e for e in events if e.body.get("evidence") == made] for claim, events in standing.items()}
        _check_untouched(event, about_it, event.seq)
    elif event.kind == Kind.WORDED:
        settled = {claim: [e for e in events if e.kind == Kind.REWORDED] for claim, events in standing.items()}
        _check_untouched(event, settled, event.seq)


def check_redo(event: Event, undone: int, standing: Mapping[str, Sequence[Event]]) -> None:
    """Refuse to take claims out of the list again, if a decision on one has followed the undoing (its seq: `undone`).

    Raises:
        ConflictError: names the decision that would be buried.
    """
    if event.kind in LISTING:
        _check_untouched(event, {claim: standing[claim] for claim in taken_by(event)}, undone)


def _check_untouched(event: Event, standing: Mapping[str, Sequence[Event]], since: int) -> None:
    for claim, events in standing.items():
        later = [e for e in events if e.seq > since and e.seq != event.seq and e.kind not in _BY_MACHINES]
        if later:
            last = later[-1]
            raise ConflictError(
                f"changed by {last.user} at {last.at:%H:%M} UTC ({last.kind}), after what would be taken back",
                hint="that has to be taken back first; nothing was lost",
                subject=f"claim {claim}",
            )
