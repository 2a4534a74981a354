"""Which side of a date a text speaks of: "before 2015" leaves the year itself out, as "after 2015" does.

Only words that leave the date out are read here; "since", "until" and "by" take it in, and count as the date.
"""

from __future__ import annotations

import re
from enum import StrEnum

from factcheck.domain import DateValue

_REACH = 24  # characters in front of a date that hold "prior to the end of "
_SIDED = re.compile(
    r"\b(?:(?P<before>before|prior\sto|ahead\sof|earlier\sthan|vor)|(?P<after>after|following|later\sthan|nach))"
    r"\s(?:the\s)?\Z",
    re.IGNORECASE,
)


class Side(StrEnum):
    """Whether a time lies before a date, in it, or after it."""

    BEFORE = "before"
    IN = "in"
    AFTER = "after"


def side_of(text: str, value: DateValue) -> Side:
    """Return the side that the words in front of a date name."""
    if value.span is None:
        return Side.IN
    found = _SIDED.search(text[max(0, value.span.start - _REACH) : value.span.start])
    if found is None:
        return Side.IN
    return Side.BEFORE if found["before"] else Side.AFTER


def implies(side: Side, value: DateValue, other_side: Side, other: DateValue) -> bool | None:
    """Tell whether what is `other_side` of `other` is on this `side` of `value`; None where it may be or not."""
    low, high = _bounds(side, value)
    start, end = _bounds(other_side, other)
    if end < low or high < start:
        return False
    return True if low <= start and end <= high else None


def _bounds(side: Side, value: DateValue) -> tuple[int, int]:
    """Return the first and the last day, as ordinals, that a date and its side allow."""
    start = value.start.toordinal() if value.start else 0
    end = value.end.toordinal() if value.end else _LAST
    if side is Side.BEFORE:
        return 0, start - 1
    return (end + 1, _LAST) if side is Side.AFTER else (start, end)


_LAST = 4_000_000  # a day after every date that a text names

__all__ = ["Side", "implies", "side_of"]
