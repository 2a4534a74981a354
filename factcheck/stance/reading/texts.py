"""A text as the comparators read it: its words folded and stemmed, those of content, its sentences, and their weights.

A passage is read once for all that is asked of it; an idiom is one word ("see eye to eye" is a way to say "agree").
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from operator import itemgetter

from factcheck.domain import Span
from factcheck.stance.reading.german_verbs import with_german_verbs
from factcheck.stance.reading.lasting import with_lasting
from factcheck.stance.reading.lexicon import IDIOMS, is_past
from factcheck.text.addresses import without_addresses
from factcheck.text.names.known import CAPITAL_OF, DEMONYMS
from factcheck.text.sentences import split_sentences
from factcheck.text.words import STOP_WORDS, Word, fold, split_words, stem, words_of

_NAME_WEIGHT, _NUMBER_WEIGHT, _WORD_WEIGHT, _LIGHT_WEIGHT = 1.4, 1.2, 1.0, 0.4
_LIGHT = frozenset(
    [
        "make",
        "made",
        "take",
        "took",
        "get",
        "got",
        "go",
        "went",
        "come",
        "came",
        "do",
        "did",
        "use",
        "have",
        "includ",
        "known",
        "call",
        "becom",
        "also",
        "one",
        "time",
        "new",
        "year",
        "like",
        "just",
        "well",
        "even",
        "way",
        "thing",
        "may",
        "might",
        "could",
        "would",
        "will",
        "can",
        *("said", "say", "state", "tell", "told", "ad", "note", "add"),
        *("schedul", "due", "set", stem("take-place"), stem("stattfinden"), "kommen", "machen"),
        *("anyth", "someth", "everyth"),
        *("regard", "concern", "relat", "includ"),
        *("wherea", "follow", "accord", "among", "lot", "includ", "sinc"),
    ]
)
_BY_COUNTRY = {country: capital for capital, country in CAPITAL_OF.items()}
CAPITALS = {people: _BY_COUNTRY[country] for people, country in DEMONYMS.items() if country in _BY_COUNTRY}
"""The capital of a country by the adjective: "the Lithuanian capital" is Vilnius."""
_IDIOM_BEGINS = frozenset(
    [
        *((first, phrase[1]) for first, known in IDIOMS.items() for phrase, _ in known),
        *((fold(people), "capital") for people in CAPITALS),
    ]
)
_IDIOM_MARKS = frozenset(second if first in STOP_WORDS else first for first, second in _IDIOM_BEGINS)
"""A word of each that is no stop word, where one is: most texts have none, and one question says so."""
_NOT = stem("not")
_SPEAKING = frozenset(["said", "says", "say", "told", "added", "insisted", "replied", "stated", "declared", "argued"])
_END_OF = re.compile(
    r" of (?:(?:the|this|next|last) (?:day|week|month|year|decade|century)|[A-Z][a-z]+(?: \d{4})?|\d{4})\b"
)
"""What makes "the end" a time: dates are compared, with that."""
_ROUGHLY = frozenset(
    [
        *("around", "roughly", "approximately", "circa", "nearly", "almost", "exactly", "rund", "etwa", "knapp"),
        *("ungefähr", "fast", "ca", "genau"),
    ]
)
"""What says before a figure how exact it is: the figures themselves are compared, with that."""
_TELLING = frozenset(
    ["falsely", "wrongly", "rightly", "only", "nearly", "early", "reportedly", "allegedly", "daily", "family", "italy"]
)
"""Adverbs that say more of the claim than how it was said, and what only looks like one."""


@dataclass(frozen=True, slots=True)
class Text:
    """A text read once: its words in order, those of content, all of them folded and stemmed, and its sentences."""

    text: str
    words: tuple[Word, ...]
    content: tuple[Word, ...]
    vocabulary: frozenset[str]
    stems: frozenset[str]
    content_stems: frozenset[str]

    @property
    def sentences(self) -> tuple[tuple[int, int], ...]:
        """Its sentences; split when asked for, since most texts that are read are names."""
        return _sentences_of(self.text)

    @property
    def weight(self) -> float:
        """The weight of its content, as a claim."""
        return _weight_of(self.text)


@lru_cache(256)
def read(text: str) -> Text:
    """Return `text` read once; kept for the texts used last, since a claim meets many passages.

    An address that stands in it is no word of it: no source repeats the writer's links.
    """
    said = _said(text)
    words = _told(said, words_of(said))
    vocabulary = folded_of(words)
    manners = _manners(words) if not _SPEAKING.isdisjoint(vocabulary) else frozenset()
    if not _ROUGHLY.isdisjoint(vocabulary):
        manners |= frozenset(one.start for one, other in pairwise(words) if one.folded in _ROUGHLY and other.is_number)
    if "end" in vocabulary:
        manners |= frozenset(word.start for word in words if word.folded == "end" and _END_OF.match(said, word.end))
    content = tuple([word for word in words if not word.is_stop and word.start not in manners])
    stems, of_content = frozenset([word.stem for word in words]), frozenset([word.stem for word in content])
    return Text(text, words, content, vocabulary, stems, of_content)


def words_read(text: str) -> tuple[Word, ...]:
    """Return the words of a short text, a name say, as `read` reads them; not kept, and no passage makes way for it."""
    said = _said(text)
    return _told(said, split_words(said))


def _told(said: str, words: Sequence[Word]) -> tuple[Word, ...]:
    """Return the words of a text with what stands for one meaning together, and without what only goes along."""
    return with_lasting(said, with_german_verbs(said, _merged(said, words)))


def _once(words: Sequence[Word]) -> Sequence[Word]:
    """Return the words without the first of a negation said twice for stress: "never, never" is one."""
    again = {one.start for one, other in pairwise(words) if one.folded == other.folded and one.folded in _STRESSED}
    return [word for word in words if word.start not in again] if again else words


_STRESSED = frozenset(["never", "no", "nie", "niemals", "nein"])


def words_apart(text: str) -> tuple[Word, ...]:
    """Return the words of a text one by one, an idiom as the words it is made of: as a quotation is compared."""
    return words_of(_said(text))


def _said(text: str) -> str:
    return without_addresses(text) if "://" in text or "www." in text else text


def _manners(words: Sequence[Word]) -> frozenset[int]:
    """Return where adverbs stand that tell how somebody spoke ("emphatically said"): no source need repeat them."""
    return frozenset(
        adverb.start
        for one, other in pairwise(words)
        for adverb, verb in ((one, other), (other, one))
        if verb.folded in _SPEAKING and adverb.folded.endswith("ly") and adverb.folded not in _TELLING
    )


@lru_cache(1024)
def _sentences_of(text: str) -> tuple[tuple[int, int], ...]:
    return tuple(split_sentences(text))


def folded_of(words: Sequence[Word]) -> frozenset[str]:
    """Return the words as they are compared; the month of May is no possibility, and keeps its capital."""
    folded = frozenset([word.folded for word in words])
    if "may" in folded:
        folded = frozenset(["May" if word.text == "May" else word.folded for word in words])
    return folded


def _merged(text: str, words: Sequence[Word]) -> tuple[Word, ...]:
    """Return the words with each idiom as one of them: "see eye to eye" is a way to say "agree"."""
    folded = [word.folded for word in words]
    if not _STRESSED.isdisjoint(folded):
        words = _once(words)
        folded = [word.folded for word in words]
    if _IDIOM_MARKS.isdisjoint(folded) or _IDIOM_BEGINS.isdisjoint(pairwise(folded)):
        return tuple(words)
    merged: list[Word] = []
    after = 0
    for at in [at for at, two in enumerate(pairwise(folded)) if two in _IDIOM_BEGINS]:
        found = _idiom(words, at) if at >= after else None
        if found is not None:
            last = words[at + found[0] - 1]
            phrase = text[words[at].start : last.end]
            merged += words[after:at]
            small = found[1] == _NOT  # "it is not true that" only denies what follows
            merged.append(Word(words[at].start, last.end, phrase, phrase.casefold(), found[1], small, False))
            after = at + found[0]
    return (*merged, *words[after:])


def _idiom(words: Sequence[Word], at: int) -> tuple[int, str] | None:
    if words[at + 1].folded == "capital" and words[at].text in CAPITALS:
        return 2, stem(fold(CAPITALS[words[at].text]))
    for phrase, meaning in IDIOMS.get(words[at].folded, ()):
        if tuple(word.folded for word in words[at : at + len(phrase)]) == phrase:
            return len(phrase), meaning
    return None


def alone(text: str, start: int, end: int) -> str:
    """Return a text with all but a stretch blanked out, so that places in it stay what they are."""
    return " " * start + text[start:end] + " " * (len(text) - end)


def is_name(word: Word) -> bool:
    """Whether a word is written like a name: a capital that the start of the text does not explain."""
    return word.text[0].isupper() and (word.start > 0 or (len(word.text) > 1 and word.text.isupper()))


@lru_cache(256)
def _weight_of(claim_text: str) -> float:
    return sum(map(weight, read(claim_text).content)) or 1.0


def words_between(words: tuple[Word, ...], start: int, end: int) -> tuple[Word, ...]:
    """Return those of some words, which stand in order, that begin in `[start, end)`."""
    return words[bisect_left(words, start, key=_START) : bisect_left(words, end, key=_START)]


_START = itemgetter(0)


def cover(text: str, words: Sequence[Word]) -> Span:
    """Return the stretch of a text from the first of some of its words to the last one."""
    return Span.cut(text, words[0].start, words[-1].end)


def is_light(word: Word) -> bool:
    """Whether a word says little by itself ("make", "known")."""
    return word.stem in _LIGHT


def is_deed(word: Word) -> bool:
    """Whether a word tells by its form what was done, and is no light verb and no name ("refused", "sold")."""
    return word.text[0].islower() and is_past(word.folded) and not is_light(word)


def weight(word: Word) -> float:
    """Return how much a word of a claim counts: names and numbers most, light verbs least."""
    if word.is_number:
        return _NUMBER_WEIGHT
    if word.stem in _LIGHT:
        return _LIGHT_WEIGHT
    return _NAME_WEIGHT if is_name(word) else _WORD_WEIGHT
