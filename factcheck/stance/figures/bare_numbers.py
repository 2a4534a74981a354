"""Numerals that are part of no figure: a platform, a bus line, a year that no date was read from.

Levels: *the same, or not told*; *differs* (in a narrow slot of its own another numeral stands).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from factcheck.domain import Facet, Polarity, Reason, Span
from factcheck.stance.reading.slots import Alignment

DIFFER_STRENGTH = 0.75
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")


def bare_numbers(alignment: Alignment, named: Sequence[Span]) -> Iterator[Reason]:
    """Yield a reason for two numerals that face each other and are part of no figure that was read."""
    for slot in alignment.slots:
        left = [word for word in slot.claim if word.is_number]
        right = [word for word in slot.passage if word.is_number]
        if len(left) != 1 or len(right) != 1 or left[0].folded == right[0].folded or not slot.narrow:
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
