"""Quotations: do the quoted words of the claim stand in the passage?

Levels: *exact* (the same words in the same order; case and quotation marks do not count); *trimmed* (the same words
with some left out, marked by an ellipsis); *nearly the same* (most words in order: agreement in a translated text, or
where a word or two were left out; in either case, and where words were put in, the word difference is shown);
*altered* (the passage gives nearly the same words as somebody's speech, and a negation or a number differs); *not
found* (says nothing: another report may quote another part). Only what is exact ticks a quotation.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise

from rapidfuzz.distance import LCSseq

from factcheck.domain import WORD_FOR_WORD, Claim, Polarity, Reason, Span
from factcheck.stance.quotations.changes import (
    LONG,
    difference,
    names_another,
    only_leaves_out,
    replaces,
    swaps_a_word,
)
from factcheck.stance.quotations.cut_out import cut_out
from factcheck.stance.quotations.quoted_parts import (
    BARRING_STRENGTH,
    SPLICED,
    compare_parts,
    find_all,
    flips,
    told_of_quotation,
)
from factcheck.stance.quotations.scattered import compare_apart, compare_scattered, is_reported
from factcheck.stance.reading.lexicon import opposites, prefixed_opposites
from factcheck.stance.reading.pair import Pair
from factcheck.stance.reading.texts import words_apart
from factcheck.text.quotations import find_quotations
from factcheck.text.words import Word, split_words, stem

NEAR_STRENGTH = 0.5
ALTERED_STRENGTH = 0.75
NEAR_SHARE = 0.75
"""Share of the quoted words that must stand in order. Source: near-verbatim across two translations, 2026 notes."""
_FEWEST_WORDS = 2
_MOST_WORDS = 200
_MOST_PASSAGE_WORDS = 2_000
_ELLIPSES = ("...", "…", "[")


def compare_quotations(pair: Pair, claim: Claim | str, *, translated: bool) -> Iterator[Reason]:
    """Yield a reason for each quotation of the claim that the passage has, exactly or nearly."""
    quotations = quotations_of(claim)
    words = words_apart(pair.passage.text)[:_MOST_PASSAGE_WORDS] if quotations else ()
    for quotation in quotations:
        quoted = _quoted(quotation.text)
        if len(quoted) >= _FEWEST_WORDS and words and not _is_title(quoted):
            yield from _compare(pair, claim, quotation, quoted, words, translated=translated)


def _is_title(quoted: Sequence[Word]) -> bool:
    """Whether nothing but a name stands in the marks ("The Evening Report"): nobody said that."""
    telling = [word for word in quoted if not word.is_stop]
    return bool(telling) and all(word.text[0].isupper() for word in telling)


@lru_cache(256)
def _quoted(text: str) -> tuple[Word, ...]:
    return tuple(split_words(text)[:_MOST_WORDS])


def quotations_of(claim: Claim | str) -> list[Span]:
    """Return the quotations of a claim, counted from the start of its words."""
    if isinstance(claim, str):
        return find_quotations(claim)
    return [Span(one.start - claim.start, one.end - claim.start, one.text) for one in claim.quotations]


def _compare(
    pair: Pair,
    claim: Claim | str,
    quotation: Span,
    quoted: Sequence[Word],
    words: Sequence[Word],
    *,
    translated: bool,
) -> Iterator[Reason]:
    if (spliced := compare_parts(pair.passage.text, quotation, words)) is not None:
        if spliced.polarity is not Polarity.OPPOSES or _is_speech(pair, claim):
            yield spliced
        return
    left, right = [word.folded for word in quoted], [word.folded for word in words]
    places = [
        Span.cut(pair.passage.text, words[at].start, words[at + len(left) - 1].end) for at in find_all(left, right)
    ]
    if places:
        told = [_told_exactly(pair, quotation, there) for there in places]
        told = [one for one in told if one.polarity is Polarity.SUPPORTS] or told
        if told[0].polarity is not Polarity.OPPOSES or _is_speech(pair, claim):
            yield told[0]
        return
    yield from _compare_nearly(pair, claim, quotation, (left, right), words, translated=translated)


def _told_exactly(pair: Pair, quotation: Span, there: Span) -> Reason:
    """Return what there is to say of quoted words that stand `there`, word for word."""
    if _DISOWNED.match(pair.passage.text, there.end) and not _DISOWNED.match(pair.claim.text, quotation.end - 1):
        message = "the source calls the quoted words untrue"
        told = told_of_quotation(Polarity.CONTEXT, WORD_FOR_WORD, message, quotation, there)
        return replace(told, comparator="modality")
    return cut_out(pair.claim.text, pair.passage.text, quotation, there) or told_of_quotation(
        Polarity.SUPPORTS, WORD_FOR_WORD, "the quoted words stand in the source", quotation, there
    )


def _compare_nearly(
    pair: Pair,
    claim: Claim | str,
    quotation: Span,
    folded: tuple[list[str], list[str]],
    words: Sequence[Word],
    *,
    translated: bool,
) -> Iterator[Reason]:
    """Yield at most one reason, where the passage has most of the quoted words; `folded`: those, and the passage's."""
    left, right = folded
    near = _nearest(left, right)
    if near is None or near.share < NEAR_SHARE:
        yield from _told_apart(pair, quotation, words, translated=translated)
        return
    there = _facing(pair.passage.text, words, near)
    framed = cut_out(pair.claim.text, pair.passage.text, quotation, there)
    if framed is not None and (framed.polarity is not Polarity.OPPOSES or _is_speech(pair, claim)):
        yield framed
        return
    between = [_Between(pair.passage.text, words, *gap) for gap in near.gaps]
    if near.share == 1.0 and between and all(one.is_aside for one in between):
        yield told_of_quotation(
            Polarity.SUPPORTS, WORD_FOR_WORD, "the quoted words stand in the source", quotation, there
        )
        return
    if near.share == 1.0 and any(one.is_joint for one in between):
        yield told_of_quotation(Polarity.CONTEXT, ALTERED_STRENGTH, SPLICED, quotation, there)
        return
    added = [
        right[at]
        for one in between
        if not one.is_aside and one.words < LONG
        for at in range(one.first, one.last)
        if right[at] not in (right[at - 1], *right[one.last : one.last + 1])  # "never, never" is said once
    ]
    turned = flips(near.left_out, [*added, *_at_ends(words, near, there)]) and not _denies_its_opposite(near, right)
    differs = turned or replaces(quotation.text, there.text)
    differs = differs or names_another(quotation.text, there.text, translated=translated)
    differs = differs or (not translated and swaps_a_word(pair.passage.text, quotation.text, there))
    if differs and not _is_speech(pair, claim):
        return  # in the source's own words: what differs is a fact, and no word of the speaker's
    if differs:
        message = f"the quotation is altered: {difference(quotation.text, there.text)}"
        yield told_of_quotation(Polarity.OPPOSES, ALTERED_STRENGTH, message, quotation, there)
    elif translated:
        message = "the source has nearly the same words, in another translation"
        yield told_of_quotation(Polarity.SUPPORTS, NEAR_STRENGTH, message, quotation, there)
    elif any(mark in quotation.text for mark in _ELLIPSES):
        yield told_of_quotation(
            Polarity.SUPPORTS, NEAR_STRENGTH, "the source has nearly the same words", quotation, there
        )
    elif only_leaves_out(quotation.text, there.text):
        message = f"the source has nearly the same words: {difference(quotation.text, there.text)}"
        yield told_of_quotation(Polarity.SUPPORTS, NEAR_STRENGTH, message, quotation, there)
    else:
        message = f"the source words it differently: {difference(quotation.text, there.text)}"
        strength = NEAR_STRENGTH if _says_the_same(quotation, near, words) else BARRING_STRENGTH
        yield told_of_quotation(Polarity.CONTEXT, strength, message, quotation, there)


def _says_the_same(quotation: Span, near: _Near, words: Sequence[Word]) -> bool:
    """Whether quoted words stand there but for tense and person, or but for small words and order of a long one."""
    quoted = split_words(quotation.text)
    there = {word.stem for word in words[near.first : near.last + near.behind]}
    left_out = [word for word in quoted if word.folded in near.left_out and word.stem not in there]
    telling = any(not word.is_stop or word.folded in _ABSOLUTE for word in left_out)
    return is_reported(quoted, words) or (len(quoted) >= LONG and not telling)


_ABSOLUTE = frozenset("never always all every none nobody nothing nie niemals immer alle jeder kein keine".split())  # noqa: SIM905
"""Words that a quotation must not make of weaker ones: "never" of "not this year"."""


def _denies_its_opposite(near: _Near, passage: Sequence[str]) -> bool:
    """Whether a word that is left out stands there by its opposite, which is denied: "not safe" for "unsafe"."""
    there = passage[near.first : near.last + near.behind + _BESIDE]
    return any(
        other in prefixed_opposites(word) or opposites(stem(word), stem(other))
        for word in near.left_out
        for other in there
    )


_BESIDE = 2
"""Words behind a stretch in which stands what its last words deny."""


def _told_apart(pair: Pair, quotation: Span, words: Sequence[Word], *, translated: bool) -> Iterator[Reason]:
    """Yield that the source has the words of a quotation, but not together."""
    quoted = split_words(quotation.text)
    apart = compare_apart(pair.passage.text, quotation, quoted, words)
    if apart is None and not translated and pair.coverage >= LEAST_ANSWERED:
        apart = compare_scattered(pair.passage.text, quotation, quoted, words)
    if apart is not None:
        yield apart


LEAST_ANSWERED = 0.5
"""Share of a claim that a passage must answer before it is told that quoted words stand apart in it."""


def _is_speech(pair: Pair, claim: Claim | str) -> bool:
    """Whether a passage gives somebody's words: in marks, in the first person, or beside the speaker."""
    told = pair.passage.vocabulary
    if any(mark in pair.passage.text for mark in _MARKS) or not _FIRST_PERSON.isdisjoint(told):
        return True
    speaker = "" if isinstance(claim, str) or claim.claimant is None else claim.claimant.name
    surname = [word.folded for word in split_words(speaker) if word.text[0].isupper()][-1:]
    return bool(surname) and surname[0] in told


_MARKS = '“”"«»„'
_FIRST_PERSON = frozenset(["i", "we", "my", "our", "ours", "myself", "ourselves"])  # "us" may be the US


@dataclass(frozen=True, slots=True)
class _Between:
    """Words `[first, last)` of a passage that stand between two parts of a quotation."""

    text: str
    all: Sequence[Word]
    first: int
    last: int

    @property
    def words(self) -> int:
        return self.last - self.first

    @property
    def is_aside(self) -> bool:
        """Whether the quotation is broken off here, for its speaker or for whole sentences.

        "I saw him. He took it" is broken off nowhere between "I" and "took it".
        """
        return _ASIDE.fullmatch(self._between) is not None

    @property
    def is_joint(self) -> bool:
        """Whether a sentence ends here amid other words, so that the quotation joins what was said apart."""
        return not self.is_aside and _BROKEN_OFF.search(self._between) is not None

    @property
    def _between(self) -> str:
        return self.text[self.all[self.first - 1].end : self.all[self.last].start]


def _facing(text: str, words: Sequence[Word], near: _Near) -> Span:
    """Return the stretch that answers a quotation, with what stands in the place of words at either end of it."""
    first, last = near.first, near.last
    while first > _begin(words, near) and not _parts(text, words[first - 1], words[first]):
        first -= 1
    while last < min(len(words) - 1, near.last + near.behind) and not _parts(text, words[last], words[last + 1]):
        last += 1
    return Span.cut(text, words[first].start, words[last].end)


def _begin(words: Sequence[Word], near: _Near) -> int:
    """Return the first word that can stand in the place of a quotation's first words: "no one" is one of them."""
    begin = max(0, near.first - near.before)
    return begin - (0 < begin < near.first and words[begin].folded == "one" and words[begin - 1].folded == "no")


def _at_ends(words: Sequence[Word], near: _Near, there: Span) -> list[str]:
    """Return the folded words of `there` in the place of the first and last words of a quotation: "don't", "do not"."""
    first, last = words[near.first], words[near.last]
    inside = words[_begin(words, near) : near.last + near.behind + 1]
    ends = [word for word in inside if there.start <= word.start < first.start or last.end <= word.start < there.end]
    return [word.folded for word in ends]


def _parts(text: str, one: Word, other: Word) -> bool:
    return _BROKEN_OFF.search(text[one.end : other.start + 1]) is not None


_DISOWNED = re.compile(
    r"[,.]?[”\"’'»]?,? (?:is|was|were) (?:simply |just |all |quite )?"
    r"(?:a (?:lie|myth)|lies|false|untrue|wrong|nonsense)\b"
)
_ASIDE = re.compile(r"\W*[.!?”\"»\n].*[.!?“\"«„\n]\W*", re.DOTALL)
_BROKEN_OFF = re.compile(r"[“”\"«»„]|[.!?] +[A-Z]|\n")


@dataclass(frozen=True, slots=True)
class _Near:
    """A stretch of a passage, first to last word, with most of a quotation's words in order.

    `share` of them stand there (0..1), `left_out` are the others, `before` and `behind` as many of these as stand at
    either end, and `gaps` the places of words between them.
    """

    first: int
    last: int
    before: int
    behind: int
    share: float
    left_out: list[str]
    gaps: list[tuple[int, int]]


def _nearest(needle: list[str], hay: list[str]) -> _Near | None:
    """Return the stretch with most of the needle in order; None where it has too few of its words in any order."""
    there = set(hay)
    if sum(word in there for word in needle) < NEAR_SHARE * len(needle):
        return None
    blocks = [block for block in LCSseq.editops(needle, hay).as_matching_blocks() if block.size]
    if not blocks:
        return None
    while len(blocks) > 1 and blocks[1].b - (blocks[0].b + blocks[0].size) > len(needle):
        blocks = blocks[1:]
    while len(blocks) > 1 and blocks[-1].b - (blocks[-2].b + blocks[-2].size) > len(needle):
        blocks = blocks[:-1]
    matched = {at for block in blocks for at in range(block.a, block.a + block.size)}
    return _Near(
        first=blocks[0].b,
        last=blocks[-1].b + blocks[-1].size - 1,
        before=blocks[0].a,
        behind=len(needle) - blocks[-1].a - blocks[-1].size,
        share=len(matched) / len(needle),
        left_out=[word for at, word in enumerate(needle) if at not in matched],
        gaps=[(one.b + one.size, other.b) for one, other in pairwise(blocks) if one.b + one.size < other.b],
    )
