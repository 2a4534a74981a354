"""Inputs that keep control characters off the screen and out of what is saved, and cut nothing that comes in.

It comes in typed, pasted, prefilled, or written in an editor.
"""

from __future__ import annotations

import re

from textual import events
from textual.widgets import Input, TextArea
from textual.widgets.text_area import Edit, EditResult

from factcheck.tui.pieces import harmless

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
        super().replace(harmless(text).replace("\n", " "), start, end)

    def validate_value(self, value: str) -> str:
        """Take what is set from elsewhere."""
        return harmless(value).replace("\n", " ")

    def _on_paste(self, event: events.Paste) -> None:
        """Take all lines of what is pasted: Textual takes the first, and says nothing of the others."""
        event.stop()
        event.prevent_default()
        self.replace(one_line(event.text), *self.selection)


class SafeTextArea(TextArea):
    """A text area; what comes in is made harmless first."""

    def __init__(self, text: str) -> None:
        super().__init__(harmless(text), id="field", compact=True, tab_behavior="focus")
        self.cursor_blink = False

    @property
    def written(self) -> str:
        """What stands there."""
        return self.text

    def write(self, text: str) -> None:
        """Put other text in place of what stands there."""
        self.text = harmless(text)

    def take(self, text: str) -> None:
        """Put text where the cursor is."""
        self.insert(text)

    def edit(self, edit: Edit) -> EditResult:
        """Take typed or pasted text."""
        edit.text = harmless(edit.text)
        return super().edit(edit)


def one_line(text: str) -> str:
    """Return text as a one-line input has it: white space folded to blanks, one at the end for words to follow."""
    return _BLANKS.sub(" ", harmless(text))
