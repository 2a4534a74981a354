"""Take out of a page what its readers do not see: hidden elements, struck-out words, templates.

A page that hides most of its text until a script runs shows that text then, so that it keeps it.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

MOST_HIDDEN = 0.5
"""Share of a page's words above which what is hidden is its article, and not something beside it."""

_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_STRUCK = frozenset(["del", "s", "strike", "template"])
_BODY = frozenset(["html", "body"])
_NO_WORDS = frozenset(["script", "style", "head", "noscript"])


def is_hidden(element: Any) -> bool:  # noqa: ANN401 - an lxml element
    """Tell whether a page says of an element that it is not shown."""
    return element.get("hidden") is not None or _HIDDEN.search(element.get("style") or "") is not None


def take_unshown(tree: Any) -> list[str]:  # noqa: ANN401 - an lxml tree
    """Take what is not shown out of a tree; return the words of each part that had some, in order."""
    taken = [words for words in map(_drop, _outermost(tree, _is_struck)) if words]
    hidden = _outermost(tree, is_hidden)
    if hidden and sum(len(_words(one)) for one in hidden) > MOST_HIDDEN * len(_words(tree)):
        return taken
    return [*taken, *(words for words in map(_drop, hidden) if words)]


def _is_struck(element: Any) -> bool:  # noqa: ANN401 - an lxml element
    return element.tag in _STRUCK


def _outermost(tree: Any, wanted: Callable[[Any], bool]) -> list[Any]:  # noqa: ANN401 - lxml elements
    from lxml import etree

    found: list[Any] = []
    walk = etree.iterwalk(tree, events=("start",))
    for _, element in walk:
        if element is not tree and element.tag not in _BODY and wanted(element):
            found.append(element)
            walk.skip_subtree()
    return found


def _drop(element: Any) -> str:  # noqa: ANN401 - an lxml element
    words = _words(element)
    element.drop_tree()
    return words


def _words(element: Any) -> str:  # noqa: ANN401 - an lxml element
    if element.tag in _NO_WORDS:
        return ""
    parts = [element.text or ""]
    for child in element.iterchildren("*"):
        parts += [_words(child), child.tail or ""]
    return " ".join("".join(parts).split())
