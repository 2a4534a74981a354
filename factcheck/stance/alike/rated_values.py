"""A rating of another value: is the statement that is rated the claim, but for its figure, date or name?"""

from __future__ import annotations

import re

from factcheck.domain import Polarity, Reason
from factcheck.stance.alike.events import is_clash, without_side
from factcheck.stance.reading.pair import Pair
from factcheck.stance.rulings.rulings import RATED_STRENGTH


def ruled_on_another(pair: Pair, reasons: list[Reason]) -> list[Reason]:
    """Return the reasons, with a rating and a clash as context where the statement that is rated has another value.

    That it is false that the terminal cost 50 million says nothing of whether it cost 37.
    """
    rated = [one for one in reasons if one.comparator == "rulings" and one.strength >= RATED_STRENGTH and _points(one)]
    ends = [span.start for one in rated for span in one.passage_spans]
    clashes = [one for one in reasons if is_clash(one) and _in_what_is_rated(pair, one, max(ends, default=0))]
    if not clashes:
        return reasons
    return [without_side(one) if one in rated or one in clashes else one for one in reasons]


def _points(reason: Reason) -> bool:
    return reason.polarity is not Polarity.CONTEXT


def _in_what_is_rated(pair: Pair, clash: Reason, end: int) -> bool:
    """Tell whether a clash stands in the words of a claim that is rated behind it, at `end`."""
    places = [span.start for span in clash.passage_spans]
    text = pair.passage.text
    return any(at < end and _REVIEWED.search(text[max(0, at - LONGEST_REVIEWED) : at]) is not None for at in places)


_REVIEWED = re.compile(
    r"\b(?:claims?|claimed|statement|posts?|rumou?rs?|allegation|assertion)\b[^.!?\n]*\Z", re.IGNORECASE
)
LONGEST_REVIEWED = 240  # characters from "the claim that" to what differs in it
