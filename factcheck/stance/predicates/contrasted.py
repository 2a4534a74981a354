"""The claim's words as what it was not: "because of speed, not because of a broken rail", "instead of in secret".

Asked only of what would else be called corroborated. Levels: *its own, or not told*; *excluded* (words of the claim
stand in the source only behind "not", "rather than", "instead of" and the like, led to by the same small word), which
contradicts the claim; *excluded in part* (more stands there than the claim has, another small word leads to it, or the
sentence has another negation), which only forbids corroboration. "Not only" and a claim with a negation or a contrast
of its own are let pass.
"""

from __future__ import annotations

import re

from factcheck.domain import Facet, Polarity, Reason, Span
from factcheck.stance.reading.negations import negations_of
from factcheck.stance.reading.pair import Pair
from factcheck.stance.reading.texts import is_name, words_between
from factcheck.text.sentences import sentence_at
from factcheck.text.words import Word

STRENGTH, EXCLUDED_STRENGTH = 0.5, 0.65
_CONTRAST = re.compile(
    r"(?:(?:(?<=, )|(?<=— )|(?<=– )|(?<=\())(?:and |und )?|(?<= )(?:and|und) )(?:not|nicht) "
    r"(?!only|just|merely|simply|solely|so much|far|long|least|always|necessarily|entirely|until|before|yet|even|more"
    r"|less|nur|bloß|allein|erst|mehr|weniger)"
    r"|\b(?:rather than|instead of|as opposed to|anstatt|statt|anstelle(?: von)?) ",
    re.IGNORECASE,
)
_ENDS = re.compile(r"[,.;:!?()–—]|\b(?:but|sondern|and|und|who|which|that|when|while|after|before)\b|\Z")
_ONLY = frozenset("alone only solely just allein nur".split())  # noqa: SIM905
_ALL = frozenset("all every both whole entire alle sämtliche beide".split())  # noqa: SIM905
_CAUSES = frozenset("of to over by through from wegen durch aufgrund".split())  # noqa: SIM905
"""The last word of what leads to a cause: "because of", "due to", "over"."""
_ARTICLES = frozenset("the a an its their his her der die das den dem des ein eine einen einem einer".split())  # noqa: SIM905


def compare_contrast(pair: Pair) -> Reason | None:
    """Return a reason where the source has words of the claim only as what it was not."""
    text = pair.passage.text
    if negations_of(pair.claim.text) or _CONTRAST.search(pair.claim.text):
        return None
    for match in _CONTRAST.finditer(text, pair.start, pair.end):
        end = _ENDS.search(text, match.end(), pair.end)
        inside = words_between(pair.passage.words, match.end(), end.start() if end else pair.end)
        if inside and _is_claimed_only_here(pair, inside):
            return _reason(pair, match.start(), inside)
    return None


def _is_claimed_only_here(pair: Pair, inside: tuple[Word, ...]) -> bool:
    """Whether words of the claim are answered in a contrast alone, and all the rest of it beside the contrast."""
    first, last = inside[0].start, inside[-1].end
    beside = {word.stem for word in pair.stretch if not first <= word.start < last}
    told = {word.stem for word in inside if not word.is_stop}
    answered = {one.passage.stem for one in pair.partners}
    here = (told & answered) - beside
    whole = _whole(inside) & _whole(pair.claim.words)
    return bool(here or whole) and bool(answered & beside)


def _whole(words: tuple[Word, ...]) -> set[str]:
    """Return the stems of words of which all are meant: "all companies", "all 40,000 employees"."""
    at = next((at for at, word in enumerate(words) if word.folded in _ALL), len(words))
    return {word.stem for word in words[at + 1 : at + 3] if not (word.is_stop or word.is_number)}


def _reason(pair: Pair, start: int, inside: tuple[Word, ...]) -> Reason:
    place = Span.cut(pair.passage.text, start, inside[-1].end)
    wholly = _is_whole(pair, inside) and not _is_negated_beside(pair, place)
    return Reason(
        comparator="polarity" if wholly else "modality",
        facet=Facet.WHAT,
        polarity=Polarity.OPPOSES if wholly else Polarity.CONTEXT,
        strength=EXCLUDED_STRENGTH if wholly else STRENGTH,
        message=f"the source has it as what it was not (“{place.text}”)",
        passage_spans=(place,),
    )


def _is_whole(pair: Pair, inside: tuple[Word, ...]) -> bool:
    """Whether the claim has all that the contrast excludes, led to by the same small word."""
    answered = {one.passage.stem for one in pair.partners}
    content = [word for word in inside if not word.is_stop]
    if not _ONLY.isdisjoint([word.folded for word in inside]):
        return False
    if not all(word.stem in answered for word in content) or all(map(is_name, content)):
        return False  # of names alone is asked what fills their place
    ours = next((one.claim for one in pair.partners if one.passage.stem == content[0].stem), None) if content else None
    led = _led_by(inside, content[0]) if content else ""
    if ours is None or not led:
        return ours is not None
    own = _led_by(pair.claim.words, ours)
    return own == led or {own, led} <= _CAUSES


def _led_by(words: tuple[Word, ...], word: Word) -> str:
    """Return the small word before a word, its article apart."""
    before = [one for one in words if one.start < word.start]
    while before and (before[-1].folded in _ARTICLES | _ALL or not before[-1].is_stop):
        before.pop()
    return before[-1].folded if before else ""


def _is_negated_beside(pair: Pair, place: Span) -> bool:
    start, end = sentence_at(pair.passage.sentences, place.start) or (pair.start, pair.end)
    text = pair.passage.text
    return bool(negations_of(text[start : place.start]) or negations_of(text[place.end : end]))
