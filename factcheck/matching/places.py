"""Where in a source the words of a claim stand: the page or the time code of the sentence that has the most of them.

A passage may go over several pages, or many minutes of a recording; where it begins is no use to who looks there.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import groupby, pairwise

from factcheck.domain import Marker, Passage
from factcheck.matching.features import Asked, shared
from factcheck.text.sentences import split_sentences


def named_place(markers: Sequence[Marker], start: int, end: int) -> str:
    """Name where `[start, end)` of a text stands, by its markers in order; "" where none stands before it."""
    first, last = (bisect_right(markers, at, key=lambda one: one.start) - 1 for at in (start, max(start, end - 1)))
    if first < 0:
        return ""
    one, other = markers[first].locator, markers[last].locator
    return one if one == other else f"{one} to {other}"


def place_of_words(asked: Asked, passage: Passage, language: str, markers: Sequence[Marker]) -> str:
    """Name where the words of a claim stand in a passage: in its best sentence, the pages or cues that have them.

    Those that follow one another, and have the most: automatic captions have no full stops, and are one sentence.
    """
    inside = _inside(markers, passage.start, passage.end)
    if not inside:
        return named_place(markers, passage.start, passage.end) or passage.locator
    sentences = [(passage.start + a, passage.start + b) for a, b in split_sentences(passage.text, language=language)]
    best = max(sentences, key=lambda one: _weight(asked, passage, one, language))
    weighed = [(one, _weight(asked, passage, one, language)) for one in _cut(*best, inside)]
    runs = [list(run) for has, run in groupby(weighed, key=lambda one: one[1] > 0) if has]
    most = max(runs, key=lambda run: sum(weight for _, weight in run), default=weighed)
    return named_place(markers, most[0][0][0], most[-1][0][1]) or passage.locator


def _inside(markers: Sequence[Marker], start: int, end: int) -> list[int]:
    """Return where markers begin within a stretch, behind its start."""
    low = bisect_right(markers, start, key=lambda one: one.start)
    return [one.start for one in markers[low : bisect_left(markers, end, key=lambda one: one.start)]]


def _cut(start: int, end: int, inside: Sequence[int]) -> list[tuple[int, int]]:
    edges = [start, *(at for at in inside if start < at < end), end]
    return list(pairwise(edges))


def _weight(asked: Asked, passage: Passage, place: tuple[int, int], language: str) -> float:
    start, end = (at - passage.start for at in place)
    return sum(asked.weights[one] for one in shared(asked, passage.text[start:end], language))
