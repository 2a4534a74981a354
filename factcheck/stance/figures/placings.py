"""Ranks and rates that a claim says: "the second-highest", "Platz drei", "top ten"; "12 per 1,000", "je 100.000"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from factcheck.domain import Operator, Quantity, Span
from factcheck.text.quantities.numerals import written_value

_ORDINALS = "first second third fourth fifth sixth seventh eighth ninth tenth".split()  # noqa: SIM905
_GERMAN_ORDINALS = "erst zweit dritt viert fünft sechst siebt acht neunt zehnt".split()  # noqa: SIM905
_NUMBERS = "one two three four five six seven eight nine ten"
_GERMAN_NUMBERS = "eins zwei drei vier fünf sechs sieben acht neun zehn"
_PLACES = {word: place for words in (_NUMBERS, _GERMAN_NUMBERS) for place, word in enumerate(words.split(), 1)}
_ORDINAL = rf"(?:{'|'.join(_ORDINALS)}|[1-9]\d{{0,2}}(?:st|nd|rd|th))"
_GERMAN_ORDINAL = rf"(?:(?:{'|'.join(_GERMAN_ORDINALS)})e[nrsm]?|[1-9]\d{{0,2}}\.)"
_NUMBER = rf"(?:\d{{1,3}}|{'|'.join(_PLACES)})"
_HIGH_WORDS = """
    highest largest biggest greatest most busiest longest tallest richest fastest oldest strongest heaviest deepest
    widest steepest costliest dearest wealthiest hottest warmest deadliest"""
_LOW_WORDS = """
    lowest smallest least fewest shortest poorest slowest youngest weakest cheapest coldest lightest narrowest"""
_HIGH = "|".join(_HIGH_WORDS.split())
_LOW = "|".join(_LOW_WORDS.split())
_GERMAN_HIGH = (
    r"(?:höchst|größt|grösst|meist|längst|stärkst|teuerst|ältest|reichst|schnellst|schwerst|wärmst)e[nrsm]?n?"
)
_GERMAN_LOW = (
    r"(?:niedrigst|kleinst|wenigst|geringst|kürzest|ärmst|jüngst|schwächst|billigst|günstigst|langsamst)e[nrsm]?"
)
_TENTH = "|".join(_GERMAN_ORDINALS[1:])
_SOME = (
    rf"(?P<some>(?:one|some|two|three|many|several)\s+of\s+(?:the\s+|its\s+)?(?:{_NUMBER}\s+)?|among\s+the\s+|"
    r"eine[rs]?\s+der\s+|unter\s+den\s+)?"
)
_RANK = re.compile(
    rf"\b{_SOME}(?:(?P<place>{_ORDINAL})[ -])?(?P<high>{_HIGH})\b"
    rf"|\b(?:{_SOME.replace('some', 'some_low')})(?:(?P<low_place>{_ORDINAL})[ -])?(?P<low>{_LOW})\b"
    rf"|\b{_SOME.replace('some', 'some_hoch')}(?P<german>{_TENTH})?(?P<hoch>{_GERMAN_HIGH})\b"
    rf"|\b{_SOME.replace('some', 'some_tief')}(?P<german_low>{_TENTH})?(?P<tief>{_GERMAN_LOW})\b"
    rf"|\b(?:rank(?:s|ed|ing)?|comes?|came|placed?)\s+(?:at\s+|in\s+|as\s+)?(?:number\s+|no\.?\s*)?(?P<ranked>{_ORDINAL}|{_NUMBER})\b"
    rf"|\b(?P<in_place>{_ORDINAL})\s+place\b"
    rf"|\b(?:number|no\.)\s+(?P<number>{_NUMBER})\b"
    rf"|\b(?:Platz|Rang|Stelle)\s+(?P<platz>{_NUMBER})\b"
    rf"|\b(?P<nth>{_GERMAN_ORDINAL})\s+(?:Platz|Rang|Stelle)\b"
    rf"|\b(?:top|die\s+ersten|den\s+ersten)[ -](?P<top>{_NUMBER})\b"
    rf"|\b(?P<first>tops|topped|heads|leads)\s+the\s+(?:table|list|ranking|league)|\bthan\s+(?P<any>any\s+other)\b"
    rf"|\b(?P<spitze>Spitzenreiter|an\s+der\s+Spitze)\b|\b(?P<last>last\s+place|bottom\s+of\s+the|Schlusslicht|"
    r"record[ -]low)\b|(?:is|was|came|finished|ranks?|ranked|are)\s+(?P<end>last)\b(?!\s+(?:year|month|week|in\b))"
    r"|\b(?P<record>record)[ -](?:high|number|level|share|rate|total)\b",
    re.IGNORECASE,
)
_NAMES = "place", "low_place", "ranked", "in_place", "number", "platz", "nth", "german", "german_low"
_BASE = re.compile(
    r"\s+(?:[\w-]+\s+){0,3}?(?:per|for each|(?:(?:for|in|out of|among|of) )every|in|je|pro|auf je|auf)\s+"
    r"(?P<base>\d{1,3}(?:[.,’' \u00a0\u202f]\d{3})+(?!\d)|\d{3,9}|hundred|thousand|million|hundert|tausend)"
    r"(?:\s+(?P<scale>thousand|million))?\b"
)
_BASES = {"hundred": 100, "hundert": 100, "thousand": 1000, "tausend": 1000, "million": 1_000_000}
_LEAST_BASE = 100
"""A base is a power of ten from here on: "12 in 2019" is no rate."""
_ONE = re.compile(
    r"\b(?:one|an?|eine?)\s+(?P<noun>[^\W\d_]+)(?=\s+(?:per|in every|for every|in|je|pro|auf)\s)", re.IGNORECASE
)
_PER_MILLE = re.compile(r"\s?(?:‰|Promille\b|per\s+mille\b)", re.IGNORECASE)
_THOUSAND = Decimal(1000)


class Placing(NamedTuple):
    """A rank that a claim says: `unit` is "rank", "rank from the lowest", or "" where that is not told."""

    span: Span
    place: Decimal
    unit: str
    operator: Operator = Operator.EQUAL


class Rate(NamedTuple):
    """A rate that a claim says: so many (`one`, or a single one where that is None) per `base`; `span` covers both."""

    span: Span
    base: Decimal
    one: Quantity | None


def ranks_in(text: str) -> Iterator[Placing]:
    """Yield the ranks of a text; "one of the highest" is none."""
    for match in _RANK.finditer(text):
        if any(match[some] for some in ("some", "some_low", "some_hoch", "some_tief")):
            continue
        span = Span(match.start(), match.end(), match[0])
        if match["top"]:
            yield Placing(span, Decimal(_place(match["top"])), "", Operator.AT_MOST)
            continue
        low = bool(match["low"] or match["tief"] or match["last"] or match["end"])
        words = next(filter(None, (match[name] for name in _NAMES)), "")
        told = match["high"] or match["hoch"] or match["any"] or match["spitze"] or match["first"] or match["record"]
        unit = "rank from the lowest" if low else "rank" if told else ""
        yield Placing(span, Decimal(_place(words)) if words else Decimal(1), unit)


def _place(words: str) -> int:
    low = words.lower()
    if low in _ORDINALS:
        return _ORDINALS.index(low) + 1
    german = next((at for at, stem in enumerate(_GERMAN_ORDINALS, 1) if low.startswith(stem) and low not in _PLACES), 0)
    digits = re.match(r"\d+", low)
    return int(digits[0]) if digits else _PLACES.get(low) or german or int(written_value([low])[0]) or 1


def rates_in(text: str, quantities: Sequence[Quantity]) -> Iterator[Rate]:
    """Yield the rates of a text, in whatever way their base is written: "100,000", "100.000", "100 000"."""
    for one in quantities:
        match = _BASE.match(text, one.span.end)
        mille = _PER_MILLE.match(text, one.span.end)
        if mille is not None:
            yield Rate(Span.cut(text, one.span.start, mille.end()), _THOUSAND, one)
        elif match is not None and _is_base(base := _base(match)):
            yield Rate(Span.cut(text, one.span.start, match.end()), base, one)
    for single in _ONE.finditer(text):
        match = _BASE.match(text, single.end())
        if match is not None and _is_base(base := _base(match)):
            yield Rate(Span.cut(text, single.start(), match.end()), base, None)


def _base(match: re.Match[str]) -> Decimal:
    digits = "".join(filter(str.isdigit, match["base"]))
    return Decimal(digits or _BASES[match["base"]]) * _BASES.get(match["scale"] or "", 1)


def _is_base(base: Decimal) -> bool:
    return base >= _LEAST_BASE and str(base).strip("0") == "1"
