"""The items of a claim: ticked against the evidence in focus, one by one or all that are left, or waived."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.domain import ClaimView, Item, Stance
from factcheck.review.item_days import how_dated
from factcheck.review.items import is_opposed, key_of, left, speaks_of
from factcheck.tui.decisions import Decisions
from factcheck.tui.dialogs.about_claim import AboutClaim
from factcheck.tui.dialogs.form import Answers, Ask, Form, FormDialog
from factcheck.tui.dialogs.frame import Choice
from factcheck.tui.lines import app_of
from factcheck.tui.ours import ours
from factcheck.tui.pieces import Line, Piece, Role, fit, line, row_text, width_of
from factcheck.tui.rows import citation_of

DIGITS = "123456789"
"""What ticks an item by its place; the cursor reaches any."""

GOES_ON = frozenset({"verdict", "sign-off", "claim-next", "claim-previous", "todo-next", "todo-previous"})
"""Commands whose keys close a sheet on which all is ticked, and are run: by themselves they decide nothing."""


def ticked_against(view: ClaimView, focused: int) -> int:
    """Return the place of the evidence to tick against: the one judged last that bears on the claim.

    Where none was: the one in focus if it speaks of something that is left, else the first that does; none that was
    dismissed.
    """
    judged = {one: said for one, said in view.state.stances.items() if said.stance is not Stance.UNRELATED}
    dismissed = view.state.stances.keys() - judged.keys()
    places = {item.id: place for place, item in enumerate(view.evidence) if item.id not in dismissed}
    if known := [one for one in judged if one in places]:
        return places[max(known, key=lambda one: (judged[one].at, places[one]))]
    open_items = left(view.claim, view.state, {one.id: one for one in view.evidence})
    order = sorted(places.values(), key=lambda place: (place != focused, place))
    speaking = (
        p for p in order if any(speaks_of(view.evidence[p], item, view.claim, view.state) for item in open_items)
    )
    return next(speaking, focused)


LEAST_WORDS = 12
"""Cells that the words of an item keep, however long the reason is for which it was waived."""


class ItemsDialog(Choice, AboutClaim):
    """Ticks items. The evidence they are ticked against is the one in focus; left and right take another."""

    label = " "

    def __init__(self, decisions: Decisions, view: ClaimView, evidence: int) -> None:
        AboutClaim.__init__(self, view)
        self.decisions = decisions
        self.place = evidence
        self.title_line = line(Piece(f"Items of claim {view.summary.number}", Role.STRONG))
        self.hints = (
            ("1-9 Enter", "tick"),
            ("a", "all in it"),
            ("w W", "waive/all"),
            ("0", "untick"),
            ("h l", "evidence"),
            ("Esc", "close"),
        )

    def count(self) -> int:
        """One row an item."""
        return len(self.claim.claim.items)

    def start(self) -> None:
        """Fill the list, and say what is ticked against."""
        super().start()
        evidence = self.claim.evidence
        if evidence:
            name = self.claim.state.name_of(evidence[self.place].id)
            named = f" ({name})" if name != f"e{self.place + 1}" else ""
            told = f"against evidence {self.place + 1} of {len(evidence)}{named}: {citation_of(evidence[self.place])}"
        else:
            told = "there is no evidence to tick against: w waives"
        self.say(told, Role.DIM)

    def row_lines(self, row: int, width: int) -> Sequence[Line]:
        """Place, whether it is ticked, kind, words, and by whom against what: where room is scarce the words give."""
        item = self.claim.claim.items[row]
        digit = DIGITS[row] if row < len(DIGITS) else " "
        box, told = self._stands(item)
        before = line(
            Piece(f"{digit} ", Role.KEY),
            Piece(f"[{box}] ", Role.STRONG if box == " " else Role.GOOD),
            Piece(f"{item.kind:<10}", Role.DIM),
        )
        stands = Piece(f"  {told}", Role.DIM)
        room = max(LEAST_WORDS, width - width_of((*before, stands)))
        return [(*before, *fit(line(Piece(row_text(item.span.text), Role.STRONG)), room), stands)]

    def _stands(self, item: Item) -> tuple[str, str]:
        view = self.claim
        tick = view.state.ticks.get(key_of(item))
        places = {one.id: view.state.name_of(one.id) for one in view.evidence}
        if tick and tick.reason:
            return "w", f"waived by {tick.user}: {row_text(tick.reason)}"
        if tick:
            return "x", f"{tick.user}, against {places.get(tick.evidence, tick.evidence)}"
        if item not in self.left:
            return "=", "stands in the evidence of the verdict"
        if not self.claim.evidence or not self._is_in(item):
            return " ", self._how_dated(item) or "not in it word for word"
        return " ", "contradicted by it" if self._is_opposed(item) else self._how_dated(item) or "it speaks of this"

    def _how_dated(self, item: Item) -> str:
        return (
            ours(how_dated(self.claim.evidence[self.place], item, self.claim.claim, "it"))
            if self.claim.evidence
            else ""
        )

    def _is_opposed(self, item: Item) -> bool:
        return is_opposed(self.claim.evidence[self.place], item, self.claim.claim, self.claim.state)

    def _is_in(self, item: Item) -> bool:
        return speaks_of(self.claim.evidence[self.place], item, self.claim.claim, self.claim.state)

    @property
    def left(self) -> tuple[Item, ...]:
        """What is left to tick."""
        return left(self.claim.claim, self.claim.state, {one.id: one for one in self.claim.evidence})

    def pressed(self, key: str) -> bool:
        """Digits and Enter tick, `a` all that it speaks of; `w` waives, `W` all that are left; `0` takes back."""
        if key in DIGITS and int(key) <= self.count():
            self._tick([int(key) - 1])
        elif not self.left and key == "enter":
            self.dismiss()
        elif not self.left and app_of(self).keys.by_key().get(key) in GOES_ON:
            self.dismiss()
            app_of(self).call_later(app_of(self).run_command, app_of(self).keys.by_key()[key])
        elif key in {"enter", "space"}:
            self._tick([self.cursor])
        elif key == "a":
            items = enumerate(self.claim.claim.items) if self.claim.evidence else ()
            self._tick([row for row, item in items if item in self.left and self._is_in(item)])
        elif key == "W":
            self._waive_left()
        elif key == "0":
            self.attempt(lambda: self.decisions.untick(self.claim, [str(self.cursor + 1)]), self._again)
        elif key == "w":
            item = self.claim.claim.items[self.cursor]
            self._waive(f"{item.kind} {row_text(item.span.text)}", [str(self.cursor + 1)])
        elif key in {"h", "left", "l", "right"} and self.claim.evidence:
            self.place = (self.place + (1 if key in {"l", "right"} else -1)) % len(self.claim.evidence)
            self.start()
        else:
            return self.reads_again(key)
        return True

    def _tick(self, rows: Sequence[int]) -> None:
        if not rows:
            self.say("it speaks of nothing that is left" if self.left else "nothing is left to tick")
        elif not self.claim.evidence:
            self.say("there is no evidence to tick against: w waives an item with a reason")
        else:
            item = self.claim.evidence[self.place]
            names = [str(row + 1) for row in rows]
            self.attempt(lambda: self.decisions.tick(self.claim, names, item.id), lambda: self._ticked(rows))

    def _ticked(self, rows: Sequence[int]) -> None:
        """Say what the evidence does not bear out; stay where all is ticked: a key would act on what is behind."""
        self.cursor = max(rows) + 1
        self._again()
        against = self._not_borne_out([self.claim.claim.items[row] for row in rows])
        closes = "" if self.left else "all is ticked: Enter or Esc closes, 0 unticks"
        if told := "; ".join(filter(None, (against, closes))):
            self.say(told, Role.WARN if against else Role.GOOD)

    def _not_borne_out(self, items: Sequence[Item]) -> str:
        """Say which of the items that were ticked the evidence contradicts, and which do not stand in it."""
        opposed = [item for item in items if self._is_opposed(item)]
        absent = [item for item in items if not self._is_in(item)]
        decided = self.claim.state.stances.get(self.claim.evidence[self.place].id)
        dismissed = items if decided and decided.stance is Stance.UNRELATED else []
        told = ((dismissed, "it was dismissed"), (opposed, "contradicted by it"), (absent, "not in it word for word"))
        found = [f"{how}: {', '.join(row_text(one.span.text) for one in those)}" for those, how in told if those]
        return f"ticked, though {'; '.join(found)}" if found else ""

    def _again(self) -> None:
        self.view = self.decisions.desk.bench.claim(self.claim.claim.id)
        self.start()

    def _waive_left(self) -> None:
        if self.left:
            self._waive(f"what is left ({len(self.left)})", [])
        else:
            self.say("nothing is left")

    def _waive(self, what: str, names: Sequence[str]) -> None:
        def save(answers: Answers, now: ClaimView | None) -> object:
            return self.decisions.waive_items(now or self.claim, names, answers["reason"])

        form = Form(
            title=f"Waive {what}",
            asks=(Ask("reason", hint="why it needs no check"),),
            save=save,
            draft=f"waive-item-{''.join(names)}",
            view=self.claim,
        )
        app_of(self).push_screen(FormDialog(form), lambda _: self._again())
