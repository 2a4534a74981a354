"""The formats that documents are read from, in one place: how each is told and which reader takes it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import BinaryIO

from factcheck.corpus.readers import (
    archives,
    feeds,
    html,
    mail,
    markdown,
    papers,
    plain,
    rows,
    sheets,
    subtitles,
    webarchives,
    wires,
)
from factcheck.corpus.readers.found import Found, Part
from factcheck.corpus.readers.pdf import is_pdf
from factcheck.domain import Marker, Problem

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


STREAMED: Mapping[str, Callable[[BinaryIO], Iterator[rows.Placed]]] = {
    "csv": rows.read_csv,
    "jsonl": rows.read_json_lines,
}
"""Formats of rows in UTF-8, read row by row."""

TEXTS: Mapping[str, Callable[[str], Iterator[tuple[Fields, tuple[Marker, ...]] | Problem]]] = {
    "html": html.read_records,
    "markdown": markdown.read_records,
    "subtitles": subtitles.read_records,
    "text": _alone(plain.read_records),
}
"""Formats of one text, read as a whole, with locators of places in it."""

_BZIP2 = re.compile(rb"BZh[1-9](?:1AY&SY|\x17\x72\x45\x38\x50\x90)")

CONTAINERS: tuple[Container, ...] = (
    Container("DOCX, ODT, XLSX, ODS, ZIP, WACZ", lambda head, _: head.startswith(b"PK\x03\x04"), archives.read_zip),
    Container("RTF", lambda head, _: head.startswith(b"{\\rtf"), papers.read_rtf),
    Container("XLS", sheets.is_old, sheets.read_sheets),
    Container("gzip", lambda head, _: head.startswith(b"\x1f\x8b"), archives.read_gzip),
    Container("xz", lambda head, _: head.startswith(b"\xfd7zXZ\x00"), archives.read_xz),
    Container("bzip2", lambda head, _: _BZIP2.match(head) is not None, archives.read_bzip2),
    Container("zstd", lambda head, _: head.startswith(b"\x28\xb5\x2f\xfd"), archives.read_zstd),
    Container("tar", archives.is_tar, archives.read_tar),
    Container("WARC", webarchives.is_warc, webarchives.read_warc),
    Container("mbox", mail.is_mailbox, mail.read_mailbox),
    Container("NITF", wires.is_nitf, wires.read_nitf),
    Container("NewsML-G2", wires.is_newsml, wires.read_newsml),
    Container("RSS/Atom", feeds.is_feed, feeds.read_feed),
    Container("JSON Feed", feeds.is_json_feed, feeds.read_json_feed),
    Container("EML", mail.is_message, mail.read_message),
    Container("PDF", lambda head, _: is_pdf(head), papers.read_pdf),
)
"""In the order in which they are tried: a PDF last, since an archive may begin with one that it holds."""

NAMES = ("text", "Markdown", "HTML", "CSV/TSV", "JSON Lines", "JSON", "subtitles", *(one.name for one in CONTAINERS))
"""What can be read, for help texts."""


def container_of(head: bytes, name: str) -> Container | None:
    """Return the format of bytes that are no plain text; None for texts and for what is not known."""
    return next((one for one in CONTAINERS if one.tells(head, name)), None)
