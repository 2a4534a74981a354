"""What else forbids to call a claim corroborated: asked last, and only of what all the rest lets pass.

Its words may stand in the source in another order, under another small word, the other way round, or as what did not
happen. So it costs nothing for the passages that bear nothing out, which are most.
"""

from __future__ import annotations

from factcheck.domain import Polarity, Reason
from factcheck.stance.alike.word_order import compare_order
from factcheck.stance.figures.from_to import compare_ends
from factcheck.stance.names.sides import compare_sides
from factcheck.stance.predicates.small_words import badge_of, compare_small_words
from factcheck.stance.predicates.unreal import compare_reality
from factcheck.stance.reading.pair import Pair
from factcheck.stance.reading.slots import Alignment


def objections(pair: Pair, alignment: Alignment) -> list[Reason]:
    """Return what forbids corroboration, one reason of a kind; one that opposes contradicts the claim."""
    found = (
        compare_ends(pair),
        compare_small_words(pair, alignment),
        compare_sides(pair),
        compare_reality(pair),
        compare_order(pair, alignment),
    )
    return [one for one in found if one is not None]


def badges_of(objected: list[Reason]) -> tuple[str, ...]:
    """Return the badges of what was objected: that the source says less than the claim, or more."""
    found = (badge_of(one) for one in objected if one.comparator == "small words" and one.polarity is Polarity.CONTEXT)
    return tuple(one for one in found if one)
