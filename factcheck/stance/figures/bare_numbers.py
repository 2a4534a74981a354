"""Numerals that are part of no figure: a platform, a bus line, a year that no date was read from.

Levels: *the same, or not told*; *differs* (in a narrow slot of its own another numeral stands).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from factcheck.domain import Facet, Polarity, Reason, Span
from factcheck.stance.dates.dates import dates_of
from factcheck.stance.reading.pair import Pair
from factcheck.stance.reading.slots import Alignment
from factcheck.text.dates.clock_times import clock_times
from factcheck.text.quantities.numerals import ONES
from factcheck.text.words import Word

DIFFER_STRENGTH = 0.75
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")


ANY_DAY = date(2000, 1, 1)
"""From which dates count that a text without a date has, where it matters only that they are dates."""
_COUNTS_BACK = re.compile(r" (?:ago|before|earlier|later)$")


def bare_numbers(
    pair: Pair, alignment: Alignment, figures: Sequence[Span], claim_date: date | None, passage_date: date | None
) -> Iterator[Reason]:
    """Yield a reason for two numerals that face each other and are part of no figure, date or time that was read.

    `figures`: those of the claim.
    """
    timed = [one.span for one in clock_times(pair.claim.text)]
    named = [*figures, *_dated(pair, claim_date, passage_date), *timed]
    for slot in alignment.slots:
        left, right = (list(filter(_numeral, words)) for words in (slot.claim, slot.passage))
        if len(left) != 1 or len(right) != 1 or _numeral(left[0]) == _numeral(right[0]) or not slot.narrow:
            continue
        one, other = left[0], right[0]
        if any(span.start <= one.start < span.end for span in named):
            continue
        years = all(_YEAR.fullmatch(word.folded) for word in (one, other))
        yield Reason(
            comparator="dates" if years else "numbers",
            facet=Facet.WHEN if years else Facet.HOW_MANY,
            polarity=Polarity.OPPOSES,
            strength=DIFFER_STRENGTH,
            message=f"the claim says {one.text}; the source says {other.text}",
            claim_spans=(Span(one.start, one.end, one.text),),
            passage_spans=(Span(other.start, other.end, other.text),),
        )


def _dated(pair: Pair, claim_date: date | None, passage_date: date | None) -> list[Span]:
    """Return the dates of a claim whose numbers are no figures: "85 years ago" is one where the source counts so."""
    ours = [one.span for one in dates_of(pair.claim.text, claim_date or ANY_DAY) if one.span]
    plain = [one for one in ours if not _COUNTS_BACK.search(one.text)]
    if len(plain) == len(ours):
        return ours
    theirs = [one.span for one in dates_of(pair.passage.text, passage_date or ANY_DAY) if one.span]
    inside = [one for one in theirs if pair.start <= one.start < pair.end]
    return plain if all(_COUNTS_BACK.search(one.text) for one in inside) else ours


def _numeral(word: Word) -> str:
    """Return the digits of a number in digits or in one word, or ""; "one" is seldom a number."""
    spelled = ONES.get(word.folded, 0)
    return word.folded if word.is_number else str(spelled) if spelled > 1 else ""
