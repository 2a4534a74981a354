"""The figures of a claim that an article has nowhere, in digits or in words."""

from __future__ import annotations

import re

from factcheck.domain import Span
from factcheck.stance.reading.texts import Text
from factcheck.text.quantities.numerals import ONES
from factcheck.text.words import Word

_DIGITS = re.compile(r"\d+(?:[.,]\d+)*")


def figures_lacking(claim: Text, article: Text) -> tuple[Span, ...]:
    """Return the numbers of a claim of which the article has not the digits anywhere ("$72m" has those of "72")."""
    asked = [word for word in claim.words if word.is_number]
    if not asked:
        return ()
    there = {_digits(word) for word in article.words}
    return tuple(Span(word.start, word.end, word.text) for word in asked if _digits(word) not in there)


def _digits(word: Word) -> str:
    """Return the digits of a number, without what parts them; "" for what is none."""
    if word.folded in ONES:
        return str(ONES[word.folded])
    found = _DIGITS.match(word.text)
    return re.sub("[.,]", "", found.group()) if found else ""
