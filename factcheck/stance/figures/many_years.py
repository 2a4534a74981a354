"""Years without a number: "for decades" and "many years" beside a time of less than two years.

Levels: *differ* (the source gives such a time, and tells of the same); *not compared* (anything else).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from factcheck.domain import Facet, Polarity, Quantity, Reason, Span
from factcheck.stance.figures.some_of_all import SOME_STRENGTH
from factcheck.stance.reading.pair import Pair

_MANY_YEARS = re.compile(r"\b(?:(?:many|several)(?:, many)? (?:years|decades)|decades)\b", re.IGNORECASE)
DAYS_OF = {"day": 1, "week": 7, "month": 30, "year": 365}
_TWO_YEARS = 730
_LEAST_TOPIC = 0.5


@lru_cache(512)
def many_years(claim: str) -> Span | None:
    """Return the words by which a claim speaks of many years."""
    found = _MANY_YEARS.search(claim)
    return Span(found.start(), found.end(), found[0]) if found else None


def compare_many_years(pair: Pair, given: Sequence[Quantity]) -> Iterator[Reason]:
    """Yield a reason where the claim speaks of many years, and the source gives a time of less than two."""
    place = many_years(pair.claim.text)
    if place is None or pair.topic < _LEAST_TOPIC:
        return
    for one in given:
        if one.unit in DAYS_OF and one.high * DAYS_OF[one.unit] < _TWO_YEARS:
            yield Reason(
                comparator="numbers",
                facet=Facet.HOW_MANY,
                polarity=Polarity.OPPOSES,
                strength=SOME_STRENGTH,
                message=f"the claim says {place.text}; the source says {one.span.text}",
                claim_spans=(place,),
                passage_spans=(Span(one.span.start, one.span.end, one.span.text),),
            )
            return
