"""The small words inside surnames ("Wim de Graaf", "Ruud van der Berg"), and those written together with one.

The one home of these words: from the Dutch, German, French, Spanish, Italian, Portuguese and Arabic names of news.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from factcheck.text.names.name_words import FIRST

_ALONE_WORDS = "von van de del della di da du dos la le al el bin bint ibn ter"
ALONE = frozenset(_ALONE_WORDS.split())
"""Particles that stand between two capitals in hardly any other phrase."""
_BEHIND_WORDS = "der den das ten te zu zum los las lo"
PARTICLES = ALONE | frozenset(_BEHIND_WORDS.split())
"""All particles; those that are words of English or German, too, stand behind another or a first name."""
PREFIX = r"(?:(?:al|el|ad|ar|as|at|ul|bin|ibn)-|d['’])"
"""What stands before the capital of a surname: "al-Dardari", "d’Arcy"."""
_PREFIXED = re.compile(rf"{PREFIX}(?=[^\W\d_])", re.IGNORECASE)


def begins_with_capital(word: str) -> bool:
    """Tell whether a word has the capital of a name, behind "al-" or "d’" too."""
    if word[:1].isupper():
        return True
    found = None if word.isalpha() else _PREFIXED.match(word)
    return found is not None and word[found.end()].isupper()


def without_prefix(surname: str) -> str:
    """Return a surname as some papers shorten it: "Dardari" for "al-Dardari"."""
    found = _PREFIXED.match(surname)
    return surname[found.end() :] if found is not None and surname[found.end()].isupper() else surname


def in_name(words: Sequence[str], at: int) -> bool:
    """Tell whether the word at `at` is a particle inside a name: a capital before it, and one behind it.

    A word that is more than a particle ("der", "ten") needs a known first name or another particle before it.
    """
    if words[at] not in PARTICLES:
        return False
    low, high = at, at + 1
    while low > 0 and words[low - 1] in PARTICLES:
        low -= 1
    while high < len(words) and words[high] in PARTICLES:
        high += 1
    if low == 0 or high == len(words) or not words[low - 1][:1].isupper() or not begins_with_capital(words[high]):
        return False
    return words[low] in ALONE or words[low - 1].casefold() in FIRST


__all__ = ["ALONE", "PARTICLES", "PREFIX", "begins_with_capital", "in_name", "without_prefix"]
