"""What a figure is a figure of: its period, its area, its definition. Figures of another one are related, no conflict.

Levels: *the same, or not told*; *another period* (the periods do not cover each other: a month is not the year it lies
in); *another area* (each names one, and neither text names the other's); *another definition* (net beside gross, killed
beside injured). In a text with several figures each period, area and defining word belongs to the figure before it,
unless a comma or an "and" stands between and another figure follows.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from functools import lru_cache
from typing import TypeVar

from factcheck.domain import DateValue, Facet, Precision, Quantity, Span
from factcheck.stance.dates.dates import dates_within
from factcheck.stance.dates.years import same_season
from factcheck.stance.figures.kinds import ALL_THROUGH, LONE, OFTEN_LEFT_OUT, Mark, kinds_in
from factcheck.stance.names.shared import is_headed, stands
from factcheck.stance.reading.pair import Pair
from factcheck.stance.reading.slots import known, names_in
from factcheck.stance.reading.texts import Text, read
from factcheck.text.dates.finding import may_have_dates
from factcheck.text.dates.periods import period_words
from factcheck.text.dates.reference_periods import SpokenPeriod, join_dates

COVERED = 0.8
"""Share of the longer of two periods that both must cover to be one: "2023-24" beside the year to March 2024."""
SHORT = 7
"""Days up to which something has a day, not a period: what differs then is when it happened, and no figure's period."""
NEAR = 31
"""Days that lie between a day and a period, or another day, before a figure of the one is no figure of the other."""
ANOTHER_TIME = timedelta(days=366)
"""From how far apart a figure of "now" and one of another time are not compared: most are counted once a year."""

MOST = 3
"""Periods told of one passage."""

_BOUNDARY = re.compile(r"[;:](?!\d)|,(?!\d)|\b(?:and|while|but|whereas|or)\b")
_WHERE = re.compile(r"\b(?:in|across|throughout|within|around)(?: the)? \Z")
_SCOPE = re.compile(
    r"\b(?:nationwide|nationally|countrywide|across the (?:country|nation)|UK-wide|worldwide|globally|around the world|"
    r"across the world|statewide|EU-wide|Europe-wide)\b",
    re.IGNORECASE,
)
_NOW = re.compile(
    r"\b(?:is|are|has|have|costs?|employs?|owns?|holds?|carr(?:y|ies)|stands? at|runs?|serves?|houses|seats|counts|now|"
    r"currently|today|at present|this (?:year|month|week))\b"
)
_THEN = re.compile(r"\b(?:was|were|had|did|been|ago|will|would|[a-z]{3,}ed)\b")


@dataclass(frozen=True, slots=True)
class Frame:
    """What a figure is of; where no period is named, `told`: the day on which it is told, `now`: that it is so then.

    `aside`: every period named stands in another clause ("which opened in 1888").
    `part`: the words by which it is of a part of something ("in its first year", "in the north"). `present`: that its
    text says what is so, on whatever day; `past`: what was.
    """

    periods: tuple[DateValue, ...] = ()
    areas: tuple[Span, ...] = ()
    kinds: Mapping[int, Mark] = field(default_factory=dict)
    now: date | None = None
    told: date | None = None
    part: Span | None = None
    present: bool = False
    past: bool = False
    aside: bool = False

    @property
    def is_toll(self) -> bool:
        """Whether the figure counts the dead, the injured, the infected, or others of an event that may go on."""
        return any(mark.member in ALL_THROUGH for mark in self.kinds.values())


NOTHING = Frame()


@dataclass(frozen=True, slots=True)
class Apart:
    """Why two figures are not compared: in words, and the places that say so on both sides.

    `left_out`: one side says of its figure what the other may mean without saying it.
    """

    facet: Facet
    message: str
    claim_spans: tuple[Span, ...] = ()
    passage_spans: tuple[Span, ...] = ()
    left_out: bool = False

    @property
    def is_definition(self) -> bool:
        """Whether they count different things, so that even the same figure says nothing."""
        return self.facet is Facet.HOW_MANY and not self.left_out

    @property
    def is_area(self) -> bool:
        """Whether they are of two areas."""
        return self.facet is Facet.WHERE

    @property
    def is_period(self) -> bool:
        """Whether they are of two periods."""
        return self.facet is Facet.WHEN


def frames_of(
    text: str, figures: Sequence[Quantity], dateline: date | None, bounds: tuple[int, int]
) -> Mapping[int, Frame]:
    """Return what each figure is of, by its place; one that is a part of a date is a figure of nothing.

    `bounds` is the stretch of the text that the figures stand in.
    """
    start, end = bounds
    whole = read(text)
    spoken = spoken_periods(text, dateline, start, end)
    periods = [one.value for one in spoken if not one.compared]
    areas = list(_areas(text, start, end))
    dates = dates_within(text, dateline, start, end)
    places = [one.span for one in figures if not any(_meet(one.span, each.span) for each in (*dates, *periods))]
    dated = _attached(whole, places, [(each.value.span, each.value) for each in spoken if each.value.span])
    located = _attached(whole, places, [(area, area) for area in areas])
    marks = kinds_in(text, start, end)
    defined = _attached(whole, places, [(mark.span, mark) for mark in marks])
    common = _common(marks)
    told = dateline if not spoken else None
    present = not periods and _is_now(text[start:end])
    past = _THEN.search(text, start, end) is not None
    now = dateline if present else None
    return {
        at: Frame(
            periods=tuple(dated.get(at) or _only(periods)),
            areas=tuple(located.get(at) or areas[: len(areas) == 1]),
            kinds=common | {mark.kind: mark for mark in reversed(defined.get(at, []))},
            now=now,
            told=told,
            part=_part(whole, at),
            present=present,
            past=past,
            aside=_stand_aside(whole, at, periods),
        )
        for at in (place.start for place in places)
    }


def _common(marks: Sequence[Mark]) -> dict[int, Mark]:
    """Return the marks that hold of every figure of a stretch: "900 people, among them 40 children, were injured"."""
    return {
        mark.kind: mark
        for mark in reversed(marks)
        if mark.member in ALL_THROUGH and len({one.member for one in marks if one.kind == mark.kind}) == 1
    }


def apart(one: Frame, other: Frame, pair: Pair) -> Apart | None:
    """Return why a figure of the claim is not compared with one of the passage, or None."""
    found = _another_period(one, other) or _another_definition(one, other) or _another_area(one, other, pair)
    return found or _of_a_part(other, pair)


def under_title(frame: Frame, pair: Pair, dateline: date | None) -> Frame:
    """Return a frame without a period with that of the title above the passage, where it names one alone."""
    if frame.periods or not pair.heading:
        return frame
    spoken = spoken_periods(pair.heading, dateline, 0, len(pair.heading))
    periods = [one.value for one in spoken if not one.compared and one.value.precision is not Precision.DAY]
    return replace(frame, periods=tuple(replace(one, span=None) for one in _only(periods)))


def about(pair: Pair, dateline: date | None) -> tuple[DateValue, ...]:
    """Return the periods that the stretch speaks of, else the passage, else its title; the first few, each once."""
    passage = pair.passage.text
    within = ((passage, (pair.start, pair.end)), (passage, (0, len(passage)))) if may_have_dates(passage) else ()
    for text, bounds in (*within, (pair.heading, None)):
        spoken = spoken_periods(text, dateline, *(bounds or (0, len(text))))
        found = {(one.value.start, one.value.end): one.value for one in spoken if not one.compared}
        if found:
            return tuple(replace(value, span=None if bounds is None else value.span) for value in found.values())[:MOST]
    return ()


def speaks_of(one: Frame, text: str, dateline: date | None, bounds: tuple[int, int]) -> bool:
    """Whether a stretch speaks of the period of a figure anywhere, be it of other figures."""
    spoken = spoken_periods(text, dateline, *bounds)
    return any(not _differ(ours, each.value) for ours in one.periods for each in spoken)


def is_of_a_day(frame: Frame) -> bool:
    """Tell whether a figure is of days alone, on which something happens, and of no period."""
    return bool(frame.periods) and all(
        one.start and one.end and (one.end - one.start).days < SHORT for one in frame.periods
    )


def takes_over(frame: Frame, figure: Span, text: str) -> bool:
    """Tell whether a figure has its period from another sentence, so that it may be of another that is told there."""
    whole = read(text)
    spans = [span for one in frame.periods for span in _spans(one)]
    return bool(spans) and all(_sentence(whole, one.start) != _sentence(whole, figure.start) for one in spans)


@lru_cache(512)
def spoken_periods(text: str, dateline: date | None, start: int, end: int) -> tuple[SpokenPeriod, ...]:
    """Return the periods of a stretch of a text; kept for the texts used last, since a claim meets many passages."""
    return join_dates(text, dates_within(text, dateline, start, end), anchor=dateline, start=start)


T = TypeVar("T")


def _attached(whole: Text, figures: Sequence[Span], marks: Iterable[tuple[Span | None, T]]) -> dict[int, list[T]]:
    """Return the marks of each figure: of the one before, unless a boundary parts them and another follows."""
    found: dict[int, list[T]] = {}
    for place, mark in marks:
        if place is None:
            continue
        low, high = _sentence(whole, place.start)
        here = [one for one in figures if low <= one.start < high]
        before = next((one for one in reversed(here) if one.end <= place.start), None)
        after = next((one for one in here if one.start >= place.end), None)
        parted = before is None or _BOUNDARY.search(whole.text, before.end, place.start) is not None
        figure = after if parted and after is not None else before
        if figure is not None:
            found.setdefault(figure.start, []).append(mark)
    return found


def _sentence(whole: Text, at: int) -> tuple[int, int]:
    index = bisect_right(whole.sentences, at, key=lambda one: one[0]) - 1
    if index < 0:
        return 0, len(whole.text)
    after = whole.sentences[index + 1][0] if index + 1 < len(whole.sentences) else len(whole.text)
    return whole.sentences[index][0], after


def _only(periods: Sequence[DateValue]) -> Sequence[DateValue]:
    """Return the period of a text that speaks of one alone."""
    return periods[:1] if len({(one.start, one.end) for one in periods}) == 1 else ()


def _meet(one: Span, other: Span | None) -> bool:
    return other is not None and one.start < other.end and other.start < one.end


# --- periods ----------------------------------------------------------------------------------------------------------


def _another_period(one: Frame, other: Frame) -> Apart | None:
    if one.periods and other.periods:
        if not all(_differ(ours, theirs) for ours in one.periods for theirs in other.periods):
            return None
        ours, theirs = one.periods[0], other.periods[0]
        return Apart(
            Facet.WHEN, f"another period: {period_words(ours)} / {period_words(theirs)}", _spans(ours), _spans(theirs)
        )
    if one.periods:
        return None
    if one.now is not None:
        return _another_time(one.now, replace(other, periods=()) if other.aside else other)
    if other.aside or not (one.present and other.past and other.periods):
        return None
    message = f"another time: the claim says what is so now, the source speaks of {period_words(other.periods[0])}"
    return Apart(Facet.WHEN, message, (), _spans(other.periods[0]))


def _another_time(now: date, other: Frame) -> Apart | None:
    """Return why a figure of a claim that says what is so now is not compared with one of another time."""
    if other.periods and all(_far(now, each) for each in other.periods):
        message = f"another time: the claim is of {now}, the source speaks of {period_words(other.periods[0])}"
        return Apart(Facet.WHEN, message, (), _spans(other.periods[0]))
    if other.now is not None and not other.periods and abs(other.now - now) > ANOTHER_TIME:
        return Apart(Facet.WHEN, f"another time: the claim is of {now}, the source of {other.now}")
    if other.told is not None and now - other.told > ANOTHER_TIME:
        return Apart(Facet.WHEN, f"another time: the claim is of {now}, the source was released on {other.told}")
    return None


def _differ(one: DateValue, other: DateValue) -> bool:
    """Whether two periods are not one: they do not cover each other, and no year was only inferred."""
    if one.start is None or one.end is None or other.start is None or other.end is None:
        return False
    shared = (min(one.end, other.end) - max(one.start, other.start)).days + 1
    lengths = [(each.end - each.start).days + 1 for each in (one, other) if each.start and each.end]
    differ = -shared > NEAR if min(lengths) <= SHORT else shared < COVERED * max(lengths)
    return differ and not (same_season(one, other) or same_season(other, one))  # the dearer question last


def _stand_aside(whole: Text, figure: int, periods: Sequence[DateValue]) -> bool:
    """Whether a clause between commas parts a figure from all periods, so that they date something else.

    "The museum, which opened in 1888, owns 7,000 paintings."
    """
    low, high = _sentence(whole, figure) if periods else (0, 0)
    asides = [one.span() for one in _ASIDE.finditer(whole.text, low, high)] if "," in whole.text[low:high] else []
    spans = [span.start for one in periods for span in _spans(one)]
    parted = [(start <= figure < end) != (start <= at < end) for at in spans for start, end in asides]
    return bool(parted) and len(asides) == 1 and all(parted)


_ASIDE = re.compile(
    r", (?:which|who|(?:first |newly |originally |re)?(?:opened|built|founded|finished|completed|dug|inaugurated"
    r"|created|established|launched|erected|restored|designed|begun|started|made|laid|born)\b)[^,;:.()]{1,120},"
    r"|, (?:die|der|das) [^,;:.()]{1,120},|, (?:eröffnet|gebaut|erbaut|gegründet|errichtet)[^,;:.()]{0,120},"
    r"|, (?:im Jahr )?\d{4} (?:eröffnet|gebaut|erbaut|gegründet|errichtet)\w*,"
)


def _part(whole: Text, figure: int) -> Span | None:
    """Return the words by which a figure is of a part of something: "in its first year", "in the north"."""
    found = _PART.search(whole.text, *_sentence(whole, figure))
    return Span(found.start(), found.end(), found.group()) if found else None


_PART = re.compile(
    r"\b(?:in|during|over) (?:its|his|her|their|the) (?:very )?(?:first|second|third|early|earliest|final|last) "
    r"(?:(?:\w+ )?(?:years?|months?|weeks?|days?|hours?|decades?|seasons?))\b|\b(?:originally|initially|at first)\b"
    r"|\bin the (?:(?:north|south)(?:-?east|-?west)?|east|west|suburbs|countryside|provinces|rural areas)\b"
    r"|\b(?:im Norden|im Süden|im Osten|im Westen)\b"
    r"|\b(?:im ersten|in der ersten) (?:Jahr|Monat|Woche|Tag)\b|\b(?:ursprünglich|anfangs|zunächst)\b",
    re.IGNORECASE,
)


def _of_a_part(other: Frame, pair: Pair) -> Apart | None:
    """Return that a figure is of a part of something, where the claim says nothing of one."""
    if other.part is None or _PART.search(pair.claim.text) is not None:
        return None
    return Apart(Facet.WHEN, f"a part: {other.part.text}, in the source only", (), (other.part,))


def _far(day: date, period: DateValue) -> bool:
    if period.start is None or period.end is None:
        return False
    return day - period.end > ANOTHER_TIME or period.start - day > ANOTHER_TIME


def _is_now(text: str) -> bool:
    """Whether a text says what is so, not what was or will be."""
    return _NOW.search(text) is not None and _THEN.search(text) is None


def _spans(value: DateValue) -> tuple[Span, ...]:
    return (value.span,) if value.span else ()


# --- definitions ------------------------------------------------------------------------------------------------------


def _another_definition(one: Frame, other: Frame) -> Apart | None:
    for kind in sorted({*one.kinds, *other.kinds}):
        ours, theirs = one.kinds.get(kind), other.kinds.get(kind)
        if ours and theirs and ours.member != theirs.member:
            message = f"another definition: {ours.span.text} / {theirs.span.text}"
            return Apart(Facet.HOW_MANY, message, (ours.span,), (theirs.span,))
        alone = ours or theirs
        if alone and not (ours and theirs) and alone.member in LONE:
            side = "the claim" if ours else "the source"
            message = f"another definition: {alone.span.text}, in {side} only"
            return Apart(
                Facet.HOW_MANY,
                message,
                (ours.span,) if ours else (),
                (theirs.span,) if theirs else (),
                left_out=alone.member in OFTEN_LEFT_OUT,
            )
    return None


# --- areas ------------------------------------------------------------------------------------------------------------


def _areas(text: str, start: int, end: int) -> Iterator[Span]:
    """Yield the areas that a stretch names: countries and peoples, what stands after "in", and "nationwide"."""
    for one in names_in(text):
        if start <= one.start < end and (known(one.text) or _WHERE.search(text, max(start, one.start - 16), one.start)):
            yield one
    for found in _SCOPE.finditer(text, start, end):
        yield Span(found.start(), found.end(), found.group())


def _another_area(one: Frame, other: Frame, pair: Pair) -> Apart | None:
    if not one.areas or not other.areas:
        return None
    ours, theirs = names_in(pair.claim.text), names_in(pair.passage.text)
    if any(_is_scope(area) for area in one.areas) and any(_is_scope(area) for area in other.areas):
        return None
    if any(_is_there(area, theirs) or is_headed(area, pair) for area in one.areas):
        return None
    if any(_is_there(area, ours) for area in other.areas):
        return None
    message = f"another area: {one.areas[0].text} / {other.areas[0].text}"
    return Apart(Facet.WHERE, message, one.areas[:1], other.areas[:1])


def nowhere(other: Frame, pair: Pair) -> Apart | None:
    """Return why a rate of a claim that names nobody and no place is not compared with the rate of a place."""
    if not other.areas or names_in(pair.claim.text) or _SCOPE.search(pair.claim.text):
        return None
    return Apart(Facet.WHERE, f"an area that the claim does not name: {other.areas[0].text}", (), other.areas[:1])


def _is_there(area: Span, names: tuple[Span, ...]) -> bool:
    """Whether a text names an area; "nationwide" can be any country that it names."""
    if _is_scope(area):
        return not names or any(known(name.text) for name in names)
    return stands(area, names)


def _is_scope(area: Span) -> bool:
    return _SCOPE.fullmatch(area.text) is not None
