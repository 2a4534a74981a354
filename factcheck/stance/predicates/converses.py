"""Opposite words that contradict nothing: what one sells the other buys, and what was shut until May may be open.

Levels: *one after the other* ("is to withdraw" beside "had entered"); *something else denied* ("denied that he had
approved it" refuses nothing); *the other side* (the passage tells the deed of somebody whom the claim names behind the
verb: "B sold it to A" beside "A bought it from B"); *over* (the passage says until when it was so, and the claim does
not); *a clash* (else).
"""

from __future__ import annotations

import re

from factcheck.stance.predicates.factuality import marks_in
from factcheck.stance.reading.lexicon import meanings
from factcheck.stance.reading.negations import refuses
from factcheck.stance.reading.pair import Pair, Partner
from factcheck.text.words import fold, stem

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
    return _is_over(pair, one) or (_are_converse(one) and _is_of_other_side(pair, one))


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
