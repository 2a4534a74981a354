"""Which articles rest on a source, however they stand: what to look at when it is corrected, taken back or changed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from factcheck.domain import ArticleSummary, ClaimSummary, Source, SourceState
from factcheck.errors import InputError
from factcheck.review.article import ArticleState
from factcheck.workbench.articles import status_of
from factcheck.workbench.opening import CORPUS
from factcheck.workbench.standing import states_by_claim

if TYPE_CHECKING:
    from factcheck.workbench import Workbench


@dataclass(frozen=True, slots=True, kw_only=True)
class Rests:
    """A claim whose verdict rests on sources (ids): what became of each since (None: nothing).

    `names`: what people know them by.
    """

    claim: ClaimSummary
    sources: Mapping[str, SourceState | None]
    names: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Resting:
    """An article with the claims, in the order of the text, whose verdicts rest on what was asked about."""

    article: ArticleSummary
    state: ArticleState
    claims: tuple[Rests, ...]


def resting(bench: Workbench, source: str = "") -> tuple[Resting, ...]:
    """Return every article that rests on a source, or ("") on any that changed or is gone, in the order of the list.

    `source`: its id, its address, its file, or the end of either.

    Raises:
        InputError: no verdict rests on such a source.
    """
    found = _of_claims(bench, source.strip())
    if source.strip() and not found:
        raise InputError(
            "no verdict rests on this source",
            hint="name its address, its file or its id (`factcheck corpus list --json`)",
            subject=source,
        )
    rows = [_rests(row, found[row.id]) for row in bench.summaries() if row.id in found]
    by_article = {one.id: tuple(row for row in rows if row.claim.article == one.id) for one in bench.articles()}
    return tuple(
        Resting(article=one, state=status_of(bench, one).state, claims=by_article[one.id])
        for one in bench.articles()
        if by_article[one.id]
    )


def _of_claims(bench: Workbench, wanted: str) -> Mapping[str, list[tuple[Source, SourceState | None]]]:
    """Return claims (ids) with the sources asked about that their verdicts rest on."""
    became = states_by_claim(bench.store, bench.workspace / CORPUS)
    found: dict[str, list[tuple[Source, SourceState | None]]] = {}
    for claim, evidence, source in bench.store.rested_on():
        _, now = became.get(claim, {}).get(evidence, (source, None))
        if _is_meant(source, wanted) if wanted else now is not None:
            found.setdefault(claim, []).append((source, now.state if now else None))
    return found


def _rests(row: ClaimSummary, on: Sequence[tuple[Source, SourceState | None]]) -> Rests:
    return Rests(claim=row, sources={one.id: now for one, now in on}, names={one.id: one.place for one, _ in on})


def _is_meant(source: Source, wanted: str) -> bool:
    return source.id == wanted or any(name and name.endswith(wanted) for name in (source.path, source.url))
