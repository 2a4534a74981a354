"""What the claim lists leave out: what left them by a person's hand, and the sentences set aside."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from factcheck.domain import ArticleSummary, ClaimSummary, Disposition, ReviewState
from factcheck.review.kinds import Kind

if TYPE_CHECKING:
    from factcheck.workbench import Workbench


def aside(bench: Workbench, article: ArticleSummary) -> Mapping[str, int]:
    """Count what an article's claim list leaves out; see `Workbench.aside`."""
    unlisted = bench.store.unlisted(article.id)
    edited = unlisted or any(bench.store.events(subject=article.revision, kinds=[Kind.EDITED]))
    if edited:
        kinds = [sentence.disposition for sentence in bench.sentences(article.revision)]
        sentences = len(kinds) - kinds.count(Disposition.CLAIMS)
    else:
        sentences = bench.store.set_aside(article.revision)
    taken = (ReviewState.SUPERSEDED, ReviewState.WITHDRAWN)
    return {**{str(state): unlisted.get(state, 0) for state in taken}, "sentences": sentences}


def unticked(bench: Workbench) -> tuple[ClaimSummary, ...]:
    """Return the claims taken out of the list that no reviewer ticked; see `Workbench.unticked`."""
    from factcheck.workbench.counting import of_tick  # asks for the workflow, which no list needs

    states = bench.store.withdrawn()
    wanted = {one.claim for one in states if one.removal and (not one.removal.ticked or of_tick(bench, one))}
    rows = bench.store.summaries(unlisted=True) if wanted else ()
    return tuple(row for row in rows if row.id in wanted)
