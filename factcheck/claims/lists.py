"""Read the marks of lists ("•", "2.", "(iii)"): a claim begins behind it, and a mere part of a sentence is none."""

from __future__ import annotations

import re

from factcheck.claims.grammar import tokenize
from factcheck.claims.remainders import has_verb

_MARK = re.compile(r"(?:[-*•–—▪●·]\s+|\(?[a-z]\)\s+|\([ivx]{1,4}\)\s+|\(\d{1,3}\)\s+|(?P<ordinal>\d{1,3}[.)]\s+))")
_NO_ASSERTION = re.compile(r"(?:whether|if|how|why|what|who|where|when|to\s[a-z]+|for)\b")


def list_mark_end(text: str, start: int, end: int, *, german: bool) -> int:
    """Return where the words begin behind the mark of a list at `start`; `start` where none stands there.

    `german`: a number with a full stop may be an ordinal ("3. Oktober"), and is kept.
    """
    mark = _MARK.match(text, start, end)
    if mark is None or mark.end() >= end or (german and mark.group("ordinal")):
        return start
    return mark.end()


def is_part_of_list(item: str) -> bool:
    """Tell whether an item only goes on with the sentence above it ("(ii) whether the mayor knew; and")."""
    if not item[:1].islower():
        return False
    return _NO_ASSERTION.match(item) is not None or not has_verb(tokenize(item))


__all__ = ["is_part_of_list", "list_mark_end"]
