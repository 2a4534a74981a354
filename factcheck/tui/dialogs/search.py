"""The search line: finds while it is typed; Enter stays, Esc goes back to where the cursor was."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from textual.geometry import Size
from textual.widget import Widget

from factcheck.tui.dialogs.frame import Dialog
from factcheck.tui.dialogs.inputs import SafeInput
from factcheck.tui.pieces import Line, Role
from factcheck.tui.places import NARROW, Place

FOUND, FOUND_NARROW = 14, 10
"""Columns that say how often it is found; in a small terminal, to "999 found"."""


class SearchDialog(Dialog):
    """One line at the foot of the screen."""

    AUTO_FOCUS = "#field"
    field_height = 1
    CSS = "SearchDialog { background: transparent; }"

    def __init__(self, text: str, search: Callable[[str], str], leave: Callable[[], object]) -> None:
        super().__init__()
        self._text = text
        self._search = search
        self._leave = leave

    def fields(self) -> Iterable[Widget]:
        """The text to find."""
        return [SafeInput(self._text, placeholder="find; Enter stays here, Esc goes back")]

    def body_lines(self, width: int) -> Sequence[Line]:  # noqa: ARG002 - there is no body
        """Nothing: the panes behind it show what is found."""
        return []

    def on_input_changed(self, event: SafeInput.Changed) -> None:
        """Search as it is typed."""
        self.say(self._search(event.value), Role.DIM)

    def on_input_submitted(self) -> None:
        """Stay at the place found."""
        self.dismiss()

    def close(self) -> None:
        """Go back."""
        self._leave()
        self.dismiss()

    def _places(self, size: Size) -> dict[str, Place]:
        foot = max(0, size.height - 2)
        found = FOUND if size.width >= NARROW else FOUND_NARROW
        return {"message": Place(0, foot, found, 1), "field": Place(found, foot, max(1, size.width - found), 1)}
