"""What of a claim a passage lacks, as a checker names it: words one by one, a figure or a date as a whole.

"$2 billion", not "2"; the words that say how exact a figure is are none of their own.
"""

from __future__ import annotations

from functools import lru_cache

from factcheck.domain import Span
from factcheck.stance.dates.dates import dates_of
from factcheck.stance.figures.bare_numbers import ANY_DAY
from factcheck.stance.figures.figures import figures_in
from factcheck.stance.reading.pair import Pair
from factcheck.text.quantities.exactness import operator_bounds


def lacking(pair: Pair) -> tuple[Span, ...]:
    """Return what of the claim has no partner in the passage, in the order of the claim, each figure and date once."""
    if not pair.missing:
        return ()
    figures = _figures_of(pair.claim.text)
    if not figures:
        return tuple([Span(word.start, word.end, word.text) for word in pair.missing])
    found: dict[int, Span] = {}
    for word in pair.missing:
        figure = next((one for one in figures if one[1].start <= word.start < one[1].end), None)
        if figure is None:
            found[word.start] = Span(word.start, word.end, word.text)
        elif figure[0].start <= word.start < figure[0].end:
            found[figure[1].start] = figure[1]
    return tuple([found[start] for start in sorted(found)])


@lru_cache(64)
def _figures_of(claim: str) -> tuple[tuple[Span, Span], ...]:
    """Return where the figures and dates of a claim stand: each by itself, and with the words that say how exact."""
    counted = [(one.span, Span.cut(claim, *operator_bounds(claim, one))) for one in figures_in(claim, 0, len(claim))]
    dated = [(one.span, one.span) for one in dates_of(claim, ANY_DAY) if one.span is not None]
    return (*dated, *counted)
