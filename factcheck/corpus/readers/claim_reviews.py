"""A page's own rulings on claims in its linked data: ClaimReview as JSON-LD. Pure.

Sources: schema.org ClaimReview and Rating; Google's guide to fact-check markup, by which a rating of `n` on a scale
from `worst` to `best` runs from false to true.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from factcheck.corpus.readers.linked_data import MOST_NODES, nodes_in, scripts, tree_of, types_of
from factcheck.domain import Marker

MARKUP_LOCATOR = "ClaimReview markup"
"""Where the rulings of a page's markup stand in its document."""
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


def rulings_of(page: str) -> tuple[str, ...]:
    """Return the rulings in the markup of a page, each as a paragraph; none where no rating is certain."""
    if "ClaimReview" not in page:
        return ()
    reviews = (review for script in scripts(page) for review in reviews_in(tree_of(script)))
    return tuple(dict.fromkeys(sentence for sentence in map(review_sentence, reviews) if sentence))


def with_rulings(text: str, rulings: Sequence[str]) -> tuple[str, Marker]:
    """Return the text of a page with its rulings as paragraphs at the end, and their place."""
    body = text.strip("\n")
    marker = Marker(start=len(body) + 2 if body else 0, locator=MARKUP_LOCATOR)
    return "\n\n".join([*([body] if body else []), *rulings]), marker


def _review(node: dict[str, Any]) -> ClaimReview | None:
    if all(key.startswith("@") for key in node):  # it names one that stands elsewhere
        return None
    claim, rating = line_of(node.get("claimReviewed")), node.get("reviewRating")
    rating = rating if isinstance(rating, dict) else {}
    name = line_of(rating.get("alternateName")) or line_of(rating.get("name"))
    item = node.get("itemReviewed")
    item = item if isinstance(item, dict) else {}
    return ClaimReview(
        claim=claim,
        rating=name or line_of(rating.get("ratingValue")),
        label=_label(name, rating),
        claimant=names_of(item.get("author")),
        reviewer=names_of(node.get("author")),
        reviewed=line_of(node.get("datePublished")),
        url=line_of(node.get("url")),
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


def names_of(value: Any) -> str:  # noqa: ANN401 - any JSON
    """Return the name of a person or organisation, or of several, however the page writes it."""
    some = value if isinstance(value, list) else [value]
    names = (line_of(one.get("name")) if isinstance(one, dict) else line_of(one) for one in some[:20])
    return ", ".join(name for name in names if name)


def line_of(value: object) -> str:
    """Return a text in one line, without markup; numbers as they are written, anything else as nothing."""
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return ""
    from factcheck.corpus.readers.html import words_of

    return " ".join(words_of(str(value)[:LONGEST_WORDS]).split())
