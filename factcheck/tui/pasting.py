"""What is pasted is text: an escape code in it must not end the paste, else the rest of it would act as keys.

Textual's parser ends a paste at any escape code, closes the dialog on the bare ESC, and hands on what follows as keys.
Most terminals take control characters out of what they paste; not all do.
"""

from __future__ import annotations

from collections.abc import Iterable

from textual._xterm_parser import XTermParser
from textual.message import Message

from factcheck.tui.pieces import incoming

START, END = "\x1b[200~", "\x1b[201~"


class PasteGuard:
    """Makes pasted text harmless as it comes in, in pieces of any length."""

    def __init__(self) -> None:
        self._inside = False
        self._held = ""

    def clean(self, data: str) -> str:
        """Return what the parser may see; what may be a part of the mark that ends a paste is held back."""
        data, self._held = self._held + data, ""
        seen = []
        while data:
            text, mark, rest = data.partition(END if self._inside else START)
            if self._inside and not mark:
                held = next(n for n in range(len(END) - 1, -1, -1) if text.endswith(END[:n]))
                held = held or int(text.endswith("\r"))  # perhaps the first half of CR LF
                text, self._held = text[: len(text) - held], text[len(text) - held :]
            seen += [incoming(text) if self._inside else text, mark]
            self._inside ^= bool(mark)
            data = rest
        return "".join(seen)


class GuardedParser(XTermParser):
    """Textual's parser behind the guard."""

    def __init__(self, debug: bool = False) -> None:
        super().__init__(debug)
        self._guard = PasteGuard()

    def feed(self, data: str) -> Iterable[Message]:
        """Parse; no data is the end."""
        clean = self._guard.clean(data)
        return super().feed(clean) if clean or not data else ()


def guard_pastes() -> None:
    """Have Textual's driver use the guarded parser: it names the class itself, and takes none as an argument."""
    from textual.drivers import linux_driver

    linux_driver.XTermParser = GuardedParser  # type: ignore[attr-defined]


__all__ = ["GuardedParser", "PasteGuard", "guard_pastes"]
