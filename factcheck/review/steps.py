"""The table of the workflow: each step with the states it may be taken in, and who may take it here.

A workflow (`config/workflow.toml`) may narrow the states of a step and say which roles take it; it cannot widen them:
nobody signs what is disputed. What else a step needs (a reason, the source policy, another person) is in `guards`.
"""

from __future__ import annotations

import shlex
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from factcheck.domain import LISTED, ClaimState, ReviewState
from factcheck.errors import GuardError
from factcheck.review.kinds import Kind
from factcheck.review.sourcing import SourcePolicy
from factcheck.text.names.lookalikes import folded


class Role(StrEnum):
    """What a person is in a newsroom. An auditor reads and verifies, and decides nothing."""

    WRITER = "writer"
    CHECKER = "checker"
    REVIEWER = "reviewer"
    EDITOR = "editor"
    AUDITOR = "auditor"


class ReviewStep(StrEnum):
    """A step of the workflow.

    `judge`: all work on a claim that is none of the others; `bypass`: passing over rules; `trust`: saying whose a key
    is; `close`: the deadline of an article, and what becomes of what is open then; `reword`: what becomes of a proposed
    wording; `erase`: erasing personal words.
    """

    JUDGE = "judge"
    ASSIGN = "assign"
    PROPOSE = "propose"
    WAIVE = "waive"
    SUBMIT = "submit"
    SIGN = "sign"
    RETURN = "return"
    WITHDRAW = "withdraw"
    DISPUTE = "dispute"
    SETTLE = "settle"
    SIGN_ARTICLE = "sign-article"
    PUBLISH = "publish"
    BYPASS = "bypass"
    TRUST = "trust"
    CLOSE = "close"
    REWORD = "reword"
    ERASE = "erase"


S = ReviewState

POSSIBLE: Mapping[ReviewStep, frozenset[ReviewState]] = {
    ReviewStep.ASSIGN: frozenset(LISTED) - {S.SIGNED, S.CUT},
    ReviewStep.PROPOSE: frozenset(LISTED) - {S.DISPUTED, S.CUT},
    ReviewStep.WAIVE: frozenset({S.EXTRACTED, S.ASSIGNED, S.PROPOSED, S.RETURNED, S.WAIVED, S.STALE}),
    ReviewStep.SUBMIT: frozenset({S.PROPOSED, S.RETURNED, S.STALE}),
    ReviewStep.SIGN: frozenset({S.IN_REVIEW, S.WAIVED, S.PROPOSED, S.STALE, S.WITHDRAWN}),
    ReviewStep.RETURN: frozenset({S.PROPOSED, S.IN_REVIEW, S.WAIVED, S.STALE}),
    ReviewStep.WITHDRAW: frozenset({S.SIGNED, S.STALE}),
    ReviewStep.DISPUTE: frozenset({S.PROPOSED, S.IN_REVIEW, S.RETURNED, S.WAIVED, S.SIGNED, S.STALE, S.CUT}),
    ReviewStep.SETTLE: frozenset({S.DISPUTED}),
    ReviewStep.CLOSE: frozenset(LISTED) - {S.SIGNED, S.DISPUTED},
    ReviewStep.REWORD: frozenset(LISTED) - {S.DISPUTED, S.CUT},
}
"""In which states a step can be taken at all; a workflow chooses among them."""

LEADS_TO: Mapping[ReviewStep, frozenset[ReviewState]] = {
    ReviewStep.ASSIGN: frozenset({S.ASSIGNED}),
    ReviewStep.PROPOSE: frozenset({S.PROPOSED}),
    ReviewStep.WAIVE: frozenset({S.WAIVED}),
    ReviewStep.SUBMIT: frozenset({S.IN_REVIEW}),
    ReviewStep.SIGN: frozenset({S.SIGNED}),
    ReviewStep.RETURN: frozenset({S.RETURNED}),
    ReviewStep.WITHDRAW: frozenset(),
    ReviewStep.DISPUTE: frozenset({S.DISPUTED}),
    ReviewStep.SETTLE: frozenset({S.RETURNED, S.CUT}),
    ReviewStep.CLOSE: frozenset({S.CUT}),
    ReviewStep.REWORD: frozenset(),
}
"""Where a step leads, besides back to where the claim stood before."""

STEP_OF: Mapping[str, ReviewStep] = {
    Kind.ASSIGNED: ReviewStep.ASSIGN,
    Kind.VERDICT: ReviewStep.PROPOSE,
    Kind.WORDED: ReviewStep.PROPOSE,
    Kind.REWORDED: ReviewStep.REWORD,
    Kind.WAIVED: ReviewStep.WAIVE,
    Kind.SUBMITTED: ReviewStep.SUBMIT,
    Kind.SIGNED: ReviewStep.SIGN,
    Kind.NOTHING_MATERIAL: ReviewStep.SIGN,
    Kind.RETURNED: ReviewStep.RETURN,
    Kind.WITHDRAWN: ReviewStep.WITHDRAW,
    Kind.DISPUTED: ReviewStep.DISPUTE,
    Kind.SETTLED: ReviewStep.SETTLE,
    Kind.ARTICLE_SIGNED: ReviewStep.SIGN_ARTICLE,
    Kind.ARTICLE_PUBLISHED: ReviewStep.PUBLISH,
    Kind.CLOSED: ReviewStep.CLOSE,
    Kind.DEADLINE: ReviewStep.CLOSE,
    Kind.KEY_TRUSTED: ReviewStep.TRUST,
    Kind.KEY_REVOKED: ReviewStep.TRUST,
    Kind.ERASED: ReviewStep.ERASE,
}
"""The step that an event of a kind is; every other decision of a person is `judge`."""

_REMEDIES: Mapping[ReviewState, str] = {
    S.EXTRACTED: "it needs a verdict first: `factcheck claim verdict {0} --rating R --rationale TEXT`",
    S.ASSIGNED: "it needs a verdict first: `factcheck claim verdict {0} --rating R --rationale TEXT`",
    S.PROPOSED: "submit it first: `factcheck review submit {0}`",
    S.IN_REVIEW: "it waits for a reviewer (`factcheck --user NAME review sign {0}`), or comes back:"
    " `factcheck --user NAME review return {0} --comment TEXT`",
    S.RETURNED: "its checker answers the comment (`factcheck claim verdict`, `factcheck review submit`)",
    S.DISPUTED: "a third person settles it: `factcheck --user NAME review settle {0} keep|change|cut --reason TEXT`",
    S.WAIVED: "a reviewer ticks it (`factcheck --user NAME review sign {0}`), or it gets a verdict",
    S.SIGNED: "its signer withdraws first: `factcheck --user {1} review withdraw {0} --reason TEXT`",
    S.STALE: "sign or submit it anew (`factcheck review submit`)",
    S.CUT: "it leaves the text: check the draft without it, or dispute that:"
    " `factcheck --user NAME review dispute {0} --position TEXT`",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """Who may take a step (roles), and in which states; `states` is empty for steps that are not bound to one."""

    who: frozenset[Role]
    states: frozenset[ReviewState] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Workflow:
    """The rules of a workspace. `people`: folded name -> roles; `others`: the roles of who is not named there.

    `renamed`: the folded name that somebody had -> the one they have now; `require_keys`: nobody signs without a key.
    """

    rules: Mapping[ReviewStep, Rule]
    people: Mapping[str, frozenset[Role]] = field(default_factory=dict)
    renamed: Mapping[str, str] = field(default_factory=dict)
    others: frozenset[Role] = frozenset(Role)
    policy: SourcePolicy = field(default_factory=SourcePolicy)
    solo: bool = False
    require_keys: bool = False

    def roles(self, user: str) -> frozenset[Role]:
        """Return the roles of a person."""
        return self.people.get(self._now(user), self.others)

    def is_among(self, user: str, users: Iterable[str]) -> bool:
        """Tell whether a person, by whatever name, is one of several."""
        return self._now(user) in map(self._now, users)

    def _now(self, user: str) -> str:
        name = folded(user)
        return self.renamed.get(name, name)

    def may(self, user: str, step: ReviewStep) -> bool:
        """Tell whether a person may take a step; alone, one may take every step, and only `bypass` has to be named."""
        return bool(self.roles(user) & self.rules[step].who) or (self.solo and step is not ReviewStep.BYPASS)


def check_permitted(workflow: Workflow, user: str, step: ReviewStep, claim: str = "") -> None:
    """Refuse a step to somebody whose roles it is not given to.

    Raises:
        GuardError: says who may take it.
    """
    if workflow.may(user, step):
        return
    who = ", ".join(role for role in Role if role in workflow.rules[step].who) or "nobody"
    roles = ", ".join(role for role in Role if role in workflow.roles(user)) or "no role"
    raise GuardError(
        f"{user} ({roles}) may not take the step '{step}': it is for {who}",
        hint="roles are given under [workflow.people] in the factcheck.toml of the workspace",
        subject=f"claim {claim}" if claim else "",
    )


def check_step(workflow: Workflow, state: ClaimState, user: str, step: ReviewStep) -> None:
    """Refuse a step that is not for this person, or not for a claim in this state.

    Raises:
        GuardError: says who may take it, or what has to be done before, with the command.
    """
    check_permitted(workflow, user, step, state.claim)
    if told := misplaced(workflow, state, step):
        reason, remedy = told
        raise GuardError(reason, hint=remedy, subject=f"claim {state.claim}")


def misplaced(workflow: Workflow, state: ClaimState, step: ReviewStep) -> tuple[str, str] | None:
    """Say why a step is not for a claim in this state, and what to do; None if it is."""
    if step not in POSSIBLE or state.review_state in workflow.rules[step].states:
        return None
    signer = shlex.quote(state.sign_off.user) if state.sign_off else "NAME"
    remedy = _REMEDIES.get(state.review_state, "`factcheck claim restore {0}` brings it back")
    if step is ReviewStep.WITHDRAW and state.review_state in LISTED and state.sign_off is None:
        remedy = (
            "nobody has signed it: there is no sign-off to withdraw; `factcheck claim show {0}` has where it stands"
        )
    elif step is ReviewStep.SETTLE and state.review_state in LISTED:
        may_be = state.review_state in workflow.rules[ReviewStep.DISPUTE].states
        disputes = "`factcheck review dispute {0} --position TEXT` does"
        remedy = f"nobody disputes it: {disputes if may_be else '`factcheck claim show {0}` has where it stands'}"
    return f"is {state.review_state}: the step '{step}' is not for that", remedy.format(state.claim, signer)


def untakeable(workflow: Workflow) -> tuple[ReviewStep, ...]:
    """Return the steps that nobody may take; nobody has to be allowed to pass over the rules."""
    there = workflow.others.union(*workflow.people.values())
    return tuple(s for s in ReviewStep if s is not ReviewStep.BYPASS and not workflow.rules[s].who & there)


def unreachable(workflow: Workflow) -> tuple[ReviewState, ...]:
    """Return the listed states that no claim can come to by the steps that somebody may take."""
    barred = set(untakeable(workflow))
    reached = {S.EXTRACTED}
    for _ in LISTED:
        reached |= {to for step, to in _edges(workflow) if step not in barred and workflow.rules[step].states & reached}
        if S.SIGNED in reached:
            reached.add(S.STALE)  # the system's own step
    return tuple(state for state in LISTED if state not in reached)


def _edges(workflow: Workflow) -> Iterator[tuple[ReviewStep, ReviewState]]:
    for step, states in LEADS_TO.items():
        if step in workflow.rules:
            yield from ((step, state) for state in states)
