"""What waits for a person: the claims whose next step is theirs, the riskiest and soonest due first."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING

from factcheck.domain import ClaimSummary, ReviewState, WordingState
from factcheck.reports.marks import is_conflicting
from factcheck.review import triage
from factcheck.review.article import NOTHING, REVISE, SIGN_ANEW, SIGNABLE, Lacking
from factcheck.review.handing import unsettleable
from factcheck.review.steps import ReviewStep, misplaced
from factcheck.workbench.published import lock_of
from factcheck.workbench.signing import lacking_of
from factcheck.workbench.stale import stale_claims
from factcheck.workbench.triaging import deadlines_of

if TYPE_CHECKING:
    from factcheck.workbench import Workbench

_STEPS = {
    ReviewState.EXTRACTED: (ReviewStep.PROPOSE,),
    ReviewState.ASSIGNED: (ReviewStep.PROPOSE,),
    ReviewState.RETURNED: (ReviewStep.PROPOSE,),
    ReviewState.PROPOSED: (ReviewStep.SIGN, ReviewStep.SUBMIT),
    ReviewState.STALE: (ReviewStep.SIGN, ReviewStep.SUBMIT),
    ReviewState.IN_REVIEW: (ReviewStep.SIGN,),
    ReviewState.WAIVED: (ReviewStep.SIGN,),
    ReviewState.WITHDRAWN: (ReviewStep.SIGN,),
    ReviewState.DISPUTED: (ReviewStep.SETTLE,),
}
"""The next steps from each state, the one that brings a claim farthest first."""

_COMMANDS = {
    ReviewStep.PUBLISH: REVISE,
    ReviewStep.SIGN: "review sign {0}",
    ReviewStep.SETTLE: "review settle {0} keep --reason TEXT",
    ReviewStep.REWORD: "claim wording {0} accept",
}

MOST_ASKED = 200
"""Claims of which a screen asks one by one what keeps this user from the next step: 0.4 ms each, 2026-11."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """A claim whose next step is this user's, and the command that takes it.

    `due`: when it is, by the answer that is waited for or the deadline of its article; None if neither is there.
    """

    claim: ClaimSummary
    step: ReviewStep
    command: str
    due: datetime | None = None


def queue(bench: Workbench, article: str = "", *, mine: bool = False) -> tuple[Waiting, ...]:
    """Return what waits for this user, of one article or all, in the order of `review.triage`: risk, then due time.

    `mine`: of the claims to be given a verdict only those that are assigned to this user, or came back to them; else
    those of nobody, too.
    """
    rows = [*bench.summaries(article), *(row for row in bench.unticked() if article in {"", row.article})]
    locked = locked_articles(bench)
    anew = _immaterial(bench, rows)
    found = [one for row in rows for one in _waiting(bench, row, anew, mine=mine, is_locked=row.article in locked)]
    deadlines = deadlines_of(bench.store, {row.article for row in rows})
    found = [replace(one, due=due_of(one.claim, deadlines)) for one in found]
    return tuple(sorted(found, key=lambda one: in_order(one.claim, deadlines)))


def _immaterial(bench: Workbench, rows: Iterable[ClaimSummary]) -> frozenset[str]:
    """Return the claims (ids) that are stale and in which nothing material differs from what was signed."""
    with_stale = {row.article for row in rows if row.review_state is ReviewState.STALE}
    if not with_stale:  # to read all articles takes time
        return frozenset()
    articles = [one for one in bench.articles() if one.id in with_stale]
    return frozenset(one.claim.id for article in articles for one in stale_claims(bench, article) if not one.apart)


def never_settled(bench: Workbench, article: str = "") -> Iterator[tuple[ClaimSummary, str]]:
    """Yield the disputed claims that nobody may settle as roles are given now, with why and what to do."""
    for row in bench.summaries(article):
        disputed = row.review_state is ReviewState.DISPUTED
        if disputed and (told := unsettleable(bench.workflow, bench.store.state(row.id))):
            yield row, told


def next_for(bench: Workbench, rows: Iterable[ClaimSummary], locked: Container[str]) -> frozenset[str]:
    """Return the claims (ids), of some that are listed, that `queue` has for this user.

    `locked`: the articles (ids) that are published, as `locked_articles` has them.

    Those that lack a verdict cost nothing. Of more than `MOST_ASKED` others only roles and checkers are looked at.
    """
    found, others = set(), []
    for row in rows:
        steps = _steps(row)
        if steps == (ReviewStep.PROPOSE,) and row.article not in locked:
            if bench.workflow.may(bench.user, ReviewStep.PROPOSE) and _is_theirs(bench, row, *steps, mine=False):
                found.add(row.id)
        elif row.article in locked or any(_falls_to(bench, row, step) for step in steps):
            others.append(row)
    if len(others) > MOST_ASKED:
        return frozenset(found.union(row.id for row in others))
    anew = _immaterial(bench, others)
    for row in others:
        found.update(one.claim.id for one in _waiting(bench, row, anew, mine=False, is_locked=row.article in locked))
    return frozenset(found)


def locked_articles(bench: Workbench) -> frozenset[str]:
    """Return the articles (ids) that are published."""
    return frozenset(one.id for one in bench.articles() if any(lock_of(bench.store, one.revision)))


def _falls_to(bench: Workbench, row: ClaimSummary, step: ReviewStep) -> bool:
    """Tell whether a step may be this user's, by their roles and by who checked the claim."""
    own = bench.workflow.is_among(bench.user, [row.checker])
    ticks = own and bench.workflow.may(bench.user, ReviewStep.JUDGE)
    if not bench.workflow.may(bench.user, step):
        return ticks
    if step is ReviewStep.SIGN:
        return bench.solo or not own or ticks
    return own if step is ReviewStep.SUBMIT else True


def _is_given_to(bench: Workbench, row: ClaimSummary) -> bool:
    """Tell whether a claim is assigned to this user, or came back to them, who gave its verdict or waived it."""
    returned = row.review_state is ReviewState.RETURNED
    return bench.workflow.is_among(bench.user, [row.assigned, *([row.checker, row.waived_by] if returned else [])])


def in_order(row: ClaimSummary, deadlines: Mapping[str, datetime]) -> tuple[int, datetime, float]:
    """Return what sorts claims for people: the riskiest first, then what is due soonest, then the most check-worthy."""
    return triage.order(row, deadlines.get(row.article), conflicting=is_conflicting(row))


def due_of(row: ClaimSummary, deadlines: Mapping[str, datetime]) -> datetime | None:
    """Return when a claim is due; None if neither an answer nor its article is."""
    found = triage.due(row, deadlines.get(row.article))
    return None if found == triage.NEVER else found


def _waiting(
    bench: Workbench, row: ClaimSummary, anew: Container[str], *, mine: bool, is_locked: bool
) -> Iterator[Waiting]:
    """Yield what a claim waits for. Of an article that is published, whoever publishes the correction goes on.

    `anew`: the stale claims (ids) in which nothing material differs: a reviewer says so, and nobody submits them.
    """
    steps = _steps(row)
    if is_locked:
        steps = (ReviewStep.PUBLISH,) if steps and not row.is_published else ()
    lacking = lacking_of(bench, bench.store, row) if steps and not is_locked else NOTHING
    if lacking.rated and row.review_state in SIGNABLE:
        steps = (*(one for one in steps if one is ReviewStep.REWORD), ReviewStep.SUBMIT)
    elif row.wording_state != WordingState.OPEN and row.review_state in SIGNABLE:
        own = bench.workflow.is_among(bench.user, [row.checker])
        if lacking.ticking and own and bench.workflow.may(bench.user, ReviewStep.JUDGE):
            yield Waiting(claim=row, step=ReviewStep.JUDGE, command=lacking.ticking)
            return
    if row.id in anew:
        steps = tuple(step for step in steps if step is not ReviewStep.SUBMIT)
        lacking = replace(lacking, anew=SIGN_ANEW)
    for step in steps:
        if bench.workflow.may(bench.user, step) and _is_theirs(bench, row, step, mine=mine):
            anew_first = step is ReviewStep.SUBMIT and (lacking.late or lacking.rated)
            taken = ReviewStep.PROPOSE if anew_first else step
            yield Waiting(claim=row, step=taken, command=_command(taken, lacking).format(row.id, row.article))
            return


def _command(step: ReviewStep, lacking: Lacking) -> str:
    if step is ReviewStep.PROPOSE:
        return lacking.verdict()
    if step is ReviewStep.SIGN and lacking.anew:
        return lacking.anew
    return lacking.submission() if step is ReviewStep.SUBMIT else _COMMANDS[step]


def _steps(row: ClaimSummary) -> tuple[ReviewStep, ...]:
    """Return the next steps of a claim; a wording is decided on before it is signed, else the sign-off goes stale."""
    steps = _STEPS.get(row.review_state, ())
    if row.wording_state != WordingState.OPEN:
        return steps
    return (*(one for one in steps if one is ReviewStep.PROPOSE), ReviewStep.REWORD, *steps)


def _is_theirs(bench: Workbench, row: ClaimSummary, step: ReviewStep, *, mine: bool) -> bool:
    if step is ReviewStep.PUBLISH:
        return True
    if step is ReviewStep.SIGN:
        return not bench.blockers(row.id)
    if step is ReviewStep.SETTLE:
        from factcheck.review.handing import is_party

        return bench.solo or not is_party(bench.workflow, bench.store.state(row.id), bench.user)
    if step is ReviewStep.REWORD:
        state = bench.store.state(row.id)
        own = state.wording is not None and bench.workflow.is_among(bench.user, [state.wording.user])
        return (bench.solo or not own) and misplaced(bench.workflow, state, step) is None
    if step is ReviewStep.SUBMIT:
        return bench.workflow.is_among(bench.user, [row.checker])
    return _is_given_to(bench, row) or (not row.assigned and not mine)
