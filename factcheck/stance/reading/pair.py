"""A claim beside a passage: the stretch of the passage that answers it, and which word stands for which.

Method: the sentence that carries most of the claim's weight is chosen, with a neighbour where that one adds to it; each
content word of the claim is then given a partner there: the same stem, a light synonym, or nearly the same spelling.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from operator import itemgetter
from typing import NamedTuple

from rapidfuzz import fuzz, process

from factcheck.domain import Span
from factcheck.stance.reading.german_verbs import is_in_german
from factcheck.stance.reading.lexicon import (
    DENIALS,
    HEDGES,
    NEGATORS,
    like,
    meanings,
    one_name,
    opposites_of,
    prefixed_opposites,
    synonyms,
)
from factcheck.stance.reading.rumours import hearsay_in
from factcheck.stance.reading.texts import Text, folded_of, is_light, is_name, read, weight, words_between
from factcheck.text.words import Word, stem

NEIGHBOUR_GAIN = 0.12
"""A neighbouring sentence joins the stretch if it answers this much more of the claim. Source: FEVER-symmetric dev."""
SAME_SPELLING = 87.0
"""Fuzzy ratio (0..100) from which two words of five letters and more count as one: names and typing errors."""
_SHORTEST_FUZZY = 5
LONGEST_CLAIM = 400
"""Content words of a claim that are aligned; a longer text is no claim, and what is left over counts as missing."""


ALIKE = frozenset(["same", "synonym"])
"""Kinds of partners that say the same, whatever figures, spellings and negations come to."""


class Partner(NamedTuple):
    """A word of the claim and the word of the passage that stands for it.

    `kind`: same, synonym, spelling, opposite, turned (an opposite under a negation), converse (the same deed told from
    its other side), value (of a figure or date that agrees).
    """

    claim: Word
    passage: Word
    kind: str


@dataclass(frozen=True, slots=True)
class Pair:
    """A claim and a passage, aligned. `coverage` is the share (0..1) of the claim's weight that found a partner.

    `partners` stand in the stretch `[start, end)`; `near` are words found only elsewhere in the passage; `missing`
    found none at all. `topic` is the coverage without names and numbers: what the two texts say of them. `heading` is
    the title that the passage stands under: it may name whom the passage goes on about. `told` are the folded words of
    the stretch. `claimants` are whom the claim is given to.
    """

    claim: Text
    passage: Text
    start: int
    end: int
    partners: tuple[Partner, ...]
    near: tuple[Word, ...]
    missing: tuple[Word, ...]
    coverage: float
    topic: float
    stretch: tuple[Word, ...] = field(default=())
    told: frozenset[str] = frozenset()
    heading: str = ""
    claimants: tuple[str, ...] = ()

    @property
    def aligned(self) -> Span:
        """The stretch of the passage that answers the claim."""
        return Span.cut(self.passage.text, self.start, self.end)


def align(claim_text: str, passage_text: str, heading: str = "") -> Pair:
    """Align a claim with a passage; empty texts give an empty pair. Linear in the passage, up to `LONGEST_CLAIM`."""
    claim, passage = read(claim_text), read(passage_text)
    asked = _asked(claim_text)
    words = asked.words
    start, end = _stretch(asked, passage)
    inside = words_between(passage.words, start, end)
    content = [word for word in inside if not word.is_stop]
    found = _partners(asked, content)
    matched = {partner.claim.stem for partner in found if partner.kind != "opposite"}
    elsewhere = passage.content_stems
    opposed = {partner.claim.stem for partner in found if partner.kind == "opposite"}
    rest = [word for word in words if word.stem not in matched]
    near = tuple(word for word in rest if word.stem in elsewhere)
    missing = tuple(word for word in rest if word.stem not in elsewhere and word.stem not in opposed)
    return Pair(
        claim=claim,
        passage=passage,
        start=start,
        end=end,
        partners=tuple(found),
        near=near,
        missing=missing,
        coverage=asked.share(matched, near),
        topic=asked.share_unnamed(matched),
        stretch=inside,
        told=folded_of(inside),
        heading=heading,
    )


def answered_in(pair: Pair, start: int, end: int) -> float:
    """Return the share (0..1) of the claim's weight that is answered by the words of `[start, end)` of the passage.

    Names alone do not do: it is at most the share of what the claim says of them.
    """
    asked = _asked(pair.claim.text)
    found = answered_stems(pair, start, end)
    if len(asked.words) >= _FEWEST_WHOLE and all(word.stem in found for word in asked.words):
        return 1.0  # however much of it is named
    everywhere = pair.passage.content_stems
    silent = {word.stem for word in pair.missing}
    found |= {  # "He denied that …", "Mr Holm" for "the former minister Anders Holm"
        word.stem for word in asked.words if is_name(word) and (word.stem in everywhere or word.stem not in silent)
    }
    if sum(word.stem in found and not is_light(word) for word in asked.unnamed) < _FEWEST_ANSWERED:
        return 0.0
    return min(asked.share(found), asked.share_unnamed(found))


def answered_stems(pair: Pair, start: int, end: int) -> set[str]:
    """Return the stems of the claim's words that words of `[start, end)` of the passage answer."""
    there = words_between(pair.passage.content, start, end)
    return {one.claim.stem for one in _partners(_asked(pair.claim.text), there)}


_FEWEST_WHOLE = 3
_FEWEST_ANSWERED = 2  # one shared word beside names is no bond
FEW = 5
"""Words of content below which each word of a claim is its point."""
WHOLLY = 0.9


def least_bound(pair: Pair, usual: float) -> float:
    """Return the share of the claim that the words denied or ruled on must answer: all of one of few words.

    That lemons cure no cold says nothing of the flu.
    """
    return max(usual, WHOLLY) if len({word.stem for word in pair.claim.content}) < FEW else usual


@dataclass(frozen=True, slots=True)
class _Asked:
    """What a claim asks of a passage: its distinct words with their weights by stem, and what could answer them.

    `answers`: stem of a passage -> the stems of the claim that it answers, itself or those that mean much the same;
    `alike`: the same by meaning alone; `against`: stem of a passage -> the stems of the claim that it is opposite to.
    """

    words: tuple[Word, ...]
    unnamed: tuple[Word, ...]
    weights: Mapping[str, float]
    answers: Mapping[str, frozenset[str]]
    alike: Mapping[str, frozenset[str]]
    against: Mapping[str, frozenset[str]]
    total: float
    total_unnamed: float

    def share(self, matched: Collection[str], near: tuple[Word, ...] = ()) -> float:
        """Return the share (0..1) of the weight that is matched; a name near by counts half."""
        if not self.total:
            return 0.0
        nearby = {word.stem for word in near if is_name(word)}  # "The Dane said": a name may stand a sentence before
        half = sum([worth for one, worth in self.weights.items() if one in nearby]) if nearby else 0.0
        return (sum([worth for one, worth in self.weights.items() if one in matched]) + 0.5 * half) / self.total

    def share_unnamed(self, matched: Collection[str]) -> float:
        """Return the same share of the words that are neither names nor numbers."""
        told = sum([self.weights[word.stem] for word in self.unnamed if word.stem in matched])
        return told / self.total_unnamed if self.total_unnamed else 0.0


@lru_cache(16)
def _asked(claim_text: str) -> _Asked:
    """Return what a claim asks; kept for the claims used last, since a claim meets many passages."""
    distinct: dict[str, Word] = {}
    whole = read(claim_text)
    for word in whole.content:
        if not ((word.folded.endswith("ly") or word.folded in _HEARERS) and _only_tells_how(whole.words, word)):
            distinct.setdefault(word.stem, word)
    words = tuple(distinct.values())[:LONGEST_CLAIM]
    alike: dict[str, frozenset[str]] = {}
    against: dict[str, frozenset[str]] = {}
    for word in words:
        for others, found in ((like(word.stem), alike), (opposites_of(word.stem), against)):
            found.update({other: found.get(other, _NONE) | {word.stem} for other in others})
    german = is_in_german(claim_text)  # where every noun has a capital
    told = (word for word in words if not (word.is_number or word.folded in NEGATORS))
    unnamed = tuple(word for word in told if german or not is_name(word))
    weights = {word.stem: weight(word) for word in words}
    return _Asked(
        words=words,
        unnamed=unnamed,
        weights=weights,
        answers=alike | {one: frozenset([one]) for one in weights},
        alike=alike,
        against=against,
        total=sum(weights.values()),
        total_unnamed=sum(weights[word.stem] for word in unnamed),
    )


_HEARERS = frozenset(["reporters", "journalists"])
"""Whom everybody tells everything."""


def _only_tells_how(words: Sequence[Word], adverb: Word) -> bool:
    """Whether a word only says how something was said ("flatly denied", "told reporters"): a source need not say it."""
    if adverb.stem in DENIALS or adverb.folded in HEDGES or not adverb.text.islower():
        return False
    at = words.index(adverb)
    return any(word.stem in OF_SPEECH for word in words[max(0, at - 1) : at + 2])


OF_SPEECH = frozenset(
    stem(word)
    for word in (
        *("say", "said", "tell", "told", "state", "declare", "announce", "claim", "insist", "deny", "admit", "warn"),
        *("stress", "add", "argue", "explain", "note", "reiterate", "repeat", "confirm", "acknowledge", "reply"),
        *("vow", "promise", "remark", "complain", "respond", "maintain", "assert"),
    )
)


def _stretch(asked: _Asked, passage: Text) -> tuple[int, int]:
    """Return the bounds of the sentence that answers most of the claim, with a neighbour that adds to it."""
    if not passage.sentences:
        return 0, len(passage.text)
    weights = asked.weights
    total = asked.total or 1.0
    found = _by_sentence(asked, passage)
    scores = [sum(weights[one] for one in sorted(stems)) for stems in found]
    for at in _disowned(passage):
        scores[at] = -1.0
    for told in hearsay_in(passage, 0, len(passage.text)):
        scores[_place(passage, told.start)] *= HEARSAY
    best = scores.index(max(scores))
    first = last = best
    gains = {
        at: sum(weights[one] for one in sorted(found[at] - found[best]))
        for at in (best + 1, best - 1)
        if 0 <= at < len(found)
    }
    for at, gain in gains.items():
        if gain / total >= NEIGHBOUR_GAIN and gain == max(gains.values()):
            first, last = min(first, at), max(last, at)
            break
    return passage.sentences[first][0], passage.sentences[last][1]


HEARSAY = 0.9
"""Of two sentences that answer a claim alike, the one that only tells what posts say is not the source's word."""


def _place(passage: Text, at: int) -> int:
    return bisect_right(passage.sentences, at, key=itemgetter(0)) - 1


_DISOWNS = re.compile(
    r"(?:That|This|It|Both)(?: report)? (?:is|was|were) (?:simply |quite )?(?:wrong|false|untrue|incorrect)\b"
)


def _disowned(passage: Text) -> list[int]:
    """Return the places of sentences that the next one takes back ("That was wrong."): not the source's word."""
    return [at - 1 for at, (start, _) in enumerate(passage.sentences) if at and _DISOWNS.match(passage.text, start)]


def _by_sentence(asked: _Asked, passage: Text) -> list[set[str]]:
    """Return for each sentence the stems of the claim that it answers."""
    ends = [end for _, end in passage.sentences]
    found: list[set[str]] = [set() for _ in ends]
    place = 0
    answers = asked.answers
    for word in passage.content:
        if word.stem in answers:
            while place < len(found) - 1 and word.start >= ends[place]:
                place += 1
            found[place] |= answers[word.stem]
    return found


_NONE: frozenset[str] = frozenset()


def _partners(asked: _Asked, content: Sequence[Word]) -> list[Partner]:
    by_stem: dict[str, Word] = {}
    for word in content:
        by_stem.setdefault(word.stem, word)
    found: list[Partner] = []
    taken: dict[str, Word] = {}
    rest: list[Word] = []
    for word in asked.words:
        if word.stem in by_stem:
            found.append(Partner(word, by_stem[word.stem], "same"))
            taken[word.stem] = word
        else:
            rest.append(word)
    others = _Others(asked, by_stem if rest else {})
    for word in rest:
        partner = _like(word, others, taken)
        if partner is not None:
            found.append(partner)
            taken.setdefault(partner.passage.stem, word)
    return sorted(found, key=lambda partner: partner.claim.start)


class _Others:
    """The words of a stretch by stem, what of a claim means like any or the opposite, and those to be told by spelling.

    Most words of a claim have neither here, and one question to all of them says so.
    """

    def __init__(self, asked: _Asked, by_stem: dict[str, Word]) -> None:
        self.by_stem = by_stem
        self.meant = _NONE.union(*[asked.alike[one] for one in asked.alike.keys() & by_stem.keys()])
        self.opposed = _NONE.union(*[asked.against[one] for one in asked.against.keys() & by_stem.keys()])
        self.long = [other for other in by_stem.values() if len(other.folded) >= _SHORTEST_FUZZY]
        self.spellings = [other.folded for other in self.long]

    def spelt_like(self, spelling: str) -> list[Word]:
        """Return the words of nearly this spelling."""
        if process.extractOne(spelling, self.spellings, scorer=fuzz.ratio, score_cutoff=SAME_SPELLING) is None:
            return []
        alike = process.extract_iter(spelling, self.spellings, scorer=fuzz.ratio, score_cutoff=SAME_SPELLING)
        return [self.long[at] for _, _, at in alike]


def _like(word: Word, others: _Others, taken: dict[str, Word]) -> Partner | None:
    """Return the word that stands for one without its like; a word answers once, but for a name under two names.

    It answers two that say one thing together, too: "deaths" is the death toll, "topped" is "rose to surpass".
    """
    ours = meanings(word.stem) if word.stem in others.meant else _NONE
    for one, other in others.by_stem.items() if ours else ():
        if not ours.isdisjoint(meanings(one)) and (one not in taken or _are_one(word, taken[one], ours)):
            return Partner(word, other, "synonym")
    against = opposites_of(word.stem) if word.stem in others.opposed else _NONE
    for one, other in others.by_stem.items() if against else ():
        if one in against and one not in taken:
            return Partner(word, other, "opposite")
    if len(word.folded) < _SHORTEST_FUZZY or word.is_number:
        return None
    prefixed = prefixed_opposites(word.folded)
    for spelling in sorted(prefixed.intersection(others.spellings)) if prefixed else ():
        other = others.long[others.spellings.index(spelling)]
        if other.stem not in taken:
            return Partner(word, other, "opposite")
    found = next((other for other in others.spelt_like(word.folded) if other.stem not in taken), None)
    return Partner(word, found, "spelling") if found is not None else None


def _are_one(word: Word, other: Word, ours: frozenset[str]) -> bool:
    beside = max(word.start - other.end, other.start - word.end) <= _BESIDE
    return one_name(word.stem, other.stem) or (beside and not ours.isdisjoint(meanings(other.stem)))


_BESIDE = 4  # characters between two words that say one thing together: " to "


def same_word(word: Word, other: Word) -> bool:
    """Whether two words can say the same: one stem, a synonym, or nearly the same spelling."""
    return word.stem == other.stem or synonyms(word.stem, other.stem) or spelled_alike(word, other)


def spelled_alike(word: Word, other: Word) -> bool:
    """Whether two longer words are one but for a letter or two: names and typing errors."""
    if min(len(word.folded), len(other.folded)) < _SHORTEST_FUZZY or word.is_number:
        return False
    return fuzz.ratio(word.folded, other.folded, score_cutoff=SAME_SPELLING) > 0
