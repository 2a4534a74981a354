"""Dragging with the mouse over lines: words are selected in running text, rows in a list. Nothing needs it."""

from __future__ import annotations

from collections.abc import Sequence

from textual import events
from textual.message import Message
from textual.scroll_view import ScrollView

from factcheck.tui.pieces import Line
from factcheck.tui.selecting import Spot, Stretch, spot_at, stretch_of, words_in

LEFT_BUTTON = 1
AIR = 1
"""Cells in front of running text."""


class Dragged(ScrollView, can_focus=True, inherit_bindings=False):
    """Lines over which the mouse can be dragged. Beyond the edge they scroll."""

    class Swept(Message):
        """The mouse is dragged over rows, from `first` to `last`; the last one may be above."""

        def __init__(self, lines: Dragged, first: int, last: int) -> None:
            super().__init__()
            self.lines = lines
            self.first = first
            self.last = last

    class Chosen(Message):
        """Words have been selected."""

        def __init__(self, lines: Dragged, words: str) -> None:
            super().__init__()
            self.lines = lines
            self.words = words

    def __init__(self, *, id: str) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id)
        self.stretch: Stretch | None = None
        """What is selected of the running text."""
        self.dragged = False
        """Whether words were dragged over since the button went down: that is no click."""
        self._from: Spot | None = None
        self._from_row: int | None = None
        self._last: int | None = None

    # --- for the list that is dragged over ----------------------------------------------------------------------------

    @property
    def text(self) -> Sequence[Line]:
        """The running text as it is wrapped now; none of a list."""
        raise NotImplementedError

    def row_at(self, y: int) -> int | None:
        """Return the row of a list that a line in sight belongs to, the nearest one; None where there is no list."""
        raise NotImplementedError

    def repaint_row(self, row: int) -> None:
        """Paint one row, or line of text, again."""
        raise NotImplementedError

    # --- what is selected ---------------------------------------------------------------------------------------------

    @property
    def words(self) -> str:
        """The words that are selected; "" if none are."""
        return words_in(self.text, self.stretch) if self.stretch else ""

    def let_go(self) -> bool:
        """Select nothing any more; tell whether something was."""
        before = self.stretch
        self.select(None)
        return before is not None

    def select(self, stretch: Stretch | None) -> None:
        """Select a stretch of the running text, or nothing."""
        before, self.stretch = self.stretch, stretch
        if before != stretch:
            touched = [line for found in (before, stretch) if found for line, _ in found]
            for line in range(min(touched), max(touched) + 1):
                self.repaint_row(line)

    # --- Textual's side -----------------------------------------------------------------------------------------------

    async def on_mouse_down(self, event: events.MouseDown) -> None:
        """Begin."""
        self.dragged = False
        if event.button != LEFT_BUTTON:
            return
        self._from_row = self._last = self.row_at(event.y)
        if self._from_row is None:
            self._from = self._spot(event)
            self.select(None)
        self.capture_mouse()

    async def on_mouse_move(self, event: events.MouseMove) -> None:
        """Go on, up to where the mouse is."""
        if self._from_row is None and self._from is None:
            return
        if not 0 <= event.y < self.size.height:
            self.scroll_to(y=self.scroll_offset.y + (1 if event.y > 0 else -1), animate=False, immediate=True)
        if self._from_row is not None:
            self._sweep(self._from_row, self.row_at(event.y))
        elif self._from is not None and (self.dragged or self._spot(event) != self._from):
            self.dragged = True
            self.select(stretch_of(self.text, self._from, self._spot(event)))

    async def on_mouse_up(self) -> None:
        """End."""
        if self._from_row is None and self._from is None:
            return
        self._from_row = self._from = None
        self.release_mouse()
        if self.words:
            self.post_message(self.Chosen(self, self.words))

    def _sweep(self, first: int, last: int | None) -> None:
        if last is not None and last != self._last:
            self._last = last
            self.post_message(self.Swept(self, first, last))

    def _spot(self, event: events.MouseEvent) -> Spot:
        return spot_at(self.text, self.scroll_offset.y + int(event.y), int(event.x) - AIR)
