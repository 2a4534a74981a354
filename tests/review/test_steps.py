"""The table of steps: which may be taken in which state, by whom, and which configurations leave claims stuck."""

from __future__ import annotations

from dataclasses import replace

import pytest

from factcheck.domain import LISTED, ClaimState, ReviewState
from factcheck.errors import GuardError
from factcheck.review.steps import (
    POSSIBLE,
    ReviewStep,
    Role,
    Rule,
    Workflow,
    check_step,
    misplaced,
    unreachable,
    untakeable,
)


def workflow(**rules: Rule) -> Workflow:
    """Everybody may take every step in every possible state, but for `rules`."""
    every = {step: Rule(who=frozenset(Role), states=POSSIBLE.get(step, frozenset())) for step in ReviewStep}
    return Workflow(rules=every | {ReviewStep(name): rule for name, rule in rules.items()})


def test_every_listed_state_but_the_first_is_reached_and_can_be_left() -> None:
    assert unreachable(workflow()) == ()
    for state in LISTED:
        assert any(state in states for states in POSSIBLE.values()), state


@pytest.mark.parametrize("state", ReviewState)
@pytest.mark.parametrize("step", sorted(POSSIBLE))
def test_a_step_is_told_why_it_is_not_for_a_state_and_what_is(step: ReviewStep, state: ReviewState) -> None:
    told = misplaced(workflow(), ClaimState(claim="c7", review_state=state), step)
    assert (told is None) == (state in POSSIBLE[step])
    if told:
        reason, remedy = told
        assert f"is {state}" in reason
        assert "c7" in remedy or "factcheck" in remedy


def test_a_workflow_narrows_the_states_of_a_step() -> None:
    strict = workflow(sign=Rule(who=frozenset({Role.REVIEWER}), states=frozenset({ReviewState.IN_REVIEW})))
    with pytest.raises(GuardError, match="review submit c7"):
        check_step(strict, ClaimState(claim="c7", review_state=ReviewState.PROPOSED), "bob", ReviewStep.SIGN)


def test_roles_are_of_people_however_they_write_their_name() -> None:
    given = replace(
        workflow(settle=Rule(who=frozenset({Role.EDITOR}), states=POSSIBLE[ReviewStep.SETTLE])),
        people={"adaholm": frozenset({Role.EDITOR})},
        others=frozenset({Role.CHECKER}),
    )
    disputed = ClaimState(claim="c7", review_state=ReviewState.DISPUTED)
    check_step(given, disputed, "Ada Holm", ReviewStep.SETTLE)
    with pytest.raises(GuardError, match=r"bob \(checker\) may not take the step 'settle': it is for editor"):
        check_step(given, disputed, "bob", ReviewStep.SETTLE)


def test_alone_one_may_take_every_step_but_pass_over_the_rules() -> None:
    nobody = Rule(who=frozenset())
    alone = replace(workflow(sign=nobody, bypass=nobody), solo=True)
    assert alone.may("me", ReviewStep.SIGN)
    assert not alone.may("me", ReviewStep.BYPASS)


def test_a_step_nobody_may_take_and_what_cannot_be_reached_without_it_are_found() -> None:
    nobody = {step: Rule(who=frozenset(), states=POSSIBLE[step]) for step in (ReviewStep.SETTLE, ReviewStep.CLOSE)}
    stuck = workflow(**nobody)
    assert untakeable(stuck) == (ReviewStep.SETTLE, ReviewStep.CLOSE)
    assert unreachable(stuck) == (ReviewState.CUT,)
    unsigned = workflow(sign=Rule(who=frozenset(Role), states=frozenset()))
    assert unreachable(unsigned) == (ReviewState.SIGNED, ReviewState.STALE)
