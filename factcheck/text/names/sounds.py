"""Tell whether two spellings can be of one name: "Zelensky" and "Selenskyj", by rough keys of how they sound."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from factcheck.text.names.particles import PARTICLES

LINKS = PARTICLES | {"of", "for", "the", "and", "&"}
"""Words that join the parts of a name."""

_HISSES = re.compile("sch|sh|ch|tsch")
_IS = re.compile("[yijĳ]+")
_LETTERS = (("w", "v"), ("ck", "k"), ("c", "k"), ("q", "k"), ("ph", "f"), ("z", "s"))
_TS = re.compile("th|dt")


@lru_cache(8192)
def sounds(name: str) -> tuple[str, ...]:
    """Return a key for each word of a name that its spellings from another script share, without "of", "von"."""
    folded = unicodedata.normalize("NFKD", name.casefold())
    plain = "".join([c for c in folded if c.isalnum() or c.isspace() or c == "-"]).replace("-", " ")
    plain = _IS.sub("i", _HISSES.sub("s", plain))
    for letters, sound in _LETTERS:
        plain = plain.replace(letters, sound)
    return tuple([word for word in _TS.sub("t", plain).split() if word not in LINKS])


def same_sounds(left: tuple[str, ...], right: tuple[str, ...]) -> bool:
    """Tell whether two names can be one by their keys: the same surname, and no two different first names."""
    if not left or not right or left[-1] != right[-1]:
        return bool(left) and left == right
    if len(left) == 1 or len(right) == 1:
        return True
    return left[0] == right[0] or (left[0][0] == right[0][0] and 1 in (len(left[0]), len(right[0])))


__all__ = ["LINKS", "same_sounds", "sounds"]
