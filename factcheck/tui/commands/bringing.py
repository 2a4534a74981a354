"""Commands that bring evidence: from the corpus, from elsewhere, from the cells of a table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.tui.commands.stepping import Stepping
from factcheck.tui.keys import PASSAGE, key_of
from factcheck.tui.places import TEXT_WIDTH

if TYPE_CHECKING:
    from factcheck.domain import ClaimView, Evidence


class Bringing(Stepping):
    """Commands that bring evidence."""

    def search_corpus(self) -> None:
        from factcheck.tui.dialogs.corpus import CorpusDialog

        if view := self._view():
            self.app.open_dialog(CorpusDialog(self.decisions, view))

    def select_passage(self) -> None:
        from factcheck.tui.dialogs.corpus import SourceDialog

        view, item = self._view(), self.desk.evidence
        if view and item and (place := self._chosen_place(view, item)):
            self._keep_chosen(view, item, place)
        elif view and item:
            self.app.open_dialog(SourceDialog(self.decisions, view, item))
        elif view:
            self.app.tell(f"there is no source here: {key_of('search-corpus')} searches the corpus")

    def _chosen_place(self, view: ClaimView, item: Evidence) -> tuple[int, int] | None:
        """Return where what is selected of the passage stands in its document; None where nothing of it is."""
        from factcheck.tui import panes

        shown = self.screen.lines[PASSAGE]
        width = min(shown.text_width, TEXT_WIDTH)
        return panes.place_in_document(item, view, width, shown.stretch) if shown.stretch else None

    def _keep_chosen(self, view: ClaimView, item: Evidence, place: tuple[int, int]) -> None:
        """Keep what is selected of the passage as evidence; it is read, and judged, beside the screen."""
        from factcheck.workbench.gathering import selected_passage

        def kept(found: Evidence) -> None:
            self._decide(lambda: self.decisions.gather(view, found))

        self.app.tell("working: the words that you selected are judged")
        self.app.beside.run(
            lambda bench: selected_passage(bench, view.claim.id, item, place),
            kept,
            lambda error: self.app.show_error("Not added", error),
        )

    def more_candidates(self) -> None:
        from factcheck.tui.dialogs.found import MoreDialog

        if view := self._view():
            self.app.open_dialog(MoreDialog(self.decisions, view))

    def add_evidence(self) -> None:
        from factcheck.tui.bring import evidence_form

        if view := self._view():
            self.open_form(evidence_form(self.decisions, view))

    def calculate(self) -> None:
        from factcheck.tui.bring import calculation_form

        if view := self._view():
            self.open_form(calculation_form(self.decisions, view))
