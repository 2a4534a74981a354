"""The rows of the index: what is kept of a passage, and how what a search found is read back.

What every hit is asked for stands in columns (the library's fast fields), which are read for all of them at once: to
unpack their rows takes four times as long (0.35 ms for 50 of a million, 0.09 ms so; measured 2026-11).
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

import tantivy

from factcheck.corpus.index_queries import day_number
from factcheck.domain import Found, Indexed, Passage
from factcheck.text.languages.stems import index_text, primary_language

COLUMNS = ("reference", "start", "end", "place")
NUMBERED = ("paragraph", "line", "record", "page")
"""Locators that are such a word and a number, and kept as a number; others, as time codes, are kept as they are."""

_NUMBERED = re.compile(rf"({'|'.join(NUMBERED)}) ([1-9][0-9]{{0,8}})")
_WORD = 10**9
"""What a place counts on for each word; the longest number is below it."""


def rows_of(document: Indexed) -> list[tantivy.Document]:
    """Return the rows of a document, one a passage."""
    fields = _fields(document)
    return [_row(passage, fields, document.source.language) for passage in document.passages]


def _fields(document: Indexed) -> dict[str, object]:
    """Return what the passages of a document have in common."""
    source = document.source
    title = index_text(source.title, source.language)
    fields: dict[str, object] = {"source": source.id, "title": title, "tier": str(source.tier)}
    fields["reference"] = document.reference
    if source.publisher:
        fields["publisher"] = source.publisher.casefold()
    if source.language:
        whole = source.language.casefold()
        fields["language"] = list(dict.fromkeys([whole, primary_language(whole)]))
    if source.published:
        fields["published"] = day_number(source.published)
    return fields


def _row(passage: Passage, fields: Mapping[str, object], language: str) -> tantivy.Document:
    words = index_text(passage.text, language)
    place = place_of(passage.locator)
    where = {"locator": passage.locator} if place is None else {"place": place}
    return tantivy.Document(text=words, start=passage.start, end=passage.end, **where, **fields)


def found_at(searcher: Any, hits: Sequence[tuple[float, Any]]) -> list[Found]:  # noqa: ANN401 - tantivy's own types
    """Return what stands where a search found something (score, address), in the same order."""
    addresses = [address for _, address in hits]
    columns = [searcher.fast_field_values(name, addresses) for name in COLUMNS]
    return [
        Found(
            reference=reference,
            start=start,
            end=end,
            locator=searcher.doc(address)["locator"][0] if place is None else locator_at(place),
            bm25=float(score),
        )
        for (score, address), reference, start, end, place in zip(hits, *columns, strict=True)
    ]


def place_of(locator: str) -> int | None:
    """Return a locator as a number, or None where it is no word and number."""
    found = _NUMBERED.fullmatch(locator)
    return NUMBERED.index(found[1]) * _WORD + int(found[2]) if found else None


def locator_at(place: int) -> str:
    """Return the locator that a number stands for."""
    word, number = divmod(place, _WORD)
    return f"{NUMBERED[word]} {number}"


__all__ = ["found_at", "locator_at", "place_of", "rows_of"]
