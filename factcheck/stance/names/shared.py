"""Which names of the claim the passage has, in whatever words: they count as answered, and the others block.

A name is shared if the passage has it, a spelling or a part of it, its acronym, or a common noun that stands for it
with an article ("the alliance" for NATO; "an alliance" is any).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise

from factcheck.domain import Facet, Polarity, Reason, Span
from factcheck.stance.reading.lexicon import NEGATORS, named_by, one_name
from factcheck.stance.reading.pair import Pair
from factcheck.stance.reading.slots import alike, comparable, is_short, known, marks, names_in
from factcheck.stance.reading.texts import Text, is_name, read, weight, words_read
from factcheck.text.names.gazetteer import ORGANISATION_WORDS
from factcheck.text.names.persons import is_person
from factcheck.text.names.sameness import canonical, same_name
from factcheck.text.words import Word

_DEFINITE = frozenset(["the", "this", "that", "our", "its", "their"])


def stands(name: Span, others: tuple[Span, ...]) -> bool:
    """Whether one of the other names can be this one."""
    return any(alike(name.text, other.text) for other in others)


@dataclass(frozen=True, slots=True)
class Marks:
    """What some names have in common with any name that one of them can be; with a short one, nobody knows."""

    found: frozenset[str]
    short: bool

    def may_have(self, name: str) -> bool:
        """Whether one of them can be this name: of most names of a claim, a passage has nothing."""
        return self.short or not self.found.isdisjoint(marks(name)) or is_short(name)


def marks_of(names: Iterable[str]) -> Marks:
    """Return what any of some names has in common with others."""
    distinct = frozenset(names)
    return Marks(frozenset[str]().union(*map(marks, distinct)), any(map(is_short, distinct)))


@lru_cache(64)
def _likely(claim: str, passage: str) -> tuple[Span, ...]:
    """Return the names of a passage, joined ones too, that can be one of the claim's: of most passages none."""
    ours = _marks_of_claim(claim)
    return tuple([one for one in names_and_joined(passage) if ours.may_have(one.text)])


@lru_cache(64)
def _marks_of_claim(claim: str) -> Marks:
    return marks_of(one.text for one in names_in(claim))


def credit_names(pair: Pair) -> Pair:
    """Return `pair` with each name answered as a whole where the stretch has it in other words (NATO, the alliance)."""
    silent = (*pair.missing, *pair.near)
    asked = [one for one in names_in(pair.claim.text) if any(one.start <= word.start < one.end for word in silent)]
    shared = [*_told_otherwise(pair, asked), *_respelled(pair)]
    if not shared:
        return pair
    gained = [word for word in silent if any(one.start <= word.start < one.end for one in shared)]
    return replace(
        pair,
        missing=tuple(word for word in pair.missing if word not in gained),
        near=tuple(word for word in pair.near if word not in gained),
        coverage=min(1.0, pair.coverage + sum(weight(word) for word in gained) / pair.claim.weight),
    )


def _told_otherwise(pair: Pair, ours: Sequence[Span]) -> list[Span]:
    """Return those of some names of the claim for which the stretch, or the title above it, has a name or an office."""
    if not ours:
        return []
    likely = _likely(pair.claim.text, pair.passage.text)
    theirs = tuple([one for one in likely if pair.start <= one.start < pair.end])
    openers = frozenset(word.text for word in _openers(pair.passage.text) if pair.start <= word.start < pair.end)
    return [
        one
        for one in ours
        if _opens(one, openers) or stands(one, theirs) or is_headed(one, pair) or _by_office(one, pair)
    ]


@lru_cache(64)
def _openers(text: str) -> tuple[Word, ...]:
    """Return the words that open sentences, and so are no names by their capitals alone: "Ruiz, the mayor, …"."""
    whole = read(text)
    starts = {first for first, _ in whole.sentences}
    return tuple([word for word in whole.words if word.start in starts and not word.is_stop])


def _opens(name: Span, openers: frozenset[str]) -> bool:
    """Whether the surname of a person opens a sentence."""
    return name.text.rpartition(" ")[2] in openers and is_person(canonical(name.text))


@lru_cache(512)
def names_and_joined(text: str) -> tuple[Span, ...]:
    """Return the names of a text, and two that "and" or "of" joins as one, too: an acronym can stand for both."""
    names = names_in(text)
    joined = [
        Span.cut(text, one.start, other.end) for one, other in pairwise(names) if text[one.end : other.start] in _JOINTS
    ]
    halves = {one.start for one, other in pairwise(names) if _only_says_what(one, text[one.end : other.start])}
    return (*[one for one in names if one.start not in halves], *joined)


def _only_says_what(name: Span, joint: str) -> bool:
    """Whether a name says only what it is that the next one names: the "University" of Halm is no other university."""
    return joint.startswith(" of") and name.text.casefold() in ORGANISATION_WORDS


_JOINTS = frozenset([" and ", " of ", " of the ", " for ", " & "])


def _respelled(pair: Pair) -> list[Span]:
    """Return the missing words that stand in the stretch in another spelling, even one that opens its sentence."""
    lost = [word for word in pair.missing if word.text[0].isupper() and len(word.text) >= _LEAST_RESPELLED]
    if not lost:
        return []
    likely = marks_of(word.text for word in lost)
    theirs = [word.text for word in pair.stretch if word.text[0].isupper() and likely.may_have(word.text)]
    return [
        Span(one.start, one.end, one.text)
        for one in lost
        if any(comparable(one.text, other) and same_name(one.text, other) for other in theirs)
    ]


_LEAST_RESPELLED = 5  # letters; shorter names have too many others beside them


def _by_office(name: Span, pair: Pair) -> bool:
    """Whether the stretch has the office that the claim gives a name: "the Danish king" for "Danish King Erik"."""
    office = _offices(pair.claim.text).get(name.start)
    return office is not None and any(
        (found["role"].casefold(), known(found["of"].removesuffix("’s"))) == office
        for found in _HOLDER.finditer(pair.aligned.text)
    )


@lru_cache(512)
def _offices(claim: str) -> Mapping[int, tuple[str, str]]:
    """Return by the places of the names of a claim the office that it gives them, and the country it is of."""
    return {one.start: office for one in names_in(claim) if (office := _office(claim, one)) is not None}


def _office(claim: str, name: Span) -> tuple[str, str] | None:
    office = _OFFICE.search(claim, max(0, name.start - _LONGEST_OFFICE), name.end)
    country = known(office["of"]) if office else ""
    return (office["role"].casefold(), country) if office and country else None


_ROLE = r"(?P<role>[Pp]resident|[Pp]rime [Mm]inister|[Pp]remier|[Cc]hancellor|[Kk]ing|[Qq]ueen|[Ff]oreign [Mm]inister)"
_OFFICE = re.compile(rf"(?P<of>[A-Z]\w+)(?:['’]s)?,? {_ROLE},? (?=[A-Z])")
_HOLDER = re.compile(rf"\b(?:[Tt]he )?(?P<of>[A-Z]\w+)(?:['’]s)? {_ROLE}\b(?! [A-Z])")
_LONGEST_OFFICE = 45


def is_anybody(pair: Pair, but: Word | None = None) -> bool:
    """Whether the claim tells of anybody ("a man in a red coat"): of another one, something else can be true.

    `but`: a word that identifies nobody, since it is what the two texts differ in.
    """
    words = pair.claim.words
    if not words or not (words[0].folded in _ANY or words[0].is_number):
        return False
    return not any(is_name(word) or word.text[0].isdigit() for word in words if word is not but)


def speaks_of_nobody(pair: Pair) -> bool:
    """Whether only a pronoun, or nothing, says whom the claim is about: "It is a rubber stamp", "to be taken"."""
    words = pair.claim.words
    return (
        bool(words)
        and words[0].folded in _UNNAMED
        and not any(is_name(word) or word.is_number or _denies_all(word) for word in words[1:_OF_PHRASE])
        and not any(is_name(word) or word.is_number for word in words[_OF_PHRASE:])
    )


def _denies_all(word: Word) -> bool:
    return " " in word.folded and word.folded in NEGATORS


_OF_PHRASE = 3
"""Words of a claim up to which "it is not true that" stands: what follows says whom it is about."""
_UNNAMED = frozenset(["it", "this", "that", "these", "those", "they", "he", "she", "we", "i", "you", "to"])
_ANY = frozenset(["a", "an", "some", "several", "many"])


def unshared_names(pair: Pair) -> tuple[Span, ...]:
    """Return the names of the claim that no name or word of the passage can stand for."""
    return _unshared(pair.claim.text, pair.passage.text, pair.heading)


@lru_cache(64)
def _unshared(claim: str, passage: str, heading: str) -> tuple[Span, ...]:
    """Return the same of the texts alone: several comparators ask, one after the other."""
    whole = read(passage)
    silent = [one for one in names_in(claim) if not (_by_words(one, whole) or _is_headed(one.text, heading))]
    if not silent:  # the cheaper questions first
        return ()
    theirs = _likely(claim, passage)
    openers = frozenset(word.text for word in _openers(passage))
    return tuple(one for one in silent if not (_opens(one, openers) or stands(one, theirs)))


def compare_heading(pair: Pair) -> Iterator[Reason]:
    """Yield the names of the claim that only the title above the passage has: a checker has to know that."""
    for one in names_in(pair.claim.text):
        if is_headed(one, pair) and not stands(one, names_in(pair.passage.text)) and not _by_words(one, pair.passage):
            yield Reason(
                comparator="heading",
                facet=Facet.WHO,
                polarity=Polarity.CONTEXT,
                strength=0.0,
                message=f"{one.text} is named in the title of the source, not in the passage",
                claim_spans=(one,),
            )


def is_headed(name: Span, pair: Pair) -> bool:
    """Whether the title above the passage has a name, so that the passage need not repeat it."""
    return _is_headed(name.text, pair.heading)


@lru_cache(4096)
def _is_headed(name: str, heading: str) -> bool:
    return bool(heading) and _in_words(name, read(heading))


def _by_words(name: Span, passage: Text) -> bool:
    return _in_words(name.text, passage)


def _in_words(name: str, passage: Text) -> bool:
    return any(all(_worded(word, passage) for word in words) for words in _wordings(name))


@lru_cache(4096)
def _wordings(name: str) -> tuple[tuple[Word, ...], ...]:
    """Return the words of a name, and those of the usual one."""
    return tuple(words_read(one) for one in dict.fromkeys((name, canonical(name))))


def _worded(word: Word, passage: Text) -> bool:
    if word.stem in passage.stems:
        return True
    return bool(named_by(word.stem)) and any(
        one_name(word.stem, other.stem) and (other.text[0].isupper() or _definite(passage, at))
        for at, other in enumerate(passage.words)
    )


def _definite(passage: Text, at: int) -> bool:
    before = [word.folded for word in passage.words[max(0, at - 2) : at]]
    return passage.words[at].folded.endswith("ies") or any(one in _DEFINITE for one in before)
