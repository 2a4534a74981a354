"""A list beside the claims: read beside the screen, searched as it is typed, left for the claim under the cursor."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.tui.dialogs.searched import SearchedList
from factcheck.tui.lines import Bar, app_of
from factcheck.tui.lists import Entry, Load
from factcheck.tui.pieces import Line, Piece, Role, line, plain

TALL = 2
"""Lines of an entry."""


class ListDialog(SearchedList):
    """Shows entries; Enter goes to the claim, `/` searches."""

    hints: Sequence[tuple[str, str]] = (("Enter", "go there"), ("/", "search"), ("Esc", "close"))

    def __init__(self, title: str, load: Load, nothing: str, *, tall: int = TALL) -> None:
        super().__init__()
        self._tall = tall
        self._title = title
        self._load = load
        self._nothing = nothing
        self._all: Sequence[Entry] = ()
        self.entries: Sequence[Entry] = ()
        self.title_line = line(Piece(title, Role.STRONG))

    def body_height(self, width: int) -> int:  # noqa: ARG002 - rows have as many lines as they have
        """As tall as the whole list, so that the search line does not jump."""
        return max(self._tall, len(self._all) * self._tall)

    def count(self) -> int:
        """One row an entry."""
        return len(self.entries)

    def row_lines(self, row: int, width: int) -> Sequence[Line]:  # noqa: ARG002 - rows are cut by the list
        """The entry."""
        return self.entries[row].lines

    @property
    def here(self) -> Entry | None:
        """The entry under the cursor."""
        return self.entries[self.cursor] if self.cursor < len(self.entries) else None

    def start(self) -> None:
        """Read the entries."""
        self.attempt_beside(self._load, self.came)

    def came(self, entries: Sequence[Entry]) -> None:
        """Show what was read; a list that was closed meanwhile takes it no more."""
        if self._gone:
            return
        self._all = entries
        self.say("" if entries else self._nothing)
        self.show_found()

    def show_found(self) -> None:
        """Show the entries that hold what is searched for."""
        self.entries = [entry for entry in self._all if self.holds(" ".join(map(plain, entry.lines)))]
        self.cursor = max(0, min(self.cursor, len(self.entries) - 1))
        self.title_line = line(Piece(f"{self._title}: {len(self.entries)}", Role.STRONG))
        self.body.show_rows(len(self.entries), self.row_lines, cursor=self.cursor, tall=self._tall)
        self.query_one("#title", Bar).refresh(layout=True)
        self.call_after_refresh(self._show_title)

    def on_input_changed(self) -> None:
        """Search as it is typed."""
        self.show_found()

    def on_input_submitted(self) -> None:
        """Enter in the search line goes back to the list."""
        self.body.focus()

    def go_there(self) -> None:
        """Leave for the claim under the cursor."""
        if self.here and self.here.claim:
            app_of(self).desk.go_to(self.here.claim)
            self.dismiss()


class ClaimsDialog(ListDialog):
    """A list of claims to go to; what the lines of the row under the cursor have no room for is said below."""

    tells_cut_rows = True
    message_lines = 8

    def show_found(self) -> None:
        """Show the entries, and the first in full."""
        super().show_found()
        if self._all:  # else what there is not is said
            self._tell_cut_row()
