"""Durations: how long the claim says it lasts, beside the days the passage gives for it.

Levels: *same* ("lasts two days" beside "on 11 and 12 July"); *differ* (the same, and the days are more or fewer); *not
compared* (the claim does not say how long something lasts, or the passage gives no run of days).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from functools import lru_cache

from factcheck.domain import DateValue, Facet, Polarity, Precision, Reason, Span
from factcheck.stance.dates.dates import dates_of
from factcheck.stance.reading.pair import Pair
from factcheck.text.quantities.finding import find_quantities

SAME_STRENGTH, DIFFER_STRENGTH = 0.6, 0.65
LEAST_COVERAGE = 0.5
_LASTS = re.compile(r"\b(?:last(?:s|ed|ing)?|go(?:es)? on|runs?|ran|takes?|took)(?: for| over)? (?:just |only )?$")
_IN_DAYS = {"day": 1, "week": 7}


def compare_durations(pair: Pair, passage_date: date | None) -> Iterator[Reason]:
    """Yield at most one reason: the claim's number of days beside the one run of days of the stretch."""
    asked = _asked(pair.claim.text)
    if asked is None or pair.coverage < LEAST_COVERAGE:
        return
    runs = [one for one in dates_of(pair.passage.text, passage_date) if _is_run(one) and _inside(one, pair)]
    if len(runs) != 1 or runs[0].span is None:
        return
    span, wanted = asked
    given, place = _days(runs[0]), runs[0].span
    same = given == wanted
    yield Reason(
        comparator="numbers",
        facet=Facet.HOW_MANY,
        polarity=Polarity.SUPPORTS if same else Polarity.OPPOSES,
        strength=SAME_STRENGTH if same else DIFFER_STRENGTH,
        message=f"the claim says “{span.text}”; the source gives {given} days (“{place.text}”)",
        claim_spans=(span,),
        passage_spans=(place,),
    )


@lru_cache(256)
def _asked(claim: str) -> tuple[Span, Decimal] | None:
    """Return the words that say how long it lasts, and the days; kept for the claims used last."""
    for one in find_quantities(claim):
        lasts = _LASTS.search(claim, 0, one.span.start)
        if lasts and one.unit in _IN_DAYS and one.low == one.high:
            return Span.cut(claim, lasts.start(), one.span.end), one.low * _IN_DAYS[one.unit]
    return None


def _is_run(value: DateValue) -> bool:
    return value.precision is Precision.INTERVAL and value.start is not None and value.end is not None


def _inside(value: DateValue, pair: Pair) -> bool:
    return value.span is not None and pair.start <= value.span.start < pair.end


def _days(value: DateValue) -> int:
    return (value.end - value.start).days + 1 if value.start and value.end else 0
