"""Commands that move; and what all commands share: the desk, the claim in view, and deciding with patience."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from factcheck.domain import ClaimView
from factcheck.errors import BusyError, FactcheckError, StorageError
from factcheck.tui.keys import CLAIMS, EVIDENCE, PASSAGE
from factcheck.tui.pieces import plain
from factcheck.tui.review import ReviewScreen
from factcheck.tui.state import PANES
from factcheck.tui.waiting import patiently

if TYPE_CHECKING:
    from factcheck.tui.app import FactcheckApp

T = TypeVar("T")


class Moving:
    """Commands that move."""

    def __init__(self, app: FactcheckApp, screen: ReviewScreen) -> None:
        self.app = app
        self.screen = screen
        self.desk = screen.desk
        self.decisions = screen.decisions

    def cursor_down(self) -> None:
        self._move(1)

    def cursor_up(self) -> None:
        self._move(-1)

    def page_down(self) -> None:
        self._page(1)

    def page_up(self) -> None:
        self._page(-1)

    def top(self) -> None:
        self._move(-len(self.desk.rows) - len(self._passage))

    def bottom(self) -> None:
        self._move(len(self.desk.rows) + len(self._passage))

    def pane_next(self) -> None:
        self._pane(1)

    def pane_previous(self) -> None:
        self._pane(-1)

    def pane_claims(self) -> None:
        self.screen.focus_pane(CLAIMS)

    def pane_evidence(self) -> None:
        self.screen.focus_pane(EVIDENCE)

    def pane_passage(self) -> None:
        self.screen.focus_pane(PASSAGE)

    def claim_next(self) -> None:
        self._claim(self.desk.move(1))

    def claim_previous(self) -> None:
        self._claim(self.desk.move(-1))

    def todo_next(self) -> None:
        self._to_do(1)

    def todo_previous(self) -> None:
        self._to_do(-1)

    def open_detail(self) -> None:
        if not self.desk.rows:
            self.app.leave_for_example()
            return
        following = {CLAIMS: EVIDENCE, EVIDENCE: PASSAGE}.get(self.desk.pane)
        if following:
            self.screen.focus_pane(following)
        else:
            self.app.run_command("detail")

    @property
    def _passage(self) -> list[str]:
        return [plain(found) for found in self.screen.lines[PASSAGE].text]

    def _move(self, steps: int) -> None:
        if self.desk.pane == CLAIMS:
            self._claim(self.desk.move(steps))
        elif self.desk.pane == EVIDENCE:
            if self.desk.move_evidence(steps):
                self.screen.evidence_moved()
        else:
            shown = self.screen.lines[PASSAGE]
            shown.scroll_to(y=shown.scroll_offset.y + steps, animate=False, immediate=True)

    def _page(self, direction: int) -> None:
        if self.desk.pane == PASSAGE or (self.desk.pane == CLAIMS and self.desk.reading):
            self.screen.lines[self.desk.pane].page(direction)
        else:
            self._move(direction * self.screen.lines[self.desk.pane].rows_in_sight)

    def _pane(self, steps: int) -> None:
        self.screen.focus_pane(PANES[(PANES.index(self.desk.pane) + steps) % len(PANES)])

    def _claim(self, moved: bool) -> None:
        if moved:
            self.screen.claim_moved()

    def _to_do(self, direction: int) -> None:
        if self.desk.go_to_do(direction):
            self.screen.claim_moved()
        else:
            self.app.tell("no claim that way has a next step of yours")

    def _decide(self, step: Callable[[], str], *, nothing: str = "") -> None:
        def done(message: str) -> None:
            self.screen.decided()
            if not message:
                self.app.tell(nothing)

        self._patiently(step, done)

    def _patiently(self, step: Callable[[], T], done: Callable[[T], object]) -> None:
        """Do something that writes, then `done`; where it fails, say why."""

        def failed(error: FactcheckError) -> None:
            if isinstance(error, StorageError | BusyError):
                self.app.show_fault(error, lambda: self._patiently(step, done))
            else:
                self.app.show_error("Not decided", error)

        patiently(self.app, step, done=done, failed=failed, waits=self.app.tell)

    def _view(self) -> ClaimView | None:
        if self.desk.view is None:
            self.app.tell("there is no claim here")
        return self.desk.view
