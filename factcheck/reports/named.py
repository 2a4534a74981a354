"""Which articles and ratings a person means by the words they typed; what fits none is told, not passed over."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from factcheck.domain import ArticleSummary, Rating
from factcheck.errors import InputError

NO_VERDICT = "none"
"""The word for claims without a verdict, where a filter asks for a rating."""


def articles_named(names: Sequence[str], articles: Iterable[ArticleSummary]) -> frozenset[str]:
    """Return the ids of the articles that people mean: the start of an id, or a part of the title or path.

    Raises:
        InputError: a name fits no article; a gate must not pass because of a typing error.
    """
    known = list(articles)
    found: set[str] = set()
    for name in names:
        wanted = name.casefold()
        fitting = {a.id for a in known if a.id.startswith(wanted)}
        fitting = fitting or {a.id for a in known if wanted in a.title.casefold() or wanted in a.path.casefold()}
        if not fitting or not wanted:
            raise InputError(f"there is no article {name!r}", hint="`factcheck claim-list` shows the articles")
        found |= fitting
    return frozenset(found)


def ratings_named(names: Sequence[str], ratings: Sequence[Rating]) -> frozenset[str]:
    """Return the ids of ratings named by id, label or letter; `none` stands for no verdict.

    Raises:
        InputError: there is no such rating.
    """
    known = {NO_VERDICT: ""}
    for rating in ratings:
        known |= {name.casefold(): rating.id for name in (rating.letter, rating.label, rating.id)}
    for name in names:
        if name.strip().casefold() not in known:
            scale = ", ".join([*(r.id for r in ratings), NO_VERDICT])
            raise InputError(f"there is no rating {name!r}", hint=f"the scale has: {scale}")
    return frozenset(known[name.strip().casefold()] for name in names)
