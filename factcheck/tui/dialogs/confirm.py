"""Confirming a plain fact: what is recorded by Enter, and what is left to tick after it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from factcheck.domain import ClaimView, Evidence
from factcheck.errors import GuardError
from factcheck.review.items import covers, is_opposed
from factcheck.review.items import in_words as items_in_words
from factcheck.review.items import key_of as item_key
from factcheck.review.suggesting import suggested_otherwise
from factcheck.tui.claim_pane import attribution, flowing, in_context
from factcheck.tui.decisions import Decisions
from factcheck.tui.dialogs.about_claim import AboutClaim
from factcheck.tui.keys import key_of
from factcheck.tui.lines import app_of
from factcheck.tui.ours import ours
from factcheck.tui.panes import passage_lines
from factcheck.tui.pieces import Line, Piece, Role, field, line
from factcheck.tui.rows import citation_of
from factcheck.tui.with_keys import in_words
from factcheck.workbench.confirming import check_plain, rating_that_holds, rationale_of


class ConfirmDialog(AboutClaim):
    """Shows claim and passage, one below the other; Enter records stance and verdict. `then`: what follows."""

    hints = (("Enter", "confirm, and go on"), ("t", "tick what stands in it, too"), ("Esc", "close"))
    closing_key = "enter"

    def __init__(self, decisions: Decisions, view: ClaimView, item: Evidence, then: Callable[[], object]) -> None:
        super().__init__(view)
        self.decisions = decisions
        self.item = item
        self.title_line = line(Piece(f"Confirm claim {view.summary.number}", Role.STRONG))
        self._then = then

    def start(self) -> None:
        """Show it, and at once what keeps it from being confirmed."""
        super().start()
        if self.view is None:
            return
        try:
            check_plain(self.view.state, self.view.evidence, self.item.id)
        except GuardError as error:
            self.say(in_words(error), Role.BAD)

    def body_lines(self, width: int) -> Sequence[Line]:
        """The claim, the passage that bears it out, and what will be on record."""
        rationale = rationale_of(self.claim, self.item.id, self.decisions.desk.bench.ratings)
        label = rating_that_holds(self.decisions.desk.bench.ratings).label
        head = [field("claim", *in_context(self.claim)), field("said by", attribution(self.claim))]
        records = [
            field(
                "records",
                f"{label}: ",
                Piece(
                    rationale or f"no rationale: the source is not open to all; {key_of('verdict')} takes one",
                    Role.STRONG,
                ),
            )
        ]
        return [
            *flowing(head, width),
            line(""),
            *passage_lines(self.item, width),
            line(Piece(citation_of(self.item), Role.DIM)),
            line(""),
            *flowing([*records, *self._otherwise(), *self._left()], width),
        ]

    def _otherwise(self) -> list[Line]:
        """That the passage is suggested, or was judged, not to corroborate; a suggestion stays hidden where all are."""
        state = self.claim.state
        hidden = self.decisions.desk.blind and self.item.id not in state.stances
        told = "" if hidden else suggested_otherwise(self.item, state, "the passage")
        return [field("look", Piece(ours(told), Role.WARN))] if told else []

    def _left(self) -> list[Line]:
        """What the verdict would leave to be ticked, since it does not stand in the passage; what that contradicts."""
        view = self.claim
        left = [
            item
            for item in view.claim.items
            if item_key(item) not in view.state.ticks and not covers(self.item, item, view.claim)
        ]
        opposed = [item for item in view.claim.items if is_opposed(self.item, item, view.claim, view.state)]
        told = [field("left", items_in_words(left), " does not stand in it word for word")] if left else []
        against = Piece(f"the passage contradicts {items_in_words(opposed)}", Role.WARN)
        return [*told, *([field("look", against)] if opposed else [])]

    def pressed(self, key: str) -> bool:
        """Enter, or the key that opened this, confirms; `t` ticks the items that stand in the passage, too."""
        if key not in {"enter", "t"} and app_of(self).keys.by_key().get(key) != "confirm":
            return self.reads_again(key)
        view = self.claim
        self.attempt(lambda: self.decisions.confirm(view, self.item, ticks=key == "t"), self._done)
        return True

    def _done(self) -> None:
        self.dismiss()
        self._then()
