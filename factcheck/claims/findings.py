"""Find what stands in a whole article before its sentences are read: names, dates, quantities, quotations, language."""

from __future__ import annotations

import hashlib
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from factcheck.claims.people.registry import Registry, build_registry
from factcheck.claims.sentence.works import opens_title
from factcheck.claims.sources.shown_links import ShownLink, shown_links, without_links
from factcheck.claims.speech.german.nouns import nouns_of
from factcheck.domain import DateValue, Name, NameKind, Quantity
from factcheck.text.dates.finding import find_dates
from factcheck.text.glue import without_glue
from factcheck.text.languages.language import german_words, is_german
from factcheck.text.names.finding import find_names
from factcheck.text.quantities.finding import find_quantities
from factcheck.text.quotations import find_quotations

Pair = tuple[int, int]

FEW_GERMAN = 2  # German small words; fewer are names ("Das Kapital"), and no sentence is asked for its language


@dataclass(frozen=True, slots=True)
class Findings:
    """What was found in the whole text before its sentences are read; each tuple in order of appearance."""

    text: str
    work: str  # of the same length, with spaces for what a page glued into its sentences, and for shown links
    digest: str
    published: date | None
    registry: Registry
    dates: tuple[DateValue, ...]
    quantities: tuple[Quantity, ...]
    quotations: tuple[Pair, ...]
    german: bool = False
    some_german: bool = False
    links: tuple[ShownLink, ...] = ()
    aside: tuple[Pair, ...] = ()  # what is not the article's own
    nouns: frozenset[str] = frozenset()  # of a German text: words with a capital that are no names

    def own_between(self, start: int, end: int) -> int:
        """Return how many characters of the article's own stand in `[start, end)`."""
        low = bisect_left(self.aside, (start, 0))
        inside = self.aside[low : bisect_left(self.aside, (end, 0))]
        return end - start - sum(b - a for a, b in inside)


def find_all(text: str, published: date | None, aside: Sequence[Pair] = ()) -> Findings:
    """Find what stands in a text before its sentences are read. `published` anchors relative dates.

    `aside`: what is not the article's own, in order (teasers, furniture). Who is named there explains no name of the
    article, and no pronoun means them.
    """
    links = shown_links(text)
    work = without_links(without_glue(text), links)
    own = blanked(work, aside)
    german = is_german(text)
    some_german = german or german_words(text) >= FEW_GERMAN
    return Findings(
        text=text,
        work=work,
        links=links,
        digest=hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest(),
        published=published,
        registry=build_registry(own, _names(own)),
        dates=tuple(_dates(work, own, published, aside)),
        quantities=tuple(find_quantities(work)),
        quotations=tuple(_quotations(work, own, aside)),
        german=german,
        some_german=some_german,
        aside=tuple(aside),
        nouns=nouns_of(work) if some_german else frozenset(),
    )


def _names(text: str) -> list[Name]:
    """Return the names of a text, in order; the title of a work names nobody, whatever its shape."""
    return [
        replace(name, kind=NameKind.OTHER)
        if name.kind is NameKind.PERSON and opens_title(text, name.span.start)
        else name
        for name in find_names(text)
    ]


def _dates(work: str, own: str, published: date | None, aside: Sequence[Pair]) -> list[DateValue]:
    """Return the dates of a text, in order: those of the article are told by its own words, and not by a teaser's."""
    found = find_dates(own, anchor=published, unresolved=True)
    for low, high in aside:
        found += find_dates(work, anchor=published, start=low, end=high, unresolved=True)
    return sorted(found, key=lambda one: one.span.start if one.span else 0)


def _quotations(work: str, own: str, aside: Sequence[Pair]) -> list[Pair]:
    """Return the quotations of a text, in order: speech goes on past what stands aside, which has its own."""
    if not aside:
        return [(q.start, q.end) for q in find_quotations(work)]
    found = [find_quotations(own), *(find_quotations(work, low, high) for low, high in aside)]
    return sorted((q.start, q.end) for some in found for q in some)


def blanked(text: str, aside: Sequence[Pair]) -> str:
    """Return a text of the same length with spaces where something stands aside; its line ends stay."""
    parts: list[str] = []
    at = 0
    for low, high in aside:
        parts += [text[at:low], "".join(c if c.isspace() else " " for c in text[low:high])]
        at = high
    return "".join([*parts, text[at:]]) if at else text


__all__ = ["Findings", "blanked", "find_all"]
