"""Dates that name no one day: "March 2020", 03/04/2020. They are left out and told, or read in an order that was given.

A source has a day or none: a month would be searched for, sorted and compared as if it were its first day.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date

from factcheck.corpus.address_days import address_day
from factcheck.corpus.records import HAS_A_DATE, encodable, no_date, parse_date, two_days
from factcheck.domain import Problem

DAYS_AHEAD = 31
"""What may be dated so far ahead: magazines, by the month that they are sold in. Our own choice."""
BY_ADDRESS = "states no day for certain"
"""How it begins what is said of a day that was taken from an address."""
_NAME_A_DAY = "give the day where it is known; `--columns published=NAME` takes the dates of another column"


def undated(value: str, path: str) -> Problem | None:
    """Tell why a value gives no day; None where it gives one, where there is none, or where it was told as wrong."""
    if not value.strip() or parse_date(value) or no_date(value, path):
        return None
    if doubt := two_days(value, path):
        return doubt
    reason = f"{HAS_A_DATE} names no day ({value.strip()[:40]!r}); it is kept without one"
    return Problem(path=path, reason=encodable(reason), remedy=_NAME_A_DAY)


def not_yet(value: str, path: str, today: date | None) -> Problem | None:
    """Tell of a day of publication that is still far ahead: some systems write 9999-12-31 for none."""
    day = parse_date(value) if today else None
    if not day or not today or (day - today).days <= DAYS_AHEAD:
        return None
    reason = f"{HAS_A_DATE} is still to come ({value.strip()[:40]!r}); it is kept without one"
    return Problem(path=path, reason=encodable(reason), remedy="mend the date and add it again")


def filed_day(value: str, addresses: Iterable[str]) -> str:
    """Return the day (YYYY-MM-DD) in the first address that has one, where a value gives none; else ""."""
    if parse_date(value):
        return ""
    day = next(filter(None, map(address_day, addresses)), None)
    return day.isoformat() if day else ""


def filed_told(day: str, path: str) -> Problem:
    """Tell that a day is that of an address."""
    return Problem(
        path=path, reason=f"{BY_ADDRESS}; {day} is that of its address", remedy="look for the day on the page"
    )


def heading_told(day: str, path: str) -> Problem:
    """Tell that a day is from the heading of a record."""
    reason = f"{BY_ADDRESS}; {day} is from its heading"
    return Problem(path=path, reason=reason, remedy="look in it whether it was released on that day")


class Undated:
    """The records of a file whose dates name no day: of each kind the first is told, with the number of the others."""

    def __init__(self) -> None:
        self._first: dict[str, Problem] = {}
        self._others: dict[str, int] = {}

    def note(self, fields: Mapping[str, str], path: str) -> None:
        """Note a record that has no day."""
        if doubt := undated(fields.get("published", ""), path):
            self._others[doubt.remedy] = self._others.get(doubt.remedy, -1) + 1
            self._first.setdefault(doubt.remedy, doubt)

    def told(self) -> Iterator[Problem]:
        """Yield a problem of each kind."""
        for remedy, first in self._first.items():
            others = self._others[remedy]
            yield replace(first, reason=f"{first.reason}, as are {others} more of its file") if others else first
