"""Inputs that keep pasted or prefilled control characters off the screen and out of what is saved."""

from __future__ import annotations

from textual.widgets import Input, TextArea
from textual.widgets.text_area import Edit, EditResult

from factcheck.tui.pieces import harmless, row_text


class SafeInput(Input):
    """A one-line input; what comes in is made harmless first."""

    def __init__(self, value: str = "", *, placeholder: str = "") -> None:
        begun = row_text(value) + " " * value.endswith(" ")  # a blank at the end is there for words to follow
        super().__init__(begun, placeholder=placeholder, id="field", compact=True, select_on_focus=False)

    def take(self, text: str) -> None:
        """Put text where the cursor is."""
        self.insert_text_at_cursor(text)

    def replace(self, text: str, start: int, end: int) -> None:
        """Take typed or pasted text."""
        super().replace(harmless(text).replace("\n", " "), start, end)


class SafeTextArea(TextArea):
    """A text area; what comes in is made harmless first."""

    def __init__(self, text: str) -> None:
        super().__init__(harmless(text), id="field", compact=True, tab_behavior="focus")

    def take(self, text: str) -> None:
        """Put text where the cursor is."""
        self.insert(text)

    def edit(self, edit: Edit) -> EditResult:
        """Take typed or pasted text."""
        edit.text = harmless(edit.text)
        return super().edit(edit)
