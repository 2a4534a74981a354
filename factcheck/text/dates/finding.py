"""Find dates and periods in English and German text and resolve them against an anchor, usually the dateline.

Method: a grammar of expressions (`timex`: a pattern and a reading each), longest match first. General date
searchers read "we" as Wednesday and "may" as May; here a bare word counts only with a preposition or a number.
Without a year a date is the latest one not after the anchor, or the next one where the words around it are about the
future or it is near. Moving feasts other than Easter's and times of day are not known, nor is a fiscal year that the
text does not date.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from itertools import zip_longest

from factcheck.domain import DateValue, Precision, Span
from factcheck.text.dates import periods
from factcheck.text.dates.periods import Period
from factcheck.text.dates.timex.direction import Direction, direction
from factcheck.text.dates.timex.grammar import rules_for
from factcheck.text.dates.timex.quarters import fiscal_year_end
from factcheck.text.dates.timex.rules import Reading, Rule, count_of, part_named, shifted
from factcheck.text.dates.timex.words import COUNT_WORDS, UNIT_WORDS, UNITS
from factcheck.text.dates.unresolved import (
    SLASHED,
    TWO_READINGS,
    in_order,
    is_day_of,
    is_no_day,
    month_first,
    no_such_day,
    two_readings,
    weekday_behind_counted,
    weekday_told,
)
from factcheck.text.languages.language import SAMPLE, is_german_sentence

_NEAR = 300  # characters: about two sentences
_FEW = 4  # dates that are looked back at
_INSERTION = 90  # characters of a clause that is put in
_INSERTED = re.compile(
    r",\s(?:which|who|whose|founded|born|built|opened|established|created|launched|elected|first|once)\b[^,.;()]*$"
)
_GERMAN_MONTHS = r"(?:Jan|Feb|März|Mai|Jun|Jul|Aug|Sept|Okt|Nov|Dez|Apr)"
_SENTENCE_EDGE = re.compile(rf"[.!?]\s+(?=[A-ZÄÖÜ“\"])(?!(?<=\d\.\s){_GERMAN_MONTHS})|\n\s*\n")
_PAIRED = re.compile(r"(?:['’]s)?,?\s?(?:and|or|to|through|until|-|–)\s?(?:the\s)?(?:(?:early|late|mid)[-\s])?")
_PARTED = (
    "quarter",
    "year-quarter",
    "decade",
    "short-decade",
    "century",
    "season",
    "step-season",
    "fiscal-year",
    "half",
)
_PART_OF = re.compile(
    r"\b(?:(?:[Tt]he\s)?(?P<part>[Ee]nd|[Bb]eginning|[Ss]tart|[Mm]iddle)\sof\s|"
    r"(?P<part2>[Ee]arly|[Ll]ate)\s(?:in\s)?|(?P<part3>[Mm]id)-)$"
)
_COUNTED_FROM = re.compile(
    rf"(?<![\w-])(?:(?P<c>{COUNT_WORDS})\s(?P<u>{UNIT_WORDS})|the\s(?P<u2>day|week|month|year))\s"
    r"(?P<way>after|before|following)\s(?:the\s)?$"
)
_WEEK = 7  # days
_COUNTED_REACH = 40  # characters of "twenty-five months before the"
_DAY = (Precision.DAY,)
_COUNTED_FROM_EACH = {"day": _DAY, "week": _DAY, "month": (*_DAY, Precision.MONTH), "year": (*_DAY, Precision.YEAR)}
_WEEKDAY_RULES = ("weekday", "by-weekday")
_ENDS_IN_YEAR = re.compile(r"(?:1[5-9]|20)\d\d$")


_STRETCH_END = re.compile(r"\n\s|[.!?](?<=[a-z]{4}.)[”\"]?\s(?=[A-Z“\"])")
"""A paragraph or plainly a sentence ends; a shorter word before the full stop may be a month ("Sept. 5")."""
_Hit = tuple[int, int, Rule, re.Match[str]]


@dataclass(frozen=True)
class _Scene:
    """What all readings of a stretch of a text share; what few of them ask for is worked out when one does."""

    text: str
    anchor: date | None
    start: int
    stop: int
    month_first: bool | None

    @cached_property
    def edges(self) -> list[int]:
        """Where its sentences end."""
        return [match.end() for match in _SENTENCE_EDGE.finditer(self.text, self.start, self.stop)]

    @cached_property
    def fiscal(self) -> int:
        """The month in which the fiscal year ends that it dates."""
        return fiscal_year_end(self.text, self.start, self.stop)

    @cached_property
    def german(self) -> bool:
        """Whether it is German."""
        return is_german_sentence(self.text[self.start : min(self.stop, self.start + SAMPLE)], within_german=False)


def find_dates(
    text: str, *, anchor: date | None, start: int = 0, end: int | None = None, unresolved: bool = False
) -> list[DateValue]:
    """Return the dates and periods in `text[start:end]`, resolved, in order and without overlap.

    Spans hold the expression without its preposition and count from the start of `text`. Without `anchor`, what
    cannot be resolved ("last Friday", "June 2") is left out. `unresolved`: with the days that the calendar does not
    have ("30 February") and those that can be read in two orders ("4/5/2020"), which are no dates otherwise.
    """
    stop = len(text) if end is None else end
    hits = sorted(_hits(text, start, stop), key=lambda hit: (hit[0], -hit[1], hit[2].name))
    if not hits:
        return []
    order = month_first(hit[3] for hit in hits if hit[2].name == SLASHED)
    scene = _Scene(text, anchor, start, stop, order)
    found: list[DateValue] = []
    covered = start
    for low, high, rule, match in hits:
        if low < covered or (rule.german and not scene.german):
            continue
        value = _resolve(scene, (low, high), rule, match, _named(text, found, low))
        value = value or _unresolved(scene, Span.cut(text, low, high), rule, match)
        if value is not None:
            found.append(value)
            covered = high
    told = [value for value in found if unresolved or value.precision is not Precision.UNRESOLVED]
    told = [_in_year_of_weekday(scene, one) for one in told]
    weekdays = {weekday.end: day for day in told if (weekday := weekday_told(text, day)) is not None}
    weekdays |= dict(filter(None, (_behind_counted(scene, day) for day in told)))
    told = [_on_its_day(scene, one, weekdays) for one in told]
    return [_beside(text, one, other) for one, other in zip_longest(told, told[1:])]


def may_have_dates(text: str) -> bool:
    """Whether a text has the words of any rule: most passages have not, which is much cheaper to tell than to find."""
    return bool(rules_for(text, 0, len(text)))


def _hits(text: str, start: int, stop: int) -> Iterator[_Hit]:
    """Yield what each rule matches, stretch by stretch: a sentence has the words of few rules."""
    if not rules_for(text, start, stop):
        return
    low = start
    for high in (*(match.end() for match in _STRETCH_END.finditer(text, start, stop)), stop):
        for rule in rules_for(text, low, high):
            for match in rule.pattern.finditer(text, low, high):
                yield _begin(match), match.end(), rule, match
        low = high


def _begin(match: re.Match[str]) -> int:
    """Return where the expression begins: at its first group, so that "in" and "on" stay outside."""
    for start, _ in match.regs[1:]:
        if start >= 0:
            return start
    return match.start()


def _named(text: str, found: list[DateValue], low: int) -> Period | None:
    """Return the date named last, where it stands near enough to count from; one told by the way counts second.

    "The mill, which opened in 1950, closed in 2004" and "In 2004 the mill (opened in 1950) closed" are both of 2004.
    """
    near = [one for one in found[-_FEW:] if one.span and low - one.span.end <= _NEAR and one.start and one.end]
    last = next((one for one in reversed(near) if not _by_the_way(text, one, low)), near[-1] if near else None)
    if last is None or last.start is None or last.end is None:
        return None
    return Period(last.start, last.end, last.precision)


def _by_the_way(text: str, one: DateValue, low: int) -> bool:
    """Tell whether a date stands in a relative clause or brackets, which end before `low`."""
    if one.span is None:
        return False
    before = text[max(0, one.span.start - _INSERTION) : one.span.start]
    between = text[one.span.end : min(low, one.span.end + _INSERTION)]
    return (_INSERTED.search(before) is not None and "," in between) or (
        before.rfind("(") > before.rfind(")") and ")" in between
    )


def _resolve(
    scene: _Scene, bounds: tuple[int, int], rule: Rule, match: re.Match[str], named: Period | None
) -> DateValue | None:
    groups = {
        name.rstrip("23"): " ".join(value.split()) for name, value in match.groupdict().items() if value is not None
    }
    open_year = scene.anchor is not None and "y" not in groups

    def look() -> Direction:
        return direction(scene.text, bounds, scene.edges, german=scene.german) if open_year else Direction()

    try:
        period = rule.read(Reading(groups, scene.anchor, look, fiscal=scene.fiscal, named=named))
    except (ValueError, OverflowError):  # an anchor at the edge of the calendar
        return None
    if period is None:
        return None
    if rule.name in _PARTED and (part := _PART_OF.search(scene.text, max(scene.start, bounds[0] - 30), bounds[0])):
        bounds = part.start(), bounds[1]
        period = periods.part_of(period, part_named(part[part.lastgroup or 0].lower()))
    if counted := _counted(scene, period, bounds[0]):
        period, bounds = counted[0], (counted[1], bounds[1])
    return DateValue(
        start=period.start,
        end=period.end,
        precision=period.precision,
        span=Span.cut(scene.text, *bounds),
        rule=rule.name,
    )


def _counted(scene: _Scene, period: Period, start: int) -> tuple[Period, int] | None:
    """Return what lies so many units from a period told at `start`, and where that expression begins; or None."""
    counted = _COUNTED_FROM.search(scene.text, max(scene.start, start - _COUNTED_REACH), start)
    away = _away(period, counted) if counted else None
    return (away, counted.start()) if counted and away else None


def _away(period: Period, counted: re.Match[str]) -> Period | None:
    """Return what lies so many units from a period: "two weeks after June 5" is a day, "a month after" it a month.

    "The week after June 5" is the seven days that follow it.
    """
    unit, count = UNITS[(counted["u"] or counted["u2"]).lower()], count_of(counted["c"] or "one")
    if period.precision not in _COUNTED_FROM_EACH.get(unit, ()):
        return None
    count = count if counted["way"] in ("after", "following") else -count
    if unit == "week" and counted["u2"]:
        first = shifted(period.start, "day", 1 if count > 0 else -_WEEK)
        last = first and shifted(first.start, "day", _WEEK - 1)
        return Period(first.start, last.start, Precision.WEEK) if first and last else None
    if unit in ("day", "week"):
        return shifted(period.start, "day", count * (_WEEK if unit == "week" else 1))
    return shifted(period.start, unit, count)


def _unresolved(scene: _Scene, span: Span, rule: Rule, match: re.Match[str]) -> DateValue | None:
    """Return a day that could not be resolved, or the one of its two readings that the other dates tell."""
    if rule.name == TWO_READINGS:
        day = None if scene.month_first is None else in_order(match, first=scene.month_first)
        if day is None:
            return two_readings(match, span)
        return DateValue(start=day, end=day, precision=Precision.DAY, span=span, rule=SLASHED)
    return no_such_day(span) if is_no_day(rule.name, match) else None


def _behind_counted(scene: _Scene, day: DateValue) -> tuple[int, DateValue] | None:
    """Return where the weekday ends that is told behind "two days after June 5", and which of the two days is one."""
    told = weekday_behind_counted(scene.text, day)
    if told is None or day.span is None:
        return None
    weekday, start = told
    counted_from = find_dates(scene.text, anchor=scene.anchor, start=start, end=day.span.end)
    fits = (one for one in (*counted_from, day) if one.start is not None and is_day_of(one.start, weekday.text))
    return next(((weekday.end, one) for one in fits), None)


def _on_its_day(scene: _Scene, one: DateValue, weekdays: Mapping[int, DateValue]) -> DateValue:
    """Return a weekday that names a day beside it as that day, even where it is of another: a finding says so.

    "Two days after Friday" with its day behind it is counted from that day.
    """
    day = weekdays.get(one.span.end) if one.span is not None and one.rule in _WEEKDAY_RULES else None
    if day is None or one.span is None or day.start is None:
        return one
    weekday = one.span.text.rpartition(" ")[2]
    counted = _counted(scene, periods.one_day(day.start), one.span.end - len(weekday))
    at = counted[0] if counted else periods.one_day(day.start)
    return replace(one, start=at.start, end=at.end, precision=at.precision)


def _in_year_of_weekday(scene: _Scene, one: DateValue) -> DateValue:
    """Return a day without a year in that of the two about the anchor in which it is of the weekday told with it."""
    if scene.anchor is None or one.span is None or one.start is None or _ENDS_IN_YEAR.search(one.span.text):
        return one
    weekday = weekday_told(scene.text, one)
    if weekday is None or is_day_of(one.start, weekday.text) or abs((one.start - scene.anchor).days) <= periods.SOON:
        return one
    behind = one.start < scene.anchor
    other = periods.day(one.start.year + (1 if behind else -1), one.start.month, one.start.day)
    if other is None or not is_day_of(other.start, weekday.text):
        return one
    past = (
        behind
        and direction(
            scene.text, (min(weekday.start, one.span.start), one.span.end), scene.edges, german=scene.german
        ).past
    )
    return one if past else replace(one, start=other.start, end=other.end)


def _beside(text: str, one: DateValue, other: DateValue | None) -> DateValue:
    """Return a date in the year that the one it is paired with tells."""
    if other is None or one.span is None or other.span is None or one.start is None or other.start is None:
        return one
    between = text[one.span.end : other.span.start]
    if _ENDS_IN_YEAR.search(other.span.text) and not _ENDS_IN_YEAR.search(one.span.text) and _PAIRED.fullmatch(between):
        return _in_year_of(one, one.start, other.start)
    return one


def _in_year_of(one: DateValue, start: date, other: date) -> DateValue:
    """Return a day or month without a year in that of the date it is paired with: "between May and June 2016"."""
    year = other.year - ((start.month, start.day) > (other.month, other.day))
    if one.precision is Precision.MONTH:
        period: Period | None = periods.month(year, start.month)
    elif one.precision is Precision.DAY and one.rule.startswith(("month-day", "day-month")):
        period = periods.day(year, start.month, start.day)
    else:
        return one
    return replace(one, start=period.start, end=period.end) if period else one


__all__ = ["find_dates", "may_have_dates"]
