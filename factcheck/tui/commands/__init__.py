"""What each command does: one method a command, named after its id. They change the desk and tell the screen.

Dialogs are imported when first opened: they need widgets that the first paint must not wait for.
"""

from __future__ import annotations

from factcheck.errors import FactcheckError
from factcheck.tui.commands.bringing import Bringing
from factcheck.tui.commands.deciding import Deciding
from factcheck.tui.commands.finding import Finding
from factcheck.tui.commands.listing import Listing
from factcheck.tui.copying import copy_text
from factcheck.tui.keys import PASSAGE
from factcheck.tui.pieces import Line, line, plain, width_of, wrap
from factcheck.tui.titles import TAIL


class Commands(Deciding, Listing, Bringing, Finding):
    """All commands; `run` finds the method of an id."""

    def run(self, command: str) -> None:
        """Run a command by its id."""
        getattr(self, command.replace("-", "_"))()

    def copy(self) -> None:
        chosen, item = self.screen.selected, self.desk.evidence
        words = chosen.words if chosen else item.candidate.passage.text if item else ""
        self.app.tell(copy_text(self.app, words) if words else "there is no passage to copy")

    def copy_cite(self) -> None:
        item = self.desk.evidence
        if item is None:
            self.app.tell("there is no passage to copy")
            return
        from factcheck.tui import panes

        source = "\n".join(plain(found) for found in panes.source_lines(item, 1000))
        chosen = self.screen.lines[PASSAGE].words or item.candidate.passage.text
        self.app.tell(copy_text(self.app, f"{chosen}\n\n{source}"))

    def open_source(self) -> None:
        from factcheck.tui.opening import OPENED_WITHIN, failed, open_source

        item = self.desk.evidence
        if item is None:
            self.app.tell("there is no source to open")
            return
        try:
            opened, program = open_source(self.desk.bench, item)
        except FactcheckError as error:
            self.app.show_error("Not opened", error)
            return
        self.app.tell(opened)

        def tell_failure() -> None:
            if told := failed(program, opened):
                self.app.tell(told)

        self.app.set_timer(OPENED_WITHIN, tell_failure)

    def fetch(self) -> None:
        if view := self._view():
            self.app.fetching.ask(view)

    def refetch(self) -> None:
        view, item = self._view(), self.desk.evidence
        if view and item:
            self.app.fetching.ask_again(view, item)
        elif view:
            self.app.tell("there is no source here to fetch again")

    def detail(self) -> None:
        from factcheck.tui import panes
        from factcheck.tui.dialogs.reader import Reader

        view, item = self._view(), self.desk.evidence
        if view:
            shown, facets, named, blind = view, self.desk.facets, self.decisions.rating, self.desk.blind
            said = line(self.desk.last)
            cut = [said, line("")] if width_of(said) + TAIL > self.app.size.width else []

            def lines(width: int) -> list[Line]:
                above = [part for told in cut for part in wrap(told, width)]
                return [*above, *panes.everything(shown, item, width, named, facets=facets, blind=blind)]

            self.app.open_dialog(Reader(f"Claim {shown.summary.number} in full", lines))

    def history(self) -> None:
        from factcheck.tui import panes
        from factcheck.tui.dialogs.reader import Reader
        from factcheck.workbench.log_names import names_in

        if view := self._view():
            shown = view
            events = self.desk.bench.history(view.claim.id)
            names = names_in(self.desk.bench, events)
            self.app.open_dialog(
                Reader(
                    f"Decisions on claim {view.summary.number}",
                    lambda width: panes.history_lines(events, shown, width, self.decisions.rating, names),
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
        self.app.paint_anew()
        self.app.tell(f"read again{self._without_corpus}")
        self.app.look_for_earlier()

    @property
    def _without_corpus(self) -> str:
        """Say that the corpus is not there, where claims were searched for in one."""
        bench, view = self.desk.bench, self.desk.view
        searched = view is not None and view.state.search is not None
        return "; the corpus is missing: evidence is shown as it was kept" if searched and not bench.has_corpus else ""

    def back(self) -> None:
        if chosen := self.screen.selected:
            chosen.let_go()
            self.app.tell("")
        elif self.desk.searched.pop(self.desk.pane, None) is not None:
            self.screen.mark_found()
            self.screen.show_bars()
        elif self.app.fetching.stop():
            return
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

        self.app.open_dialog(MenuDialog(self.app.keys, self.desk.pane, self.desk.bench.ratings, palette=palette))
