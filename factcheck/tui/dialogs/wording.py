"""Other words for a claim: propose, accept, let its own stand for a reason, or cut these; opened from the verdict.

A letter chooses the step; words and reasons are typed into the line below, and Enter takes the step.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.widget import Widget

from factcheck.domain import ClaimView, WordingState
from factcheck.review.wording import fits, misquoting
from factcheck.tui.decisions import Decisions
from factcheck.tui.dialogs.begun import Writing
from factcheck.tui.dialogs.frame import IN_EDITOR
from factcheck.tui.dialogs.inputs import SafeInput
from factcheck.tui.lines import Bar, app_of
from factcheck.tui.own_words import Naming, Written
from factcheck.tui.pieces import Line, Piece, Role, field, line, row_text, wrap
from factcheck.tui.wording import wording_line

DRAFT = "wording"
"""Under which words that were begun are kept beside their claim."""
PROPOSE, ACCEPT, STET, CUT, CLEAR = "p", "a", "s", "x", "c"
OTHER_WORDS = "it was proposed for words that do not stand there now, which it is compared with: p proposes it anew"
_OUTCOMES = {ACCEPT: WordingState.ACCEPTED, STET: WordingState.STET, CUT: WordingState.CUT}
_ASKS = {PROPOSE: "what is to stand there", STET: "why the words stand", CUT: "why they are cut, or nothing"}
_DOES = {PROPOSE: "propose", ACCEPT: "accept", STET: "stet", CUT: "cut", CLEAR: "take back"}


class WordingDialog(Writing):
    """Shows the words of a claim with those proposed, and takes a step."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+s", "save", priority=True), IN_EDITOR]
    field_height = 1
    label = "words or a reason, once a step is chosen"

    def __init__(self, decisions: Decisions, view: ClaimView, *, go_on: bool = False) -> None:
        super().__init__()
        self.decisions = decisions
        self.view = view
        self._go_on = go_on
        """Whether a verdict was begun that is gone on with afterwards."""
        self.step = ""
        """The step for which something is typed."""
        self._stood = ""
        """What stood in the line when the step was chosen first."""
        self._warned = ""
        """What was warned of."""
        self.title_line = line(
            Piece(f"Other words for claim {view.summary.number}  ", Role.STRONG),
            Piece(row_text(view.claim.text), Role.DIM),
        )
        self.hints = self._hints()

    def on_mount(self) -> None:
        """Find out what the words may not name, while they are written."""
        self._naming = Naming(app_of(self), self.view.summary.article)

    @property
    def typed(self) -> str:
        """What stands in the line."""
        return self.query_one("#field", SafeInput).value

    def _steps(self) -> list[str]:
        """Return the steps that are possible now."""
        known = self.view.state.wording
        settled = {STET} if known and known.text else set()
        settled |= {ACCEPT} if known and known.text and fits(known, self.view.claim) else set()
        possible = {PROPOSE, CUT, *settled, *([CLEAR] if known else [])}
        done = next((step for step, state in _OUTCOMES.items() if known and known.state is state), "")
        return [step for step in _DOES if step in possible - {done}]

    def _hints(self) -> tuple[tuple[str, str], ...]:
        return (*((step, _DOES[step]) for step in self._steps()), ("Esc", "close"))

    def fields(self) -> Iterable[Widget]:
        """The line for words and reasons."""
        return [SafeInput()]

    def body_lines(self, width: int) -> Sequence[Line]:
        """The words that stand, and those proposed."""
        known = self.view.state.wording
        fields = [field("stands", self.view.claim.verbatim)]
        fields.append(field("wording", *(wording_line(known) if known else [Piece("none proposed", Role.DIM)])))
        if known and not fits(known, self.view.claim):
            fields.append(field("", Piece(OTHER_WORDS, Role.WARN)))
        return [found for one in fields for found in wrap(one, width, indent=len(one[0].text))]

    def pressed(self, key: str) -> bool:
        """A letter chooses a step; the reload key reads the claim again."""
        if app_of(self).keys.by_key().get(key) == "reload":
            self._reload()
        elif self.is_typing or key not in self._steps():
            return False
        elif key in _ASKS:
            self._ask(key)
        else:
            self._take(key, "")
        return True

    def _ask(self, step: str) -> None:
        self.step = step
        known = self.view.state.wording
        words = known.text if known and known.text else self.view.claim.verbatim
        begun = self.decisions.desk.drafts.get(self.view.claim.id, self._draft, words if step == PROPOSE else "")
        line_below = self.query_one("#field", SafeInput)
        self._stood = words if step == PROPOSE else ""
        line_below.write(begun)
        line_below.focus()
        self.query_one("#label", Bar).show(line(Piece(f" {_ASKS[step]}", Role.DIM)))
        self.show_hints((("Enter", _DOES[step]), ("ctrl+s", _DOES[step]), ("ctrl+e", "editor"), ("Esc", "close")))

    def action_editor(self) -> None:
        """Write the words or the reason in the reviewer's own editor, once a step is chosen."""
        if self.step:
            super().action_editor()
        else:
            self.say("choose a step first: its letter")

    def action_save(self) -> None:
        """Take the step from anywhere."""
        self.on_input_submitted()

    def on_input_submitted(self) -> None:
        """Enter takes the step that was chosen."""
        if self.step:
            self._take(self.step, self.typed)
        else:
            self.say("choose a step first: its letter")

    def _take(self, step: str, said: str) -> None:
        view = self.view
        misquoted = misquoting(view.claim, said) if step == PROPOSE else ()
        warning = "; ".join(filter(None, (*misquoted, self._naming.warning(self._written))))
        if warning and warning != self._warned:
            self._warned = warning
            self.say(f"not saved yet: {warning}. Enter once more records it all the same")
            return
        if step == PROPOSE:
            self.attempt(lambda: self.decisions.propose_wording(view, said), self._done)
        elif step == CLEAR:
            self.attempt(lambda: self.decisions.clear_wording(view), self._done)
        else:
            self.attempt(lambda: self.decisions.settle_wording(view, _OUTCOMES[step], said), self._done)

    @property
    def _written(self) -> Written:
        return {"wording" if self.step == PROPOSE else "reason": self.typed if self.step else ""}

    def _done(self) -> None:
        self._naming.saved(self._written)
        self.decisions.desk.drafts.keep(self.view.claim.id, {self._draft: None})
        self._leave()

    def close(self) -> None:
        """Close; words that were begun are there again next time."""
        self.keep()
        self._leave()

    def keep(self) -> None:
        """Keep the words or the reason of the step that was chosen."""
        if self.step:
            self.decisions.desk.drafts.keep(
                self.view.claim.id, {self._draft: self.typed if self.typed != self._stood else None}
            )

    @property
    def _draft(self) -> str:
        return DRAFT if self.step == PROPOSE else f"{DRAFT}:{self.step}"

    def _leave(self) -> None:
        self.dismiss()
        if self._go_on:
            app_of(self).call_later(app_of(self).run_command, "verdict")

    def _reload(self) -> None:
        desk = self.decisions.desk
        desk.refresh(self.view.claim.id)
        self.view = desk.bench.claim(self.view.claim.id)
        self.start()
        if not self.is_typing:
            self.show_hints(self._hints())
        self.say("read again; what you typed is still here", Role.GOOD)
