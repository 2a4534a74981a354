"""What was looked up for the claims of a list, as it may leave: read many at a time, when a report asks for it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from typing import TYPE_CHECKING

from factcheck.domain import ClaimSummary, ClaimView
from factcheck.reports.looked_up import LookedUp, piece_of
from factcheck.workbench.facets import seen_facets
from factcheck.workbench.views import AT_ONCE, views

if TYPE_CHECKING:
    from factcheck.workbench import Workbench


MOST_LOOKED_UP = 1_000
"""Claims of a list for which it is looked up unasked: of 10,000 it takes four seconds, and the list alone one."""


class LookingUp:
    """Tells of each row of a list what was looked up for it.

    A report asks in the order of its rows, once or several times over: so the claims behind the one that is asked for
    are read with it, and only these stand in memory.
    """

    def __init__(self, bench: Workbench, rows: Iterable[ClaimSummary]) -> None:
        self._bench, self._rows = bench, rows
        self._waiting: Iterator[ClaimSummary] = iter(())
        self._known: Mapping[str, LookedUp] = {}

    def __call__(self, row: ClaimSummary) -> LookedUp:
        """Return what was looked up for the claim of a row."""
        if row.id not in self._known:
            wanted = self._read_on(row.id) or self._read_again(row.id) or [row.id]
            self._known = {view.claim.id: looked_up(view) for view in views(self._bench, wanted)}
        return self._known[row.id]

    def _read_on(self, wanted: str) -> list[str]:
        """Return the claims (ids) from the next batch of rows that has this one; none where no row that is left is."""
        while some := [row.id for row in islice(self._waiting, AT_ONCE)]:
            if wanted in some:
                return some
        return []

    def _read_again(self, wanted: str) -> list[str]:
        self._waiting = iter(self._rows)
        return self._read_on(wanted)


def looked_up(view: ClaimView) -> LookedUp:
    """Return what of a claim's facets, evidence and search may leave."""
    return LookedUp(
        facets=seen_facets(view),
        evidence=tuple(piece_of(one, view.state) for one in view.evidence),
        search=view.state.search,
    )
