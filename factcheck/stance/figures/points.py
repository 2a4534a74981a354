"""Per cent and percentage points: "rose by 6 per cent" is not "rose by 6 percentage points".

Levels: *the same, or not told*; *differs* (one change is told in the one, and the same number in the other). A level
beside it ("to 21 per cent") is no change, and is not compared with one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from factcheck.domain import Quantity
from factcheck.stance.reading.pair import Pair

LEAST_TOPIC = 0.5
"""Share of the claim's other words that must be answered, as for figures."""
_UNITS = frozenset(["%", "pp"])
_BY = re.compile(r"\b(?:by|um)\s(?:\w+\s){0,2}$")
_REACH = 30  # characters before a figure


def in_points(pair: Pair, one: Quantity, given: Sequence[Quantity]) -> Quantity | None:
    """Return the change of the passage that has the number of the claim's, in points for per cent or the reverse."""
    if one.unit not in _UNITS or pair.topic < LEAST_TOPIC or not _is_change(pair.claim.text, one):
        return None
    alike = [other for other in given if other.unit in _UNITS and (other.low, other.high) == (one.low, one.high)]
    if any(other.unit == one.unit for other in alike):
        return None
    return next((other for other in alike if _is_change(pair.passage.text, other)), None)


def _is_change(text: str, figure: Quantity) -> bool:
    return _BY.search(text, max(0, figure.span.start - _REACH), figure.span.start) is not None
