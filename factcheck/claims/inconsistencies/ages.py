"""Find ages that do not fit the dates told beside them: "born 3 May 1931, died 19 July 2024, aged 92".

Only where one sentence tells the birth (or the building), the day that counts and the age, or the next one goes on
with "it is 22 years old": who sees two people in a sentence, or two ages, compares nothing. The room is what the dates
leave open: of two years, an age may be one of two.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import zip_longest

from factcheck.domain import DateValue, Finding, FindingKind, Precision, Sentence, Span

_MADE = r"born|built|opened|founded|launched|established|constructed|completed|erected|inaugurated|commissioned"
_BEGINS = re.compile(rf"\b(?:{_MADE})\s(?:[\w’'-]+\s){{0,4}}?(?:(?:on|in)\s)?$|\*\s?$")
_BORN = re.compile(r"\bborn\b")
_DIES = re.compile(r"\b(?:died|passed away|was killed|dead)\s(?:[\w’'-]+\s){0,4}?(?:(?:on|in)\s)?$|†\s?$")
_AGE_AT_DEATH = re.compile(r"\b(?:aged|at the age of|at age|age)\s(?P<age>\d{1,3})\b")
_ANOTHER = re.compile(r"\b(?:and|his|her|their|its|who|whose|with|leav\w+|surviv\w+|wife|husband|son|daughter)\b")
_AGE_NOW = re.compile(
    r"\b(?:is|are)\s(?:now\s|only\s|just\s)?(?P<age>\d{1,3})(?:\syears\sold\b(?!\swhen)|(?=[.,;]))"
    rf"|\b[Tt]he\s(?P<noun>\d{{1,3}})-year-old\s[\w-]+(?=(?:\s[\w-]+){{0,2}},\s(?:{_MADE})\b)"
)
_BEHIND = re.compile(r"\)?,?\s(?:and\s)?(?:it\s|he\s|she\s)?")
"""What stands between "built in 1998" and "is 22 years old", so that both are of one thing."""
_AHEAD = re.compile(rf"(?:,|\sand|\ssince)?\s(?:[\w-]+(?:,?\s)){{0,3}}?(?:{_MADE})\s(?:[\w’'-]+\s){{0,4}}")
_TELLS_ONE = re.compile(rf"\W*[^,;:]{{2,60}}?\s(?:was|were)\s(?:{_MADE})\b[^,;:]*$")
_GOES_ON = re.compile(r"(?:It|He|She|The\s(?P<thing>[\w-]+))\s(?:is|are)\s")
_WAS_THEN = re.compile(r"\b(?:when|then|at the time|had been|would)\b")
LEAD = 80  # characters before a date in which its verb stands
LEAST_YEARS = 2  # an age of months is told otherwise


def wrong_ages(
    sentences: Sequence[Sentence], dates: Sequence[DateValue], published: date | None
) -> Iterator[tuple[Sentence, Finding]]:
    """Yield the sentences with an age that the dates beside it contradict."""
    days = [one for one in dates if one.span is not None and one.precision in (Precision.DAY, Precision.YEAR)]
    for sentence, following in zip_longest(sentences, sentences[1:]):
        told = _inside(days, sentence.start, sentence.end)
        begun = [one for one in told if _BEGINS.search(_before(sentence, one))]
        if len(begun) != 1:
            continue
        finding = _at_death(sentence, told, begun[0])
        if finding is None and len(told) == 1 and published is not None:
            finding = _now(sentence, following, begun[0], published)
        if finding is not None:
            yield sentence, finding


def _at_death(sentence: Sentence, told: Sequence[DateValue], born: DateValue) -> Finding | None:
    """Compare the age at which somebody died with the two dates of one sentence."""
    died = [one for one in told if _DIES.search(_before(sentence, one))]
    ages = list(_AGE_AT_DEATH.finditer(sentence.text))
    if len(told) != 2 or len(died) != 1 or len(ages) != 1 or len(_BORN.findall(sentence.text)) > 1:  # noqa: PLR2004 - birth and death
        return None
    gap = sorted([*_bounds(sentence, died[0]), *ages[0].span()])[1:3]
    if _ANOTHER.search(sentence.text[slice(*gap)]):
        return None
    return _compared(sentence, born, died[0], (ages[0]["age"], ages[0].start(), ages[0].end()))


def _now(sentence: Sentence, following: Sentence | None, begun: DateValue, published: date) -> Finding | None:
    """Compare "built in 1998, is 22 years old", or the next sentence's "It is 22 years old", with the article's day."""
    today = DateValue(start=published, end=published, precision=Precision.DAY)
    here = list(_AGE_NOW.finditer(sentence.text))
    if here:
        one = len(here) == 1 and not _WAS_THEN.search(sentence.text) and _of_one(sentence, begun, here[0])
        return _compared(sentence, begun, today, _told(here[0])) if one else None
    if following is None or not _TELLS_ONE.match(sentence.text) or _WAS_THEN.search(following.text):
        return None
    goes_on, there = _GOES_ON.match(following.text), list(_AGE_NOW.finditer(following.text))
    if goes_on is None or len(there) != 1 or (goes_on["thing"] or "") not in sentence.text:
        return None
    return _compared(following, begun, today, _told(there[0])) if there[0].start() < goes_on.end() else None


def _of_one(sentence: Sentence, begun: DateValue, age: re.Match[str]) -> bool:
    """Tell whether a year and an age stand so close that both are told of one thing."""
    start, end = _bounds(sentence, begun)
    if age.start() >= end:
        return _BEHIND.fullmatch(sentence.text[end : age.start()]) is not None
    return _AHEAD.fullmatch(sentence.text[age.end() : start]) is not None


def _bounds(sentence: Sentence, value: DateValue) -> tuple[int, int]:
    return (value.span.start - sentence.start, value.span.end - sentence.start) if value.span else (0, 0)


def _told(found: re.Match[str]) -> tuple[str, int, int]:
    return found["age"] or found["noun"], found.start(), found.end()


def _compared(sentence: Sentence, first: DateValue, last: DateValue, age: tuple[str, int, int]) -> Finding | None:
    if not (first.start and first.end and last.start and last.end and first.span):
        return None
    least, most = _whole_years(first.end, last.start), _whole_years(first.start, last.end)
    years, start, end = int(age[0]), age[1], age[2]
    if most < LEAST_YEARS or least <= years <= most:
        return None
    span = Span(start=sentence.start + start, end=sentence.start + end, text=sentence.text[start:end])
    counted = str(most) if least == most else f"{least} or {most}"
    message = f"from {first.span.text} to {last.span.text if last.span else last.iso} are {counted} years, not {years}"
    others = (last.span,) if last.span else ()
    return Finding(kind=FindingKind.DATE, message=message, spans=(span, first.span, *others))


def _whole_years(first: date, last: date) -> int:
    return last.year - first.year - ((last.month, last.day) < (first.month, first.day))


def _before(sentence: Sentence, value: DateValue) -> str:
    start = _bounds(sentence, value)[0]
    return sentence.text[max(0, start - LEAD) : start]


def _inside(days: Sequence[DateValue], start: int, end: int) -> list[DateValue]:
    low = bisect_left(days, start, key=_begin)
    return list(days[low : bisect_left(days, end, lo=low, key=_begin)])


def _begin(value: DateValue) -> int:
    return value.span.start if value.span else -1


__all__ = ["wrong_ages"]
