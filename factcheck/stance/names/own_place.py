"""Does the claim's own name, or day, stand in its place in the source, or another one?

"The prize went to Jana Kral; Maria Silva came second" has every word of "The prize went to Maria Silva". Levels: *its
own, or not told* (behind the same word and the same small word, or before the same verb, stands the claim's name or
date, one with it side by side, or none at all); *another's* (a name or date of the same kind stands there, and the
claim's own only further on, in another clause or complement). The last is no conflict, for a second one may have it,
too, unless the source denies it of the claim's own ("on Syria, not on Iran").
Asked only of what would else be called corroborated. Method: our own rules over words and marks; no parser.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from factcheck.domain import Facet, Polarity, Reason
from factcheck.stance.names.filling import (
    DATE,
    PERSON,
    PLACE,
    Filler,
    are_one,
    are_rivals,
    are_side_by_side,
    fillers_in,
    is_of_title,
    says_which,
)
from factcheck.stance.names.places import may_lie_in
from factcheck.stance.names.subjects import is_told
from factcheck.stance.names.voices import is_helping
from factcheck.stance.reading.negations import negations_of
from factcheck.stance.reading.pair import ALIKE, Pair
from factcheck.text.sentences import sentence_at
from factcheck.text.words import Word

STRENGTH = 0.5
_REACH = 5
"""Words from a verb or noun to the small word that leads to a name: "signed on Monday in Vienna by"."""
_TITLE = 4
"""Words of a title before a name: "the former party leader"."""
_BEING = frozenset("is are was were be ist sind war waren".split())  # noqa: SIM905
_LEADING = _BEING | frozenset(
    "to into by in at on from near of about for against over with an im am bei von nach durch aus".split()  # noqa: SIM905
)


def in_its_place(pair: Pair) -> Reason | None:
    """Return a reason where another name or date fills the place that one of the claim's has."""
    ours = fillers_in(pair.claim.text, pair.claim.words)
    if not ours:
        return None
    theirs = fillers_in(pair.passage.text, pair.stretch)
    for one in ours:
        found = _rival(pair, one, [*_behind(pair, one, theirs)], theirs) or _rival_doer(pair, one, theirs)
        if found is not None:
            told = differs(one, found)
            return replace(told, polarity=Polarity.OPPOSES) if _is_denied(pair, one, theirs) else told
    return None


def _is_denied(pair: Pair, one: Filler, theirs: Sequence[Filler]) -> bool:
    """Whether the source denies it of the claim's own: "on Syria, not on Iran"."""
    own = [each.span.start for each in theirs if are_one(one, each)]
    text = pair.passage.text
    told = all(_NOT_OF.search(text, max(0, at - _CONTRASTED), at) for at in own)
    return told and not negations_of(pair.claim.text)


_NOT_OF = re.compile(
    r"(?:,|\band\b) (?:and )?(?:not|nicht)(?: (?!(?:only|far|long|until|before|least)\b)[a-zäöü]{2,7}){0,2} \Z",
    re.IGNORECASE,
)
_CONTRASTED = 30  # characters before the name


class _Place(NamedTuple):
    """A place of the source that answers the claim's: its word of content, what fills it, and what leads to that."""

    head: int
    filler: Filler
    small: str


def _rival(pair: Pair, one: Filler, places: Sequence[_Place], theirs: Sequence[Filler]) -> Filler | None:
    """Return what fills the place of `one` in its stead, where its own stands only further on."""
    own = [each for each in theirs if are_one(one, each)]
    taken = [each for each in places if not _has(pair, one, each, theirs)]
    if not own or not taken or any(_stands_before(pair, each, taken[0]) for each in own):
        return None
    rivals = [each for each in taken if are_rivals(one, each.filler) and not _may_lie_in(pair, one, each.filler)]
    if len(rivals) < len(taken):
        return None
    rest = _rest(pair, one)
    begins = dict(zip((each.head for each in places), (0, *(each.filler.last + 1 for each in places)), strict=False))
    others = [each for each in places if each not in taken]
    if not all(_is_of_another(pair, rest, begins[each.head], each.filler.last + 1) for each in others):
        return None
    first = rivals[0].filler
    apart = sentence_at(pair.passage.sentences, own[0].span.start) != sentence_at(
        pair.passage.sentences, first.span.start
    )
    if apart and others:
        return None
    whole = rest <= _stems(pair, begins[rivals[0].head], first.last + 1)
    return first if whole or not (apart or others) else None


def _stands_before(pair: Pair, own: Filler, place: _Place) -> bool:
    """Whether the claim's own stands before a place, but for a date of another noun there.

    "The trial of the robbery of 4 May began on"; "the inquest into the death on 12 January opened on".
    """
    if own.first > place.filler.first:
        return False
    words = pair.stretch
    if own.kind != DATE or own.first < _TWO or own.last >= place.head or words[own.first - 1].folded not in _OF_DATE:
        return True
    small, noun = words[own.first - 1], words[own.first - 2]
    if noun.is_stop or pair.passage.text[noun.end : own.span.start].strip() != small.text:
        return True
    answered = any(each.passage.stem == noun.stem for each in pair.partners)
    follows = all(is_helping(word) for word in words[own.last + 1 : place.head])
    return answered and not follows and small.folded not in _OF_NOUNS


_OF_NOUNS = frozenset("of from vom von since seit".split())  # noqa: SIM905
_OF_DATE = _OF_NOUNS | frozenset("on in at am im".split())  # noqa: SIM905


def _has(pair: Pair, one: Filler, place: _Place, theirs: Sequence[Filler]) -> bool:
    """Whether a place is filled by the claim's own, or by others with it side by side."""
    if are_one(one, place.filler):
        return True
    for own in theirs:
        if own.first > place.filler.last and are_one(one, own):
            text, words = pair.passage.text, pair.stretch
            if not are_side_by_side(text, words, place.filler, own, theirs, place.small):
                return False
            return not _opens_a_clause(pair, place, own)
    return False


def _opens_a_clause(pair: Pair, place: _Place, own: Filler) -> bool:
    """Whether a name behind "and" does something else: "went to Jana Kral and Maria Silva came second"."""
    words = pair.stretch
    behind = words[own.last + 1] if own.last + 1 < len(words) else None
    if own.kind == DATE or behind is None or pair.passage.text[own.span.end : behind.start] != " ":
        return False
    before = words[place.head - 1] if place.head else None
    finite = place.small in _BEING or words[place.head].folded in _ALWAYS_FINITE
    finite = finite or (before is not None and before.folded in _BEING)
    return finite and (is_told(behind) or behind.folded in _BEING)


_ALWAYS_FINITE = frozenset("went took came fell gave chose began".split())  # noqa: SIM905
"""Forms of the past that no participle has, so that no noun stands before them of which they only say more."""


def _may_lie_in(pair: Pair, one: Filler, other: Filler) -> bool:
    return PERSON not in (one.kind, other.kind) and one.kind != DATE and may_lie_in(pair, one.span, other.span)


def _rest(pair: Pair, one: Filler) -> set[str]:
    """Return the stems of the source that answer the claim but for one of its names or dates."""
    return {
        each.passage.stem
        for each in pair.partners
        if not one.span.start <= each.claim.start < one.span.end and each.kind != "value"
    }


def _stems(pair: Pair, start: int, end: int) -> set[str]:
    return {word.stem for word in pair.stretch[start:end]}


def _is_of_another(pair: Pair, rest: set[str], start: int, end: int) -> bool:
    """Whether a clause lacks something of the claim, and has something of its own in its stead."""
    if any(word.folded in _PRONOUNS for word in pair.stretch[start:end]):
        return False
    inside = [word for word in pair.stretch[start:end] if not word.is_stop]
    answered = {each.passage.stem for each in pair.partners}
    return not rest <= {word.stem for word in inside} and any(word.stem not in answered for word in inside)


_PRONOUNS = frozenset("it they he she them this that one er sie es".split())  # noqa: SIM905
"""What may stand for what the clause before told of: "in 2019 it went to Maria Silva"."""


# --- behind a word ----------------------------------------------------------------------------------------------------


def _behind(pair: Pair, one: Filler, theirs: Sequence[Filler]) -> Iterator[_Place]:
    """Yield the places of the source that stand behind the words behind which one stands in the claim."""
    lead = _lead(pair, one)
    if lead is None:
        return
    head, small = lead
    stems = {each.passage.stem for each in pair.partners if each.claim.stem == head.stem and each.kind in ALIKE}
    for at, word in enumerate(pair.stretch):
        if word.stem in stems:
            found = _filled(pair, at, small, theirs)
            if found is not None:
                yield _Place(at, found, small)


def _lead(pair: Pair, one: Filler) -> tuple[Word, str] | None:
    """Return the word of content that leads to a filler of the claim, and the small word between them, "" for none."""
    words, text = pair.claim.words, pair.claim.text
    at = _before_title(words, text, one.first)
    if at < 0 or says_which(text, words, one):
        return None
    if words[at].folded in _LEADING:
        small, before = words[at].folded, at - 1
        while before >= 0 and (words[before].is_stop or is_helping(words[before])):
            before -= 1
        told = before >= 0 and at - before <= _REACH and not _is_parted(text, words, before, at)
        return (words[before], small) if told else None
    return (words[at], "") if is_told(words[at]) and at == one.first - 1 else None


def _before_title(words: Sequence[Word], text: str, first: int) -> int:
    """Return the place of the word before a name's article and title, -1 where a mark parts it from them."""
    at = first - 1
    while at >= 0 and text[words[at].end : words[at + 1].start] == " ":
        if first - at > _TITLE or not is_of_title(words[at]):
            return at
        at -= 1
    return -1


def _is_parted(text: str, words: Sequence[Word], start: int, end: int) -> bool:
    """Whether a mark stands between two words."""
    between = text[words[start].end : words[end].start]
    return " -" in between or not _MARKS.isdisjoint(between)


_MARKS = frozenset(',;:()"“”„—–.')


def _filled(pair: Pair, head: int, small: str, theirs: Sequence[Filler]) -> Filler | None:
    """Return what stands in the source behind a word of content and a small word, but for an article and a title."""
    words, text = pair.stretch, pair.passage.text
    at = head
    if small:
        behind = range(head + 1, min(len(words), head + 1 + _REACH))
        at = next((place for place in behind if words[place].folded == small), -1)
        if at < 0 or _is_parted(text, words, head, at) or any(map(is_told, words[head + 1 : at])):
            return None
    first = at + 1
    starts = {each.first: each for each in theirs}
    while first < len(words) and first not in starts and first - at <= _TITLE and is_of_title(words[first]):
        first += 1
    found = starts.get(first)
    if found is None or _is_parted(text, words, at, first) or says_which(text, words, found):
        return None
    return found


# --- before a verb ----------------------------------------------------------------------------------------------------


def _rival_doer(pair: Pair, one: Filler, theirs: Sequence[Filler]) -> Filler | None:
    """Return who does in the source what the claim tells of a name that opens it, and that does the like of another."""
    told = None if one.first or one.kind == DATE else _verb_behind(pair.claim.text, pair.claim.words, one)
    if told is None or not is_told(told):
        return None
    verb = told.stem
    stems = {each.passage.stem for each in pair.partners if each.claim.stem == verb and each.kind in ALIKE}
    doers = [each for each in theirs if each.kind != DATE and _does(pair, each, stems)]
    if len(doers) < _TWO or not are_rivals(one, doers[0]) or not any(are_one(one, each) for each in doers):
        return None
    if any(are_one(one, each) and each.first < doers[0].first for each in theirs):
        return None
    rest = _rest(pair, one)
    ends = [*(each.first for each in doers[1:]), len(pair.stretch)]
    for doer, end in zip(doers, ends, strict=True):
        if are_one(one, doer) and not _is_of_another(pair, rest, doer.last + 1, end):
            return None
    return doers[0] if rest <= _stems(pair, doers[0].last + 1, ends[0]) else None


_TWO = 2


def _does(pair: Pair, one: Filler, verbs: set[str]) -> bool:
    """Whether one of some verbs stands right behind a name of the source."""
    told = _verb_behind(pair.passage.text, pair.stretch, one)
    return told is not None and told.stem in verbs


def _verb_behind(text: str, words: Sequence[Word], one: Filler) -> Word | None:
    """Return the word right behind a name, but for "was" and the like."""
    found = next((word for word in words[one.last + 1 :] if not is_helping(word)), None)
    return None if found is None or not _MARKS.isdisjoint(text[one.span.end : found.start]) else found


def differs(one: Filler, other: Filler) -> Reason:
    """Return the reason that another name or date stands where one of the claim's does."""
    facet = Facet.WHEN if one.kind == DATE else Facet.WHERE if PLACE in (one.kind, other.kind) else Facet.WHO
    return Reason(
        comparator="own place",
        facet=facet,
        polarity=Polarity.CONTEXT,
        strength=STRENGTH,
        message=f"differs: {one.span.text} / {other.span.text}",
        claim_spans=(one.span,),
        passage_spans=(other.span,),
    )
