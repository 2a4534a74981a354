"""From a document's text to passages: paragraphs, long ones cut at sentence ends, headings joined to what follows."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from factcheck.domain import Marker, Passage
from factcheck.text.languages.short_forms import ends_shortened
from factcheck.text.sentences import split_sentences

WORDS_A_PASSAGE = 120
"""A long paragraph of news; the index was measured (2026-11) with passages of 52 words in the mean."""
FEWEST_WORDS = 12
"""A shorter paragraph is a heading or a fragment; alone it would win on length normalisation."""
LONGEST = 2_000
"""Code points after which a passage without any sentence end is cut."""

_PARAGRAPH = re.compile(r"[^\n]+(?:\n(?![ \t]*\n)[^\n]+)*")


def split_passages(
    text: str, record: str = "", markers: Sequence[Marker] = (), *, language: str = ""
) -> tuple[Passage, ...]:
    """Split a text; `text[p.start:p.end] == p.text`, in order, without overlap, covering every non-blank character.

    `record` ("row 4") replaces the paragraph as locator for records of a table; `markers` (in order: "page 3",
    "00:01:12") replace it from where the first of them stands. `language` (ISO 639-1): by which sentences are split.
    """
    if markers:
        passages_found = split_passages(text, record, language=language)
        return tuple(replace(one, locator=_marked(one, markers)) for one in passages_found)
    passages = []
    pending: tuple[int, int] | None = None
    for number, (start, end) in enumerate(_paragraphs(text), start=1):
        first = pending[0] if pending else start
        words = _words(text, first, end)
        if words < FEWEST_WORDS:
            pending = (first, pending[1] if pending else number)
            continue
        label = record or f"paragraph {pending[1] if pending else number}"
        passages += [_passage(text, *piece, label) for piece in _pieces(text, first, end, words, language)]
        pending = None
    if pending:
        last = len(text.rstrip())
        label = record or f"paragraph {pending[1]}"
        words = _words(text, pending[0], last)
        passages += [_passage(text, *piece, label) for piece in _pieces(text, pending[0], last, words, language)]
    return tuple(passages)


def _marked(passage: Passage, markers: Sequence[Marker]) -> str:
    before = bisect_right(markers, passage.start, key=lambda marker: marker.start)
    return markers[before - 1].locator if before else passage.locator


def _paragraphs(text: str) -> Iterator[tuple[int, int]]:
    for found in _PARAGRAPH.finditer(text):
        chunk = found.group()
        if chunk.strip():
            start = found.start() + len(chunk) - len(chunk.lstrip())
            yield start, found.start() + len(chunk.rstrip())


def _pieces(text: str, start: int, end: int, words: int, language: str) -> Iterator[tuple[int, int]]:
    """Cut a stretch at sentence ends so that no piece is much longer than a passage should be.

    `words`: how many the stretch has.
    """
    if end - start <= LONGEST and words <= WORDS_A_PASSAGE:
        yield start, end
        return
    begin, last = start, start
    for _, sentence_end in split_sentences(text, start, end, language=language):
        if ends_shortened(text, sentence_end, language):
            continue
        if last > begin and _words(text, begin, sentence_end) > WORDS_A_PASSAGE:
            yield from _hard_cut(text, begin, last)
            begin = last
        last = sentence_end
    yield from _hard_cut(text, begin, end)


def _hard_cut(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while end - start > LONGEST:
        blank = text.rfind(" ", start + LONGEST // 2, start + LONGEST)
        cut = blank if blank > start else start + LONGEST
        yield start, cut
        start = cut
    yield start, end


def _passage(text: str, start: int, end: int, locator: str) -> Passage:
    while start < end and text[start].isspace():
        start += 1
    return Passage(text=text[start:end], start=start, end=end, locator=locator)


def _words(text: str, start: int, end: int) -> int:
    return len(text[start : min(end, start + 20 * LONGEST)].split())
