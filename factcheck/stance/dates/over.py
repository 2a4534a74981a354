"""What is over: the claim says that it is so, the source that it was, up to a time or at one.

"Nina Holm heads the agency" beside "headed the agency from 2012 to 2018", "the mine is owned by" beside "was once owned
by". Levels: *so, or not told*; *over* (the state is told in the past tense, with what says until when, since when no
longer, or when it was so). Tense alone says nothing: a headline tells in the present what the report tells in the past,
and what was approved in 2015 is approved. So a time alone counts only for what goes on ("heads", "is on strike").
"""

from __future__ import annotations

import re

from factcheck.domain import Reason, Span
from factcheck.stance.dates.other_times import in_reach, is_told_deed, part_of, tells
from factcheck.stance.reading.german_verbs import is_in_german
from factcheck.stance.reading.pair import ALIKE, Pair, Partner
from factcheck.stance.reading.texts import words_between
from factcheck.stance.words.times_told import DURING, EARLIER, HOURS, MEASURES_AHEAD, NOW, OVER, STATES, WAS_GERMAN

_IS = re.compile(r"\b(?:is|are|ist|sind)\b")
_IS_DONE = re.compile(r"\b(?:is|are) (?:\w+ly |now |still )*\Z")
_WAS = re.compile(r"\b(?:was|were|used to be|war|waren|wurden?)\b")
_HAS = frozenset(["has", "have", "hat", "haben", "been", "will", "would"])
"""What goes on with a participle: "has headed the agency from 2012"."""
_BEFORE_VERB = 3  # words in front of a verb in which that stands


def told_as_over(pair: Pair) -> Reason | None:
    """Return a reason where the claim says that it is so, and the source that it was, up to a time or at one."""
    found = _was(pair) if _IS.search(pair.claim.text) else _did(pair)
    timed = found and any(pattern.search(pair.claim.text) for pattern in (OVER, EARLIER, DURING))
    return tells("an earlier time", found) if found and not timed else None


def _did(pair: Pair) -> Span | None:
    """Return what says that a verb of the claim, told there in the present, is told of what is over."""
    for one in pair.partners:
        if one.kind not in ALIKE or not _is_past_of(pair, one):
            continue
        going_on = not STATES.isdisjoint((one.claim.stem, one.passage.stem))
        for pattern in (OVER, DURING, NOW) if going_on else (EARLIER,):
            found = next(in_reach(pair, pattern, one.passage.start, behind=pattern is NOW), None)
            if found is not None:
                return found
    return None


def _is_past_of(pair: Pair, one: Partner) -> bool:
    """Whether a verb of the claim is told in the past alone: "heads" beside "headed", not beside "has headed"."""
    claim, passage = one.claim.folded, one.passage.folded
    if not one.claim.text.islower() or claim == passage or _tells_past(pair, claim) or claim.endswith("ing"):
        return False
    if not _tells_past(pair, passage) or any(word.folded == claim for word in pair.passage.words):
        return False
    before = words_between(pair.passage.words, pair.start, one.passage.start)[-_BEFORE_VERB:]
    return _HAS.isdisjoint(word.folded for word in before)


def _tells_past(pair: Pair, folded: str) -> bool:
    """Whether a folded word tells in the past tense, in the language of the texts."""
    return folded in WAS_GERMAN or (not is_in_german(pair.claim.text) and is_told_deed(folded))


def _was(pair: Pair) -> Span | None:
    """Return what says that a state, which the claim says is so, is told of what is over."""
    if _WAS.search(pair.claim.text):
        return None
    for was in _WAS.finditer(pair.passage.text, pair.start, pair.end):
        low, high = part_of(pair, was.start())
        told = [one for one in pair.partners if low <= one.passage.start < high]
        if 2 * len(told) <= len(pair.partners) or _IS.search(pair.passage.text, low, high):
            continue
        for pattern in _signs(pair, told):
            found = next(in_reach(pair, pattern, was.start(), behind=pattern is NOW), None)
            if found is not None:
                return found
    return None


def _signs(pair: Pair, told: list[Partner]) -> tuple[re.Pattern[str], ...]:
    """Return what tells of such a state that it is over: of what was done to something, not the day on which it was."""
    done = [
        one for one in told if _IS_DONE.search(pair.claim.text[: one.claim.start]) and is_told_deed(one.claim.folded)
    ]
    if all(one.claim.stem in STATES for one in done):
        return (OVER, DURING, NOW)
    return (OVER,) if MEASURES_AHEAD.search(pair.claim.text) else (OVER, HOURS)
