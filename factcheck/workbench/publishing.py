"""What goes out to readers and machines: reviews of signed claims, and where claims stand in their articles."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import TYPE_CHECKING

from factcheck.domain import ClaimSummary, ReviewState, Revision
from factcheck.domain.wording import APPLIED
from factcheck.errors import GuardError, StateError
from factcheck.reports import annotations as anchoring
from factcheck.reports import claimreview
from factcheck.reports.about import About
from factcheck.reports.cells import counted
from factcheck.reports.linked_data import Node, graph
from factcheck.reports.marks import is_waived
from factcheck.review.holding import ALONE
from factcheck.review.scale import rating_of
from factcheck.review.wording import same_words
from factcheck.workbench.counting import uncounted

if TYPE_CHECKING:
    from factcheck.workbench import Workbench
    from factcheck.workbench.own_words import OwnWords

NAMED = 5
"""Claims that a refusal names."""


def reviews(bench: Workbench, rows: Iterable[ClaimSummary], about: About, words: OwnWords) -> Iterator[str]:
    """Yield the claims as ClaimReview; what is waived, or not to be exported, is left out (`unpublished`).

    Raises:
        GuardError: one of them is not signed, or its sign-off is stale or counts for nothing here; or none is left.
        StateError: nobody says who publishes.
    """
    publisher = publisher_of(bench)
    _check_signed(bench, rows)
    left_out = unpublished(bench, rows)
    if about.counts.claims and sum(left_out.values()) == about.counts.claims:
        raise GuardError(
            f"nothing is left to publish: {', '.join(f'{number} {why}' for why, number in left_out.items())}",
            hint="list claims with a verdict that is published: `factcheck claim-list`",
        )
    published = (row for row in rows if not _why_left_out(bench, row))

    def review(claim: str, revision: Revision) -> Node:
        view = bench.claim(claim)
        if claimreview.has_closed_source(view):
            words.uncited.add(claim)
        return claimreview.claim_review(words.view(view), revision, bench.ratings, publisher, about.stamp)

    nodes = (review(row.id, revision) for row, revision in _with_revisions(bench, published))
    return graph(claimreview.CONTEXT, nodes, {}, "@graph") if about.counts.claims else iter(())


WAIVED, NOT_PUBLISHED = "waived", "with a rating that is not published"
REWORDED = "rated in other words than the article has now"
"""Why a claim that nobody need sign, or that is signed, is no review."""


def unpublished(bench: Workbench, rows: Iterable[ClaimSummary]) -> Mapping[str, int]:
    """Count the claims that are left out of what is published, by why."""
    left_out = Counter(_why_left_out(bench, row) for row in rows)
    return {why: left_out[why] for why in (WAIVED, NOT_PUBLISHED, REWORDED) if left_out[why]}


def _why_left_out(bench: Workbench, row: ClaimSummary) -> str:
    if _is_waived(row):
        return WAIVED
    if not _is_exported(bench, row):
        return NOT_PUBLISHED
    former = row.rated or (row.wording_state == APPLIED and _is_of_former_words(bench, row.id))
    return REWORDED if former else ""


def _is_of_former_words(bench: Workbench, claim: str) -> bool:
    """Whether a verdict was given before the article had the accepted words: it says nothing of these.

    Programs of before 2026-12 kept no words that a verdict was given for.
    """
    state = bench.store.state(claim)
    carried = state.stage.carried
    while carried and state.wording and not same_words(carried.before, state.wording.before):
        carried = bench.store.state(carried.claim).stage.carried
    return bool(carried and state.verdict and state.verdict.at <= carried.at)


def anchors(bench: Workbench, rows: Iterable[ClaimSummary], about: About) -> Iterator[str]:
    """Yield the claims as annotations of their articles."""
    nodes = (anchoring.annotation(row, revision) for row, revision in _with_revisions(bench, rows))
    return graph(anchoring.CONTEXT, nodes, anchoring.page_head(about.stamp), "items")


def publisher_of(bench: Workbench) -> claimreview.Publisher:
    """Return who publishes.

    Raises:
        StateError: nobody says so, or the address of the reviews gives none of its own to each.
    """
    said = bench.settings.values.publisher
    if not said.name.strip():
        raise StateError(
            "nobody says who publishes these reviews", hint='write name = "..." under [publisher] in factcheck.toml'
        )
    if said.review_url and not claimreview.is_page_of_each(said.review_url):
        raise StateError(
            f"`publisher.review_url` gives no address of its own to each fact-check: {said.review_url}",
            hint='a web address with {claim} in it, and {article} if need be: "https://desk.example/{article}#{claim}"',
        )
    return claimreview.Publisher(name=said.name.strip(), url=said.url, review_url=said.review_url)


def _check_signed(bench: Workbench, rows: Iterable[ClaimSummary]) -> None:
    needed = [row for row in rows if not _is_waived(row)]
    void = uncounted(bench, (row for row in needed if row.review_state is ReviewState.SIGNED))
    wrong = [row for row in needed if row.review_state is not ReviewState.SIGNED or row.id in void]
    if not wrong:
        return
    why = ", ".join(f"claim {row.number} is {_why(row, void.get(row.id, ''))}" for row in wrong[:NAMED])
    more = f" and {len(wrong) - NAMED} more" if len(wrong) > NAMED else ""
    first = wrong[0]
    several = f" --article {first.article}" if len({row.article for row in wrong}) > 1 else ""
    command = "review sign" if first.rating else "claim verdict"
    step = f"`factcheck {command} {first.number}{several}`"
    raise GuardError(
        f"{counted(len(wrong), 'claim')} cannot be published: {why}{more}",
        hint=f"{step} and so on, or list what is signed: --state signed",
    )


def _why(row: ClaimSummary, void: str) -> str:
    if void:
        return "signed by its own checker alone" if void == ALONE else void
    if row.review_state is ReviewState.STALE:
        return f"stale since {row.reviewer} signed it"
    return f"not signed ({row.review_state})"


def _is_waived(row: ClaimSummary) -> bool:
    """Whether a claim needs no verdict, and that stands: a sign-off on it says only that a reviewer agrees."""
    return is_waived(row) and row.review_state in {ReviewState.SIGNED, ReviewState.WAIVED}


def _is_exported(bench: Workbench, row: ClaimSummary) -> bool:
    rating = rating_of(bench.store.state(row.id).verdict, bench.ratings) if row.rating else None
    return rating is None or rating.exported


def _with_revisions(bench: Workbench, rows: Iterable[ClaimSummary]) -> Iterator[tuple[ClaimSummary, Revision]]:
    """Yield rows with the revision of their article; the text of an article is read once."""
    latest = {article.id: article.revision for article in bench.articles()}
    read = lru_cache(1)(bench.revision)
    return ((row, read(latest[row.article])) for row in rows)
