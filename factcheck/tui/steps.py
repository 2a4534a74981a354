"""The steps of the workflow at the desk: what each asks, what it shows first, and what the status bar says after it.

The guards are the library's; here nothing is decided. Each step is on disk when its words are returned.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import TYPE_CHECKING

from factcheck.domain import HELD_MINUTES, ArticleSummary, ClaimView, Ending, Outcome, Priority
from factcheck.errors import GuardError, InputError
from factcheck.reports.claim_page import stage_lines
from factcheck.reports.triage import past_deadline, triage_lines, when
from factcheck.review.handing import position_of, unsettleable
from factcheck.review.people import is_among
from factcheck.review.steps import ReviewStep, check_permitted, misplaced
from factcheck.text.dates.moments import WRITE, read_end
from factcheck.tui.claim_pane import in_context, sign_off_line, verdict_line
from factcheck.tui.decisions import Decisions
from factcheck.tui.dialogs.form import Answers, Ask, Form
from factcheck.tui.keys import key_of
from factcheck.tui.pieces import Line, Piece, Role, line
from factcheck.tui.with_keys import with_keys
from factcheck.workbench import handing, meeting, signing, triaging

if TYPE_CHECKING:
    from collections.abc import Callable

    from factcheck.domain import ClaimState

STEPS = {
    "verdict": ReviewStep.PROPOSE,
    "submit": ReviewStep.SUBMIT,
    "send-back": ReviewStep.RETURN,
    "assign": ReviewStep.ASSIGN,
    "waive": ReviewStep.WAIVE,
    "dispute": ReviewStep.DISPUTE,
    "settle": ReviewStep.SETTLE,
    "close": ReviewStep.CLOSE,
    "withdraw": ReviewStep.WITHDRAW,
}
"""Command -> the step of the workflow that it takes; the others are bound to no state."""

NO, YES = "no", "yes"


class Steps:
    """The steps of the claim in view."""

    def __init__(self, decisions: Decisions) -> None:
        self.decisions = decisions
        self.bench = decisions.desk.bench

    def why_not(self, view: ClaimView | None, command: str) -> str:
        """Say why a step is not possible now, or not for this user; "" if it is."""
        if view is None:
            return "there is no claim here"
        step = STEPS.get(command)
        if step is None:
            return ""
        try:
            check_permitted(self.bench.workflow, self.bench.user, step)
        except GuardError as error:
            return error.message
        state = view.state.review_state
        return f"not while it is {state}" if misplaced(self.bench.workflow, view.state, step) else ""

    def remedy(self, view: ClaimView, command: str) -> str:
        """Say what has to come before a step that is not for a claim in this state; "" where nothing has to."""
        step = STEPS.get(command)
        told = misplaced(self.bench.workflow, view.state, step) if step else None
        return with_keys(told[1]) if told else ""

    # --- what each step asks ------------------------------------------------------------------------------------------

    def hold(self, view: ClaimView) -> Form | str:
        """Ask for how long; let go at once where this user holds it; where another does, ask whether to take over."""
        lock = meeting.standing(self.bench.store, self.bench.now, view.claim.id)
        if lock and is_among(self.bench.user, [lock.user]):
            meeting.let_go(self.bench, view.claim.id)
            return self._told(view, "held by nobody", undoable=False)
        minutes = Ask("minutes", str(HELD_MINUTES), "how long nobody else is to decide on it")
        if lock is None:
            return self._form("Hold", view, (minutes,), self._hold, "hold")
        about = [line(Piece(f"It is {lock}. {lock.user} may be at work on it: ask first.", Role.WARN))]
        asks = (Ask("take it over", NO, options=(NO, YES)), minutes)
        return self._form("Take over", view, asks, self._take_over, "take-over", lambda _: about)

    def submit(self, view: ClaimView) -> Form | str:
        """Submit at once where the source policy is met; else ask for the exception."""
        missing = signing.unmet_policy(self.bench, self.bench.store, view.claim.id, view.state)
        if not missing:
            return self._submit({"exception": ""}, view)
        asks = (Ask("exception", hint="why it may be signed all the same; the reviewer sees it"),)
        return self._form("Submit", view, asks, self._submit, "submit", self._before_submitting)

    def send_back(self, view: ClaimView) -> Form:
        """Ask for the comment."""
        asks = (Ask("comment", hint="what is missing"),)
        return self._form("Return", view, asks, self._send_back, "send-back", self._standing)

    def assign(self, view: ClaimView) -> Form:
        """Ask for the checker."""
        now = view.state.stage.assignment
        asks = (Ask("checker", now.to if now else "", f"a name{self._people()}; empty: nobody"),)
        return self._form("Assign", view, asks, self._assign, "assign")

    def wait(self, view: ClaimView) -> Form:
        """Ask for the contact and the time."""
        now = view.state.triage.wait
        contact = f"{now.channel}:{now.person}" if now else ""
        asks = (
            Ask("contact", contact, "call:NAME, mail:NAME or meeting:NAME; empty: wait for nobody"),
            Ask("until", _written(now.due) if now else "", self._time_asked),
        )
        about = [line("The name stands outside the log and in no export. A verdict ends the waiting.")]
        return self._form("Wait for an answer on", view, asks, self._wait, "wait", lambda _: about)

    def triage(self, view: ClaimView) -> Form:
        """Ask for priority and tags."""
        now = view.state.triage
        asks = (
            Ask("priority", str(now.priority), options=tuple(map(str, Priority))),
            Ask("tags", ", ".join(now.tags), "legal, living-person, minor, or words of your own; with commas"),
        )
        return self._form("Sort", view, asks, self._triage, "triage")

    def waive(self, view: ClaimView) -> Form | str:
        """Ask for the reason; take a waiver that stands back at once."""
        if view.state.stage.waiver:
            handing.take_up(self.bench, view.claim.id, seen=view.state.seq)
            return self._told(view, "no longer waived")
        asks = (Ask("reason", hint="an opinion, not checkable: a reviewer still ticks it"),)
        return self._form("Waive", view, asks, self._waive, "waive")

    def dispute(self, view: ClaimView) -> Form:
        """Show the position that stands, and ask for the other one."""
        asks = (Ask("position", hint="what you hold instead, and why; a third person settles it"),)
        return self._form("Dispute", view, asks, self._dispute, "dispute", _position)

    def settle(self, view: ClaimView) -> Form:
        """Show both positions, and ask how it ends."""
        asks = (
            Ask("outcome", hint="as it stood, to its checker, or out of the text", options=tuple(map(str, Outcome))),
            Ask("reason", hint="why"),
        )
        return self._form("Settle the dispute on", view, asks, self._settle, "settle", self._standing)

    def close(self, view: ClaimView) -> Form:
        """Ask what becomes of it at the deadline; or why that is taken back."""
        if view.state.stage.closing:
            asks: tuple[Ask, ...] = (Ask("reason", hint="why it is open again"),)
            return self._form("Open again", view, asks, self._reopen, "reopen", self._standing)
        asks = (
            Ask("ending", options=tuple(map(str, Ending))),
            Ask("wording", hint="only of a hedge: how it is to read"),
            Ask("reason", hint="why; reports show it"),
        )
        return self._form("Close", view, asks, self._close, "close", self._standing)

    def withdraw(self, view: ClaimView) -> Form:
        """Ask why a sign-off is withdrawn."""
        asks = (Ask("reason", hint="why; it goes into the log"),)
        return self._form("Withdraw the sign-off of", view, asks, self._withdraw, "withdraw")

    def deadline(self, article: ArticleSummary) -> Form:
        """Ask for the deadline of an article."""
        now = triaging.deadlines_of(self.bench.store, [article.id]).get(article.id)
        asks = (Ask("deadline", _written(now) if now else "", f"{self._time_asked}; empty: none"),)
        return Form(
            title=f"Deadline of {article.title or article.path}",
            asks=asks,
            doubt=self._past,
            save=lambda answers, _: self._deadline(article, answers),
            draft="deadline",
            subject=article.id,
        )

    # --- what each step does ------------------------------------------------------------------------------------------

    def _hold(self, answers: Answers, view: ClaimView) -> str:
        if not answers["minutes"].isdecimal():
            raise InputError(f"{answers['minutes']!r} is no number of minutes", hint=f"write {HELD_MINUTES}")
        lock = meeting.hold(self.bench, view.claim.id, minutes=int(answers["minutes"]))
        return self._told(view, f"{lock}; {key_of('hold')} lets it go", undoable=False)

    def _take_over(self, answers: Answers, view: ClaimView) -> str:
        if answers["take it over"] != YES:
            raise InputError("not taken over: answer yes to take it", hint="a note may be left all the same")
        meeting.let_go(self.bench, view.claim.id, take=True)
        return self._hold(answers, view)

    def _submit(self, answers: Answers, view: ClaimView) -> str:
        state = handing.submit(self.bench, view.claim.id, exception=answers["exception"], seen=view.state.seq)
        submission = state.stage.submission
        exception = submission.exception if submission else ""
        how = f", exception: {exception}" if exception else ""
        return self._told(view, f"submitted{how}; another person signs it")

    def _send_back(self, answers: Answers, view: ClaimView) -> str:
        handing.send_back(self.bench, view.claim.id, answers["comment"], seen=view.state.seq)
        to = f" to {view.state.verdict.user}" if view.state.verdict else ""
        return self._told(view, f"returned{to}", undoable=False)

    def _assign(self, answers: Answers, view: ClaimView) -> str:
        handing.assign(self.bench, view.claim.id, answers["checker"], seen=view.state.seq)
        return self._told(view, f"assigned to {answers['checker'] or 'nobody'}")

    def _wait(self, answers: Answers, view: ClaimView) -> str:
        if not answers["contact"]:
            triaging.wait_no_more(self.bench, view.claim.id, seen=view.state.seq)
            return self._told(view, "waiting for nobody")
        due = _time(answers["until"])
        state = triaging.wait(self.bench, view.claim.id, answers["contact"], due, seen=view.state.seq)
        return self._sorted(view, state)

    def _triage(self, answers: Answers, view: ClaimView) -> str:
        wanted = [tag.strip() for tag in answers["tags"].split(",") if tag.strip()]
        before = view.state.triage.tags
        gone = [tag for tag in before if tag not in wanted]
        priority = Priority(answers["priority"])
        state = triaging.sort(
            self.bench, view.claim.id, priority=priority, add=wanted, remove=gone, seen=view.state.seq
        )
        return self._sorted(view, state)

    def _sorted(self, view: ClaimView, state: ClaimState) -> str:
        return self._told(view, "; ".join(triage_lines(state.triage)) or "priority: normal")

    def _waive(self, answers: Answers, view: ClaimView) -> str:
        handing.waive(self.bench, view.claim.id, answers["reason"], seen=view.state.seq)
        return self._told(view, "waived; a reviewer ticks it")

    def _dispute(self, answers: Answers, view: ClaimView) -> str:
        state = handing.dispute(self.bench, view.claim.id, answers["position"], seen=view.state.seq)
        then = unsettleable(self.bench.workflow, state) or "a third person settles it"
        return self._told(view, f"disputed; {then}", undoable=False)

    def _settle(self, answers: Answers, view: ClaimView) -> str:
        outcome = Outcome(answers["outcome"])
        handing.settle(self.bench, view.claim.id, outcome, answers["reason"], seen=view.state.seq)
        return self._told(view, f"dispute settled ({outcome})", undoable=False)

    def _close(self, answers: Answers, view: ClaimView) -> str:
        ending, wording = Ending(answers["ending"]), answers["wording"]
        state = handing.close(
            self.bench, view.claim.id, ending, answers["reason"], wording=wording, seen=view.state.seq
        )
        return self._told(view, str(state.stage.closing), undoable=False)

    def _reopen(self, answers: Answers, view: ClaimView) -> str:
        handing.reopen(self.bench, view.claim.id, answers["reason"], seen=view.state.seq)
        return self._told(view, "open again", undoable=False)

    def _withdraw(self, answers: Answers, view: ClaimView) -> str:
        return self.decisions.withdraw(view, answers["reason"])

    def _past(self, answers: Answers) -> str:
        try:
            return past_deadline(_time(answers["deadline"]) if answers["deadline"] else None, self.bench.now())
        except InputError:  # told when it is saved
            return ""

    def _deadline(self, article: ArticleSummary, answers: Answers) -> str:
        at = _time(answers["deadline"]) if answers["deadline"] else None
        triaging.set_deadline(self.bench, article, at)
        return self.decisions.done("", f"deadline {both_zones(at)}" if at else "no deadline", undoable=False)

    # --- what they share ----------------------------------------------------------------------------------------------

    def _form(
        self,
        title: str,
        view: ClaimView,
        asks: Iterable[Ask],
        save: Callable[[Answers, ClaimView], object],
        draft: str,
        about: Callable[[ClaimView], Iterable[Line]] = lambda _: (),
    ) -> Form:
        head = f"{title} claim {view.summary.number}"

        def told(now: ClaimView) -> tuple[Line, ...]:
            return in_context(now), *about(now)

        return Form(
            title=head,
            asks=tuple(asks),
            save=lambda answers, now: save(answers, now or view),
            draft=draft,
            about=told(view),
            anew=told,
            view=view,
        )

    def _standing(self, view: ClaimView) -> list[Line]:
        """What was decided so far, for who is to decide what comes of it."""
        signed = [sign_off_line(view)] if view.state.sign_off else []
        steps = [line(told) for told in stage_lines(view.state)]
        return [verdict_line(view.state, self.decisions.rating), *signed, *steps]

    def _before_submitting(self, view: ClaimView) -> list[Line]:
        missing = signing.unmet_policy(self.bench, self.bench.store, view.claim.id, view.state)
        return [*self._standing(view), *([line(Piece(f"look: {missing}", Role.BAD))] if missing else [])]

    def _told(self, view: ClaimView, what: str, *, undoable: bool = True) -> str:
        return self.decisions.done(view.claim.id, f"claim {view.summary.number}: {what}", undoable=undoable)

    @property
    def _time_asked(self) -> str:
        """Say how a time is written, and in which zone it is read."""
        return (
            f"2026-11-30 (its end) or 2026-11-30T12:00, in {self.bench.now().astimezone():%Z}, unless it names a zone"
        )

    def _people(self) -> str:
        """Name who works here, as the claims say."""
        rows = self.decisions.desk.rows
        known = dict.fromkeys(name for row in rows for name in (row.assigned, row.checker, row.reviewer) if name)
        return f" ({', '.join(list(known)[:6])})" if known else ""


def _position(view: ClaimView) -> list[Line]:
    holder, held = position_of(view.state)
    return [line(Piece(f"position of {holder}: ", Role.DIM), held)]


def _written(at: datetime) -> str:
    """Write a time as it is read."""
    return f"{at.astimezone():%Y-%m-%dT%H:%M}"


def both_zones(at: datetime) -> str:
    """Say a time as it was written here, and as it is stored."""
    here = at.astimezone()
    return f"{here:%Y-%m-%d %H:%M %Z} ({when(at)})" if here.utcoffset() else when(at)


def _time(written: str) -> datetime:
    try:
        return read_end(written, zone=None)
    except ValueError as error:
        raise InputError(f"{written!r} is no time", hint=WRITE) from error
