"""Whose country it is, behind a noun or before it: "nurses from the Philippines" and "Filipino nurses" are one."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.stance.reading.pair import Pair, Partner
from factcheck.text.words import Word

_LEADING = frozenset([" from ", " from the ", " in ", " in the ", " of ", " of the "])


def origins(pair: Pair) -> Iterator[tuple[Partner, Partner]]:
    """Yield each noun with its country, which stands behind it in one text and before it in the other."""
    for origin in pair.partners:
        if origin.claim.folded == origin.passage.folded or not _is_capital(origin):
            continue
        for noun in pair.partners:
            ours = pair.claim.text, noun.claim, origin.claim
            theirs = pair.passage.text, noun.passage, origin.passage
            if any(_is_behind(*one) and _is_before(*other) for one, other in ((ours, theirs), (theirs, ours))):
                yield noun, origin


def _is_capital(one: Partner) -> bool:
    return one.claim.text[0].isupper() and one.passage.text[0].isupper()


def _is_behind(text: str, noun: Word, origin: Word) -> bool:
    return text[noun.end : origin.start] in _LEADING


def _is_before(text: str, noun: Word, origin: Word) -> bool:
    return text[origin.end : noun.start] == " "
