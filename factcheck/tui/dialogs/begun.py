"""Dialogs in which words are written: they are kept while they are typed, so that a kill loses a moment's at most."""

from __future__ import annotations

from textual.timer import Timer

from factcheck.tui.dialogs.frame import Dialog
from factcheck.tui.lines import app_of
from factcheck.tui.remembered import keep_place

KEPT_AFTER = 0.3
"""Seconds after a change until it is on disk: a key held down, or a fast typist, writes no file a letter."""
UNSAFE = "; it could not be written to disk: to quit loses it"


class Writing(Dialog):
    """A dialog that keeps what was begun: on a pause while it is typed, and when it is closed."""

    _pause: Timer | None = None

    def keep(self) -> None:
        """Keep what was begun, in place of what was kept before."""
        raise NotImplementedError

    def on_input_changed(self) -> None:
        """Keep it soon."""
        if self._pause is None:
            self._pause = self.set_timer(KEPT_AFTER, self._keep_now)

    def on_text_area_changed(self) -> None:
        """Keep it soon."""
        Writing.on_input_changed(self)

    def _keep_now(self) -> None:
        self._pause = None
        if not self._gone:
            self.keep()
            desk = app_of(self).desk
            keep_place(desk.bench, desk.place)  # after a kill, too, one begins where the words are

    def tell_begun(self, message: str) -> None:
        """Say in the status bar that something begun is there again next time; or that it could not be kept."""
        app_of(self).tell(message if app_of(self).desk.drafts.is_safe else message + UNSAFE)
