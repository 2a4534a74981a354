"""Quotations that went through different translations: their words may differ, what they say may not.

Levels, for each quotation of the claim and the sentence of the same speaker that faces it: *another figure*, *another
name*, *turned round* (one of the two denies it, or says the opposite); each speaks against the claim. Nothing is said
where most of what the two say is not the same, where more than one thing differs, or where nothing shows that one
person speaks.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from factcheck.domain import Claim, Facet, Polarity, Quantity, Reason, Span
from factcheck.stance.figures.figures import compatible, convertible, each_says, figures_in, same_figure
from factcheck.stance.names.shared import stands
from factcheck.stance.quotations.quoted_parts import ALTERED_STRENGTH
from factcheck.stance.reading.lexicon import DENIALS, prefixed_opposites, synonyms
from factcheck.stance.reading.negations import is_negative
from factcheck.stance.reading.pair import Pair, align, same_word
from factcheck.stance.reading.slots import names_in, same_place
from factcheck.stance.reading.texts import is_name, read
from factcheck.text.quotations import find_quotations
from factcheck.text.sentences import split_sentences
from factcheck.text.words import Word, split_words

FACING = 0.5
"""Share of a quotation's content words, those that differ left out, that its other translation answers. Our choice."""
FEWEST = 2
"""Content words that the two must have in common; one is a topic, and no saying."""
_SAYING = frozenset(
    [
        *("said", "says", "say", "told", "tells", "tell", "added", "adds", "asked", "wrote", "writes", "according"),
        *("sagte", "sagt", "erklarte", "betonte", "zufolge"),
    ]
)
"""What speaks in each claim; folded."""


def compare_translated(pair: Pair, claim: Claim | str, quotations: Sequence[Span]) -> Iterator[Reason]:
    """Yield what differs between the quotations of a claim and what faces them in another translation."""
    outside = _outside(pair.claim.text, quotations)
    for quotation in quotations:
        for there in _facing(pair, claim, outside):
            found = list(_differences(quotation, there))
            if len(found) == 1:
                yield found[0]
                break


def _facing(pair: Pair, claim: Claim | str, outside: frozenset[str]) -> Iterator[Span]:
    """Yield the stretches of a passage that the speaker of the claim can have said: quoted ones, else sentences."""
    text = pair.passage.text
    quoted = find_quotations(text)
    if not _is_of_speaker(claim, outside, _outside(text, quoted) if quoted else pair.passage.vocabulary):
        return
    whole = quoted or [Span(0, len(text), text)]
    for one in whole:
        for low, high in split_sentences(text, one.start, one.end):
            yield Span.cut(text, low, high)


def _is_of_speaker(claim: Claim | str, ours: frozenset[str], theirs: frozenset[str]) -> bool:
    """Whether the passage names who speaks in the claim; a claim that names nobody may be anybody's."""
    if not isinstance(claim, str) and claim.claimant is not None:
        names = [word.folded for word in split_words(claim.claimant.name) if word.text[0].isupper()]
        return bool(names) and names[-1] in theirs
    return not ours or not ours.isdisjoint(theirs)


def _outside(text: str, quotations: Sequence[Span]) -> frozenset[str]:
    """Return the folded words of a text outside of its quotations that tell who speaks."""
    words = (word for word in split_words(text) if not any(q.start <= word.start < q.end for q in quotations))
    return frozenset(word.folded for word in words if not word.is_stop and word.folded not in _SAYING)


def _differences(quotation: Span, there: Span) -> Iterator[Reason]:
    """Yield what differs between a quotation and a sentence, if most of the rest of it is the same."""
    pair = align(quotation.text, there.text)
    apart = [*_figures(quotation.text, there.text), *_names(quotation.text, there.text)]
    differing = [word for word in pair.claim.content if any(a.start <= word.start < a.end for a, _, _, _ in apart)]
    asked = [word for word in pair.claim.content if word not in differing]
    answered = [one for one in pair.partners if one.claim in asked]
    if len(answered) < FEWEST or len(answered) < FACING * len(asked):
        return
    for one, other, facet, message in apart:
        yield _reason(facet, message, _moved(one, quotation), _moved(other, there))
    if _is_turned(pair):
        yield _reason(Facet.WHAT, "one translation denies what the other says", quotation, there)


Apart = tuple[Span, Span, Facet, str]


def _figures(ours: str, theirs: str) -> list[Apart]:
    """Return the one figure that has another in its place, if there is just one on either side."""
    mine, others = figures_in(ours, 0, len(ours)), figures_in(theirs, 0, len(theirs))
    left = [one for one in mine if not any(_agree(one, other) for other in others)]
    right = [other for other in others if not any(_agree(one, other) for one in mine)]
    if len(left) != 1 or len(right) != 1 or not convertible(left[0], right[0]):
        return []
    (one,), (other,) = left, right
    if not _count_the_same(one.noun, other.noun):
        return []
    return [(one.span, other.span, Facet.HOW_MANY, each_says(ours, one, theirs, other))]


def _count_the_same(one: str, other: str) -> bool:
    """Whether two counted nouns can be translations of one; where a figure has none, the rest of the saying tells."""
    ours, theirs = split_words(one)[-1:], split_words(other)[-1:]
    if not ours or not theirs:
        return True
    return same_word(ours[0], theirs[0]) or synonyms(ours[0].stem, theirs[0].stem)


def _agree(one: Quantity, other: Quantity) -> bool:
    return same_figure(one, other) or compatible(one, other)


def _names(ours: str, theirs: str) -> list[Apart]:
    """Return the one name that has another of its kind in its place, if there is just one on either side."""
    mine, others = names_in(ours), names_in(theirs)
    left = [one for one in mine if not stands(one, others)]
    right = [other for other in others if not stands(other, mine)]
    if len(left) != 1 or len(right) != 1:
        return []
    (one,), (other,) = left, right
    if bool(same_place(one.text, one.text)) != bool(same_place(other.text, other.text)):
        return []
    return [(one, other, Facet.WHO, f"differs: {one.text} / {other.text}")]


def _is_turned(pair: Pair) -> bool:
    """Whether one side denies what the other says: by one parity of negations, denials and opposites."""
    ours, theirs = read(pair.claim.text).words, read(pair.passage.text).words
    opposite = sum(one.kind == "opposite" for one in pair.partners)
    if (_negations(ours) + _negations(theirs) + opposite) % 2 == 0:
        return False
    open_words = [*pair.missing, *(word for word in theirs if word not in [one.passage for one in pair.partners])]
    return not any(_may_deny(word) for word in open_words)


def _negations(words: Sequence[Word]) -> int:
    return sum(is_negative(word.folded, word.stem) or word.stem in DENIALS for word in words)


@lru_cache(4096)
def _plain(folded: str) -> bool:
    return any(len(one) < len(folded) for one in prefixed_opposites(folded))


def _may_deny(word: Word) -> bool:
    """Whether a word without a partner may say by its prefix what the other side denies: "unsafe" for "not safe"."""
    return not is_name(word) and (_plain(word.folded) or word.folded.endswith(("less", "los", "lose", "losen")))


def _moved(span: Span, whole: Span) -> Span:
    return Span(whole.start + span.start, whole.start + span.end, span.text)


def _reason(facet: Facet, message: str, ours: Span, theirs: Span) -> Reason:
    return Reason(
        comparator="quotations",
        facet=facet,
        polarity=Polarity.OPPOSES,
        strength=ALTERED_STRENGTH,
        message=f"the translated quotation says something else: {message}",
        claim_spans=(ours,),
        passage_spans=(theirs,),
    )


__all__ = ["compare_translated"]
