"""What each command does: one method a command, named after its id. They change the desk and tell the screen.

Dialogs are imported when first opened: they need widgets that the first paint must not wait for.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from factcheck.domain import ClaimView, Stance
from factcheck.errors import BusyError, FactcheckError, StorageError
from factcheck.tui import panes
from factcheck.tui.copying import copy_text
from factcheck.tui.keys import CLAIMS, EVIDENCE, PASSAGE
from factcheck.tui.pieces import plain
from factcheck.tui.review import ReviewScreen
from factcheck.tui.state import PANES
from factcheck.tui.waiting import patiently

if TYPE_CHECKING:
    from factcheck.tui.app import FactcheckApp


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
            self.app.tell("no claim to do that way")


class Deciding(Moving):
    """Commands that decide. Each is on disk when the status bar says so."""

    def stance_corroborates(self) -> None:
        self._decide(lambda: self.decisions.judge(Stance.CORROBORATES))

    def stance_conflicts(self) -> None:
        self._decide(lambda: self.decisions.judge(Stance.CONFLICTS))

    def stance_related(self) -> None:
        self._decide(lambda: self.decisions.judge(Stance.RELATED))

    def stance_dismiss(self) -> None:
        self._decide(lambda: self.decisions.judge(Stance.UNRELATED))

    def stance_clear(self) -> None:
        self._decide(lambda: self.decisions.judge(None))

    def pin(self) -> None:
        self._decide(self.decisions.pin)

    def undo(self) -> None:
        self._decide(self.decisions.undo, nothing="there is nothing to undo")

    def redo(self) -> None:
        self._decide(self.decisions.redo, nothing="there is nothing to redo")

    def verdict(self) -> None:
        from factcheck.tui.dialogs.verdict import VerdictDialog

        if view := self._view():
            self.app.open_dialog(VerdictDialog(self.decisions, view))

    def note(self) -> None:
        from factcheck.tui.dialogs.note import NoteDialog

        if view := self._view():
            item = self.desk.evidence if self.desk.pane != CLAIMS else None
            self.app.open_dialog(NoteDialog(self.decisions, view, item.id if item else ""))

    def sign_off(self) -> None:
        from factcheck.tui.dialogs.sign import SignDialog

        if view := self._view():
            self.app.open_dialog(SignDialog(self.decisions, view))

    def withdraw(self) -> None:
        from factcheck.tui.dialogs.note import LineDialog

        view = self._view()
        if view and view.state.sign_off is None:
            self.app.tell(f"claim {view.summary.number} is not signed")
        elif view:
            claim = view
            self.app.open_dialog(
                LineDialog(
                    f"Withdraw the sign-off of claim {claim.summary.number}",
                    "Say why. The reason goes into the log.",
                    lambda reason: self.decisions.withdraw(claim, reason),
                )
            )

    def _decide(self, step: Callable[[], str], *, nothing: str = "") -> None:
        def failed(error: FactcheckError) -> None:
            if isinstance(error, StorageError | BusyError):
                self.app.show_fault(error)
            else:
                self.app.show_error("Not decided", error)

        def done(message: str) -> None:
            self.screen.decided()
            if not message:
                self.app.tell(nothing)

        patiently(self.app, step, done=done, failed=failed, waits=self.app.tell)

    def _view(self) -> ClaimView | None:
        if self.desk.view is None:
            self.app.tell("there is no claim here")
        return self.desk.view


class Finding(Deciding):
    """Commands that find."""

    def search(self) -> None:
        from factcheck.tui.dialogs.search import SearchDialog

        self.app.open_dialog(SearchDialog(self.desk.searched.get(self.desk.pane, ""), self._search, self._leave_search))
        self._searched_from = (self.desk.cursor, self.desk.evidence_cursor)

    def search_next(self) -> None:
        self._go_on(1)

    def search_previous(self) -> None:
        self._go_on(-1)

    def filter(self) -> None:
        from factcheck.tui.dialogs.filter import FilterDialog

        self.app.open_dialog(FilterDialog(self.desk, self.desk.set_filter))

    def sort(self) -> None:
        order = self.desk.sort()
        self.screen.show_all()
        self.app.tell(f"claims in {order}" if order.endswith("order") else f"claims by {order}")

    def _search(self, text: str) -> str:
        """Search as it is typed, from where the cursor was; return how much was found."""
        self.desk.searched[self.desk.pane] = text
        self.screen.mark_found()
        found = self._places(text)
        start = self._searched_from[0 if self.desk.pane == CLAIMS else 1]
        if found:
            self._show_place(next((p for p in found if p >= start), found[0]))
        self.screen.show_bars()
        return f"{len(found)} found" if text else ""

    def _leave_search(self) -> None:
        """Esc: back to where the search began."""
        self.desk.searched.pop(self.desk.pane, None)
        self.screen.mark_found()
        self.desk.select(self._searched_from[0])
        self.desk.select_evidence(self._searched_from[1])
        self.screen.show_all()

    def _go_on(self, direction: int) -> None:
        text = self.desk.searched.get(self.desk.pane, "")
        found = self._places(text)
        if not found:
            self.app.tell(
                f"{text!r} is not found in the {self.desk.pane}" if text else "nothing is searched for: / does"
            )
            return
        here = self._here()
        beyond = [p for p in found if (p > here if direction > 0 else p < here)]
        self._show_place((beyond or found)[0 if direction > 0 else -1])

    def _here(self) -> int:
        if self.desk.pane == PASSAGE:
            return self._passage_line
        return self.desk.cursor if self.desk.pane == CLAIMS else self.desk.evidence_cursor

    _passage_line = -1
    _searched_from = (0, 0)

    def _places(self, text: str) -> list[int]:
        if self.desk.pane != PASSAGE:
            return self.desk.places(text, self.desk.pane)
        folded = text if text != text.lower() else text.lower()
        lines = self._passage if folded != folded.lower() else [found.lower() for found in self._passage]
        return [number for number, found in enumerate(lines) if text and folded in found]

    def _show_place(self, place: int) -> None:
        if self.desk.pane == PASSAGE:
            self._passage_line = place
            self.screen.lines[PASSAGE].see_line(place)
        elif self.desk.pane == CLAIMS:
            self._claim(self.desk.select(place))
        elif self.desk.select_evidence(place):
            self.screen.evidence_moved()


class Commands(Finding):
    """All commands; `run` finds the method of an id."""

    def run(self, command: str) -> None:
        """Run a command by its id."""
        getattr(self, command.replace("-", "_"))()

    def copy(self) -> None:
        item = self.desk.evidence
        self.app.tell(copy_text(self.app, item.candidate.passage.text) if item else "there is no passage to copy")

    def copy_cite(self) -> None:
        item = self.desk.evidence
        if item is None:
            self.app.tell("there is no passage to copy")
            return
        source = "\n".join(plain(found) for found in panes.source_lines(item, 1000))
        self.app.tell(copy_text(self.app, f"{item.candidate.passage.text}\n\n{source}"))

    def fetch(self) -> None:
        if view := self._view():
            self.app.fetching.ask(view)

    def detail(self) -> None:
        from factcheck.tui.dialogs.reader import Reader

        view, item = self._view(), self.desk.evidence
        if view:
            shown, facets, named, blind = view, self.desk.facets, self.decisions.rating, self.desk.blind
            self.app.open_dialog(
                Reader(
                    f"Claim {shown.summary.number} in full",
                    lambda width: panes.everything(shown, item, width, named, facets=facets, blind=blind),
                )
            )

    def history(self) -> None:
        from factcheck.tui.dialogs.reader import Reader

        if view := self._view():
            shown = view
            events = self.desk.bench.history(view.claim.id)
            self.app.open_dialog(
                Reader(
                    f"Decisions on claim {view.summary.number}",
                    lambda width: panes.history_lines(events, shown, width, self.decisions.rating),
                    closing=("q", "enter", "H"),
                )
            )

    def text(self) -> None:
        self.desk.reading = not self.desk.reading
        self.screen.show_all()

    def zoom(self) -> None:
        self.screen.zoomed = not self.screen.zoomed
        self.screen.place_again()
        self.screen.call_after_refresh(self.screen.show_all)

    def theme(self) -> None:
        self.app.next_theme()

    def reload(self) -> None:
        self.desk.load()
        self.screen.show_all()
        self.app.tell("read again")

    def back(self) -> None:
        if self.desk.searched.pop(self.desk.pane, None) is not None:
            self.screen.mark_found()
            self.screen.show_bars()
        elif self.screen.zoomed:
            self.zoom()

    def help(self) -> None:
        self._menu(palette=False)

    def palette(self) -> None:
        self._menu(palette=True)

    def suspend(self) -> None:
        self.app.action_suspend_process()

    def quit(self) -> None:
        self.app.ask_to_quit()

    def _menu(self, *, palette: bool) -> None:
        from factcheck.tui.dialogs.menu import MenuDialog

        self.app.open_dialog(MenuDialog(self.app.keys, self.desk.pane, palette=palette))
