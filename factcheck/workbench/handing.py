"""The steps of a claim before and after a signature: assign, waive, submit, return, dispute, settle.

Each is one event. `seen` is the `seq` of the state that was displayed: somebody else's decision since is told.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from factcheck.domain import ClaimState, Ending, Outcome
from factcheck.errors import GuardError
from factcheck.review import handing
from factcheck.review.binding import to_submit
from factcheck.review.guards import rating_named
from factcheck.review.hand import check_listed
from factcheck.review.kinds import Kind
from factcheck.review.steps import STEP_OF, ReviewStep, Role, check_step
from factcheck.review.wording import fitted_hedge
from factcheck.workbench.meeting import check_unchanged
from factcheck.workbench.published import check_not_published
from factcheck.workbench.signing import to_sign
from factcheck.workbench.triaging import deadlines_of
from factcheck.workbench.users import checked_name

if TYPE_CHECKING:
    from factcheck.store.reading import Reader
    from factcheck.workbench import Workbench

Body = Callable[["Reader", ClaimState], Mapping[str, Any]]


def assign(bench: Workbench, claim: str, to: str, *, seen: int | None = None) -> ClaimState:
    """Give a claim to a checker; "" gives it to nobody.

    Raises:
        GuardError: the workflow does not allow it.
        InputError: `to` is no name that a person can have.
    """
    name = checked_name(to) if to.strip() else ""
    return step(bench, claim, Kind.ASSIGNED, lambda _, __: {"to": name}, seen)


def not_for(bench: Workbench, name: str) -> str:
    """Say that somebody a claim is given to may propose no verdict here; "" if they may."""
    if bench.workflow.may(name, ReviewStep.PROPOSE):
        return ""
    roles = ", ".join(role for role in Role if role in bench.workflow.roles(name)) or "no role"
    return f"{name} ({roles}) may not propose a verdict: roles are given under [workflow.people]"


def waive(bench: Workbench, claim: str, reason: str, *, seen: int | None = None) -> ClaimState:
    """Say that a claim needs no verdict (an opinion, not checkable), and why. A reviewer still ticks it.

    Raises:
        GuardError: there is no reason, or the workflow does not allow it.
    """
    handing.check_words(reason, "to waive a claim takes a reason", claim)
    return step(bench, claim, Kind.WAIVED, lambda _, __: {"reason": reason.strip()}, seen)


def take_up(bench: Workbench, claim: str, *, seen: int | None = None) -> ClaimState:
    """Take a waiver back: the claim is open again.

    Raises:
        GuardError: it was not waived, or the workflow does not allow it.
    """

    def body(_: Reader, state: ClaimState) -> Mapping[str, Any]:
        if state.stage.waiver is None:
            raise GuardError("was not waived", subject=f"claim {claim}")
        return {"reason": ""}

    return step(bench, claim, Kind.WAIVED, body, seen)


def submit(bench: Workbench, claim: str, *, exception: str = "", seen: int | None = None) -> ClaimState:
    """Hand a verdict to the reviewers as it stands.

    `exception`: why the source policy need not be met; where it is met, none is recorded.

    Raises:
        GuardError: there is no verdict, the policy is not met, all that contradicts was released later, or the workflow
            does not allow it.
        InputError: the rating is no longer on the scale.
    """

    def body(tx: Reader, state: ClaimState) -> Mapping[str, Any]:
        if state.verdict is None:
            hint = f"`factcheck claim verdict {claim} --rating R --rationale TEXT`"
            raise GuardError("there is no verdict to submit", hint=hint, subject=f"claim {claim}")
        rating = rating_named(state.verdict.rating, bench.ratings)
        extracted, _, sentence = tx.claim(claim)
        made, evidence = state.corrected(extracted), tx.evidence(claim)
        missing = handing.check_submit(bench.workflow, made, state, rating, evidence, exception)
        return {
            "binding": to_submit(made, sentence, state, {one.id: one for one in evidence}),
            "exception": exception.strip() if missing else "",
            "unmet": missing,
            "policy": bench.workflow.policy.digest,
        }

    return step(bench, claim, Kind.SUBMITTED, body, seen)


def send_back(bench: Workbench, claim: str, comment: str, *, seen: int | None = None) -> ClaimState:
    """Return a claim to its checker, with a comment.

    Raises:
        GuardError: there is no comment, or the workflow does not allow it.
    """
    handing.check_words(comment, "to return a claim takes a comment", claim)
    return step(bench, claim, Kind.RETURNED, lambda _, __: {"comment": comment.strip()}, seen)


def dispute(bench: Workbench, claim: str, position: str, *, seen: int | None = None) -> ClaimState:
    """Hold another position than the one that stands; both are kept, until a third person settles it.

    Raises:
        GuardError: there is nothing to dispute, or the workflow does not allow it.
    """

    def body(_: Reader, state: ClaimState) -> Mapping[str, Any]:
        handing.check_dispute(bench.workflow, state, bench.user, position)
        holder, held = handing.position_of(state)
        return {"position": position.strip(), "holder": holder, "held": held}

    return step(bench, claim, Kind.DISPUTED, body, seen)


def settle(bench: Workbench, claim: str, outcome: Outcome, reason: str, *, seen: int | None = None) -> ClaimState:
    """Settle a dispute: keep what was disputed as it stood, have its checker change it, or cut it from the text.

    Raises:
        GuardError: by one of the two, there is no reason, or the workflow does not allow it.
    """

    def body(_: Reader, state: ClaimState) -> Mapping[str, Any]:
        handing.check_settle(bench.workflow, state, bench.user, reason)
        return {
            "outcome": str(outcome),
            "reason": reason.strip(),
            "own": handing.is_party(bench.workflow, state, bench.user),
        }

    return step(bench, claim, Kind.SETTLED, body, seen)


def close(
    bench: Workbench, claim: str, ending: Ending, reason: str, *, wording: str = "", seen: int | None = None
) -> ClaimState:
    """Decide at the deadline that an open claim is cut, hedged (`wording`: how it is to read) or published open.

    Raises:
        GuardError: the deadline is not reached, there is no reason, or the workflow does not allow it.
    """
    handing.check_words(reason, "to close a claim takes a reason", claim)

    def body(tx: Reader, state: ClaimState) -> Mapping[str, Any]:
        made, revision, sentence = tx.claim(claim)
        kept = fitted_hedge(wording, made, sentence)
        article = bench.revision(revision).article
        deadline = deadlines_of(tx, [article]).get(article)
        handing.check_close(state, ending, kept, sentence, deadline=deadline, now=bench.now())
        return {"ending": str(ending), "reason": reason.strip(), "wording": kept}

    return step(bench, claim, Kind.CLOSED, body, seen)


def reopen(bench: Workbench, claim: str, reason: str, *, seen: int | None = None) -> ClaimState:
    """Take back what was decided at the deadline: the claim is open again.

    Raises:
        GuardError: nothing was, there is no reason, or the workflow does not allow it.
    """
    handing.check_words(reason, "to reopen a claim takes a reason", claim)

    def body(_: Reader, state: ClaimState) -> Mapping[str, Any]:
        if state.stage.closing is None:
            raise GuardError("was not closed at the deadline", subject=f"claim {claim}")
        return {"ending": "", "reason": reason.strip(), "wording": ""}

    return step(bench, claim, Kind.CLOSED, body, seen)


def step(bench: Workbench, claim: str, kind: Kind, body: Body, seen: int | None) -> ClaimState:
    """Take the step of a kind of events; `body`: what is kept of it, from the state that stands."""
    with bench.signing(kind) as tx:
        state, _ = to_sign(bench, tx, claim)
        check_unchanged(tx, state, seen, bench.user)
        check_listed(state)
        check_not_published(tx, tx.claim(claim)[1])
        check_step(bench.workflow, state, bench.user, STEP_OF[kind])
        return bench.append(tx, claim, kind, body(tx, state))
