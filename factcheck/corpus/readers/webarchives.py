"""WARC: the pages of a web crawl, each one document. Source: ISO 28500 through warcio. WACZ is a ZIP of these."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import Any, BinaryIO
from urllib.parse import urlsplit

from factcheck.corpus.readers.found import Found, Part
from factcheck.corpus.records import encodable
from factcheck.domain import Problem

_SUFFIXES = {"text/html": ".html", "application/xhtml+xml": ".html", "text/plain": ".txt", "application/pdf": ".pdf"}
"""The types that hold text for readers; scripts, styles, pictures are not counted as documents that are missing."""


def is_warc(head: bytes, _: str) -> bool:
    """Tell a WARC by its first line."""
    return head.startswith(b"WARC/")


def read_warc(stream: BinaryIO, part: Part) -> Iterator[Found]:
    """Yield the pages that were answered with status 200, as they come."""
    from warcio.archiveiterator import ArchiveIterator
    from warcio.exceptions import ArchiveLoadFailed

    others = 0
    try:
        for record in ArchiveIterator(stream):
            if page := _page(record, part):
                yield page
            else:
                others += record.rec_type == "response"
    except ArchiveLoadFailed as error:
        yield Problem(
            path=part.path, reason=f"is damaged: {error!s:.120}", remedy="get it again; the rest was not read"
        )
    if others:
        yield Problem(
            path=part.path, reason=f"{others} answers are no pages (pictures, scripts, errors)", remedy="nothing to do"
        )


def _page(record: Any, part: Part) -> Part | None:  # noqa: ANN401 - warcio's record
    headers = record.http_headers
    if record.rec_type != "response" or headers is None or headers.get_statuscode() != "200":
        return None
    kind = (headers.get_header("Content-Type") or "").partition(";")[0].strip().lower()
    if kind not in _SUFFIXES:
        return None
    url = encodable(record.rec_headers.get_header("WARC-Target-URI") or "").strip("<>")
    taken = encodable(record.rec_headers.get_header("WARC-Date") or "")
    try:
        name = PurePosixPath(urlsplit(url).path).stem or "page"
    except ValueError:
        name = "page"
    name += _SUFFIXES[kind]
    fields = {"url": url, "fetched": taken}
    return Part(stream=record.content_stream(), name=name, path=f"{part.path}!{url}", fields=fields)
