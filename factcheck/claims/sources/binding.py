"""Bind the writer's own sources (footnotes, comments, links) to the claims they follow. Judges no source.

A mark says nothing of what it covers; the habit of writers is that it stands behind what it supports. The rule of
`bind_citations` is that habit, inside one sentence and never beyond it; only a footnote that asserts something is one
whole with the source that it names.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Container, Iterator, Sequence
from itertools import accumulate

from factcheck.claims.sources.citations import REFERENCE, URL, find_url
from factcheck.claims.sources.numbered import without_number
from factcheck.domain import Block, BoundCitation, Citation, Claim, Sentence

SAME_PARAGRAPH = 1
"""Characters between two sentences of one paragraph; a blank line has two."""
_SHOWS = re.compile(
    r"\W*(?:(?:see|sources?|via|link|more(?: here| at)?|read|here|at|for more|quellen?|siehe|mehr)\b\W*){0,4}",
    re.IGNORECASE,
)

_WORK = re.compile(r"\b[A-ZÄÖÜ]\w+(?:\set\sal\.?)?,?\s\(?(?:1[89]|20)\d\d[a-z]?(?:\)|[,:]\s?(?:pp?\.|S\.)?\s?\d)")
"""A work by author and year: "Smith (2019)", "Smith 2019, p. 4"."""

HEAD = 20
"""Characters by which notes are found; none that is shorter asserts something and names a source."""

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
    7. A footnote that asserts something and names a source ("He was paid 40,000 euros. Minutes, p. 4.") is the citation
       of its own claims too, beside those that its mark follows.

    The sentence of a mark is the one that it stands in or ends. A claim stands at its own span and wherever else it
    appears (`Claim.appearances`).
    """
    places, notes = _Places(claims), _Notes(sentences)
    found = [(c, _claims_of(c, places, sentences)) for c in citations]
    told = {(c.target, one) for c, ids in found for one in ids}
    return tuple(BoundCitation(citation=c, claims=(*ids, *_in_own_note(c, places, notes, told))) for c, ids in found)


def _in_own_note(citation: Citation, places: _Places, notes: _Notes, told: Container[tuple[str, str]]) -> Iterator[str]:
    """Yield the claims of a footnote that names a source, but those that the same source is `told` of already."""
    note = notes.of(citation)
    if not _names_source(citation, note):
        return
    low, high = note[0].start, note[-1].end
    inside = (name for (start, end), name in places.near(low, high) if start < high and low < end)
    yield from (name for name in dict.fromkeys(inside) if (citation.target, name) not in told)


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


class _Notes:
    """The notes that stand behind a text because they assert something, as one string without blanks."""

    def __init__(self, sentences: Sequence[Sentence]) -> None:
        self._sentences = [s for s in sentences if s.block is Block.NOTE]
        words = [_bare(without_number(s.text)) for s in self._sentences]
        self._begins = list(accumulate(map(len, words), initial=0))
        self._words = "".join(words)
        self._by_head: dict[str, list[int]] = {}
        for index, at in enumerate(self._begins[:-1]):
            self._by_head.setdefault(self._words[at : at + HEAD], []).append(index)

    def of(self, citation: Citation) -> Sequence[Sentence]:
        """Return the sentences of a citation's own note, where it stands behind the text."""
        note = _bare(citation.note) if self._sentences else ""
        for first in self._by_head.get(note[:HEAD], ()):
            begin = self._begins[first]
            if self._words.startswith(note, begin):
                return self._sentences[first : bisect_left(self._begins, begin + len(note))]
        return ()


def _names_source(citation: Citation, note: Sequence[Sentence]) -> bool:
    """Tell whether a note names what it has its claims from: a reference of its own, an address, a place in a work."""
    linked = bool(note) and citation.target != citation.note
    return linked or any(s.reason == REFERENCE or find_url(s.text) or _WORK.search(s.text) for s in note)


def _bare(words: str) -> str:
    return "".join(words.split())


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


__all__ = ["bind_citations"]
