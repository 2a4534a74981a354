"""The sentence that tells of what the claim names, where another one tells the same of something else.

"The Skei mine produced 40,000 tonnes in 2023. The Torvik mine produced 22,000." Of the Torvik mine the first sentence
says nothing, though it has more of the claim's words.
"""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.domain import Reason
from factcheck.stance.reading.pair import Pair, answered_in
from factcheck.stance.reading.slots import alike, names_in
from factcheck.stance.reading.texts import alone

LEAST_TOLD = 0.5
"""Share of the claim that such a sentence must answer: else it says something else of what the claim names."""


def passage_of_its_own(pair: Pair, against: Sequence[Reason]) -> str | None:
    """Return the passage with all but that sentence blanked out, in place; None where there is no such sentence.

    `against`: the reasons that another name stands in the place of the claim's.
    """
    text = pair.passage.text
    wanted = [span.text for one in against for span in one.claim_spans]
    places = [span.start for one in against for span in one.passage_spans]
    for start, end in pair.passage.sentences:
        if any(start <= at < end for at in places) or answered_in(pair, start, end) < LEAST_TOLD:
            continue
        named = [one.text for one in names_in(text) if start <= one.start < end]
        if wanted and all(any(alike(one, other) for other in named) for one in wanted):
            return alone(text, start, end)
    return None
