"""Dates: does the passage put it at the same time?

Each text is resolved against its own dateline. Levels: *same* (the periods overlap, and the passage is no vaguer than
the claim needs); *differ* (the same event, dates of like precision, no overlap); *not compared* (no date beside it).
Without a dateline, bare months, days of a month and years are still compared as written.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from functools import lru_cache

from factcheck.domain import DateValue, Facet, Polarity, Precision, Reason
from factcheck.stance.dates.beside import is_beside
from factcheck.stance.dates.sides import Side, implies, side_of
from factcheck.stance.dates.years import (
    NAMED_YEAR,
    WEEKDAY,
    YEAR_WIDTH,
    by_datelines,
    differ_by_inferred_year,
    overlap,
    same_season,
)
from factcheck.stance.reading.negations import negations_of
from factcheck.stance.reading.pair import Pair
from factcheck.stance.reading.saying import is_of_saying
from factcheck.stance.reading.slots import Alignment
from factcheck.stance.reading.texts import is_name
from factcheck.text.dates.finding import find_dates
from factcheck.text.dates.telling import in_words

SAME_STRENGTH = 0.5
PUBLISHED_STRENGTH = 0.2
DIFFER_STRENGTH = 0.75
LEAST_TOPIC = 0.45
"""Share of the claim's other words to be answered. Source: FEVER-symmetric dev (date mismatch .93 precise in 2026)."""
_NEAR = 60  # characters between a date and an answered predicate
_MOST_RIVALS = 2  # "(12 June 1875 – 1 December 1947)": neither fits


@lru_cache(512)
def dates_of(text: str, anchor: date | None) -> tuple[DateValue, ...]:
    """Return the dates of a text with both ends, kept for the texts used last."""
    return tuple(value for value in find_dates(text, anchor=anchor) if value.start and value.end and value.span)


@lru_cache(512)
def dates_within(text: str, anchor: date | None, start: int, end: int) -> tuple[DateValue, ...]:
    """Return the dates of a stretch of a text, kept for the texts used last: several comparators ask."""
    return tuple(find_dates(text, anchor=anchor, start=start, end=end))


def compare_dates(
    pair: Pair, alignment: Alignment, claim_date: date | None, passage_date: date | None
) -> Iterator[Reason]:
    """Yield a reason for each date of the claim that the stretch answers with a date."""
    asked = dates_of(pair.claim.text, claim_date)
    if not asked:
        return
    given = [one for one in dates_within(pair.passage.text, passage_date, pair.start, pair.end) if _full(one)]
    same_day = claim_date is None or passage_date is None or claim_date == passage_date
    sided = [one for one in given if side_of(pair.passage.text, one) is not Side.IN]
    plain = [one for one in given if one not in sided]
    said = any(_is_said(pair.claim.text, one) for one in asked)
    rivals = [one for one in plain if said or not _is_said(pair.passage.text, one)]
    dated_by = _days_of(pair, passage_date)
    for one in asked:
        side = side_of(pair.claim.text, one)
        if side is not Side.IN or any(overlap(one, other) for other in sided):
            yield from _by_side(pair, alignment, one, (asked, given))
            continue
        same = next((other for other in plain if overlap(one, other) or (same_day and _same_words(one, other))), None)
        facing = _facing(alignment, one, asked, rivals)
        telling = dated_by.get(one.iso) if same is None and (facing is None or not alignment.close) else None
        if telling is not None:
            yield _reason(one, telling, Polarity.CONTEXT, SAME_STRENGTH, f"the passage is told of {in_words(one)}")
        elif facing is not None and not (
            same is not None and same.iso == one.iso and is_beside(pair, one, same, facing)
        ):
            yield _differs(one, facing, same_day=same_day)
        elif same is not None:
            others = [each for each in rivals if not any(overlap(our, each) for our in asked)]
            yield from _given_too(pair, alignment, one, same, others)
        elif _of_its_time(one, given, passage_date):
            yield _reason(
                one, None, Polarity.SUPPORTS, PUBLISHED_STRENGTH, f"the source was published in {in_words(one)}"
            )
        elif pair.topic >= LEAST_TOPIC and not negations_of(pair.claim.text):
            others = [each for each in rivals if not any(overlap(our, each) for our in asked)]
            ahead = passage_date if _is_on(one, passage_date) else None
            others = [each for each in others if not (same_season(one, each) or _is_after(each, ahead))]
            other = _rival(pair, one, others)
            if other is not None:
                yield _differs(one, other, same_day=same_day)


def _is_said(text: str, value: DateValue) -> bool:
    return value.span is not None and is_of_saying(text, value.span.start)


def compare_days(
    pair: Pair, alignment: Alignment, claim_date: date | None, passage_date: date | None
) -> Iterator[Reason]:
    """Yield a reason for each day without a year, where a text has no dateline: it is compared as written.

    Both are read as of one day; a weekday only where neither has a dateline. They differ only where one stands in the
    place of the other.
    """
    if claim_date is not None and passage_date is not None:
        return
    no_dateline = claim_date is None and passage_date is None
    asked = [
        one
        for one in dates_of(pair.claim.text, _ANY_DAY)
        if _is_day_alone(one) and (no_dateline or one.rule != WEEKDAY)
    ]
    if not asked or (all(one.rule == WEEKDAY for one in asked) and len(_DAYS & pair.passage.vocabulary) <= 1):
        return  # one weekday that differs is seen without reading it as a date
    read_alike = dates_within(pair.passage.text, _ANY_DAY, pair.start, pair.end)
    given = [one for one in read_alike if _full(one) and _is_day_alone(one)]
    for one in asked:
        same = next((other for other in given if _day(one) == _day(other)), None)
        weekly = one.rule == WEEKDAY and alignment.close  # each week has one, be it of another thing
        facing = _facing(alignment, one, asked, given) if same is None or weekly else None
        if same is not None and facing is None:
            yield _reason(one, same, Polarity.SUPPORTS, SAME_STRENGTH, f"both say {_words(one)}")
        elif facing is not None:
            message = f"the claim says {_words(one)}; the source says {_words(facing)}"
            yield _reason(one, facing, Polarity.OPPOSES, DIFFER_STRENGTH, message)


def _days_of(pair: Pair, released: date | None) -> dict[str, DateValue]:
    """Return the days in front of the stretch, by ISO day, where they date the passage: "Minutes of 10 November 2026".

    What happened on that day need not be dated again; another day in the stretch is that of something else then.
    """
    before = dates_within(pair.passage.text, released, 0, pair.start) if pair.start else ()
    return {one.iso: one for one in before if _full(one) and one.precision is Precision.DAY}


def _is_on(one: DateValue, released: date | None) -> bool:
    return released is not None and one.start == one.end == released


def _is_after(other: DateValue, released: date | None) -> bool:
    """Whether a date lies ahead of a source that was released on the claim's day: a plan, and not what happened."""
    return released is not None and other.start is not None and other.start > released


_DAYS = frozenset(["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"])
_ANY_DAY = date(2000, 1, 1)
"""From which days without a year count where no text has a dateline, and it matters only that it is one for both."""


def _is_day_alone(value: DateValue) -> bool:
    """Whether it is a day of a month that names no year."""
    told = value.span is not None and NAMED_YEAR.search(value.span.text) is None
    return told and value.precision is Precision.DAY and value.rule.startswith((*_DAYS_OF_MONTH, WEEKDAY))


_DAYS_OF_MONTH = ("month-day", "day-month")


def _day(value: DateValue) -> tuple[int, int] | None:
    return (value.start.month, value.start.day) if value.start else None


def _by_side(
    pair: Pair, alignment: Alignment, one: DateValue, dates: tuple[Sequence[DateValue], Sequence[DateValue]]
) -> Iterator[Reason]:
    """Yield at most one reason where the claim or the passage leaves a date out: "before 2015" beside "in 2015".

    In one slot "after the 2013 vote" is another thing than "after the 2016 vote", though that came after it, too.
    """
    (asked, given), side = dates, side_of(pair.claim.text, one)
    named = side is not Side.IN and alignment.close and _names_an_event(pair.claim.text, one)
    facing = _facing(alignment, one, asked, given) if named else None
    if facing is not None and side_of(pair.passage.text, facing) is side and _are_apart(one, facing):
        yield _reason(one, facing, Polarity.OPPOSES, DIFFER_STRENGTH, _told_by_side(pair, one, facing))
        return
    told = [(other, implies(side, one, side_of(pair.passage.text, other), other)) for other in given]
    agreed = next((other for other, borne_out in told if borne_out), None)
    if agreed is not None:
        yield _reason(one, agreed, Polarity.SUPPORTS, SAME_STRENGTH, _told_by_side(pair, one, agreed))
        return
    other = _rival(pair, one, [other for other, borne_out in told if borne_out is False])
    if other is not None and pair.topic >= LEAST_TOPIC and not negations_of(pair.claim.text):
        told_by_side = _reason(one, other, Polarity.OPPOSES, DIFFER_STRENGTH, _told_by_side(pair, one, other))
        if side is Side.IN and _names_an_event(pair.passage.text, other) and overlap(one, other):
            # "after the July 2024 landslide" leaves open when, and the landslide itself was in July
            told_by_side = replace(told_by_side, polarity=Polarity.CONTEXT, comparator="events")
        yield told_by_side


def _are_apart(one: DateValue, other: DateValue) -> bool:
    """Whether two dates are of two things: no day in common, or two spans of years ("2004-2009", "2007-2009")."""
    return not overlap(one, other) or (min(_width(one), _width(other)) > YEAR_WIDTH and one.iso != other.iso)


def _names_an_event(text: str, value: DateValue) -> bool:
    """Whether a date says which one is meant: "the 2013 vote"."""
    if value.span is None:
        return False
    return text[: value.span.start].endswith("the ") and _NAMED_BY_DATE.match(text, value.span.end) is not None


_NAMED_BY_DATE = re.compile(r" (?!(?:and|or|but|in|on|at|of|to|when|that|which|who|as|by|for|with|the)\b)[A-Za-z]")


def _told_by_side(pair: Pair, one: DateValue, other: DateValue) -> str:
    ours, theirs = _sided_words(pair.claim.text, one), _sided_words(pair.passage.text, other)
    return f"the claim says {ours}; the source says {theirs}"


def _sided_words(text: str, value: DateValue) -> str:
    side = side_of(text, value)
    return _words(value) if side is Side.IN else f"{side} {_words(value)}"


def _given_too(
    pair: Pair, alignment: Alignment, one: DateValue, same: DateValue, others: Sequence[DateValue]
) -> Iterator[Reason]:
    """Yield that both texts have the date, or the other date where that one is what the passage dates the claim's."""
    apart = [each for each in others if same.iso != one.iso or not is_beside(pair, one, same, each)]
    nearer = _nearer(pair, same, apart)
    if nearer is not None and alignment.close:
        yield _differs(one, nearer)
    elif nearer is None and _width(same) <= 2 * _width(one):
        yield _reason(one, same, Polarity.SUPPORTS, SAME_STRENGTH, f"both point to {in_words(one)}")


def _same_words(one: DateValue, other: DateValue) -> bool:
    """Whether both are written alike, so that under one dateline they are one, whatever the rules made of them."""
    return one.span is not None and other.span is not None and one.span.text.lower() == other.span.text.lower()


def _differs(one: DateValue, other: DateValue, *, same_day: bool = False) -> Reason:
    """Return that two dates differ; `same_day`: both texts count from one day, so that none is of another year."""
    message = f"the claim says {_meant(one)}; the source says {_meant(other)}"
    polarity = Polarity.CONTEXT if not same_day and by_datelines(one, other) else Polarity.OPPOSES
    told = _reason(one, other, polarity, DIFFER_STRENGTH, message)
    if differ_by_inferred_year(one, other):  # it may be another event
        return replace(told, polarity=Polarity.CONTEXT, comparator="events")
    return told


def _facing(
    alignment: Alignment, one: DateValue, asked: Sequence[DateValue], given: Sequence[DateValue]
) -> DateValue | None:
    """Return the other date that stands in the claim's slot.

    In a narrow slot that is enough; in a wide one it may be none of the claim's own dates.
    """
    for slot in alignment.slots:
        for other in given:
            if one.span is None or other.span is None or not slot.holds(one.span, other.span):
                continue
            if not slot.narrow and same_season(one, other):
                continue
            alone = not any(overlap(each, other) for each in asked)
            if alone or (alignment.close and slot.narrow and one.precision is other.precision and one.iso != other.iso):
                return other
    return None


def _full(value: DateValue) -> bool:
    return value.start is not None and value.end is not None and value.span is not None


def _of_its_time(one: DateValue, given: Sequence[DateValue], published: date | None) -> bool:
    """Whether the source names no time and was published in the claim's: it speaks of its own time."""
    if (
        published is None
        or given
        or one.start is None
        or one.end is None
        or one.precision not in (Precision.MONTH, Precision.YEAR)
    ):
        return False
    return one.start <= published <= one.end


def _width(value: DateValue) -> int:
    if value.start is None or value.end is None:
        return YEAR_WIDTH
    return (value.end - value.start).days + 1


def _rival(pair: Pair, one: DateValue, given: list[DateValue]) -> DateValue | None:
    """Return the first date near an answered predicate, or None if none or too many could be meant."""
    places = [partner.passage.start for partner in pair.partners if not partner.passage.text[0].isupper()]
    near = [
        other
        for other in given
        if other.span is not None and any(abs(place - other.span.start) <= _NEAR for place in places)
    ]
    distinct = {other.iso for other in near}
    return near[0] if 1 <= len(distinct) <= _MOST_RIVALS and _width(near[0]) <= 4 * _width(one) else None


def _nearer(pair: Pair, same: DateValue, others: Sequence[DateValue]) -> DateValue | None:
    """Return another date of like precision that stands much nearer to what the passage says of the claim."""
    places = [one.passage.start for one in pair.partners if not (is_name(one.passage) or one.passage.is_number)]
    if not places:
        return None
    own = _distance(same, places)
    rivals = [one for one in others if one.precision is same.precision and _FARTHER * _distance(one, places) < own]
    return min(rivals, key=lambda one: _distance(one, places), default=None)


def _distance(value: DateValue, places: Sequence[int]) -> float:
    """Return the mean distance in characters of a date from the answered predicates."""
    return sum(abs(place - value.span.start) for place in places) / len(places) if value.span else 0.0


_FARTHER = 2  # a date twice as far away as another dates something else


def _words(value: DateValue) -> str:
    return f"“{value.span.text}”" if value.span else in_words(value)


def _meant(value: DateValue) -> str:
    """Return what a text says of a date, and which it is, where the words leave its year open."""
    told = value.span is not None and NAMED_YEAR.search(value.span.text)
    return _words(value) if told or value.span is None else f"{_words(value)} ({in_words(value)})"


def _reason(one: DateValue, other: DateValue | None, polarity: Polarity, strength: float, message: str) -> Reason:
    return Reason(
        comparator="dates",
        facet=Facet.WHEN,
        polarity=polarity,
        strength=strength,
        message=message,
        claim_spans=(one.span,) if one.span else (),
        passage_spans=(other.span,) if other is not None and other.span else (),
    )
