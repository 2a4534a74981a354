"""Passages that are no evidence yet, judged for a claim: one of them can be kept. And what a search left out."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.domain import ClaimState, ClaimView, Evidence
from factcheck.reports.cells import counted
from factcheck.tui.decisions import Decisions
from factcheck.tui.dialogs.about_claim import AboutClaim
from factcheck.tui.dialogs.frame import Choice
from factcheck.tui.lines import Lines
from factcheck.tui.pieces import Line, Piece, Role, line, row_text
from factcheck.tui.rows import publisher_of, stance_mark

TALL = 2


class FoundDialog(Choice, AboutClaim):
    """A list of passages, two lines each; the one under the cursor is shown in full, and Enter keeps it as evidence."""

    whole_width = True
    message_lines = 8

    def __init__(self, decisions: Decisions, view: ClaimView, title: str) -> None:
        AboutClaim.__init__(self, view)
        self.decisions = decisions
        self.found: Sequence[Evidence] = ()
        self._state = ClaimState(claim=view.claim.id)  # nothing of it is judged
        self.title_line = line(Piece(f"{title}  ", Role.STRONG), Piece(row_text(view.claim.text), Role.DIM))

    def count(self) -> int:
        """One row a passage."""
        return len(self.found)

    def body_height(self, width: int) -> int:  # noqa: ARG002 - rows have two lines each
        """As tall as there is room: how much is found is known later."""
        return 100

    def row_lines(self, row: int, width: int) -> Sequence[Line]:  # noqa: ARG002 - rows are cut by the list
        """What is suggested, who published it when; its words."""
        item = self.found[row]
        source = item.candidate.source
        blind = self.decisions.desk.blind
        head = line(
            stance_mark(item, self._state, blind=blind),
            Piece(f" {item.candidate.score:.2f} ", Role.DIM),
            Piece(row_text(publisher_of(source)), Role.STRONG),
            f"  {row_text(source.title)}",
            Piece(f"  {row_text(item.candidate.locator)}  {source.published or 'no date'}", Role.DIM),
        )
        return [head, line("     ", row_text(item.candidate.passage.text))]

    def start(self) -> None:
        """Show what is found."""
        self.cursor = max(0, min(self.cursor, self.count() - 1))
        self.body.show_rows(self.count(), self.row_lines, cursor=self.cursor, tall=TALL)

    def scroll(self, command: str) -> None:
        """Move, and show the passage under the cursor."""
        super().scroll(command)
        self.tell_passage()

    def on_lines_clicked(self, event: Lines.Clicked) -> None:
        """A click moves, as the keys do."""
        super().on_lines_clicked(event)
        self.tell_passage()

    def tell_passage(self) -> None:
        """Say how much there is, and the words of the passage under the cursor, which its row may have cut."""
        if self.found and not self._gone:
            words = row_text(self.found[self.cursor].candidate.passage.text)
            self.say(f"{self.cursor + 1} of {counted(len(self.found), 'passage')}: {words}", Role.DIM)

    def keep_found(self) -> None:
        """Keep the passage under the cursor."""
        item = self.found[self.cursor]
        self.attempt(lambda: self.decisions.gather(self.claim, item), self.taken)

    def taken(self) -> None:
        """Close, when a passage was kept."""
        self.dismiss()


class MoreDialog(FoundDialog):
    """What the search for a claim left out by its limits, read beside the screen; the passage is shown in full."""

    hints = (("Enter", "keep as evidence"), ("j k", "move"), ("Esc", "close"))

    def __init__(self, decisions: Decisions, view: ClaimView) -> None:
        super().__init__(decisions, view, f"Below the threshold for claim {view.summary.number}")

    def start(self) -> None:
        """Search again, beside the screen."""
        from factcheck.workbench.gathering import more_candidates

        super().start()
        claim = self.claim.claim.id
        self.attempt_beside(lambda bench: more_candidates(bench, claim), self._came)

    def body_height(self, width: int) -> int:  # noqa: ARG002 - rows have two lines each
        """As tall as the list."""
        return TALL * max(1, len(self.found))

    def _came(self, found: Sequence[Evidence]) -> None:
        if not self._gone:
            self.found = found
            super().start()
            self._tell()

    def _tell(self) -> None:
        """Show the first passage, or say that there is none."""
        self.tell_passage()
        if not self.found:
            self.say("the search left nothing out by its limits (matching.floor, matching.keep)")

    def pressed(self, key: str) -> bool:
        """Enter keeps."""
        if key == "enter" and self.found:
            self.keep_found()
        elif key == "q":
            self.close()
        else:
            return self.reads_again(key)
        return True
