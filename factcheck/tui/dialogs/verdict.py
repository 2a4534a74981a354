"""The verdict: a digit chooses from the scale, Enter saves it with its rationale. Nothing is chosen beforehand."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from textual import events
from textual.widget import Widget

from factcheck.domain import ClaimView, Evidence, Stance
from factcheck.tui.decisions import Decisions
from factcheck.tui.dialogs.frame import MOVES, Choice
from factcheck.tui.dialogs.inputs import SafeInput
from factcheck.tui.lines import app_of
from factcheck.tui.pieces import Line, Piece, Role, line, row_text
from factcheck.tui.rows import publisher_of

DRAFT = "verdict"
DIGITS = 9
"""Ratings that a digit of the keyboard chooses; the cursor reaches any."""


class VerdictDialog(Choice):
    """Proposes, changes or clears the verdict on a claim."""

    field_height = 1
    label = "rationale: what the verdict rests on"

    def __init__(self, decisions: Decisions, view: ClaimView) -> None:
        super().__init__()
        self.decisions = decisions
        self.view = view
        self.ratings = decisions.desk.bench.ratings
        standing = view.state.verdict.rating if view.state.verdict else ""
        self.chosen = next((n for n, rating in enumerate(self.ratings) if rating.id == standing), -1)
        self.cursor = max(0, self.chosen)
        self.title_line = line(
            Piece(f"Verdict on claim {view.summary.number}  ", Role.STRONG), Piece(row_text(view.claim.text), Role.DIM)
        )
        digits = f"1-{min(DIGITS, len(self.ratings))}"
        self.hints = ((digits, "choose"), ("Enter", "save"), ("Backspace", "clear"), ("Esc", "close"))
        self._prefilled = prefill(view)

    @property
    def typed(self) -> str:
        """The rationale as it stands in the input."""
        return self.query_one("#field", SafeInput).value

    def fields(self) -> Iterable[Widget]:
        """The rationale."""
        draft = self.decisions.desk.drafts.get((self.view.claim.id, DRAFT), self._prefilled)
        return [SafeInput(draft, placeholder="say it in a few words")]

    def count(self) -> int:
        """One row a rating."""
        return len(self.ratings)

    def row_lines(self, row: int, width: int) -> Sequence[Line]:  # noqa: ARG002 - rows are cut by the list
        """Digit, letter, label, whether it is the one chosen."""
        rating = self.ratings[row]
        digit = str(row + 1) if row < DIGITS else " "
        chosen = row == self.chosen
        label = Piece(rating.label, Role.STRONG if chosen else Role.TEXT)
        mark = Piece("  <- chosen" if chosen else "", Role.STRONG)
        return [line(Piece(f"{digit} ", Role.KEY), Piece(f"[{rating.letter}] ", Role.STRONG), label, mark)]

    def start(self) -> None:
        """Fill the list, and say what the rating under the cursor means."""
        super().start()
        self._explain()

    def scroll(self, command: str) -> None:
        """Move the cursor, and say what the rating under it means."""
        super().scroll(command)
        self._explain()

    def _explain(self) -> None:
        rating = self.ratings[self.cursor]
        self.say(f"[{rating.letter}] {rating.label}: {rating.meaning}", Role.DIM)

    def pressed(self, key: str) -> bool:
        """Digits choose, Enter goes on and saves, Backspace clears, the reload key reads the claim again."""
        if app_of(self).keys.by_key().get(key) == "reload":
            self._reload()
        elif self.is_typing and key in {"up", "down", "tab", "shift+tab"}:
            self.body.focus()
        elif self.is_typing:
            return False
        elif key.isdecimal() and 1 <= int(key) <= len(self.ratings):
            self._choose(int(key) - 1)
        elif key == "enter":
            self._choose(self.cursor)
        elif key == "tab":
            self._begin()
        elif key in {"backspace", "delete"}:
            self._clear()
        else:
            return False
        return True

    async def on_key(self, event: events.Key) -> None:
        """Letters typed beside the list are the rationale's: nothing typed is lost, and none of it moves the cursor.

        The keys that move do so until a rating is chosen.
        """
        text = event.character if event.is_printable and not self.is_typing else None
        moves = self.chosen < 0 and app_of(self).keys.by_key().get(event.key) in MOVES
        if text and not text.isdecimal() and not moves:
            self._begin()
            self.take(text)
            event.stop()
            event.prevent_default()  # else the dialog's own handler is called after this one

    def on_input_submitted(self) -> None:
        """Enter in the rationale saves."""
        if self.chosen < 0:
            self.say("choose a rating first: its digit, or Enter on it")
            self.body.focus()
            return
        if self.attempt(lambda: self.decisions.verdict(self.view, self.ratings[self.chosen].id, self.typed)):
            self.decisions.desk.drafts.pop((self.view.claim.id, DRAFT), None)
            self.dismiss()

    def close(self) -> None:
        """Close; a rationale that was begun is there again next time."""
        if self.typed != self._prefilled:
            self.decisions.desk.drafts[self.view.claim.id, DRAFT] = self.typed
            app_of(self).tell("no verdict; v goes on with what you began")
        self.dismiss()

    def _choose(self, row: int) -> None:
        self.chosen = self.cursor = row
        self.start()
        self._begin()

    def _begin(self) -> None:
        """Go to the end of the rationale, at once: `focus()` would let keys pass before it."""
        field = self.query_one("#field", SafeInput)
        self.set_focus(field)
        field.cursor_position = len(field.value)

    def _clear(self) -> None:
        if self.view.state.verdict is None:
            self.say("there is no verdict to clear")
        elif self.attempt(lambda: self.decisions.clear_verdict(self.view)):
            self.dismiss()

    def _reload(self) -> None:
        desk = self.decisions.desk
        desk.refresh(self.view.claim.id)
        self.view = desk.bench.claim(self.view.claim.id)
        self.say("read again; what you typed is still here", Role.GOOD)


def prefill(view: ClaimView) -> str:
    """The rationale to start from: the one that stands, else the evidence that a person judged to bear on the claim."""
    if view.state.verdict:
        return view.state.verdict.rationale
    state = view.state
    groups: dict[str, list[str]] = {}
    for item in view.evidence:
        stance = state.stances[item.id].stance if item.id in state.stances else None
        if stance != Stance.UNRELATED and (stance or item.id in state.cited):
            groups.setdefault(f"{stance or 'cited'}: ", []).append(_named(item))
    return "".join(f"{word}{', '.join(dict.fromkeys(names))}; " for word, names in groups.items())


def _named(item: Evidence) -> str:
    source = item.candidate.source
    published = f" {source.published.isoformat()}" if source.published else ""
    return row_text(publisher_of(source)) + published
