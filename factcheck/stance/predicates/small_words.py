"""Small words that decide: does another one of its class stand where the claim has "before", "all", "must" or "into"?

Levels: *the same, or not told*; *another* ("all of the pilots" beside "most of the pilots", "his" beside "her", "the
second longest" beside "the longest", "must" beside a source that speaks of no duty), which forbids corroboration, with
a badge where it says less than the claim, or more;
*excluded* (of the two only one can be so, "before" beside "after", and the rest of the sentence is the same), which
contradicts the claim.

The place is told by the next word of content: "before the flood" beside "after the great flood"; or by a slot, where
the source follows the claim's wording.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from factcheck.domain import Facet, Polarity, Reason, Span
from factcheck.stance.reading.badges import STRONGER, WEAKER, Degree
from factcheck.stance.reading.pair import Pair
from factcheck.stance.reading.slots import Alignment
from factcheck.stance.words.deciding import EXCLUDING, GROUPS, ORDINALS, PHRASES, PRONOUNS, RANKED, Place
from factcheck.text.words import Word, fold, stem

STRENGTH, EXCLUDED_STRENGTH = 0.4, 0.6
_AHEAD, _BACK = 4, 4
"""Words from a small word to the word of content that tells its place, and back from there."""


class _Small(NamedTuple):
    """A small word or phrase: its words from `first` to before `last`, and its groups."""

    first: int
    last: int
    groups: frozenset[Place]


def compare_small_words(pair: Pair, alignment: Alignment) -> Reason | None:
    """Return a reason where another small word of a class stands in the claim's place; one that excludes it first."""
    differing = [*_by_followers(pair), *_by_slots(alignment)]
    same = alignment.verbatim and not pair.missing and not pair.near
    for ours, theirs in differing if same else ():
        if _exclude(pair, ours, theirs):
            return _reason(pair, ours.words, theirs.words, Polarity.OPPOSES)
    if differing:
        return _reason(pair, differing[0][0].words, differing[0][1].words, Polarity.CONTEXT)
    return _other_rank(pair) or _lost_duty(pair)


def badge_of(reason: Reason) -> str:
    """Return the badge of a small word of the source that says less than the claim's, or more, or ""."""
    if not reason.passage_spans:
        return ""
    ours, theirs = (_groups_of(spans[0].text) for spans in (reason.claim_spans, reason.passage_spans))
    steps = [theirs[one] - ours[one] for one in ours.keys() & theirs.keys() & RANKED]
    return "" if not steps or not steps[0] else WEAKER if steps[0] > 0 else STRONGER


def ranked_degree(pair: Pair, alignment: Alignment) -> Degree:
    """Return the badge where another word of a ranked class stands in the claim's place ("always", "often")."""
    if _RANKED_WORDS.isdisjoint(pair.claim.vocabulary) or _RANKED_WORDS.isdisjoint(pair.told):
        return Degree()
    reasons = (
        _reason(pair, ours.words, theirs.words, Polarity.CONTEXT)
        for ours, theirs in (*_by_followers(pair), *_by_slots(alignment))
    )
    found = (Degree(badge_of(one), one.claim_spans, one.passage_spans) for one in reasons)
    return next((one for one in found if one.badge), Degree())


_RANKED_WORDS = frozenset(
    word.rpartition("_")[2] for word, groups in GROUPS.items() if any(number in RANKED for number, _ in groups)
) - {"to"}
"""The last words of what is of a ranked class, without which it is not asked; "to" is in every other text."""


def _groups_of(text: str) -> dict[int, int]:
    return dict(GROUPS.get("_".join(fold(text).split()), ()))


class _Told(NamedTuple):
    """The words of a small word or phrase, with its groups."""

    words: tuple[Word, ...]
    groups: frozenset[Place]


def _by_followers(pair: Pair) -> Iterator[tuple[_Told, _Told]]:
    """Yield the small words of the claim with others that stand before the same word of the passage."""
    ours = _small_words(pair.claim.words)
    theirs = _small_words(pair.stretch) if ours else []
    partners = {one.claim.stem: one.passage.stem for one in pair.partners}
    for one in ours if theirs else ():
        follower = _follower(pair.claim.words, one.last)
        there = partners.get(follower.stem) if follower is not None else None
        places = [at for at, word in enumerate(pair.stretch) if word.stem == there]
        facing = [other for at in places for other in theirs if _leads_to(pair.stretch, other, at)]
        other = _another(one.groups, facing)
        if other is not None:
            yield _told(pair.claim.words, one), _told(pair.stretch, other)


def _by_slots(alignment: Alignment) -> Iterator[tuple[_Told, _Told]]:
    """Yield the small words of the claim that face others of their class."""
    for slot in alignment.slots:
        if not (slot.narrow and slot.claim and slot.passage):
            continue
        theirs = _small_words(slot.passage)
        for one in _small_words(slot.claim):
            other = _another(one.groups, theirs)
            if other is not None:
                yield _told(slot.claim, one), _told(slot.passage, other)
        if len(slot.claim) == len(slot.passage) == 1:
            sides = [PRONOUNS.get(word.folded) for word in (*slot.claim, *slot.passage)]
            if None not in sides and sides[0] != sides[1]:
                yield _Told(slot.claim, frozenset()), _Told(slot.passage, frozenset())


def _told(words: Sequence[Word], one: _Small) -> _Told:
    return _Told(tuple(words[one.first : one.last]), one.groups)


def _small_words(words: Sequence[Word]) -> list[_Small]:
    found: list[_Small] = []
    after = 0
    for at, word in enumerate(words):
        if at < after:
            continue
        folded = [one.folded for one in words[at : at + 3]]
        phrase = next((one for one in PHRASES.get(word.folded, ()) if tuple(folded[: len(one)]) == one), (word.folded,))
        groups = GROUPS.get("_".join(phrase))
        if groups and word.text != "May":
            after = at + len(phrase)
            found.append(_Small(at, after, groups))
    return found


def _follower(words: Sequence[Word], at: int) -> Word | None:
    """Return the first word of content from a place on that is no small word itself."""
    ahead = words[at : at + _AHEAD]
    return next((word for word in ahead if not word.is_stop and word.folded not in GROUPS), None)


def _leads_to(words: Sequence[Word], one: _Small, at: int) -> bool:
    """Whether a small word stands before a place, with no more than one word of content between that is none."""
    between = words[one.last : at] if at - _BACK <= one.last <= at else None
    return between is not None and sum(not word.is_stop and word.folded not in GROUPS for word in between) <= 1


def _another(groups: frozenset[Place], facing: Sequence[_Small]) -> _Small | None:
    """Return a word that shares a class with some groups, unless one shares a group."""
    if any(not groups.isdisjoint(one.groups) for one in facing):
        return None
    classes = {number for number, _ in groups}
    return next((one for one in facing if any(number in classes for number, _ in one.groups)), None)


def _exclude(pair: Pair, ours: _Told, theirs: _Told) -> bool:
    if any(frozenset([one, other]) in EXCLUDING for one in ours.groups for other in theirs.groups):
        return True
    for_and_against = {ours.words[0].folded, theirs.words[0].folded} in _FOR_AGAINST
    return for_and_against and any(
        word.stem in _TAKING_SIDES for word in pair.claim.words if 0 < ours.words[0].start - word.start <= _NEAR
    )


_FOR_AGAINST = ({"for", "against"}, {"fur", "gegen"})
_NEAR = 40  # characters
_TAKING_SIDES = frozenset(
    stem(fold(word))
    for word in (
        *("vote", "voted", "votes", "campaign", "campaigned", "argue", "argued", "spoke", "came out", "lobbied"),
        *("stimmte", "stimmten", "stimmt", "stimmen", "plädierte", "plädierten", "sprach", "entschied", "votierte"),
    )
)


def _other_rank(pair: Pair) -> Reason | None:
    """Return a reason where "second" or the like stands before a superlative of one text alone."""
    places = {word.start: at for at, word in enumerate(pair.stretch)}
    for one in pair.partners:
        at = places.get(one.passage.start)
        if at is None or not (one.claim.folded.endswith("est") and one.passage.folded.endswith("est")):
            continue
        ours = _ordinal(pair.claim.words, pair.claim.words.index(one.claim))
        theirs = _ordinal(pair.stretch, at)
        if bool(ours) != bool(theirs):
            return _reason(pair, (*ours, one.claim), (*theirs, one.passage), Polarity.CONTEXT)
    return None


def _ordinal(words: Sequence[Word], at: int) -> tuple[Word, ...]:
    return (words[at - 1],) if at and words[at - 1].folded in ORDINALS else ()


def _lost_duty(pair: Pair) -> Reason | None:
    """Return a reason where the claim says that somebody must do it, and the stretch says nothing of the kind."""
    must = next((word for word in pair.claim.words if word.folded in _DUTY), None)
    if must is None or _DUTIES.search(pair.passage.text, pair.start, pair.end):
        return None
    return _reason(pair, (must,), (), Polarity.CONTEXT)


_DUTY = frozenset(["must", "muss", "mussen", "musste", "mussten"])
_DUTIES = re.compile(
    r"\b(?:must|ha(?:s|ve|d) to|need(?:s|ed)?|requir\w+|oblig\w+|mandatory|compulsory|forced|order(?:s|ed)|bound to"
    r"|duty|necessary|essential|demand(?:s|ed)|m[uü]ss\w*|verpflichte\w*|Pflicht|nötig|notwendig|erforderlich|gezwungen"
    r"|vorgeschrieben|verlangt\w*|ha(?:t|ben|tten?) [^.,;]{0,60}\bzu\b)",
    re.IGNORECASE,
)


def _reason(pair: Pair, ours: Sequence[Word], theirs: Sequence[Word], polarity: Polarity) -> Reason:
    one = _place(pair.claim.text, ours)
    other = _place(pair.passage.text, theirs) if theirs else None
    return Reason(
        comparator="small words",
        facet=Facet.WHAT,
        polarity=polarity,
        strength=EXCLUDED_STRENGTH if polarity is Polarity.OPPOSES else STRENGTH,
        message=f"differs: {one.text} / {other.text}" if other else f"the source does not say “{one.text}”",
        claim_spans=(one,),
        passage_spans=(other,) if other else (),
    )


def _place(text: str, words: Sequence[Word]) -> Span:
    return Span(words[0].start, words[-1].end, text[words[0].start : words[-1].end])
