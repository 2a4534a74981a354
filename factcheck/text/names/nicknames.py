"""Nicknames: parting a name ("Wilhelmina “Billie” Brandt" is Wilhelmina Brandt), and as short forms of first names.

Source of the short forms: the list of the package `nicknames` (C. Northern and N. Crews, Apache 2.0), English names.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

_NICKNAME = re.compile(r"\s(?:[“\"„‘'](?:[A-Z][\w.’-]*\s?){1,3}[”\"“’']|\((?:[A-Z][a-z]+)\))(?=\s[A-Z])")

Pair = tuple[int, int]


def joined(text: str, mentions: Sequence[Pair]) -> Iterator[Pair]:
    """Yield the mentions, a first name, its nickname in marks and the surname as one, in order."""
    begin: Pair | None = None
    for low, high in mentions:
        if begin is None:
            begin = (low, high)
        elif (found := _NICKNAME.match(text, begin[1])) is not None and high <= found.end():
            continue  # the nickname itself
        elif found is not None and low == found.end() + 1 and _is_one(text[slice(*begin)], text[low:high]):
            begin = (begin[0], high)
        else:
            yield begin
            begin = (low, high)
    if begin is not None:
        yield begin


def _is_one(first: str, last: str) -> bool:
    """Tell whether words on both sides of a nickname are few, as of a name."""
    return first.count(" ") + last.count(" ") <= 2  # noqa: PLR2004 - a title, a second name


def without_nickname(name: str) -> str:
    """Return a name without the nickname in it."""
    return _NICKNAME.sub("", name)


__all__ = ["joined", "without_nickname"]
