"""Years that a date does not name: two texts of two years may each speak of its own.

Levels: *another year's* (neither text names a year, and their datelines lie apart); *one year inferred* ("in March"
beside "March 2019": it may be the same March); *of one season* (it would fit in the year before or after).
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from factcheck.domain import DateValue, Precision

YEAR_WIDTH = 366
_ANOTHER_YEAR, _ANOTHER_WEEK = timedelta(days=300), timedelta(days=14)
WEEKDAY = "weekday"
NAMED_YEAR = re.compile(r"\d{4}|['’]\d\d\b")


def by_datelines(one: DateValue, other: DateValue) -> bool:
    """Whether two dates differ by years that neither text names: each speaks of its own year's event.

    Two bare weekdays of different weeks are each of its own week.
    """
    if one.start is None or other.start is None:
        return False
    weekly = one.rule == other.rule == WEEKDAY
    if abs(one.start - other.start) < (_ANOTHER_WEEK if weekly else _ANOTHER_YEAR):
        return False
    return not any(value.span is not None and NAMED_YEAR.search(value.span.text) for value in (one, other))


def differ_by_inferred_year(one: DateValue, other: DateValue) -> bool:
    """Whether one text has the month or day of the other and names no year: "in March" may be that of "March 2019"."""
    if one.start is None or other.start is None or _has_year(one) == _has_year(other):
        return False
    precisions = {one.precision, other.precision}
    days = precisions == {Precision.DAY}
    alike = one.start.day == other.start.day if days else precisions <= {Precision.DAY, Precision.MONTH}
    return alike and one.start.month == other.start.month


def _has_year(value: DateValue) -> bool:
    return value.span is not None and NAMED_YEAR.search(value.span.text) is not None


def overlap(one: DateValue, other: DateValue) -> bool:
    """Tell whether two periods share a day."""
    return other.start is not None and other.end is not None and _meets(one, other.start, other.end)


def _meets(one: DateValue, start: date, end: date) -> bool:
    return one.start is not None and one.end is not None and one.start <= end and start <= one.end


def same_season(one: DateValue, other: DateValue) -> bool:
    """Whether a date without a year would fit in the year before or after: the year was only inferred."""
    if other.span is None or NAMED_YEAR.search(other.span.text) or not re.search(r"[A-Za-z]{3}", other.span.text):
        return False
    if (
        other.start is None
        or other.end is None
        or other.precision not in (Precision.DAY, Precision.MONTH, Precision.INTERVAL)
    ):
        return False
    shifts = (timedelta(days=YEAR_WIDTH - 1), -timedelta(days=YEAR_WIDTH - 1))
    return any(_meets(one, other.start + by, other.end + by) for by in shifts)
