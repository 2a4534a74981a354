"""A dialog that knows which of its lines were on screen: nobody signs what they were not shown."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.tui.dialogs.frame import Dialog
from factcheck.tui.pieces import Line

READ_ON = "read on: not all was shown yet"


class ReadThrough(Dialog):
    """Keeps account of the lines of its body; after another width, or other words, all are to be shown anew."""

    def __init__(self) -> None:
        super().__init__()
        self.read_anew()

    def read_anew(self) -> None:
        """Nothing of what is to come was on screen yet."""
        self._shown: set[int] = set()
        self._shown_of: Sequence[Line] = ()

    @property
    def was_read(self) -> bool:
        """Whether each line of the body was on screen, as it is wrapped now."""
        return bool(self._shown_of) and len(self._shown) == len(self._shown_of) and self._shown_of == self.body.text

    def read_on(self) -> None:
        """Scroll to the first line that was not on screen yet; where there is room, below the one before it."""
        self.say("")  # a refused key named what the keys did before this
        unread = next((number for number in range(len(self.body.text)) if number not in self._shown), 0)
        self.body.scroll_to(y=max(0, unread - (self.body.size.height > 1)), animate=False, immediate=True)
        self._note_shown()

    def more_was_read(self) -> None:
        """Do what follows once another part of the body was on screen."""

    def _show_title(self) -> None:
        """The place in the text changed, or its size: so did what is on screen."""
        super()._show_title()
        if not self._gone:
            self._note_shown()

    def _note_shown(self) -> None:
        text, height, first = self.body.text, self.body.size.height, self.body.scroll_offset.y
        if text != self._shown_of:
            self._shown, self._shown_of = set(), list(text)
        before = len(self._shown)
        self._shown.update(range(first, min(len(text), first + height)))
        if len(self._shown) != before:
            self.more_was_read()
