"""What a page says of itself in JSON-LD: ClaimReview (its ruling on claims), NewsArticle (who, when, for whom). Pure.

Source: schema.org NewsArticle; of ClaimReview see `corpus.readers.claim_reviews`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from factcheck.corpus.readers.claim_reviews import ClaimReview, line_of, names_of, reviews_in
from factcheck.corpus.readers.linked_data import ARTICLES, ASIDE, nodes_in, scripts, tree_of, types_of


@dataclass(frozen=True, slots=True, kw_only=True)
class NewsArticle:
    """What a page says of the article on it; days as the page writes them. `free` is None where it says nothing."""

    headline: str = ""
    author: str = ""
    publisher: str = ""
    published: str = ""
    modified: str = ""
    language: str = ""
    corrections: tuple[str, ...] = ()
    """What it says was corrected, in its words."""
    free: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Markup:
    """All that a page says of itself in JSON-LD, of these kinds, in its order."""

    reviews: tuple[ClaimReview, ...] = ()
    articles: tuple[NewsArticle, ...] = ()
    broken: bool = False
    """Whether a script that speaks of a ClaimReview could not be read."""


def read_markup(page: str) -> Markup:
    """Read the JSON-LD of a page; what is broken, or of another kind, is passed over."""
    trees = [(script, tree_of(script)) for script in scripts(page)]
    nodes = (node for _, tree in trees for node in nodes_in(tree, without=ASIDE))
    return Markup(
        reviews=tuple(review for _, tree in trees for review in reviews_in(tree)),
        articles=tuple(_article(node) for node in nodes if any(map(ARTICLES.match, types_of(node)))),
        broken=any(tree is None and "ClaimReview" in script for script, tree in trees),
    )


def _article(node: dict[str, Any]) -> NewsArticle:
    free = node.get("isAccessibleForFree")
    said = free.strip().casefold() if isinstance(free, str) else free
    return NewsArticle(
        headline=line_of(node.get("headline")),
        author=names_of(node.get("author")),
        publisher=names_of(node.get("publisher")),
        published=line_of(node.get("datePublished")),
        modified=line_of(node.get("dateModified")),
        language=line_of(node.get("inLanguage")),
        corrections=tuple(_corrections(node.get("correction"))),
        free={"true": True, "false": False, True: True, False: False}.get(said)
        if isinstance(said, str | bool)
        else None,
    )


def _corrections(value: Any) -> Iterator[str]:  # noqa: ANN401 - any JSON
    """Yield the words of corrections: a text, or a CorrectionComment; the address of a list of them tells nothing."""
    for one in (value if isinstance(value, list) else [value])[:20]:
        said = line_of(one.get("text") or one.get("description")) if isinstance(one, dict) else line_of(one)
        if said and not said.lower().startswith(("http://", "https://")):
            yield said
