"""Evidence from the corpus: searched in a person's own words, or selected in the whole text of a source."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from textual.widget import Widget

from factcheck.domain import ClaimView, Evidence
from factcheck.text.sentences import split_sentences
from factcheck.tui.decisions import Decisions
from factcheck.tui.dialogs.about_claim import AboutClaim
from factcheck.tui.dialogs.begun import Writing
from factcheck.tui.dialogs.found import FoundDialog
from factcheck.tui.dialogs.frame import Choice
from factcheck.tui.dialogs.inputs import SafeInput
from factcheck.tui.keys import key_of
from factcheck.tui.lines import Lines
from factcheck.tui.pieces import Line, Piece, Role, line, row_text
from factcheck.tui.rows import publisher_of
from factcheck.workbench.gathering import document_of, passage_of, search_for

if TYPE_CHECKING:
    from factcheck.domain import Document
    from factcheck.workbench import Workbench


SEARCHED = "search-corpus"
"""Under which the words that were searched for are kept beside their claim."""


class CorpusDialog(FoundDialog, Writing):
    """Searches the corpus; Enter in the words searches, Enter on a passage keeps it as evidence."""

    AUTO_FOCUS = "#field"
    field_height = 1
    label = 'words to search for: names help most; "quoted" words stand side by side'
    hints = (("Enter", "search"), ("Tab", "to the passages"), ("Esc", "close"))

    def __init__(self, decisions: Decisions, view: ClaimView) -> None:
        super().__init__(decisions, view, f"Search for claim {view.summary.number}")

    def fields(self) -> Iterable[Widget]:
        """The words; those that were searched for last stand there."""
        return [SafeInput(self.decisions.desk.drafts.get(self.claim.claim.id, SEARCHED))]

    def keep(self) -> None:
        """Keep the words, until a passage that they found is kept as evidence."""
        self.decisions.desk.drafts.keep(self.claim.claim.id, {SEARCHED: self.input.written or None})

    def taken(self) -> None:
        """Close; the words found what was wanted."""
        self.decisions.desk.drafts.keep(self.claim.claim.id, {SEARCHED: None})
        super().taken()

    def close(self) -> None:
        """Close; the words are there again next time."""
        self.keep()
        self.dismiss()

    def on_descendant_focus(self) -> None:
        """What Enter and Tab do depends on where the focus is."""
        on_passage = (("Enter", "keep as evidence"), ("j k", "move"), ("Tab", "to the words"), ("Esc", "close"))
        self.show_hints(self.hints if self.is_typing else on_passage)

    def on_input_submitted(self) -> None:
        """Search."""
        words, claim = self.query_one("#field", SafeInput).value, self.claim.claim.id
        self.attempt_beside(lambda bench: search_for(bench, claim, words), self._came)

    def _came(self, found: Sequence[Evidence]) -> None:
        if self._gone:
            return
        self.found, self.cursor = found, 0
        self.start()
        tables = f"tables are not searched: {key_of('calculate')} shows them"
        self.say("" if found else f"nothing found for these words; this says nothing of the claim ({tables})")
        if found:
            self.body.focus()
            self.tell_passage()

    def pressed(self, key: str) -> bool:
        """Tab goes to and fro, Enter keeps."""
        if self.is_typing and key in {"tab", "down"}:
            self.body.focus()
        elif self.is_typing:
            return self.reads_again(key)
        elif key in {"tab", "slash"}:
            self.query_one("#field").focus()
        elif key == "enter" and self.found:
            self.keep_found()
        elif key == "q":
            self.close()
        else:
            return self.reads_again(key)
        return True


class SourceDialog(Choice, AboutClaim):
    """The whole text of a source, a sentence a row; Space begins a selection, Enter keeps it as evidence."""

    whole_width = True
    hints = (
        ("Space", "begin a selection"),
        ("Enter", "keep as evidence"),
        ("j k", "move"),
        ("mouse", "drag selects"),
        ("Esc", "close"),
    )

    def __init__(self, decisions: Decisions, view: ClaimView, item: Evidence) -> None:
        AboutClaim.__init__(self, view)
        self.decisions = decisions
        self.item = item
        self.begun: int | None = None
        """The row where a selection was begun."""
        self._document: Document | None = None
        self._rows: Sequence[tuple[int, int]] = ()
        title = item.candidate.source.title or publisher_of(item.candidate.source)
        self.title_line = line(Piece(f"Source: {row_text(title)}", Role.STRONG))

    def count(self) -> int:
        """One row a sentence."""
        return len(self._rows)

    def body_height(self, width: int) -> int:  # noqa: ARG002 - rows are one line each
        """As tall as there is room: how long it is is known later."""
        return 100

    def row_lines(self, row: int, width: int) -> Sequence[Line]:  # noqa: ARG002 - rows are cut by the list
        """The sentence, marked where it is selected or stands in the passage of the evidence."""
        start, end = self._rows[row]
        text = self._document.text[start:end] if self._document else ""
        passage = self.item.candidate.passage
        first, last = self._selected
        inside = self.begun is not None and first <= row <= last
        here = passage.start < end and start < passage.end
        mark = Piece("* " if inside else "| " if here else "  ", Role.KEY)
        return [line(mark, Piece(row_text(text), Role.MATCH if inside else Role.STRONG if here else Role.TEXT))]

    @property
    def _selected(self) -> tuple[int, int]:
        begun = self.cursor if self.begun is None else self.begun
        return min(begun, self.cursor), max(begun, self.cursor)

    def start(self) -> None:
        """Read the source."""
        self.body.show_rows(0, self.row_lines, cursor=0)
        claim, source = self.claim.claim.id, self.item.candidate.source.id
        self.attempt_beside(lambda bench: _read(bench, claim, source), self._came)

    def _came(self, found: tuple[Document, Sequence[tuple[int, int]]]) -> None:
        if self._gone:
            return
        self._document, self._rows = found
        at = self.item.candidate.passage.start
        self.cursor = next((row for row, (_, end) in enumerate(self._rows) if end > at), 0)
        self._show()

    def _show(self) -> None:
        self.body.show_rows(self.count(), self.row_lines, cursor=self.cursor)
        if self._document and self._rows:
            start, end = self._rows[self.cursor]
            self.say(self._document.text[start:end], Role.DIM)

    def scroll(self, command: str) -> None:
        """Move, and show the sentence under the cursor in full."""
        super().scroll(command)
        self._show()

    def on_dragged_swept(self, event: Lines.Swept) -> None:
        """What the mouse is dragged over is selected."""
        self.begun, self.cursor = event.first, event.last
        self._show()

    def on_lines_clicked(self, event: Lines.Clicked) -> None:
        """A click moves, as the keys do."""
        super().on_lines_clicked(event)
        self._show()

    def pressed(self, key: str) -> bool:
        """Space begins a selection or takes it back, Enter keeps it."""
        if key == "space":
            self.begun = self.cursor if self.begun is None else None
            self._show()
        elif key == "enter" and self._document and self._rows:
            first, last = self._selected
            document, view = self._document, self.claim
            start, end = self._rows[first][0], self._rows[last][1]
            self.attempt_beside(lambda bench: passage_of(bench, view.claim.id, document, start, end), self._keep)
        elif key == "q":
            self.close()
        else:
            return self.reads_again(key)
        return True

    def _keep(self, item: Evidence) -> None:
        if not self._gone:
            self.attempt(lambda: self.decisions.gather(self.claim, item), self.dismiss)


def _read(bench: Workbench, claim: str, source: str) -> tuple[Document, Sequence[tuple[int, int]]]:
    """Read a source and the places of its sentences; runs beside the screen."""
    document = document_of(bench, claim, source)
    return document, split_sentences(document.text)
