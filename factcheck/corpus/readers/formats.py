"""The formats that documents are read from, in one place: how each is told and which reader takes it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import BinaryIO

from factcheck.corpus.readers import html, markdown, plain, rows, subtitles
from factcheck.corpus.readers.found import Found, Part
from factcheck.domain import Marker

Fields = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Container:
    """A format that is read from its bytes. `tells(head, name)` knows it."""

    name: str
    tells: Callable[[bytes, str], bool]
    read: Callable[[BinaryIO, Part], Iterator[Found]]


def _alone(read: Callable[[str], Iterable[Fields]]) -> Callable[[str], Iterator[tuple[Fields, tuple[Marker, ...]]]]:
    def with_markers(text: str) -> Iterator[tuple[Fields, tuple[Marker, ...]]]:
        for record in read(text):
            yield record, ()

    return with_markers


STREAMED: Mapping[str, Callable[[BinaryIO], Iterator[rows.Row]]] = {
    "csv": rows.read_csv,
    "jsonl": rows.read_json_lines,
}
"""Formats of rows in UTF-8, read row by row."""

TEXTS: Mapping[str, Callable[[str], Iterator[tuple[Fields, tuple[Marker, ...]]]]] = {
    "html": _alone(html.read_records),
    "markdown": _alone(markdown.read_records),
    "subtitles": subtitles.read_records,
    "text": _alone(plain.read_records),
}
"""Formats of one text, read as a whole, with locators of places in it."""

CONTAINERS: tuple[Container, ...] = ()


def container_of(head: bytes, name: str) -> Container | None:
    """Return the format of bytes that are no plain text; None for texts and for what is not known."""
    return next((one for one in CONTAINERS if one.tells(head, name)), None)
