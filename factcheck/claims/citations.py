"""Bind the writer's own sources (footnotes, comments, links) to the claims they follow. Judges no source.

A mark says nothing of what it covers; the habit of writers is that it stands behind what it supports. The rule of
`bind_citations` is that habit, inside one sentence and never beyond it.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from factcheck.domain import BoundCitation, Citation, CitationKind, Claim, Sentence, Span

LONGEST_NOTE = 20_000
"""Characters of a note that are searched for a URL and a pointer; longer ones are texts of their own."""

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

SAME_PARAGRAPH = 1
"""Characters between two sentences of one paragraph; a blank line has two."""
_SHOWS = re.compile(
    r"\W*(?:(?:see|sources?|via|link|more(?: here| at)?|read|here|at|for more|quellen?|siehe|mehr)\b\W*){0,4}",
    re.IGNORECASE,
)

LONG = 2_000
"""Characters; a claim that is longer comes from a text without sentence ends."""

Pair = tuple[int, int]
Place = tuple[Pair, str]


def bind_citations(
    citations: Sequence[Citation], claims: Sequence[Claim], sentences: Sequence[Sentence]
) -> tuple[BoundCitation, ...]:
    """Bind each citation to the claims it follows; the order is kept, and nothing is left out.

    1. An anchor with words in it (a link, a commented stretch) belongs to every claim that shares characters with it.
    2. A mark, or an anchor that touches no claim, belongs to the claims that hold its end (`start < end <= claim.end`):
       a mark right behind a claim's last word is inside it.
    3. Else to the claim of the same sentence that ends last before it: "he said.[1]" belongs to what he said.
    4. Else to all claims of the sentence: "[A report] found that …" belongs to what was found.
    5. An address in a sentence that only shows it ("Source: https://…") belongs to the claims of the sentence before it
       in its paragraph.
    6. A citation whose sentence has no claim is bound to none.

    The sentence of a mark is the one that it stands in or ends. A claim stands at its own span and wherever else it
    appears (`Claim.appearances`).
    """
    places = _Places(claims)
    return tuple(BoundCitation(citation=c, claims=_claims_of(c, places, sentences)) for c in citations)


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


class _Places:
    """Where claims stand. Long ones are looked at one by one, so that they do not widen every other look-up."""

    def __init__(self, claims: Sequence[Claim]) -> None:
        found = sorted((span, claim.id) for claim in claims for span in _spans(claim))
        self._long = [place for place in found if place[0][1] - place[0][0] > LONG]
        self._short = [place for place in found if place[0][1] - place[0][0] <= LONG]

    def near(self, low: int, high: int) -> list[Place]:
        """Return the places that can touch `[low, high]`, in order."""
        first = bisect_left(self._short, low - LONG, key=_start)
        return sorted([*self._long, *self._short[first : bisect_left(self._short, high, key=_start)]])


def _spans(claim: Claim) -> Iterator[Pair]:
    yield claim.start, claim.end
    for appearance in claim.appearances:
        yield appearance.span.start, appearance.span.end


def _claims_of(citation: Citation, places: _Places, sentences: Sequence[Sentence]) -> tuple[str, ...]:
    low, high = citation.anchor.start, citation.anchor.end
    near = places.near(low, high)
    touched = [name for (start, end), name in near if start < high and low < end]
    if low < high and touched:
        return tuple(dict.fromkeys(touched))
    holding = [name for (start, end), name in near if start < high <= end]
    index = _sentence_at(high, sentences)
    found = holding or _of_sentence(high, index, places, sentences)
    if not found and index and URL.match(citation.anchor.text) and _only_shows(sentences[index - 1 : index + 1]):
        found = _of_sentence(sentences[index - 1].end, index - 1, places, sentences)
    return tuple(dict.fromkeys(found))


def _only_shows(pair: Sequence[Sentence]) -> bool:
    """Tell whether the second of two sentences does no more than give an address for the first."""
    before, shows = pair
    return shows.start - before.end <= SAME_PARAGRAPH and _SHOWS.fullmatch(URL.sub("", shows.text)) is not None


def _sentence_at(at: int, sentences: Sequence[Sentence]) -> int | None:
    """Return the number of the sentence that `at` stands in or ends."""
    index = bisect_left(sentences, at, key=lambda s: s.start) - 1
    if index < 0 or sentences[index].end < at:  # before any word: the sentence that begins here
        index += 1
    inside = index < len(sentences) and sentences[index].start <= at <= sentences[index].end
    return index if inside else None


def _of_sentence(at: int, index: int | None, places: _Places, sentences: Sequence[Sentence]) -> list[str]:
    """Return the claims that end last before `at` in its sentence, else all claims of that sentence."""
    if index is None:
        return []
    low, high = sentences[index].start, sentences[index].end
    inside = [(span, name) for span, name in places.near(low, high) if span[0] < high and low < span[1]]
    last = max((end for (_, end), _ in inside if end <= at), default=None)
    return [name for (_, end), name in inside if last is None or end == last]


def _start(place: Place) -> int:
    return place[0][0]


__all__ = ["bare_links", "bind_citations", "find_pointer", "find_url"]
