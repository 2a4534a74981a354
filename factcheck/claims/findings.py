"""Find what stands in a whole article before its sentences are read: names, dates, quantities, quotations, language."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import date

from factcheck.claims.registry import Registry, build_registry
from factcheck.domain import DateValue, Quantity
from factcheck.text.dates import find_dates
from factcheck.text.glue import without_glue
from factcheck.text.language import german_words, is_german
from factcheck.text.names import find_names
from factcheck.text.quantities import find_quantities
from factcheck.text.quotations import find_quotations

Pair = tuple[int, int]

FEW_GERMAN = 2  # German small words; fewer are names ("Das Kapital"), and no sentence is asked for its language


@dataclass(frozen=True, slots=True)
class Findings:
    """What was found in the whole text before its sentences are read; each tuple in order of appearance."""

    text: str
    work: str  # of the same length, with spaces for what a page glued into its sentences
    digest: str
    published: date | None
    registry: Registry
    dates: tuple[DateValue, ...]
    quantities: tuple[Quantity, ...]
    quotations: tuple[Pair, ...]
    german: bool = False
    some_german: bool = False


def find_all(text: str, published: date | None) -> Findings:
    """Find what stands in a text before its sentences are read. `published` anchors relative dates."""
    work = without_glue(text)
    return Findings(
        text=text,
        work=work,
        digest=hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest(),
        published=published,
        registry=build_registry(work, find_names(work)),
        dates=tuple(find_dates(work, anchor=published, unresolved=True)),
        quantities=tuple(find_quantities(work)),
        quotations=tuple((q.start, q.end) for q in find_quotations(work)),
        german=is_german(text),
        some_german=german_words(text) >= FEW_GERMAN,
    )


__all__ = ["Findings", "find_all"]
