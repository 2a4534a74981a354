"""Modality and scope: how strongly is it said? A badge, never a conflict.

Measured precision as a conflict: .06 to .22.

Levels, from weak to strong: *possible* (may, might, could, can, would like), *planned or hedged* (plans, reportedly),
*plain* (is, did), *certain* (will, must, all, always). The badge stands where the two texts are at least two levels
apart, or one of them is possible and the other is not.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from factcheck.domain import Span
from factcheck.stance.reading.badges import STRONGER as STRONGER  # noqa: PLC0414 - judging knows it from here
from factcheck.stance.reading.badges import WEAKER as WEAKER  # noqa: PLC0414 - judging knows it from here
from factcheck.stance.reading.badges import Degree
from factcheck.stance.reading.lexicon import HEDGES
from factcheck.stance.reading.pair import Pair
from factcheck.stance.reading.slots import Alignment, Slot
from factcheck.stance.reading.texts import folded_of
from factcheck.text.words import Word

LEAST_COVERAGE = 0.4
_SLOT_WORDS = 4  # more words are a clause of their own
_POSSIBLE = frozenset(
    [
        "may",
        "might",
        "could",
        "couldn't",
        "mightn't",
        "can",
        "cannot",
        "can't",
        "maybe",
        "perhaps",
        "possibly",
        "possible",
        "potentially",
        "considers",
        "considering",
    ]
)
_PARTIAL = frozenset("some several partly partially few".split())  # noqa: SIM905
_MOST_OF = frozenset("most majority".split())  # noqa: SIM905
_TOTAL = frozenset("all every always never none entirely completely will won't must mustn't".split())  # noqa: SIM905
_POSSIBLE_LEVEL, _PLAIN_LEVEL, _CERTAIN_LEVEL = 0, 1, 2


def modality_degree(pair: Pair, alignment: Alignment) -> Degree:
    """Return the badge for a passage that says it more weakly or more strongly than the claim, with what says so."""
    if pair.coverage < LEAST_COVERAGE:
        return Degree()
    limited = _limited(pair)
    if limited.badge:
        return limited
    if alignment.close:
        return _in_slots(pair, alignment)
    claim, passage = (_level(_folded(words, words)) for words in (pair.claim.words, pair.stretch))
    if _POSSIBLE_LEVEL in (claim, passage) and claim != passage:
        return _possible(pair.claim.words, pair.stretch, weaker=passage < claim)
    if not (_TOTAL.isdisjoint(pair.claim.vocabulary) or _PARTIAL.isdisjoint(pair.told)):
        return Degree(WEAKER, _first(pair.claim.words, _TOTAL), _first(pair.stretch, _PARTIAL))
    return Degree()


def _possible(ours: Sequence[Word], theirs: Sequence[Word], *, weaker: bool) -> Degree:
    if weaker:
        return Degree(WEAKER, (), _first(theirs, _POSSIBLE))
    return Degree(STRONGER, _first(ours, _POSSIBLE), ())


def _first(words: Sequence[Word], of: frozenset[str]) -> tuple[Span, ...]:
    """Return the first of some words that is of a set."""
    return tuple(Span(one.start, one.end, one.text) for one in words if one.folded in of)[:1]


@dataclass(frozen=True, slots=True)
class _Limit:
    """What is less than all, or less than the only one.

    `words`: without one of which there is none; `pattern`; `whole`: what the other text says of all or of one, asked
    of a passage where the claim is limited, and of a claim only if `asked`.
    """

    words: frozenset[str]
    pattern: re.Pattern[str]
    whole: re.Pattern[str]
    asked: bool


_LIMITS = (
    _Limit(
        frozenset(["nearly", "almost", "virtually", "practically", "fast", "nahezu", "beinahe"]),
        re.compile(
            r"\b(?:nearly|almost|virtually|practically) (?:all|every|each|always|everyone|everybody|everything)\b"
            r"|\b(?:fast|nahezu|beinahe) (?:alle[mnrs]?|jede[mnrs]?|sämtliche|immer)\b",
            re.IGNORECASE,
        ),
        re.compile(
            r"\b(?:all|every|each|always|everyone|everybody|everything|alle[mnrs]?|jede[mnrs]?|immer)\b", re.IGNORECASE
        ),
        asked=False,
    ),
    _Limit(
        frozenset(["one", "among", "eine", "einer", "eines", "ein", "zu", "unter"]),
        re.compile(
            r"\b(?:one of|among) (?:the|[\w’']+) (?:\w+ ){0,2}?(?:\w+est|most|best|worst|first|last|few|only)\b"
            r"|\b(?:eine[rs]? der|(?:zu|unter) den) (?:\w+ ){0,2}?(?:\w+[^r]sten|ersten|letzten|wenigen|einzigen)\b",
            re.IGNORECASE,
        ),
        re.compile(
            r"\b(?:\w+est|most|best|worst|first|last|few|only|\w+ste[mnrs]?|letzte[mnrs]?|wenige[nr]?|einzige[mnrs]?)\b",
            re.IGNORECASE,
        ),
        asked=True,
    ),
    _Limit(
        frozenset(["one", "among", "eine", "einer", "eines"]),
        re.compile(r"\bone of (?:the|its|their|several|many|some|\w+) |\beine[rs]? (?:der|von) ", re.IGNORECASE),
        re.compile(r"\b(?:the|its|his|her) (?:only|sole) |\beinzige[mnrs]? ", re.IGNORECASE),
        asked=True,
    ),
    _Limit(
        frozenset(
            """necessarily always entirely fully wholly completely totally exactly quite altogether everywhere
            unbedingt immer ganz vollig vollstandig ganzlich zwangslaufig uberall""".split()  # noqa: SIM905
        ),
        re.compile(
            r"(?:\bnot|n['’]t|\bnever|\bnicht) (?:yet |noch )?(?:necessarily|always|entirely|fully|wholly|completely"
            r"|totally|exactly|quite|altogether|everywhere|unbedingt|immer|ganz|völlig|vollständig|gänzlich"
            r"|zwangsläufig|überall)\b",
            re.IGNORECASE,
        ),
        re.compile(r"(?!)"),  # what is not wholly so is weaker than anything, and nothing is known to be stronger
        asked=False,
    ),
)


_LIMITING = frozenset[str]().union(*[limit.words for limit in _LIMITS])


def _limited(pair: Pair) -> Degree:
    """Return the badge where one text says of nearly all, or of one of several, what the other says of all."""
    if _LIMITING.isdisjoint(pair.claim.vocabulary) and _LIMITING.isdisjoint(pair.told):
        return Degree()
    ours, theirs = (pair.claim.text, pair.claim.vocabulary), (pair.aligned.text, pair.told)
    for limit in _LIMITS:
        found = _is_limited(limit, theirs, ours, asked=limit.asked)
        if found and _is_of_claim(pair, found.end() + pair.start):
            return Degree(WEAKER, (), (Span(found.start() + pair.start, found.end() + pair.start, found[0]),))
        found = _is_limited(limit, ours, theirs, asked=True)
        if found:
            return Degree(STRONGER, (Span(found.start(), found.end(), found[0]),), ())
    return Degree()


def _is_limited(
    limit: _Limit, one: tuple[str, frozenset[str]], other: tuple[str, frozenset[str]], *, asked: bool
) -> re.Match[str] | None:
    found = None if limit.words.isdisjoint(one[1]) else limit.pattern.search(one[0])
    if found is None or limit.pattern.search(other[0]) or (asked and limit.whole.search(other[0]) is None):
        return None
    return found


def _is_of_claim(pair: Pair, end: int) -> bool:
    """Whether the word that is limited answers the claim: in "almost all it had sold" nothing need."""
    limited = next((one for one in pair.stretch if one.start >= end and not one.is_stop), None)
    return limited is None or any(one.passage.start == limited.start for one in pair.partners)


def _in_slots(pair: Pair, alignment: Alignment) -> Degree:
    """Return the badge where one word of possibility or certainty faces another, or stands in one text alone."""
    for slot in alignment.slots:
        if _is_contracted(pair, slot):
            continue
        ours, theirs = _folded(slot.claim, pair.claim.words), _folded(slot.passage, pair.stretch)
        claim, passage = _level(ours), _level(theirs)
        if _POSSIBLE_LEVEL in (claim, passage) and claim != passage and len(slot.passage) <= _SLOT_WORDS:
            return _possible(slot.claim, slot.passage, weaker=passage < claim)
        total = not (_TOTAL.isdisjoint(ours) and _MOST_OF.isdisjoint(ours))
        if total and not _PARTIAL.isdisjoint(theirs):
            return Degree(WEAKER, _first(slot.claim, _TOTAL | _MOST_OF), _first(slot.passage, _PARTIAL))
    return Degree()


def _is_contracted(pair: Pair, slot: Slot) -> bool:
    """Whether all that stands here is the verb that the other text has with its negation in one word: "couldn't"."""
    words = (*slot.claim, *slot.passage)
    return len(words) == 1 and f"{words[0].folded}n't" in (pair.told if slot.claim else pair.claim.vocabulary)


def is_hedged(words: frozenset[str]) -> bool:
    """Whether a text of these folded words keeps its distance from what it reports ("allegedly", "unconfirmed")."""
    return not HEDGES.isdisjoint(words)


def is_reported(words: frozenset[str]) -> bool:
    """Whether such a text gives what it says as somebody's report, or as no more than possible."""
    return not (HEDGES.isdisjoint(words) and _REPORTING.isdisjoint(words) and _POSSIBLE.isdisjoint(words))


_REPORTING = frozenset(
    [
        *("claim", "claims", "report", "reports", "reported", "says", "said", "according", "rumor", "rumour", "fear"),
        *("fears", "believed", "believes", "investigate", "investigates", "probe", "confirm", "verify", "video"),
    ]
)


def _level(words: frozenset[str]) -> int:
    if not _POSSIBLE.isdisjoint(words):
        return _POSSIBLE_LEVEL
    return _PLAIN_LEVEL if _TOTAL.isdisjoint(words) else _CERTAIN_LEVEL


def _folded(words: Sequence[Word], among: Sequence[Word]) -> frozenset[str]:
    """Return some of the words of a text (`among`) as they are compared, without each "can" that weakens nothing."""
    folded = folded_of(words)
    if "can" not in folded:
        return folded
    cans = {word.start for word in words if word.folded == "can"}
    plain = {one.start for one, behind in pairwise(among) if one.folded == "can" and behind.folded in _SURE}
    plain |= {one.start for before, one in pairwise(among) if one.folded == "can" and before.folded in _WHICH}
    return folded - {"can"} if cans <= plain else folded


_SURE = frozenset(["expect", "afford"])
"""What one can do without any doubt: "Scots can expect shorter lives"."""
_WHICH = frozenset(["that", "which", "who"])
"""What "can" belongs to that narrows a noun: "every family that can show it"."""
