"""How often was it done: "failed twice" beside "failed once"?

Levels: *as often*; *another count* (the same was done, all of it told in one clause, and another number of times); *not
compared* (a bound such as "at least once", another rate, several counts in the passage, or other words in the clause).
"Once" and "einmal" count only where they cannot mean "formerly", "as soon as" or "even".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from factcheck.domain import Facet, Polarity, Reason, Span
from factcheck.stance.reading.negations import negations_of
from factcheck.stance.reading.pair import Pair
from factcheck.stance.reading.texts import is_light
from factcheck.text.quantities.numerals import written_value
from factcheck.text.words import Word

STRENGTH = 0.75
"""As for two numerals in one slot: no more is known of the two counts."""
_ONES = "zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn"
_SPELLED = "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
_PER = (
    r"(?P<rate>\s(?:a|per|each|every|pro|im|am|in der)\s"
    r"(?:second|minute|hour|day|week|month|year|Tag|Woche|Monat|Jahr))?"
)
_COUNTED = re.compile(
    r"\b(?:(?P<once>once|einmal|ein Mal)|(?P<twice>twice)|(?P<thrice>thrice)"
    rf"|(?P<number>\d{{1,3}}|{_SPELLED})\s+times?"
    rf"|(?P<zahl>\d{{1,3}}|{_ONES})(?:\s+Mal|-?mal))\b{_PER}",
    re.IGNORECASE,
)
_NO_COUNT_BEFORE = re.compile(
    r"\b(?:at least|at most|more than|less than|over|under|up to|about|around|nearly|almost|some|all at|at|for|not|"
    r"mindestens|höchstens|mehr als|weniger als|über|bis zu|rund|etwa|fast|auf|noch|nicht|wieder|erst|schon|zunächst)"
    r"\s+\Z",
    re.IGNORECASE,
)
_BOUND_REACH = 12  # characters: the longest of these words
_NO_COUNT_BEHIND = re.compile(
    r"\s+(?:as|the|that|what|more|less|fewer|again|upon|a|an|in a|mehr|so|wieder|\w+er than|\w+er als)\b", re.IGNORECASE
)
_COUNTS_ONCE = re.compile(
    r"\s*(?:[.,;:!?)”“\"]|\Z|(?:in|since|before|after|during|on|by|last|this|and|but|to|when|over|of|within|"
    r"seit|vor|nach|während|und|zu|gegen|wegen)\b)|\s+[a-zäöü]+(?:t|en)?\s*(?:[.,;]|\Z)",
    re.IGNORECASE,
)
"""What stands behind a "once" that counts: the end of the clause, its circumstances, or a German verb at its end."""
_CLAUSE = re.compile(r";|[,–—] ?(?:and|but|while|whereas|und|aber|während)\b")
_WEEKLY = re.compile(r"\s+(?:daily|weekly|monthly|yearly|täglich|wöchentlich|monatlich|jährlich)\b", re.IGNORECASE)


class _Count(NamedTuple):
    """How often something was done: the number, the rate it is one of ("a week"), and its words."""

    times: int
    rate: str
    span: Span


def compare_occasions(pair: Pair) -> Iterator[Reason]:
    """Yield a reason for a count of times in the claim that the passage gives the same or another of."""
    ours = _counts(pair.claim.text)
    theirs = [one for one in _counts(pair.passage.text) if pair.start <= one.span.start < pair.end] if ours else []
    if len(ours) != 1 or not theirs:
        return
    (one,) = ours
    same = next((other for other in theirs if (other.times, other.rate) == (one.times, one.rate)), None)
    other = same or theirs[0]
    if (same is None and len(theirs) > 1) or one.rate != other.rate or not _tells_all(pair, one, other):
        return
    verb = "both say" if same else "the claim says"
    message = f"{verb} {one.span.text}" if same else f"{verb} {one.span.text}; the source says {other.span.text}"
    yield Reason(
        comparator="numbers",
        facet=Facet.HOW_MANY,
        polarity=Polarity.SUPPORTS if same else Polarity.OPPOSES,
        strength=STRENGTH,
        message=message,
        claim_spans=(one.span,),
        passage_spans=(other.span,),
    )


@lru_cache(512)
def _counts(text: str) -> tuple[_Count, ...]:
    return tuple(_read(found) for found in _COUNTED.finditer(text) if _is_count(text, found))


def _read(found: re.Match[str]) -> _Count:
    named = next((times for name, times in _NAMED.items() if found[name]), 0)
    number = found["number"] or found["zahl"] or ""
    told = int(number) if number.isdigit() else int(written_value([number.casefold()])[0]) if number else named
    return _Count(told, " ".join((found["rate"] or "").casefold().split()), Span(*found.span(), found[0]))


_NAMED = {"once": 1, "twice": 2, "thrice": 3}


def _is_count(text: str, found: re.Match[str]) -> bool:
    """Whether words say how often something was done, exactly: not "twice as large", "at least once"."""
    before, behind = text[max(0, found.start() - _BOUND_REACH) : found.start()], found.end()
    if _NO_COUNT_BEFORE.search(before) or _NO_COUNT_BEHIND.match(text, behind) or _WEEKLY.match(text, behind):
        return False
    opens = not before.strip() or before.rstrip()[-1:] in ".,;:–—"
    return not found["once"] or bool(found["rate"]) or (not opens and _COUNTS_ONCE.match(text, behind) is not None)


def _tells_all(pair: Pair, one: _Count, other: _Count) -> bool:
    """Whether the clause of a count says all that the claim says, and neither denies anything: it is of the same."""
    start, end = _clause(pair, other.span.start)
    if any(negations_of(pair.claim.text)) or any(negations_of(pair.passage.text[start:end])):
        return False
    there = {word.stem for word in pair.passage.words if start <= word.start < end}
    partners = {each.claim.start: each.passage for each in pair.partners if each.kind != "opposite"}
    asked = [word for word in pair.claim.content if not (_in(word, one.span) or is_light(word))]
    if not any(not word.text[:1].isupper() and not word.is_number for word in asked):
        return False
    return all(
        word.stem in there or (word.start in partners and start <= partners[word.start].start < end) for word in asked
    )


def _clause(pair: Pair, at: int) -> tuple[int, int]:
    """Return the bounds of the clause of a place of the passage."""
    sentences = pair.passage.sentences
    start, end = next((each for each in sentences if each[0] <= at < each[1]), (0, len(pair.passage.text)))
    for mark in _CLAUSE.finditer(pair.passage.text, start, end):
        start, end = (mark.end(), end) if mark.end() <= at else (start, min(end, mark.start()))
    return start, end


def _in(word: Word, span: Span) -> bool:
    return span.start <= word.start < span.end
