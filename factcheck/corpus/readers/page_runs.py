"""The runs of a page: the words between two edges of its blocks, in order, with the links in them and where they stand.

Knows nothing of what is the page's article; looks at the page as it came, before a main text is sought in it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urljoin

from factcheck.claims.sources.citations import find_pointer
from factcheck.corpus.readers.building import CELLS_APART, Mark
from factcheck.corpus.readers.page_shown import is_hidden
from factcheck.domain import CitationKind

MOST_CLASSES = 12
"""Elements above a run whose names are looked at: a page of hundreds inside one another is no longer to read for it."""

_BLOCKS_WORDS = """
    address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption figure
    footer form h1 h2 h3 h4 h5 h6 header hr html legend li main menu nav ol p pre section summary table tbody tfoot
    thead tr ul"""
_BLOCKS = frozenset(_BLOCKS_WORDS.split())
_CELLS = frozenset(["td", "th"])
_UNREAD_WORDS = """
    head title script style noscript template svg math iframe object audio video canvas select option datalist
    textarea button input"""
_UNREAD = frozenset(_UNREAD_WORDS.split())
"""What shows no text of the page, or lets its reader do something."""
_SCHEMES = re.compile(r"(?:https?|ftp|mailto|doi|tel):", re.IGNORECASE)
_ANY_SCHEME = re.compile(r"[a-z][a-z0-9+.-]{0,30}:", re.IGNORECASE)


@dataclass(slots=True)
class Run:
    """Words that stand together, the links in them, and the element they stand in; `linked`: characters of links."""

    element: Any
    content: str = ""
    marks: list[Mark] = field(default_factory=list)
    linked: int = 0

    def names(self) -> Iterator[str]:
        """Yield the names of the elements around it, and what they are called by class, id and role; inmost first."""
        at = self.element
        for _ in range(MOST_CLASSES):
            if at is None or at.tag in {"body", "html"}:
                return
            yield str(at.tag)
            yield " ".join(at.get(name) or "" for name in ("class", "id", "role", "itemprop"))
            at = at.getparent()


def link(start: int, end: int, target: str, shown: str, base: str) -> Mark | None:
    """Return the mark of a link; None for one that only scrolls, runs a script or shows no words."""
    address = target.strip()
    known = _SCHEMES.match(address) is not None
    if not shown or not address or address.startswith("#") or (_ANY_SCHEME.match(address) and not known):
        return None
    if not known:
        try:
            address = urljoin(base, address)
        except ValueError:  # what cannot be joined is kept as the page has it
            address = target
    return Mark(start=start, end=end, kind=CitationKind.LINK, target=address, pointer=find_pointer(address))


def runs_of(tree: Any) -> list[Run]:  # noqa: ANN401 - an lxml tree
    """Return the runs of a page that are shown, in order; takes the comments out of its tree."""
    from lxml import etree

    etree.strip_tags(tree, etree.Comment, etree.ProcessingInstruction)
    runs, links = [Run(tree)], list[tuple[Run, int]]()
    walk = etree.iterwalk(tree, events=("start", "end"))
    for event, element in walk:
        if _is_unread(element):
            if event == "start":
                walk.skip_subtree()
            else:
                runs[-1].content += element.tail or ""
        elif event == "start":
            _begin(runs, links, element)
        else:
            _end(runs, links, element)
    return [run for run in runs if run.content.strip()]


def _is_unread(element: Any) -> bool:  # noqa: ANN401 - an lxml element
    return element.tag in _UNREAD or is_hidden(element)


def _begin(runs: list[Run], links: list[tuple[Run, int]], element: Any) -> None:  # noqa: ANN401 - an lxml element
    if element.tag in _BLOCKS:
        runs.append(Run(element))
    elif element.tag in _CELLS and runs[-1].content.strip():
        runs[-1].content += CELLS_APART
    elif element.tag == "br":
        runs[-1].content += " "
    elif element.tag == "a":
        links.append((runs[-1], len(runs[-1].content)))
    runs[-1].content += element.text or ""


def _end(runs: list[Run], links: list[tuple[Run, int]], element: Any) -> None:  # noqa: ANN401 - an lxml element
    if element.tag == "a" and links:
        run, start = links.pop()
        shown = run.content[start:].strip()
        run.linked += len(shown)
        if (mark := link(start, len(run.content), element.get("href") or "", shown, "")) is not None:
            run.marks.append(mark)
    if element.tag in _BLOCKS:
        runs.append(Run(element.getparent() if element.getparent() is not None else element))
    runs[-1].content += element.tail or ""
