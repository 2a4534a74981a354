"""Pages kept as received: WARC 1.1 files under the SHA-256 of the payload, for any tool that reads WARC.

`snapshots/ab/abcd…/20241114T120000000000.warc.gz` holds all exchanges of one fetch, redirects included: for each a
response and its request (no request where it was played from a recording), and at the end a metadata record. One
payload fetched twice has two files in one folder.
Secrets are taken out before anything is written: a payload that repeats one (`echoes`) is addressed by the digest of
what is kept, with that of what was received beside it. Source: ISO 28500:2017 (WARC 1.1).
"""

from __future__ import annotations

import hashlib
import io
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from http import HTTPStatus
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from factcheck.errors import FetchError, InputError, StorageError
from factcheck.files import NEVER_ENDS, may_never_end
from factcheck.web.exchanges import Exchange, Fetched, Headers
from factcheck.web.files import UNFINISHED, remove_unfinished, write_whole
from factcheck.web.safety import in_ascii
from factcheck.web.secrets import safe_headers, without_secrets
from factcheck.web.unpacking import Unpacker

SNAPSHOTS = "snapshots"
"""Their folder in a workspace."""
_RECEIVED_AS = {"transfer-encoding": "X-Crawler-Transfer-Encoding"}
"""The payload is kept without its chunks, so no header may announce them; web archives rename it like this."""
_CACHE = "X-Factcheck-Cache"
"""Our own field (readers pass over those they do not know): the answer was remembered, and not asked for then."""
_RECORDING = "X-Factcheck-Recording"
"""Our own field: the answer was played from this recording, and not received at the date of the record."""
_RECEIVED = "X-Factcheck-Received-Digest"
"""Our own field: the digest of a payload as it came, where a secret that it repeated was taken out."""
_MASKED = "X-Factcheck-Masked"
"""Our own field: what was taken out of such a payload, in words."""
_TRUNCATED = "WARC-Truncated"
_GZIP_HEAD = 10  # bytes; RFC 1952, 2.3
_PIECE = 65_536  # bytes
LARGEST = 64 * 1024 * 1024
"""Bytes of a file of ours when it is unpacked: see `requesting` for what a page may have; redirects add a few."""
_UNREADABLE = (OSError, EOFError, zlib.error, FetchError, ValueError, LookupError, AttributeError)
_STAMP = "%Y%m%dT%H%M%S%f"
_ISO = "%Y-%m-%dT%H:%M:%S.%fZ"


@dataclass(frozen=True, slots=True, kw_only=True)
class Snapshot:
    """One fetch as it was kept. `digest` is the SHA-256 (hexadecimal) of the last payload, still packed."""

    digest: str
    path: Path
    url: str
    """The address after all redirects."""
    text_digest: str
    """SHA-256 of the text that was extracted from the page then."""
    markup: str = ""
    """What the page said of itself in JSON-LD, as JSON."""
    asked: str = ""
    """The address that was asked for."""
    exchanges: tuple[Exchange, ...]


class SnapshotStore:
    """The folder `snapshots/` of a workspace."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def keep(self, fetched: Fetched, *, text: str, markup: str = "") -> Snapshot:
        """Write a fetch, whole or not at all; `text` is what was extracted from it, `markup` its JSON-LD, on one line.

        Raises:
            StorageError: the disk does not take it.
        """
        exchanges = tuple(_safe(exchange) for exchange in fetched.exchanges)
        last = exchanges[-1]
        text_digest = hashlib.sha256(text.encode()).hexdigest()
        path = self.place(fetched)
        facts = {
            "asked-for": without_secrets(fetched.asked),
            "final-url": last.url,
            "status": str(last.status),
            **({"markup": markup} if markup else {}),
            **({"played-from-recording": last.recording} if last.recording else {}),
            "text-digest": f"sha256:{text_digest}",
        }
        try:
            write_whole(path, _warc(exchanges, facts), first_in=self._folder / UNFINISHED)
        except OSError as error:
            hint = (
                "make room on the disk, or allow writing there; then fetch again: what is kept already is not asked for"
            )
            raise StorageError(
                f"the snapshot cannot be written: {error.strerror}", subject=str(path), hint=hint
            ) from error
        return Snapshot(
            digest=path.parent.name,
            path=path,
            url=last.url,
            text_digest=text_digest,
            asked=facts["asked-for"],
            exchanges=exchanges,
        )

    def tidy(self) -> None:
        """Remove what runs that were killed left unfinished."""
        remove_unfinished(self._folder / UNFINISHED)

    def place(self, fetched: Fetched) -> Path:
        """Return the file that a fetch is written to."""
        digest = hashlib.sha256(fetched.last.payload).hexdigest()
        return self._folder_of(digest) / _name_of(fetched.last)

    def of(self, digest: str) -> list[Path]:
        """Return the files of a payload, the oldest first; none if it was never kept."""
        return sorted(self._folder_of(digest).glob("*.warc.gz"))

    def _folder_of(self, digest: str) -> Path:
        return self._folder / digest[:2] / digest


def digest_of_file(path: Path) -> str:
    """Return the SHA-256 (hexadecimal) of a file as it was written; the log has it.

    Raises:
        StorageError: the file cannot be read.
    """
    try:
        return hashlib.sha256(_contents(path)).hexdigest()
    except OSError as error:
        raise StorageError("the snapshot cannot be read", subject=str(path), hint=str(error)) from error


def read_snapshot(path: Path) -> Snapshot:
    """Read a fetch back, and check each payload against the digest that was kept with it.

    Raises:
        InputError: there is no such file.
        StorageError: the file is damaged or altered.
    """
    try:
        return snapshot_in(_contents(path), path)
    except FileNotFoundError as error:
        raise InputError("there is no such snapshot", subject=str(path)) from error
    except OSError as error:
        raise StorageError("the snapshot cannot be read", subject=str(path), hint=str(error)) from error


def snapshot_in(contents: bytes, path: Path) -> Snapshot:
    """Read a fetch from the bytes of a file; `path` names it, and its folder the digest. Nothing is opened.

    Raises:
        StorageError: the file is damaged or altered, or unpacks to more than any of ours.
    """
    from warcio.exceptions import ArchiveLoadFailed

    try:
        plain = _unpacked(contents)
        _check_packing(contents)
        exchanges, facts = _records(io.BytesIO(plain))
    except _UNREADABLE as error:
        raise StorageError("the snapshot cannot be read", subject=str(path), hint=str(error)) from error
    except ArchiveLoadFailed as error:
        raise StorageError("the snapshot cannot be read", subject=str(path), hint=str(error)) from error
    if "text-digest" not in facts:  # the last record of every file
        raise StorageError("the snapshot is incomplete", subject=str(path))
    digest = path.parent.name
    if not exchanges or hashlib.sha256(exchanges[-1].payload).hexdigest() != digest:
        raise StorageError("the snapshot is not what was kept: its digest differs", subject=str(path))
    if path.name != _name_of(exchanges[-1]):
        raise StorageError("the snapshot is not what was kept: it is named by another moment", subject=str(path))
    return Snapshot(
        digest=digest,
        path=path,
        url=exchanges[-1].url,
        text_digest=facts["text-digest"].removeprefix("sha256:"),
        markup=facts.get("markup", ""),
        asked=facts.get("asked-for", ""),
        exchanges=tuple(exchanges),
    )


def _name_of(last: Exchange) -> str:
    return f"{last.asked_at.astimezone(UTC):{_STAMP}}.warc.gz"


def _contents(path: Path) -> bytes:
    """Read a file, never a pipe or a device.

    Raises:
        OSError: it is one, or cannot be read.
    """
    if may_never_end(path):
        raise OSError(NEVER_ENDS)
    return path.read_bytes()


def _safe(exchange: Exchange) -> Exchange:
    return replace(
        exchange,
        url=without_secrets(exchange.url),
        request_headers=_in_ascii(safe_headers(exchange.request_headers)),
        headers=_in_ascii(safe_headers(exchange.headers)),
    )


def _in_ascii(headers: Headers) -> Headers:
    """Return headers as a WARC file can hold them: some sites send other bytes."""
    return tuple((in_ascii(name), in_ascii(value)) for name, value in headers)


def _warc(exchanges: tuple[Exchange, ...], facts: dict[str, str]) -> bytes:
    from warcio.warcwriter import WARCWriter

    contents = io.BytesIO()
    writer: Any = WARCWriter(contents, gzip=True, warc_version="1.1")
    writer.write_record(writer.create_warcinfo_record("", {"software": "factcheck", "format": "WARC File Format 1.1"}))
    for exchange in exchanges:
        response = _response(writer, exchange)
        if exchange.recording:  # no request was sent
            writer.write_record(response)
        else:
            writer.write_request_response_pair(_request(writer, exchange), response)
    writer.write_record(_metadata(writer, exchanges[-1], response, facts))
    return contents.getvalue()


def _response(writer: Any, exchange: Exchange) -> Any:  # noqa: ANN401 - warcio has no types
    from warcio.statusandheaders import StatusAndHeaders

    headers = [(_RECEIVED_AS.get(name.lower(), name), value) for name, value in exchange.headers]
    status = f"{exchange.status} {_phrase(exchange.status)}".strip()
    about = {
        "WARC-Date": exchange.asked_at.astimezone(UTC).strftime(_ISO),
        "WARC-Payload-Digest": f"sha256:{hashlib.sha256(exchange.payload).hexdigest()}",
        "WARC-Protocol": exchange.http_version.lower(),
    }
    more = {
        _CACHE: "fresh" if exchange.cached else "",
        _RECORDING: exchange.recording,
        "WARC-IP-Address": exchange.address,
        _TRUNCATED: exchange.truncated,
        _RECEIVED: f"sha256:{exchange.received}" if exchange.received else "",
        _MASKED: exchange.masked,
    }
    about |= {name: value for name, value in more.items() if value}
    return writer.create_warc_record(
        exchange.url,
        "response",
        payload=io.BytesIO(exchange.payload),
        length=len(exchange.payload),
        warc_headers_dict=about,
        http_headers=StatusAndHeaders(status, headers, protocol="HTTP/1.1"),
    )


def _request(writer: Any, exchange: Exchange) -> Any:  # noqa: ANN401
    from warcio.statusandheaders import StatusAndHeaders

    parts = urlsplit(exchange.url)
    target = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    http_headers = StatusAndHeaders(f"GET {target} HTTP/1.1", list(exchange.request_headers), is_http_request=True)
    return writer.create_warc_record(exchange.url, "request", http_headers=http_headers)


def _metadata(writer: Any, exchange: Exchange, response: Any, facts: dict[str, str]) -> Any:  # noqa: ANN401
    fields = "".join(f"{name}: {value}\r\n" for name, value in facts.items()).encode()
    return writer.create_warc_record(
        exchange.url,
        "metadata",
        payload=io.BytesIO(fields),
        length=len(fields),
        warc_headers_dict={
            "WARC-Date": exchange.asked_at.astimezone(UTC).strftime(_ISO),
            "WARC-Concurrent-To": response.rec_headers.get_header("WARC-Record-ID"),
        },
    )


def _phrase(status: int) -> str:
    try:
        return HTTPStatus(status).phrase
    except ValueError:
        return ""


def _unpacked(contents: bytes) -> bytes:
    """Unpack a file, within a limit: before anything else is done with what somebody may have made to harm.

    Raises:
        FetchError: it is damaged, or more than any of ours.
    """
    unpacker = Unpacker("gzip", limit=LARGEST)
    plain = unpacker.feed(contents)
    unpacker.finish()
    return plain


def _check_packing(contents: bytes) -> None:
    """Hold the heads of the gzip members against one another: no sum covers them, and one writer wrote them all.

    Raises:
        ValueError: one of them differs.
        zlib.error: what follows one differs from its sum.
    """
    heads = set()
    while contents:
        heads.add(contents[:_GZIP_HEAD])
        unpacker = zlib.decompressobj(zlib.MAX_WBITS | 16)
        unpacker.decompress(contents)
        if not unpacker.eof:
            raise ValueError("it breaks off")
        contents = unpacker.unused_data
    if len(heads) > 1:
        raise ValueError("the head of a gzip member differs")


def _records(stream: Any) -> tuple[list[Exchange], dict[str, str]]:  # noqa: ANN401 - a binary file
    """Read the exchanges, each from its response and the request that follows it, and the fields of the metadata."""
    from warcio.archiveiterator import ArchiveIterator

    exchanges: list[Exchange] = []
    facts: dict[str, str] = {}
    for record in ArchiveIterator(stream, check_digests="raise"):
        if record.rec_type == "response":
            exchanges.append(_exchange(record))
        elif record.rec_type == "request":
            exchanges[-1] = replace(exchanges[-1], request_headers=_headers(record))
        elif record.rec_type == "metadata":
            facts.update(_fields(_whole(record).decode()))
    return exchanges, facts


def _exchange(record: Any) -> Exchange:  # noqa: ANN401
    about = record.rec_headers
    return Exchange(
        url=_field(about, "WARC-Target-URI"),
        asked_at=datetime.strptime(_field(about, "WARC-Date"), _ISO).replace(tzinfo=UTC),
        request_headers=(),
        http_version=(about.get_header("WARC-Protocol") or "").upper(),
        status=int(record.http_headers.get_statuscode() or ""),
        headers=_headers(record),
        payload=_whole(record),
        address=about.get_header("WARC-IP-Address") or "",
        cached=about.get_header(_CACHE) == "fresh",
        recording=about.get_header(_RECORDING) or "",
        truncated=about.get_header(_TRUNCATED) or "",
        received=(about.get_header(_RECEIVED) or "").removeprefix("sha256:"),
        masked=about.get_header(_MASKED) or "",
    )


def _field(about: Any, name: str) -> str:  # noqa: ANN401
    value: str | None = about.get_header(name)
    if value is None:
        raise ValueError(f"a record has no {name}")
    return value


def _whole(record: Any) -> bytes:  # noqa: ANN401
    """Read what follows the headers of a record: warcio hands it out in pieces, and is silent if some are missing."""
    contents = b"".join(iter(lambda: record.raw_stream.read(_PIECE), b""))
    if record.raw_stream.limit:
        raise ValueError("it breaks off")
    return contents


def _headers(record: Any) -> Headers:  # noqa: ANN401
    return tuple((str(name), str(value)) for name, value in record.http_headers.headers)


def _fields(text: str) -> dict[str, str]:
    return dict(_pairs(text))


def _pairs(text: str) -> Iterator[tuple[str, str]]:
    for line in text.splitlines():
        name, _, value = line.partition(": ")
        yield name, value
