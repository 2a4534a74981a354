"""The blocks of a short page, which trafilatura gives as one paragraph: headline, byline and text run on in it.

That is what its last resort makes of an <article>. The paragraph is taken apart where blocks of the page account for
all of it, in their order; else it stays as it is.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

_BLOCKS = frozenset(
    [
        *("p", "div", "li", "tr", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "ul", "ol", "table", "article"),
        *("section", "header", "footer", "main", "aside", "nav", "figure", "figcaption", "address", "pre", "body"),
    ]
)
_HEADS = frozenset(["h1", "h2", "h3", "h4", "h5", "h6"])
_UNSEEN = frozenset(["script", "style", "noscript", "template", "head"])

PageBlock = tuple[str, str]
"""The element that holds it, and its words."""


def blocks_of(tree: Any) -> list[PageBlock]:  # noqa: ANN401 - an lxml tree
    """Return the blocks of a page that have words, before trafilatura takes its tree to pieces."""
    from lxml import etree

    found: list[tuple[str, list[str]]] = [("body", [])]
    held: list[str] = ["body"]
    unseen = 0
    for event, one in etree.iterwalk(tree, events=("start", "end", "comment", "pi")):
        tag = one.tag if isinstance(one.tag, str) else ""
        if event == "start":
            unseen += tag in _UNSEEN
            if tag in _BLOCKS:
                held.append(tag)
                found.append((tag, []))
            words = one.text
        else:
            unseen -= tag in _UNSEEN
            if tag in _BLOCKS and event == "end":
                held.pop()
                found.append((held[-1], []))
            words = one.tail
        if words and not unseen:
            found[-1][1].append(words)
    return [(tag, words) for tag, pieces in found if (words := " ".join("".join(pieces).split()))]


def take_apart(body: Any, blocks: Sequence[PageBlock]) -> None:  # noqa: ANN401 - an lxml element
    """Make blocks of the one paragraph of a body, where it is several blocks of the page that were run together."""
    if len(body) != 1 or body[0].tag != "p" or len(body[0]):
        return
    whole, at, parts = _solid(body[0].text or ""), 0, list[PageBlock]()
    for tag, words in blocks:
        if at < len(whole) and whole.startswith(solid := _solid(words), at):
            parts.append((tag, words))
            at += len(solid)
    if at < len(whole) or len(parts) < 2:  # noqa: PLR2004 - one block is the paragraph itself
        return
    body.remove(body[0])
    for tag, words in parts:
        made = body.makeelement("head", {"rend": tag}) if tag in _HEADS else body.makeelement("p")
        made.text = words
        body.append(made)


def _solid(words: str) -> str:
    return "".join(words.split())
