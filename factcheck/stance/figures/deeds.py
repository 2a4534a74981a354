"""Two figures of two deeds: which of them is that of what the claim says was done?

"The council set aside £1.8m and had paid £310,000" has the sum of the claim "had paid £1.8m", and it is not what was
paid. Levels: *this one, or not told*; *the other one* (the figure's own part of the passage lacks the claim's verb and
has another word in its place; one other part, of the sentence or of the next, has that verb, and says nothing else that
the claim does not say). A bound, a plan and what came on top ("another £310,000") tell nothing.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from factcheck.domain import Polarity, Quantity, Reason, Span
from factcheck.stance.figures.counted import same_noun
from factcheck.stance.figures.figures import compatible, convertible, figures_in, same_figure
from factcheck.stance.figures.ways import says_direction
from factcheck.stance.reading.german_verbs import is_known_verb
from factcheck.stance.reading.lexicon import is_past
from factcheck.stance.reading.pair import Pair, same_word
from factcheck.stance.reading.texts import is_light, words_between
from factcheck.text.words import Word

MOST = 6
"""Figures beside one another that are told apart; a passage of more is a list. Source: our own choice."""
_JOINS = re.compile(
    r"[.!?;] |,(?!\d)(?: (?:and|while|but|whereas|of which|und|während|aber|davon))?"
    r"|\b(?:and|while|but|whereas|und|während|aber)\b"
)
_TELLS_NOTHING = re.compile(
    r"\b(?:will|would|may|might|could|should|must|can|shall|not|never|no|another|further|more|additional|extra"
    r"|wird|werden|würden?|soll|sollen|kann|können|könnten?|muss|müssen|darf|nicht|nie|kein\w*|weitere[nrs]?|zusätzlich)\b"
)
"""In lower case: "May" is a month."""
_GERMAN_PAST = re.compile(r"(?:ge\w+(?:t|en)|\w{2,}(?:ge\w+t|te|ten|iert))")
_NOT_BEFORE = frozenset(
    ["was", "were", "had", "been", "has", "have", "hat", "haben", "wurde", "wurden", "war", "waren"]
)


def of_the_deed(pair: Pair, one: Quantity, figure: Quantity) -> Quantity | None:
    """Return the figure that the passage gives for what the claim's figure was done to, where it is not `figure`."""
    deed = _deed(pair.claim.words, one)
    bounds = _around(pair, figure.span.start)
    given = [other for other in figures_in(pair.passage.text, *bounds) if _can_be(one, other)]
    at = next((at for at, other in enumerate(given) if other.span.start == figure.span.start), None)
    if deed is None or at is None or not 1 < len(given) <= MOST:
        return None
    parts = _parts(pair.passage.text, given, bounds)
    told = [words_between(pair.passage.words, *part) for part in parts]
    if not told or _has(told[at], deed) or not _has_another(pair, told[at]):
        return None
    found = [
        other
        for other, part, words in zip(given, parts, told, strict=True)
        if _has(words, deed)
        and _says_no_more(pair, words, other)
        and not _TELLS_NOTHING.search(pair.passage.text, *part)
    ]
    if len(found) != 1 or (compatible(one, found[0]) and not same_figure(one, found[0])):
        return None
    return found[0]


def is_of_the_deed(pair: Pair, one: Quantity, facing: Quantity, fitting: Quantity | None) -> bool:
    """Whether the figure that fits is that of the claim's deed, and the one that faces the claim's of another."""
    found = of_the_deed(pair, one, facing) if fitting is not None else None
    return found is not None and fitting is not None and found.span.start == fitting.span.start


def counts_two_deeds(pair: Pair, reasons: Sequence[Reason]) -> bool:
    """Whether figures differ of which each is what its own text says was done to: "approved 40", "refused 12".

    What rose by so much and fell by so much is one thing measured.
    """
    counts = [one for one in reasons if one.polarity is Polarity.OPPOSES and one.comparator == "numbers"]
    opposite = [one for one in pair.partners if one.kind == "opposite" and not says_direction(one.claim.text)]
    return any(
        _is_done_to(pair.claim.text, verb.claim, one.claim_spans)
        and _is_done_to(pair.passage.text, verb.passage, one.passage_spans)
        for one in counts
        for verb in (opposite if _are_bare_counts(pair, one) else ())
    )


def _is_done_to(text: str, verb: Word, figures: Sequence[Span]) -> bool:
    """Whether a figure stands right behind a verb as what it is done to, or right before that in the passive."""
    return any(
        _OBJECT.fullmatch(text, verb.end, one.start) or _DONE.fullmatch(text, one.end, verb.start) for one in figures
    )


def _are_bare_counts(pair: Pair, reason: Reason) -> bool:
    sides = ((pair.claim.text, reason.claim_spans), (pair.passage.text, reason.passage_spans))
    units = [
        one.unit
        for text, spans in sides
        for span in spans[:1]
        for one in figures_in(text, span.start, min(len(text), span.end + _NOUN))
    ]
    return bool(units) and not any(units)


_OBJECT = re.compile(r" (?:(?:the|a|an|all|about|around|some|only|another|more than|at least|nearly) ){0,2}")
_DONE = re.compile(r" (?:[\w-]+ ){1,3}?(?:was|were|are|have been|had been|has been) ")
_NOUN = 20  # characters behind a figure in which its unit or noun stands


def _deed(words: Sequence[Word], one: Quantity) -> Word | None:
    """Return the verb of a claim's figure: the last before it, else the last of the claim, as German has it."""
    verbs = [word for word in words if _is_verb(word)]
    return next((word for word in reversed(verbs) if word.end <= one.span.start), verbs[-1] if verbs else None)


def _is_verb(word: Word) -> bool:
    if not word.text[0].islower() or word.folded in _NOT_BEFORE:
        return False
    return is_past(word.folded) or is_known_verb(word.folded) or _GERMAN_PAST.fullmatch(word.folded) is not None


def _around(pair: Pair, at: int) -> tuple[int, int]:
    """Return the bounds of the sentence of a place, with its neighbours."""
    sentences = pair.passage.sentences
    index = next((index for index, (start, end) in enumerate(sentences) if start <= at < end), 0)
    near = sentences[max(0, index - 1) : index + 2]
    return (near[0][0], near[-1][1]) if near else (0, len(pair.passage.text))


def _can_be(one: Quantity, other: Quantity) -> bool:
    """Whether a figure can be of what the claim counts, be it that it does not say again what that is."""
    if not convertible(one, other):
        return False
    return bool(one.unit) or not (one.noun and other.noun) or same_noun(one.noun, other.noun)


def _parts(text: str, figures: Sequence[Quantity], bounds: tuple[int, int]) -> list[tuple[int, int]]:
    """Return the parts of a stretch, one for each figure; none where nothing parts two of them."""
    cuts = [bounds[0]]
    for one, other in pairwise(figures):
        mark = _JOINS.search(text, one.span.end, other.span.start)
        if mark is None:
            return []
        cuts.append(mark.end())
    return list(pairwise([*cuts, bounds[1]]))


def _has(words: Sequence[Word], deed: Word) -> bool:
    return any(same_word(word, deed) for word in words)


def _has_another(pair: Pair, words: Sequence[Word]) -> bool:
    """Whether a part has a word of its own in the place of the claim's verb: without one, that goes for it, too."""
    return any(
        word.text[0].islower()
        and not word.is_number
        and (not word.is_stop or _is_verb(word))
        and not _is_asked(pair, word)
        for word in words
    )


def _says_no_more(pair: Pair, words: Sequence[Word], figure: Quantity) -> bool:
    """Whether a part has no word, and no number but its figure, that the claim does not have."""
    own = figure.span
    return all(
        _is_asked(pair, word) or word.is_stop or is_light(word) or own.start <= word.start < own.end for word in words
    )


def _is_asked(pair: Pair, word: Word) -> bool:
    return any(same_word(word, other) for other in pair.claim.words)
