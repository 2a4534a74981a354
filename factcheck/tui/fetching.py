"""Key F: pages for the claim in view, with consent, in the background. One fetch at a time; F again stops it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from factcheck.errors import FactcheckError, StateError
from factcheck.reports.cells import counted

if TYPE_CHECKING:
    from factcheck.domain import ClaimView
    from factcheck.tui.app import FactcheckApp
    from factcheck.web.network import Access
    from factcheck.workbench.aside import FetchAside
    from factcheck.workbench.asking import Plan
    from factcheck.workbench.fetching import FetchReport

_NOTHING = "the writer cites no address here, and fetch.references is empty"


class Fetching:
    """What is fetched now, if anything. `access`: how pages are reached; None: over the network, as settings allow."""

    def __init__(self, app: FactcheckApp) -> None:
        self.app = app
        self.access: Access | None = None
        self.running: FetchAside | None = None

    def ask(self, view: ClaimView) -> None:
        """Show what would go out for a claim and ask for consent; where people agreed already, begin."""
        from factcheck.tui.dialogs.consent import ConsentDialog
        from factcheck.web.network import Access, policy_for
        from factcheck.workbench.asking import agree, not_agreed, plan_for

        if self.running:
            self.running.stop()
            self.app.tell("stopping to fetch: what came is kept")
            return
        bench, number, access = self.app.desk.bench, view.summary.number, self.access or Access()
        try:
            policy_for(bench.settings, access)
            plan = plan_for(bench, view.claim.id)
            asks = not access.only_plays and any(not_agreed(bench, plan))
        except FactcheckError as error:
            self.app.show_error("Nothing is fetched", error)
            return
        if not plan.citations and not plan.searches:
            why = "a name that is withheld stands in each address" if plan.left_out else _NOTHING
            self.app.tell(f"nothing to ask: {why}")
        elif asks:
            self.app.open_dialog(
                ConsentDialog(plan, number, lambda: agree(bench, plan), done=lambda: self._start(plan, number, access))
            )
        else:
            self._start(plan, number, access)

    def end(self) -> None:
        """Stop, and wait for it: the program ends."""
        if self.running:
            self.running.stop()
            self.running.join()

    def _start(self, plan: Plan, number: int, access: Access) -> None:
        from factcheck.workbench.aside import FetchAside

        later = self.app.call_later  # for any thread

        def progress(done: int, of: int) -> None:
            later(self._progressed, number, done, of)

        self.running = FetchAside(
            self.app.desk.bench,
            plan,
            access,
            progress=progress,
            done=lambda report: later(self._came, number, report),
            failed=lambda error: later(self._failed, number, error),
        )
        self.running.start()
        self._progressed(number, 0, 0)

    def _progressed(self, number: int, done: int, of: int) -> None:
        if self.running:
            so_far = f": {done} of {of} pages" if of else ""
            stop = self.app.keys.first("fetch")
            self.app.tell(f"fetching for claim {number}{so_far}" + (f"; {stop} stops it" if stop else ""))

    def _came(self, number: int, report: FetchReport) -> None:
        """Show what came, where it belongs: another claim that is in view by now stays as it is.

        What was wrong has more words than the status bar: it is shown in full, unless a dialog is open.
        """
        self._read_again()
        read = sum(1 for page in report.pages if page.became != "not read")
        told = [str(problem) for problem in report.problems]
        if report.leads_to:
            follow = " ".join(f"--follow {host}" for host in report.leads_to)
            self.app.tell(f"claim {number}: redirected; to go on: `factcheck fetch --claim {number} {follow}`")
            told.append(f"to go on there: `factcheck fetch --claim {number} {follow}`")
        else:
            wrong = f"; {counted(len(told), 'problem')}, the first: {told[0]}" if told else ""
            self.app.tell(f"claim {number}: {read} of {len(report.pages)} pages read{wrong}")
        self._tell_in_full(number, [*told, report.uncached])

    def _tell_in_full(self, number: int, told: Sequence[str]) -> None:
        texts = [text for text in told if text]
        if texts and len(self.app.screen_stack) == 1:
            self.app.show_message(f"Fetched for claim {number}: what was wrong", *texts)

    def _failed(self, number: int, error: Exception) -> None:
        self._read_again()
        if not isinstance(error, FactcheckError):
            raise error
        self.app.tell(f"claim {number}: {error}")
        if not isinstance(error, StateError):  # which is what a person did: stopped it
            self._tell_in_full(number, [str(error)])

    def _read_again(self) -> None:
        running, self.running = self.running, None
        if running:
            self.app.desk.refresh(running.plan.claim)
            self.app.review.show_all()
