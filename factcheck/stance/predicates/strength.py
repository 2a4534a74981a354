"""How far each text commits itself: the badge where one says less than the other, beside whatever stance there is.

Levels: *alike, or not told*; *of more or fewer* ("all" beside "most", "always" beside "often", "must" beside "may");
*planned, hoped or limited* beside *done*; each either way round. It decides no stance: what forbids to corroborate is
`modality`, `factuality` and `small_words`.
"""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.domain import Reason, Span
from factcheck.stance.predicates.factuality import says_it_stronger, says_it_weaker
from factcheck.stance.predicates.small_words import ranked_badge
from factcheck.stance.predicates.unreal import to_come
from factcheck.stance.reading.badges import STRONGER, WEAKER
from factcheck.stance.reading.pair import Pair
from factcheck.stance.reading.slots import Alignment

LEAST_COVERAGE = 0.5
"""Share of the claim answered below which its verb is not the passage's. Source: that of `factuality`."""


def badge_beside(pair: Pair, alignment: Alignment, reasons: Sequence[Reason]) -> str:
    """Return the badge of a passage that says the claim more weakly or more strongly, or ""."""
    if pair.coverage < LEAST_COVERAGE:
        return ""
    ranked = ranked_badge(pair, alignment)
    if ranked:
        return ranked
    held = any(one.comparator == "modality" for one in reasons)
    weaker = (says_it_weaker(pair) if held else None) or to_come(pair)
    if weaker is not None:
        return WEAKER if _differs(alignment, weaker, theirs=True) else ""
    stronger = says_it_stronger(pair) or to_come(pair, in_claim=True)
    return STRONGER if stronger is not None and _differs(alignment, stronger, theirs=False) else ""


def _differs(alignment: Alignment, place: Span, *, theirs: bool) -> bool:
    """Whether what makes it weaker is a word in which the texts differ, where one follows the other's wording."""
    return not alignment.close or any(
        place.start < word.end and word.start < place.end
        for slot in alignment.slots
        for word in (slot.passage if theirs else slot.claim)
    )
