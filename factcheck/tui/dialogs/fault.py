"""A write that failed: it is not saved, what was typed is kept, and it is saved when the database is back."""

from __future__ import annotations

from collections.abc import Callable

from factcheck.errors import EXIT_DONE, FactcheckError
from factcheck.tui.dialogs.reader import Question
from factcheck.tui.lines import app_of

LOOKED_AFTER = 2.0
"""Seconds between two looks whether the database is back."""


class FaultDialog(Question):
    """Says that a decision is not saved. `again` tries once more: on `r`, and when the database can be read again.

    `locked`: another process held it, so it is back once it can be written to.
    """

    def __init__(self, text: str, again: Callable[[], object], *, locked: bool = False) -> None:
        answers = (
            ("r", "try again", again),
            ("Esc", "back, to what you typed or saw", None),
            ("q", "quit", lambda: app_of(self).exit(EXIT_DONE)),
        )
        super().__init__(
            "Not saved", f"{text} It is tried again when the database is back, while this stands here.", answers
        )
        self._was_away = self._locked = locked

    def on_mount(self) -> None:
        """Look after the database now and then."""
        self.set_interval(LOOKED_AFTER, self._look)

    def _look(self) -> None:
        """Try again once the database, which could not be read or was locked, is back."""
        store = app_of(self).desk.bench.store
        try:
            store.check_same_file()
            store.last_event()
            if self._locked:
                with store.transaction():  # writes nothing: finds out whether somebody else does
                    pass
        except FactcheckError as error:
            self._was_away = True
            self.say(f"still away: {error}")
            return
        if self._was_away and not self._gone:
            self.pressed("r")
