"""The two widgets that paint: a list that paints only the rows in sight, and a bar of one line.

Both paint `Piece`s, whose text is harmless by construction, straight to strips: no markup is ever parsed. Moving the
cursor repaints two rows, not the list (288 bytes a move against 10.8 kB; measured 2026-11, Textual 8).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import chain
from typing import TYPE_CHECKING, ClassVar, cast

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.binding import BindingType
from textual.geometry import NULL_OFFSET, NULL_SPACING, Region, Size
from textual.layout import ArrangeResult, Layout, WidgetPlacement
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from factcheck.tui.dragging import Dragged
from factcheck.tui.look import Look
from factcheck.tui.pieces import Line, Piece, Role, fit, highlighted, unstacked, width_of
from factcheck.tui.places import Place
from factcheck.tui.scrolling import CONTEXT, top_for
from factcheck.tui.selecting import selected

if TYPE_CHECKING:
    from factcheck.tui.app import FactcheckApp

Paint = Callable[[int, int], Sequence[Line]]
"""Gives the lines of a row (as many as the list's `tall`), for a width in cells."""

Flow = Callable[[int], Sequence[Line]]
"""Gives running text, wrapped to a width in cells."""

GUTTER = 2
"""Cells in front of each row for the cursor, and of running text for air."""


SHORT = 2
"""Lines up to which a text begins with what is looked for, not with the line before it: often that is blank."""

DOUBLE = 2
"""Clicks of a double click."""

LEAST_LEFT = 12
"""Cells that a title at the left keeps, whatever stands at the right."""


class Lines(Dragged, inherit_bindings=False):
    """A list with a cursor (`show_rows`), or running text (`show_text`). Keys are the screen's business."""

    BINDINGS: ClassVar[list[BindingType]] = []
    ALLOW_SELECT = False

    class Clicked(Message):
        """A row was clicked; `twice`: double-clicked."""

        def __init__(self, lines: Lines, row: int, *, twice: bool) -> None:
            super().__init__()
            self.lines = lines
            self.row = row
            self.twice = twice

    class Resized(Message):
        """It has another size, and shows as much as fits there."""

        def __init__(self, lines: Lines) -> None:
            super().__init__()
            self.lines = lines

    def __init__(self, *, id: str, focusable: bool = True) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id)
        self.can_focus = focusable
        self.cursor: int | None = None
        self._clicked: int | None = None
        self._count = 0
        self._tall = 1
        self._paint: Paint | None = None
        self._flow: Flow | None = None
        self._text: list[Line] = []
        self._text_width = -1
        self._sought: Role | None = None
        self._found = ""
        self._painted: dict[tuple[int, int], list[Strip]] = {}

    # --- what it shows ------------------------------------------------------------------------------------------------

    def show_rows(self, count: int, paint: Paint, *, cursor: int, tall: int = 1) -> None:
        """Show `count` rows of `tall` lines each; rows that look as before are not painted again."""
        same = self._paint is not None and (count, tall) == (self._count, self._tall)
        before, self._painted = self._painted, {}
        self._count, self._paint, self._flow, self._tall, self.cursor = count, paint, None, tall, cursor
        self.stretch = None
        if not same:
            self._reset()
        self._see(cursor)
        if same:
            self._repaint_changed(before)

    def show_text(self, flow: Flow, *, see: Role | None = None, stay: bool = False) -> None:
        """Show running text from its start, or from where the first piece in the role `see` is in sight.

        `stay`: it is the text shown before, which scrolls only where that piece would be out of sight.
        """
        before = self._text if self._flow else None
        self._flow, self._paint, self._tall, self.cursor, self._sought = flow, None, 1, None, see
        self._text_width = -1
        self._reflow(self.size.width)
        if self._text != before:
            self._reset()
        if not (stay and before and self._in_sight):
            self._start()

    def repaint(self) -> None:
        """Paint everything again: the look has changed."""
        self._painted.clear()
        self.refresh()

    def grow(self, count: int) -> None:
        """There are more rows now; those that were painted hold."""
        if count != self._count:
            self._count = count
            self.virtual_size = Size(self.size.width, self._lines())

    def mark(self, text: str) -> None:
        """Mark what is searched for wherever it stands; "" marks nothing."""
        if text != self._found:
            self._found = text
            self._painted.clear()
            self.refresh()

    def move_cursor(self, row: int) -> None:
        """Put the cursor on another row and repaint only the two."""
        before, self.cursor = self.cursor, row
        self._see(row, 0 if row == self._clicked else CONTEXT)  # what is clicked stays below the pointer
        self._clicked = None
        for changed in {before, row} - {None}:
            self.repaint_row(cast("int", changed))

    def repaint_row(self, row: int) -> None:
        """Paint one row again."""
        for key in [k for k in self._painted if k[0] == row]:
            del self._painted[key]
        self.refresh_lines(row * self._tall, self._tall)

    def _repaint_changed(self, before: Mapping[tuple[int, int], list[Strip]]) -> None:
        width, first = self.size.width, self.scroll_offset.y // self._tall
        for row in range(first, min(self._count, first + self.rows_in_sight + 1)):
            if before.get((row, width)) != self._row(row, width):
                self.refresh_lines(row * self._tall, self._tall)

    def page(self, direction: int) -> None:
        """Scroll running text by a page."""
        self._scroll(self.scroll_offset.y + direction * max(1, self.size.height - 1))

    def see_line(self, number: int) -> None:
        """Bring a line of running text into sight."""
        self._scroll(max(0, number - self.size.height // 2))

    @property
    def rows_in_sight(self) -> int:
        """How many rows fit."""
        return max(1, self.size.height // self._tall)

    @property
    def text_width(self) -> int:
        """Cells that running text is wrapped to."""
        return max(2, self.size.width - GUTTER)

    @property
    def text(self) -> Sequence[Line]:
        """The running text as it is wrapped now."""
        self._reflow(self.size.width)
        return self._text

    def row_at(self, y: int) -> int | None:
        """Return the row of a list that a line in sight belongs to, the nearest one; None where there is no list."""
        if self._paint is None or not self._count:
            return None
        return max(0, min((self.scroll_offset.y + int(y)) // self._tall, self._count - 1))

    # --- Textual's side -----------------------------------------------------------------------------------------------

    def render_line(self, y: int) -> Strip:
        """Paint one line of what is in sight."""
        row, part = divmod(self.scroll_offset.y + y, self._tall)
        width = self.size.width
        strips = self._row(row, width)
        return strips[part] if part < len(strips) else self._blank(width)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002 - Textual's
        """Tell how tall the text is when wrapped (dialogs grow with it)."""
        self._reflow(width)
        return self._lines()

    def on_resize(self) -> None:
        """Wrap again; keep the cursor, or what the text is about, in sight."""
        self._text_width = -1
        self._reset()
        if self.cursor is not None:
            self._see(self.cursor)
        elif self._sought:
            self._start()
        self.post_message(self.Resized(self))

    def notify_style_update(self) -> None:
        """The theme changed: nothing painted holds."""
        super().notify_style_update()
        self._painted.clear()

    async def on_click(self, event: events.Click) -> None:
        """Tell which row was clicked; a drag is no click."""
        if self.dragged:
            return
        row = (self.scroll_offset.y + event.y) // self._tall
        if row < self._lines() // self._tall:
            self._clicked = row
            self.post_message(self.Clicked(self, row, twice=event.chain == DOUBLE))

    def _reset(self) -> None:
        self._painted.clear()
        self._reflow(self.size.width)
        self.virtual_size = Size(self.size.width, self._lines())
        self.refresh()

    def _reflow(self, width: int) -> None:
        if self._flow and width > 0 and width != self._text_width:
            self._text_width = width
            before, self._text = self._text, list(self._flow(max(2, width - GUTTER)))
            if self._text != before:
                self.stretch = None

    @property
    def _sought_line(self) -> int:
        lines = self._text if self._sought else []
        return next((n for n, found in enumerate(lines) if any(p.role is self._sought for p in found)), 0)

    @property
    def _in_sight(self) -> bool:
        top = self.scroll_offset.y
        return top <= self._sought_line < top + self.size.height - 1

    def _start(self) -> None:
        first, height = self._sought_line, self.size.height
        before = 1 if height > SHORT else 0
        self._scroll(max(0, first - before) if first >= height else 0)

    def _scroll(self, top: int) -> None:
        """Scroll at once: without force, Textual does not until it has laid out what does not fit any more."""
        self.scroll_to(y=top, animate=False, immediate=True, force=True)

    def _lines(self) -> int:
        return len(self._text) if self._flow else self._count * self._tall

    def _see(self, row: int, context: int = 0) -> None:
        before = self.scroll_offset.y
        top = top_for(row, tall=self._tall, top=before, height=self.size.height, context=context)
        if top != before:
            self._scroll(top)

    def _row(self, row: int, width: int) -> list[Strip]:
        key = (row, width)
        if key not in self._painted:
            if len(self._painted) > 4 * max(1, self.size.height):
                self._painted.clear()
            self._painted[key] = [self._strip(found, row, width) for found in self._lines_of(row, width - GUTTER)]
        return self._painted[key]

    def _lines_of(self, row: int, width: int) -> Sequence[Line]:
        if self._paint:
            return [
                (Piece("> " if row == self.cursor and not number else "  "), *self._shown(found, width))
                for number, found in enumerate(self._paint(row, width) if row < self._count else ())
            ]
        if row >= len(self._text):
            return []
        found = selected(self._text[row], row, self.stretch) if self.stretch else self._text[row]
        return [(Piece(" "), *self._shown(found, width + 1))]

    def _shown(self, pieces: Line, width: int) -> Line:
        return highlighted(fit(pieces, width), self._found) if self._found else fit(pieces, width)

    def _strip(self, pieces: Line, row: int, width: int) -> Strip:
        look = app_of(self).look
        return strip_of(pieces, look, width, over=look.cursor if self._paint and row == self.cursor else None)

    def _blank(self, width: int) -> Strip:
        return Strip.blank(width, app_of(self).look.roles[Role.TEXT])


class Bar(Widget):
    """One line: text at the left, parts at the right, and between them blanks or a rule.

    Where there is no room the first parts at the right go, whole; the left text is cut only for the last of them.
    """

    ALLOW_SELECT = False

    class Pressed(Message):
        """A piece that names a command was clicked."""

        def __init__(self, command: str) -> None:
            super().__init__()
            self.command = command

    def __init__(self, *, id: str) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id)
        self.left: Line = ()
        self.right: Sequence[Line] = ()
        self._rule = ""

    def show(self, left: Line, right: Sequence[Line] = (), *, rule: str = "") -> None:
        """Show texts, the least important part at the right first; `rule`: "heavy" or "light" draws one between."""
        if (left, right, rule) != (self.left, self.right, self._rule):
            self.left, self.right, self._rule = left, right, rule
            self.refresh()

    def render_line(self, y: int) -> Strip:  # noqa: ARG002 - there is one line
        """Paint the line."""
        return strip_of(self._pieces(self.size.width), app_of(self).look, self.size.width)

    async def on_click(self, event: events.Click) -> None:
        """Run the command that is clicked."""
        x = 0
        for piece in self._pieces(self.size.width):
            x += cell_len(piece.text)
            if event.x < x:
                if piece.target:
                    self.post_message(self.Pressed(piece.target))
                return

    def _pieces(self, width: int) -> Line:
        least = min(width_of(self.left), max(LEAST_LEFT, width // 3)) + 1
        right = self._right(width - least)
        left = fit(self.left, max(0, width - width_of(right) - (1 if right else 0)))
        glyph = app_of(self).look.glyphs.get(self._rule, " ")
        return (*left, Piece(glyph * (width - width_of(left) - width_of(right)), Role.RULE), *right)

    def _right(self, room: int) -> Line:
        parts = [part for part in self.right if part]
        while parts:
            joined = (
                Piece(" "),
                *chain.from_iterable((*part, Piece("  ")) for part in parts[:-1]),
                *parts[-1],
                Piece(" "),
            )
            if len(parts) == 1:
                return fit(joined, max(0, room))
            if width_of(joined) <= room:
                return joined
            del parts[0]
        return ()


def strip_of(pieces: Line, look: Look, width: int, *, over: Style | None = None) -> Strip:
    """Paint pieces in a look, filled up or cut to `width` cells, with a style laid over all of it."""
    shown = [
        Segment(unstacked(piece.text.replace("\n", " ")), look.roles[piece.role] + over)
        for piece in pieces
        if piece.text
    ]
    padded = Strip(shown).adjust_cell_length(width, look.roles[Role.TEXT] + over)
    return padded.simplify()  # each segment costs some 40 bytes of colours, over SSH too: a fifth of all


class Fixed(Layout):
    """A layout that puts each child where a function of the size says; one that has no place is not shown."""

    name = "fixed"

    def __init__(self, place: Callable[[Size], Mapping[str, Place]]) -> None:
        super().__init__()
        self._place = place

    def arrange(
        self,
        parent: Widget,  # noqa: ARG002 - Textual's signature
        children: list[Widget],
        size: Size,
        greedy: bool = True,  # noqa: ARG002 - Textual's signature
    ) -> ArrangeResult:
        """Place the children."""
        found = self._place(size)
        return [
            WidgetPlacement(Region(at.x, at.y, at.width, at.height), NULL_OFFSET, NULL_SPACING, child)
            for child in children
            if (at := found.get(child.id or ""))
        ]


def app_of(widget: Widget) -> FactcheckApp:
    """Return the app of a widget, as ours."""
    return cast("FactcheckApp", widget.app)
