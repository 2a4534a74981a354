"""Which signatures count for nothing by the rules of this workspace, and why: see `review.holding`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from factcheck.domain import ClaimState, ClaimSummary, Event, ReviewState
from factcheck.review import holding
from factcheck.review.kinds import Kind
from factcheck.review.steps import ReviewStep

if TYPE_CHECKING:
    from factcheck.workbench import Workbench


def uncounted(bench: Workbench, rows: Iterable[ClaimSummary]) -> Mapping[str, str]:
    """Return of claims (ids) why what settles them counts for nothing here: a sign-off, or an editor's decision."""
    told = ((row.id, _of_row(bench, row)) for row in rows)
    return {claim: why for claim, why in told if why}


def _of_row(bench: Workbench, row: ClaimSummary) -> str:
    if row.review_state is ReviewState.SIGNED:
        by = row.reviewer if row.bypass else ""
        why = _of_sign_off(bench, row.reviewer, row.signed_with, by, own=row.self_signed)
        if not why or not by:
            return why
        # Others may have signed it anew since, with a difference that was not material: the bypass is not theirs.
        first = _last(bench, row.id, Kind.SIGNED)
        return _of_sign_off(bench, row.reviewer, row.signed_with, first.user if first else by, own=row.self_signed)
    closed = _last(bench, row.id, Kind.CLOSED) if row.is_published else None
    if closed is None:
        return ""
    return holding.uncounted(bench.workflow, closed.user, ReviewStep.CLOSE, key=closed.body.get("key", ""))


def _of_sign_off(bench: Workbench, user: str, key: str, bypassed_by: str, *, own: bool) -> str:
    step = ReviewStep.SIGN
    return holding.uncounted(bench.workflow, user, step, key=key, self_signed=own, bypassed_by=bypassed_by)


def _last(bench: Workbench, claim: str, kind: Kind) -> Event | None:
    return next((event for event in reversed(bench.history(claim)) if event.kind == kind), None)


def of_tick(bench: Workbench, state: ClaimState) -> str:
    """Say why the tick on the withdrawal of a claim counts for nothing; "" if it counts, or nobody ticked it."""
    tick = state.removal.ticked if state.removal else None
    if tick is None:
        return ""
    return _of_sign_off(bench, tick.user, tick.key, tick.user if tick.bypass else "", own=tick.self_signed)


def of_article(bench: Workbench, event: Event) -> str:
    """Say why an event of an article as a whole counts for nothing; only a signature on it may."""
    if event.kind != Kind.ARTICLE_SIGNED:
        return ""
    return holding.uncounted(bench.workflow, event.user, ReviewStep.SIGN_ARTICLE, key=event.body.get("key", ""))


def all_uncounted(bench: Workbench) -> Iterator[str]:
    """Yield in words what counts for nothing here: sign-offs, ticks of withdrawals, signatures on articles."""
    rows = {row.id: row for row in bench.summaries()}
    for claim, why in uncounted(bench, rows.values()).items():
        yield f"claim {claim} is {why}"
    for row in bench.unticked():
        if why := of_tick(bench, bench.store.state(row.id)):
            yield f"the withdrawal of claim {row.id} is {why}"
    for article in bench.articles():
        for event in bench.store.events(subject=article.revision, kinds=(Kind.ARTICLE_SIGNED,)):
            if why := of_article(bench, event):
                yield f"article {article.id} is {why}"
