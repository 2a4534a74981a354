"""Commands that judge, cite, propose, sign and undo. Each is on disk when the status bar says so.

Dialogs are imported when first opened: they need widgets that the first paint must not wait for.
"""

from __future__ import annotations

from collections.abc import Callable

from factcheck.domain import Stance
from factcheck.tui.commands.moving import Moving
from factcheck.tui.keys import CLAIMS, key_of


class Deciding(Moving):
    """Commands that decide. Each is on disk when the status bar says so."""

    def stance_corroborates(self) -> None:
        self._judge(lambda: self.decisions.judge(Stance.CORROBORATES))

    def stance_conflicts(self) -> None:
        self._judge(lambda: self.decisions.judge(Stance.CONFLICTS))

    def stance_related(self) -> None:
        self._judge(lambda: self.decisions.judge(Stance.RELATED))

    def stance_dismiss(self) -> None:
        self._judge(lambda: self.decisions.judge(Stance.UNRELATED))

    def stance_clear(self) -> None:
        self._judge(lambda: self.decisions.judge(None))

    def pin(self) -> None:
        self._judge(self.decisions.pin)

    def _judge(self, step: Callable[[], str]) -> None:
        """Judge what is in view; a zoom hides part of it: leave it, show what would be judged, and wait."""
        view = self.desk.view
        if not self.screen.zoomed or view is None:
            self._decide(step)
            return
        self.app.run_command("zoom")
        place = self.desk.evidence_cursor + 1
        self.app.tell(
            f"not judged: this is evidence {place} of claim {view.summary.number}; the key once more judges it"
        )

    def undo(self) -> None:
        self._decide(self.decisions.undo, nothing="there is nothing to undo")

    def redo(self) -> None:
        self._decide(self.decisions.redo, nothing="there is nothing to redo")

    def verdict(self) -> None:
        from factcheck.tui.dialogs.verdict import VerdictDialog

        if view := self._view():
            self.app.open_dialog(VerdictDialog(self.decisions, view))

    def confirm(self) -> None:
        from factcheck.tui.dialogs.confirm import ConfirmDialog

        view, item = self._view(), self.desk.evidence
        if view and item:
            self.app.open_dialog(ConfirmDialog(self.decisions, view, item, self._on_to_undecided))
        elif view:
            self.app.tell(f"there is no evidence to confirm it by: {key_of('verdict')} proposes a verdict")

    def _on_to_undecided(self) -> None:
        if self.desk.go_to_undecided():
            self.screen.claim_moved()

    def items(self) -> None:
        from factcheck.tui.dialogs.items import ItemsDialog, ticked_against

        view = self._view()
        if view and view.claim.items:
            self.app.open_dialog(ItemsDialog(self.decisions, view, ticked_against(view, self.desk.evidence_cursor)))
        elif view:
            self.app.tell(f"claim {view.summary.number} has no item to tick")

    def note(self) -> None:
        from factcheck.tui.dialogs.note import NoteDialog

        if view := self._view():
            item = self.desk.evidence if self.desk.pane != CLAIMS else None
            self.app.open_dialog(NoteDialog(self.decisions, view, item.id if item else ""))

    def sign_off(self) -> None:
        from factcheck.tui.dialogs.sign import SignDialog

        if view := self._view():
            self.app.open_dialog(SignDialog(self.decisions, view))
