"""Tell who is about to speak: "Ivo Ross shook his head. “Not a chance.”", "Lee was defiant. “We will win.”".

A gesture or a mood that is told right before words without a speaker is that of who speaks them.
"""

from __future__ import annotations

from factcheck.claims.sentence.clauses import is_finite_or_past
from factcheck.claims.sentence.grammar import PRONOUNS, Token, is_adverb, tokenize
from factcheck.claims.sentence.masking import MASK, Masked
from factcheck.claims.sentence.subjects import subject_before
from factcheck.text.cued import written_words

LONGEST = 14  # tokens of a sentence that only tells a gesture or a mood
_GESTURES_WORDS = """
    nodded nods laughed laughs smiled smiles shrugged shrugs sighed sighs paused pauses frowned frowns grinned grins
    winced winces chuckled chuckles hesitated hesitates snorted scoffed blushed disagreed disagrees beamed beams
    objected objects bristled bristles demurred demurs"""
_GESTURES = frozenset(_GESTURES_WORDS.split())
_WITH_BODY = {
    "shook": "head", "shakes": "head", "shaking": "head", "rolled": "eyes", "rolls": "eyes", "raised": "eyebrow",
    "raises": "eyebrow", "threw": "hands", "throws": "hands", "held": "hands", "bit": "lip", "bites": "lip",
}  # fmt: skip
_MOODS_WORDS = """
    blunt defiant unrepentant adamant unmoved undeterred unapologetic sceptical skeptical optimistic cautious furious
    unimpressed unconvinced scathing dismissive delighted upbeat angry sanguine philosophical emphatic indignant"""
_MOODS = frozenset(_MOODS_WORDS.split())
_IS = frozenset(["is", "was", "are", "were", "remains", "remained", "sounded", "sounds"])

_TELLS = _GESTURES | _WITH_BODY.keys() | _MOODS

Pair = tuple[int, int]


def acts_before_speaking(sentence: Masked) -> Pair | None:
    """Return who makes a gesture or is in a mood, where a sentence tells no more than that; else None."""
    if MASK in sentence.text or _TELLS.isdisjoint(written_words(sentence.text)):
        return None  # most sentences, and reading their words costs
    tokens = tokenize(sentence.text)
    if len(tokens) > LONGEST:
        return None
    for at, token in enumerate(tokens):
        if not is_finite_or_past(token) and token.lower not in _GESTURES | _WITH_BODY.keys():
            continue
        ahead = [t.lower for t in tokens[at + 1 : at + 4]]
        mood = next((t.lower for t in tokens[at + 1 : at + 4] if t.lower in _MOODS or not _grades(t)), "")
        acts = token.lower in _GESTURES or _WITH_BODY.get(token.lower, "-") in ahead
        subject = subject_before(tokens, at) if acts or (token.lower in _IS and mood in _MOODS) else None
        if subject is None or subject[0] > 0:
            return None
        head = tokens[subject[1] - 1]
        named = head.capital or head.lower in PRONOUNS or tokens[0].lower == "the"
        return sentence.at(tokens[0].start, head.end) if named else None
    return None


def _grades(token: Token) -> bool:
    return is_adverb(token) or token.lower in ("more", "less", "even", "rather", "very", "still", "so", "in", "no")


__all__ = ["acts_before_speaking"]
