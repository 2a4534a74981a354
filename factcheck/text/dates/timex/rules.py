"""What a rule of the grammar is, and what its reading gets; the small readings that several kinds share.

A reading gets the groups of its match and returns a period, or None where the words name none.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from factcheck.domain import Precision
from factcheck.text.dates import periods
from factcheck.text.dates.periods import Period
from factcheck.text.dates.timex.direction import Direction
from factcheck.text.dates.timex.words import COUNTS, MONTHS, PARTS, SEASONS, STEP, UNITS, WEEKDAYS

DIGITS, YEAR, SLASHED, CLIPPED, DOTTED = "digits", "year with four digits", "3/14", "’98", "03.12.98"
DASHED, POINTED, TENS = "2014-15", "3. 12.", "80s"
"""What stands for numerals among the words that a rule needs."""
_PIVOT = 69  # POSIX: 69-99 are of the 20th century


@dataclass(frozen=True)
class Reading:
    """What a reading gets: the match, the anchor and what tells which way the words around it look."""

    groups: dict[str, str]
    anchor: date | None
    look: Callable[[], Direction]
    fiscal: int = periods.MONTHS_OF_YEAR  # the month in which the fiscal year ends, where the text dates it
    named: Period | None = None  # the date named last before, which "two days later" and "that night" count from

    def year_of(self, month: int, day: int) -> int | None:
        """Return the year of a month and day: the one named, or the nearest in the direction told."""
        if self.groups.get("y"):
            return whole_year(self.groups["y"])
        if self.anchor is None:
            return None
        soon = not self.looks.done and periods.is_soon(self.anchor, month, day, told_past=self.looks.past)
        recent = periods.is_recent(self.anchor, month, day, coming=self.looks.coming)
        return periods.nearest_year(self.anchor, month, day, forward=(self.forward and not recent) or soon)

    def fiscal_year(self, at: date, step: int) -> Period:
        """Return the fiscal year some steps from the one that holds `at`: of twelve months, as the text dates it."""
        last = at.year + (at.month > self.fiscal) + step
        return periods.months(last, self.fiscal - periods.MONTHS_OF_YEAR + 1, periods.MONTHS_OF_YEAR, Precision.YEAR)

    @cached_property
    def looks(self) -> Direction:
        """Which way the words around look; worked out when a reading asks, as half of them never do."""
        return self.look()

    @property
    def forward(self) -> bool:
        """Whether the words look ahead."""
        return self.looks.forward


Read = Callable[[Reading], Period | None]


@dataclass(frozen=True, slots=True)
class Rule:
    """One kind of expression. `needs`: of each of these sets a word must stand in the text, or nothing can match.

    `german`: it is none in English text ("macOS 10.12.16").
    """

    name: str
    pattern: re.Pattern[str]
    read: Read
    needs: tuple[frozenset[str], ...]
    german: bool = False


def rule(name: str, pattern: str, read: Read, *needs: frozenset[str], german: bool = False) -> Rule:
    """Return a rule; what it `needs` is held against its pattern by a test."""
    return Rule(name, re.compile(pattern), read, needs, german)


def word_set(words: str) -> frozenset[str]:
    """Return the words as they are looked for in a text: one lower-case run of letters each."""
    return frozenset(words.lower().split())


A_NUMBER, A_YEAR, A_SLASH, A_CLIPPED_YEAR, TWO_DOTS, A_DASH, A_DOT, A_DECADE = (
    frozenset([one]) for one in (DIGITS, YEAR, SLASHED, CLIPPED, DOTTED, DASHED, POINTED, TENS)
)
A_MONTH, A_WEEKDAY, A_SEASON, A_STEP = (frozenset(table) for table in (MONTHS, WEEKDAYS, SEASONS, STEP))
A_BOUND = word_set("end beginning start middle")
A_SIZE = word_set("week month year quarter weekend decade century")


def whole_year(digits: str) -> int:
    """Return the year; "14" is one of this century, "86" one of the last."""
    number = int(digits)
    if len(digits) > 2:  # noqa: PLR2004 - the short form has two digits
        return number
    return number + (2000 if number < _PIVOT else 1900)


def month_number(word: str) -> int:
    """Return the number of a month, as written in full or short."""
    return MONTHS[word.lower().rstrip(".")]


def count_of(word: str) -> int:
    """Return a number in digits or in words."""
    return int(word) if word.isdigit() else COUNTS[word.lower()]


def part_named(word: str) -> str:
    """Return which part of a period a word names."""
    return PARTS.get(word, "late")


def shifted(anchor: date, unit: str, count: int) -> Period | None:
    """Return the day, week, month or year so many units away; None before the first day of the calendar.

    "A century ago" is the year that lies a hundred years back.
    """
    if UNITS[unit.lower()] == "century":
        unit, count = "year", 100 * count
    try:
        return periods.shift(anchor, UNITS[unit.lower()], count)
    except (ValueError, OverflowError):  # before the first day of the calendar
        return None


def moved(anchor: date, unit: str, count: int) -> date | None:
    """Return the day that lies so many units away; the last day of a shorter month stands for a later one."""
    if unit == "hours":
        return anchor + timedelta(days=math.copysign(math.ceil(abs(count) / 24), count))
    name = UNITS[unit.lower()]
    if name in ("day", "week"):
        return anchor + timedelta(days=count * (7 if name == "week" else 1))
    months = count * {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}[name]
    whole = periods.month(anchor.year, anchor.month + months)
    return whole.start.replace(day=min(anchor.day, whole.end.day))
