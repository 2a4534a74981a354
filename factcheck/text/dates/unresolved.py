"""Tell of a date of the calendar why no day can be given: no month has it, or it can be read in two orders.

"30 February" is no month and no day; "4/5/2020" is 4 May or 5 April where nothing else in the text tells the order.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterable
from datetime import date

from factcheck.domain import DateValue, Precision, Span
from factcheck.text.dates.timex.rules import month_number, whole_year
from factcheck.text.dates.timex.words import WEEKDAYS, W

LEAP_YEAR = 2000  # February has its 29 days where no year is named
SLASHED, TWO_READINGS = "slashed", "two-readings"
NO_SUCH_DAY = "no-such-day"
_DAYS = frozenset(["iso", "dotted", "day-range", "month-day-range", "day-month", "month-day", SLASHED, "no-day"])


def month_first(slashed: Iterable[re.Match[str]]) -> bool | None:
    """Tell whether the dates with slashes that have one reading name the month first; None where they do not agree."""
    orders = {match.start("mn") < match.start("d") for match in slashed}
    return orders.pop() if len(orders) == 1 else None


def in_order(match: re.Match[str], *, first: bool) -> date | None:
    """Return the day of "4/5/2020" with the month first, or not; None where there is none."""
    one, other = int(match["mn"]), int(match["d"])
    month, day = (one, other) if first else (other, one)
    return _day(whole_year(match["y"]), month, day)


def two_readings(match: re.Match[str], span: Span) -> DateValue:
    """Return "4/5/2020" as a date that may be two days, the earlier first."""
    both = (in_order(match, first=first) for first in (True, False))
    readings = tuple(sorted(day for day in both if day is not None))
    return DateValue(
        start=None, end=None, precision=Precision.UNRESOLVED, span=span, rule=TWO_READINGS, readings=readings
    )


def is_no_day(rule: str, match: re.Match[str]) -> bool:
    """Tell whether a match of `rule` names a day that its month never has, or not in its year."""
    groups = {name: value for name, value in match.groupdict().items() if value is not None}
    if rule not in _DAYS or not {"m", "mn"} & groups.keys():
        return False
    month = month_number(groups["m"]) if "m" in groups else int(groups["mn"])
    last = month_number(groups["n"]) if "n" in groups else month
    year = whole_year(groups["y"]) if "y" in groups else LEAP_YEAR
    days = [(month, groups.get("d")), (last, groups.get("e"))]
    return any(day is not None and _day(year, of, int(day)) is None for of, day in days)


def no_such_day(span: Span) -> DateValue:
    """Return a date that the calendar does not have."""
    return DateValue(start=None, end=None, precision=Precision.UNRESOLVED, span=span, rule=NO_SUCH_DAY)


def weekday_told(text: str, day: DateValue) -> Span | None:
    """Return the weekday that names a day beside it: "Tuesday, 4 March", "4 March, a Tuesday"; None where none does."""
    if day.span is None or day.rule not in _DAYS or day.precision is not Precision.DAY:
        return None
    found = _WEEKDAY_BEFORE.search(text, max(0, day.span.start - _WEEKDAY_REACH), day.span.start)
    if found is None and _COUNTED.search(day.span.text) is None:  # "two days after 4 March, a Tuesday"
        found = _WEEKDAY_BEHIND.match(text, day.span.end)
    return Span.cut(text, *found.span("w")) if found else None


def weekday_behind_counted(text: str, day: DateValue) -> tuple[Span, int] | None:
    """Return the weekday behind a day that is counted from another, and where that one begins; else None.

    In "two days after 4 March, a Tuesday" it can be that of either day.
    """
    counted = _COUNTED.search(day.span.text) if day.span is not None else None
    if day.span is None or counted is None or day.precision is not Precision.DAY:
        return None
    found = _WEEKDAY_BEHIND.match(text, day.span.end)
    return (Span.cut(text, *found.span("w")), day.span.start + counted.end()) if found else None


_WEEKDAY_BEFORE = re.compile(rf"\b(?P<w>{W})(?:(?<![yghd])\.)?[\s,]{{1,3}}(?:the\s|den\s|dem\s|der\s)?$")
_WEEKDAY_BEHIND = re.compile(
    rf"(?:,\s(?:(?:which\s)?(?:was|is)\s)?(?:an?|ein|einem|einen)\s|\s\((?:an?\s|ein\s)?)(?P<w>{W})"
)
_COUNTED = re.compile(r"\s(?:after|before|following)\s")
_WEEKDAY_REACH = 20  # characters of "Donnerstag, dem "


def is_day_of(day: date, weekday: str) -> bool:
    """Tell whether a day is of the weekday that this word names."""
    return day.weekday() == WEEKDAYS[weekday.lower().rstrip(".")]


def another_weekday(text: str, day: DateValue) -> tuple[str, tuple[Span, Span]] | None:
    """Return in words, with the places, that a day is named with another weekday than its own; None where it is not."""
    weekday = weekday_told(text, day)
    if weekday is None or day.span is None or day.start is None or is_day_of(day.start, weekday.text):
        return None
    told = f"“{weekday.text}” and “{day.span.text}” do not agree: {day.start.isoformat()} is a {day.start:%A}"
    return told, (weekday, day.span)


def why_unresolved(value: DateValue) -> str:
    """Return in words why an unresolved date is none: its two readings, or that there is no such day."""
    words = f"“{value.span.text}”" if value.span else "the date"
    if len(value.readings) > 1:
        return f"{words} may be {' or '.join(day.isoformat() for day in value.readings)}: nothing tells the order"
    return f"{words} is no day of the calendar"


def _day(year: int, month: int, number: int) -> date | None:
    known = date.min.year <= year <= date.max.year and 1 <= month <= 12  # noqa: PLR2004 - months
    return date(year, month, number) if known and 1 <= number <= calendar.monthrange(year, month)[1] else None


__all__ = [
    "SLASHED",
    "TWO_READINGS",
    "another_weekday",
    "in_order",
    "is_day_of",
    "is_no_day",
    "month_first",
    "no_such_day",
    "two_readings",
    "weekday_told",
    "why_unresolved",
]
