"""The guards of the steps before and after a signature: waive, submit, return, dispute, settle. What each asks for."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from factcheck.domain import Claim, ClaimState, Ending, Evidence, Outcome, Rating, ReviewState
from factcheck.errors import GuardError
from factcheck.review.rated import ANEW, rated_otherwise
from factcheck.review.sourcing import only_later, unmet
from factcheck.review.staging import says
from factcheck.review.steps import ReviewStep, Role, Workflow


def check_words(words: str, what: str, claim: str) -> None:
    """Refuse a step that says nothing where others have to be told why.

    Raises:
        GuardError: there are no words.
    """
    if not words.strip():
        raise GuardError(what, hint="say it in a few words", subject=f"claim {claim}")


def check_submit(
    workflow: Workflow, claim: Claim, state: ClaimState, rating: Rating, evidence: Iterable[Evidence], exception: str
) -> str:
    """Refuse a verdict of other words, or that the source policy does not let through.

    Returned is what an `exception` leaves unmet, or "".

    Raises:
        GuardError: says what is missing, and what to do.
    """
    found = list(evidence)
    subject = f"claim {state.claim}"
    if rated := rated_otherwise(state, claim):
        raise GuardError(rated, hint=ANEW.format(state.claim), subject=subject)
    if late := only_later(state, claim, rating, found):
        raise GuardError(
            late,
            hint="cite something that was known when it was said, or rate it otherwise (missing context)",
            subject=subject,
        )
    missing = unmet(workflow.policy, claim, state, rating, found)
    if missing and not exception.strip():
        raise GuardError(
            missing,
            hint=(
                f"cite or judge more (`factcheck claim show {state.claim}`, `factcheck claim stance`), or say why not:"
                f" `factcheck review submit {state.claim} --exception REASON`"
            ),
            subject=subject,
        )
    return missing


def position_of(state: ClaimState) -> tuple[str, str]:
    """Return whose position on a claim stands, and what it is, in words.

    Raises:
        GuardError: there is none that could be disputed.
    """
    if (closing := state.stage.closing) and state.review_state is ReviewState.CUT:
        return closing.user, f"{closing}: {closing.reason}"
    if waiver := state.stage.waiver:
        return waiver.user, f"waived: {waiver.reason}"
    if state.verdict is None:
        raise GuardError("nobody has taken a position yet", hint="give a verdict", subject=f"claim {state.claim}")
    return state.verdict.user, f"{state.verdict.rating}: {state.verdict.rationale}"


def check_dispute(workflow: Workflow, state: ClaimState, user: str, position: str) -> None:
    """Refuse a dispute that says nothing, or is with oneself.

    Raises:
        GuardError: says which.
    """
    check_words(position, "a dispute needs your position", state.claim)
    if workflow.is_among(user, position_of(state)[:1]):
        raise GuardError(
            f"{user} holds this position already",
            hint="change it instead: `factcheck claim verdict`",
            subject=f"claim {state.claim}",
        )


def is_party(workflow: Workflow, state: ClaimState, user: str) -> bool:
    """Tell whether a person is one of those who hold a position in a dispute, or signed the one disputed."""
    dispute = state.stage.dispute
    parties = [dispute.user, dispute.holder] if dispute else []
    signer = [state.sign_off.user] if state.sign_off else []
    return workflow.is_among(user, [*parties, *signer])


def unsettleable(workflow: Workflow, state: ClaimState) -> str:
    """Say why nobody may settle the dispute of a claim, and what to do; "" where somebody may."""
    who = workflow.rules[ReviewStep.SETTLE].who
    there = [name for name, roles in workflow.people.items() if roles & who]
    if workflow.solo or workflow.others & who or any(not is_party(workflow, state, name) for name in there):
        return ""
    named = " or ".join(role for role in Role if role in who)
    return (
        f"nobody is left to settle it, as each {named} is a party of it: make another person {named}, under"
        " [workflow.people] in the factcheck.toml of the workspace"
    )


def check_settle(workflow: Workflow, state: ClaimState, user: str, reason: str) -> None:
    """Refuse a settlement by one of the two, or without a reason.

    Raises:
        GuardError: says which.
    """
    check_words(reason, "a settlement needs a reason", state.claim)
    if is_party(workflow, state, user) and not workflow.solo:
        raise GuardError(
            f"{user} is a party of this dispute: a third person settles it",
            hint=f"`factcheck --user NAME review settle {state.claim} keep|change|cut --reason TEXT`",
            subject=f"claim {state.claim}",
        )


def check_close(
    state: ClaimState, ending: Ending, wording: str, sentence: str, *, deadline: datetime | None, now: datetime
) -> None:
    """Refuse to close a claim before the deadline, one that a settlement cut, or to hedge it with no other wording.

    Raises:
        GuardError: says which.
    """
    subject = f"claim {state.claim}"
    if deadline is None or now < deadline:
        told = f"is not reached: {deadline:%Y-%m-%d %H:%M} UTC" if deadline else "is not set"
        hint = "until then a claim is checked; `factcheck review deadline ARTICLE --at TIME` sets it"
        raise GuardError(f"the deadline of its article {told}", hint=hint, subject=subject)
    settlement = state.stage.settlement
    if settlement and settlement.outcome is Outcome.CUT:
        hint = f"dispute that: `factcheck --user NAME review dispute {state.claim} --position TEXT`"
        raise GuardError(f"was cut by {settlement.user}, who settled a dispute", hint=hint, subject=subject)
    if (ending is Ending.HEDGED) != bool(wording.strip()):
        told = "only a hedge has a wording" if wording.strip() else "a hedge takes the wording that is to stand there"
        raise GuardError(told, hint="a wording goes with `hedged`, and with nothing else", subject=subject)
    if wording.strip() and says(sentence, wording):
        hint = "say how it is to be hedged; of words that are to go, those behind them, too"
        raise GuardError("that is what stands there already", hint=hint, subject=subject)
