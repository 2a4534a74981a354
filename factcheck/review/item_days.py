"""The dates of a claim held against evidence by the day they come to, each counted from the date of its own text.

"Yesterday" of two texts is one day only where both are of one day; what a source without a date calls so is no day that
is known. The article's are resolved as they were extracted, a source's against the day of its release.
"""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache

from factcheck.domain import Claim, DateValue, Evidence, Item, ItemKind
from factcheck.text.dates.telling import in_words

_OF_THE_CALENDAR = frozenset(["day-month", "month-day", "in-month", "holiday"])
"""The rules of what lacks its year alone ("12 March"): where a source has no date, the same words count as the same."""
_YEAR = re.compile(r"(?<!\d)\d{4}(?!\d)")
_KEPT = 512
"""Passages whose dates are remembered: a claim has a dozen, and each of its dates asks for all."""


def same_day(evidence: Evidence, item: Item, claim: Claim) -> DateValue | None:
    """Return the date of a passage that is the day, or period, of a date of the claim."""
    value = _value_of(item, claim)
    if value is None:
        return None
    return next((one for one in _dates(evidence) if (one.start, one.end) == (value.start, value.end)), None)


def is_no_day_of(evidence: Evidence, item: Item, claim: Claim) -> bool:
    """Tell whether the words of a date prove nothing in a passage: they are another day there, or an unknown one."""
    value = _value_of(item, claim)
    if value is None or not _hangs(value) or same_day(evidence, item, claim):
        return False
    return value.rule not in _OF_THE_CALENDAR or bool(_same_words(evidence, value))


def day_told(item: Item, claim: Claim) -> str:
    """Return the day that a date comes to by the article's own, in words; "" where its words say it, or for no date."""
    value = _value_of(item, claim)
    return in_words(value) if value and _hangs(value) else ""


def how_dated(evidence: Evidence, item: Item, claim: Claim, name: str) -> str:
    """Say in which words evidence (`name`) has the day of a date, or why the same words there are not that day."""
    value, found = _value_of(item, claim), same_day(evidence, item, claim)
    if value is None:
        return ""
    if found:
        counted = ", by its own date" if _hangs(found) else ""
        return (
            ""
            if found.span is None or _words(found) == _words(value)
            else f"{name} has that day: “{found.span.text}”{counted}"
        )
    if not _hangs(value):
        return ""
    if others := _same_words(evidence, value):
        return f"“{_words(value)}” in {name} is {in_words(others[0])}, by its own date"
    if not evidence.candidate.source.published and _words(value) in evidence.candidate.passage.text.casefold():
        return f"“{_words(value)}” in {name} is no day that is known: the source has no date"
    return ""


def _value_of(item: Item, claim: Claim) -> DateValue | None:
    if item.kind is not ItemKind.DATE:
        return None
    return next((one for one in claim.dates if one.span == item.span and one.start and one.end), None)


def _hangs(value: DateValue) -> bool:
    """Tell whether the words of a date are a day only beside the date of their text ("Tuesday", "last month")."""
    return value.span is not None and _needs_anchor(value.span.text)


@lru_cache(_KEPT)
def _needs_anchor(words: str) -> bool:
    from factcheck.text.dates.finding import find_dates  # 20 ms to import, which no claim without a date needs

    return _YEAR.search(words) is None and not find_dates(words, anchor=None)


def _dates(evidence: Evidence) -> tuple[DateValue, ...]:
    return _dates_in(evidence.candidate.passage.text, evidence.candidate.source.published)


@lru_cache(_KEPT)
def _dates_in(text: str, released: date | None) -> tuple[DateValue, ...]:
    from factcheck.text.dates.finding import find_dates

    return tuple(find_dates(text, anchor=released))


def _same_words(evidence: Evidence, value: DateValue) -> list[DateValue]:
    return [one for one in _dates(evidence) if _words(one) == _words(value)]


def _words(value: DateValue) -> str:
    return value.span.text.casefold() if value.span else ""
