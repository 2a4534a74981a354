"""The guards of a signature: another person signs, what was displayed, of what the workflow lets be signed."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.domain import ClaimState, ReviewState
from factcheck.errors import ConflictError, GuardError
from factcheck.review.steps import ReviewStep, Workflow, check_permitted, misplaced

NEVER_PASSED_OVER = frozenset({ReviewState.DISPUTED, ReviewState.CUT, ReviewState.SIGNED})
"""The states that no bypass passes over: two people hold different positions, or there is nothing to sign."""


def blockers(
    workflow: Workflow, state: ClaimState, user: str, *, rated: str = "", unticked: str = "", bypass: bool = False
) -> tuple[str, ...]:
    """Return in words what keeps `user` from signing; empty if nothing does.

    `rated`: that the verdict was given on other words; `unticked`: the items left; both in words, "" if not so.

    With `bypass`, what only that permission passes over is left out.
    """
    return tuple(_blockers(workflow, state, user, (rated, unticked), bypass=bypass))


def _blockers(
    workflow: Workflow, state: ClaimState, user: str, lacking: tuple[str, ...], *, bypass: bool
) -> Iterator[str]:
    taken_out = state.review_state is ReviewState.WITHDRAWN
    if state.verdict is None and state.stage.waiver is None and not taken_out:
        yield "no verdict: set one first (`factcheck claim verdict`)"
    if state.review_state == ReviewState.SIGNED and state.sign_off:
        yield f"signed already by {state.sign_off.user}"
    if taken_out and state.removal and state.removal.ticked:
        yield f"ticked already by {state.removal.ticked.user}"
    elif state.review_state is not ReviewState.SIGNED and (state.verdict or state.stage.waiver or taken_out):
        yield from _out_of_place(workflow, state, bypass=bypass)
    if bypass:
        return
    if contributed(workflow, state, user) and not workflow.solo:
        what = "set the verdict, judged the evidence, edited the claim or its wording, or claimed an exception"
        did = f"{user} {what}: another person has to sign"
        yield f"was withdrawn by {user}: another person has to tick that" if taken_out else did
    if not workflow.may(user, ReviewStep.SIGN):
        yield f"{user} may not take the step 'sign': its roles are set under [workflow.people]"
    yield from filter(None, lacking)


def _out_of_place(workflow: Workflow, state: ClaimState, *, bypass: bool) -> Iterator[str]:
    told = misplaced(workflow, state, ReviewStep.SIGN)
    if told and (not bypass or state.review_state in NEVER_PASSED_OVER):
        yield f"{told[0]}; {told[1]}"


def contributed(workflow: Workflow, state: ClaimState, user: str) -> bool:
    """Tell whether `user` set the verdict, judged evidence or edited the claim, or withdrew it from the list."""
    withdrew = [state.removal.user] if state.removal else []
    return workflow.is_among(user, (*state.contributors, *withdrew))


def check_sign(
    workflow: Workflow,
    state: ClaimState,
    user: str,
    *,
    displayed: str,
    rated: str = "",
    unticked: str = "",
    bypass: str = "",
) -> None:
    """Refuse a signature that is blocked, or for something else than what was displayed.

    `bypass`: the reason of somebody who passes over the rules, which takes a permission of its own.

    Raises:
        GuardError: the blockers, in words.
        ConflictError: the claim changed since it was displayed.
    """
    subject = f"claim {state.claim}"
    if bypass:
        check_permitted(workflow, user, ReviewStep.BYPASS, state.claim)
    blocked = blockers(workflow, state, user, rated=rated, unticked=unticked, bypass=bool(bypass))
    if blocked:
        hint = "solo workspaces: review.solo = true" if contributed(workflow, state, user) and not bypass else ""
        raise GuardError("; ".join(blocked), hint=hint, subject=subject)
    if displayed != state.binding:
        raise ConflictError(
            "what you were shown is not what stands there now",
            hint="look at it again, then sign",
            subject=subject,
        )


def check_withdraw(workflow: Workflow, state: ClaimState, user: str, reason: str) -> None:
    """Refuse to withdraw what another signed, or without a reason.

    Raises:
        GuardError: says which.
    """
    subject = f"claim {state.claim}"
    if state.sign_off is None:
        raise GuardError("is not signed", subject=subject)
    if not workflow.is_among(user, [state.sign_off.user]):
        raise GuardError(f"was signed by {state.sign_off.user}, who alone may withdraw it", subject=subject)
    if not reason.strip():
        raise GuardError("a withdrawal needs a reason", subject=subject)
