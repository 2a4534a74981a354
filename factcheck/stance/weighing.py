"""How strongly do reasons speak together, and what speaks against those that oppose?"""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.domain import Polarity, Reason
from factcheck.stance.parts import within


def strength_of(reasons: Sequence[Reason], polarity: Polarity) -> float:
    """Return how strongly (0..1) the reasons of a polarity speak together: each leaves less room for doubt."""
    doubt = 1.0
    for reason in reasons:
        if reason.polarity is polarity:
            doubt *= 1.0 - reason.strength
    return 1.0 - doubt


def rebuttal(reasons: Sequence[Reason]) -> float:
    """Return what speaks against the clashes: a ruling, or the quotation that all of them lie in."""
    ruled = [one for one in reasons if one.comparator == "rulings"]
    places = [span for one in reasons if one.polarity is Polarity.OPPOSES for span in one.claim_spans]
    quoted = [
        one
        for one in reasons
        if one.comparator == "quotations"
        and places
        and all(any(within(place, span) for span in one.claim_spans) for place in places)
    ]
    return strength_of([*ruled, *quoted], Polarity.SUPPORTS)
