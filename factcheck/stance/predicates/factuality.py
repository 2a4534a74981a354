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
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from factcheck.domain import Facet, Polarity, Reason, Span
from factcheck.stance.predicates.refusals import DROPPING, PROPOSED, REJECTING, tells_refusal
from factcheck.stance.reading.lexicon import is_past
from factcheck.stance.reading.pair import Pair, Partner
from factcheck.stance.reading.texts import is_light, is_name, read, words_between
from factcheck.text.quotations import find_quotations
from factcheck.text.words import Word

STRENGTH = 0.5
LEAST_COVERAGE = 0.5
"""Share of the claim answered below which nothing corroborates, and what is planned is something else."""
_UNDECIDED, _PLANNED, SO = 0, 1, 2
_REACH = 9  # words after a marker that it can govern

_BE = r"(?:is|are|was|were|be|been|being)(?: also| now| still)?"
_TURNED_DOWN = "turned down"
_ALL_BUT_DONE = "nearly done, and not done"
# The weakest first: of two markers that begin in one place (“would have”, “would”) the first counts.
MARKERS: tuple[tuple[int, str, str], ...] = (
    (_UNDECIDED, "only possible", r"(?:could|might)(?:n['’]t)?|may|maybe|perhaps|possibly"),
    (_UNDECIDED, "only possible", r"könnten?|möglicherweise|womöglich|vielleicht"),
    (_UNDECIDED, "only reported", r"angeblich|mutmaßlich"),
    (_UNDECIDED, "only possible", r"consider(?:s|ed|ing)?(?= [a-z]+ing\b)|unlikely to"),
    (_UNDECIDED, "a condition", r"would(?: not|n['’]t)? have|if|unless|whether|had it not"),
    (
        _UNDECIDED,
        "a wish or a demand",
        (
            r"(?:hop|aim|want|seek|wish|push|need|requir|like)(?:e|es|s|ed|ing)? to|(?:should|must)(?:n['’]t)?|ought to"
            r"|ha(?:s|ve) to"
        ),
    ),
    (
        _UNDECIDED,
        "a wish or a demand",
        (
            r"(?:urg|ask|call|want|wish|press|lobby|demand|need|requir|request|tell|told|order|encourag|invit|beg)"
            r"(?:es|s|ed|ing|e)?(?: on| for)?(?: (?!that\b|whether\b|if\b)[\w’'.-]+){1,5}? to"
        ),
    ),
    (
        _UNDECIDED,
        "a wish or a demand",
        r"demand(?:s|ed|ing)? that|calls? for|called for|suggest(?:s|ed|ing)?(?= that| [a-z]+ing)",
    ),
    (_UNDECIDED, "an attempt", r"(?:attempt|tri|try|offer)(?:ing|ed|es|s)? to|sought to|efforts? to"),
    (_UNDECIDED, "a belief", r"(?:believe|think|suspect|assume|imagine|speculate)(?:s|d)?(?: that|(?= \w+ \w+))"),
    (
        _UNDECIDED,
        "an accusation",
        (
            r"alleg(?:es|ed|ing) that|claiming(?: that|(?= (?:the|he|she|it|they)\b))"
            r"|(?:accus(?:e|es|ed|ing)|suspect(?:s|ed|ing)?)(?: (?!that\b)[\w’'.-]+){0,6}? of|charged with|accused of"
        ),
    ),
    (_UNDECIDED, "a threat", r"threat(?:en)?(?:ing|ed|s)? (?:to|of)"),
    (_UNDECIDED, _TURNED_DOWN, rf"(?:{REJECTING}|{DROPPING}){PROPOSED}"),
    (_UNDECIDED, _TURNED_DOWN, rf"(?:{REJECTING})(?= (?:an?|the|any|all|his|her|its|their)\b)"),
    (
        _UNDECIDED,
        "put off",
        (
            r"(?:held|hold(?:s|ing)?) (?:off|back)(?: on| from)?|put(?:s|ting)? off|stopp?(?:ed|s|ing)? short of"
            r"|refrain(?:ed|s|ing)? from|shied away from|(?:decided|chose|chosen) against|ruled out"
            r"|avoid(?:s|ed|ing)?(?= (?:the |any |all )?(?:use|[a-z]+ing)\b)"
            r"|(?:died|dies|dismissed|sacked|left|quit)(?: (?:it|office|the [a-z]+))? before(?= [a-z]+ing\b)"
            r"|vot(?:es?|ed|ing) (?:[^,.;:]{1,40}? )?against(?= [a-z]+ing\b| an? | the (?:ban|plan|idea|proposal)\b)"
        ),
    ),
    (
        _UNDECIDED,
        _ALL_BUT_DONE,
        (
            r"(?:nearly|almost)(?= (?!all|every|each|always|half|twice|certain|entire|exclusive|complete|immediate"
            r"|never|doubl|tripl|quadrupl|halv|an?\b|the\b|as\b|no\b)[a-z]+\b)"
            r"|(?:came|come|comes|coming) (?:very |so |dangerously |within a whisker )?(?:close|near) to"
            r"|narrowly (?:avoided|escaped|missed)"
            r"|um ein Haar|(?:beinahe?|fast)(?= (?:[\w-]+ ){0,5}(?:hätten?|wären?)\b)"
            r"|(?:hätten?|wären?) (?:[\w-]+ ){0,4}?(?:beinahe?|fast|um ein Haar)"
        ),
    ),
    (_UNDECIDED, "a wish or a demand", r"(?:time|reason|need|call|plea|chance)s?(?: for [^,.;:]{1,60}?)? to(?= [a-z])"),
    (_PLANNED, "planned or foretold", r"will|won['’]t|shall|(?<=\w)['’]ll|going to"),
    (_PLANNED, "planned or foretold", rf"{_BE} to(?= [a-z])"),
    (_PLANNED, "planned or foretold", rf"(?:{_BE} )?(?:due|set|scheduled|slated|poised|about|bound|supposed|meant) to"),
    (_PLANNED, "planned or foretold", r"expected|forecasts?|predict(?:s|ed)?|projected|anticipated|likely to"),
    (_PLANNED, "planned or foretold", r"expects?(?= .{1,60}\bto\b)"),
    (
        _PLANNED,
        "planned or foretold",
        r"plan(?:s|ned|ning)?(?: (?:to|for))?|intend(?:s|ed|ing)? to|propos(?:es|ed|als?)",
    ),
    (_PLANNED, "planned or foretold", r"(?:vow|promise|pledge|prepare|undertake|undertook)(?:s|d|ed)? to"),
    (
        _PLANNED,
        "planned or foretold",
        (
            r"(?:vot(?:e|es|ed|ing)|agree(?:s|d|ing)?|decid(?:e|es|ed|ing)|cho(?:se|sen|ose|oses|osing))"
            r"(?: [^,.;:]{1,60}?)? to(?= [a-z])"
        ),
    ),
    (_PLANNED, "planned or foretold", r"would(?:n['’]t)?"),
)
MARKER = re.compile(
    "|".join(rf"(?P<m{at}>\b(?:{words})(?!\w))" for at, (_, _, words) in enumerate(MARKERS)), re.IGNORECASE
)
NOT_MEANT = frozenset(["a threat", "put off", "called off", _TURNED_DOWN, _ALL_BUT_DONE])
"""What is no wish, no demand and no possibility either, though no surer than they are."""
_CALLED_OFF = frozenset(["cancelled", "canceled", "scrapped", "shelved", "abandoned"])
_LIMIT = re.compile(
    r"(?<!not )(?<!the )\bonly (?=(?:for|in|if|when|to|after|among|where|until|on|part of)\b)"
    r"|\bnicht vor (?=\w)|\b(?:except(?: for)?|apart from|with the exception of|excluding|other than|but not)(?= )",
    re.IGNORECASE,
)
_TAKEN = re.compile(r"\b(?:why|how|what|when|where|which|who|whose)\b", re.IGNORECASE)
"""In a question: what it takes for granted ("why did they leave?")."""
_ENDS = frozenset(["but", "although", "though", "because", "while", "which", "who", "whose", "after", "since", "why"])
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
        if mark.kind == _TURNED_DOWN and tells_refusal(pair, mark.place.start):
            continue  # the claim tells of the refusal, too
        if mark.level == _PLANNED and _is_timeless(pair, one.claim):
            continue
        return one, mark
    return None


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
        return _UNDECIDED, "possible"
    marks = marks_in(claim, 0, len(claim)).values()
    least = min(marks, key=lambda one: one.level, default=None)
    if least is not None:
        return least.level, least.kind
    return (_PLANNED, "planned") if not _SCHEDULED.isdisjoint(read(claim).vocabulary) else (SO, "so")


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


@lru_cache(512)
def marks_in(text: str, start: int, end: int) -> dict[int, Mark]:
    """Return the marks of the words of `text[start:end]`, by their places: the weakest of each."""
    found: dict[int, Mark] = {}
    whole = read(text)
    words = words_between(whole.words, start, end)
    for match in markers(words, text, end):
        level, kind, _ = MARKERS[int((match.lastgroup or "m0")[1:])]
        if match[0] == "May":
            continue  # the month
        mark = Mark(level, kind, Span(match.start(), match.end(), match[0]))
        for word in _reach(words, text, match.end()):
            found[word.start] = min(found.get(word.start, mark), mark, key=lambda one: one.level)
    for first, last in whole.sentences if "?" in text else ():
        if text[last - 1] == "?" and not _TAKEN.search(text, first, last):
            asked = Mark(_UNDECIDED, "a question", Span(last - 1, last, "?"))
            found |= {word.start: asked for word in words if first <= word.start < last}
    off = next((word for word in words if word.folded in _CALLED_OFF), None)
    if off is not None and found:
        called = Mark(_UNDECIDED, "called off", _span(off))
        found = {at: called if mark.level == _PLANNED else mark for at, mark in found.items()}
    return found


def tells_near_miss(text: str, start: int, end: int) -> bool:
    """Whether `text[start:end]` says of something that it was nearly done: so it was not done."""
    return any(mark.kind == _ALL_BUT_DONE for mark in marks_in(text, start, end).values())


def markers(words: Iterable[Word], text: str, end: int) -> Iterator[re.Match[str]]:
    """Yield the markers among some words, in order; most words begin none, and are not asked in vain."""
    last = 0
    for word in words:
        short = word.folded.endswith("'ll")
        begins = word.folded[:_BEGINNING] in _BEGINNINGS or word.folded in _NEARLY
        if word.start < last or not (short or begins):
            continue
        found = MARKER.match(text, word.end - len("'ll") if short else word.start, end)
        if found is not None:
            yield found
            last = found.end()


_BEGINNING = 3  # letters
_NEARLY = frozenset(
    """alleges alleged alleging claiming nearly almost came come comes coming narrowly beinah beinahe fast hatte hatten
    ware waren um""".split()  # noqa: SIM905
)
"""Words that begin a marker, where many others begin so."""
_BEGINNINGS = frozenset(
    """kon mog wom vie ang mut acc cha cho won bei cou mig may per pos con unl wou if whe had hop aim wan see sou
    wis pus nee lik sho oug mus urg ask cal pre lob dem req tel tol ord enc inv beg sug att tri try off eff bel thi
    sus ass ima spe thr hel hol put sto ref shi dec rul tim rea ple wil sha goi is are was wer be bee due set sch
    sla poi abo bou sup mea rej reb vet tur bru blo def dro she aba scr leh avo die dis sac lef qui exp for pro ant
    pla int vow und vot agr has hav""".split()  # noqa: SIM905
)
"""How the words begin that a marker can begin with, but for ’ll."""


def _reach(words: Sequence[Word], text: str, after: int) -> Iterator[Word]:
    """Yield the words that a marker governs: up to a mark, a word that begins another clause, or `_REACH` words."""
    last = after
    told = 0
    for word in words:
        if word.start < after:
            continue
        if told >= _REACH or word.folded in _ENDS or any(mark in _MARKS for mark in text[last : word.start]):
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


def _limits_too(pair: Pair, limit: Span) -> bool:
    """Whether the claim sets a limit itself, or is about what the passage leaves over."""
    if _LIMIT.search(pair.claim.text) is not None:
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
