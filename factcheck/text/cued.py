"""Patterns that are tried only where one of their words stands: of some ten that a sentence is asked, most have none.

Looking whether two sets share a word costs a tenth of a search. A test holds the words against the patterns.
"""

from __future__ import annotations

import re
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import lru_cache

from factcheck.text.runs import word_runs

_KEPT = 64  # texts read last: a sentence is asked for a handful of things, one after another


@lru_cache(_KEPT)
def written_words(text: str) -> frozenset[str]:
    """Return the words of a text as they are written, each once; "can't" is two."""
    return frozenset(word_runs(text))


@lru_cache(_KEPT)
def words_in(text: str) -> frozenset[str]:
    """Return the words of a text, each once, in small letters."""
    return frozenset(map(str.lower, written_words(text)))


@dataclass(frozen=True, slots=True)
class Cued:
    """A pattern, and words in small letters of which one stands wherever it matches."""

    pattern: re.Pattern[str]
    words: frozenset[str]

    def search(self, text: str, words: AbstractSet[str]) -> re.Match[str] | None:
        """Search a text whose words, as of `words_in`, are `words`."""
        return None if self.words.isdisjoint(words) else self.pattern.search(text)


def cued(pattern: str, words: str) -> Cued:
    """Return a pattern with its words, which stand between blanks."""
    return Cued(re.compile(pattern), frozenset(words.split()))


__all__ = ["Cued", "cued", "words_in", "written_words"]
