"""The parts of a claim that a checker ticks: names, titles, numbers, dates, places, quotations.

Little is searched here: the parts were found with the claim, and are only put in one order. A part that lies wholly
inside another of its kind is left to the longer one, so that nothing has to be ticked twice.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from factcheck.claims.speech.german.nouns import is_noun
from factcheck.domain import DateValue, Item, ItemKind, Name, NameKind, Quantity, Span
from factcheck.text.languages.language import is_german_sentence
from factcheck.text.quantities.finding import find_changes

_KIND_OF_NAME = {NameKind.OFFICE: ItemKind.TITLE, NameKind.PLACE: ItemKind.PLACE}
_MONTH_BEFORE = re.compile(
    r"\b(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)|Apr(?:il|\.)|May|June?|July?|Aug(?:ust|\.)?|Sept?(?:ember|\.)?|"
    r"Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)\s$"
)


_CLOCK = re.compile(
    r"(?<![\w.,:$£€])(?:(?:[01]?\d|2[0-4])(?:[.:][0-5]\d)?[\s\u00a0]?(?:[ap]\.m\.|[ap]m\b|o[’']clock\b|Uhr\b|hrs\b)|"
    r"(?:[01]?\d|2[0-3]):[0-5]\d(?![\d:]))",
    re.IGNORECASE,
)
"""A time of day: "10 p.m.", "3.30pm", "17:45", "8 Uhr"; not the 2:1 of a match, nor 1:02:33."""
_MAY_BE_TIME = re.compile(r"\d(?:[.:]\d|[\s\u00a0]?[apuhAPUH]|[\s\u00a0]?[oO][’'])")
"""What each time of day has; a pattern that begins with a digit costs a tenth of the two others."""
_AT = re.compile(
    r"\b(?:at|by|until|till|from|to|before|after|since|around|um|gegen|bis|ab|seit|vor)\s(?P<time>(?:[01]?\d|2[0-4])\.[0-5]\d)(?![\w.]\w|\d)"
)
"""A time of day behind "at", unless it was read as a number."""


class Parts(NamedTuple):
    """What was found in a claim that begins at `start` of the article, each kind in order."""

    start: int
    verbatim: str
    names: tuple[Name, ...]
    quantities: tuple[Quantity, ...]
    dates: tuple[DateValue, ...]
    quotations: tuple[Span, ...]


def items_of(claim: Parts, nouns: frozenset[str]) -> tuple[Item, ...]:
    """Return the items of a claim, in the order of the text; spans count from the start of the revision.

    `nouns`: of a German article, the words with a capital that are no names.
    """
    german = bool(nouns) and is_german_sentence(claim.verbatim, within_german=True)
    found = [
        *(
            Item(kind=_KIND_OF_NAME.get(name.kind, ItemKind.NAME), span=name.span)
            for name in claim.names
            if not (german and name.kind is NameKind.OTHER and is_noun(name.span.text, nouns))
        ),
        *(Item(kind=ItemKind.NUMBER, span=q.span) for q in claim.quantities if not _day(claim, q.span)),
        *(Item(kind=ItemKind.NUMBER, span=span) for span in _changes(claim)),
        *(Item(kind=ItemKind.DATE, span=value.span) for value in claim.dates if value.span is not None),
        *(Item(kind=ItemKind.DATE, span=span) for span in _clock_times(claim)),
        *(Item(kind=ItemKind.QUOTATION, span=span) for span in claim.quotations),
    ]
    dates = [item.span for item in found if item.kind is ItemKind.DATE]
    found = [item for item in found if item.kind is ItemKind.DATE or not any(_inside(item.span, d) for d in dates)]
    return tuple(_longest(sorted(found, key=lambda item: (item.span.start, -item.span.end))))


def _changes(claim: Parts) -> Iterator[Span]:
    """Yield what tells a change in words ("doubled"), which the claim's quantities leave out."""
    for one in find_changes(claim.verbatim):
        yield Span(start=claim.start + one.span.start, end=claim.start + one.span.end, text=one.span.text)


def _clock_times(claim: Parts) -> Iterator[Span]:
    if _MAY_BE_TIME.search(claim.verbatim) is None:
        return
    for found in _CLOCK.finditer(claim.verbatim):
        yield Span(start=claim.start + found.start(), end=claim.start + found.end(), text=found.group())
    numbers = {quantity.span.start for quantity in claim.quantities}
    for found in _AT.finditer(claim.verbatim):
        start, end = claim.start + found.start("time"), claim.start + found.end("time")
        if start not in numbers:
            yield Span(start=start, end=end, text=found["time"])


def _day(claim: Parts, span: Span) -> bool:
    """Tell whether a number is the day of a month that no year makes a date ("Feb. 7")."""
    return span.text.isdigit() and _MONTH_BEFORE.search(claim.verbatim[: span.start - claim.start]) is not None


def _inside(span: Span, date: Span) -> bool:
    """Tell whether a part is one of a date: the 7 of "Feb. 7"."""
    return date.start <= span.start and span.end <= date.end


def _longest(items: Iterable[Item]) -> Iterator[Item]:
    reached: dict[ItemKind, int] = {}
    for item in items:
        if item.span.end > reached.get(item.kind, -1):
            reached[item.kind] = item.span.end
            yield item
