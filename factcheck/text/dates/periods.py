"""Calendar arithmetic: periods (both ends inclusive) and how partial dates are placed around an anchor.

Knows no text. Weeks begin on Monday (ISO 8601); seasons are the meteorological ones of the northern hemisphere.
"""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date, timedelta

from factcheck.domain import DateValue, Precision

SOON = 92  # days; a date without a year so close ahead, with no past verb before it, is taken as coming
VERY_SOON = 31  # days; nor is it one of last year whatever the verb: that would be told "last July", or with its year
RECENT = 75  # days; "the February figures will help", said in April: figures and meetings are named so for two months
JUST_PASSED = 14  # days; what "will be" so shortly before the dateline was written before it, and is no year away
MIN_YEAR, MAX_YEAR = 1000, 2999  # years that an article can sensibly name
MONTHS_OF_YEAR = 12
_SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "winter": 12}  # first month
_LONG = 1000  # days; the "end" of a decade is its last third, that of a year its last month
_THIRDS = {"early": (1, 10), "mid": (11, 20), "late": (21, 31)}

_FIXED_DAYS = {
    "new years day": (1, 1),
    "new years eve": (12, 31),
    "valentines day": (2, 14),
    "st patricks day": (3, 17),
    "earth day": (4, 22),
    "may day": (5, 1),
    "cinco de mayo": (5, 5),
    "flag day": (6, 14),
    "juneteenth": (6, 19),
    "independence day": (7, 4),
    "fourth of july": (7, 4),
    "halloween": (10, 31),
    "veterans day": (11, 11),
    "christmas eve": (12, 24),
    "christmas": (12, 25),
    "christmas day": (12, 25),
    "boxing day": (12, 26),
    "inauguration day": (1, 20),
    "burns night": (1, 25),
    "australia day": (1, 26),
    "international womens day": (3, 8),
    "anzac day": (4, 25),
    "ve day": (5, 8),
    "canada day": (7, 1),
    "bastille day": (7, 14),
    "bonfire night": (11, 5),
    **dict.fromkeys(("remembrance day", "armistice day"), (11, 11)),
    **dict.fromkeys(("hogmanay", "silvester"), (12, 31)),
    "heiligabend": (12, 24),
    "weihnachten": (12, 25),
    "neujahr": (1, 1),
    "tag der deutschen einheit": (10, 3),
}
_NTH_WEEKDAYS = {
    **dict.fromkeys(("martin luther king jr day", "martin luther king day", "mlk day"), (1, 0, 3, 0)),
    "presidents day": (2, 0, 3, 0),
    "mothers day": (5, 6, 2, 0),
    "memorial day": (5, 0, -1, 0),
    "fathers day": (6, 6, 3, 0),
    "labor day": (9, 0, 1, 0),
    **dict.fromkeys(("columbus day", "indigenous peoples day"), (10, 0, 2, 0)),
    **dict.fromkeys(("thanksgiving", "thanksgiving day"), (11, 3, 4, 0)),
    "black friday": (11, 3, 4, 1),
    "cyber monday": (11, 3, 4, 4),
    "election day": (11, 0, 1, 1),
}  # month, weekday (Monday 0), which of them (-1: the last), days after it
_SUPER_TUESDAYS = {2000: (3, 7), 2004: (3, 2), 2008: (2, 5), 2012: (3, 6), 2016: (3, 1), 2020: (3, 3), 2024: (3, 5)}
_FROM_EASTER = {
    "ash wednesday": -46,
    "palm sunday": -7,
    "good friday": -2,
    "easter sunday": 0,
    "easter": 0,
    "easter monday": 1,
    "shrove tuesday": -47,
    "maundy thursday": -3,
    "whit monday": 50,
    "karfreitag": -2,
    "ostersonntag": 0,
    "ostermontag": 1,
    "pfingstmontag": 50,
}


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of days and how exactly it was named."""

    start: date
    end: date
    precision: Precision


def day(year: int, month: int, number: int) -> Period | None:
    """Return one day, or None where the calendar has none such."""
    if not (MIN_YEAR <= year <= MAX_YEAR and 1 <= month <= MONTHS_OF_YEAR):
        return None
    if not 1 <= number <= calendar.monthrange(year, month)[1]:
        return None
    at = date(year, month, number)
    return Period(at, at, Precision.DAY)


def one_day(at: date) -> Period:
    """Return `at` as a period."""
    return Period(at, at, Precision.DAY)


def week(at: date) -> Period:
    """Return the week that holds `at`."""
    monday = at - timedelta(days=at.weekday())
    return Period(monday, monday + timedelta(days=6), Precision.WEEK)


def month(year: int, number: int) -> Period:
    """Return a month; `number` may run over, as in month 13 of last year."""
    year, number = year + (number - 1) // 12, (number - 1) % 12 + 1
    return Period(date(year, number, 1), date(year, number, calendar.monthrange(year, number)[1]), Precision.MONTH)


def months(year: int, first: int, count: int, precision: Precision) -> Period:
    """Return `count` months from month `first` on."""
    return Period(month(year, first).start, month(year, first + count - 1).end, precision)


def quarter(year: int, number: int) -> Period:
    """Return a quarter of the calendar year (fiscal years differ and are not known here)."""
    return months(year, 3 * number - 2, 3, Precision.QUARTER)


def season(year: int, name: str) -> Period:
    """Return the season that begins in `year`."""
    return months(year, _SEASONS[name], 3, Precision.SEASON)


def year(number: int) -> Period:
    """Return a whole year."""
    return Period(date(number, 1, 1), date(number, 12, 31), Precision.YEAR)


def part_of_month(whole: Period, part: str) -> Period:
    """Return the "early", "mid" or "late" third of a month."""
    first, last = _THIRDS[part]
    return Period(whole.start.replace(day=first), whole.start.replace(day=min(last, whole.end.day)), Precision.INTERVAL)


def part_of(whole: Period, part: str) -> Period:
    """Return a part of a period: "early", "mid", "late" by thirds, "start" and "end" of a year by a month.

    The "start" and "end" of a month are its "early" and "late" third.
    """
    if whole.precision is Precision.MONTH:
        return part_of_month(whole, {"start": "early", "end": "late"}.get(part, part))
    length = (whole.end - whole.start).days + 1
    if part in _THIRDS or length > _LONG:
        part = {"start": "early", "end": "late"}.get(part, part)
        index = ("early", "mid", "late").index(part)
        low, high = length * index // 3, length * (index + 1) // 3 - 1
    else:
        edge = 31 if length > 31 else 7  # noqa: PLR2004 - the last month of a year or quarter
        low, high = (0, edge - 1) if part == "start" else (max(0, length - edge), length - 1)
    return Period(whole.start + timedelta(days=low), whole.start + timedelta(days=high), Precision.INTERVAL)


def shift(at: date, unit: str, count: int) -> Period:
    """Return the day, week, month or year that lies `count` of them from `at` (negative: before)."""
    if unit == "day":
        return one_day(at + timedelta(days=count))
    if unit == "week":
        return week(at + timedelta(weeks=count))
    if unit == "month":
        return month(at.year, at.month + count)
    if unit == "quarter":
        return quarter(at.year + ((at.month - 1) // 3 + count) // 4, ((at.month - 1) // 3 + count) % 4 + 1)
    if unit in ("decade", "century"):
        length = 10 if unit == "decade" else 100
        first = at.year // length * length + length * count
        return Period(date(first, 1, 1), date(first + length - 1, 12, 31), Precision.INTERVAL)
    return year(at.year + count)


def weekday(at: date, number: int, *, forward: bool, strict: bool) -> Period:
    """Return the nearest day with that weekday (Monday 0) before or after `at`; `strict`: not `at` itself."""
    gap = (number - at.weekday()) % 7 if forward else (at.weekday() - number) % 7
    if strict and gap == 0:
        gap = 7
    return one_day(at + timedelta(days=gap if forward else -gap))


def is_soon(anchor: date, month_number: int, day_number: int, *, told_past: bool = False) -> bool:
    """Tell whether a month and day come so shortly after `anchor` that they are hardly those of last year.

    `told_past`: a verb in the past stands before them.
    """
    try:
        ahead = date(anchor.year + ((month_number, day_number) < (anchor.month, anchor.day)), month_number, day_number)
    except ValueError:  # 29 February
        return False
    return 0 < (ahead - anchor).days <= (VERY_SOON if told_past else SOON)


def is_recent(anchor: date, month_number: int, day_number: int, *, coming: bool = False) -> bool:
    """Tell whether a month and day lie so shortly behind `anchor` that they are hardly those of next year.

    `coming`: the words say that they are yet to come.
    """
    try:
        behind = date(anchor.year - ((month_number, day_number) > (anchor.month, anchor.day)), month_number, day_number)
    except ValueError:  # 29 February
        return False
    return 0 <= (anchor - behind).days <= (JUST_PASSED if coming else RECENT)


def nearest_year(anchor: date, month_number: int, day_number: int, *, forward: bool) -> int:
    """Return the year in which a month and day last came (or, `forward`, next comes) as seen from `anchor`."""
    passed = (month_number, day_number) <= (anchor.month, anchor.day)
    if forward:
        return anchor.year + (passed and (month_number, day_number) != (anchor.month, anchor.day))
    return anchor.year - (not passed)


def holiday(year_number: int, name: str) -> Period | None:
    """Return a holiday of the United States or of Christmas and New Year, by its key; None where there is none.

    Source: 5 U.S.C. 6103; Election Day, 2 U.S.C. 7: the Tuesday after the first Monday of November.
    """
    if name in _FIXED_DAYS:
        return day(year_number, *_FIXED_DAYS[name])
    if name in _FROM_EASTER:
        return one_day(_easter(year_number) + timedelta(days=_FROM_EASTER[name]))
    if name in _NTH_WEEKDAYS:
        month_number, number, which, after = _NTH_WEEKDAYS[name]
        return one_day(_nth_weekday(year_number, month_number, number, which) + timedelta(days=after))
    return day(year_number, *_SUPER_TUESDAYS[year_number]) if year_number in _SUPER_TUESDAYS else None


def _easter(year_number: int) -> date:
    """Return Easter Sunday of the Gregorian calendar (Meeus, Jones and Butcher's algorithm of 1876)."""
    golden, century, rest = year_number % 19, year_number // 100, year_number % 100
    epact = (19 * golden + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    to_sunday = (32 + 2 * (century % 4) + 2 * (rest // 4) - epact - rest % 4) % 7
    late = (golden + 11 * epact + 22 * to_sunday) // 451
    months_and_days = epact + to_sunday - 7 * late + 114
    return date(year_number, months_and_days // 31, months_and_days % 31 + 1)


def _nth_weekday(year_number: int, month_number: int, number: int, which: int) -> date:
    whole = month(year_number, month_number)
    if which < 0:
        return whole.end - timedelta(days=(whole.end.weekday() - number) % 7)
    first = whole.start + timedelta(days=(number - whole.start.weekday()) % 7)
    return first + timedelta(weeks=which - 1)


def period_words(value: DateValue) -> str:
    """Write a period as short as it is exact: "2023", "2023-03", "2015 to 2020", "until 2024-05-02"."""
    if value.start is None or value.end is None:
        return f"until {value.end}" if value.end else f"since {value.start}" if value.start else "an unknown time"
    start, end = value.start, value.end
    if start == end:
        return start.isoformat()
    after = end + timedelta(days=1) if end < date.max else end
    if (start.month, start.day, after.month, after.day) == (1, 1, 1, 1):
        return _from_to(str(start.year), str(end.year))
    if start.day == after.day == 1:
        return _from_to(f"{start:%Y-%m}", f"{end:%Y-%m}")
    return _from_to(start.isoformat(), end.isoformat())


def _from_to(first: str, last: str) -> str:
    return first if first == last else f"{first} to {last}"
