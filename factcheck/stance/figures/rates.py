"""Rates: is so much a day so much an hour? "7,000 litres a week" beside "1,000 litres a day".

Levels: *the same* (the figures agree once both are told of one stretch of time); *not compared* (one text tells of no
stretch, or both of the same one: then the figures are compared as they are). A rate that differs is shown by `frames`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from functools import lru_cache

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


@lru_cache(256)
def rates_of(text: str, start: int, end: int) -> Mapping[int, tuple[str, Span]]:
    """Return, for the place of each figure that is told of a stretch of time, that stretch and the words for it."""
    found: dict[int, tuple[str, Span]] = {}
    for one in figures_in(text, start, end):
        told = _EACH.match(text, one.span.end)
        if told is not None:
            found[one.span.start] = told["stretch"].lower(), Span(told.start("rate"), told.end("rate"), told["rate"])
    return found


def same_rate(pair: Pair, one: Quantity, given: Sequence[Quantity]) -> Reason | None:
    """Return the reason where a figure of the passage is the claim's, told of another stretch of time."""
    ours = rates_of(pair.claim.text, 0, len(pair.claim.text)).get(one.span.start)
    theirs = rates_of(pair.passage.text, pair.start, pair.end) if ours is not None else {}
    for other in given if ours is not None else ():
        told = theirs.get(other.span.start)
        if ours is None or told is None or told[0] == ours[0] or not convertible(one, other):
            continue
        times = Decimal(_SECONDS[ours[0]]) / _SECONDS[told[0]]
        counted = one.unit != "" or one.noun == other.noun
        if counted and same_figure(one, replace(other, low=other.low * times, high=other.high * times)):
            said = each_says(pair.claim.text, one, pair.passage.text, other)
            return Reason(
                comparator="numbers",
                facet=Facet.HOW_MANY,
                polarity=Polarity.SUPPORTS,
                strength=STRENGTH,
                message=f"{said}: that is the same, “{ours[1].text}” and “{told[1].text}”",
                claim_spans=(one.span, ours[1]),
                passage_spans=(other.span, told[1]),
            )
    return None
