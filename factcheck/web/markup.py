"""What a page says of itself in JSON-LD: ClaimReview (its ruling on claims), NewsArticle (who, when, for whom). Pure.

Sources: schema.org ClaimReview, Rating, NewsArticle; Google's guide to fact-check markup, by which a rating of `n` on
a scale from `worst` to `best` runs from false to true.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from factcheck.corpus.readers.linked_data import ARTICLES, ASIDE, MOST_NODES, nodes_in, scripts, tree_of, types_of

LONGEST_WORDS = 2_000
"""Characters of a claim or a name that are taken; a longer one is no claim."""
_LABELS = ("False", "Mostly False", "Half True", "Mostly True", "True")
_LABEL = re.compile(
    r"\s*(pants on fire|mostly[ -]false|barely[ -]true|half[ -]true|mostly[ -]true|false|true)\s*[.!]?\s*",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimReview:
    """A page's own ruling on a claim. `rating` in the page's words; `label` is ours for it, "" if none is certain."""

    claim: str
    rating: str
    label: str = ""
    claimant: str = ""
    reviewer: str = ""
    reviewed: str = ""
    """The day of the review, as the page writes it."""
    url: str = ""

    @property
    def is_ruling(self) -> bool:
        """Whether it says of a claim what it holds of it."""
        return bool(self.claim and self.rating)


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


def reviews_in(tree: Any, most: int = MOST_NODES) -> tuple[ClaimReview, ...]:  # noqa: ANN401 - any JSON
    """Return the reviews in linked data that is no page: a review, a list or graph of them, a feed.

    One without a claim or a rating is no ruling (`is_ruling`). `most`: the objects of it that are looked at.
    """
    found = (_review(node) for node in nodes_in(tree, most) if "ClaimReview" in types_of(node))
    return tuple(review for review in found if review)


def review_sentence(review: ClaimReview) -> str:
    """Return a ruling as a paragraph that the stance of its page can be read from; "" where its rating is not certain.

    Its words would else bear the claim out. It says that it stands in the markup, and is long enough to be a passage.
    """
    if not review.claim or not review.label:
        return ""
    who = f" by {review.claimant}" if review.claimant else ""
    reviewer = review.reviewer or "the publisher"
    named = "" if _LABEL.fullmatch(review.rating) else f" (“{review.rating}”)"
    ruled = f"{reviewer} reviewed the claim{who}: “{review.claim.rstrip(' .')}”. Rating: {review.label}{named}."
    return f"From the ClaimReview markup of this page: {ruled}"


def _review(node: dict[str, Any]) -> ClaimReview | None:
    if all(key.startswith("@") for key in node):  # it names one that stands elsewhere
        return None
    claim, rating = _words(node.get("claimReviewed")), node.get("reviewRating")
    rating = rating if isinstance(rating, dict) else {}
    name = _words(rating.get("alternateName")) or _words(rating.get("name"))
    item = node.get("itemReviewed")
    item = item if isinstance(item, dict) else {}
    return ClaimReview(
        claim=claim,
        rating=name or _words(rating.get("ratingValue")),
        label=_label(name, rating),
        claimant=_name(item.get("author")),
        reviewer=_name(node.get("author")),
        reviewed=_words(node.get("datePublished")),
        url=_words(node.get("url")),
    )


def _label(name: str, rating: dict[str, Any]) -> str:
    """Return our word for a rating: its own name if it is one, else by its place on the scale that it gives."""
    if named := _LABEL.fullmatch(name):
        return named[1].replace("-", " ").title().replace(" On ", " on ")
    value, worst, best = (_number(rating.get(key)) for key in ("ratingValue", "worstRating", "bestRating"))
    if value is None or worst is None or best is None or not worst < best or not worst <= value <= best:
        return ""
    share = (value - worst) / (best - worst)
    if share in (0, 0.5, 1):
        return _LABELS[int(share * 4)]
    return _LABELS[1] if share < 0.5 else _LABELS[3]  # noqa: PLR2004 - the middle


def _number(value: object) -> float | None:
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        return None
    try:
        number = float(value)
    except (ValueError, OverflowError):
        return None
    return number if abs(number) < 1e9 else None  # noqa: PLR2004 - infinite, and what is no scale


def _article(node: dict[str, Any]) -> NewsArticle:
    free = node.get("isAccessibleForFree")
    said = free.strip().casefold() if isinstance(free, str) else free
    return NewsArticle(
        headline=_words(node.get("headline")),
        author=_name(node.get("author")),
        publisher=_name(node.get("publisher")),
        published=_words(node.get("datePublished")),
        modified=_words(node.get("dateModified")),
        language=_words(node.get("inLanguage")),
        corrections=tuple(_corrections(node.get("correction"))),
        free={"true": True, "false": False, True: True, False: False}.get(said)
        if isinstance(said, str | bool)
        else None,
    )


def _corrections(value: Any) -> Iterator[str]:  # noqa: ANN401 - any JSON
    """Yield the words of corrections: a text, or a CorrectionComment; the address of a list of them tells nothing."""
    for one in (value if isinstance(value, list) else [value])[:20]:
        said = _words(one.get("text") or one.get("description")) if isinstance(one, dict) else _words(one)
        if said and not said.lower().startswith(("http://", "https://")):
            yield said


def _name(value: Any) -> str:  # noqa: ANN401 - any JSON
    """Return the name of a person or organisation, or of several, however the page writes it."""
    some = value if isinstance(value, list) else [value]
    names = (_words(one.get("name")) if isinstance(one, dict) else _words(one) for one in some[:20])
    return ", ".join(name for name in names if name)


def _words(value: object) -> str:
    """Return a text in one line, without markup; numbers as they are written, anything else as nothing."""
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return ""
    from factcheck.corpus.readers.html import words_of

    return " ".join(words_of(str(value)[:LONGEST_WORDS]).split())
