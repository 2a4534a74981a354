"""Dates as a checker writes them: "2021", "May 2021", "the 1960s", "14 May 2021"; an unresolved one is ISO 8601."""

from __future__ import annotations

from calendar import monthrange
from datetime import date

from factcheck.domain import DateValue, Precision

_MONTHS = tuple(
    "January February March April May June July August September October November December".split()  # noqa: SIM905
)
_DECADE, _LAST_MONTH = 10, 12


def in_words(value: DateValue) -> str:
    """Return a date or period in words."""
    start, end = value.start, value.end
    if value.precision is Precision.UNRESOLVED or (start is None and end is None):
        return value.iso
    if start is None or end is None:
        return f"until {_day(end)}" if end else f"from {_day(start)}" if start else value.iso
    if start == end:
        return _day(start)
    if start.day != 1 or end.day != monthrange(end.year, end.month)[1]:
        return f"{_day(start)} to {_day(end)}"
    if start.month != 1 or end.month != _LAST_MONTH:
        return _months(start, end)
    return _years(start.year, end.year)


def told_on(value: DateValue) -> str:
    """Return when something was said: "on 14 May 2021", "by 14 May 2021", "in May 2021"."""
    if value.start is None and value.end is not None:
        return f"by {_day(value.end)}"
    return f"{'on' if value.start == value.end else 'in'} {in_words(value)}"


def _day(day: date) -> str:
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def _months(start: date, end: date) -> str:
    first, last = _MONTHS[start.month - 1], f"{_MONTHS[end.month - 1]} {end.year}"
    if start.year != end.year:
        return f"{first} {start.year} to {last}"
    return last if start.month == end.month else f"{first} to {last}"


def _years(first: int, last: int) -> str:
    if first == last:
        return str(first)
    is_decade = first % _DECADE == 0 and last == first + _DECADE - 1
    return f"the {first}s" if is_decade else f"{first} to {last}"
