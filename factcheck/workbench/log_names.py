"""What people call the claims (by number) and the evidence (e1, e2, ...) that the log has by their ids."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from factcheck.errors import FactcheckError
from factcheck.review.hand import claims_of
from factcheck.review.kinds import Kind

if TYPE_CHECKING:
    from factcheck.domain import Event
    from factcheck.workbench import Workbench


class LogNames:
    """Names by ids; what has none keeps its id. A claim is read once, with the first event that is about it."""

    def __init__(self, bench: Workbench) -> None:
        self._store = bench.store
        self._names: dict[str, str] = {}

    def read(self, event: Event) -> Callable[[str], str]:
        """Return what gives the names of the claims that an event is about, of those before, and of their evidence."""
        if event.kind not in {Kind.UNDONE, Kind.REDONE}:
            for claim in claims_of(event):
                if claim not in self._names:
                    self._read(claim)
        return self.of

    def of(self, identifier: str) -> str:
        """Return the name of a claim or a piece of evidence that was read, else its id."""
        return self._names.get(identifier, identifier)

    def _read(self, claim: str) -> None:
        """Read a claim; the log is told of one that is gone, too."""
        self._names[claim] = claim
        try:
            number, state = self._store.rows_of(claim)[0]["number"], self._store.state(claim)
        except FactcheckError:
            return
        self._names |= {one: state.name_of(one) for one in state.known} | {claim: str(number)}


def names_in(bench: Workbench, events: Iterable[Event]) -> Callable[[str], str]:
    """Return what people call the claims and the evidence that events are about, by id."""
    names = LogNames(bench)
    for event in events:
        names.read(event)
    return names.of
