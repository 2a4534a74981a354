"""The claim as a clause of a sentence that denies it, doubts it or only passes it on.

"I do not think the dam is stable" has every word of "the dam is stable". Asked only of what would else be called
corroborated. Levels: *its own word, or not told*; *distanced* (nobody says so, a doubt, a hope, a condition, an
accusation, an anonymous source), which forbids corroboration; *denied* ("it is a lie that …",
"ich glaube nicht, dass …", "That is a lie." behind it), which contradicts the claim. A frame reaches the words behind
it, or those before it ("…, behauptet ein Nachbar"), and counts where it reaches most of what answers the claim. A claim
with the same frame is not asked. What the police, a court or an office says is no frame: it is the source's word.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from factcheck.domain import Facet, Polarity, Reason, Span
from factcheck.stance.predicates.accusers import accuses_in, is_claimants
from factcheck.stance.reading.pair import Pair, Partner
from factcheck.stance.reading.ruling_clauses import speaker_of
from factcheck.stance.words.frames import (
    ACCUSED,
    BEFORE,
    BEHIND,
    BELIEVED,
    BETWEEN,
    DENIED,
    DENYING,
    OVER,
    PASSED_ON,
    TAKEN_BACK,
    TAKES_BACK,
    TURNED_OUT,
    Sides,
)
from factcheck.text.quotations import find_quotations
from factcheck.text.sentences import sentence_at

STRENGTH, DENIED_STRENGTH = 0.5, 0.7


class _Told(NamedTuple):
    """What the source has the claim as, where it says so, and the stretch that this reaches."""

    kind: str
    place: Span
    start: int
    end: int


def compare_distance(pair: Pair) -> Reason | None:
    """Return a reason where most of what answers the claim is denied by the source, or told from a distance."""
    asked = _asked(pair)
    for told in [*_frames(pair), *_taken_back(pair), *_taken_back_shortly(pair)]:
        others = [one for one in asked if told.kind != ACCUSED or not _is_in(told.place, one)]
        inside = sum(told.start <= one.passage.start < told.end for one in others)
        if 2 * inside > len(others):
            return _reason(told)
    return None


def _is_in(place: Span, one: Partner) -> bool:
    """Whether a word is of the frame itself: whom somebody accuses stands between "wirft" and "vor"."""
    return place.start <= one.passage.start < place.end


def _asked(pair: Pair) -> list[Partner]:
    """Return what answers the claim: of a claim with a quotation, what answers that."""
    quoted = find_quotations(pair.claim.text)
    said = [one for one in pair.partners if any(each.start <= one.claim.start < each.end for each in quoted)]
    return said or list(pair.partners)


def _frames(pair: Pair) -> list[_Told]:
    return [
        _told(pair, kind, match, sides)
        for sides in (BEHIND, BEFORE, BETWEEN)
        for kind, pattern in sides
        if not pattern.search(pair.claim.text)
        for match in pattern.finditer(pair.passage.text, pair.start, pair.end)
        if _is_of_answered(pair, match) and not (kind in _OF_SOMEBODY and _is_claimants(pair, match))
    ]


_OF_SOMEBODY = frozenset([ACCUSED, PASSED_ON])
"""What is the claimant's own word where the claimant says it."""


def _is_claimants(pair: Pair, match: re.Match[str]) -> bool:
    place = accuses_in(pair.passage.text, *match.span())
    return place is not None and is_claimants(pair, place)


def _is_of_answered(pair: Pair, match: re.Match[str]) -> bool:
    """Whether the word that a frame is about answers one of the claim: "hardly safe"."""
    at = match.start("to") if "to" in match.groupdict() else None
    return at is None or any(one.passage.start == at for one in pair.partners)


def _told(pair: Pair, kind: str, match: re.Match[str], sides: Sides) -> _Told:
    place = Span(match.start(), match.end(), match.group())
    first, last = sentence_at(pair.passage.sentences, match.start()) or (pair.start, pair.end)
    if sides is BEFORE:
        return _Told(kind, place, first, match.start())
    if sides is BETWEEN:
        return _Told(kind, place, first, match.end())
    return _Told(kind, place, match.end(), _clause_end(pair.passage.text, match, last))


def _clause_end(text: str, match: re.Match[str], last: int) -> int:
    """Return where a frame's reach ends: with the sentence behind "that" or a colon, else at the next comma."""
    if _OPEN.search(match.group()):
        return last
    comma = _COMMA.search(text, match.end(), last)
    return comma.start() if comma else last


_OPEN = re.compile(r"(?:\b(?:that|dass|daß)|[,:])\W*\Z")
_COMMA = re.compile(r",[”\"“]?(?: |\Z)|;")


def _taken_back(pair: Pair) -> list[_Told]:
    """Return that the sentence behind what answers the claim takes it back: "That is a lie."."""
    text = pair.passage.text
    quoted = bool(find_quotations(pair.claim.text))
    found = [] if OVER.search(pair.claim.text) else OVER.finditer(text)
    return [
        _Told(
            _by_whom(pair, one),
            Span(one.start(), one.end(), one.group()),
            _sentence_before(text, one.start()),
            one.start(),
        )
        for one in found
        if not (quoted and text[one.start() - 2] in _MARKS)  # others say so of words that were said
    ]


def _taken_back_shortly(pair: Pair) -> Iterator[_Told]:
    """Yield that the sentence behind what answers the claim takes it back in a word: "It did not."."""
    text = pair.passage.text
    for pattern in (TAKES_BACK, TURNED_OUT):
        for one in pattern.finditer(text) if not pattern.search(pair.claim.text) else ():
            start = _sentence_before(text, one.start())
            taken = BELIEVED.search(text, start, one.start()) if pattern is TURNED_OUT else True
            if taken and not DENYING.search(text, start, one.start()):
                yield _Told(TAKEN_BACK, Span(one.start(), one.end(), one.group()), start, one.start())


def _by_whom(pair: Pair, ruling: re.Match[str]) -> str:
    """Return whether the source takes back what it told, or tells that somebody else calls it false."""
    start, end = sentence_at(pair.passage.sentences, ruling.start()) or (pair.start, pair.end)
    sentence = pair.passage.text[start:end]
    other = speaker_of(sentence, start, ruling.start() - start, ruling.end() - start)
    return DENIED if other is None else "what somebody calls false"


_MARKS = '”"“'


def _sentence_before(text: str, at: int) -> int:
    """Return where the sentence begins that ends at a place, in a quotation of several, too."""
    return max((text.rfind(mark, 0, at - 2) for mark in (". ", "! ", "? ", "\n")), default=-1) + 1


def _reason(told: _Told) -> Reason:
    denied = told.kind == DENIED
    message = "the source denies it" if denied else f"the source has it as {told.kind}"
    return Reason(
        comparator="polarity" if denied else "modality",
        facet=Facet.WHAT,
        polarity=Polarity.OPPOSES if denied else Polarity.CONTEXT,
        strength=DENIED_STRENGTH if denied else STRENGTH,
        message=f"{message} (“{told.place.text.strip(' ,:')}”)",
        passage_spans=(told.place,),
    )
