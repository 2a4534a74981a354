"""Results of a vote or a match: do the two numbers stand the same way round?

Levels: *the same* (left to the comparator of numbers); *the other way round* ("52 to 48" beside "48 to 52"): a
contradiction where the passage has every word of the claim in its order, else what forbids corroboration, for who lost
is told with the lower number first.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.domain import Facet, Polarity, Reason, Span
from factcheck.stance.pair import Pair
from factcheck.stance.slots import Alignment

STRENGTH = 0.75
_RESULT = re.compile(
    r"(?<![\d.,:–-])(?P<one>\d{1,3})(?: votes?)?(?: to |\s?[-–:]\s?)(?P<other>\d{1,3})(?! ?%)(?![\d.,:–-]?\d)"
)


def compare_results(pair: Pair, alignment: Alignment) -> Iterator[Reason]:
    """Yield a reason where the passage has a result of the claim the other way round."""
    theirs = {(one["one"], one["other"]): one for one in _RESULT.finditer(pair.passage.text, pair.start, pair.end)}
    same = alignment.verbatim and not pair.missing and all(one.kind != "opposite" for one in pair.partners)
    for ours in _RESULT.finditer(pair.claim.text) if theirs else ():
        turned = theirs.get((ours["other"], ours["one"]))
        if turned is not None and ours["one"] != ours["other"] and (ours["one"], ours["other"]) not in theirs:
            yield Reason(
                comparator="results",
                facet=Facet.HOW_MANY,
                polarity=Polarity.OPPOSES if same else Polarity.CONTEXT,
                strength=STRENGTH,
                message=f"the numbers stand the other way round: {ours[0]} / {turned[0]}",
                claim_spans=(Span(ours.start(), ours.end(), ours[0]),),
                passage_spans=(Span(turned.start(), turned.end(), turned[0]),),
            )
