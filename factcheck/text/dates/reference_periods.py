"""Periods that a text speaks of: dates joined to the stretch that they bound, without the days of saying and comparing.

"In the year to March 2024" is twelve months and not March; "between 2015 and 2020" is one period; in "40,000, up from
31,000 in 2022" the year is what is compared with; "figures published on Thursday" says nothing of what they count.
Reads each date as `text.dates` does.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from factcheck.domain import DateValue, Precision, Span
from factcheck.text.dates.finding import find_dates
from factcheck.text.quantities.numerals import written_value

_LENGTH = re.compile(
    r"\b(?:(?P<count>\d{1,3}|[a-z]+)[ -])?(?P<unit>year|month|quarter|week|day)s?,? "
    r"(?:to|ending|ended|up to|until|through)(?: (?:in|on|at|the end of|end of))? ?\Z",
    re.IGNORECASE,
)
_OPENS = re.compile(r"\b(?P<word>between|from|since|zwischen|von|seit)(?: the)? ?\Z", re.IGNORECASE)
_JOINT = re.compile(r" (?:and|to|until|till|through|und|bis)(?: the)? |\s?[-–—]\s?", re.IGNORECASE)
_SAYING = re.compile(
    r"\b(?:said|says|told|tells|announced|published|releas(?:ed|ing)|reported|stated|wrote|posted|issued|showed|"
    r"according to|presented|testified|tweeted|interview(?:ed)?|statement|press conference|speech|speaking)\b"
    r"[^.;,]{0,30}\Z",
    re.IGNORECASE,
)
_COMPARING = re.compile(
    r"(?:(?<!more )(?<!less )(?<!fewer )(?<!higher )(?<!lower )\bthan|\bcompared (?:with|to)|\bagainst|\bfrom)\b"
    r"(?:(?! to )(?:[^.;,]|,(?=\d))){0,40}\Z",
    re.IGNORECASE,
)
_DATELINE = re.compile(r"\A\s*[A-ZÄÖÜ][A-ZÄÖÜ .'’-]{2,40}, \Z")
"""What stands before the day in the head of a dispatch: "OSLO, Wednesday (Wire) - "."""
_BACK = 60
"""Characters before a date in which a cue for it stands: a clause."""
_DAYS = {"day": 1, "week": 7}
_MONTHS = {"month": 1, "quarter": 3, "year": 12}
_LONGEST = 240
"""Months; a longer stretch is no period that figures are given for."""


@dataclass(frozen=True, slots=True)
class SpokenPeriod:
    """A period in a text; `compared`: it is only what another one is compared with."""

    value: DateValue
    compared: bool = False


def find_periods(text: str, *, anchor: date | None, start: int = 0, end: int | None = None) -> tuple[SpokenPeriod, ...]:
    """Return the periods that `text[start:end]` speaks of, in order; spans count from the start of `text`."""
    return join_dates(text, find_dates(text, anchor=anchor, start=start, end=end), anchor=anchor, start=start)


def join_dates(
    text: str, dates: Iterable[DateValue], *, anchor: date | None, start: int = 0
) -> tuple[SpokenPeriod, ...]:
    """Return the same where the dates from `start` on are known."""
    found = [one for one in dates if one.start and one.end and one.span]
    return tuple(_periods(text, start, _joined(text, start, found, anchor)))


def _periods(text: str, start: int, values: Sequence[DateValue]) -> Iterator[SpokenPeriod]:
    for value in values:
        place = value.span.start if value.span else start
        before = text[max(start, place - _BACK) : place]
        if value.precision in (Precision.DAY, Precision.WEEK) and (
            _SAYING.search(before) or _DATELINE.match(text[max(0, place - _BACK) : place])
        ):
            continue
        yield SpokenPeriod(value, compared=_COMPARING.search(before) is not None)


def _joined(text: str, start: int, found: Sequence[DateValue], anchor: date | None) -> list[DateValue]:
    """Return the dates with those that bound a stretch as that stretch."""
    joined: list[DateValue] = []
    at = 0
    while at < len(found):
        one = found[at]
        before = text[max(start, _start(one) - _BACK) : _start(one)]
        opens = _OPENS.search(before)
        joint = _JOINT.fullmatch(text, _end(one), _start(found[at + 1])) if at + 1 < len(found) else None
        if joint and (opens or _is_range(joint.group(), one, found[at + 1])):
            begin = _start(one) - len(opens.group()) if opens else _start(one)
            joined.append(_stretch(text, one, found[at + 1], begin))
            at += 2
            continue
        if opens and one.rule == "months":  # "from December to March 2024" is one date already
            begin = _start(one) - len(opens.group())
            joined.append(replace(one, span=Span.cut(text, max(0, begin), _end(one)), rule="from-to"))
        elif opens and opens["word"].lower() in ("since", "seit") and anchor and one.start and anchor >= one.start:
            joined.append(replace(_stretch(text, one, one, _start(one) - len(opens.group())), end=anchor))
        else:
            joined.append(_back(text, before, one))
        at += 1
    return joined


def _back(text: str, before: str, one: DateValue) -> DateValue:
    """Return the months or days that end with a date, where that many are named before it ("the year to March")."""
    named = _LENGTH.search(before)
    if named is None or one.end is None:
        return one
    unit, count = named["unit"].lower(), _count(named["count"])
    if unit in _DAYS and one.precision is Precision.DAY:
        start = one.end - timedelta(days=_DAYS[unit] * count - 1)
    elif unit in _MONTHS and _MONTHS[unit] * count <= _LONGEST:
        start = _months_back(one.end, _MONTHS[unit] * count)
    else:
        return one
    span = Span.cut(text, _start(one) - len(named.group()), _end(one))
    return replace(one, start=start, precision=Precision.INTERVAL, span=span, rule="length-to")


def _count(word: str | None) -> int:
    """Return how many units are named; "the year" is one."""
    if not word:
        return 1
    if word.isdigit():
        return int(word) or 1
    value, used = written_value([word.lower()])
    return int(value) if used and value else 1


def _months_back(end: date, count: int) -> date:
    """Return the first day of the `count` months that end with the month, or on the day, of `end`."""
    after = end + timedelta(days=1)
    months = after.year * 12 + after.month - 1 - count
    day = min(after.day, 28)  # a day that each month has
    return date(months // 12, months % 12 + 1, day)


def _stretch(text: str, first: DateValue, last: DateValue, begin: int) -> DateValue:
    start, end = first.start, last.end
    if start and end and end < start:  # "from December to March": the year of the last is the one that is named
        start, end = (start.replace(year=start.year - 1, day=min(start.day, 28)), end) if _named(last) else (end, start)
    span = Span.cut(text, max(0, begin), _end(last))
    return DateValue(start=start, end=end, precision=Precision.INTERVAL, span=span, rule="from-to")


def _is_range(joint: str, one: DateValue, other: DateValue) -> bool:
    """Whether two dates bound a stretch without a word before them: "2019 to 2023", "March – May"."""
    return one.precision is other.precision and joint.strip().lower() not in ("and", "und")


def _named(value: DateValue) -> bool:
    return value.span is not None and re.search(r"\d{4}", value.span.text) is not None


def _start(value: DateValue) -> int:
    return value.span.start if value.span else 0


def _end(value: DateValue) -> int:
    return value.span.end if value.span else 0


__all__ = ["SpokenPeriod", "find_periods", "join_dates"]
