"""Dialogs that only show: a text in full, a message, a fault that stopped a write, the question before quitting."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from factcheck.tui.dialogs.frame import Dialog
from factcheck.tui.lines import Flow, app_of
from factcheck.tui.pieces import Line, Piece, Role, line, wrap

Act = Callable[[], object]


class Reader(Dialog):
    """Shows a text in full. `closing`: keys that close it beside Esc."""

    def __init__(self, title: str, flow: Flow, *, closing: Sequence[str] = ("q", "enter")) -> None:
        super().__init__()
        self.title_line = line(Piece(title, Role.STRONG))
        self.hints = (("Esc", "close"), ("j k", "scroll"))
        self._flow = flow
        self._closers = closing

    def body_lines(self, width: int) -> Sequence[Line]:
        """Return the text."""
        return self._flow(width)

    def pressed(self, key: str) -> bool:
        """Close on the other closing keys."""
        if key in self._closers:
            self.close()
            return True
        return False


def message(title: str, *texts: str) -> Reader:
    """Show a few words, as they are, each text on lines of its own."""
    return Reader(title, lambda width: [part for text in texts for part in wrap(line(text), width)])


class Question(Dialog):
    """Asks before something is lost. `answers`: key, what it does in words, and the deed (None: just close)."""

    def __init__(self, title: str, text: str, answers: Sequence[tuple[str, str, Act | None]]) -> None:
        super().__init__()
        self.title_line = line(Piece(title, Role.BAD))
        self.hints = tuple((key, does) for key, does, _ in answers)
        self._text = text
        self._answers = {key.lower(): deed for key, _, deed in answers}

    def body_lines(self, width: int) -> Sequence[Line]:
        """Return the question."""
        return wrap(line(self._text), width)

    def pressed(self, key: str) -> bool:
        """Close, then do what was chosen."""
        if key not in self._answers:
            return False
        deed = self._answers[key]
        self.dismiss()
        if deed:
            app_of(self).call_later(deed)
        return True
