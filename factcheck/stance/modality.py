"""Modality and scope: how strongly is it said? A badge, never a conflict.

Measured precision as a conflict: .06 to .22.

Levels, from weak to strong: *possible* (may, might, could, can, would like), *planned or hedged* (plans, reportedly),
*plain* (is, did), *certain* (will, must, all, always). The badge stands where the two texts are at least two levels
apart, or one of them is possible and the other is not.
"""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.stance.badges import WEAKER as WEAKER  # noqa: PLC0414 - judging knows it from here
from factcheck.stance.lexicon import HEDGES
from factcheck.stance.pair import Pair
from factcheck.stance.slots import Alignment
from factcheck.text.words import Word

STRONGER = "stronger than the claim"
LEAST_COVERAGE = 0.4
_SLOT_WORDS = 4  # more words are a clause of their own
_POSSIBLE = frozenset(
    [
        "may",
        "might",
        "could",
        "can",
        "maybe",
        "perhaps",
        "possibly",
        "possible",
        "potentially",
        "considers",
        "considering",
    ]
)
_PARTIAL = frozenset("some several partly partially".split())  # noqa: SIM905
_TOTAL = frozenset("all every always never none entirely completely will must".split())  # noqa: SIM905
_POSSIBLE_LEVEL, _PLAIN_LEVEL, _CERTAIN_LEVEL = 0, 1, 2


def modality_badge(pair: Pair, alignment: Alignment) -> str:
    """Return the badge for a passage that says it more weakly or more strongly than the claim, or ""."""
    if pair.coverage < LEAST_COVERAGE:
        return ""
    if alignment.close:
        return _in_slots(alignment)
    claim, passage = _level(pair.claim.words), _level(pair.stretch)
    if _POSSIBLE_LEVEL in (claim, passage) and claim != passage:
        return WEAKER if passage < claim else STRONGER
    if _scope(pair.claim.words, _TOTAL) and _scope(pair.stretch, _PARTIAL):
        return WEAKER
    return ""


def _in_slots(alignment: Alignment) -> str:
    """Return the badge where one word of possibility or certainty faces another, or stands in one text alone."""
    for slot in alignment.slots:
        claim, passage = _level(slot.claim), _level(slot.passage)
        if _POSSIBLE_LEVEL in (claim, passage) and claim != passage and len(slot.passage) <= _SLOT_WORDS:
            return WEAKER if passage < claim else STRONGER
        if _scope(slot.claim, _TOTAL) and _scope(slot.passage, _PARTIAL):
            return WEAKER
    return ""


def is_hedged(words: Sequence[Word]) -> bool:
    """Whether a text keeps its distance from what it reports ("allegedly", "unconfirmed")."""
    return any(word.folded in HEDGES for word in words)


def is_reported(words: Sequence[Word]) -> bool:
    """Whether a text gives what it says as somebody's report, or as no more than possible."""
    return is_hedged(words) or any(word.folded in _REPORTING or word.folded in _POSSIBLE for word in words)


_REPORTING = frozenset(
    [
        *("claim", "claims", "report", "reports", "reported", "says", "said", "according", "rumor", "rumour", "fear"),
        *("fears", "believed", "believes", "investigate", "investigates", "probe", "confirm", "verify", "video"),
    ]
)


def _level(words: Sequence[Word]) -> int:
    if _scope(words, _POSSIBLE):
        return _POSSIBLE_LEVEL
    return _CERTAIN_LEVEL if _scope(words, _TOTAL) else _PLAIN_LEVEL


def _scope(words: Sequence[Word], markers: frozenset[str]) -> bool:
    return any(word.folded in markers for word in words)
