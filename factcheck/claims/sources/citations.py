"""Find the writer's own sources in words: addresses, and where in a source a note points. Judges no source."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from factcheck.domain import Citation, CitationKind, Span

LONGEST_NOTE = 20_000
"""Characters of a note that are searched for a URL and a pointer; longer ones are texts of their own."""

REFERENCE = "reference"
"""Why a sentence of a note carries no claim: it only names a source."""

URL = re.compile(r"(?:https?://|www\.)[^\s<>\"“”«»|\\^`{}]{2,2000}", re.IGNORECASE)
_AFTER_URL = ".,;:!?'’)]*_"
_POINTER = re.compile(
    r"(?<![\w.])(?:pp?\.|pages?|S\.|Seiten?|para(?:graph|s|\.)?s?\.?|Abs\.|Absatz|¶{1,2}|§{1,2}|sections?|sec\.|chapters?|chap\.|ch\."
    r"|tables?|figures?|fig\.|lines?|slides?|min(?:ute|\.)?|at)\s{0,2}"
    r"(?:\d{1,3}:\d{2}(?::\d{2})?|(?<!at )\d[\d.]{0,12}[a-z]?(?:\s?[-–]\s?\d{1,6})?)(?!\w|%|[,.]\d)",
    re.IGNORECASE,
)
_FRAGMENT = re.compile(r"#(?:[^#\s]{0,200}&)?(page|t|line|L)=?(\d{1,6})(?:s)?\b|[?&](t|start)=(\d{1,6})s?\b")
_FRAGMENT_WORDS = {"page": "page", "line": "line", "L": "line", "t": "second", "start": "second"}

Pair = tuple[int, int]


def bare_links(text: str, citations: Sequence[Citation]) -> tuple[Citation, ...]:
    """Return `citations` and, in their order, a link for each URL that the text itself shows beside them."""
    taken = [(c.anchor.start, c.anchor.end) for c in citations]
    taken.sort()
    links = (_shown(found) for found in URL.finditer(text))
    bare = (link for link in links if not _overlaps(taken, link.anchor.start, link.anchor.end))
    return tuple(sorted([*citations, *bare], key=lambda citation: citation.anchor.start))


def _shown(found: re.Match[str]) -> Citation:
    url = without_stops(found.group())
    anchor = Span(found.start(), found.start() + len(url), url)
    target = url if "://" in url else f"https://{url}"
    return Citation(anchor=anchor, kind=CitationKind.LINK, target=target, pointer=find_pointer(url))


def _overlaps(taken: Sequence[Pair], low: int, high: int) -> bool:
    index = bisect_left(taken, (low, low))
    return any(start < high and low < end for start, end in taken[max(0, index - 1) : index + 2])


def find_url(text: str) -> str:
    """Return the first URL in a note, without the punctuation behind it; "" where there is none."""
    found = URL.search(text[:LONGEST_NOTE])
    return "" if found is None else without_stops(found.group())


def without_stops(url: str) -> str:
    """Return an address without the punctuation of the sentence behind it."""
    while url and url[-1] in _AFTER_URL and not (url[-1] == ")" and url.count("(") >= url.count(")")):
        url = url[:-1]
    return url


def find_pointer(text: str) -> str:
    """Return where in its source a note points ("p. 12", "§ 4", "at 01:12"), or "".

    A URL can point too: `#page=12`, `?t=90`.
    """
    head = text[:LONGEST_NOTE]
    words = URL.sub(lambda url: " " * len(url.group()), head)
    if found := _POINTER.search(words):
        return " ".join(found.group().split()).rstrip(".")
    if found := _FRAGMENT.search(head):
        name, number = (found[1], found[2]) if found[1] else (found[3], found[4])
        return f"{_FRAGMENT_WORDS[name]} {number}"
    return ""


__all__ = ["REFERENCE", "URL", "bare_links", "find_pointer", "find_url", "without_stops"]
