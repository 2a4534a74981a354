"""A note on a claim or on a piece of its evidence."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.widget import Widget

from factcheck.domain import ClaimView
from factcheck.tui.claim_pane import moment
from factcheck.tui.decisions import Decisions
from factcheck.tui.dialogs.begun import Writing
from factcheck.tui.dialogs.frame import IN_EDITOR
from factcheck.tui.dialogs.inputs import SafeTextArea
from factcheck.tui.dialogs.reader import Question
from factcheck.tui.lines import app_of
from factcheck.tui.pieces import Line, Piece, Role, line, row_text, wrap


class NoteDialog(Writing):
    """Writes a note. What was begun stays with the claim until it is saved or discarded."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+s", "save", priority=True), IN_EDITOR]
    AUTO_FOCUS = "#field"
    hints = (("ctrl+s", "save"), ("Enter", "new line"), ("ctrl+e", "editor"), ("Esc", "close"))
    field_height = 5
    label = "your note: ctrl+s saves it, Enter begins a new line"

    def __init__(self, decisions: Decisions, view: ClaimView, evidence: str) -> None:
        super().__init__()
        self.decisions = decisions
        self.view = view
        self.evidence = evidence
        place = next((n for n, item in enumerate(view.evidence, start=1) if item.id == evidence), 0)
        about = f"evidence {place} of claim" if place else "claim"
        self.title_line = line(
            Piece(f"Note on {about} {view.summary.number}  ", Role.STRONG), Piece(row_text(view.claim.text), Role.DIM)
        )

    @property
    def typed(self) -> str:
        """The note as it stands."""
        return self.query_one("#field", SafeTextArea).text

    @property
    def is_unsaved(self) -> bool:
        """Whether something would be lost."""
        return bool(self.typed.strip())

    def fields(self) -> Iterable[Widget]:
        """The text."""
        return [SafeTextArea(self.decisions.desk.drafts.get(self.view.claim.id, self.evidence))]

    def body_lines(self, width: int) -> Sequence[Line]:
        """The notes that stand already."""
        notes = [n for n in self.view.state.notes if n.evidence == self.evidence]
        shown = [line(Piece(f"{moment(n.at)} {n.user}: ", Role.DIM), n.text) for n in notes]
        return [found for note in shown or [line(Piece("no note yet", Role.DIM))] for found in wrap(note, width)]

    def action_save(self) -> None:
        """Save the note, once the keys typed before have come to it: this one overtakes them."""
        self.call_later(self.query_one("#field").call_later, self._save)

    def _save(self) -> None:
        said = self.typed
        self.attempt(lambda: self.decisions.note(self.view, self.evidence, said), self.dismiss)

    def keep(self) -> None:
        """Keep the note as far as it is written."""
        self.decisions.desk.drafts.keep(self.view.claim.id, {self.evidence: self.typed if self.is_unsaved else None})

    def close(self) -> None:
        """Ask, if there is something to lose."""
        if not self.is_unsaved:
            self.discard()
            return
        # no letter answers: whoever types on after a stray Esc would save half a note, or lose all of it
        answers = (
            ("ctrl+s", "save", self.action_save),
            ("ctrl+d", "discard", self.discard),
            ("Esc", "go on writing", None),
        )
        app_of(self).push_screen(Question("This note is not saved", "Save it?", answers))

    def discard(self) -> None:
        """Close and forget what was typed."""
        self.decisions.desk.drafts.keep(self.view.claim.id, {self.evidence: None})
        self.dismiss()
