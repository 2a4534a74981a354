"""Every word of the claim, and another statement: asked of what would else be called corroborated, the last of all.

Levels: *the same, or not told*; *told otherwise* (another does it, the order says another thing, or it need not have
happened): it forbids corroboration, and conflicts with nothing.
"""

from __future__ import annotations

from factcheck.domain import Reason
from factcheck.stance.alike.orders import turned_order
from factcheck.stance.names.doers import another_doer
from factcheck.stance.predicates.not_done import not_done
from factcheck.stance.reading.pair import Pair


def told_otherwise(pair: Pair) -> Reason | None:
    """Return a reason where the words of the claim say something else in the source."""
    return another_doer(pair) or next(turned_order(pair), None) or not_done(pair)
