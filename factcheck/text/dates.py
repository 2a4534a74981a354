"""Find dates and periods in English and German text and resolve them against an anchor, usually the dateline.

Method: a grammar of expressions (`timex`: a pattern and a reading each), longest match first. General date
searchers read "we" as Wednesday and "may" as May; here a bare word counts only with a preposition or a number.
Without a year a date is the latest one not after the anchor, or the next one where the words around it are about the
future or it is near. The bounds of fiscal years, moving feasts and times of day are not known.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import replace
from datetime import date
from itertools import zip_longest

from factcheck.domain import DateValue, Precision, Span
from factcheck.text.periods import Period
from factcheck.text.timex.grammar import rules_for
from factcheck.text.timex.rules import Reading, Rule

_FUTURE = re.compile(
    r"(?<!-)\b(?:will|shall|scheduled|upcoming|forthcoming|"
    r"expected|expects?|expecting|due|plans?|planned|planning|going to|"
    r"is to|are to|would|slated|set to|ahead of|next (?:week|month|year|spring|summer|autumn|fall|winter)|"
    r"effective|proposed|nears?|approach\w*|until|ending|wants? to|hopes? to|intends? to|aims? to|poised|"
    r"promises? of|run-up|looming|at stake|of record|payable|matures?|expires?|"
    r"holds|convenes|takes place|up for re-?election|wird|werden|soll|geplant)\b"
)
_PAST = re.compile(
    r"\b(?:(?:was|were|had\sbeen)\s(?:scheduled|expected|due|planned|slated|set)|was|were|had|did|said|told|ago|since|"
    r"(?<!\bbe\s)(?!expected|scheduled|planned|slated|proposed|limited|unlimited)[a-z]{3,}(?<!e)ed|began|met|came|went|took|made|gave|won|lost|left)\b(?!-)"
)
_FUTURE_WINDOW = 90  # characters on both sides, inside the sentence: about one clause
_NEAR = 300  # characters: about two sentences
_OPENING = 8  # characters before a date that opens its sentence: "By ", "Before "
_SENTENCE_EDGE = re.compile(r"[.!?]\s+(?=[A-ZÄÖÜ“\"])|\n\s*\n")


def find_dates(text: str, *, anchor: date | None, start: int = 0, end: int | None = None) -> list[DateValue]:
    """Return the dates and periods in `text[start:end]`, resolved, in order and without overlap.

    Spans hold the expression without its preposition and count from the start of `text`. Without `anchor`, what
    cannot be resolved ("last Friday", "June 2") is left out.
    """
    stop = len(text) if end is None else end
    hits: list[tuple[int, int, Rule, re.Match[str]]] = []
    for rule in rules_for(text, start, stop):
        hits.extend((_begin(match), match.end(), rule, match) for match in rule.pattern.finditer(text, start, stop))
    if not hits:
        return []
    hits.sort(key=lambda hit: (hit[0], -hit[1], hit[2].name))
    edges = [match.end() for match in _SENTENCE_EDGE.finditer(text, start, stop)]
    found: list[DateValue] = []
    covered = start
    for low, high, rule, match in hits:
        if low < covered:
            continue
        value = _resolve(text, (low, high), rule, match, anchor, edges, _named(found, low))
        if value is not None:
            found.append(value)
            covered = high
    return [_on_its_day(text, one, other) for one, other in zip_longest(found, found[1:])]


def _on_its_day(text: str, one: DateValue, other: DateValue | None) -> DateValue:
    """Return a weekday as the day of the date that stands beside it: "Saturday, 3 June" is no other Saturday."""
    if other is None or one.rule != "weekday" or other.precision is not Precision.DAY or other.start is None:
        return one
    if one.span is None or other.span is None or one.start is None or one.start.weekday() != other.start.weekday():
        return one
    beside = text[one.span.end : other.span.start].strip(" ,") in ("", "the")
    return replace(one, start=other.start, end=other.end) if beside else one


def _begin(match: re.Match[str]) -> int:
    """Return where the expression begins: at its first group, so that "in" and "on" stay outside."""
    return min(match.start(name) for name, value in match.groupdict().items() if value is not None)


def _named(found: list[DateValue], low: int) -> Period | None:
    """Return the date named last, where it stands near enough to count from."""
    last = found[-1] if found else None
    if last is None or last.span is None or last.start is None or last.end is None:
        return None
    return Period(last.start, last.end, last.precision) if low - last.span.end <= _NEAR else None


def _resolve(
    text: str,
    bounds: tuple[int, int],
    rule: Rule,
    match: re.Match[str],
    anchor: date | None,
    edges: list[int],
    named: Period | None,
) -> DateValue | None:
    groups = {key: value for key, value in match.groupdict().items() if value is not None}
    open_year = anchor is not None and "y" not in groups
    forward = open_year and _looks_ahead(text, bounds, edges)
    past = open_year and _looks_back(text, bounds, edges)
    try:
        period = rule.read(Reading(groups, anchor, forward, past, named))
    except (ValueError, OverflowError):  # an anchor at the edge of the calendar
        return None
    if period is None:
        return None
    return DateValue(
        start=period.start, end=period.end, precision=period.precision, span=Span.cut(text, *bounds), rule=rule.name
    )


def _looks_back(text: str, bounds: tuple[int, int], edges: list[int]) -> bool:
    """Tell whether a verb in the past stands before the date in its sentence, or after a date that opens it."""
    low, high = _clause(text, bounds, edges)
    if _PAST.search(text, low, bounds[0]):
        return True
    opens = bounds[0] - low <= _OPENING
    return opens and _first_after(text, bounds[1], high) is _PAST


def _looks_ahead(text: str, bounds: tuple[int, int], edges: list[int]) -> bool:
    low, high = _clause(text, bounds, edges)
    ahead = [m.end() for m in _FUTURE.finditer(text, low, bounds[0])]
    behind = [m.end() for m in _PAST.finditer(text, low, bounds[0])]
    if ahead and (not behind or ahead[-1] > behind[-1]):
        return True
    return not behind and _first_after(text, bounds[1], high) is _FUTURE


def _clause(text: str, bounds: tuple[int, int], edges: list[int]) -> tuple[int, int]:
    """Return the stretch about a date, inside its sentence, whose verbs tell the direction."""
    index = bisect_right(edges, bounds[0])
    low = max(edges[index - 1] if index else 0, bounds[0] - _FUTURE_WINDOW)
    return low, min(edges[index] if index < len(edges) else len(text), bounds[1] + _FUTURE_WINDOW)


def _first_after(text: str, start: int, end: int) -> re.Pattern[str] | None:
    """Return which direction is named first: "On Friday she said that it will rain" looks back."""
    ahead, behind = _FUTURE.search(text, start, end), _PAST.search(text, start, end)
    if ahead is None or behind is None:
        return _FUTURE if ahead else _PAST if behind else None
    return _FUTURE if ahead.start() <= behind.start() else _PAST


__all__ = ["find_dates"]
