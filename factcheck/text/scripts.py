"""Which scripts the letters of a text are of, by their Unicode names; digits, marks and signs belong to all of them."""

from __future__ import annotations

import unicodedata

_TOGETHER = {"HIRAGANA": "CJK", "KATAKANA": "CJK", "KATAKANA-HIRAGANA": "CJK", "HANGUL": "CJK", "BOPOMOFO": "CJK"}
"""Scripts that one word of Japanese, Korean or Chinese may mix."""


def scripts_of(text: str) -> frozenset[str]:
    """Return the scripts of the letters of a text, as the first word of their Unicode names: LATIN, CYRILLIC."""
    letters = (character for character in text if unicodedata.category(character) in {"Lu", "Ll", "Lt", "Lo"})
    names = (unicodedata.name(character, "").partition(" ")[0] for character in letters)
    return frozenset(_TOGETHER.get(name, name) for name in names if name)
