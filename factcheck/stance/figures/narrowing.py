"""Words of a claim that narrow what it counts, and that a table does not have: "private homes", "homes for rent".

A figure of all homes neither bears out nor contradicts one of private homes. Only words right before what is counted
narrow it, and those behind "for", "by", "of" and the like; who reported the figure, or how it was received, does not.
Pure.
"""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.domain import Span
from factcheck.stance.reading.lexicon import is_verb
from factcheck.stance.reading.texts import is_deed, is_light
from factcheck.text.words import Word, split_words

_BINDING = frozenset("for by of with without under für von mit ohne".split())  # noqa: SIM905
_OPEN = frozenset("new total overall whole first last recent".split())  # noqa: SIM905
"""Adjectives that leave what is counted as it is, or say of when it is; our own choice."""


def narrowing(words: str, missing: Sequence[Span]) -> list[Span]:
    """Return those of the missing words of a claim that narrow what it counts, in the order of the claim."""
    told = split_words(words)
    lacking = {one.start for one in missing}
    narrow = {at for at in range(len(told)) if told[at].start in lacking and _is_behind(words, told, at, lacking)}
    for at in reversed(range(len(told) - 1)):  # from what is counted to the left
        after = told[at + 1]
        is_counted = (at + 1) in narrow or not (after.start in lacking or after.is_stop or after.is_number)
        beside = is_counted and words[told[at].end : after.start].isspace()
        if beside and told[at].start in lacking and _narrows(told[at]) and not is_verb(told[at].folded):
            narrow.add(at)
    return [Span(told[at].start, told[at].end, told[at].text) for at in sorted(narrow)]


def _narrows(word: Word) -> bool:
    return not (word.is_number or is_light(word) or is_deed(word) or word.folded in _OPEN)


def _is_behind(words: str, told: Sequence[Word], at: int, lacking: frozenset[int] | set[int]) -> bool:
    """Whether a word stands behind one that binds it to what the table counts: "homes by private builders"."""
    if not _narrows(told[at]):
        return False
    before = at - 1
    while before >= 0 and told[before].start in lacking and not told[before].is_stop:
        before -= 1
    if before < 1 or told[before].folded not in _BINDING:
        return False
    counted = told[before - 1]
    return not (counted.is_stop or counted.is_number or counted.start in lacking) and not _is_parted(
        words[counted.end : told[at].start]
    )


def _is_parted(words: str) -> bool:
    return any(sign in words for sign in ",;:.()–—")


__all__ = ["narrowing"]
