"""The parts of a claim that a source can cover or contradict: who, what, when, where, how many, quoted words.

Read off what extraction marked in the claim; what a comparator's reason points at beside that, `placing` adds. What the
claim says of its names, figures and dates is one part. Nothing is searched here, and nothing heavy is loaded.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import lru_cache
from typing import TYPE_CHECKING

from factcheck.domain import Claim, Facet, Form, NameKind, Precision, Span

if TYPE_CHECKING:
    from factcheck.text.words import Word


class PartKind(StrEnum):
    """What a part of a claim is, so that a gap can be named in words."""

    CLAIMANT = "claimant"
    NAME = "name"
    PERSON = "person"
    TITLE = "title"
    SAYING = "what it says"
    SAID_ON = "said on"
    DATE = "date"
    PLACE = "place"
    NUMBER = "number"
    QUOTATION = "quotation"


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A part of a claim; `span` counts from the start of its verbatim words (None: it stands outside of them)."""

    facet: Facet
    kind: PartKind
    words: str
    span: Span | None = None


_KINDS: Mapping[NameKind, tuple[Facet, PartKind]] = {
    NameKind.PERSON: (Facet.WHO, PartKind.PERSON),
    NameKind.OFFICE: (Facet.WHO, PartKind.TITLE),
    NameKind.PLACE: (Facet.WHERE, PartKind.PLACE),
}
_ORDER = tuple(Facet)


_ASIDE = re.compile(
    r"(?<=[\w’'])(?P<aside>,\s(?:which|who|whose|where)\s[^,;:.“”\"]{8,},(?=\s)|"
    r",\s(?:the|an?|which|who|whose|where)\s[^,;:.“”\"]{8,})(?=[.!]?$|(?<=,)\s)"
)
LEAST_MAIN = 6
"""Words that must be left of a sentence without what it says by the way."""


@lru_cache(512)
def without_aside(text: str) -> str:
    """Return a sentence with what it says by the way about a name blanked out, in place: ", the only crossing there".

    The text itself, where there is nothing such or little beside it.
    """
    blanked = _ASIDE.sub(lambda match: " " * len(match.group()), text)
    return blanked if len(blanked.split()) >= LEAST_MAIN else text


def marked_parts(claim: Claim) -> list[Part]:
    """Return the parts that extraction marked in a claim: who says it and when, names, figures, dates, quotations."""
    return [*_speaking(claim), *longest([*_marked(claim)])]


def in_order(parts: Iterable[Part]) -> tuple[Part, ...]:
    """Return parts facet by facet, those of a facet in the order of the text."""
    return tuple(sorted(parts, key=lambda part: (_ORDER.index(part.facet), part.span.start if part.span else -1)))


def _speaking(claim: Claim) -> Iterator[Part]:
    """Yield who says it, and on which day, where the claim has that by name and day."""
    claimant = claim.claimant
    if claimant is None or not any(word[0].isupper() for word in claimant.name.split()):
        return
    yield Part(facet=Facet.WHO, kind=PartKind.CLAIMANT, words=claimant.name)
    said = claim.said_on
    if said is not None and said.precision is Precision.DAY and claim.form is not Form.NONE:
        yield Part(facet=Facet.WHEN, kind=PartKind.SAID_ON, words=said.iso)


def _marked(claim: Claim) -> Iterator[Part]:
    ticked = {item.span for item in claim.items}
    for name in claim.names:
        if name.kind is NameKind.OTHER and ticked and name.span not in ticked:
            continue  # a German noun, whose capital makes no name of it
        facet, kind = _KINDS.get(name.kind, (Facet.WHO, PartKind.NAME))
        yield from _part(claim, facet, kind, name.span)
    dates = [value.span for value in claim.dates if value.span is not None]
    for span in dates:
        yield from _part(claim, Facet.WHEN, PartKind.DATE, span)
    for quantity in claim.quantities:
        if not any(within(quantity.span, span) for span in dates):  # "three days ago"
            yield from _part(claim, Facet.HOW_MANY, PartKind.NUMBER, quantity.span)
    for span in claim.quotations:
        for part in _part(claim, Facet.QUOTED_WORDS, PartKind.QUOTATION, span):
            yield replace(part, words=part.words.strip(MARKS))


def _part(claim: Claim, facet: Facet, kind: PartKind, span: Span) -> Iterator[Part]:
    """Yield a part whose span, given in the revision, lies in the claim."""
    start, end = max(span.start, claim.start) - claim.start, min(span.end, claim.end) - claim.start
    if start < end:
        there = Span.cut(claim.verbatim, start, end)
        yield Part(facet=facet, kind=kind, words=there.text, span=there)


MARKS = "\"'“”‘’„‚«»‹›`,;. "
"""What stands around quoted words."""


def longest(parts: Sequence[Part]) -> list[Part]:
    """Leave out what lies in another part of its facet: "Reed" in "Ada Reed"."""
    return [
        part
        for place, part in enumerate(parts)
        if not any(
            other.facet is part.facet and _inside(part, other) and (other.span != part.span or at < place)
            for at, other in enumerate(parts)
            if at != place
        )
    ]


def _inside(part: Part, other: Part) -> bool:
    return part.span is not None and other.span is not None and within(part.span, other.span)


KIND_OF: Mapping[Facet, PartKind] = {
    Facet.WHO: PartKind.NAME,
    Facet.WHAT: PartKind.SAYING,
    Facet.WHEN: PartKind.DATE,
    Facet.WHERE: PartKind.PLACE,
    Facet.HOW_MANY: PartKind.NUMBER,
    Facet.QUOTED_WORDS: PartKind.QUOTATION,
}
"""What a part of a facet is, where extraction did not say it."""


def saying_of(claim: Claim, parts: Iterable[Part]) -> Part | None:
    """Return what the claim says of its names, figures and dates, as one part; None if it says nothing."""
    marked = [part.span for part in parts if part.span is not None and part.kind is not PartKind.QUOTATION]
    words = _telling(_without_marks(claim), [*marked, *_exactness(claim)])
    if not words:
        return None
    span = Span.cut(claim.verbatim, words[0].start, words[-1].end)
    return Part(facet=Facet.WHAT, kind=PartKind.SAYING, words=" ".join(word.text for word in words), span=span)


def _exactness(claim: Claim) -> Iterator[Span]:
    """Yield where figures stand with the words that say how exact they are, which say nothing without them."""
    from factcheck.text.quantities.exactness import operator_bounds

    for quantity in claim.quantities:
        start, end = quantity.span.start - claim.start, quantity.span.end - claim.start
        if 0 <= start < end <= len(claim.verbatim):
            there = replace(quantity, span=Span.cut(claim.verbatim, start, end))
            yield Span.cut(claim.verbatim, *operator_bounds(claim.verbatim, there))


def _without_marks(claim: Claim) -> str:
    """Return the words of a claim with blanks for the marks of notes in them."""
    text = claim.verbatim
    for one in claim.marks:
        low, high = one.start - claim.start, one.end - claim.start
        text = text[:low] + " " * (high - low) + text[high:]
    return text


def _telling(text: str, marked: Sequence[Span]) -> list[Word]:
    """Return the words that say something outside of names, figures and dates, each once."""
    from factcheck.text.words import split_words  # the stemmer takes 20 ms to load; the first frame needs none

    distinct: dict[str, Word] = {}
    for word in split_words(text):
        if not (word.is_stop or word.is_number or any(one.start <= word.start < one.end for one in marked)):
            distinct.setdefault(word.stem, word)
    return list(distinct.values())


def within(inner: Span, outer: Span) -> bool:
    """Whether a span lies in another."""
    return outer.start <= inner.start and inner.end <= outer.end


def touch(one: Span, other: Span) -> bool:
    """Whether two spans have a character in common."""
    return one.start < other.end and other.start < one.end
