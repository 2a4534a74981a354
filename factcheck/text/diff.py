"""Word differences of two texts: as aligned spans, for showing what was changed in a quotation, and as exact edits.

For the spans words are compared folded (case, accents and typographic apostrophes do not count) and punctuation is not
compared; edits leave nothing out: whoever makes them has the other text, character by character.
"""

from __future__ import annotations

import re
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


@dataclass(frozen=True, slots=True)
class Edit:
    """That `words` take the place of the characters `[start, end)` of a text."""

    start: int
    end: int
    words: str


_TOKENS = re.compile(r"\w+(?:[.,:'’-]\w+)*|\s+|[^\w\s]", re.DOTALL)
MOST_TOKENS = 2 * MOST_WORDS
"""As many words as `MOST_WORDS` with the blanks between them; of longer texts all that differs is one edit."""


def edits(left: str, right: str) -> list[Edit]:
    """Return the edits that make `right` of `left`, in order; none overlap. Between two of them a word stays."""
    one, other = _TOKENS.findall(left), _TOKENS.findall(right)
    if max(len(one), len(other)) > MOST_TOKENS:
        return _as_one(left, right)
    starts = [0]
    for token in one:
        starts.append(starts[-1] + len(token))
    found: list[Edit] = []
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, one, other, autojunk=False).get_opcodes():
        if tag == "equal":
            continue
        made = Edit(starts[i1], starts[i2], "".join(other[j1:j2]))
        last = found[-1] if found else None
        between = left[last.end : made.start] if last else ""
        if last and not between.strip():
            found[-1] = Edit(last.start, made.end, f"{last.words}{between}{made.words}")
        else:
            found.append(made)
    return found


def _as_one(left: str, right: str) -> list[Edit]:
    shorter = min(len(left), len(right))
    head = next((n for n in range(shorter) if left[n] != right[n]), shorter)
    rest = shorter - head
    tail = next((n for n in range(rest) if left[-1 - n] != right[-1 - n]), rest)
    return [Edit(head, len(left) - tail, right[head : len(right) - tail])] if left != right else []


def stretches(text: str, made: list[Edit]) -> list[tuple[str, str, str]]:
    """Return a text with its edits in order, as (what stays, what is taken out, what is put in); each may be ""."""
    found: list[tuple[str, str, str]] = []
    place = 0
    for edit in made:
        found.append((text[place : edit.start], text[edit.start : edit.end], edit.words))
        place = edit.end
    return [*found, (text[place:], "", "")] if place < len(text) else found
