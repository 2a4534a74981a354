"""Rates: is so much a day so much an hour? "7,000 litres a week" beside "1,000 litres a day", "5 per 10,000".

Levels: *the same* (the figures agree once both are told of one stretch of time, or of as many); *not compared* (one
text tells of no stretch, or both of the same one: then the figures are compared as they are). A rate that differs is
shown by `frames`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from factcheck.domain import Facet, Polarity, Quantity, Reason, Span
from factcheck.stance.figures.figures import convertible, each_says, figures_in, same_figure
from factcheck.stance.reading.pair import Pair

STRENGTH = 0.6

_SECONDS = {
    "second": 1, "minute": 60, "hour": 3_600, "day": 86_400, "week": 604_800, "month": 2_629_746, "year": 31_556_952,
    "sekunde": 1, "stunde": 3_600, "tag": 86_400, "woche": 604_800, "monat": 2_629_746, "jahr": 31_556_952,
}  # fmt: skip
"""Seconds of each stretch; a month and a year at their mean."""
_EACH = re.compile(
    rf"(?: of)?(?: (?!a\b|an\b|per\b|each\b|every\b|pro\b|je\b|in\b|for\b)[A-Za-zäöüß-]+){{0,3}}"
    rf" (?P<rate>(?:a|an|per|each|every|pro|je) (?P<stretch>{'|'.join(_SECONDS)}))\b",
    re.IGNORECASE,
)
_OF_SO_MANY = re.compile(
    r"(?: [a-zäöüß]+){0,2}? (?P<rate>(?:per|(?:in|for|out of) every|pro|je|auf)"
    r" (?P<many>[1-9]\d{0,2}(?:[.,]?000)+|thousand|million)\b)"
)
"""How a figure is told of so many: "5 deaths per 10,000"."""


class Rate(NamedTuple):
    """What a figure is told of: so many seconds, or so many of whatever is counted; and the words for it."""

    kind: str
    base: Decimal
    place: Span


@lru_cache(256)
def rates_of(text: str, start: int, end: int) -> Mapping[int, Rate]:
    """Return, for the place of each figure that is told of a stretch of time or of so many, what it is told of."""
    found: dict[int, Rate] = {}
    for one in figures_in(text, start, end):
        told = _EACH.match(text, one.span.end)
        many = told or _OF_SO_MANY.match(text, one.span.end)
        if many is not None:
            base = _SECONDS[told["stretch"].lower()] if told else _base(many["many"])
            place = Span(many.start("rate"), many.end("rate"), many["rate"])
            found[one.span.start] = Rate("time" if told else "many", Decimal(base), place)
    return found


def _base(many: str) -> int:
    return {"thousand": 1_000, "million": 1_000_000}.get(many) or int(re.sub("[.,]", "", many))


def same_rate(pair: Pair, one: Quantity, given: Sequence[Quantity]) -> Reason | None:
    """Return the reason where a figure of the passage is the claim's, told of another stretch of time."""
    ours = rates_of(pair.claim.text, 0, len(pair.claim.text)).get(one.span.start)
    theirs = rates_of(pair.passage.text, pair.start, pair.end) if ours is not None else {}
    for other in given if ours is not None else ():
        told = theirs.get(other.span.start)
        if ours is None or told is None or not convertible(one, other):
            continue
        if told.kind != ours.kind or told.base == ours.base:
            continue
        times = ours.base / told.base
        counted = one.unit != "" or one.noun == other.noun or (ours.kind == "many" and "" in (one.noun, other.noun))
        if counted and same_figure(one, replace(other, low=other.low * times, high=other.high * times)):
            said = each_says(pair.claim.text, one, pair.passage.text, other)
            return Reason(
                comparator="numbers",
                facet=Facet.HOW_MANY,
                polarity=Polarity.SUPPORTS,
                strength=STRENGTH,
                message=f"{said}: that is the same, “{ours.place.text}” and “{told.place.text}”",
                claim_spans=(one.span, ours.place),
                passage_spans=(other.span, told.place),
            )
    return None
