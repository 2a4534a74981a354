"""Commands that take a step of the workflow, or sort a claim: each opens its form, or is done at once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING

from factcheck.tui.commands.moving import Moving

if TYPE_CHECKING:
    from factcheck.domain import ClaimView
    from factcheck.tui.dialogs.form import Form
    from factcheck.tui.steps import Steps


class Stepping(Moving):
    """Commands of the workflow."""

    def hold(self) -> None:
        self._step("hold", self._steps.hold)

    def submit(self) -> None:
        self._step("submit", self._steps.submit)

    def send_back(self) -> None:
        self._step("send-back", self._steps.send_back)

    def assign(self) -> None:
        self._step("assign", self._steps.assign)

    def wait(self) -> None:
        self._step("wait", self._steps.wait)

    def triage(self) -> None:
        self._step("triage", self._steps.triage)

    def waive(self) -> None:
        self._step("waive", self._steps.waive)

    def dispute(self) -> None:
        self._step("dispute", self._steps.dispute)

    def settle(self) -> None:
        self._step("settle", self._steps.settle)

    def close(self) -> None:
        self._step("close", self._steps.close)

    def withdraw(self) -> None:
        self._step("withdraw", self._steps.withdraw)

    def deadline(self) -> None:
        article = self.desk.article_summary
        if article is None:
            self.app.tell("there is no article here")
        else:
            self.open_form(self._steps.deadline(article))

    def why_not(self, commands: Iterable[str]) -> Mapping[str, str]:
        """Say of commands why they are not possible now."""
        told = ((name, self._steps.why_not(self.desk.view, name)) for name in commands)
        return {name: reason for name, reason in told if reason}

    def open_form(self, form: Form) -> None:
        """Open a form."""
        from factcheck.tui.dialogs.form import FormDialog
        from factcheck.tui.dialogs.marking import MarkingDialog

        self.app.open_dialog(MarkingDialog(form, form.marking) if form.marking else FormDialog(form))

    @property
    def _steps(self) -> Steps:
        from factcheck.tui.steps import Steps

        return Steps(self.decisions)

    def _step(self, command: str, make: Callable[[ClaimView], Form | str]) -> None:
        """Take a step: say why not, or do it at once, or ask what it needs."""
        view = self._view()
        if view is None:
            return
        if reason := self._steps.why_not(view, command):
            remedy = self._steps.remedy(view, command)
            self.app.tell(f"claim {view.summary.number}: {reason}{f'; {remedy}' if remedy else ''}")
            return

        def done(made: Form | str) -> None:
            if isinstance(made, str):
                self.screen.decided()
            else:
                self.open_form(made)

        self._patiently(lambda: make(view), done)
