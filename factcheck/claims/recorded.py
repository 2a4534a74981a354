"""Find the day on which a transcript says that it was recorded: "The interview was recorded on 5 September 2024"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from factcheck.domain import DateValue, Precision, Turn
from factcheck.text.dates.finding import find_dates

_RECORDED = re.compile(
    r"\b(?:(?:interview|conversation|discussion|debate|hearing|briefing|programme|program|podcast|episode|speech|it)\s"
    r"(?:was|took)\s(?:recorded|conducted|taped|held|filmed|place|given)|[Rr]ecorded|[Tt]aped)\s"
    r"(?:in\s[A-Z][\w ]{1,30}\s)?(?:on\s)?(?:[A-Z][a-z]+day,?\s)?$"
)
"""What stands before the day."""
_LOOKED_BACK = 90  # characters


def recorded_on(text: str, turns: Sequence[Turn], published: date | None) -> DateValue | None:
    """Return the day told before anybody speaks, if it is not later than the day of publication; else None."""
    first = next((turn.label.start for turn in turns if turn.label is not None), 0)
    for day in find_dates(text, anchor=published, start=0, end=first):
        if day.span is None or day.start is None or day.precision is not Precision.DAY:
            continue
        before = text[max(0, day.span.start - _LOOKED_BACK) : day.span.start]
        if _RECORDED.search(before) and (published is None or day.start <= published):
            return day
    return None


__all__ = ["recorded_on"]
