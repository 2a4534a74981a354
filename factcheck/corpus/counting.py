"""What is in a corpus, in numbers. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from factcheck.domain import Source
from factcheck.text.languages.stems import primary_language


@dataclass(frozen=True, slots=True, kw_only=True)
class Statistics:
    """Counts of a corpus: documents and origins of those that are looked at, the rest of all.

    `others`: documents that belong to other desks and articles, and are in no other count but the passages;
    `unindexed`: those that no search finds yet.
    """

    documents: int
    passages: int
    origins: int
    problems: int
    digest: str
    others: int = 0
    unindexed: int = 0


def count_sources(
    sources: Iterable[Source], told: Callable[[Source], Source] = lambda one: one
) -> Mapping[str, Mapping[str, int]]:
    """Count documents by publisher, year, language and tier, "" where one has none; the most first.

    A language counts once, whatever its region: "en-GB" is "en".

    `told`: what of a source may be told to whoever reads the counts.
    """
    found: dict[str, Counter[str]] = {name: Counter() for name in ("publisher", "year", "language", "tier")}
    for source in map(told, sources):
        found["publisher"][source.publisher] += 1
        found["year"][str(source.published.year) if source.published else ""] += 1
        found["language"][primary_language(source.language)] += 1
        found["tier"][source.tier] += 1
    return {name: dict(counter.most_common()) for name, counter in found.items()}
