"""Commands that bring evidence: from the corpus, from elsewhere, from the cells of a table."""

from __future__ import annotations

from factcheck.tui.commands.stepping import Stepping
from factcheck.tui.keys import key_of


class Bringing(Stepping):
    """Commands that bring evidence."""

    def search_corpus(self) -> None:
        from factcheck.tui.dialogs.corpus import CorpusDialog

        if view := self._view():
            self.app.open_dialog(CorpusDialog(self.decisions, view))

    def select_passage(self) -> None:
        from factcheck.tui.dialogs.corpus import SourceDialog

        view, item = self._view(), self.desk.evidence
        if view and item:
            self.app.open_dialog(SourceDialog(self.decisions, view, item))
        elif view:
            self.app.tell(f"there is no source here: {key_of('search-corpus')} searches the corpus")

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
