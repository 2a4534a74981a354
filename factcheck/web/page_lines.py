"""The words of a page, line by line, as a browser shows them without its style sheets. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

_UNSEEN = re.compile(r"script|style|noscript|template")
_APART = re.compile(
    r"address|article|aside|blockquote|body|br|button|d[dlt]|details|div|fieldset|figcaption|figure|footer|form|h[1-6r]"
    r"|header|label|li|main|nav|[ou]l|option|p|pre|section|summary|table|t[dhr]|title"
)
"""Elements whose words do not run on into what follows. Source: HTML, 15.3 (rendering of flow content)."""


def lines_of(page: str) -> list[str]:
    """Return the lines of a page that hold a word, white space within them folded."""
    import trafilatura

    tree = trafilatura.load_html(page)
    if tree is None:
        return []
    lines = (" ".join(line.split()) for line in "".join(_pieces(tree)).split("\n"))
    return [line for line in lines if line]


def _pieces(tree: Any) -> Iterator[str]:  # noqa: ANN401 - an lxml tree
    """Yield the texts of a page, with a line end where a line begins or ends."""
    from lxml import etree

    walk = etree.iterwalk(tree, events=("start", "end", "comment", "pi"))
    for event, element in walk:
        if event == "start":
            yield "\n" if _APART.fullmatch(element.tag) else ""
            if _UNSEEN.fullmatch(element.tag):
                walk.skip_subtree()
            else:
                yield _folded(element.text)
        else:
            yield "\n" if event == "end" and _APART.fullmatch(element.tag) else ""
            yield _folded(element.tail)


def _folded(text: str | None) -> str:
    """Return a text without line ends of its own: a browser shows them as spaces."""
    return re.sub(r"\s", " ", text or "")
