"""What is worked out of a document before it is kept and indexed. Pure, so that other processes can do it."""

from __future__ import annotations

import re
from contextlib import suppress
from dataclasses import replace

import msgspec

from factcheck.corpus.origins import Sketch, sketch
from factcheck.corpus.passages import split_passages
from factcheck.corpus.records import fold_digest
from factcheck.corpus.references import reference_of
from factcheck.corpus.tables import is_table, read_table
from factcheck.corpus.vintages import sketch_table
from factcheck.domain import Document, Indexed, Marker, Passage, Source
from factcheck.errors import InputError
from factcheck.text.languages.stems import primary_language

_PLACE = re.compile(r"(?P<what>line|record)-(?P<number>\d+)")


class Prepared(msgspec.Struct, frozen=True, array_like=True, kw_only=True):
    """A document with the places of its passages (`[start, end)`, locator) and the sketch of its text."""

    source: Source
    text: str
    markers: tuple[Marker, ...] = ()
    places: tuple[tuple[int, int, str], ...]
    sketch: Sketch
    ruled: bool = False

    def indexed(self, number: int) -> Indexed:
        """Return the document as the index takes it; `number`: its own in the store."""
        passages = (Passage(text=self.text[a:b], start=a, end=b, locator=name) for a, b, name in self.places)
        reference = reference_of(number, self.source.id)
        return Indexed(source=self.source, passages=tuple(passages), reference=reference)


def prepare(document: Document) -> Prepared:
    """Work out what is to be kept of a document; its origin, too, where whoever made it gave none."""
    places = tuple((passage.start, passage.end, passage.locator) for passage in passages_of(document))
    return Prepared(
        source=_with_origin(document),
        text=document.text,
        markers=document.markers,
        places=places,
        sketch=sketch_of(document),
        ruled=document.ruled,
    )


def _with_origin(document: Document) -> Source:
    source = document.source
    return source if source.origin else replace(source, origin=fold_digest(document.text))


def indexed(number: int, document: Document) -> Indexed:
    """Return a document of the store, by its number there, as the index takes it."""
    reference = reference_of(number, document.source.id)
    return Indexed(source=document.source, passages=passages_of(document), reference=reference)


def sketch_of(document: Document) -> Sketch:
    """Return what a document is known by among others: a table by its figures, anything else by its words."""
    if is_table(document.source):
        with suppress(InputError):  # no CSV any more: a text like others
            return sketch_table(read_table(document))
    return sketch(document.text)


def passages_of(document: Document) -> tuple[Passage, ...]:
    """Cut a document into passages; a table has none, its cells are cited by hand."""
    if is_table(document.source):
        return ()
    source = document.source
    language = primary_language(source.language)
    return split_passages(document.text, place_label(source.path), document.markers, language=language)


def place_label(path: str) -> str:
    """Return the locator of a record in its file ("line 7", "record 3"), from 1 as people count; "" for a whole file.

    The path names the same ("news.jsonl#line-7"); one with a bare number, of an earlier version, counts from 0.
    """
    within = path.rpartition("#")[2] if "#" in path else ""
    if found := _PLACE.fullmatch(within):
        return f"{found['what']} {found['number']}"
    return f"record {int(within) + 1}" if within.isdecimal() else ""
