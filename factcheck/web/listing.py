"""Whether a page lists other pages, as the home page of a site does, or tells something itself. Pure.

Told by its contents: headlines that are links, and no paragraphs that stand together as those of an article do. The
text below a headline in a list stands in a box of its own.
"""

from __future__ import annotations

from collections import Counter
from typing import Any

FEWEST_HEADLINES = 5
"""Links of a list; a page with fewer is too little to tell."""
HEADLINE_WORDS = 4
"""Words of a link that reads like a headline; shorter ones are menus."""
LEAST_TOLD = 60
"""Words of paragraphs in one place from which on a page tells something. None of the 86 pages of the article extraction
benchmark is told as a list."""
_TELLING = 8
"""Words of a paragraph outside links; shorter ones are labels."""
_BOXES = ("div", "section", "article", "main", "td", "body")
"""What holds text without paragraphs on older pages."""


def lists_pages(page: str) -> bool:
    """Whether a page is a list of others and no more."""
    import trafilatura

    tree = trafilatura.load_html(page)
    if tree is None:
        return False
    headlines = {
        anchor.get("href")
        for anchor in tree.iter("a")
        if len(" ".join(anchor.itertext()).split()) >= HEADLINE_WORDS and not _is_within_a_sentence(anchor)
    }
    return len(headlines) >= FEWEST_HEADLINES and _told(tree) < LEAST_TOLD


def _told(tree: Any) -> int:  # noqa: ANN401 - an lxml tree
    """Return how many words stand together at most, in one element or in its paragraphs."""
    told: Counter[Any] = Counter()
    for box in tree.iter("p", *_BOXES):
        if box.tag == "p":
            words = _own_words(box)
            told[box.getparent()] += words if words >= _TELLING else 0
        else:
            told[box] += sum(len(piece.split()) for piece in (box.text or "", *(one.tail or "" for one in box)))
    return max(told.values(), default=0)


def _is_within_a_sentence(anchor: Any) -> bool:  # noqa: ANN401 - an lxml element
    parent = anchor.getparent()
    return parent is not None and parent.tag == "p" and _own_words(parent) >= _TELLING


def _own_words(paragraph: Any) -> int:  # noqa: ANN401 - an lxml element
    """Return how many words of a paragraph are not those of a headline that it links."""
    linked = sum(len(" ".join(one.itertext()).split()) for one in paragraph.iter("a"))
    return len(" ".join(paragraph.itertext()).split()) - linked
