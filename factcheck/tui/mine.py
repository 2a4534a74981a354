"""The claims whose next step is this user's, as the header counts them and `}` goes to them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from factcheck.domain import ClaimSummary

if TYPE_CHECKING:
    from factcheck.workbench import Workbench


class Mine:
    """What `queue` has, of the rows on the screen. Kept, as each move of the cursor asks."""

    def __init__(self, bench: Workbench) -> None:
        self._bench = bench
        self._found: frozenset[str] | None = None
        self._locked: frozenset[str] = frozenset()

    def among(self, rows: Iterable[ClaimSummary]) -> frozenset[str]:
        """Return the claims (ids) of all rows that are this user's."""
        if self._found is None:
            from factcheck.workbench.queue import locked_articles  # the first paint of many claims does without

            self._locked = locked_articles(self._bench)
            self._found = self._ask(rows)
        return self._found

    def changed(self, row: ClaimSummary) -> None:
        """Something was decided on a claim."""
        if self._found is not None:
            self._found = (self._found - {row.id}) | self._ask([row])

    def forget(self) -> None:
        """Other rows are on the screen."""
        self._found = None

    def _ask(self, rows: Iterable[ClaimSummary]) -> frozenset[str]:
        from factcheck.workbench.queue import next_for

        return next_for(self._bench, rows, self._locked)
