"""Names: does another name stand where the claim has one?

Levels: *differs* (the passage follows the claim's wording, and where the claim has a name that the passage lacks, the
passage has a name that the claim lacks: "differs: Anna Lind / Peter Holm"); *another speaker* (that name is the one
the words are given to); *spelled differently* (one name but for a letter or two: a slip, or somebody else; for a person
to see, and no conflict); *not compared* (no such slot, or the two can be one: a surname, an acronym, a capital and its
country, a seat of government and its country).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from factcheck.domain import Facet, Polarity, Reason, Span
from factcheck.stance.names.places import may_lie_in, stands_in
from factcheck.stance.names.shared import is_anybody, names_and_joined, stands
from factcheck.stance.reading.negations import negated_in
from factcheck.stance.reading.pair import Pair
from factcheck.stance.reading.slots import (
    Alignment,
    Slot,
    alike,
    is_of_name,
    known,
    names_in,
    same_place,
    spelling_slip,
)
from factcheck.stance.reading.texts import words_read
from factcheck.text.languages.scripts import same_script
from factcheck.text.names.gazetteer import ORGANISATION_WORDS, ROLES
from factcheck.text.names.particles import ALONE
from factcheck.text.names.persons import is_person
from factcheck.text.names.sameness import canonical, different_places, same_name
from factcheck.text.words import Word, fold

DIFFERS_STRENGTH = 0.7
SPELLING_STRENGTH = 0.3
_CUES = (
    r"(?:said|says|say|told|tells|stated|states|declared|stressed|added|adds|explained|insisted|announced|warned|argued|"
    r"argues|noted|notes|claimed|claims|wrote|writes|tweeted|testified|asked|replied|acknowledged|admitted|predicted)"
)
_CUE_AFTER = re.compile(rf"(?:’s|'s)?,?(?: (?:also|then|later|has|had))? {_CUES}\b", re.IGNORECASE)
_CUE_BEFORE = re.compile(
    rf"\b(?:{_CUES}|according to|adds|(?:made|given|spoken|written|quoted|signed) by)(?: [a-z]+){{0,3}} $",
    re.IGNORECASE,
)


def compare_names(pair: Pair, alignment: Alignment) -> Iterator[Reason]:
    """Yield a reason for each slot in which another name stands, and for a place whose name is part of another's."""
    yield from _parts_of_others(pair)
    if not alignment.slots:
        return
    ours, theirs = names_in(pair.claim.text), names_in(pair.passage.text)
    yield from _of_one_kind(pair, alignment)
    ours_under, theirs_under = negated_in(pair)
    for slot in alignment.slots:
        one, other = _facing(pair, alignment, slot, (ours, theirs))
        if one is None or other is None or alike(one.text, other.text) or not same_script(one.text, other.text):
            continue
        if _by_pronoun(slot.claim, slot.passage) or _of_anybody(pair, one, other):
            continue  # "Oslo, it …": the pronoun stands there, and the name beside it
        if (one.start in ours_under) != (other.start in theirs_under):
            continue  # "not in France" beside "in Italy" agrees
        pure = _fills(one, slot.claim) and _fills(other, slot.passage)
        unshared = not stands(one, theirs) and not stands(other, ours)
        if (pure or unshared) if alignment.verbatim else (pure and unshared and _same_kind(one.text, other.text)):
            told = _differs(pair, one, other)
            yield replace(told, polarity=Polarity.CONTEXT) if may_lie_in(pair, one, other) else told


def _facing(
    pair: Pair, alignment: Alignment, slot: Slot, names: tuple[tuple[Span, ...], tuple[Span, ...]]
) -> tuple[Span | None, Span | None]:
    """Return the names that face each other in a slot; beside a name, a word that opens a sentence is one too."""
    ours, theirs = names
    one, other = _name_of(pair.claim.text, ours, slot.claim), _name_of(pair.passage.text, theirs, slot.passage)
    if other is None and one is not None and one.start == slot.claim[0].start:
        other = _at_head(theirs, slot.passage)
    if one is None and other is not None and alignment.verbatim:
        one = _opener(slot.claim)
    if other is None and one is not None and alignment.verbatim:
        other = _opener(slot.passage)
    return one, other


def _parts_of_others(pair: Pair) -> Iterator[Reason]:
    """Yield a reason for each place of the claim for which another with its words stands: Guinea, Guinea-Bissau."""
    ours = names_and_joined(pair.claim.text)
    theirs = [one for one in names_and_joined(pair.passage.text) if pair.start <= one.start < pair.end] if ours else []
    for one in ours:
        others = [other for other in theirs if different_places(one.text, other.text)]
        if others and not any(_has_place(one, other) for other in theirs):
            words = set(fold(one.text).replace("-", " ").split())
            yield from (
                _differs(pair, one, other)
                for other in others
                if words < (more := set(fold(other.text).replace("-", " ").split())) or more < words
            )


def _of_one_kind(pair: Pair, alignment: Alignment) -> Iterator[Reason]:
    """Yield a reason for each name that shares with another only what it is: Halm University, University of Moss.

    The shared word stands in no slot, and what is left of one of them may face nothing there.
    """
    shared = [one for one in pair.partners if one.claim.text.casefold() in ORGANISATION_WORDS]
    if not shared or not alignment.verbatim:
        return
    facing = [slot for slot in alignment.slots if slot.claim and slot.passage]
    ours, theirs = names_and_joined(pair.claim.text), names_and_joined(pair.passage.text)
    for partner in shared:
        one, other = _holding(ours, partner.claim), _holding(theirs, partner.passage)
        if one is None or other is None:
            continue
        known_otherwise = alike(one.text, other.text) or stands(one, theirs) or stands(other, ours)
        if not known_otherwise and not any(slot.holds(one, other) for slot in facing):
            yield _differs(pair, one, other)


def _holding(names: Sequence[Span], word: Word) -> Span | None:
    return next((one for one in names if one.start <= word.start < one.end and one.text != word.text), None)


def _has_place(one: Span, other: Span) -> bool:
    return not different_places(one.text, other.text) and same_name(one.text, other.text)


def compare_spellings(pair: Pair) -> Iterator[Reason]:
    """Yield a note on each name of the claim that the stretch has but for a letter or two, and not as it is."""
    ours = names_in(pair.claim.text)
    theirs = [one for one in names_in(pair.passage.text) if pair.start <= one.start < pair.end] if ours else []
    for one in ours:
        slips = (other for other in theirs if spelling_slip(one.text, other.text))
        other = next((other for other in slips if not _only_inflected(one.text, other.text)), None)
        if other is not None and not any(same_name(one.text, name.text) for name in theirs):
            yield Reason(
                comparator="names",
                facet=Facet.WHERE if same_place(one.text, other.text) else Facet.WHO,
                polarity=Polarity.CONTEXT,
                strength=SPELLING_STRENGTH,
                message=f"spelled differently: {one.text} / {other.text}",
                claim_spans=(one,),
                passage_spans=(other,),
            )


@lru_cache(4096)
def _only_inflected(one: str, other: str) -> bool:
    """Whether two names differ only in number, case or title: "Republicans", "Sens. Ada Reed", "Russian"."""
    return (bool(known(one)) and known(one) == known(other)) or _untitled(one) == _untitled(other)


def _untitled(name: str) -> tuple[str, ...]:
    words = [(word, word.folded.removesuffix(".").removesuffix("s")) for word in words_read(name)]
    return tuple(word.stem for word, bare in words if not (bare in ROLES or f"{bare}s" in ROLES))


def is_respelled(reason: Reason) -> bool:
    """Whether a full name stands in the source but for a letter: Olsen and Olson can be two people, or a slip."""
    spelled = reason.comparator == "names" and reason.polarity is Polarity.CONTEXT and reason.facet is Facet.WHO
    return spelled and reason.strength == SPELLING_STRENGTH and all(" " in one.text for one in reason.claim_spans)


_PRONOUNS = frozenset(["it", "he", "she", "they"])


def _by_pronoun(ours: tuple[Word, ...], theirs: tuple[Word, ...]) -> bool:
    """Whether a pronoun of the passage alone ends the slot, and so stands for the claim's name."""
    return theirs[-1].folded in _PRONOUNS and not any(word.folded in _PRONOUNS for word in ours)


def _of_anybody(pair: Pair, one: Span, other: Span) -> bool:
    """Whether two peoples or places tell two things apart that nothing else identifies: "an Indian hat"."""
    word = next((word for word in pair.claim.words if word.start == one.start), None)
    places = same_place(one.text, other.text) or (
        stands_in(pair.claim.text, one) and stands_in(pair.passage.text, other)
    )
    return places and is_anybody(pair, but=word)


def _same_kind(one: str, other: str) -> bool:
    """Whether both are places we know, or both have the shape of a person's name."""
    if known(one) or known(other):
        return same_place(one, other)
    return is_person(canonical(one)) and is_person(canonical(other))


def _name_of(text: str, names: tuple[Span, ...], words: tuple[Word, ...]) -> Span | None:
    """Return the name that stands in a side of a slot; several are one where only small words part them."""
    if not words:
        return None
    low, high = words[0].start, words[-1].end
    found = [one for one in names if one.start < high and low < one.end]
    if not found:
        return None
    whole = Span.cut(text, found[0].start, found[-1].end)
    return whole if len(found) == 1 or _fills_with(found, words) else None


def _at_head(names: tuple[Span, ...], words: tuple[Word, ...]) -> Span | None:
    """Return the name that a side of a slot begins with, whatever follows it: "in Hole and sold to a Swedish firm"."""
    return next((one for one in names if words and one.start == words[0].start), None)


def _fills_with(names: list[Span], words: tuple[Word, ...]) -> bool:
    return all(
        word.is_stop or word.text in ALONE or any(name.start <= word.start < name.end for name in names)
        for word in words
    )


def _opener(words: tuple[Word, ...]) -> Span | None:
    """Return the one word of a side that opens a sentence: beside a name it is one too."""
    telling = [word for word in words if not word.is_stop]
    if len(telling) != 1 or not telling[0].text[0].isupper() or not is_of_name(telling[0]):
        return None
    return Span(telling[0].start, telling[0].end, telling[0].text)


def _fills(name: Span, words: tuple[Word, ...]) -> bool:
    """Whether the slot holds nothing but the name, so that it needs no other proof."""
    return all(word.is_stop or name.start <= word.start < name.end for word in words)


def _differs(pair: Pair, one: Span, other: Span) -> Reason:
    spoken = _speaks(pair.claim.text, one) and _speaks(pair.passage.text, other)
    if spoken:
        message = f"the claim gives the words to {one.text}; the source gives them to {other.text}"
    else:
        message = f"differs: {one.text} / {other.text}"
    return Reason(
        comparator="speakers" if spoken else "names",
        facet=Facet.WHERE if same_place(one.text, other.text) else Facet.WHO,
        polarity=Polarity.OPPOSES,
        strength=DIFFERS_STRENGTH,
        message=message,
        claim_spans=(one,),
        passage_spans=(other,),
    )


def _speaks(text: str, name: Span) -> bool:
    return bool(_CUE_AFTER.match(text, name.end) or _CUE_BEFORE.search(text, max(0, name.start - 40), name.start))
