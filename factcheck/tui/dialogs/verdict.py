"""The verdict: a digit chooses from the scale, Enter saves it with its rationale. Nothing is chosen beforehand.

Whatever else is typed is the rationale's, wherever the focus is; once there are words of it, digits are, too.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import ClassVar

from rich.cells import cell_len
from textual import events
from textual.binding import Binding, BindingType
from textual.widget import Widget

from factcheck.domain import ClaimView, Evidence, Stance
from factcheck.reports.disclosure import badge
from factcheck.review.guards import objections
from factcheck.tui.decisions import Decisions
from factcheck.tui.dialogs.begun import Writing
from factcheck.tui.dialogs.frame import IN_EDITOR, Choice
from factcheck.tui.dialogs.inputs import SafeInput, one_line
from factcheck.tui.dialogs.wording import WordingDialog
from factcheck.tui.keys import key_of
from factcheck.tui.lines import GUTTER, Lines, app_of
from factcheck.tui.own_words import Naming
from factcheck.tui.pieces import Line, Piece, Role, line, row_text
from factcheck.tui.rows import citation_of

DRAFT, RATING = "verdict", "rating"
"""Under which the words and the rating that were begun are kept beside their claim."""
DIGITS = "123456789"
"""What chooses a rating by its place; the cursor reaches any."""


class Rationale(SafeInput):
    """The input. It has the focus all the time: keys that wait in a row come to one place, and in their order."""

    def __init__(self, dialog: VerdictDialog, value: str) -> None:
        super().__init__(value, placeholder="say it in a few words")
        self._dialog = dialog

    def on_key(self, event: events.Key) -> None:
        """Leave to the dialog what chooses a rating."""
        if self._dialog.takes(event):
            event.stop()
            event.prevent_default()

    def on_paste(self) -> None:
        """What is pasted is the rationale's."""
        self._dialog.go_on()

    def on_click(self) -> None:
        """A click goes on in the rationale, where it points to."""
        self._dialog.turn(choosing=False)


class VerdictDialog(Choice, Writing):
    """Proposes, changes or clears the verdict on a claim."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s", "save", priority=True),
        Binding("ctrl+t", "wording", priority=True),
        IN_EDITOR,
    ]
    AUTO_FOCUS = "#field"
    field_height = 1
    message_lines = 8
    label = "rationale: what the verdict rests on"

    def __init__(self, decisions: Decisions, view: ClaimView) -> None:
        super().__init__()
        self.body = Lines(id="body", focusable=False)
        self.choosing = True
        """Whether keys act on the list of ratings; else they are the rationale's."""
        self.decisions = decisions
        self.view = view
        self.ratings = decisions.desk.bench.ratings
        self._standing = view.state.verdict.rating if view.state.verdict else ""
        wanted = decisions.desk.drafts.get(view.claim.id, RATING, self._standing)
        self.chosen = next((n for n, rating in enumerate(self.ratings) if rating.id == wanted), -1)
        self.cursor = max(0, self.chosen)
        self.title_line = line(
            Piece(f"Verdict on claim {view.summary.number}  ", Role.STRONG), Piece(row_text(view.claim.text), Role.DIM)
        )
        self._prefilled = one_line(prefill(view)).lstrip()
        self._warned = ""
        """What was warned of."""

    @property
    def typed(self) -> str:
        """The rationale as it stands in the input."""
        return self._field.value

    @property
    def is_begun(self) -> bool:
        """Whether there are words that the dialog did not begin with."""
        return self.typed != self._prefilled

    @property
    def _field(self) -> Rationale:
        return self.query_one("#field", Rationale)

    def fields(self) -> Iterable[Widget]:
        """The rationale."""
        return [Rationale(self, self.decisions.desk.drafts.get(self.view.claim.id, DRAFT, self._prefilled))]

    def count(self) -> int:
        """One row a rating."""
        return len(self.ratings)

    def row_lines(self, row: int, width: int) -> Sequence[Line]:  # noqa: ARG002 - rows are cut by the list
        """Digit, letter, label, whether it is the one chosen."""
        rating = self.ratings[row]
        digit = DIGITS[row] if row < len(DIGITS) else " "
        chosen = row == self.chosen
        label = Piece(rating.label, Role.STRONG if chosen else Role.TEXT)
        mark = Piece("  <- chosen" if chosen else "", Role.STRONG)
        return [line(Piece(f"{digit} ", Role.KEY), Piece(f"[{rating.letter}] ", Role.STRONG), label, mark)]

    def on_mount(self) -> None:
        """Find out what the rationale may not name, while it is written; say what keys do with what was begun."""
        self.hints = self._hints()
        self._naming = Naming(app_of(self), self.view.summary.article)

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
        told = f"[{rating.letter}] {rating.label}: {rating.meaning}"
        self.say(f"{told}\nrationale: {self.typed}" if self._is_cut else told, Role.DIM)

    @property
    def _is_cut(self) -> bool:
        """Whether the input has no room for the rationale."""
        return cell_len(self.typed) >= self._places(self.app.size)["field"].width - GUTTER

    def on_input_changed(self) -> None:
        """Keep it soon; where the input shows a part of it, show all of it above."""
        super().on_input_changed()
        if self._is_cut and not self._gone:
            self.say(f"rationale: {self.typed}", Role.DIM)

    def pressed(self, key: str) -> bool:
        """Enter chooses, Tab goes to and fro, Backspace clears, the reload key reads the claim again."""
        if app_of(self).keys.by_key().get(key) == "reload":
            self._reload()
        elif self.is_typing and key in {"up", "down", "tab", "shift+tab"}:
            self.turn(choosing=True)
        elif self.is_typing:
            return False
        elif key == "enter":
            self._choose(self.cursor)
        elif key == "tab":
            self.go_on()
        elif key in {"backspace", "delete"}:
            self._clear()
        else:
            return False
        return True

    def takes(self, event: events.Key) -> bool:
        """Whether a key chooses a rating; else what is typed is the rationale's, and moves no cursor."""
        text = event.character if event.is_printable else None
        if text is None or self.is_typing:
            return False
        if self._digits_choose and text in DIGITS[: len(self.ratings)]:
            self._choose(DIGITS.index(text))
            return True
        self.go_on()
        return False

    async def on_key(self, event: events.Key) -> None:
        """Take text that was on its way here before the input had the focus; the input keeps all that comes to it."""
        if event.is_printable and event.character:
            if not self.takes(event):
                self.take(event.character)
            event.stop()
            event.prevent_default()  # else the dialog's own handler is called after this one

    @property
    def is_typing(self) -> bool:
        """Whether keys are the rationale's."""
        return not self.choosing

    @property
    def _digits_choose(self) -> bool:
        """Until a rating is chosen and words are written: after that a digit is one of a date or a figure."""
        return self.chosen < 0 or not self.is_begun

    def turn(self, *, choosing: bool) -> None:
        """Have keys choose a rating, or be the rationale's; the last line says which do what."""
        self.choosing = choosing
        self.hints = self._hints()
        self.show_hints(self.hints)

    def _hints(self) -> tuple[tuple[str, str], ...]:
        """What keys do now: none is named that would be typed instead."""
        shared = (("ctrl+t", "words"), ("ctrl+e", "edit"), ("Esc", "close"))
        if not self.choosing:
            return (("Enter", "save"), ("Up Down", "another rating"), *shared)
        if not self._digits_choose:
            return (("Up Down", "move"), ("Enter", "choose"), ("Tab", "rationale"), *shared)
        digits = f"1-{min(len(DIGITS), len(self.ratings))}"
        return ((digits, "choose"), ("Enter", "save"), ("Backspace", "clear"), *shared)

    def go_on(self) -> None:
        """Go on at the end of the rationale."""
        if self.choosing:
            self.turn(choosing=False)
            self._field.cursor_position = len(self.typed)

    def on_lines_clicked(self, event: Lines.Clicked) -> None:
        """A click moves the cursor of the list, a double click chooses."""
        self.turn(choosing=True)
        super().on_lines_clicked(event)

    def came_from_editor(self) -> None:
        """Go on in the rationale."""
        self.go_on()

    def action_save(self) -> None:
        """Save from anywhere."""
        self.on_input_submitted()

    def action_wording(self) -> None:
        """Go to other words for the claim; a verdict that was begun goes on afterwards."""
        begun = self._begun()
        self._keep(begun)
        self.dismiss()
        app_of(self).open_dialog(WordingDialog(self.decisions, self.view, go_on=bool(begun)))

    def on_input_submitted(self) -> None:
        """Enter in the rationale saves."""
        if self.chosen < 0:
            self.say("choose a rating first: its digit, or Enter on it")
            self.turn(choosing=True)
            return
        rating, said = self.ratings[self.chosen], self.typed
        told = (*objections(self.view.state, rating, self.view.evidence), self._naming.warning({"rationale": said}))
        warning = "; ".join(filter(None, told))
        if warning and warning != self._warned:
            self._warned = warning
            self.say(f"not saved yet: {warning}. Enter once more records it, with this warning")
            return
        self.attempt(lambda: self.decisions.verdict(self.view, rating.id, said), self._saved)

    def _saved(self) -> None:
        self._naming.saved({"rationale": self.typed})
        self._done()

    def _done(self) -> None:
        self._keep({})
        self.dismiss()

    def close(self) -> None:
        """Close; a rationale and a rating that were begun are there again next time, and the status bar says so."""
        self.keep()
        if self._begun():
            self.tell_begun(f"not saved; {key_of('verdict')} goes on with what you began")
        self.dismiss()

    def keep(self) -> None:
        """Keep the rationale and the rating that were begun."""
        self._keep(self._begun())

    def _begun(self) -> dict[str, str]:
        """Return what was begun, of the rationale and the rating."""
        begun = {DRAFT: self.typed} if self.is_begun else {}
        rating = self.ratings[self.chosen].id if self.chosen >= 0 else ""
        return begun if rating == self._standing else {**begun, RATING: rating}

    def _keep(self, begun: Mapping[str, str]) -> None:
        """Keep what was begun on this claim until next time, in place of what was kept before."""
        self.decisions.desk.drafts.keep(self.view.claim.id, {what: begun.get(what) for what in (DRAFT, RATING)})

    def _choose(self, row: int) -> None:
        self.chosen = self.cursor = row
        self.start()
        self.go_on()

    def _clear(self) -> None:
        if self.is_begun:
            self.go_on()
            self.say("the rationale is not saved: empty it first, then clear the verdict")
        elif self.view.state.verdict is None:
            self.chosen = -1
            self.start()
            self.say("there is no verdict to clear")
        else:
            self.attempt(lambda: self.decisions.clear_verdict(self.view), self._done)

    def _reload(self) -> None:
        desk = self.decisions.desk
        desk.refresh(self.view.claim.id)
        self.view = desk.bench.claim(self.view.claim.id)
        self.say("read again; what you typed is still here", Role.GOOD)


def prefill(view: ClaimView) -> str:
    """The rationale to start from: the one that stands, else the evidence that a person judged to bear on the claim.

    A source that is not open is not named: the log keeps a rationale for good, and it leaves the newsroom.
    """
    if view.state.verdict:
        return view.state.verdict.rationale
    state = view.state
    groups: dict[str, list[str]] = {}
    for item in view.evidence:
        stance = state.stances[item.id].stance if item.id in state.stances else None
        if stance != Stance.UNRELATED and (stance or item.id in state.cited):
            groups.setdefault(f"{stance or 'cited'}: ", []).append(_called(item))
    return "".join(f"{word}{', '.join(dict.fromkeys(names))}; " for word, names in groups.items())


def _called(item: Evidence) -> str:
    withheld = badge(item.candidate.source)
    return f"{withheld} source" if withheld else citation_of(item)
