"""To whom it was said: does the passage have the quoted words said to another paper or station than the claim does?

Levels: *another outlet* ("told the Courier" beside the quoted words, where the claim has them said to the Herald, whom
the stretch does not name); *not compared* (either text names none, or one of them says "reporters").
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from factcheck.domain import Claim, Facet, Polarity, Reason, Span
from factcheck.stance.reading.pair import Pair
from factcheck.stance.reading.slots import alike, names_in
from factcheck.text.sentences import sentence_at

STRENGTH = 0.6
_NAME = r"[A-Z][\w’'&-]*(?: [A-Z][\w’'&-]*){0,4}"
_TOLD = re.compile(
    rf"\b(?:(?:told|tells|spoke to|speaking to) (?:(?:the|The) )?(?P<outlet>{_NAME})"
    rf"|(?:in|In) an interview with (?:(?:the|The) )?(?P<in>{_NAME}))"
)


def compare_outlets(pair: Pair, claim: Claim, quoted: Sequence[Span]) -> Iterator[Reason]:
    """Yield at most one reason: the quoted words were said to another outlet.

    `quoted`: where the passage has the claim's quotations, word for word.
    """
    if not claim.medium or not quoted or any(alike(claim.medium, one.text) for one in names_in(pair.aligned.text)):
        return
    text = pair.passage.text
    for there in quoted:
        start, end = sentence_at(pair.passage.sentences, there.start) or (there.start, there.end)
        outside = (one for one in _TOLD.finditer(text, start, max(end, there.end)) if not _within(one.start(), there))
        found = next(outside, None)
        if found is not None:
            group = found.lastgroup or "outlet"
            yield Reason(
                comparator="speakers",
                facet=Facet.WHO,
                polarity=Polarity.OPPOSES,
                strength=STRENGTH,
                message=f"said to {claim.medium} in the claim, to {found[group]} in the source",
                passage_spans=(Span(found.start(group), found.end(group), found[group]),),
            )
            return


def _within(at: int, there: Span) -> bool:
    return there.start <= at < there.end
