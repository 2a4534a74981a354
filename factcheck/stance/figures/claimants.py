"""A claim made by so many: "62 per cent of residents said the water tastes bad" has its figure in who says it.

Levels: *the same* (the passage has that share or number of the same people); *another figure* (it has one, and one
only, of the same people: a conflict where the rest is the same); *not told* (it does not count them: it cannot bear the
claim out).
"""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.domain import Claim, Facet, Polarity, Quantity, Reason
from factcheck.stance.figures.counted import same_noun
from factcheck.stance.figures.figures import both_say, each_says, figures_in, same_figure
from factcheck.stance.reading.pair import Pair

SAME_STRENGTH, DIFFER_STRENGTH = 0.6, 0.75


def compare_claimants(pair: Pair, claim: Claim | str) -> Iterator[Reason]:
    """Yield at most one reason on how many say it, where the claim says so."""
    if isinstance(claim, str) or claim.claimant is None:
        return
    who = claim.claimant.name
    asked = [one for one in figures_in(who, 0, len(who)) if one.noun]
    if not asked:
        return
    one = asked[0]
    given = [
        other for other in figures_in(pair.passage.text, pair.start, pair.end) if _of_the_same(one, other)
    ]  # fmt: skip
    same = next((other for other in given if same_figure(one, other)), None)
    if same is not None:
        yield _reason(Polarity.SUPPORTS, both_say(who, one, pair.passage.text, same), same)
    elif len({(other.low, other.high) for other in given}) == 1:
        yield _reason(Polarity.OPPOSES, each_says(who, one, pair.passage.text, given[0]), given[0])
    else:
        yield Reason(
            comparator="subject",
            facet=Facet.WHO,
            polarity=Polarity.CONTEXT,
            strength=SAME_STRENGTH,
            message=f"{who} say it in the claim; the source does not count them",
        )


def _of_the_same(one: Quantity, other: Quantity) -> bool:
    return one.unit == other.unit and bool(other.noun) and same_noun(one.noun, other.noun)


def _reason(polarity: Polarity, message: str, given: Quantity) -> Reason:
    return Reason(
        comparator="numbers",
        facet=Facet.HOW_MANY,
        polarity=polarity,
        strength=SAME_STRENGTH if polarity is Polarity.SUPPORTS else DIFFER_STRENGTH,
        message=message,
        passage_spans=(given.span,),
    )
