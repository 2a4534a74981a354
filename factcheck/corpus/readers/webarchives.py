"""WARC: the pages of a web crawl, each one document. Source: ISO 28500 through warcio. WACZ is a ZIP of these."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import Any, BinaryIO
from urllib.parse import urlsplit

from factcheck.corpus.readers.found import Found, Part
from factcheck.corpus.records import encodable
from factcheck.domain import Problem

_SUFFIXES = {
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "text/plain": ".txt",
    "text/markdown": ".md",
    "application/pdf": ".pdf",
    "application/rtf": ".rtf",
    "text/rtf": ".rtf",
    "application/rss+xml": ".xml",
    "application/atom+xml": ".xml",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
    "application/vnd.oasis.opendocument.text": ".odt",
}
"""The types that hold text for readers; scripts, styles, pictures are not counted as documents that are missing."""
_KEPT = frozenset(["resource", "conversion"])
"""Records of a page without its answer: as a tool made it itself, or as another made text of it (WET)."""


def is_warc(head: bytes, _: str) -> bool:
    """Tell a WARC by its first line."""
    return head.startswith(b"WARC/")


def read_warc(stream: BinaryIO, part: Part) -> Iterator[Found]:
    """Yield the pages that were answered with status 200, or kept without the answer, as they come."""
    from warcio.archiveiterator import ArchiveIterator
    from warcio.exceptions import ArchiveLoadFailed

    others = 0
    try:
        for record in ArchiveIterator(stream):
            if page := _page(record, part):
                yield page
            else:
                others += record.rec_type in {"response", *_KEPT}
    except ArchiveLoadFailed as error:
        yield Problem(
            path=part.path, reason=f"is damaged: {error!s:.120}", remedy="get it again; the rest was not read"
        )
    if others:
        yield Problem(
            path=part.path, reason=f"{others} answers are no pages (pictures, scripts, errors)", remedy="nothing to do"
        )


def _page(record: Any, part: Part) -> Part | None:  # noqa: ANN401 - warcio's record
    kind = _kind_of(record)
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


def _kind_of(record: Any) -> str:  # noqa: ANN401 - warcio's record
    """Return the type of the page in a record, HTML where it does not say; "" where there is none."""
    headers = record.rec_headers if record.rec_type in _KEPT else record.http_headers
    if headers is None or (record.rec_type not in _KEPT and record.rec_type != "response"):
        return ""
    if record.rec_type == "response" and headers.get_statuscode() != "200":
        return ""
    return (headers.get_header("Content-Type") or "text/html").partition(";")[0].strip().lower()
