"""A text as tokens for reading its quantities: words, numerals with what is glued to them, links and marks."""

from __future__ import annotations

import re
from typing import NamedTuple

from factcheck.text.quantities.currencies import RAND, SHORT
from factcheck.text.quantities.numerals import NUMERAL

DASHES = frozenset("-–—−")
_DEGREES = {"C": "°c", "F": "°f"}
"""Capitals glued to a numeral that are degrees: "12C"."""
_SHORT = "|".join(sorted(map(re.escape, SHORT), key=len, reverse=True))
_LONGEST_SHORT = max(map(len, SHORT))
_TOKEN = re.compile(
    rf"(?P<money>(?=[^\s\d]{{1,{_LONGEST_SHORT}}}\d)"  # "NKr1.9bn", "R40m"
    rf"(?:(?:{_SHORT})(?=\d)|{RAND}(?=\d[\d.,]{{0,9}}(?:\s?[mb]illion|m|bn|k)\b)))"
    rf"|(?P<word>(?!https?://)[^\W\d]\w*(?:['’]\w+)*)|(?P<num>{NUMERAL})(?P<tail>[^\W\d_]*)"
    r"|(?P<link>https?://\S+)|(?P<mark>\S|\n[^\S\n]*\n)"  # a blank line parts a number from the noun of the next text
)


_NOTE_MARK = "⁰¹²³⁴⁵⁶⁷⁸⁹"
"""Raised digits glued to a number are the mark of a note ("40,000¹ people"); a power of ten is a numeral whole."""


class Token(NamedTuple):
    """A piece of the text; `kind`: word, num, link or mark; `tail`: letters glued to a numeral, in lower case."""

    start: int
    end: int
    kind: str
    text: str
    low: str
    tail: str


def tokens_of(text: str, start: int, end: int) -> list[Token]:
    """Return the tokens of `text[start:end]`."""
    tokens: list[Token] = []
    new = tuple.__new__  # what `Token(…)` comes to, at half the time
    for match in _TOKEN.finditer(text, start, end):
        kind, written, tail = match.lastgroup or "mark", match.group(), ""
        if kind == "tail":  # the group that is matched last where a numeral stands, if only by nothing
            kind, written, tail = "num", match["num"], match["tail"].lstrip(_NOTE_MARK)
            tail = _DEGREES.get(tail, tail.lower())
        elif kind == "money":
            kind = "word"
        tokens.append(new(Token, (*match.span(), kind, written, written.lower(), tail)))
    return tokens


def token_at(tokens: list[Token], place: int) -> Token | None:
    """Return the token at a place, or None beyond both ends."""
    return tokens[place] if 0 <= place < len(tokens) else None
