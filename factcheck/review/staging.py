"""The fold's part that says how far a claim came in the workflow: from the events of its steps to its review state."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

from factcheck.domain import (
    Assignment,
    Carried,
    ClaimState,
    Closing,
    Dispute,
    Ending,
    Event,
    Outcome,
    Return,
    ReviewState,
    Settlement,
    SignOff,
    Stage,
    Submission,
    Waiver,
)
from factcheck.review.kinds import Kind

VERSION = 2
"""The version of the list of things that a sign-off binds. A new one starts a new digest; old sign-offs keep theirs.

1: claim, evidence, stances, verdict, rationale. 2: the ticked items, too; where none is, the digest is that of 1."""

KINDS = frozenset(
    {
        Kind.ASSIGNED,
        Kind.WAIVED,
        Kind.SUBMITTED,
        Kind.WITHDRAWN,
        Kind.RETURNED,
        Kind.DISPUTED,
        Kind.SETTLED,
        Kind.CLOSED,
        Kind.CARRIED,
        Kind.ERASED,
    }
)
"""The kinds of events that are folded here."""


def after_verdict(state: ClaimState) -> ClaimState:
    """A verdict ends a waiver, and answers what the claim was returned for."""
    stage = looked_at(state.stage)
    if stage.carried and stage.carried.kept is not None:
        stage = replace(stage, carried=replace(stage.carried, rated="", kept=None))
    if stage.waiver or stage.returned:
        stage = replace(stage, waiver=None, returned=None)
    return state if stage is state.stage else replace(state, stage=stage)


def after_signature(state: ClaimState, sign_off: SignOff) -> ClaimState:
    """Sign a claim, or tick one that was withdrawn. What was submitted is settled with that."""
    if state.removal:
        return replace(state, removal=replace(state.removal, ticked=sign_off))
    return replace(state, sign_off=sign_off, stage=replace(looked_at(state.stage), submission=None))


def looked_at(stage: Stage) -> Stage:
    """Whoever decides on a claim has seen what a revision changed in it, and takes up what was closed at a deadline."""
    if stage.closing:
        stage = replace(stage, closing=None)
    seen = stage.carried is None or not stage.carried.changed
    return stage if seen or not stage.carried else replace(stage, carried=replace(stage.carried, changed=False))


def _carried(state: ClaimState, event: Event) -> ClaimState:
    """Go on from the decisions on the claim of the earlier revision; what was signed or submitted may stand here."""
    body, last = event.body, state.stage.carried
    kept, rated = tuple(body["items"].values()), body["before"]
    if last and last.kept is not None:  # the verdict is older still
        kept, rated = tuple(item for item in kept if item in last.kept), last.rated
    made = {"changed": body["changed"], "rated": rated, "kept": kept} if state.verdict else {"changed": body["changed"]}
    carried = Carried(claim=body["from"], before=body["before"], at=event.at, **made)
    stage, sign_off = replace(state.stage, carried=carried), state.sign_off
    if body["changed"] and stage.closing and stage.closing.ending is not Ending.HEDGED:
        stage = replace(stage, closing=None)  # it was decided of other words
    if body["signed"]:
        here = {"taken_over": body["signed"], "taken_over_by": event.seq, "version": VERSION, "erased": ""}
        sign_off = sign_off and replace(sign_off, **here)
    if body["submitted"]:
        submission = stage.submission and replace(stage.submission, digest=body["submitted"])
        stage = replace(stage, submission=submission)
    return replace(state, sign_off=sign_off, stage=stage)


def _without_words(state: ClaimState, event: Event) -> ClaimState:
    """Go on without words that were erased: what was signed or submitted with them stands, if it stood before."""
    signed, submitted, stage, sign_off = event.body["signed"], event.body["submitted"], state.stage, state.sign_off
    if signed:
        sign_off = sign_off and replace(sign_off, erased=signed)
    if submitted:
        submission = stage.submission and replace(stage.submission, digest=submitted)
        stage = replace(stage, submission=submission)
    return replace(state, sign_off=sign_off, stage=stage)


def staged(state: ClaimState, event: Event) -> ClaimState:
    """Fold an event of one of `KINDS`."""
    if event.kind == Kind.CARRIED:
        return _carried(state, event)
    if event.kind == Kind.ERASED:
        return _without_words(state, event)
    if event.kind == Kind.WITHDRAWN:
        return replace(state, sign_off=None)
    if event.kind == Kind.WAIVED and event.body["reason"]:
        state = replace(state, verdict=None)
    elif event.kind == Kind.SETTLED and event.body["outcome"] == Outcome.CHANGE:
        state = replace(state, sign_off=None)
    return replace(state, stage=_stage(state.stage, event))


def _stage(stage: Stage, event: Event) -> Stage:
    body, user, at = event.body, event.user, event.at
    changes: dict[str, Any] = {}
    match event.kind:
        case Kind.ASSIGNED:
            changes["assignment"] = Assignment(user=user, at=at, to=body["to"]) if body["to"] else None
        case Kind.WAIVED:
            stage = looked_at(stage)
            changes["waiver"] = Waiver(user=user, at=at, reason=body["reason"]) if body["reason"] else None
            changes |= {"returned": None, "submission": None} if body["reason"] else {}
        case Kind.SUBMITTED:
            stage = looked_at(stage)
            submission = Submission(user=user, at=at, digest=body["binding"], exception=body["exception"])
            changes |= {"submission": submission, "returned": None}
        case Kind.RETURNED:
            returned = Return(user=user, at=at, comment=body["comment"])
            changes |= {"returned": returned, "submission": None, "closing": None}
        case Kind.DISPUTED:
            held = {name: body[name] for name in ("position", "holder", "held")}
            changes |= {"dispute": Dispute(user=user, at=at, **held), "settlement": None, "closing": None}
        case Kind.CLOSED:
            ending = Ending(body["ending"]) if body["ending"] else None
            how = {"reason": body["reason"], "wording": body["wording"]}
            changes["closing"] = Closing(user=user, at=at, ending=ending, **how) if ending else None
        case Kind.SETTLED:
            return _settled(stage, event)
    return replace(stage, **changes)


def _settled(stage: Stage, event: Event) -> Stage:
    body = event.body
    outcome = Outcome(body["outcome"])
    settlement = Settlement(user=event.user, at=event.at, outcome=outcome, reason=body["reason"], own=body["own"])
    stage = replace(stage, dispute=None, settlement=settlement)
    if outcome is not Outcome.CHANGE:
        return stage
    returned = Return(user=event.user, at=event.at, comment=body["reason"])
    return replace(stage, returned=returned, submission=None)


def review_state(state: ClaimState) -> ReviewState:
    """Say where a claim stands, before it is known whether what was signed or submitted has changed since."""
    stage = state.stage
    if state.removal:
        return ReviewState.SUPERSEDED if state.removal.by else ReviewState.WITHDRAWN
    stands = (
        (stage.dispute, ReviewState.DISPUTED),
        (stage.settlement and stage.settlement.outcome is Outcome.CUT, ReviewState.CUT),
        (stage.closing and stage.closing.ending is Ending.CUT, ReviewState.CUT),
        (stage.returned, ReviewState.RETURNED),
        (stage.carried and stage.carried.changed and _is_decided(state), ReviewState.STALE),
        (state.sign_off, ReviewState.SIGNED),
    )
    return next((where for found, where in stands if found), undecided(state))


def with_hedge(stage: Stage, sentence: str) -> Stage:
    """Say whether a claim that is to be hedged stands in the text as it was to be hedged."""
    closing = stage.closing
    if closing is None or closing.ending is not Ending.HEDGED:
        return stage
    return replace(stage, closing=replace(closing, done=says(sentence, closing.wording)))


def with_rated(stage: Stage, words: str) -> Stage:
    """Say whether a verdict that was given in an earlier revision is of other words than those of now (`words`)."""
    carried = stage.carried
    if carried is None or not carried.rated:
        return stage
    from factcheck.review.aligning import form_of  # 3 ms, which no list of claims needs

    same = carried.rated == words or form_of(carried.rated).text == form_of(words).text
    return replace(stage, carried=replace(carried, rated="")) if same else stage


def says(sentence: str, wording: str) -> bool:
    """Tell whether a sentence has a wording, in whole words; white space and typographic marks do not count."""
    from factcheck.review.aligning import form_of  # 3 ms, which no list of claims needs

    return re.search(rf"(?<!\w){re.escape(form_of(wording).text)}(?!\w)", form_of(sentence).text) is not None


def has_decisions(state: ClaimState) -> bool:
    """Tell whether a person decided anything on a claim that would be lost with it."""
    marks = (state.stances, state.cited, state.notes, state.ticks, state.corrections, state.original, state.calculated)
    stage = state.stage
    on_the_way = (stage.assignment, stage.returned, stage.dispute, stage.closing, state.wording)
    return _is_decided(state) or any(marks) or any(on_the_way)


def _is_decided(state: ClaimState) -> bool:
    return bool(state.verdict or state.stage.waiver or state.sign_off)


def undecided(state: ClaimState) -> ReviewState:
    """Say where a claim stands that nobody signed, submitted, returned or disputes."""
    if state.stage.waiver:
        return ReviewState.WAIVED
    if state.verdict:
        return ReviewState.PROPOSED
    return ReviewState.ASSIGNED if state.stage.assignment else ReviewState.EXTRACTED


def _reads_as_hedged(state: ClaimState) -> bool:
    """Tell whether nobody signed a claim, and its text is another because an editor hedged it so: nothing is stale."""
    closing = state.stage.closing
    hedged = closing is not None and closing.ending is Ending.HEDGED and closing.done
    return hedged and state.sign_off is None and state.review_state is ReviewState.STALE


def settled(state: ClaimState, *, unchanged: bool, submitted: bool) -> ReviewState:
    """Say where a claim stands, now that `binding` is known.

    `unchanged`, `submitted`: what was signed, or submitted, stands as it was.
    """
    if _reads_as_hedged(state):
        state = replace(state, review_state=undecided(state))
    if state.review_state not in {ReviewState.SIGNED, undecided(state)}:
        return state.review_state
    if submitted:
        return ReviewState.IN_REVIEW
    if state.sign_off is None:
        return state.review_state
    return ReviewState.SIGNED if unchanged else ReviewState.STALE
