"""How far each text commits itself: the badge where one says less than the other, beside whatever stance there is.

Levels: *alike, or not told*; *of more or fewer* ("all" beside "most", "always" beside "often", "must" beside "may");
*planned, hoped or limited* beside *done*; each either way round. It decides no stance: what forbids to corroborate is
`modality`, `factuality` and `small_words`.
"""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.domain import Facet, Polarity, Reason, Span
from factcheck.stance.predicates.factuality import says_it_stronger, says_it_weaker
from factcheck.stance.predicates.small_words import ranked_degree
from factcheck.stance.predicates.unreal import to_come
from factcheck.stance.reading.badges import STRONGER, WEAKER, Degree
from factcheck.stance.reading.pair import Pair
from factcheck.stance.reading.slots import Alignment

LEAST_COVERAGE = 0.5
"""Share of the claim answered below which its verb is not the passage's. Source: that of `factuality`."""


def degree_beside(pair: Pair, alignment: Alignment, reasons: Sequence[Reason]) -> Degree:
    """Return the badge of a passage that says the claim more weakly or more strongly, with the words that say so."""
    if pair.coverage < LEAST_COVERAGE:
        return Degree()
    ranked = ranked_degree(pair, alignment)
    if ranked.badge:
        return ranked
    held = any(one.comparator == "modality" for one in reasons)
    weaker = (says_it_weaker(pair) if held else None) or to_come(pair)
    if weaker is not None:
        return Degree(WEAKER, (), (weaker,)) if _differs(alignment, weaker, theirs=True) else Degree()
    stronger = says_it_stronger(pair) or to_come(pair, in_claim=True)
    if stronger is not None and _differs(alignment, stronger, theirs=False):
        return Degree(STRONGER, (stronger,), ())
    return Degree()


def tell_degree(degree: Degree, reasons: Sequence[Reason]) -> tuple[Reason, ...]:
    """Return why there is a badge, where no other reason says so: no badge stands there unexplained."""
    if not degree.badge or any(one.comparator in _TELLING and one.polarity is Polarity.CONTEXT for one in reasons):
        return ()
    ours, theirs = (" … ".join(f"“{one.text}”" for one in spans) for spans in (degree.claim, degree.passage))
    more = "more weakly" if degree.badge == WEAKER else "more strongly"
    told = f": {ours} in the claim, {theirs} in the source" if ours and theirs else ""
    told = told or (f": {theirs} in the source only" if theirs else f": {ours} in the claim only")
    return (
        Reason(
            comparator="modality",
            facet=Facet.WHAT,
            polarity=Polarity.CONTEXT,
            strength=0.0,
            message=f"the source says it {more}{told}",
            claim_spans=degree.claim,
            passage_spans=degree.passage,
        ),
    )


_TELLING = frozenset(["modality", "small words"])


def _differs(alignment: Alignment, place: Span, *, theirs: bool) -> bool:
    """Whether what makes it weaker is a word in which the texts differ, where one follows the other's wording."""
    return not alignment.close or any(
        place.start < word.end and word.start < place.end
        for slot in alignment.slots
        for word in (slot.passage if theirs else slot.claim)
    )
