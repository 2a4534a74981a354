"""Inputs that keep control characters off the screen and out of what is saved, and cut nothing that comes in.

It comes in typed, pasted, prefilled, or written in an editor.
"""

from __future__ import annotations

import re

from textual import events
from textual.widget import Widget
from textual.widgets import Input, TextArea
from textual.widgets.text_area import Edit, EditResult

from factcheck.tui.pieces import incoming

MOST_TYPED, MOST_WRITTEN = 20_000, 100_000
"""Characters that may be pasted into an input of one line, and of several: more is a page, not what one says of it, and
each key in it would keep the screen."""

_BLANKS = re.compile(r"\s+")


class SafeInput(Input):
    """A one-line input; what comes in is made harmless first, and its lines are joined."""

    def __init__(self, value: str = "", *, placeholder: str = "") -> None:
        super().__init__(
            one_line(value).lstrip(), placeholder=placeholder, id="field", compact=True, select_on_focus=False
        )
        self.cursor_blink = False

    @property
    def written(self) -> str:
        """What stands there."""
        return self.value

    def write(self, text: str) -> None:
        """Put other text in place of what stands there; the cursor is behind it."""
        self.value = one_line(text).lstrip()
        self.cursor_position = len(self.value)

    def take(self, text: str) -> None:
        """Put text where the cursor is."""
        self.insert_text_at_cursor(text)

    def replace(self, text: str, start: int, end: int) -> None:
        """Take typed or pasted text."""
        super().replace(incoming(text).replace("\n", " "), start, end)

    def validate_value(self, value: str) -> str:
        """Take what is set from elsewhere."""
        return incoming(value).replace("\n", " ")

    def _on_paste(self, event: events.Paste) -> None:
        """Take all lines of what is pasted: Textual takes the first, and says nothing of the others."""
        event.stop()
        event.prevent_default()
        text = one_line(event.text)
        if fits(self, text, len(self.value), MOST_TYPED):
            self.replace(text, *self.selection)


class SafeTextArea(TextArea):
    """A text area; what comes in is made harmless first."""

    def __init__(self, text: str) -> None:
        super().__init__(incoming(text), id="field", compact=True, tab_behavior="focus")
        self.cursor_blink = False

    @property
    def written(self) -> str:
        """What stands there."""
        return self.text

    def write(self, text: str) -> None:
        """Put other text in place of what stands there."""
        self.text = incoming(text)

    def take(self, text: str) -> None:
        """Put text where the cursor is."""
        self.insert(text)

    async def _on_paste(self, event: events.Paste) -> None:
        """Take what is pasted, unless it is more than anybody writes."""
        if fits(self, event.text, len(self.text), MOST_WRITTEN):
            await super()._on_paste(event)
        event.stop()
        event.prevent_default()

    def on_resize(self) -> None:
        """Show the lines as they are wrapped now: where as many as before come of it, Textual paints the old ones."""
        self.refresh()

    def edit(self, edit: Edit) -> EditResult:
        """Take typed or pasted text."""
        edit.text = incoming(edit.text)
        return super().edit(edit)


def fits(field: Widget, text: str, there: int, most: int) -> bool:
    """Tell whether there is room for what is pasted; where there is not, the dialog says so, and nothing changes."""
    if there + len(text) <= most:
        return True
    from factcheck.tui.dialogs.frame import Dialog

    if isinstance(field.screen, Dialog):
        field.screen.say(
            f"not pasted: {len(text):,} characters, and there is room for {max(0, most - there):,}; "
            "what stood here stays. A file, or a page, is added as evidence"
        )
    return False


def one_line(text: str) -> str:
    """Return text as a one-line input has it: white space folded to blanks, one at the end for words to follow."""
    return _BLANKS.sub(" ", incoming(text))
