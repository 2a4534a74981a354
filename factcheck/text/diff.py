"""Word differences of two texts as aligned spans, for showing what was changed in a quotation.

Words are compared folded (case, accents and typographic apostrophes do not count); punctuation is not compared.
"""

from __future__ import annotations

from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

from factcheck.domain import Span
from factcheck.text.words import Word, split_words

MOST_WORDS = 600
"""Longer texts are compared by their first words only: the comparison is quadratic at worst."""


class Change(StrEnum):
    """What became of a stretch of words."""

    SAME = "same"
    REPLACED = "replaced"
    DELETED = "deleted"
    INSERTED = "inserted"


@dataclass(frozen=True, slots=True)
class Difference:
    """A stretch of both texts; one of `left` and `right` is empty where words stand on one side only."""

    change: Change
    left: Span
    right: Span


_CHANGES = {"equal": Change.SAME, "replace": Change.REPLACED, "delete": Change.DELETED, "insert": Change.INSERTED}


def diff_words(left: str, right: str) -> list[Difference]:
    """Return the differences of two texts in order, from the first word to the last."""
    one, other = split_words(left)[:MOST_WORDS], split_words(right)[:MOST_WORDS]
    matcher = SequenceMatcher(None, [word.folded for word in one], [word.folded for word in other], autojunk=False)
    return [
        Difference(_CHANGES[tag], _cover(left, one, i1, i2), _cover(right, other, j1, j2))
        for tag, i1, i2, j1, j2 in matcher.get_opcodes()
    ]


def _cover(text: str, words: list[Word], first: int, after: int) -> Span:
    if first == after:
        place = words[first].start if first < len(words) else len(text)
        return Span(place, place, "")
    return Span.cut(text, words[first].start, words[after - 1].end)
