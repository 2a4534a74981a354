"""The parts of a claim that a source can cover or contradict: who, what, when, where, how many, quoted words.

Read off what extraction marked in the claim, with what a comparator's reason points at beside that. What the claim says
of its names, figures and dates is one part. Nothing is searched here, and nothing heavy is loaded.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import lru_cache
from typing import TYPE_CHECKING

from factcheck.domain import Claim, Facet, Form, Judgement, NameKind, Polarity, Precision, Span

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


def parts_of(claim: Claim, judgements: Iterable[Judgement] = ()) -> tuple[Part, ...]:
    """Return the parts of a claim, facet by facet in the order of the text.

    `judgements`: what their reasons compared that extraction did not mark ("decades", a people) is a part, too.
    """
    found = [*_speaking(claim), *_longest([*_marked(claim)])]
    found += _compared(found, judgements)
    saying = _saying(claim, found)
    if saying:
        found.append(saying)
    return tuple(sorted(found, key=lambda part: (_ORDER.index(part.facet), part.span.start if part.span else -1)))


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
            yield replace(part, words=part.words.strip(_MARKS))


def _part(claim: Claim, facet: Facet, kind: PartKind, span: Span) -> Iterator[Part]:
    """Yield a part whose span, given in the revision, lies in the claim."""
    start, end = max(span.start, claim.start) - claim.start, min(span.end, claim.end) - claim.start
    if start < end:
        there = Span.cut(claim.verbatim, start, end)
        yield Part(facet=facet, kind=kind, words=there.text, span=there)


_MARKS = "\"'“”‘’„‚«»‹›`,;. "
"""What stands around quoted words."""


def _longest(parts: Sequence[Part]) -> list[Part]:
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


def _compared(known: Sequence[Part], judgements: Iterable[Judgement]) -> list[Part]:
    """Return the parts that reasons are about and nothing marked, each once."""
    found: dict[tuple[int, int], Part] = {}
    for judgement in judgements:
        for reason in judgement.reasons:
            if reason.facet in _WHOLE or reason.polarity is Polarity.CONTEXT:
                continue
            for span in reason.claim_spans:
                if not any(part.span and part.facet not in _WHOLE and touch(part.span, span) for part in known):
                    part = Part(facet=reason.facet, kind=_KIND_OF[reason.facet], words=span.text, span=span)
                    found.setdefault((span.start, span.end), part)
    return _longest(list(found.values()))


_WHOLE = frozenset([Facet.WHAT, Facet.QUOTED_WORDS])
"""Facets whose reasons point at words all over the claim."""
_KIND_OF: Mapping[Facet, PartKind] = {
    Facet.WHO: PartKind.NAME,
    Facet.WHAT: PartKind.SAYING,
    Facet.WHEN: PartKind.DATE,
    Facet.WHERE: PartKind.PLACE,
    Facet.HOW_MANY: PartKind.NUMBER,
    Facet.QUOTED_WORDS: PartKind.QUOTATION,
}


def _saying(claim: Claim, parts: Iterable[Part]) -> Part | None:
    """Return what the claim says of its names, figures and dates, as one part; None if it says nothing."""
    marked = [part.span for part in parts if part.span is not None and part.kind is not PartKind.QUOTATION]
    words = _telling(claim.verbatim, marked)
    if not words:
        return None
    span = Span.cut(claim.verbatim, words[0].start, words[-1].end)
    return Part(facet=Facet.WHAT, kind=PartKind.SAYING, words=" ".join(word.text for word in words), span=span)


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
