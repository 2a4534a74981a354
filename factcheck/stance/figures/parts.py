"""Figures of a passage that add up to the claim's: "£3m on the deck and £2m on the roof" are £5m."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from factcheck.domain import Facet, Polarity, Quantity, Reason
from factcheck.stance.figures.figures import same_figure

MOST_PARTS = 4
"""Figures beside one another that are added. Source: our own choice; a sentence of news seldom splits a sum in more."""


_OF_THEM = re.compile(r"[\w ]{0,20}?\b(?:of (?:them|these|those|which|whom)|davon|darunter)\b", re.IGNORECASE)
"""What makes a figure a part of the one before it: "94 pupils, 31 of them on foot"."""


def added_up(one: Quantity, given: Sequence[Quantity], text: str) -> Reason | None:
    """Return that figures of a passage (`text`) add up to the claim's; what they are of, a person tells.

    A bound ("at least 120") is no sum: too much adds up to it.
    """
    counts = [other for other in given if _OF_THEM.match(text, other.span.end) is None]
    parts = _parts(one, counts) if one.low == one.high else ()
    told = " and ".join(other.span.text for other in parts)
    return (
        Reason(
            comparator="numbers",
            facet=Facet.HOW_MANY,
            polarity=Polarity.CONTEXT,
            strength=0.0,
            message=f"the claim says {one.span.text}; the source's {told} add up to it",
            claim_spans=(one.span,),
            passage_spans=tuple(other.span for other in parts),
        )
        if parts
        else None
    )


def _parts(one: Quantity, given: Sequence[Quantity]) -> tuple[Quantity, ...]:
    """Return figures in one unit that follow on one another and add up to the claim's; () where none do."""
    counts = [other for other in given if other.low == other.high and other.unit == one.unit and other.low > 0]
    for size in range(2, MOST_PARTS + 1):
        for at in range(len(counts) - size + 1):
            parts = tuple(counts[at : at + size])
            total = sum((other.low for other in parts), Decimal(0))
            if same_figure(one, replace(parts[0], low=total, high=total)):
                return parts
    return ()
