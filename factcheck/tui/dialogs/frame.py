"""What all dialogs share: a title, a body that scrolls, perhaps an input, a message in words, and the keys."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from itertools import chain
from typing import TYPE_CHECKING, ClassVar, Protocol, TypeVar, cast

from textual import events
from textual.app import ComposeResult
from textual.await_complete import AwaitComplete
from textual.binding import Binding, BindingType
from textual.geometry import Size
from textual.layout import Layout
from textual.screen import ModalScreen
from textual.widget import Widget

from factcheck.errors import BusyError, FactcheckError, StorageError
from factcheck.reports.cells import counted
from factcheck.tui.copying import copy_text
from factcheck.tui.keys import shown_key
from factcheck.tui.lines import GUTTER, Bar, Fixed, Lines, app_of
from factcheck.tui.ours import ours
from factcheck.tui.pieces import Line, Piece, Role, line, plain, width_of, wrap
from factcheck.tui.places import MIDDLE, Place
from factcheck.tui.waiting import patiently
from factcheck.tui.with_keys import in_words

if TYPE_CHECKING:
    from factcheck.workbench import Workbench

T = TypeVar("T")

BROADEST = 104
WITH_LABEL = 8
"""Rows from which an input has a line that says what it is for."""


class Field(Protocol):
    """What a dialog asks of its input."""

    @property
    def written(self) -> str:
        """What stands there."""
        ...

    def write(self, text: str) -> None:
        """Put other text in place of what stands there."""
        ...

    def take(self, text: str) -> None:
        """Put text where the cursor is."""
        ...


IN_EDITOR = Binding("ctrl+e", "editor", priority=True)
"""For dialogs in which long text is written: ctrl+e writes it in the reviewer's own editor."""

_DIGITS = re.compile(r"\d-\d")

MOVES = frozenset(["cursor-down", "cursor-up", "page-down", "page-up", "top", "bottom"])
"""The commands that scroll a text, or move the cursor of a list."""


class Dialog(ModalScreen[None], inherit_bindings=False):
    """A dialog. Subclasses give `title_line`, `hints`, `body_lines`, and what keys do."""

    BINDINGS: ClassVar[list[BindingType]] = []
    AUTO_FOCUS = "#body"
    title_line: Line = ()
    hints: Sequence[tuple[str, str]] = (("Esc", "close"),)
    field_height = 0
    label = ""
    """What the input is for; stands above it."""
    closing_key = ""
    """The key that does what the dialog is for, where nothing is typed: whoever goes on fast means what comes then."""
    message_lines = 4
    """Lines that a message takes at most."""
    whole_width = False
    """Whether it takes whole lines: a list of short lines beside those of another list reads as one with them."""

    def __init__(self) -> None:
        super().__init__()
        self.body = Lines(id="body")
        self._fixed = Fixed(self._places)
        self._message: Line = ()
        self._gone = False
        self._goes_on = False
        self._working = False
        self._shown_hints: Sequence[tuple[str, str]] = ()

    # --- for subclasses -----------------------------------------------------------------------------------------------

    def fields(self) -> Iterable[Widget]:
        """Return the input, if there is one; its id is `field`."""
        return ()

    def body_lines(self, width: int) -> Sequence[Line]:
        """Return the text of the body, wrapped."""
        raise NotImplementedError

    def start(self) -> None:
        """Fill the body."""
        self.body.show_text(self.body_lines)

    def pressed(self, key: str) -> bool:  # noqa: ARG002 - for subclasses
        """Act on a key that no input took; tell whether it meant something."""
        return False

    def on_dragged_chosen(self) -> None:
        """Words were selected with the mouse."""
        self.say(f"{counted(len(self.body.words), 'character')} selected: ctrl+c copies them", Role.DIM)

    def say(self, message: str, role: Role = Role.WARN) -> None:
        """Show a message above the keys."""
        self._message = line(Piece(ours(message), role)) if message else ()
        self.query_one("#message", Lines).show_text(self._message_lines)
        self.query_one("#title", Bar).refresh(layout=True)

    @property
    def input(self) -> Field:
        """The input, where there is one."""
        return cast("Field", self.query_one("#field"))

    def take(self, text: str) -> None:
        """Put text where the cursor of the input is."""
        self.input.take(text)

    def action_editor(self) -> None:
        """Write what is in the input in the reviewer's own editor; nothing is saved by that."""
        from factcheck.tui.dialogs.editor import edited

        self.attempt(lambda: self.input.write(edited(app_of(self), self.input.written)), self.came_from_editor)

    def came_from_editor(self) -> None:
        """Go on in the input."""

    def attempt(self, step: Callable[[], object], then: Callable[[], object] = lambda: None) -> None:
        """Do something that may be refused, `then` go on; say why if it is.

        Nothing typed is lost, and nothing is done twice. While another process writes, the dialog says that it waits;
        to close it gives up.
        """
        if self._gone or app_of(self).waiting:
            return
        patiently(
            app_of(self),
            step,
            done=lambda _: then(),
            failed=lambda error: self._refused(error, lambda: self.attempt(step, then)),
            waits=self.say,
            wanted=lambda: not self._gone,
        )

    def _refused(self, error: FactcheckError, again: Callable[[], object]) -> None:
        if isinstance(error, StorageError | BusyError):
            app_of(self).show_fault(error, again)
        self.say(in_words(error), Role.BAD)
        self.refused_by(error)

    def refused_by(self, error: FactcheckError) -> None:
        """Do what follows a refusal, beside its words."""

    def attempt_beside(self, work: Callable[[Workbench], T], then: Callable[[T], object]) -> None:
        """Do long work beside the screen, `then` go on with what came of it; say why if it is refused.

        Meanwhile nothing else is begun here. What comes after the dialog was closed still counts: it is on disk.
        """
        if self._gone or self._working:
            return
        self._working = True
        self.say("working; Esc closes this, and the work goes on", Role.DIM)

        def done(result: T) -> None:
            self._working = False
            then(result)

        def failed(error: FactcheckError) -> None:
            self._working = False
            if self._gone:
                app_of(self).show_error("Not done", error)
            else:
                self._refused(error, lambda: self.attempt_beside(work, then))

        app_of(self).beside.run(work, done, failed)

    def hands_on(self, key: str) -> bool:
        """Whether a key that came when the dialog was gone is meant for what stands there now.

        Where words are typed it is not: they would act as keys. Nor is the closing key, pressed twice.
        """
        self._goes_on = self._goes_on or (self.closing_key not in {"", key})
        return self._goes_on

    def close(self) -> None:
        """Close, keeping what was begun."""
        self.dismiss()

    def dismiss(self, result: None = None) -> AwaitComplete:
        """Close, once: a key that was pressed twice is on its way here when the dialog is gone."""
        if self._gone:
            return AwaitComplete()
        self._gone = True
        app_of(self).drop_repeated(self.hands_on)
        app_of(self).call_later(app_of(self).dialog_closed)
        return super().dismiss(result)

    # --- Textual's side -----------------------------------------------------------------------------------------------

    @property
    def layout(self) -> Layout:
        """The parts, one below the other."""
        return self._fixed

    def compose(self) -> ComposeResult:
        """Make the parts."""
        yield Bar(id="title")
        yield self.body
        yield Bar(id="label")
        yield from self.fields()
        yield Lines(id="message", focusable=False)
        yield Bar(id="hint")

    def on_mount(self) -> None:
        """Fill the parts; where the program is ended meanwhile, there are none any more."""
        if not self.children:
            return
        self.watch(self.body, "scroll_y", self._show_title, init=False)
        self._show_title()
        self.query_one("#label", Bar).show(line(Piece(f" {self.label}", Role.DIM)))
        self.show_hints(self.hints)
        self.start()

    def on_resize(self) -> None:
        """What is in sight changes with the size."""
        self.call_after_refresh(self._show_title)
        self.show_hints(self._shown_hints)

    def _show_title(self) -> None:
        """Show the title, and how much of the body is in sight if it is not all; of a dialog that is gone, nothing."""
        if self._gone:
            return
        height, total = self.body.size.height, self.body.virtual_size.height
        last = min(total, self.body.scroll_offset.y + height)
        place = (line(f"{last} of {total} lines"),) if 0 < height < total else ()
        self.query_one("#title", Bar).show((Piece(" "), *self.title_line, Piece(" ")), place, rule="heavy")

    def show_hints(self, hints: Sequence[tuple[str, str]]) -> None:
        """Show keys on the last line; where there is no room, the last ones go, each whole, and Esc stays.

        Where an input has the focus, keys that it would take as text are left out.
        """
        self._shown_hints = hints
        told = [
            (line(Piece(f" {key}", Role.KEY), Piece(f" {does} ")), key)
            for key, does in hints
            if not (self.is_typing and is_typed(key))
        ]
        place = self._places(self.app.size).get("hint")
        while place and len(told) > 1 and sum(width_of(entry) for entry, _ in told) > place.width:
            del told[-2 if told[-1][1] == "Esc" else -1]
        self.query_one("#hint", Bar).show(tuple(chain.from_iterable(entry for entry, _ in told)), rule="heavy")

    def on_descendant_focus(self) -> None:
        """Which keys are text has changed."""
        self.show_hints(self._shown_hints)

    async def on_key(self, event: events.Key) -> None:
        """Esc closes; keys that move scroll the body; the rest is the subclass's.

        A key that an input may want goes on its way: Textual looks for the input's own keys (Backspace, Enter) last.
        Text that comes here although the input has the focus was on its way before that, and is the input's.
        """
        app = app_of(self)
        command = app.keys.by_key().get(event.key, "")
        if self._gone:
            event.prevent_default()
            if self.hands_on(event.key):
                app.hand_on(event)
        elif event.key == "ctrl+c" and self.body.words:
            self.say(copy_text(app, self.body.words), Role.DIM)
        elif self.is_typing and event.is_printable and event.character:
            self.take(event.character)
        elif event.key == "escape":
            self.close()
        elif command == "reload":
            self._paint_anew(event.key)
        elif command in {"quit", "suspend"} and event.key.startswith("ctrl+"):
            app.run_command(command)
        elif not self.pressed(event.key):
            if self.is_typing:
                return
            self._move(command, event.key)
        event.stop()

    def _paint_anew(self, key: str) -> None:
        """A line of another program may stand on the screen; a dialog about a claim reads that again, too."""
        app_of(self).paint_anew()
        if not self.pressed(key):
            self.say("painted anew", Role.DIM)

    def _move(self, command: str, key: str) -> None:
        if command in MOVES:
            self.scroll(command)
        else:
            here = ", ".join(f"{other} {does}" for other, does in self.hints)
            self.say(f"{shown_key(key)} does nothing here: {here}")

    @property
    def is_typing(self) -> bool:
        """Whether the input has the focus, so that letters are text."""
        return self.focused is not None and self.focused.id == "field"

    def scroll(self, command: str) -> None:
        """Scroll the body by a moving command."""
        top = self.body.scroll_offset.y
        places = {"cursor-down": top + 1, "cursor-up": top - 1, "top": 0, "bottom": self.body.virtual_size.height}
        if command in {"page-down", "page-up"}:
            self.body.page(1 if command == "page-down" else -1)
        elif command in places:
            self.body.scroll_to(y=places[command], animate=False, immediate=True)

    def body_height(self, width: int) -> int:
        """Return how many lines the body would like."""
        return self.body.get_content_height(Size(0, 0), Size(0, 0), width)

    def _message_lines(self, width: int) -> Sequence[Line]:
        return wrap(self._message, width) if self._message else []

    def _places(self, size: Size) -> dict[str, Place]:
        width = size.width if self.whole_width or size.width < MIDDLE else min(size.width - 6, BROADEST)
        label = 1 if self.label and size.height >= WITH_LABEL else 0
        field = min(self.field_height, max(1, size.height - 3))
        fixed = 2 + label + field
        message = min(self.message_lines, len(self._message_lines(width - 2)), max(0, size.height - fixed - 1))
        body = max(1, min(size.height - fixed - message, self.body_height(width)))
        heights = {"title": 1, "body": body, "label": label, "field": field, "message": message, "hint": 1}
        y = max(0, (size.height - sum(heights.values())) // 2)
        found = {}
        for name, height in heights.items():
            if height:
                found[name] = Place((size.width - width) // 2, y, width, height)
            y += height
        return found


def is_typed(key: str) -> bool:
    """Whether a key, as the last line names it ("h l", "1-9", "Space"), is text where an input has the focus."""
    return all(len(part) == 1 or part == "Space" or _DIGITS.fullmatch(part) for part in key.split())


class Choice(Dialog):
    """A dialog whose body is a list with a cursor."""

    cursor = 0
    tells_cut_rows = False
    """Whether the lines of the row under the cursor that are cut are said in full below the list."""

    def count(self) -> int:
        """Return how many rows there are."""
        raise NotImplementedError

    def row_lines(self, row: int, width: int) -> Sequence[Line]:
        """Return the one line of a row."""
        raise NotImplementedError

    def start(self) -> None:
        """Fill the list."""
        self.cursor = max(0, min(self.cursor, self.count() - 1))
        self.body.show_rows(self.count(), self.row_lines, cursor=self.cursor)
        self._tell_cut_row()

    def on_resize(self) -> None:
        """Where there is less room, the row under the cursor may be cut."""
        self._tell_cut_row()

    def _tell_cut_row(self) -> None:
        if self.tells_cut_rows:
            width = self._places(self.app.size)["body"].width - GUTTER
            here = self.row_lines(self.cursor, width) if self.cursor < self.count() else ()
            cut = [row for row in here if width_of(row) > width]
            self.say(" / ".join(" ".join(plain(row).split()) for row in cut), Role.DIM)

    def scroll(self, command: str) -> None:
        """Move the cursor by a moving command."""
        page = self.body.rows_in_sight
        steps = {"cursor-down": 1, "cursor-up": -1, "page-down": page, "page-up": -page,
                 "top": -self.count(), "bottom": self.count()}  # fmt: skip
        if command in steps:
            self.cursor = max(0, min(self.cursor + steps[command], self.count() - 1))
            self.body.move_cursor(self.cursor)
            self._tell_cut_row()

    def on_lines_clicked(self, event: Lines.Clicked) -> None:
        """A click chooses a row."""
        self.cursor = event.row
        self.body.move_cursor(event.row)
        if event.twice:
            self.pressed("enter")
