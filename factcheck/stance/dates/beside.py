"""Dates that a passage gives beside the one of the claim's event: what is compared with it, and what came of another.

Levels: *of the event*, or *beside it* ("in 2023 …, after 5 billion in 2022"; "in 2023 …, the most since 2011").
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from factcheck.domain import DateValue
from factcheck.stance.reading.pair import Pair
from factcheck.text.sentences import sentence_at
from factcheck.text.words import Word


def is_beside(pair: Pair, one: DateValue, same: DateValue, facing: DateValue) -> bool:
    """Whether a date that stands in the claim's slot is none of what happened, where the claim's own is there, too.

    "On Thursday it said … in late March": the day of the report; "in 2023 …, after 5 billion in 2022": what it is
    compared with.
    """
    if facing.span is None or facing.precision is not same.precision:
        return True
    text, at = pair.passage.text, facing.span.start
    if compared_with(text, at, pair.start) is not None or as_many_as(text, at, pair.start):
        return True
    return _is_behind_dated(pair, same, facing) or _is_of_its_own(pair, one, same, facing)


def compared_with(text: str, date_at: int, least: int = 0) -> int | None:
    """Return where begins what a text compares with, up to the date there, or None.

    "up from 8.5 million in 2022", "more than in 2022".
    """
    start = max(least, date_at - _COMPARED_REACH)
    found = next((told for each in (_COMPARED, _MORE_THAN) if (told := each.search(text, start, date_at))), None)
    return found.start("base") if found else None


def as_many_as(text: str, date_at: int, least: int = 0) -> bool:
    """Whether a text has as many in what it tells as at the date there: "as many as in 2019"."""
    return _AS_MANY.search(text, max(least, date_at - _COMPARED_REACH), date_at) is not None


_COMPARED_REACH = 40  # characters between the word that compares and the date
_STRETCH = r"(?P<base>(?:[^,;:.()]|(?<=\d)[.,](?=\d))*)\Z"
_COMPARED = re.compile(
    r"(?:(?:,|\(|\b(?:up|down|unchanged)) ?(?:after|against|versus|from|following|gegenüber|nach|statt)"
    r"|\bcompared (?:with|to)|\bverglichen mit|\b(?:against|gegenüber)(?= \W?\d))\b" + _STRETCH,
    re.IGNORECASE,
)
_MORE_THAN = re.compile(
    r"\b(?:(?:more|less|fewer|higher|lower|better|worse|larger|smaller)(?: \w+)? than"
    r"|(?:mehr|weniger|höher|niedriger)(?: \w+)? als"
    r"|(?:most|fewest|highest|lowest|best|worst)[\w ]* since)\b" + _STRETCH,
    re.IGNORECASE,
)
_AS_MANY = re.compile(
    r"\b(?:as (?:many|much|high|low|few) as|so (?:viele?|hoch|wenige?) wie)\b" + _STRETCH, re.IGNORECASE
)


def _is_behind_dated(pair: Pair, same: DateValue, other: DateValue) -> bool:
    """Whether the claim's date opens its part, and the other one only follows on what all was told of it.

    "In 2023 the airport handled …, its best result since 2011"; not ", in 2011" alone, which may be of all before it.
    """
    if same.span is None or other.span is None:
        return False
    text = pair.passage.text
    start, end = sentence_at(pair.passage.sentences, same.span.start) or (pair.start, pair.end)
    part = max((one.end() for one in _MARK.finditer(text, start, same.span.start)), default=start)
    if not (_OPENS.fullmatch(text, part, same.span.start) and same.span.end < other.span.start < end):
        return False
    told = [one.passage.start for one in pair.partners if start <= one.passage.start < end]
    if not told or min(told) < same.span.start:
        return False
    led_by = lead_of(text, pair.stretch, other.span.start)
    if led_by and max(told) < led_by.start and not led_by.is_number:  # "won the prize for a film shot in 2009"
        return True
    mark = next(_MARK.finditer(text, max(told), other.span.start), None)
    alone = mark and _OPENS.fullmatch(text, mark.end(), other.span.start) and _ENDS.match(text, other.span.end)
    return mark is not None and not alone


def _is_of_its_own(pair: Pair, one: DateValue, same: DateValue, other: DateValue) -> bool:
    """Whether the claim's date stands behind the claim's own word, and the other one behind another word.

    "The shop opened in 2014 and moved to Leeds in 2019"; "60,000 cars in 2021, compared with 52,000 cars in 2020".
    """
    if one.span is None or same.span is None or other.span is None:
        return False
    text = pair.passage.text
    base = compared_with(text, same.span.start, pair.start)
    if base is not None:
        numbers = [each.passage.start for each in pair.partners if each.claim.is_number and each.kind != "value"]
        numbers = [at for at in numbers if not same.span.start <= at < same.span.end]
        return bool(numbers) and all(base <= at < same.span.start for at in numbers)
    leads = [
        lead_of(pair.claim.text, pair.claim.words, one.span.start),
        lead_of(text, pair.stretch, same.span.start),
        lead_of(text, pair.stretch, other.span.start),
    ]
    if leads[0] is None or leads[1] is None:
        return False
    partners = {each.passage.start for each in pair.partners if each.claim.start == leads[0].start}
    return leads[1].start in partners and (leads[2] is None or leads[2].start not in partners)


def lead_of(text: str, words: Sequence[Word], date_at: int) -> Word | None:
    """Return the word of content that leads to a date: "moved" for "moved in 2019", no word where a mark parts them."""
    found = next((word for word in reversed(words) if word.end <= date_at and not word.is_stop), None)
    return None if found is None or _MARK.search(text, found.end, date_at) else found


_OPENS = re.compile(
    r"[\W_]*(?:(?:in|on|during|throughout|for|over|am|im|für|the|all|jahr(?:e|es)?|year)\s+){0,4}", re.IGNORECASE
)
_MARK = re.compile(r"(?<!\d)[,;:(–]|[,;:(–](?!\d)|\b(?:that|dass|and|und|when|while)\b")
_ENDS = re.compile(r"[.,;!?)]|\Z")
