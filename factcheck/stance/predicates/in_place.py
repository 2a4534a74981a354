"""One word in the place of its opposite: where all else is word for word the same, it decides.

Levels: *opposite* ("raised" faces "lowered"); *denied* ("denied that it …" faces "said that it …"); *negated* ("not"
stands in one text, and is all that differs); *nothing to say* (two such words, of which one may undo the other; a
negation beside one of them; what both sides of one deed do).
"""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.domain import Facet, Polarity, Reason, Span
from factcheck.stance.predicates.converses import is_no_clash
from factcheck.stance.reading.lexicon import DENIALS, NEGATIVE_VERBS, opposites_of, prefixed_opposites
from factcheck.stance.reading.negations import negated_in, negation
from factcheck.stance.reading.pair import Pair, Partner, same_word
from factcheck.stance.reading.slots import Alignment
from factcheck.text.words import Word

STRENGTH, NEGATION_STRENGTH = 0.6, 0.7
_OF_BOUNDS = frozenset(["most", "least", "more", "less", "fewer"])
"""Words that with a figure set its bound, which is another comparison."""
_NOT = frozenset(["not", "cannot", "never", "nicht", "nie"])
_DENYING = frozenset(["deny", "denies", "denied", "denying"])
_SAYING = frozenset(["say", "says", "said", "saying", "admits", "admitted", "acknowledged", "announced", "claimed"])


def opposite_in_place(pair: Pair, alignment: Alignment) -> Reason | None:
    """Return the clash of the one word of a close wording that says the opposite of what the claim has there."""
    if not alignment.verbatim:
        return None
    lone = _lone_negation(alignment)
    if lone is not None:
        mine = lone in alignment.slots[0].claim
        message = f"the {'claim' if mine else 'source'} has “{lone.text}”, the {'source' if mine else 'claim'} has not"
        return _clash(message, NEGATION_STRENGTH, [lone] if mine else [], [] if mine else [lone])
    facing = [(slot.claim[0], slot.passage[0]) for slot in alignment.slots if len(slot.claim) == len(slot.passage) == 1]
    found = [(one, other) for one, other in facing if _are_opposite(one, other)]
    if len(found) != 1:
        return None
    ((one, other),) = found
    if {one.folded, other.folded} & _DENYING and not DENIALS.isdisjoint(_said_behind(pair, one, other)):
        return None  # who says that it is false denies it
    ours, theirs = negated_in(pair)
    negated = (one.start in ours) != (other.start in theirs)
    if negated or is_no_clash(pair, Partner(one, other, "opposite")):
        return None
    return _clash(f"the claim says “{one.text}”; the source says “{other.text}”", STRENGTH, [one], [other])


def _said_behind(pair: Pair, one: Word, other: Word) -> set[str]:
    """Return the stems of what stands behind the verb of saying of two facing verbs."""
    words, verb = (pair.stretch, other) if one.folded in _DENYING else (pair.claim.words, one)
    return {word.stem for word in words if word.start > verb.start}


def _lone_negation(alignment: Alignment) -> Word | None:
    """Return the negation that is all in which two texts differ: "did not write" beside "wrote"."""
    slot = alignment.difference
    if slot is None:
        return None
    found = [word for side in (slot.claim, slot.passage) for word in side if _negates(word, side)]
    ours, theirs = (
        [word for word in side if not (word.is_stop or _negates(word, side))] for side in (slot.claim, slot.passage)
    )
    if any(negation(word) for side in (slot.claim, slot.passage) for word in side if word not in found):
        return None  # "no danger" beside "not any danger"
    alike = len(ours) == len(theirs) <= 1 and all(map(same_word, ours, theirs))
    return found[0] if len(found) == 1 and alike else None


def _negates(word: Word, side: Sequence[Word]) -> bool:
    """Whether a word of a side denies what follows: "failed to", but not "and refused it"."""
    denies = word.stem in NEGATIVE_VERBS and any(one.folded in ("to", "from") for one in side)
    return denies or word.folded in _NOT or word.folded.endswith("n't")


def _clash(message: str, strength: float, ours: Sequence[Word], theirs: Sequence[Word]) -> Reason:
    return Reason(
        comparator="polarity",
        facet=Facet.WHAT,
        polarity=Polarity.OPPOSES,
        strength=strength,
        message=message,
        claim_spans=tuple(Span(one.start, one.end, one.text) for one in ours),
        passage_spans=tuple(Span(one.start, one.end, one.text) for one in theirs),
    )


def _are_opposite(one: Word, other: Word) -> bool:
    if not _OF_BOUNDS.isdisjoint((one.folded, other.folded)):
        return False
    denied = one.folded in _DENYING and other.folded in _SAYING
    denied = denied or (one.folded in _SAYING and other.folded in _DENYING)
    return denied or other.stem in opposites_of(one.stem) or other.folded in prefixed_opposites(one.folded)
