"""A form: what it is about, a few questions one below the other, and one input for the answer under the cursor.

The input has the focus all the time, so keys that wait in a row come to one place, and in their order. What was typed
stays beside its claim until it is saved: a form that was closed goes on where it was left.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.widget import Widget

from factcheck.domain import ClaimView
from factcheck.errors import FactcheckError, InputError
from factcheck.tui.dialogs.about_claim import AboutClaim
from factcheck.tui.dialogs.begun import Writing
from factcheck.tui.dialogs.frame import IN_EDITOR
from factcheck.tui.dialogs.inputs import SafeInput
from factcheck.tui.lines import Bar, app_of
from factcheck.tui.own_words import Naming
from factcheck.tui.pieces import Line, Piece, Role, line, row_text, wrap

if TYPE_CHECKING:
    from factcheck.tui.marking import Marking
    from factcheck.workbench import Workbench

OWN_WORDS = frozenset(["comment", "exception", "position", "reason", "wording"])
"""Questions whose answers reports show in a person's own words."""

Answers = Mapping[str, str]
"""The name of each question -> what was answered."""


@dataclass(frozen=True, slots=True)
class Ask:
    """A question: its name, what it begins with, what it takes in words, and the answers it has if only some will do.

    An answer out of `options` may be typed in full or by its beginning; none typed is `value`. What `is_secret` is not
    shown, not kept when the form is closed, and not written in an editor, which would leave it in a file.
    """

    name: str
    value: str = ""
    hint: str = ""
    options: tuple[str, ...] = ()
    is_secret: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """A form. `about`: lines above the questions; `draft`: under which name what was begun is kept.

    `view`: the claim as it was shown, if it is about one; `subject`: else what it is about (an article's id). `save`
    does it at once; `work` beside the screen, and `done` goes on with what came of it.
    """

    title: str
    asks: Sequence[Ask]
    draft: str
    doubt: Callable[[Answers], str] = lambda _: ""
    """Says in words what is asked about before it is done; "" if nothing."""
    save: Callable[[Answers, ClaimView | None], object] = lambda _, __: None
    work: Callable[[Workbench, Answers, ClaimView | None], Any] | None = None
    done: Callable[[Any], object] = lambda _: None
    about: Sequence[Line] = ()
    anew: Callable[[ClaimView], Sequence[Line]] | None = None
    """Gives `about` as the claim is now, where what it says may change meanwhile."""
    below: Callable[[Workbench], Sequence[Line]] | None = None
    """What helps to answer, read beside the screen and shown below the questions once it is there."""
    view: ClaimView | None = None
    subject: str = ""
    marking: Marking | None = None
    """What of the article is marked as the answer, of a form with one question."""


class Answer(SafeInput):
    """The input of a form: it keeps the keys that go from question to question in the order of what is typed."""

    def __init__(self, dialog: FormDialog, value: str) -> None:
        super().__init__(value)
        self._dialog = dialog

    def on_key(self, event: events.Key) -> None:
        """Leave to the form what moves in it."""
        if self._dialog.steers(event.key):
            event.stop()
            event.prevent_default()


class FormDialog(AboutClaim, Writing):
    """Asks, and hands the answers on; Enter goes on to the next question, and saves at the last."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+s", "save", priority=True), IN_EDITOR]
    AUTO_FOCUS = "#field"
    field_height = 1
    label = " "

    def __init__(self, form: Form) -> None:
        super().__init__(form.view)
        self.form = form
        self.title_line = line(Piece(form.title, Role.STRONG))
        several = (("Tab", "next"),) if len(form.asks) > 1 else ()
        self.hints = (("Enter", "go on, save"), *several, ("ctrl+s", "save"), ("ctrl+e", "editor"), ("Esc", "close"))
        self.row = 0
        self._begun = {ask.name: self._begins(ask) for ask in form.asks}
        self._naming: Naming | None = None
        self._about = form.about
        self._below: Sequence[Line] = ()
        self._warned = ""
        """What was warned of."""

    def on_mount(self) -> None:
        """Find out what words on a claim may not name, while they are written."""
        if self.view and not OWN_WORDS.isdisjoint(ask.name for ask in self.form.asks):
            self._naming = Naming(app_of(self), self.view.summary.article)
        if self.form.below:
            app_of(self).beside.run(self.form.below, self._show_below, lambda error: self.say(str(error)))

    def _show_below(self, lines: Sequence[Line]) -> None:
        self._below = lines
        if self.is_attached:
            self.start()

    # --- what is asked ------------------------------------------------------------------------------------------------

    @staticmethod
    def _begins(ask: Ask) -> str:
        return "" if ask.options else ask.value

    @property
    def ask(self) -> Ask:
        """The question under the cursor."""
        return self.form.asks[self.row]

    @property
    def answers(self) -> dict[str, str]:
        """What is answered so far."""
        return {**self._answers, self.ask.name: self._field.value}

    @property
    def _field(self) -> Answer:
        return self.query_one("#field", Answer)

    def fields(self) -> Iterable[Widget]:
        """The answer; what was begun earlier stands there."""
        drafts = app_of(self).desk.drafts
        self._answers = {
            ask.name: drafts.get(self._subject, self._what(ask), self._begins(ask)) for ask in self.form.asks
        }
        return [Answer(self, self._answers[self.ask.name])]

    def body_lines(self, width: int) -> Sequence[Line]:
        """What it is about, then each question with its answer."""
        found = [part for told in self._about for part in wrap(told, width, indent=2)]
        found += [line("")] if found else []
        longest = max(len(ask.name) for ask in self.form.asks)
        for row, ask in enumerate(self.form.asks):
            here = row == self.row
            mark = Piece("> " if here else "  ", Role.HERE if here else Role.TEXT)
            answer = self._answers[ask.name] or ask.value
            shown = ("(typed)" if ask.is_secret else row_text(answer)) if answer else "-"
            told = Piece("(below)" if here else shown, Role.DIM if here else Role.STRONG)
            found += wrap(line(mark, Piece(f"{ask.name:<{longest}}  ", Role.DIM), told), width, indent=longest + 4)
        return [*found, *([line("")] if self._below else []), *self._below]

    def start(self) -> None:
        """Show the questions, and what the one under the cursor takes."""
        self.body.show_text(self.body_lines, see=Role.HERE, stay=True)
        kept = f"; empty: {self.ask.value}" if self.ask.value else ""
        options = f": {', '.join(self.ask.options)} (its beginning will do{kept})" if self.ask.options else ""
        hint = f": {self.ask.hint}" if self.ask.hint else ""
        self.query_one("#label", Bar).show(line(Piece(f" {self.ask.name}{hint}{options}", Role.DIM)))
        self._field.password = self.ask.is_secret

    def steers(self, key: str) -> bool:
        """Act on a key that goes from question to question; tell whether it is one."""
        if key == "enter":
            if self.row + 1 < len(self.form.asks):
                self._go_on()
            else:
                self._save()
        elif key in {"down", "tab"}:
            self._go_on()
        elif key in {"up", "shift+tab"}:
            self._turn(-1)
        else:
            return False
        return True

    def _go_on(self) -> None:
        """Go to the next question, unless the answer here is none of those that will do."""
        try:
            if self._field.value.strip():
                chosen(self.ask, self._field.value)
        except InputError as error:
            self.say(str(error), Role.BAD)
        else:
            self.say("")
            self._turn(1)

    def _turn(self, steps: int) -> None:
        self._answers[self.ask.name] = self._field.value
        self.row = (self.row + steps) % len(self.form.asks)
        self._field.write(self._answers[self.ask.name])
        self.start()

    def pressed(self, key: str) -> bool:
        """Take keys that came before the input had the focus, and read the claim again."""
        return self.steers(key) or self.reads_again(key)

    def on_read_again(self) -> None:
        """Show what it is about as it is now."""
        if self.form.anew:
            self._about = self.form.anew(self.claim)
            self.start()

    def action_editor(self) -> None:
        """Write the answer in the reviewer's own editor; a secret stays out of files."""
        if self.ask.is_secret:
            self.say("a passphrase is typed here: an editor would leave it in a file")
        else:
            super().action_editor()

    # --- saving and leaving -------------------------------------------------------------------------------------------

    def action_save(self) -> None:
        """Save from anywhere, once the keys typed before have come to the input: this one may overtake them."""
        self.call_later(self._field.call_later, self._save)

    def _save(self) -> None:
        answers, work, view = self.answers, self.form.work, self.view
        named = self._naming.warning(self._own_words) if self._naming else ""
        warning = "; ".join(filter(None, (named, self.form.doubt(answers))))
        if warning and warning != self._warned:
            self._warned = warning
            self.say(f"not saved yet: {warning}. ctrl+s or Enter once more records it all the same")
            return
        if work is None:
            self.attempt(lambda: self.form.save(self._meant(answers), view), self._done)
        else:
            self.attempt_beside(lambda bench: work(bench, self._meant(answers), view), self._worked)

    def refused_by(self, error: FactcheckError) -> None:
        """Go to the answer that the refusal, or the way out of it, names: what is typed next is to mend that one."""
        super().refused_by(error)
        answers, told = self.answers, error.message
        for row, ask in enumerate(self.form.asks):
            named = not ask.is_secret and answers[ask.name].strip() and repr(answers[ask.name].strip()) in told
            is_way_out = f"--{ask.name} " in f"{error.hint} "
            if row != self.row and (named or is_way_out or told.startswith(f"{ask.name} takes one of")):
                self._turn(row - self.row)
                break

    def _meant(self, answers: Answers) -> Answers:
        return {ask.name: chosen(ask, answers[ask.name]) for ask in self.form.asks}

    def _worked(self, result: object) -> None:
        self._done()
        self.form.done(result)

    @property
    def _own_words(self) -> Answers:
        return {name: said for name, said in self.answers.items() if name in OWN_WORDS}

    def _done(self) -> None:
        if self._naming:
            self._naming.saved(self._own_words)
        self._keep({})
        self.dismiss()

    def close(self) -> None:
        """Close; what was begun is there again next time, and the status bar says so."""
        self.keep()
        if any(self._is_begun(ask) for ask in self.form.asks):
            self.tell_begun("not saved; the same key goes on with what you began")
        self.dismiss()

    def keep(self) -> None:
        """Keep the answers that were begun."""
        answers = self.answers
        self._keep({ask.name: answers[ask.name] for ask in self.form.asks if self._is_begun(ask)})

    def _is_begun(self, ask: Ask) -> bool:
        return not ask.is_secret and self.answers[ask.name] != self._begun[ask.name]

    def _keep(self, begun: Answers) -> None:
        words = {self._what(ask): begun.get(ask.name) for ask in self.form.asks}
        app_of(self).desk.drafts.keep(self._subject, words)

    @property
    def _subject(self) -> str:
        return self.form.view.claim.id if self.form.view else self.form.subject

    def _what(self, ask: Ask) -> str:
        return f"{self.form.draft}:{ask.name}"


def chosen(ask: Ask, answer: str) -> str:
    """Return the answer that is meant: where only some will do, the only one that begins so.

    Raises:
        InputError: none does, or several do.
    """
    if ask.is_secret:
        return answer
    said = " ".join(answer.split())
    if not ask.options:
        return said
    said = said or ask.value
    found = [one for one in ask.options if one == said.casefold()] or [
        one for one in ask.options if said and one.startswith(said.casefold())
    ]
    if len(found) != 1:
        raise InputError(f"{ask.name} takes one of: {', '.join(ask.options)}")
    return found[0]
