"""The day under which a site files a page: "/2024/11/14/harbour", "/2024/nov/14/harbour", "/2024-11-14-harbour". Pure.

Digits in one row may be a number, a day behind words is one that the page is about, and a month alone is no day.
"""

from __future__ import annotations

import re
from datetime import date

from factcheck.corpus.records import parse_date

_EARLIEST = 1990
"""No page has an older address."""
_IN_PATH = re.compile(
    r"/(?P<year>(?:19|20)\d\d)(?:/(?P<month>\d{1,2}|[a-z]{3,9})/(?P<day>\d{1,2})(?=/|\Z)"
    r"|-(?P<in_figures>\d\d-\d\d)(?=[/._-]|\Z))",
    re.IGNORECASE,
)
_OF_EVENTS = re.compile(
    r"/(?:events?|calendar|kalender|termine|veranstaltungen|agenda|program(?:me)?s?|tv|fixtures|schedules?|history|"
    r"on-this-day)/",
    re.IGNORECASE,
)
"""A part of a path below which a day is that of what is announced."""


def address_day(url: str) -> date | None:
    """Return the day in the path of an address; None where it has none, or several."""
    path = re.sub(r"\A[^/]*//[^/]*", "", url).partition("?")[0].partition("#")[0]
    found = [_day_of(one) for one in _IN_PATH.finditer(path)]
    if len(found) != 1 or found[0] is None or _OF_EVENTS.search(path):
        return None
    return found[0] if found[0].year >= _EARLIEST else None


def _day_of(found: re.Match[str]) -> date | None:
    if found["in_figures"]:
        return parse_date(f"{found['year']}-{found['in_figures']}")
    if found["month"].isdigit():
        return parse_date(f"{found['year']}-{found['month']}-{found['day']}")
    return parse_date(f"{found['day']} {found['month']} {found['year']}")
