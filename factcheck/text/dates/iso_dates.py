"""Dates as a person types them for the machine: ISO 8601 days, months, years and intervals. No words, no guessing."""

from __future__ import annotations

import calendar
import re
from datetime import date

from factcheck.domain import DateValue, Precision

_PART = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", re.ASCII)
_PRECISIONS = (Precision.YEAR, Precision.MONTH, Precision.DAY)
GIVEN = "given"
"""The rule of a date that a person gave."""


def read_iso_date(text: str) -> DateValue | None:
    """Read `2024-05-02`, `2024-05`, `2024` or an interval of them (`2024-05-01/2024-05-07`); None if it is none."""
    first, slash, last = text.strip().partition("/")
    start = _period(first)
    end = _period(last) if slash else start
    if start is None or end is None or end[1] < start[0]:
        return None
    precision = Precision.INTERVAL if slash else start[2]
    return DateValue(start=start[0], end=end[1], precision=precision, rule=GIVEN)


def _period(text: str) -> tuple[date, date, Precision] | None:
    match = _PART.fullmatch(text.strip())
    if match is None:
        return None
    year, month, day = (int(part) if part else 0 for part in match.groups())
    try:
        first = date(year, month or 1, day or 1)
    except ValueError:
        return None
    last_month = month or 12
    last = date(year, last_month, day or calendar.monthrange(year, last_month)[1])
    return first, last, _PRECISIONS[bool(month) + bool(day)]


__all__ = ["GIVEN", "read_iso_date"]
