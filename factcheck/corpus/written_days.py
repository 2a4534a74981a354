"""Days as archives write them in words or in one number: "4. März 2020", "Sun, 1 Mar 2020", 1617235200. Pure.

A month without a day is no day, and a year of two figures may be of two centuries: both are left alone.
"""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache

DAYS_KEPT = 4096
"""Values that stay read, since the documents of one day write it alike; eleven years of them."""
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_EARLIEST, _LATEST = 1990, 2100
"""Years that a number of seconds may stand for; before them no archive counted seconds."""

_OTHERS = (
    ("janvier", "enero", "gennaio", "janeiro", "januari", "stycznia"),
    ("février", "fevrier", "febrero", "febbraio", "fevereiro", "februari", "lutego"),
    ("mars", "marzo", "março", "maart", "mrz", "maerz", "marca"),
    ("avril", "abril", "aprile", "kwietnia"),
    ("mayo", "maggio", "maio", "mei", "maj", "maja"),
    ("juin", "junio", "giugno", "junho", "czerwca"),
    ("juillet", "julio", "luglio", "julho", "lipca"),
    ("août", "aout", "agosto", "augustus", "augusti", "sierpnia"),
    ("septembre", "septiembre", "settembre", "setembro", "września"),
    ("octobre", "octubre", "ottobre", "outubro", "okt", "października"),
    ("novembre", "noviembre", "novembro", "listopada"),
    ("décembre", "decembre", "diciembre", "dicembre", "dezembro", "dez", "grudnia"),
)
"""Months of French, Spanish, Italian, Portuguese, Dutch, Swedish, Polish (as dates have them), and short German ones;
`text` has the others."""
_CROATIAN = re.compile(r"\.\s*listopada", re.IGNORECASE)
"""October there, with a point behind the day; November in Polish, without."""

_NAMED = r"(?P<month>[^\W\d_]{3,12})\.?"
_YEAR = r"(?:,?[ ]+(?:de[ ]+|del[ ]+)?|-)(?P<year>[12]\d{3})(?!\d)"
_DAY = r"(?P<day>\d{1,2})(?:\.|st|nd|rd|th|er|º)?"
_WEEKDAY = r"\s*(?:[^\W\d_]{2,12}\.?,?[ ]+(?:den[ ]+)?)?"
_DAY_FIRST = re.compile(rf"{_WEEKDAY}{_DAY}(?:[ ]+(?:de[ ]+)?|-){_NAMED}{_YEAR}", re.IGNORECASE)
_MONTH_FIRST = re.compile(rf"{_WEEKDAY}{_NAMED}[ ]+{_DAY}{_YEAR}", re.IGNORECASE)
_YEAR_FIRST = re.compile(r"\s*(?P<year>[12]\d{3})[./](?P<month>\d{1,2})[./](?P<day>\d{1,2})(?!\d)")
_APART = re.compile(r"\s*(?P<day>\d{1,2})\.[ ]*(?P<month>\d{1,2})\.[ ]*(?P<year>[12]\d{3})(?!\d)")
_STAMP = re.compile(r"\s*(?P<year>[12]\d{3})(?P<month>\d\d)(?P<day>\d\d)(?:T?(?:[01]\d|2[0-3])(?:[0-5]\d){0,2}Z?)?\s*$")
_SECONDS = re.compile(r"\s*(\d{9,10})(?:\d{3})?(?:\.\d+)?\s*$")
_SHAPES = (_DAY_FIRST, _MONTH_FIRST, _YEAR_FIRST, _APART, _STAMP)


@lru_cache(DAYS_KEPT)
def written_day(value: str) -> date | None:
    """Return the day that a value names; None where it names none, or may name several."""
    for shape in _SHAPES if not _CROATIAN.search(value) else ():
        if (found := shape.match(value)) and (day := _day(**found.groupdict())):
            return day
    return _counted(value)


def _day(year: str, month: str, day: str) -> date | None:
    number = int(month) if month.isdecimal() else _months().get(month.casefold(), 0)
    try:
        return date(int(year), number, int(day))
    except ValueError:
        return None


def _counted(value: str) -> date | None:
    """Return the day of a number of seconds or milliseconds since 1970, as web shops of news export it."""
    found = _SECONDS.match(value)
    day = (EPOCH + timedelta(seconds=int(found[1]))).date() if found else None
    return day if day and _EARLIEST <= day.year <= _LATEST else None


@lru_cache(1)
def _months() -> dict[str, int]:
    from factcheck.text.dates.timex.words import MONTHS

    others = {word: number for number, words in enumerate(_OTHERS, start=1) for word in words}
    return {**others, **MONTHS}
