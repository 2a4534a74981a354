"""What one shift hands to the next: what is done, whose word is waited for, and what comes next."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING

from factcheck.domain import ArticleSummary, ClaimState, ClaimSummary, ReviewState, WordingState
from factcheck.review.article import REVISE, blocker, wording_blocker
from factcheck.workbench.articles import of_withdrawn
from factcheck.workbench.counting import uncounted
from factcheck.workbench.published import lock_of
from factcheck.workbench.queue import due_of, in_order
from factcheck.workbench.signing import lacking_of
from factcheck.workbench.triaging import deadlines_of

if TYPE_CHECKING:
    from factcheck.workbench import Workbench

_WAITING = {
    ReviewState.IN_REVIEW: "a reviewer, to sign it",
    ReviewState.WAIVED: "a reviewer, to tick that it was waived",
    ReviewState.DISPUTED: "a third person, to settle the dispute",
}
"""Whom the claims in a state wait for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Handed:
    """A claim, and in words what became of it, whom it waits for or what it lacks; with the command that goes on."""

    claim: ClaimSummary
    what: str
    command: str = ""
    due: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Handover:
    """An article as it is handed over. Each part has the riskiest first, then what is due soonest."""

    article: ArticleSummary
    deadline: datetime | None
    done: tuple[Handed, ...]
    waiting: tuple[Handed, ...]
    next: tuple[Handed, ...]


def handover(bench: Workbench, articles: Sequence[ArticleSummary], since: datetime | None = None) -> list[Handover]:
    """Return how articles are handed over; `since`: of what is done, only what was done from then on."""
    deadlines = deadlines_of(bench.store, [article.id for article in articles])
    return [_handed_over(bench, article, deadlines.get(article.id), since) for article in articles]


def _handed_over(
    bench: Workbench, article: ArticleSummary, deadline: datetime | None, since: datetime | None
) -> Handover:
    deadlines = {article.id: deadline} if deadline else {}
    rows = sorted(bench.summaries(article.id), key=lambda row: in_order(row, deadlines))
    void = uncounted(bench, rows)
    done: list[Handed] = []
    waiting: list[Handed] = []
    is_locked = any(lock_of(bench.store, article.revision))
    following: list[Handed] = []
    for row in rows:
        due, state = due_of(row, deadlines), bench.store.state(row.id)
        late = deadline is not None and deadline <= bench.now()
        lacking = lacking_of(bench, bench.store, row)
        lack = blocker(row, uncounted=void.get(row.id, ""), late=late, lacking=lacking) or wording_blocker(row)
        if lack and is_locked:
            lack = replace(lack, command=REVISE.format(row.id, article.id))
        if lack is None:
            done += [Handed(claim=row, what=what) for at, what in _done(state) if since is None or at >= since]
        elif whom := _waits_for(row, state, unticked=bool(lacking.items or lacking.rated)):
            waiting.append(Handed(claim=row, what=whom, command=lack.command, due=due))
        else:
            assigned = f", assigned to {row.assigned}" if row.assigned else ""
            returned = state.stage.returned
            why = f": {returned.comment} ({returned.user})" if returned else ""
            following.append(Handed(claim=row, what=f"{lack.what}{why}{assigned}", command=lack.command, due=due))
    unticked = [row for row in bench.unticked() if row.article == article.id]
    lacks = [(row, of_withdrawn(bench, row)) for row in unticked]
    waiting += [Handed(claim=row, what=f"a reviewer: {lack.what}", command=lack.command) for row, lack in lacks if lack]
    parts = {"done": tuple(done), "waiting": tuple(waiting), "next": tuple(following)}
    return Handover(article=article, deadline=deadline, **parts)


def _done(state: ClaimState) -> Iterator[tuple[datetime, str]]:
    """Yield when and how a claim was settled for its article."""
    closing, sign_off = state.stage.closing, state.sign_off
    if closing:
        yield closing.at, f"{closing} by {closing.user}: {closing.reason}"
    elif sign_off:
        own = " (self-signed)" if sign_off.self_signed else ""
        yield sign_off.at, f"signed by {sign_off.user}{own}"


def _waits_for(row: ClaimSummary, state: ClaimState, *, unticked: bool) -> str:
    """Return whom a claim waits for; "" if a checker goes on with it, as where no reviewer can sign it yet."""
    if wait := state.triage.wait:
        return f"{wait.person} ({wait.channel}), asked by {wait.user}"
    if row.review_state is ReviewState.SIGNED and row.wording_state == WordingState.OPEN:
        return "the writer or an editor, to decide on the wording"
    return "" if unticked else _WAITING.get(row.review_state, "")
