"""Opposite words that contradict nothing: what one sells the other buys, and what was shut until May may be open.

Levels: *one after the other* ("is to withdraw" beside "had entered"); *something else denied* ("denied that he had
approved it" refuses nothing); *the other side* (the passage tells the deed of somebody whom the claim names behind the
verb: "B sold it to A" beside "A bought it from B"); *of other things* ("the southern quay" beside "the quay … berths in
the northern basin"); *over* (the passage says until when it was so, and the claim does
not); *a clash* (else).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from factcheck.stance.predicates.factuality import marks_in
from factcheck.stance.reading.german_verbs import is_form_of_verb
from factcheck.stance.reading.lexicon import is_verb, meanings
from factcheck.stance.reading.negations import refuses
from factcheck.stance.reading.pair import Pair, Partner
from factcheck.text.words import Word, fold, stem

_SIDES = (
    *(
        ("buy", "sell"),
        ("lend", "borrow"),
        ("win", "lose"),
        ("beat", "lose"),
        ("export", "import"),
        ("give", "receive"),
    ),
    *(("kaufen", "verkaufen"), ("gewinnen", "verlieren"), ("exportieren", "importieren"), ("geben", "erhalten")),
)
_STEMS = tuple((stem(one), stem(other)) for one, other in _SIDES)
_STAGES = """
    enter leave withdraw quit, join leave quit withdraw, arrive depart leave, open close shut, arrest free release,
    detain release, impose lift, hire dismiss sack fire, introduce abolish scrap, begin start end finish,
    deploy withdraw, verhaften freilassen, einführen abschaffen, eröffnen öffnen schließen, einstellen entlassen,
    verhängen aufheben"""
_STAGE_STEMS = tuple(frozenset(stem(fold(word)) for word in line.split()) for line in _STAGES.split(","))
"""What comes one after the other, so that both can be true: who has entered is to withdraw."""
_GRANTED = frozenset([stem("approve"), stem("grant")])
_DENIED = frozenset([stem("deny"), stem("denied")])
_OVER = re.compile(
    r"(?: [\w’'-]+){0,4}? (?:until|till|up to|bis)(?: (?:zum|zu|in|ins|early|late))* (?!further|auf)", re.IGNORECASE
)


def is_no_clash(pair: Pair, one: Partner) -> bool:
    """Whether a word and its opposite can both be true of what the two texts tell."""
    if one.kind != "opposite":
        return False
    if _are_stages(one) and _is_planned(pair, one, ours=True) != _is_planned(pair, one, ours=False):
        return True
    if one.claim.stem in _GRANTED and one.passage.stem in _DENIED:
        return not refuses(pair.stretch, pair.stretch.index(one.passage))
    return _is_over(pair, one) or is_of_other_things(pair, one) or (_are_converse(one) and _is_of_other_side(pair, one))


def is_of_other_things(pair: Pair, one: Partner) -> bool:
    """Whether two opposite qualities are said of two things, and the passage has the claim's thing elsewhere."""
    if any(is_verb(word.folded) or is_form_of_verb(word.folded) for word in (one.claim, one.passage)):
        return False  # what is done has objects
    ours = _things_of(pair.claim.words, one.claim, pair.claim.text)
    theirs = _things_of(pair.stretch, one.passage, pair.passage.text)
    answers = {each.passage.start for each in pair.partners if each.claim.start in ours and each.kind != "opposite"}
    return bool(answers and theirs) and answers.isdisjoint(theirs)


def _things_of(words: Sequence[Word], quality: Word, text: str) -> frozenset[int]:
    """Return where the words stand of what has a quality: right behind it, or before the "is" that says it."""
    at = next((place for place, word in enumerate(words) if word.start == quality.start), 0)
    behind: list[int] = []
    for before, word in pairwise(words[at : at + 1 + _THING]):
        if word.is_stop or text[before.end : word.start] not in _JOINS:
            break
        behind.append(word.start)
    if behind or not at or words[at - 1].folded not in _COPULAS:
        return frozenset(behind)
    subject: list[int] = []
    for later, word in pairwise(reversed(words[max(0, at - 1 - _SUBJECT) : at])):
        if not _MARKS.isdisjoint(text[word.end : later.start]):
            break
        subject += [] if word.is_stop else [word.start]
    return frozenset(subject)


_THING, _SUBJECT = 3, 6  # words
_JOINS = frozenset([" ", "-"])
_MARKS = frozenset(",;:.!?()–—")
_COPULAS = frozenset(["is", "are", "was", "were", "be", "been", "ist", "sind", "war", "waren"])


def _are_stages(one: Partner) -> bool:
    return any(
        all(any(_is_form(word.stem, verb) for verb in stage) for word in (one.claim, one.passage))
        for stage in _STAGE_STEMS
    )


def _is_planned(pair: Pair, one: Partner, *, ours: bool) -> bool:
    """Whether a verb is told as planned, wanted or possible in the claim (`ours`), or in the passage."""
    if ours:
        return one.claim.start in marks_in(pair.claim.text, 0, len(pair.claim.text))
    return one.passage.start in marks_in(pair.passage.text, pair.start, pair.end)


def _is_over(pair: Pair, one: Partner) -> bool:
    ended = _OVER.match(pair.passage.text, one.passage.end) is not None
    return ended and _OVER.match(pair.claim.text, one.claim.end) is None


def _are_converse(one: Partner) -> bool:
    ours, theirs = one.claim.stem, one.passage.stem
    return any(
        (_is_form(ours, left) and _is_form(theirs, right)) or (_is_form(ours, right) and _is_form(theirs, left))
        for left, right in _STEMS
    )


def _is_form(word: str, verb: str) -> bool:
    return word == verb or f"v{verb}" in meanings(word)


def _is_of_other_side(pair: Pair, one: Partner) -> bool:
    """Whether the last name before the verb of the passage stands behind that of the claim, and not before it."""
    named = [
        word for word in pair.stretch if word.end <= one.passage.start and word.text[0].isupper() and not word.is_stop
    ]
    if not named:
        return False
    ours = [word for word in pair.claim.words if word.folded == named[-1].folded]
    return bool(ours) and all(word.start > one.claim.end for word in ours)
