"""Keys of names that their spellings share: Zelensky, Zelenskyy and Selenskyj; Müller, Mueller and Muller.

A key is rough, and so it is for finding, never for telling that two names are one: for that see `text.sounds`, whose
rules it adds to. A short name has a key of its accents and vowels alone, since few letters sound alike by chance
("Vater", "Water").
"""

from __future__ import annotations

import re
from functools import lru_cache

from factcheck.text.names.sounds import sounds
from factcheck.text.words import fold

FEWEST_LETTERS = 5
"""Shorter words have too many likenesses to be looked for."""
LONGEST = 40
SOUNDING_LETTERS, FEWEST_SOUNDS = 6, 5
"""Letters of a name, and of its key, from which on it is known by its sounds."""

_UMLAUTS = re.compile("(?<=[aou])e")
_BEFORE = (
    (re.compile("x"), "ks"),
    (re.compile("[zk]h|tsch|tch"), "sh"),
    (re.compile("(?<=[dg])h"), ""),
    (re.compile("c(?=[eiy])|t[sz]"), "s"),
    (re.compile("(?<=[oe])ff$"), "v"),
)
_AFTER = (
    (re.compile(r"(.)\1+"), r"\1"),
    (re.compile("^i(?=e)|(?<=[aou])i?e"), ""),
    (re.compile("i?[oe]v$"), "ov"),
)
"""How Russian names are written: Dostoevsky, Dostoyevsky, Dostojewski; Gorbachev, Gorbatschow; Evgeny, Jewgeni."""


@lru_cache(65_536)
def spelling_key(word: str) -> str:
    """Return the key of one word, or "" if it is too short or no word of letters."""
    plain = fold(word).removesuffix("'s")
    if not FEWEST_LETTERS <= len(plain) <= LONGEST or not plain.isalpha():
        return ""
    sounding = _sounding(plain) if len(plain) >= SOUNDING_LETTERS else ""
    if len(sounding) >= FEWEST_SOUNDS:
        return sounding
    return f"={_UMLAUTS.sub('', plain).replace('y', 'i').replace('j', 'i')}"


def _sounding(plain: str) -> str:
    for pattern, sound in _BEFORE:
        plain = pattern.sub(sound, plain)
    key = "".join(sounds(plain))
    for pattern, sound in _AFTER:
        key = pattern.sub(sound, key)
    return key


__all__ = ["spelling_key"]
