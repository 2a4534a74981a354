"""One word in the place of its opposite: where all else is word for word the same, it decides.

Levels: *opposite* ("raised" faces "lowered"); *denied* ("denied that it …" faces "said that it …"); *nothing to say*
(two such words, of which one may undo the other; a negation beside one of them; what both sides of one deed do).
"""

from __future__ import annotations

from factcheck.domain import Facet, Polarity, Reason, Span
from factcheck.stance.predicates.converses import is_no_clash
from factcheck.stance.reading.lexicon import opposites_of, prefixed_opposites
from factcheck.stance.reading.negations import negated_in
from factcheck.stance.reading.pair import Pair, Partner
from factcheck.stance.reading.slots import Alignment
from factcheck.text.words import Word

STRENGTH = 0.6
_DENYING = frozenset(["deny", "denies", "denied", "denying"])
_SAYING = frozenset(["say", "says", "said", "saying", "admits", "admitted", "acknowledged", "announced", "claimed"])


def opposite_in_place(pair: Pair, alignment: Alignment) -> Reason | None:
    """Return the clash of the one word of a close wording that says the opposite of what the claim has there."""
    if not alignment.verbatim:
        return None
    facing = [(slot.claim[0], slot.passage[0]) for slot in alignment.slots if len(slot.claim) == len(slot.passage) == 1]
    found = [(one, other) for one, other in facing if _are_opposite(one, other)]
    if len(found) != 1:
        return None
    ((one, other),) = found
    ours, theirs = negated_in(pair)
    negated = (one.start in ours) != (other.start in theirs)
    if negated or is_no_clash(pair, Partner(one, other, "opposite")):
        return None
    return Reason(
        comparator="polarity",
        facet=Facet.WHAT,
        polarity=Polarity.OPPOSES,
        strength=STRENGTH,
        message=f"the claim says “{one.text}”; the source says “{other.text}”",
        claim_spans=(Span(one.start, one.end, one.text),),
        passage_spans=(Span(other.start, other.end, other.text),),
    )


def _are_opposite(one: Word, other: Word) -> bool:
    denied = one.folded in _DENYING and other.folded in _SAYING
    denied = denied or (one.folded in _SAYING and other.folded in _DENYING)
    return denied or other.stem in opposites_of(one.stem) or other.folded in prefixed_opposites(one.folded)
