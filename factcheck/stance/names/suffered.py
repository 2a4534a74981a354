"""Killed and died: "the flood killed 12 people" beside "12 people died in the flood".

What dies, or is hurt, in, of or from a thing is what that thing kills or hurts. Levels: *suffered* (the doer of the one
text stands behind such a small word in the other, and not before the verb); *not told*.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from factcheck.stance.names.voices import is_helping, is_passive
from factcheck.stance.reading.pair import ALIKE, Pair, Partner
from factcheck.text.words import Word

_DONE = frozenset("kill kills killed hurt hurts injure injures injured wound wounds wounded".split())  # noqa: SIM905
"""What is done to somebody, and in the passive suffered."""
_SUFFERED = frozenset("die dies died perish perishes perished drown drowned drowns burned suffocated".split())  # noqa: SIM905
_LEADS = frozenset("in of from during through to when after under".split())  # noqa: SIM905
"""Small words behind which it stands of what somebody dies."""
_REACH = 8
"""Words behind a verb among which it stands of what somebody dies."""
_LED = 3
"""Words between a small word and what it leads to: "in the two great floods"."""


def is_suffered(pair: Pair, verb: Partner) -> bool:
    """Whether one text tells as suffered what the other has somebody or something do: "died in", "was hurt in"."""
    if verb.kind not in ALIKE:
        return False
    ours, theirs = (pair.claim.words, verb.claim), (pair.stretch, verb.passage)
    met = [(one.claim, one.passage) for one in pair.partners if one.kind in ALIKE]
    if _is_done(*ours) and _is_suffering(*theirs):
        return _is_led_to(ours, theirs, met)
    if _is_done(*theirs) and _is_suffering(*ours):
        return _is_led_to(theirs, ours, [(other, one) for one, other in met])
    return False


def _at(words: Sequence[Word], verb: Word) -> int:
    return next((place for place, word in enumerate(words) if word.start == verb.start), 0)


def _is_done(words: Sequence[Word], verb: Word) -> bool:
    return verb.folded in _DONE and not is_passive(words, _at(words, verb))


def _is_suffering(words: Sequence[Word], verb: Word) -> bool:
    return verb.folded in _SUFFERED or (verb.folded in _DONE and is_passive(words, _at(words, verb)))


_Told = tuple[Sequence[Word], Word]


def _is_led_to(done: _Told, suffered: _Told, met: Sequence[tuple[Word, Word]]) -> bool:
    """Whether the doer before a verb stands behind a small word in the text that tells it as suffered."""
    words, verb = done
    before = list(takewhile(lambda word: not is_helping(word), reversed(words[: _at(words, verb)])))
    doers = {one.start for one in before if not one.is_stop}
    there = {other.start for one, other in met if one.start in doers}
    words, verb = suffered
    at = _at(words, verb)
    behind = words[at + 1 : at + 1 + _REACH]
    led = any(
        word.start in there and not _LEADS.isdisjoint(one.folded for one in behind[max(0, place - _LED) : place])
        for place, word in enumerate(behind)
    )
    return led and not any(word.start in there for word in words[:at])
