"""Dates that a passage gives beside the one of the claim's event: what is compared with it, and what came of another.

Levels: *of the event*, or *beside it* ("in 2023 …, after 5 billion in 2022"; "in 2023 …, the most since 2011").
"""

from __future__ import annotations

import re

from factcheck.domain import DateValue
from factcheck.stance.reading.pair import Pair
from factcheck.text.sentences import sentence_at


def is_beside(pair: Pair, same: DateValue, facing: DateValue) -> bool:
    """Whether a date that stands in the claim's slot is none of what happened, where the claim's own is there, too.

    "On Thursday it said … in late March": the day of the report; "in 2023 …, after 5 billion in 2022": what it is
    compared with.
    """
    if facing.span is None or facing.precision is not same.precision:
        return True
    return is_compared(pair, facing) or _is_behind_dated(pair, same, facing)


def is_compared(pair: Pair, value: DateValue) -> bool:
    """Whether a date is only what the passage compares with: "up from 8.5 million in 2022", "more than in 2022"."""
    if value.span is None:
        return False
    start = max(pair.start, value.span.start - _COMPARED_REACH)
    return any(each.search(pair.passage.text, start, value.span.start) for each in (_COMPARED, _MORE_THAN))


_COMPARED_REACH = 40  # characters between the word that compares and the date
_STRETCH = r"(?:[^,;:.()]|(?<=\d)[.,](?=\d))*\Z"
_COMPARED = re.compile(
    r"(?:(?:,|\(|\b(?:up|down|unchanged)) ?(?:after|against|versus|from|following|gegenüber|nach|statt)"
    r"|\bcompared (?:with|to)|\bverglichen mit|\b(?:against|gegenüber)(?= \W?\d))\b" + _STRETCH,
    re.IGNORECASE,
)
_MORE_THAN = re.compile(
    r"\b(?:(?:more|less|fewer|higher|lower|better|worse|larger|smaller) than|(?:mehr|weniger|höher|niedriger) als"
    r"|as (?:many|much|high|low) as|so (?:viele?|hoch) wie|(?:most|fewest|highest|lowest|best|worst)[\w ]* since)\b"
    + _STRETCH,
    re.IGNORECASE,
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
    mark = next(_MARK.finditer(text, max(told), other.span.start), None)
    alone = mark and _OPENS.fullmatch(text, mark.end(), other.span.start) and _ENDS.match(text, other.span.end)
    return mark is not None and not alone


_OPENS = re.compile(
    r"[\W_]*(?:(?:in|on|during|throughout|for|over|am|im|für|the|all|jahr(?:e|es)?|year)\s+){0,4}", re.IGNORECASE
)
_MARK = re.compile(r"(?<!\d)[,;:(–]|[,;:(–](?!\d)|\b(?:that|dass|and|und|when|while)\b")
_ENDS = re.compile(r"[.,;!?)]|\Z")
