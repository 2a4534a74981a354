"""What is known of a comparison: the signs that the trained scores read, and what forbids corroboration.

What forbids it is asked until one thing does, the cheap questions first: of most passages some word of the claim is
missing.
"""

from __future__ import annotations

from factcheck.domain import Claim, Polarity, Reason
from factcheck.stance.figures.numbers import unanswered
from factcheck.stance.matrix.gaps import blocking_words, lacks_deed, lacks_opener
from factcheck.stance.names.naming import is_respelled
from factcheck.stance.names.shared import unshared_names
from factcheck.stance.names.who import another_speaks
from factcheck.stance.predicates.accusations import turns_down
from factcheck.stance.predicates.accusers import own_hedges
from factcheck.stance.predicates.denials import denies_evidence, is_told_from_afar
from factcheck.stance.predicates.modality import is_hedged, is_reported
from factcheck.stance.predicates.polarity import clashes_somewhere
from factcheck.stance.predicates.tone import silence, tone
from factcheck.stance.quotations.quoted_parts import bars, negates_in_parts
from factcheck.stance.reading.pair import Pair
from factcheck.stance.reading.slots import Alignment
from factcheck.stance.rulings.rulings import denies_something
from factcheck.stance.scoring import Signs

LONG_CLAIM = 7
"""Words of content from which a claim is long. Source: FEVER-symmetric dev, SICK train and Emergent tune, 2026."""
LONGEST_PASSAGE = 400
"""Words; a longer text is an article, which quotes what it then takes apart."""
_FORBIDDING = frozenset(["events", "modality", "places", "ranks", "results", "roles", "subject"])
"""Comparators whose reasons forbid corroboration, and conflict with nothing."""
_OPEN_FORBIDDING = frozenset(["polarity", "rulings", "speakers"])
"""Those whose reasons forbid it where they take no side: one text denies it, if only in part, or as an order."""


def signs_of(
    claim: Claim | str, pair: Pair, alignment: Alignment, reasons: list[Reason], other_words: list[Reason]
) -> Signs:
    """Return what is known of the comparison; `blocked` is whether anything forbids corroboration."""
    denied = denies_something(pair) or denies_evidence(pair) or turns_down(pair)
    clashing = clashes_somewhere(pair, alignment) and not negates_in_parts(reasons, pair.claim.words, pair.stretch)
    lost = blocking_words(pair)
    context = any(
        one.comparator in _FORBIDDING
        or (one.polarity is Polarity.CONTEXT and (one.comparator in _OPEN_FORBIDDING or bars(one)))
        for one in reasons
    )
    blocked = (
        (denied or clashing or _hedges(pair) or context or bool(lost) or bool(other_words))
        or len(pair.passage.words) > LONGEST_PASSAGE
        or lacks_deed(pair)
        or lacks_opener(pair)
        or any(is_respelled(one) for one in reasons)
        or unanswered(pair, reasons)
        or is_told_from_afar(pair)
        or another_speaks(pair, claim)
    )
    return signs_beside(pair)._replace(
        share=alignment.share,
        against=together(reasons, Polarity.OPPOSES),
        agreed=together(reasons, Polarity.SUPPORTS),
        blocked=float(blocked),
        unshared=float(bool(unshared_names(pair))),
        lost=min(1.0, len(lost) / (len(pair.claim.content) or 1)),
        differing=float(bool(other_words)),
        clashing=float(clashing),
        denied=float(denied),
    )


def signs_beside(pair: Pair) -> Signs:
    """Return what the words and the tone tell of a passage that answers too little of the claim to be compared."""
    return Signs(
        coverage=pair.coverage,
        topic=pair.topic,
        blocked=1.0,
        hedged=float(_hedges(pair)),
        short=float(len(pair.claim.content) < LONG_CLAIM),
        asking=float("?" not in pair.claim.text and pair.passage.text.find("?", pair.start, pair.end) >= 0),
        reporting=float(is_reported(pair.told) and not is_reported(pair.claim.vocabulary)),
        wordier=min(1.0, max(0.0, len(pair.stretch) / (len(pair.claim.words) or 1) - 1) / 2),
        tone=tuple(tone(pair).values()),
        silence=tuple(silence(pair).values()),
    )


def _hedges(pair: Pair) -> bool:
    return is_hedged(pair.told) > is_hedged(pair.claim.vocabulary) and is_hedged(pair.told - own_hedges(pair))


def together(reasons: list[Reason], polarity: Polarity) -> float:
    """Return how strongly the reasons of one polarity speak together, 0..1."""
    doubt = 1.0
    for reason in reasons:
        if reason.polarity is polarity:
            doubt *= 1.0 - reason.strength
    return 1.0 - doubt
