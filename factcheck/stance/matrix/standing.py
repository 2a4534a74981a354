"""Whether a part of a claim stands in a source, whatever the comparators made of it: no gap may be claimed then.

By its words first, blanks and capitals aside; a figure or date by its value, too, where the text has a word of it.
Nothing heavy is loaded: a face asks this for the parts that nothing covers.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TypeVar

from factcheck.domain import Claim, DateValue, Evidence, Quantity
from factcheck.stance.matrix.parts import Part, PartKind

_LEAST_WORD = 2  # characters of a word by which a text is worth reading for a value; a figure may have one ("9%")
_WORD = re.compile(r"\d[\d.,]*\d|\w+")
_Value = TypeVar("_Value", Quantity, DateValue)
_APOSTROPHES = str.maketrans("’‘“”", "''\"\"")


def stands_in(part: Part, claim: Claim, one: Evidence) -> bool:
    """Whether the words of a part, or its value, stand in a piece of evidence or in the title of its source."""
    source, text = one.candidate.source, one.candidate.passage.text
    if one.is_erased:
        return False
    wholes = (text, source.title)
    if any(word_stands(part.words, whole) for whole in wholes):
        return True
    if part.kind is PartKind.PERSON:  # a surname names them
        return any(word_stands(part.words.split()[-1], whole) for whole in wholes)
    if part.kind not in (PartKind.NUMBER, PartKind.DATE) or not _worth_reading(part.words, text):
        return False
    if part.kind is PartKind.NUMBER:
        from factcheck.text.quantities.finding import find_quantities

        return _counted(_meant(part, claim.quantities), find_quantities(text))
    from factcheck.text.dates.finding import find_dates

    return _dated(_meant(part, claim.dates), find_dates(text, anchor=source.published))


def word_stands(words: str, text: str) -> bool:
    """Whether words stand in a text as they are, and not as a piece of a longer word or figure ("40" in "40,000")."""
    sought = [re.escape(word) for word in _even(words).split()]
    if not sought:
        return False
    pattern = r"(?<!\w)(?<!\d[.,])" + r"\s+".join(sought) + r"(?!\w|[.,]\d)"
    return re.search(pattern, _even(text)) is not None


def _even(text: str) -> str:
    return text.translate(_APOSTROPHES).casefold()


def _worth_reading(words: str, text: str) -> bool:
    lowered = text.casefold()
    worth = (word for word in _WORD.findall(words.casefold()) if len(word) >= _LEAST_WORD or word.isdigit())
    return any(word in lowered for word in worth)


def _meant(part: Part, values: Iterable[_Value]) -> _Value | None:
    return next((one for one in values if one.span is not None and one.span.text == part.words), None)


def _counted(asked: Quantity | None, given: Iterable[Quantity]) -> bool:
    return asked is not None and any(
        (one.low, one.high, one.unit) == (asked.low, asked.high, asked.unit) for one in given
    )


def _dated(asked: DateValue | None, given: Iterable[DateValue]) -> bool:
    if asked is None or asked.start is None:
        return False
    return any((one.start, one.end) == (asked.start, asked.end) for one in given)


__all__ = ["stands_in", "word_stands"]
