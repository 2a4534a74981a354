"""Does the passage say that it is so, or only that it is planned, wanted, tried, possible or asked?

Levels, from weak to strong: *undecided* (a question, a condition, a possibility, a wish, an attempt, a plan that was
called off); *planned* (will, is due to, forecast to, agreed to); *so* (the rest). A passage on a weaker level than the
claim, of the same verb, does not bear it out, and does not contradict it either. So does one that limits what the
claim says of all: "only for the richest".

A marker reaches the words after it up to the end of its clause. Its verb is the first word of content there; where the
claim has none for that verb, the other words there count.

Source: the distinction is FactBank's (Saurí and Pustejovsky, 2009), with its levels brought down to three; markers and
reach are our own, checked on FEVER-symmetric dev, SICK train and the seed corpus, 2026-11.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from factcheck.domain import Facet, Polarity, Reason, Span
from factcheck.stance.predicates.accusers import is_claimants
from factcheck.stance.predicates.markers import (
    ACCUSATION,
    ALL_BUT_DONE,
    FORETOLD,
    LIKELY_ONLY,
    MARKERS,
    NOT_MEANT,
    PLANNED,
    SO,
    TURNED_DOWN,
    UNDECIDED,
    markers,
)
from factcheck.stance.predicates.refusals import tells_refusal
from factcheck.stance.reading.lexicon import is_past
from factcheck.stance.reading.pair import ALIKE, Pair, Partner
from factcheck.stance.reading.texts import Text, is_light, is_name, read, words_between
from factcheck.stance.words.frames import BELIEF, BELIEVING
from factcheck.text.quotations import find_quotations
from factcheck.text.sentences import sentence_at
from factcheck.text.words import Word, stem

STRENGTH = 0.5
LEAST_COVERAGE = 0.5
"""Share of the claim answered below which nothing corroborates, and what is planned is something else."""
_REACH = 9  # words after a marker that it can govern

_CALLED_OFF = frozenset(["cancelled", "canceled", "scrapped", "shelved", "abandoned"])
_ANIMALS = (
    r"(?:(?:lab|laboratory|young|old|adult) )?(?:mice|rats|hamsters|guinea pigs|rabbits|monkeys|macaques|dogs|cats|pigs"
    r"|animals|animal (?:tests|trials)|zebrafish|fruit flies|cell cultures?|test tubes)"
)
_TIERE = r"(?:Mäusen|Ratten|Hamstern|Kaninchen|Affen|Hunden|Katzen|Schweinen|Tieren|Zellkulturen)"
"""In whom a drug or a test is tried before it is in people."""
_NOT_ASKED = "".join(
    rf"(?<!\b{word} )"
    for word in (
        *("even", "as", "ask", "asks", "asked", "asking", "see", "know", "known", "clear", "unclear", "sure", "wonder"),
        *("wondered", "decide", "decided", "tell", "told", "say", "said", "check", "determine", "doubt", "unknown"),
    )
)
"""Behind these words "if" asks, and sets no condition."""
_LIMIT = re.compile(
    r"(?<!not )(?<!the )\bonly (?=(?:for|in|if|when|to|after|among|where|until|on|part of)\b)"
    r"|\bnicht vor (?=\w)|\b(?:except(?: for)?|apart from|with the exception of|excluding|other than|but not)(?= )"
    rf"|(?<=\w )in (?={_ANIMALS}(?:[,.;]|$))|(?<=\w )(?:bei|an) (?={_TIERE}(?:[,.;]|$))"
    rf"|{_NOT_ASKED}(?<=\w )(?:if|provided(?: that)?|as long as) (?=(?:they|he|she|it|the|their|his|her|its|an?|no)\b)",
    re.IGNORECASE,
)
_TAKEN = re.compile(r"\b(?:why|how|what|when|where|which|who|whose)\b", re.IGNORECASE)
"""In a question: what it takes for granted ("why did they leave?")."""
_ENDS = frozenset(["but", "although", "though", "because", "while", "which", "who", "whose", "after", "since", "why"])
_BESIDE_NOUN = ("ing", "suspected", "accused", "charged")
_FINITE = frozenset(["is", "are", "was", "were", "has", "have", "had"])
"""What goes on with a noun behind a marker that belongs to it: "men suspected of planning a raid were held"."""
_MARKS = frozenset(",;:.!?()–—\n")
_PRESENT = ("s", "ing")


@dataclass(frozen=True, slots=True)
class Mark:
    """What a word stands under: how sure it is, in words, and the marker that says so."""

    level: int
    kind: str
    place: Span


def compare_factuality(pair: Pair) -> Iterator[Reason]:
    """Yield at most one reason: the passage is less sure than the claim that it is so, or limits it."""
    if pair.coverage < LEAST_COVERAGE:
        return
    theirs = marks_in(pair.passage.text, pair.start, pair.end)
    found = _weaker(pair, theirs) if theirs else None
    if found is not None:
        yield found
        return
    limit = next((one for one in _limits(pair.passage.text, pair.start, pair.end) if not _limits_too(pair, one)), None)
    if limit is not None:
        yield _reason(f"the source limits it (“{limit.text}”)", (), [limit])


def _weaker(pair: Pair, theirs: dict[int, Mark]) -> Reason | None:
    """Return the reason for the verb of the claim that the passage is less sure of."""
    found = _less_sure(pair, theirs)
    if found is None:
        return None
    one, mark = found
    told = f"{mark.place.text} … {one.passage.text}" if mark.place.start < one.passage.start else mark.place.text
    message = f"the source has it as {mark.kind} (“{told}”), the claim says that it is {_level_of(pair.claim.text)[1]}"
    return _reason(message, [_span(one.claim)], [mark.place, _span(one.passage)])


def _less_sure(pair: Pair, theirs: dict[int, Mark]) -> tuple[Partner, Mark] | None:
    """Return the verb of the claim that the passage is less sure of, with the mark that it stands under there."""
    level, _ = _level_of(pair.claim.text)
    kinds = {mark.kind for mark in marks_in(pair.claim.text, 0, len(pair.claim.text)).values()}
    quoted = find_quotations(pair.claim.text)
    answered = {one.passage.start: one for one in pair.partners if _tells(one)}
    heads, others = _governed(pair.stretch, theirs, answered)
    for one in (*heads, *(other for other in others if not heads and is_past(other.claim.folded))):
        mark = theirs[one.passage.start]
        as_sure = mark.level > level or (mark.level == level and (mark.kind not in NOT_MEANT or mark.kind in kinds))
        if as_sure or any(each.start <= one.claim.start < each.end for each in quoted):
            continue  # what is quoted is said as it is said
        if mark.kind == ACCUSATION and (is_claimants(pair, mark.place) or _tells_charge(pair, mark.place)):
            continue  # it is the claimant's own word, or the claim tells that there is a charge
        if mark.kind == TURNED_DOWN and tells_refusal(pair, mark.place.start):
            continue  # the claim tells of the refusal, too
        if mark.level == PLANNED and (_is_timeless(pair, one.claim) or _is_approved(pair, mark.place)):
            continue
        return one, mark
    return None


def _is_approved(pair: Pair, plan: Span) -> bool:
    """Whether both texts tell that the plans are approved: who approves plans for homes approves the homes."""
    told = any(one.claim.stem == _APPROVE and one.kind in ALIKE for one in pair.partners)
    return told and plan.text.casefold().startswith(("plans", "proposals"))


_APPROVE = stem("approve")


def _tells_charge(pair: Pair, charge: Span) -> bool:
    """Whether the claim says, too, that somebody is charged: "prosecutors charged two men with fraud"."""
    told = charge.text.casefold().startswith("charged")
    return told and any(one.passage.start == charge.start and one.kind in ALIKE for one in pair.partners)


def says_it_weaker(pair: Pair) -> Span | None:
    """Return where the passage only plans, hopes or limits what the claim says: not what it tells as turned down."""
    found = _less_sure(pair, marks_in(pair.passage.text, pair.start, pair.end))
    if found is not None:
        return found[1].place if found[1].kind not in NOT_MEANT else None
    limits = _limits(pair.passage.text, pair.start, pair.end)
    return next((one for one in limits if not _limits_too(pair, one)), None)


def says_it_stronger(pair: Pair) -> Span | None:
    """Return where the claim plans, hopes or thinks possible what the passage tells as done, or as planned."""
    ours = marks_in(pair.claim.text, 0, len(pair.claim.text))
    if not ours:
        return None
    heads, _ = _governed(pair.claim.words, ours, {one.claim.start: one for one in pair.partners if _tells(one)})
    theirs = marks_in(pair.passage.text, pair.start, pair.end) if heads else {}
    for one in heads:
        mark = ours[one.claim.start]
        if mark.kind not in NOT_MEANT and _is_surer(mark, theirs.get(one.passage.start), one.passage):
            return mark.place
    return None


def _is_surer(ours: Mark, theirs: Mark | None, word: Word) -> bool:
    """Whether a word of the passage is told with more certainty; a duty is not done by being surer of it."""
    if theirs is None:
        return is_past(word.folded) and ours.place.text.casefold() not in _DUTIES
    return theirs.kind not in NOT_MEANT and theirs.level > ours.level


_DUTIES = frozenset(["should", "must", "ought to", "has to", "have to"])


@lru_cache(256)
def _level_of(claim: str) -> tuple[int, str]:
    """Return how sure a claim is, by its least sure marker, and in words."""
    if not _POSSIBLE.isdisjoint(read(claim).vocabulary):
        return UNDECIDED, "possible"
    marks = marks_in(claim, 0, len(claim)).values()
    least = min(marks, key=lambda one: one.level, default=None)
    if least is not None:
        return least.level, least.kind
    return (PLANNED, "planned") if not _SCHEDULED.isdisjoint(read(claim).vocabulary) else (SO, "so")


_POSSIBLE = frozenset(
    ["can", "cannot", "possible", "possibility", "potential", "potentially", "able", "ready", "option"]
)
_SCHEDULED = frozenset(["scheduled", "slated", "due", "planned", "upcoming", "next", "tomorrow", "future", "expected"])


def _governed(
    words: Sequence[Word], marked: dict[int, Mark], answered: dict[int, Partner]
) -> tuple[list[Partner], list[Partner]]:
    """Return the partners that are the verb of a marker, and those that only stand in its reach.

    `words`: of one of the two texts, with its marks, and its words that are answered.
    """
    heads: list[Partner] = []
    others: list[Partner] = []
    settled: set[int] = set()
    for word in words:
        mark = marked.get(word.start)
        if mark is None or word.is_stop or word.is_number or is_name(word):
            continue
        partner = answered.get(word.start)
        if partner is not None:
            (others if mark.place.start in settled else heads).append(partner)
        if partner is not None or not is_light(word):
            settled.add(mark.place.start)
    return heads, others


def _tells(partner: Partner) -> bool:
    return not (is_name(partner.claim) or partner.claim.is_number or partner.kind == "opposite")


def _is_present(word: Word) -> bool:
    """Whether a word can be a noun in the plural or a verb of the present: neither says that it happened."""
    return word.text.endswith(_PRESENT)


def _is_timeless(pair: Pair, word: Word) -> bool:
    """Whether the claim has its verb in the present, as a programme or a headline has what is to come."""
    if not _is_present(word):
        return False
    before = next((one for one in reversed(pair.claim.words) if one.end <= word.start), None)
    return before is None or before.folded not in _PAST


_PAST = frozenset(["was", "were", "had", "has", "have", "been"])


_BEFORE = 60  # characters before "expected" in which its subject stands
_GENERIC = re.compile(
    r"\b(?:an?|each|every|one|per) (?:[\w’'-]+ ){0,2}?(?:woman|man|person|child|baby|newborn|girl|boy|mother|couple)"
    r"(?: born(?: [\w-]+){0,3})? (?:(?:is|are|was|would be|can be|could be) )?\Z"
)


def _is_generic(text: str, at: int) -> bool:
    return _GENERIC.search(text, max(0, at - _BEFORE), at) is not None


@lru_cache(512)
def marks_in(text: str, start: int, end: int) -> dict[int, Mark]:
    """Return the marks of the words of `text[start:end]`, by their places: the weakest of each."""
    found: dict[int, Mark] = {}
    whole = read(text)
    words = words_between(whole.words, start, end)
    for match in markers(words, text, end):
        level, kind, _ = MARKERS[int((match.lastgroup or "m0")[1:])]
        if match[0] == "May" or (kind == FORETOLD and _is_generic(text, match.start())):
            continue  # the month; what anybody is expected to have, as a rate is defined
        mark = Mark(level, kind, Span(match.start(), match.end(), match[0]))
        beside = match[0].split()[0].casefold().endswith(_BESIDE_NOUN)
        for word in _reach(words, text, match.end(), until=_ENDS | _FINITE if beside else _ENDS):
            found[word.start] = min(
                found.get(word.start, mark), mark, key=lambda one: (one.level, one.kind not in NOT_MEANT)
            )
    for place in _beliefs(whole):
        first, last = sentence_at(whole.sentences, place.start) or (start, end)
        guessed = Mark(UNDECIDED, LIKELY_ONLY, place)
        found |= {word.start: guessed for word in words if first <= word.start < last and word.start not in found}
    for first, last in whole.sentences if "?" in text else ():
        if text[last - 1] == "?" and not _TAKEN.search(text, first, last):
            asked = Mark(UNDECIDED, "a question", Span(last - 1, last, "?"))
            found |= {word.start: asked for word in words if first <= word.start < last}
    off = next((word for word in words if word.folded in _CALLED_OFF), None)
    if off is not None and found:
        called = Mark(UNDECIDED, "called off", _span(off))
        found = {at: called if mark.level == PLANNED else mark for at, mark in found.items()}
    return found


def _beliefs(whole: Text) -> Iterator[Span]:
    """Yield what says of a whole sentence that it is only thought so: "…, police suspect", "löste … vermutlich aus"."""
    for match in BELIEF.finditer(whole.text) if not BELIEVING.isdisjoint(whole.vocabulary) else ():
        yield Span.cut(whole.text, *match.span(match.lastgroup or 0))


def tells_near_miss(text: str, start: int, end: int) -> bool:
    """Whether `text[start:end]` says of something that it was nearly done: so it was not done."""
    return any(mark.kind == ALL_BUT_DONE for mark in marks_in(text, start, end).values())


def _reach(words: Sequence[Word], text: str, after: int, *, until: frozenset[str] = _ENDS) -> Iterator[Word]:
    """Yield the words that a marker governs: up to a mark, a word that begins another clause, or `_REACH` words."""
    last = after
    told = 0
    for word in words:
        if word.start < after:
            continue
        if told >= _REACH or word.folded in until or any(mark in _MARKS for mark in text[last : word.start]):
            return
        yield word
        told += 1
        last = word.end


def _limits(text: str, start: int, end: int) -> list[Span]:
    """Return the limits that a stretch sets, each with the words it reaches."""
    words = read(text).words
    found: list[Span] = []
    for match in _LIMIT.finditer(text, start, end):
        reached = list(_reach(words, text, match.end()))
        if reached:
            found.append(Span.cut(text, match.start(), reached[min(len(reached), _TOLD) - 1].end))
    return found


_TOLD = 5  # words of a limit that are shown, and asked for in the claim


_CONDITIONS = frozenset(["if", "unless", "without", "provided"])


def _limits_too(pair: Pair, limit: Span) -> bool:
    """Whether the claim sets a limit itself, or is about what the passage leaves over."""
    if _LIMIT.search(pair.claim.text) is not None or not _CONDITIONS.isdisjoint(pair.claim.vocabulary):
        return True
    told = [word for word in pair.passage.content if limit.start <= word.start < limit.end]
    answered = {one.passage.start for one in pair.partners}
    return all(word.start in answered or word.is_number for word in told)


def _span(word: Word) -> Span:
    return Span(word.start, word.end, word.text)


def _reason(message: str, claim: Sequence[Span], passage: Sequence[Span]) -> Reason:
    return Reason(
        comparator="modality",
        facet=Facet.WHAT,
        polarity=Polarity.CONTEXT,
        strength=STRENGTH,
        message=message,
        claim_spans=tuple(claim),
        passage_spans=tuple(passage),
    )
