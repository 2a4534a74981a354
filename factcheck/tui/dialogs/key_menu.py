"""The menu that the first of two keys opens: what the second one does, and of each command why it is not possible now.

Keys that are typed fast belong to what the second key opened: they are handed on, not lost.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from factcheck.tui.dialogs.frame import Choice
from factcheck.tui.keys import BY_ID, key_name, shown_key
from factcheck.tui.lines import app_of
from factcheck.tui.pieces import Line, Piece, Role, line

KEY_WIDTH = 4


class KeyMenu(Choice):
    """Lists the commands behind a first key. `why_not`: of a command (id), in words, why it is not possible now."""

    hints = (("Enter", "run"), ("Esc", "close"))
    tells_cut_rows = True

    def __init__(self, first: str, menu: Mapping[str, str], why_not: Mapping[str, str]) -> None:
        super().__init__()
        contexts = dict.fromkeys(str(BY_ID[name].context) for name in menu.values())
        self.title_line = line(Piece(f"{shown_key(first)}  {', '.join(contexts)}", Role.STRONG))
        self._menu = menu
        self._rows = tuple(menu.items())
        self._why_not = why_not

    def count(self) -> int:
        """One row a command."""
        return len(self._rows)

    def row_lines(self, row: int, width: int) -> Sequence[Line]:  # noqa: ARG002 - rows are cut by the list
        """The second key, what it does, or why it does not now."""
        key, name = self._rows[row]
        reason = self._why_not.get(name, "")
        does = Piece(BY_ID[name].help, Role.DIM if reason else Role.TEXT)
        told = (Piece(f"  ({reason})", Role.DIM),) if reason else ()
        return [line(Piece(f"{shown_key(key):<{KEY_WIDTH}}", Role.DIM if reason else Role.KEY), does, *told)]

    def pressed(self, key: str) -> bool:
        """Run what the second key is of; Enter runs what is under the cursor."""
        name = self._rows[self.cursor][1] if key == "enter" else self._menu.get(key_name(key), "")
        if not name:
            return False
        self.dismiss()
        app_of(self).run_command(name)
        return True

    def hands_on(self, key: str) -> bool:  # noqa: ARG002 - whatever it is
        """What is typed fast belongs to what the second key opened."""
        return True
