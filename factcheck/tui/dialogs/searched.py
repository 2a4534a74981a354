"""A list with a search line below it: what the lists beside the claims, the help and the palette share."""

from __future__ import annotations

from collections.abc import Iterable

from textual.widget import Widget

from factcheck.tui.dialogs.frame import Choice
from factcheck.tui.dialogs.inputs import SafeInput


class SearchedList(Choice):
    """Searched as it is typed; Enter does what the list is for, `/` and Tab go to the search line."""

    field_height = 1
    whole_width = True
    placeholder = "/ : search this list"

    def fields(self) -> Iterable[Widget]:
        """The search line."""
        return [SafeInput(placeholder=self.placeholder)]

    def holds(self, text: str) -> bool:
        """Tell whether a text has all words that are searched for."""
        return all(word in text.lower() for word in self.input.written.lower().split())

    def go_there(self) -> None:
        """Do what the list is for with the row under the cursor."""
        raise NotImplementedError

    def closes(self, key: str) -> bool:
        """Tell whether a key closes it, beside Esc."""
        return key == "q"

    def pressed(self, key: str) -> bool:
        """In the search line, up and down move in the list."""
        if self.is_typing and key in {"up", "down"}:
            self.scroll(f"cursor-{key}")
        elif self.is_typing:
            return False
        elif key == "enter":
            self.go_there()
        elif key in {"slash", "tab"}:
            self.query_one("#field").focus()
        elif self.closes(key):
            self.close()
        else:
            return False
        return True
