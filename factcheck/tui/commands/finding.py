"""Commands that find: search in a pane, filter and order the claims."""

from __future__ import annotations

from factcheck.tui.commands.moving import Moving
from factcheck.tui.keys import CLAIMS, PASSAGE
from factcheck.tui.state import PANES


class Finding(Moving):
    """Commands that find."""

    def search(self) -> None:
        from factcheck.tui.dialogs.search import SearchDialog

        self.app.open_dialog(SearchDialog(self.desk.searched.get(self.desk.pane, ""), self._search, self._leave_search))
        passage = self.screen.lines[PASSAGE].scroll_offset.y
        self._searched_from = (self.desk.cursor, self.desk.evidence_cursor, passage)

    def search_next(self) -> None:
        self._go_on(1)

    def search_previous(self) -> None:
        self._go_on(-1)

    def filter(self) -> None:
        from factcheck.tui.dialogs.filter import FilterDialog

        self.app.open_dialog(FilterDialog(self.desk, self.desk.set_filter))

    def sort(self) -> None:
        order = self.desk.sort()
        self.screen.show_all()
        self.app.tell(f"claims in {order}" if order.endswith("order") else f"claims by {order}")

    def _search(self, text: str) -> str:
        """Search as it is typed, from where the cursor was; return how much was found."""
        self.desk.searched[self.desk.pane] = text
        self.screen.mark_found()
        found = self._places(text)
        start = self._searched_from[PANES.index(self.desk.pane)]
        if found:
            self._show_place(next((p for p in found if p >= start), found[0]))
        else:
            self._go_back()
        self.screen.show_bars()
        return f"{len(found)} found" if text else ""

    def _leave_search(self) -> None:
        """Esc: back to where the search began."""
        self.desk.searched.pop(self.desk.pane, None)
        self.screen.mark_found()
        self._go_back()

    def _go_back(self) -> None:
        """Put the cursor back where the search began."""
        claim, evidence, passage = self._searched_from
        moved = self.desk.select(claim)
        if self.desk.select_evidence(evidence) or moved:
            self.screen.show_all()
        self.screen.lines[PASSAGE].scroll_to(y=passage, animate=False, immediate=True)

    def _go_on(self, direction: int) -> None:
        text = self.desk.searched.get(self.desk.pane, "")
        found = self._places(text)
        if not found:
            self.app.tell(
                f"{text!r} is not found in the {self.desk.pane}" if text else "nothing is searched for: / does"
            )
            return
        here = self._here()
        beyond = [p for p in found if (p > here if direction > 0 else p < here)]
        self._show_place((beyond or found)[0 if direction > 0 else -1])

    def _here(self) -> int:
        if self.desk.pane == PASSAGE:
            return self._passage_line
        return self.desk.cursor if self.desk.pane == CLAIMS else self.desk.evidence_cursor

    _passage_line = -1
    _searched_from = (0, 0, 0)

    def _places(self, text: str) -> list[int]:
        if self.desk.pane != PASSAGE:
            return self.desk.places(text, self.desk.pane)
        folded = text if text != text.lower() else text.lower()
        lines = self._passage if folded != folded.lower() else [found.lower() for found in self._passage]
        return [number for number, found in enumerate(lines) if text and folded in found]

    def _show_place(self, place: int) -> None:
        if self.desk.pane == PASSAGE:
            self._passage_line = place
            self.screen.lines[PASSAGE].see_line(place)
        elif self.desk.pane == CLAIMS:
            self._claim(self.desk.select(place))
        elif self.desk.select_evidence(place):
            self.screen.evidence_moved()
