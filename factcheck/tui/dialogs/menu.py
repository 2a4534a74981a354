"""Help and palette: every command with its keys; text searches them, Enter runs one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from factcheck.tui.dialogs.searched import SearchedList
from factcheck.tui.keys import COMMANDS, DIALOG_KEYS, Command, Context, KeyMap
from factcheck.tui.lines import app_of
from factcheck.tui.ours import is_ascii
from factcheck.tui.pieces import Line, Piece, Role, line, plain, width_of
from factcheck.tui.rows import MARKS, STATES

if TYPE_CHECKING:
    from factcheck.domain import Rating

KEYS_WIDTH = 16
ASCII = (
    ("ours", "the words of the program have no typographic signs"),
    ("theirs", "texts of articles, sources and people stay as they are written"),
)
NAMED = 2
"""Pieces of a row before the id of its command."""

Entry = tuple[Line, str]
"""A row, and the id of the command that Enter runs on it ("" if none)."""


class MenuDialog(SearchedList):
    """Lists the commands, those of the focused pane first. `palette`: starts in the search line."""

    placeholder = "/ : search the commands"
    tells_cut_rows = True

    def __init__(self, keys: KeyMap, pane: str, ratings: Sequence[Rating], *, palette: bool) -> None:
        super().__init__()
        self.title_line = line(Piece("Commands" if palette else f"Help: {pane} first, then all", Role.STRONG))
        self.hints = (("Enter", "run"), ("/", "search"), ("Esc", "close"))
        self._all = entries(keys, pane) + ([] if palette else legend(ratings))
        self.entries = self._all
        self._palette = palette

    def start(self) -> None:
        """Fill the list; the palette starts in its search line."""
        super().start()
        if self._palette:
            self.query_one("#field").focus()
            self._palette = False

    def body_height(self, width: int) -> int:  # noqa: ARG002 - rows are one line each
        """Stay as tall as the whole list, so that the search line does not jump."""
        return len(self._all)

    def count(self) -> int:
        """One row an entry."""
        return len(self.entries)

    def row_lines(self, row: int, width: int) -> Sequence[Line]:
        """The entry; without its id where there is no room for that."""
        entry = self.entries[row][0]
        return [entry if width_of(entry) <= width else entry[:NAMED]]

    def closes(self, key: str) -> bool:
        """The key that opens the help closes it, too."""
        return super().closes(key) or app_of(self).keys.by_key().get(key) == "help"

    def on_input_changed(self) -> None:
        """Show what fits."""
        self.entries = [entry for entry in self._all if self.holds(plain(entry[0]))]
        self.cursor = next((n for n, (_, command) in enumerate(self.entries) if command), 0)
        super().start()
        self.call_after_refresh(self._show_title)

    def on_input_submitted(self) -> None:
        """Enter in the search line runs, too."""
        self.go_there()

    def go_there(self) -> None:
        """Run the command under the cursor."""
        command = self.entries[self.cursor][1] if self.cursor < len(self.entries) else ""
        if command:
            self.dismiss()
            app_of(self).call_later(app_of(self).run_command, command)


def entries(keys: KeyMap, pane: str) -> list[Entry]:
    """Return the rows of the commands: those of the pane, then the others by context."""
    first = [c for c in COMMANDS if c.panes == pane]
    found: list[Entry] = [(line(Piece(f"in the {pane}", Role.STRONG)), "")] if first else []
    found += [_entry(command, keys) for command in first]
    context = ""
    for command in sorted((c for c in COMMANDS if c not in first), key=lambda c: list(Context).index(c.context)):
        if command.context != context:
            context = command.context
            found.append((line(Piece(context, Role.STRONG)), ""))
        found.append(_entry(command, keys))
    return found


def legend(ratings: Sequence[Rating]) -> list[Entry]:
    """Return the rows of the help that run nothing: keys of dialogs, marks, the verdicts of the scale, states."""
    parts = {
        "in dialogs": DIALOG_KEYS,
        "marks": MARKS,
        "verdicts: the letter in front of a claim": [(f"[{r.letter}]", f"{r.label}: {r.meaning}") for r in ratings],
        "states of a claim": STATES.items(),
        **({"words in ASCII": ASCII} if is_ascii() else {}),
    }
    found: list[Entry] = []
    for heading, rows in parts.items():
        found.append((line(Piece(heading, Role.STRONG)), ""))
        found += [(_row(key, means), "") for key, means in rows]
    return found


def _entry(command: Command, keys: KeyMap) -> Entry:
    return _row(keys.shown(command.id), command.help, command.id), command.id


def _row(key: str, does: str, name: str = "") -> Line:
    gap = "  " if len(key) >= KEYS_WIDTH else ""
    return line(Piece(f"{key:<{KEYS_WIDTH}}{gap}", Role.KEY), does, Piece(f"  {name}", Role.DIM))
