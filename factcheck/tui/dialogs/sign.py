"""The sign-off: exactly what would be signed, what blocks it, and `y`."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.domain import ClaimView
from factcheck.errors import FactcheckError
from factcheck.reports.sign_off import look_lines
from factcheck.review.steps import ReviewStep
from factcheck.tui.decisions import Decisions
from factcheck.tui.dialogs.form import Ask, Form, FormDialog
from factcheck.tui.dialogs.read_through import READ_ON, ReadThrough
from factcheck.tui.lines import app_of
from factcheck.tui.panes import signable_lines
from factcheck.tui.pieces import Line, Piece, Role, line, wrap
from factcheck.tui.with_keys import with_keys

_BINDING = frozenset("yb")
"""The keys that sign, or begin to."""
TO_WHAT_BLOCKS = frozenset(["verdict", "items", "note", "pane-evidence", "pane-passage"])
"""Commands that lead to the place of what blocks it, which names their keys; those of the menus do, too."""


class SignDialog(ReadThrough):
    """Signs what it shows: the digest of the displayed state goes with the signature, once all of it was on screen."""

    closing_key = "y"

    def __init__(self, decisions: Decisions, view: ClaimView) -> None:
        super().__init__()
        self.decisions = decisions
        self.view = view
        self.title_line = line(Piece(f"Sign off claim {view.summary.number}", Role.STRONG))
        self.blockers = decisions.desk.bench.blockers(view.claim.id)
        self._unmet = decisions.desk.bench.missing_sources(view.claim.id)
        self.hints = self._hints()

    def _hints(self) -> tuple[tuple[str, str], ...]:
        verdict = (("v", "verdict"),) if self.view.state.verdict is None else ()
        past = (("b", "pass over the rules"),) if self._may_pass else ()
        steps = (*verdict, *past) if self.blockers else (("y", "sign"),)
        if self.was_read:
            return (*steps, ("Esc", "close"))
        return (*(step for step in steps if step[0] not in _BINDING), (self._reads_on, READ_ON), ("Esc", "close"))

    @property
    def _reads_on(self) -> str:
        return "y" if not self.blockers else "b" if self._may_pass else "j k"

    def more_was_read(self) -> None:
        """What the keys do changes with the last line."""
        self.hints = self._hints()
        self.show_hints(self.hints)

    @property
    def _may_pass(self) -> bool:
        bench = self.decisions.desk.bench
        return bool(self.blockers) and bench.workflow.may(bench.user, ReviewStep.BYPASS)

    def body_lines(self, width: int) -> Sequence[Line]:
        """What is in the way, or what the signature will say; then all that it binds."""
        lines: list[Line] = []
        for blocker in self.blockers:
            lines += wrap(line(Piece(f"blocked: {with_keys(blocker)}", Role.BAD)), width, indent=9)
        if not self.blockers:
            bench = self.decisions.desk.bench
            own = "self-signed" if bench.user in self.view.state.contributors else "signed"
            words = f"y records: {own} by {bench.user}, identity {bench.identity()}"
            lines += wrap(line(Piece(words, Role.STRONG)), width)
        bench = self.decisions.desk.bench
        for warning in look_lines(self.view, bench.ratings, self._unmet, bench.now()):
            lines += wrap(line(Piece(f"look: {with_keys(warning)}", Role.BAD)), width, indent=6)
        would = "What would be signed:" if self.blockers else "What you sign:"
        return [
            *lines,
            line(""),
            line(Piece(would, Role.DIM)),
            *signable_lines(self.view, width, self.decisions.rating),
        ]

    def pressed(self, key: str) -> bool:
        """`y` signs; the reload key shows what stands there now; what blocks it is gone to by its own key."""
        command = app_of(self).keys.by_key().get(key)
        if key in _BINDING and not self.was_read and (key == "y" or self._may_pass):
            self.read_on()
        elif key == "y":
            self._sign()
        elif key == "b" and self._may_pass:
            self._pass_over()
        elif command == "reload":
            self._reload()
        elif self.blockers and command in TO_WHAT_BLOCKS:
            self.dismiss()
            app_of(self).call_later(app_of(self).run_command, command)
        elif self.blockers and key not in _BINDING and key in app_of(self).keys.menus():
            self.dismiss()
            app_of(self).call_later(app_of(self).open_menu, key)
        else:
            return False
        return True

    def _sign(self) -> None:
        if self.blockers:
            self.say("not signed: see above what blocks it", Role.BAD)
        else:
            view = self.view
            self.attempt(lambda: self.decisions.sign(view), self.dismiss)

    def _pass_over(self) -> None:
        """Ask why the rules are passed over, then sign."""
        view, bench = self.view, self.decisions.desk.bench
        form = Form(
            title=f"Sign claim {view.summary.number} past the rules",
            about=_blocked(self.blockers),
            anew=lambda now: _blocked(bench.blockers(now.claim.id)),
            asks=(Ask("reason", hint="why; every report shows it"),),
            save=lambda answers, now: self.decisions.sign(now or view, bypass=answers["reason"]),
            draft="bypass",
            view=view,
        )
        self.dismiss()
        app_of(self).open_dialog(FormDialog(form))

    def refused_by(self, error: FactcheckError) -> None:  # noqa: ARG002 - whatever it was
        """Offer to read it again."""
        self.show_hints(((app_of(self).keys.first("reload"), "read it again"), ("Esc", "close")))

    def _reload(self) -> None:
        desk = self.decisions.desk
        desk.refresh(self.view.claim.id)
        self.view = desk.bench.claim(self.view.claim.id)
        self.blockers = desk.bench.blockers(self.view.claim.id)
        self._unmet = desk.bench.missing_sources(self.view.claim.id)
        self.start()
        self.more_was_read()
        self.say("read again: look at it, then sign", Role.GOOD)


def _blocked(blockers: Sequence[str]) -> list[Line]:
    return [line(Piece(f"blocked: {with_keys(blocker)}", Role.BAD)) for blocker in blockers]
