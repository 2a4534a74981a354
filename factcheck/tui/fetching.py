"""Keys F and R: pages for the claim in view, or the page of its evidence once more; in the background, after a yes.

One fetch at a time; Esc, or F again, stops it. Where a page redirects to a host that nobody agreed to ask, the same key
asks about that host: no question comes up by itself, which a key meant for something else would answer.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from factcheck.errors import FactcheckError, StateError
from factcheck.reports.cells import counted
from factcheck.reports.fetched import page_lines
from factcheck.tui.keys import key_of
from factcheck.tui.with_keys import in_words, with_keys

if TYPE_CHECKING:
    from factcheck.domain import ClaimView, Evidence, Problem
    from factcheck.tui.app import FactcheckApp
    from factcheck.web.network import Access
    from factcheck.web.stopping import Stop
    from factcheck.workbench import Workbench
    from factcheck.workbench.aside import FetchAside
    from factcheck.workbench.fetching import FetchReport, Progress

    Fetch = Callable[[Workbench, Access, Progress, Stop], FetchReport]

_NOTHING = "the writer cites no address here, and fetch.references is empty"


class Fetching:
    """What is fetched now, if anything. `access`: how pages are reached; None: over the network, as settings allow."""

    def __init__(self, app: FactcheckApp) -> None:
        self.app = app
        self.access: Access | None = None
        self.running: FetchAside | None = None
        self._stopped_at: dict[str, tuple[str, ...]] = {}
        """Claims (ids) and pages (addresses) -> the hosts at which their fetch was stopped, until it is asked about."""

    def ask(self, view: ClaimView) -> None:
        """Show what would go out for a claim and ask for consent; where people agreed already, begin."""
        from factcheck.tui.dialogs.consent import ConsentDialog
        from factcheck.web.network import Access, policy_for
        from factcheck.workbench.asking import agree, fetch_plan, not_agreed, plan_for

        if self.stop():
            return
        bench, number, access = self.app.desk.bench, view.summary.number, self.access or Access()
        try:
            policy_for(bench.settings, access)
            plan = plan_for(bench, view.claim.id)
            asks = not access.only_plays and any(not_agreed(bench, plan))
        except FactcheckError as error:
            self.app.show_error("Nothing is fetched", error)
            return

        def fetch(own: Workbench, access: Access, progress: Progress, stop: Stop) -> FetchReport:
            return fetch_plan(own, plan, access, progress=progress, stop=stop)

        def start(access: Access = access) -> None:
            self._start(view, fetch, access, self._came)

        if stopped_at := self._stopped_at.pop(view.claim.id, ()):
            self._ask_onward(stopped_at, access, start)
        elif not plan.citations and not plan.searches:
            why = "a name that is withheld stands in each address" if plan.left_out else _NOTHING
            self.app.tell(f"nothing to ask: {why}")
        elif asks:
            self.app.open_dialog(ConsentDialog(plan, number, lambda: agree(bench, plan), done=start))
        else:
            start()

    def ask_again(self, view: ClaimView, item: Evidence) -> None:
        """Ask whether the page of a piece of evidence is to be fetched once more, and do it."""
        from factcheck.tui.dialogs.reader import Question
        from factcheck.web.network import Access
        from factcheck.workbench.asking import hosts_of
        from factcheck.workbench.refetching import page_asked, refetch

        if self.running:
            self.app.tell("a fetch runs; Esc stops it")
            return
        access = self.access or Access()
        try:
            url = page_asked(self.app.desk.bench, item, access)
        except FactcheckError as error:
            self.app.show_error("Nothing is fetched", error)
            return

        def fetch(own: Workbench, access: Access, progress: Progress, stop: Stop) -> FetchReport:
            return refetch(own, view.claim.id, url, access, progress=progress, stop=stop)

        def start(access: Access = access) -> None:
            self._start(view, fetch, access, self._came_again)

        if stopped_at := self._stopped_at.pop(url, ()):
            self._ask_onward(stopped_at, access, start)
            return
        told = f"asks {', '.join(hosts_of([url]))} for {url}. The old copy stays, and evidence keeps its words."
        answers = (("y", "ask", start), ("Esc", "no", None))
        self.app.open_dialog(Question("Fetch this page again?", told, answers))

    def _ask_onward(self, hosts: Sequence[str], access: Access, start: Callable[[Access], object]) -> None:
        """Ask whether it may go on at hosts to which pages redirect."""
        from factcheck.tui.dialogs.reader import Question

        told = f"It was redirected to {', '.join(hosts)}, which nobody agreed to ask. What came before is kept."
        onward = replace(access, follow=access.follow | set(hosts))
        answers = (("y", "ask there, too", lambda: start(onward)), ("Esc", "no", None))
        self.app.open_dialog(Question("May it go on at another host?", told, answers))

    def stop(self) -> bool:
        """Stop what runs; tell whether something did."""
        if self.running:
            self.running.stop()
            self.app.tell("stopping to fetch: what came is kept")
        return self.running is not None

    def end(self) -> None:
        """Stop, and wait for it: the program ends."""
        if self.running:
            self.running.stop()
            self.running.join()

    def _start(
        self, view: ClaimView, fetch: Fetch, access: Access, came: Callable[[ClaimView, FetchReport], None]
    ) -> None:
        from factcheck.workbench.aside import FetchAside

        later, number = self.app.call_later, view.summary.number  # for any thread

        def progress(done: int, of: int) -> None:
            later(self._progressed, number, done, of)

        self.running = FetchAside(
            self.app.desk.bench,
            view.claim.id,
            lambda own, told, stop: fetch(own, access, told, stop),
            progress=progress,
            done=lambda report: later(came, view, report),
            failed=lambda error: later(self._failed, number, error),
        )
        self.running.start()
        self._progressed(number, 0, 0)

    def _progressed(self, number: int, done: int, of: int) -> None:
        if self.running:
            so_far = f": {done} of {counted(of, 'page')}" if of else ""
            stop = self.app.keys.first("back")
            self.app.tell(f"fetching for claim {number}{so_far}" + (f"; {stop} stops it" if stop else ""))

    def _came(self, view: ClaimView, report: FetchReport) -> None:
        """Show what came, where it belongs: another claim that is in view by now stays as it is.

        What was wrong has more words than the status bar: it is shown in full, unless a dialog is open.
        """
        self._read_again()
        number = view.summary.number
        read = sum(1 for page in report.pages if page.became != "not read")
        told = [with_keys(str(problem)) for problem in report.problems]
        if report.leads_to:
            self._stopped_at[view.claim.id] = report.leads_to
            onward = f"redirected to {', '.join(report.leads_to)}; {key_of('fetch')} once more asks about that"
            self.app.tell(f"claim {number}: {onward}")
            told.append(onward)
        else:
            wrong = f"; {in_short(report.problems)}" if report.problems else ""
            self.app.tell(f"claim {number}: {read} of {counted(len(report.pages), 'page')} read{wrong}")
        self._tell_in_full(number, [*told, report.uncached])

    def _came_again(self, view: ClaimView, report: FetchReport) -> None:
        """Show what became of a page that was asked for again, and of the passages that evidence cites of it."""
        self._read_again()
        number, became = view.summary.number, ", ".join(page.became for page in report.pages)
        self.app.tell(f"claim {number}: the page is {became}")
        told = [line for page in report.pages for line in page_lines(page)]
        told += [with_keys(str(problem)) for problem in report.problems]
        if report.leads_to:
            self._stopped_at |= {page.asked: report.leads_to for page in report.pages}
            told.append(f"redirected to {', '.join(report.leads_to)}; {key_of('refetch')} once more asks about that")
        if len(self.app.screen_stack) == 1:
            self.app.show_message(
                f"Fetched again for claim {number}: {became}", *filter(None, (*told, report.uncached))
            )

    def _tell_in_full(self, number: int, told: Sequence[str]) -> None:
        texts = [text for text in told if text]
        if texts and len(self.app.screen_stack) == 1:
            self.app.show_message(f"Fetched for claim {number}: what was wrong", *texts)

    def _failed(self, number: int, error: Exception) -> None:
        self._read_again()
        if not isinstance(error, FactcheckError):
            raise error
        self.app.tell(f"claim {number}: {in_words(error)}")
        if not isinstance(error, StateError):  # which is what a person did: stopped it
            self._tell_in_full(number, [in_words(error)])

    def _read_again(self) -> None:
        running, self.running = self.running, None
        if running:
            self.app.desk.refresh(running.claim)
            self.app.review.show_all()


def in_short(problems: Sequence[Problem]) -> str:
    """Return why the first went wrong, and how many more did: the address comes last, for a bar cuts what is long."""
    first, more = problems[0], len(problems) - 1
    others = f" (and {counted(more, 'more problem')})" if more else ""
    return f"{first.reason}{others}: {first.path}"
