"""What each calendar expression means, seen from an anchor: one function a kind of expression.

A reading gets the groups of its match and returns a period, or None where the words name none. Knows no patterns.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from datetime import date, timedelta

from factcheck.domain import Precision
from factcheck.text import periods
from factcheck.text.date_words import (
    CENTURIES,
    COUNTS,
    DAYS,
    MONTHS,
    ORDINALS,
    PARTS,
    SEASONS,
    STEP,
    STEP_DE,
    UNITS,
    WEEKDAYS,
)
from factcheck.text.periods import Period

MONTHS_OF_YEAR = 12
_PIVOT = 69  # POSIX: 69-99 are of the 20th century


@dataclass(frozen=True, slots=True)
class Reading:
    """What a reading gets: the match, the anchor and whether the words around it look ahead."""

    groups: dict[str, str]
    anchor: date | None
    forward: bool
    past: bool = False
    named: Period | None = None  # the date named last before, which "two days later" and "that night" count from

    def year_of(self, month: int, day: int) -> int | None:
        """Return the year of a month and day: the one named, or the nearest in the direction told."""
        if self.groups.get("y"):
            return _whole_year(self.groups["y"])
        if self.anchor is None:
            return None
        soon = not self.past and periods.is_soon(self.anchor, month, day)
        return periods.nearest_year(self.anchor, month, day, forward=self.forward or soon)


def _whole_year(digits: str) -> int:
    """Return the year; "14" is one of this century, "86" one of the last."""
    number = int(digits)
    if len(digits) > 2:  # noqa: PLR2004 - the short form has two digits
        return number
    return number + (2000 if number < _PIVOT else 1900)


def _month_number(word: str) -> int:
    return MONTHS[word.lower().rstrip(".")]


def _count(word: str) -> int:
    return int(word) if word.isdigit() else COUNTS[word.lower()]


def day(r: Reading) -> Period | None:
    """Read a day of the calendar."""
    month = _month_number(r.groups["m"]) if "m" in r.groups else int(r.groups["mn"])
    number = int(r.groups["d"]) if "d" in r.groups else COUNTS[r.groups["dw"].lower()]
    year = r.year_of(month, number)
    return None if year is None else periods.day(year, month, number)


def days(r: Reading) -> Period | None:
    """Read a stretch of days."""
    month, first, last = _month_number(r.groups["m"]), int(r.groups["d"]), int(r.groups["e"])
    end_month = _month_number(r.groups["n"]) if r.groups.get("n") else month
    year = r.year_of(month, first)
    if year is None:
        return None
    low, high = periods.day(year, month, first), periods.day(year, end_month, last)
    return Period(low.start, high.end, Precision.INTERVAL) if low and high and low.start <= high.end else None


def month(r: Reading) -> Period | None:
    """Read a month, or a part of one."""
    number = _month_number(r.groups["m"])
    part = r.groups.get("part", "").lower()
    if step := STEP.get(r.groups.get("step", "").lower()):
        year = _stepped_month_year(r.anchor, number, step)
    elif "y" not in r.groups and r.anchor and r.anchor.month == number:
        year = r.anchor.year  # the month that runs is the nearest whichever way the words look
    else:
        year = r.year_of(number, 1)
    if year is None or not periods.MIN_YEAR <= year <= periods.MAX_YEAR:
        return None
    whole = periods.month(year, number)
    return periods.part_of(whole, _part(part)) if part else whole


def _stepped_month_year(anchor: date | None, number: int, step: int) -> int | None:
    if anchor is None:
        return None
    if step < 0:
        return anchor.year - (number >= anchor.month)
    return anchor.year + (number <= anchor.month)


def _part(word: str) -> str:
    return PARTS.get(word, "late")


def year(r: Reading) -> Period | None:
    """Read a year, or a part of one."""
    whole = periods.year(int(r.groups["y"]))
    part = r.groups.get("part", "").lower()
    return periods.part_of(whole, _part(part)) if part else whole


def years(r: Reading) -> Period | None:
    """Read "1979-81" and "between 2001 and 2005"."""
    first, last = int(r.groups["y"]), r.groups["z"]
    end = int(last) if len(last) == 4 else first // 100 * 100 + int(last)  # noqa: PLR2004 - "2008-12" has two digits
    return Period(date(first, 1, 1), date(end, 12, 31), Precision.INTERVAL) if first < end else None


def decade(r: Reading) -> Period | None:
    """Read "the 1980s", "the early 1980s"."""
    return _part_of_decade(r, int(r.groups["y"]))


def _part_of_decade(r: Reading, first: int) -> Period:
    part = r.groups.get("part", "").lower()
    low, high = {"early": (0, 3), "mid": (4, 6), "late": (7, 9)}.get(part, (0, 9))
    return Period(date(first + low, 1, 1), date(first + high, 12, 31), Precision.INTERVAL)


def quarter(r: Reading) -> Period | None:
    """Read a quarter of a year."""
    number = ORDINALS[r.groups["q"].lower()] if not r.groups["q"].isdigit() else int(r.groups["q"])
    if r.groups.get("y"):
        return periods.quarter(int(r.groups["y"]), number)
    if r.anchor is None:
        return None
    step = STEP.get(r.groups.get("step", "").lower())
    if step is not None:
        return periods.quarter(r.anchor.year + step, number)
    year = periods.nearest_year(r.anchor, 3 * number - 2, 1, forward=r.forward)
    return periods.quarter(year, number)


def season(r: Reading) -> Period | None:
    """Read a season, of a year that is named or the one about the anchor."""
    name = SEASONS[r.groups["s"].lower()]
    if r.groups.get("y"):
        return periods.season(int(r.groups["y"]), name)
    if r.anchor is None:
        return None
    this = periods.season(r.anchor.year, name)
    if name == "winter" and r.anchor.month < 3:  # noqa: PLR2004 - January belongs to the winter that began last year
        this = periods.season(r.anchor.year - 1, name)
    if part := r.groups.get("part"):
        return periods.part_of(this, _part(part.lower()))
    step = STEP.get(r.groups.get("step", "").lower(), 0)
    if step < 0 and this.end >= r.anchor:
        return periods.season(this.start.year - 1, name)
    if step > 0 and this.start <= r.anchor:
        return periods.season(this.start.year + 1, name)
    return this


def weekday(r: Reading) -> Period | None:
    """Read a weekday: the last one, or the next where the words look ahead."""
    if r.anchor is None:
        return None
    step = STEP.get(r.groups.get("step", "").lower())
    forward = r.forward if step is None else step >= 0
    strict = step is not None and step != 0
    return periods.weekday(r.anchor, WEEKDAYS[r.groups["w"].lower()], forward=forward, strict=strict)


def coming_weekday(r: Reading) -> Period | None:
    """Read "by Thursday", "midnight Thursday": a limit lies ahead, unless a verb in the past stands before it."""
    if r.anchor is None:
        return None
    return periods.weekday(r.anchor, WEEKDAYS[r.groups["w"].lower()], forward=r.forward or not r.past, strict=False)


def step(r: Reading) -> Period | None:
    """Read "last week", "this year", "early next month"."""
    if r.anchor is None:
        return None
    step, unit = STEP[r.groups["step"].lower()], r.groups["u"].lower()
    if unit == "weekend":
        saturday = periods.shift(r.anchor, "week", step).start + timedelta(days=5)
        return Period(saturday, saturday + timedelta(days=1), Precision.INTERVAL)
    if r.groups["step"].lower() == "past" and (low := _moved(r.anchor, unit, -1)):
        return Period(low, r.anchor, Precision.INTERVAL)
    previous = r.groups["step"].lower() == "previous" and r.named is not None and r.named.precision == UNITS[unit]
    whole = periods.shift(r.named.start if previous and r.named else r.anchor, UNITS[unit], step)
    part = r.groups.get("part", "").lower()
    return periods.part_of(whole, _part(part)) if part else whole


def part_of_this(r: Reading) -> Period | None:
    """Read "the end of the month"."""
    if r.anchor is None:
        return None
    return periods.part_of(periods.shift(r.anchor, UNITS[r.groups["u"].lower()], 0), _part(r.groups["part"].lower()))


def ago(r: Reading) -> Period | None:
    """Read "three weeks ago": the whole week, month or year."""
    return None if r.anchor is None else _shifted(r.anchor, r.groups["u"], -_count(r.groups["c"]))


def _shifted(anchor: date, unit: str, count: int) -> Period | None:
    try:
        return periods.shift(anchor, UNITS[unit.lower()], count)
    except (ValueError, OverflowError):  # before the first day of the calendar
        return None


def past(r: Reading) -> Period | None:
    """Read "the past two years": from so long before the anchor up to it; "the previous" ones end at the date named."""
    if r.anchor is None:
        return None
    if r.groups["step"] == "previous":
        if r.named is None or (low := _moved(r.named.start, r.groups["u"], -_count(r.groups["c"]))) is None:
            return None
        return Period(low, r.named.start - timedelta(days=1), Precision.INTERVAL)
    low = _moved(r.anchor, r.groups["u"], -_count(r.groups["c"]))
    return None if low is None else Period(low, r.anchor, Precision.INTERVAL)


def coming(r: Reading) -> Period | None:
    """Read "the next five years": from the anchor so far on."""
    if r.anchor is None:
        return None
    high = _moved(r.anchor, r.groups["u"], _count(r.groups["c"]))
    return None if high is None else Period(r.anchor, high, Precision.INTERVAL)


def _moved(anchor: date, unit: str, count: int) -> date | None:
    """Return the day that lies so many units away; the last day of a shorter month stands for a later one."""
    if unit == "hours":
        return anchor + timedelta(days=math.copysign(math.ceil(abs(count) / 24), count))
    name = UNITS[unit.lower()]
    if name in ("day", "week"):
        return anchor + timedelta(days=count * (7 if name == "week" else 1))
    months = count * {"month": 1, "quarter": 3, "year": 12, "decade": 120}[name]
    whole = periods.month(anchor.year, anchor.month + months)
    return whole.start.replace(day=min(anchor.day, whole.end.day))


def rest_of_this(r: Reading) -> Period | None:
    """Read "earlier this year" up to the anchor; "later this week" and "the rest of the year" from it."""
    if r.anchor is None:
        return None
    unit = r.groups["u"].lower()
    whole = season(replace(r, groups={"s": unit})) if unit in SEASONS else periods.shift(r.anchor, UNITS[unit], 0)
    if whole is None or not whole.start <= r.anchor <= whole.end:
        return whole
    if r.groups["part"].lower() == "earlier":
        return Period(whole.start, r.anchor, Precision.INTERVAL)
    return Period(r.anchor, whole.end, Precision.INTERVAL)


def week_of_month(r: Reading) -> Period | None:
    """Read "the last week of August": its last seven days."""
    whole = month(r)
    if whole is None:
        return None
    six = timedelta(days=6)
    first = whole.start if r.groups["q"] == "first" else whole.end - six
    return Period(first, first + six, Precision.WEEK)


def days_of_month(r: Reading) -> Period | None:
    """Read "the first ten days of June"."""
    whole, count = month(r), _count(r.groups["c"])
    if whole is None or not 1 <= count <= whole.end.day:
        return None
    span = timedelta(days=count - 1)
    if r.groups["q"] == "first":
        return Period(whole.start, whole.start + span, Precision.INTERVAL)
    return Period(whole.end - span, whole.end, Precision.INTERVAL)


def months(r: Reading) -> Period | None:
    """Read "October/December": from the first of the one to the last of the other; three of them are a quarter."""
    low, high = _month_number(r.groups["m"]), _month_number(r.groups["n"])
    first = r.year_of(low, 1)
    if first is None:
        return None
    count = (high - low) % 12 + 1
    quarterly = count == 3 and low % 3 == 1  # noqa: PLR2004 - the months of a quarter
    return periods.months(first, low, count, Precision.QUARTER if quarterly else Precision.INTERVAL)


def months_of_year(r: Reading) -> Period | None:
    """Read "the first nine months of the year"."""
    number, count = _year_named(r), _count(r.groups["c"])
    if number is None or not 1 <= count <= MONTHS_OF_YEAR:
        return None
    first = 1 if r.groups["q"] == "first" else MONTHS_OF_YEAR + 1 - count
    return periods.months(number, first, count, Precision.INTERVAL)


def half(r: Reading) -> Period | None:
    """Read "the second half of last year"."""
    number = _year_named(r)
    if number is None:
        return None
    return periods.months(number, 1 if r.groups["q"].lower() == "first" else 7, 6, Precision.INTERVAL)


def _year_named(r: Reading) -> int | None:
    if "y" in r.groups:
        return int(r.groups["y"])
    return r.anchor.year + STEP.get(r.groups["step"].lower(), 0) if r.anchor else None


def weekend(r: Reading) -> Period | None:
    """Read "the weekend": the last one, or the next where the words look ahead."""
    if r.anchor is None:
        return None
    saturday = periods.weekday(r.anchor, 5, forward=r.forward, strict=False).start
    return Period(saturday, saturday + timedelta(days=1), Precision.INTERVAL)


def prior(r: Reading) -> Period | None:
    """Read "the prior year": the one before the anchor's."""
    return None if r.anchor is None else _shifted(r.anchor, r.groups["u"], -1)


def century(r: Reading) -> Period | None:
    """Read "the 20th century"."""
    word = r.groups["c"].lower()
    first = ((CENTURIES.get(word) or int(word[:2])) - 1) * 100 + 1
    whole = Period(date(first, 1, 1), date(first + 99, 12, 31), Precision.INTERVAL)
    part = r.groups.get("part", "").lower()
    return periods.part_of(whole, part) if part else whole


def from_now(r: Reading) -> Period | None:
    """Read "two months from now": the whole month."""
    return None if r.anchor is None else _shifted(r.anchor, r.groups["u"], _count(r.groups["c"]))


_FINER = {"day": ("day",), "week": ("day", "week"), "month": ("day", "week", "month")}


def from_named(r: Reading) -> Period | None:
    """Read "two days later", "the next day", "that night": counted from the date named last, where it tells enough."""
    unit = UNITS[r.groups.get("u", "day").lower()]
    if r.named is None or r.named.precision not in _FINER.get(unit, (*_FINER["month"], "quarter", "season", "year")):
        return None
    way = {"later": 1, "next": 1, "following": 1, "earlier": -1, "before": -1, "preceding": -1, "previous": -1}
    return _shifted(r.named.start, unit, way.get(r.groups.get("way", ""), 0) * _count(r.groups.get("c", "one")))


def same_period(r: Reading) -> Period | None:
    """Read "the same 1999 period", "the same month last year": the months named last, in that year; else the year."""
    last = r.named.start if r.named else r.anchor
    if "y" in r.groups:
        number = int(r.groups["y"])
    elif last:
        number = last.year - 1
    else:
        return None
    if r.named is None or r.named.precision not in ("month", "quarter", "interval"):
        return periods.year(number)
    count = (r.named.end.year - r.named.start.year) * MONTHS_OF_YEAR + r.named.end.month - r.named.start.month + 1
    return periods.months(number, r.named.start.month, count, r.named.precision)


def earlier(r: Reading) -> Period | None:
    """Read "a year earlier": from the date named last; without one years, months and weeks count from the anchor."""
    counted = from_named(r)
    return counted if counted or UNITS[r.groups["u"]] == "day" else ago(r)


def german_step(r: Reading) -> Period | None:
    """Read "vergangene Woche", "letzten Freitag"."""
    if r.anchor is None:
        return None
    step = STEP_DE[r.groups["step"].lower()]
    if "w" in r.groups:
        number = WEEKDAYS[r.groups["w"].lower()]
        return periods.weekday(r.anchor, number, forward=step >= 0, strict=step != 0)
    return _shifted(r.anchor, r.groups["u"], step)


def german_part(r: Reading) -> Period | None:
    """Read "Ende Mai", "Anfang 2021"."""
    if "j" in r.groups:
        whole: Period | None = periods.year(int(r.groups["j"]))
    else:
        whole = month(replace(r, groups={name: word for name, word in r.groups.items() if name != "part"}))
    return periods.part_of(whole, _part(r.groups["part"].lower())) if whole else None


def short_decade(r: Reading) -> Period | None:
    """Read "the ’90s": of the century before this one."""
    return _part_of_decade(r, 1900 + int(r.groups.get("c") or r.groups["short"][1:]))


def attacks(_: Reading) -> Period | None:
    """Read "the Sept. 11 attacks": those of 2001."""
    return periods.day(2001, 9, 11)


def year_end(r: Reading) -> Period | None:
    """Read "year-end": the last day of the anchor's year."""
    return None if r.anchor is None else periods.day(r.anchor.year, 12, 31)


def holiday(r: Reading) -> Period | None:
    """Read a holiday that falls on one day: of the year that is named, else the one nearest in the direction told."""
    name = r.groups["h"].replace("'", "’")
    if name == "9/11":
        return attacks(r)
    if r.groups.get("y"):
        return periods.holiday(int(r.groups["y"]), name)
    if r.anchor is None:
        return None
    found = [periods.holiday(r.anchor.year + step, name) for step in (-1, 0, 1)]
    if r.forward:
        return next((day for day in found if day and day.start >= r.anchor), None)
    return next((day for day in reversed(found) if day and day.start <= r.anchor), None)


def named_day(r: Reading) -> Period | None:
    """Read "yesterday", "tonight"."""
    if r.anchor is None:
        return None
    word = r.groups["t"].lower()
    return periods.one_day(r.anchor + timedelta(days=DAYS.get(word, -1 if word == "last night" else 0)))
