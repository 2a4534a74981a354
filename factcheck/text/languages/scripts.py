"""Which scripts the letters of a text are of, by their Unicode names; digits, marks and signs belong to all of them."""

from __future__ import annotations

import re
import unicodedata

_TOGETHER = {"HIRAGANA": "CJK", "KATAKANA": "CJK", "KATAKANA-HIRAGANA": "CJK", "HANGUL": "CJK", "BOPOMOFO": "CJK"}
"""Scripts that one word of Japanese, Korean or Chinese may mix."""


def scripts_of(text: str) -> frozenset[str]:
    """Return the scripts of the letters of a text, as the first word of their Unicode names: LATIN, CYRILLIC."""
    letters = (character for character in text if unicodedata.category(character) in {"Lu", "Ll", "Lt", "Lo"})
    names = (unicodedata.name(character, "").partition(" ")[0] for character in letters)
    return frozenset(_TOGETHER.get(name, name) for name in names if name)


def same_script(one: str, other: str) -> bool:
    """Whether two names have letters of one script: of two that have not, nobody knows here whether they are one."""
    return (one.isascii() and other.isascii()) or not scripts_of(one).isdisjoint(scripts_of(other))


_LATIN = str.maketrans("АВЕЅІЈКМНОРСТУХаеѕіјорсухΑΒΕΖΗΙΚΜΝΟΡΤΥΧοα", "ABESIJKMHOPCTYXaesijopcyxABEZHIKMNOPTYXoa")
"""Cyrillic and Greek letters that look like a Latin one. Source: Unicode Technical Standard 39, confusables.txt."""
_WORDS = re.compile(r"[^\W\d_]+")


def as_latin(text: str) -> str:
    """Return a text of the same length, with Latin letters for those that only look like them, in mixed words.

    A word wholly of such letters is read as Latin where the text has no word of the other script.
    """
    other = any(
        not word.translate(_LATIN).isascii() and "LATIN" not in scripts_of(word)
        for word in _WORDS.findall(text)
        if not word.isascii()
    )

    def latin(match: re.Match[str]) -> str:
        word = match.group()
        if word.isascii() or (scripts := scripts_of(word)) <= {"LATIN"}:
            return word
        made = word.translate(_LATIN)
        return made if scripts_of(made) == {"LATIN"} and ("LATIN" in scripts or not other) else word

    return _WORDS.sub(latin, text)
