"""Hearsay: does the source say it itself, or only that posts, rumours or chain letters do?

Levels: *its own word, or not told*; *hearsay* (what answers the claim is what "posts say" or "rumours had it"). It
forbids corroboration and contradicts nothing. A claim that is itself about what posts say is not asked.
"""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.domain import Facet, Polarity, Reason
from factcheck.stance.reading.pair import Pair
from factcheck.stance.reading.rumours import hearsay_in

STRENGTH = 0.5


def compare_hearsay(pair: Pair) -> Iterator[Reason]:
    """Yield at most one reason: what answers most of the claim is what posts or rumours say."""
    if next(hearsay_in(pair.claim, 0, len(pair.claim.text)), None) is not None:
        return
    for told in hearsay_in(pair.passage, pair.start, pair.end):
        end = next((last for first, last in pair.passage.sentences if first <= told.start < last), pair.end)
        inside = [one for one in pair.partners if told.end <= one.passage.start < end]
        if len(inside) > len(pair.partners) / 2:
            yield Reason(
                comparator="modality",
                facet=Facet.WHAT,
                polarity=Polarity.CONTEXT,
                strength=STRENGTH,
                message=f"the source only tells that “{told.text}” it",
                passage_spans=(told,),
            )
            return
