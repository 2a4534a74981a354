"""Numbers: does the passage give the same figure for the same thing?

Levels: *same* (equal, or equal after rounding, conversion of units, or within the range or bound stated); *figures
differ* (the same thing is counted, in units that convert, and no figure of the stretch fits); *not compared* (other
things are counted: different things with different numbers are no conflict).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property, lru_cache

from factcheck.domain import DateValue, Facet, Polarity, Quantity, Reason, Span
from factcheck.stance.dates.dates import dates_of
from factcheck.stance.figures.bare_numbers import ANY_DAY, DIFFER_STRENGTH, bare_numbers
from factcheck.stance.figures.coordinated import rivals_of, told_with
from factcheck.stance.figures.counted import is_told_so, of_another_thing, place_of_noun, same_noun, same_thing
from factcheck.stance.figures.deeds import is_of_the_deed, of_the_deed
from factcheck.stance.figures.figures import (
    PERCENT,
    both_say,
    compatible,
    convertible,
    covers,
    each_says,
    equal,
    figures_in,
    overshoots,
    same_figure,
    share_and_count,
)
from factcheck.stance.figures.frames import (
    NOTHING,
    Apart,
    Frame,
    apart,
    frames_of,
    is_of_a_day,
    nowhere,
    speaks_of,
    takes_over,
    under_title,
)
from factcheck.stance.figures.grown import grown_to, is_interim
from factcheck.stance.figures.in_place import stands_behind_the_same, stands_in_place, stands_word_for_word
from factcheck.stance.figures.many_years import DAYS_OF, compare_many_years, many_years
from factcheck.stance.figures.occasions import compare_occasions
from factcheck.stance.figures.parts import added_up, of_part
from factcheck.stance.figures.points import in_points
from factcheck.stance.figures.rates import same_rate
from factcheck.stance.figures.some_of_all import LEAST_SOME, compare_some
from factcheck.stance.figures.unsigned import in_another_currency, with_currencies
from factcheck.stance.figures.wider import of_wider_kind
from factcheck.stance.reading.pair import Pair
from factcheck.stance.reading.slots import Alignment
from factcheck.text.dates.clock_times import clock_times
from factcheck.text.quantities.currencies import MONEY
from factcheck.text.quantities.exactness import operator_bounds

FRAMES = "frames"
"""The comparator of reasons that say why two figures are not compared."""
SAME_STRENGTH = 0.6
LEAST_TOPIC = 0.5
"""Share of the claim's other words that must be answered before figures are compared. Source: FEVER-symmetric dev."""
_OFFSET = re.compile(r" (?:ago|before|after|following|earlier|later|from (?:now|today))\b")
_SO_FAR = re.compile(
    r"\b(?:have|has)(?: \w+ly| now| already| also)?(?: been)? [a-z]+(?:ed|t)\b|\bso far\b|\bto date\b|\btoll\b"
)
"""What says that a count goes on: in the perfect tense, or in so many words."""
MOST_ASKED, MOST_GIVEN = 24, 96
"""Figures of a claim that are compared, and those of a stretch that they are compared with: each is with each, and a
text of more is a table or a list. Source: our own choice; a sentence of news has a dozen at most."""


def compare_numbers(
    pair: Pair, alignment: Alignment, claim_date: date | None = None, passage_date: date | None = None
) -> Iterator[Reason]:
    """Yield a reason for each figure of the claim that the stretch answers with a figure for the same thing."""
    asked: Sequence[Quantity] = _asked(pair.claim.text)
    if alignment.close:
        yield from bare_numbers(pair, alignment, [one.span for one in asked], claim_date, passage_date)
    yield from compare_some(pair, asked)
    often = list(compare_occasions(pair))
    yield from often
    asked = tuple(one for one in asked if not any(_meet(one.span, span) for each in often for span in each.claim_spans))
    if not (asked or many_years(pair.claim.text)) or not _may_count(pair):
        return
    given: Sequence[Quantity] = _counting(pair.passage.text, figures_in(pair.passage.text, pair.start, pair.end))
    given = given[:MOST_GIVEN]
    yield from compare_many_years(pair, given)
    if not given:
        return
    asked, given = with_currencies(pair, asked, given)
    frames = _Frames(pair, given, claim_date, passage_date)
    bases: list[Span] = []
    for one in asked[:MOST_ASKED]:
        if any(_meet(one.span, base) for base in bases):
            continue  # "per 10,000" where the same is told per 100,000
        points = in_points(pair, one, given)
        rated = same_rate(pair, one, given)
        if points is not None:
            yield _reason(pair, one, points, Polarity.OPPOSES, DIFFER_STRENGTH)
        elif rated is not None:
            bases += rated.claim_spans[1:]
            yield rated
        else:
            yield from _answer(pair, alignment, one, (asked, given), frames)


@lru_cache(256)
def _frames_of_claim(text: str, dateline: date | None) -> Mapping[int, Frame]:
    return frames_of(text, _asked(text), dateline, (0, len(text)))


@dataclass(frozen=True)
class _Frames:
    """What the figures of both sides are of; read once, and only where two of them count the same thing."""

    pair: Pair
    given: Sequence[Quantity]
    claim_date: date | None
    passage_date: date | None

    def apart(self, one: Quantity, other: Quantity) -> Apart | None:
        """Return why a figure of the claim is not compared with one of the passage, or None."""
        ours, theirs = self._ours.get(one.span.start, NOTHING), self._theirs.get(other.span.start, NOTHING)
        found = apart(ours, theirs, self.pair) or self._grown(one, ours, other, theirs)
        if found and found.is_period and takes_over(theirs, other.span, self.pair.passage.text):
            found = None if is_of_a_day(ours) and self.has_another(one) else found
        return found or (nowhere(theirs, self.pair) if one.unit in PERCENT else None)

    def _grown(self, one: Quantity, ours: Frame, other: Quantity, theirs: Frame) -> Apart | None:
        """Return why two counts "so far" are not compared: the later text has the higher one."""
        if self.claim_date is None or self.passage_date is None or self.claim_date == self.passage_date:
            return None
        if not (ours.is_toll and theirs.is_toll) or (one.low < other.low) != (self.claim_date < self.passage_date):
            return None
        if not all(_SO_FAR.search(text) for text in (self.pair.claim.text, self.pair.aligned.text)):
            return None
        return Apart(Facet.WHEN, f"another day of the count: {self.claim_date} / {self.passage_date}")

    def are_alike_dated(self, one: Quantity, other: Quantity) -> bool:
        """Whether both figures are the length of a period, or neither: "these two weeks", "two weeks to go"."""
        ours = dates_of(self.pair.claim.text, self.claim_date or ANY_DAY)
        theirs = dates_of(self.pair.passage.text, self.passage_date or ANY_DAY)
        return _is_of_date(one, ours) == _is_of_date(other, theirs)

    def has_another(self, one: Quantity) -> bool:
        """Whether the stretch speaks of the period of a figure elsewhere, so that no date will show the difference."""
        frame = self._ours.get(one.span.start, NOTHING)
        return speaks_of(frame, self.pair.passage.text, self.passage_date, (self.pair.start, self.pair.end))

    @cached_property
    def _ours(self) -> Mapping[int, Frame]:
        return _frames_of_claim(self.pair.claim.text, self.claim_date)

    @cached_property
    def _theirs(self) -> Mapping[int, Frame]:
        bounds = self.pair.start, self.pair.end
        found = frames_of(self.pair.passage.text, self.given, self.passage_date, bounds)
        return {at: under_title(one, self.pair, self.passage_date) for at, one in found.items()}


_Figures = tuple[Sequence[Quantity], Sequence[Quantity]]


def _answer(pair: Pair, alignment: Alignment, one: Quantity, figures: _Figures, frames: _Frames) -> Iterator[Reason]:
    asked, given = figures
    comparable = [other for other in given if same_thing(one, other) or is_told_so(pair, one, other)]
    facing = in_another_currency(alignment, one, given) or _facing(pair, alignment, one, asked, given)
    reasons = {id(other): frames.apart(one, other) for other in (*comparable, *([facing] if facing else []))}
    same = [other for other in comparable if reasons[id(other)] is None and same_figure(one, other)]
    fitting = next((other for other in same if not overshoots(pair.claim.text, one, pair.passage.text, other)), None)
    alike = [other for other in comparable if reasons[id(other)] is None]
    if any((why := reasons[id(other)]) and why.is_area and same_figure(one, other) for other in comparable):
        alike = []  # the same figure of another place: the place is what differs
    in_place = stands_in_place(pair, alignment, one, comparable)
    if in_place:
        alike = []
    if facing is not None and (reasons[id(facing)] is not None or is_of_the_deed(pair, one, facing, fitting)):
        facing = None
    rivals = rivals_of(one, comparable, figures)
    beside = _of_the_claim(pair, one, fitting, () if in_place else rivals)
    if beside is not None and frames.apart(one, beside) is None and not same_figure(one, beside):
        yield _reason(pair, one, beside, Polarity.OPPOSES, DIFFER_STRENGTH)
    elif facing is None and fitting is not None:
        if _is_telling(one) and frames.are_alike_dated(one, fitting):
            yield _reason(pair, one, fitting, Polarity.SUPPORTS, SAME_STRENGTH)
    elif (added := added_up(one, rivals, pair.passage.text)) is not None:
        yield replace(added, comparator=FRAMES, strength=DIFFER_STRENGTH)
    elif facing is not None or (alike and _settled(pair, one, alike)):
        other = facing or alike[0]
        told = _of_another_value(pair, one, other, faces=facing is not None)
        yield (_of_fewer(pair, one, other, frames) or told) if told.polarity is Polarity.OPPOSES else told
    elif comparable and not alike:
        yield from _of_another(pair, one, comparable, reasons, hidden=frames.has_another(one))


def _of_the_claim(pair: Pair, one: Quantity, fitting: Quantity | None, rivals: Sequence[Quantity]) -> Quantity | None:
    """Return the figure that the passage has for what the claim is about, where a fitting one is of another."""
    if fitting is None:
        return None
    told = told_with(pair, fitting, rivals)
    return told if told or stands_behind_the_same(pair, one) else of_the_deed(pair, one, fitting)


def _of_another_value(pair: Pair, one: Quantity, other: Quantity, *, faces: bool) -> Reason:
    """Return what another figure in the claim's place says of it: of another thing, gone on with, or not the same."""
    another = of_another_thing(pair, one, other) or of_wider_kind(pair.claim, one, pair.passage, other)
    if another is not None:
        return _told_apart(pair, one, other, another)
    return grown_to(pair, one, other) or _not_the_same(pair, one, other, faces=faces)


def _of_fewer(pair: Pair, one: Quantity, other: Quantity, frames: _Frames) -> Reason | None:
    """Return that a smaller figure is of a part of what the claim counts, or was counted on the way, or None."""
    why = is_interim(pair, one, other) or of_part(pair, one, other, (frames.claim_date, frames.passage_date))
    return None if why is None else _told_apart(pair, one, other, why)


def _not_the_same(pair: Pair, one: Quantity, other: Quantity, *, faces: bool) -> Reason:
    """Return what another figure for the same thing says of the claim's: two bounds of one kind in one slot differ."""
    alike = faces and one.operator is other.operator
    if not alike and covers(one, other):
        return _reason(pair, one, other, Polarity.SUPPORTS, SAME_STRENGTH)
    open_ended = not alike and compatible(one, other)
    return _reason(pair, one, other, Polarity.CONTEXT if open_ended else Polarity.OPPOSES, DIFFER_STRENGTH)


def _of_another(
    pair: Pair, one: Quantity, comparable: list[Quantity], reasons: Mapping[int, Apart | None], *, hidden: bool
) -> Iterator[Reason]:
    """Yield what there is to see where all figures for the same thing are of another period, area or definition.

    The same figure is the same, and its date or place is what differs; but not where that would stay `hidden`.
    """
    parted = [(other, why) for other in comparable if (why := reasons[id(other)]) is not None]
    alike = [other for other, why in parted if same_figure(one, other) and not why.is_definition]
    same = alike[0] if alike and not (hidden and any(why.is_period for _, why in parted)) else None
    if same is not None:
        yield _reason(pair, one, same, Polarity.SUPPORTS, SAME_STRENGTH)
    elif parted:
        other, why = parted[0]
        yield _told_apart(pair, one, other, why)


def _told_apart(pair: Pair, one: Quantity, other: Quantity, why: Apart) -> Reason:
    """Return that two figures are not compared, and why."""
    told = each_says(pair.claim.text, one, pair.passage.text, other)
    return Reason(
        comparator=FRAMES,
        facet=why.facet,
        polarity=Polarity.CONTEXT,
        strength=DIFFER_STRENGTH,
        message=f"{told}, of {why.message}",
        claim_spans=(_place(pair.claim.text, one), *(() if same_figure(one, other) else why.claim_spans)),
        passage_spans=(_place(pair.passage.text, other), *why.passage_spans),
    )


def _place(text: str, quantity: Quantity) -> Span:
    """Return where a text tells a quantity, with the words that say how exact it is."""
    return Span.cut(text, *operator_bounds(text, quantity))


def _is_telling(one: Quantity) -> bool:
    """Whether a figure that agrees says anything: a bare "two" is in every other text."""
    return bool(one.noun or one.unit) or one.high > _BARE or any(digit.isdigit() for digit in one.span.text)


_BARE = 3


@lru_cache(512)
def _asked(text: str) -> tuple[Quantity, ...]:
    """Return the figures of a claim; kept for the claims used last, since a claim meets many passages."""
    return _counting(text, figures_in(text, 0, len(text)))


def unanswered(pair: Pair, reasons: list[Reason]) -> bool:
    """Whether a figure of the claim is left without a figure or date that agrees: it blocks corroboration."""
    agreed = [
        span
        for one in reasons
        if one.comparator in ("numbers", "dates") and one.polarity is Polarity.SUPPORTS
        for span in one.claim_spans
    ]
    asked = _asked(pair.claim.text)
    agreed += [Span(*one.claim[:3]) for one in pair.partners if " " in one.claim.text]  # "scored twice", a brace
    open_ = [one for one in asked if not any(_meet(one.span, span) for span in agreed)]
    return any(_is_telling(one) or not stands_word_for_word(pair, one) for one in open_)


def _meet(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def _counting(text: str, found: Sequence[Quantity]) -> tuple[Quantity, ...]:
    """Return the quantities that count something: "one day", "three days before", "half past nine" place an event."""
    counting = [
        one
        for one in found
        if one.span.text.lower() not in ("one day", "one time") and not _OFFSET.match(text, one.span.end)
    ]
    times = clock_times(text) if any(one.low < _WHOLE and not one.unit for one in counting) else ()
    return tuple([one for one in counting if not any(_meet(one.span, time.span) for time in times)])


def _facing(
    pair: Pair, alignment: Alignment, one: Quantity, asked: Sequence[Quantity], given: Sequence[Quantity]
) -> Quantity | None:
    """Return the other figure that stands in the claim's slot.

    In a narrow slot that is enough; in a wide one neither text may have the other's figure elsewhere.
    """
    for slot in alignment.slots:
        for other in given:
            if not slot.holds(one.span, other.span) or equal(one, other):
                continue
            if one.noun and other.noun and not same_noun(one.noun, other.noun):
                continue  # homes are not schools
            if one.unit and other.unit and not (convertible(one, other) or {one.unit, other.unit} <= PERCENT):
                continue  # another currency takes the rate of the day; a gallon is not one measure
            if share_and_count(one, other) or share_and_count(other, one):
                continue
            if alignment.close and slot.narrow:
                return other
            if not alignment.close and (pair.topic < LEAST_TOPIC or not same_thing(one, other)):
                continue
            if not any(same_figure(one, each) for each in given) and not any(
                same_figure(each, other) for each in asked
            ):
                return other
    return None


_WHOLE = 100


def _may_count(pair: Pair) -> bool:
    return pair.topic >= LEAST_SOME or any(word.is_number for word in pair.claim.words) or pair.coverage >= LEAST_SOME


def _settled(pair: Pair, one: Quantity, comparable: Sequence[Quantity]) -> bool:
    """Whether it is safe to call figures different: on topic, and only one figure could be meant."""
    alone = len({(other.low, other.high, other.unit) for other in comparable}) == 1
    named = bool(one.noun) or one.unit in MONEY or pair.coverage >= LEAST_TOPIC
    return alone and named and pair.topic >= LEAST_TOPIC


def _reason(pair: Pair, one: Quantity, other: Quantity, polarity: Polarity, strength: float) -> Reason:
    """Return what two figures for one thing say of each other; one that agrees answers what it counts, too."""
    same = polarity is Polarity.SUPPORTS
    tell = both_say if same else each_says
    return Reason(
        comparator="numbers",
        facet=Facet.HOW_MANY,
        polarity=polarity,
        strength=strength,
        message=tell(pair.claim.text, one, pair.passage.text, other),
        claim_spans=(
            _place(pair.claim.text, one),
            *(place_of_noun(pair.claim.text, one) if same and one.noun and other.noun else ()),
        ),
        passage_spans=(_place(pair.passage.text, other),),
    )


def _is_of_date(one: Quantity, dates: Sequence[DateValue]) -> bool:
    return one.unit in DAYS_OF and any(value.span is not None and _meet(one.span, value.span) for value in dates)
