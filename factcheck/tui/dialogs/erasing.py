"""Personal words, erased for good: those on a claim one by one, or all that name a person."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from factcheck.domain import ClaimView
from factcheck.errors import InputError
from factcheck.reports.cells import counted
from factcheck.tui import lists
from factcheck.tui.decisions import Decisions
from factcheck.tui.dialogs.form import Answers, Ask, Form, FormDialog
from factcheck.tui.dialogs.listing import ListDialog
from factcheck.tui.lines import app_of
from factcheck.tui.lists import Entry
from factcheck.tui.pieces import Line, Piece, Role, line, row_text
from factcheck.workbench import erasing

if TYPE_CHECKING:
    from factcheck.workbench import Workbench
    from factcheck.workbench.erasing import Done, Personal

NO, YES = "no", "yes"
FINAL = "Nothing brings it back, undo neither. Backups, exports and the log's own reasons stay as they are."


class EraseDialog(ListDialog):
    """The personal words on a claim; Enter erases those under the cursor, `p` looks for a person everywhere."""

    hints: Sequence[tuple[str, str]] = (("Enter", "erase"), ("p", "of a person"), ("/", "search"), ("Esc", "close"))

    def __init__(self, decisions: Decisions, view: ClaimView) -> None:
        title = f"Personal words on claim {view.summary.number}"
        super().__init__(title, lists.personal(view.claim.id), "there are none here; p looks for a person everywhere")
        self.decisions = decisions
        self.names: tuple[str, ...] = ()
        """What the person goes by whose words are listed; empty: those on the claim."""

    def pressed(self, key: str) -> bool:
        """`p` asks for a person; `y` erases all that name the one who is listed."""
        if self.is_typing or key not in {"p", "y"}:
            return super().pressed(key)
        if key == "p":
            self._ask(self._person())
        elif self.names and self._all:
            found = [entry.personal for entry in self._all if entry.personal]
            self._ask(self._erase(f"Erase all that names {', '.join(self.names)}", found, self._all[:2]))
        else:
            self.say("p first: whose words")
        return True

    def go_there(self) -> None:
        """Ask why, and whether it is to be."""
        if self.here and self.here.personal:
            self._ask(self._erase(f"Erase this {self.here.personal.kind}", [self.here.personal], [self.here]))

    def _ask(self, form: Form) -> None:
        app_of(self).push_screen(FormDialog(form))

    def _person(self) -> Form:
        def work(bench: Workbench, answers: Answers, _: ClaimView | None) -> tuple[tuple[str, ...], Sequence[Entry]]:
            names = tuple(name.strip() for name in answers["names"].split(",") if name.strip())
            found = erasing.of_person(bench.store, names)
            return names, [lists.personal_entry(bench, one) for one in found]

        return Form(
            title="Whose words are to be erased?",
            asks=(Ask("names", hint="all that the person goes by, with commas: Maren Holt, Holt"),),
            draft="erase-person",
            subject="erase",
            work=work,
            done=self._named,
        )

    def _named(self, found: tuple[tuple[str, ...], Sequence[Entry]]) -> None:
        if self._gone:
            return
        self.names, entries = found
        self._title = f"Words that name {row_text(', '.join(self.names))}"
        self._nothing = "no words name them"
        self.show_hints((("y", "erase all of these"), ("Enter", "erase one"), ("p", "of another"), ("Esc", "close")))
        self.came(entries)

    def _erase(self, title: str, words: Sequence[Personal], shown: Sequence[Entry]) -> Form:
        names = self.names

        def work(bench: Workbench, answers: Answers, _: ClaimView | None) -> Done:
            if answers["sure"] != YES:
                raise InputError("not erased: answer yes to erase it")
            return erasing.erase(bench, words, answers["reason"], names)

        more = len(words) - len(shown)
        about: list[Line] = [part for entry in shown for part in entry.lines]
        about += [line(Piece(f"and {more} more", Role.DIM))] if more > 0 else []
        return Form(
            title=row_text(title),
            about=(*about, line(Piece(FINAL, Role.WARN))),
            asks=(
                Ask("reason", hint="why, without the name and the words: the log keeps it"),
                Ask("sure", NO, options=(NO, YES)),
            ),
            draft="erase",
            subject="erase",
            work=work,
            done=self._erased,
        )

    def _erased(self, done: Done) -> None:
        told = f"erased: {counted(done.erased, 'text')} on {counted(done.claims, 'claim')}, with all copies here"
        if done.still:
            told += f"; other words that name them stay in {counted(done.still, 'event')}, withheld from exports"
        desk = self.decisions.desk
        desk.drafts.read_again()
        desk.load()
        self.decisions.done("", told, undoable=False)
        if self._gone:
            return
        if self.names:
            self._named((self.names, ()))
        else:
            self.start()
