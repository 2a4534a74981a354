"""Mail: one message (EML) or many (mbox). Each is a document; its attachments are read in turn.

Source: RFC 5322 and 2045 ff., through Python's email package; RFC 4155 for mbox. A page that a browser saved as one
file (MHTML) is built the same, and is read as the page.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from email import message_from_bytes, policy
from email.message import EmailMessage
from email.utils import parsedate_to_datetime
from typing import Any, BinaryIO

from factcheck.corpus.readers import html
from factcheck.corpus.readers.charsets import page_text
from factcheck.corpus.readers.found import Found, Part, Record
from factcheck.corpus.readers.opening import LARGEST_FILE, too_deep, whole
from factcheck.corpus.records import encodable
from factcheck.domain import Problem
from factcheck.errors import InputError

_HEADERS = re.compile(
    rb"\A(?:[!-9;-~]{1,76}:[^\n]*\n(?:[ \t][^\n]*\n)*)*?"
    rb"(?:MIME-Version:|Message-ID:|Return-Path:"
    rb"|Received:\s{0,9}(?:\(|(?:from|by)\s{1,9}\S{1,300}\s{0,9}(?:\(|;|(?:by|with|via|id|for)\s)))",
    re.IGNORECASE,
)
_BEGINS = re.compile(
    rb"From (?:[^\n]{0,300}\b(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun),?\s[^\n]{0,60}\d\d?:\d\d[^\n]{0,200}"
    rb"|(?:-|MAILER-DAEMON|[^\n@]{0,80}@[^\s@]{1,200})[ \t]*\r?)(?:\n|\Z)"
)
"""The line that begins a message: who sent it and when, or who alone. Prose begins with "From" as well."""
_MAILBOX = re.compile(rb"\A%b[!-9;-~]{1,76}:" % _BEGINS.pattern)
_SAVED = re.compile(r"[\s<\"']*Saved by\b", re.IGNORECASE)
_PAGES = frozenset(["text/html", "application/xhtml+xml"])
_SEALED = frozenset(["application/pkcs7-mime", "application/x-pkcs7-mime"])
LONGEST_LINE = 1024 * 1024
"""Bytes of a line of mail read at a time; the standard allows 998."""


def is_message(head: bytes, name: str) -> bool:
    """Tell a message by headers that only mail has, or by its name."""
    return name.lower().endswith(".eml") or _HEADERS.match(head[:16_000]) is not None


def is_mailbox(head: bytes, _: str) -> bool:
    """Tell an mbox by the line that begins each message."""
    return _MAILBOX.match(head) is not None


def read_message(stream: BinaryIO, part: Part) -> Iterator[Found]:
    """Yield the one message of an EML, and its attachments."""
    yield from _message(whole(stream, part.path), part.path)


def read_mailbox(stream: BinaryIO, part: Part) -> Iterator[Found]:
    """Yield the messages of an mbox, one in memory at a time."""
    for number, data in enumerate(_messages(stream), start=1):
        path = f"{part.path}#record-{number}"
        if len(data) > LARGEST_FILE:
            yield Problem(
                path=path, reason=f"is larger than {LARGEST_FILE // 2**20} MB", remedy="save its attachments alone"
            )
            continue
        yield from _message(data, path)


def _messages(stream: BinaryIO) -> Iterator[bytes]:
    """Split at the lines that begin messages, behind a blank one. What is beyond the limit is not kept."""
    lines: list[bytes] = []
    size = 0
    blank, begins = True, True
    while line := stream.readline(LONGEST_LINE):
        if begins and blank and _BEGINS.match(line):
            if lines:
                yield b"".join(lines)
            lines, size = [], 0
        elif size <= LARGEST_FILE:
            lines.append(line[1:] if begins and line.startswith(b">From ") else line)
            size += len(line)
        blank = begins and not line.strip()
        begins = line.endswith(b"\n")
    if lines:
        yield b"".join(lines)


def _message(data: bytes, path: str) -> Iterator[Found]:
    try:
        message = message_from_bytes(data, policy=policy.default)
        if is_encrypted(message):
            yield Problem(
                path=path, reason="is encrypted", remedy="decrypt it in your mail program and save it as text"
            )
            return
        if page := _saved_page(message):
            yield from _page(page, message, path)
            return
        fields, doubts = _fields(message, path)
        attachments = list(_attachments(message, path))
    except Exception as error:  # noqa: BLE001 - a hostile header makes the parser raise nearly anything
        yield Problem(path=path, reason=f"is no message that can be read: {error!r:.120}", remedy="save it as text")
        return
    yield from doubts
    if fields["text"] or not attachments:
        yield Record(fields=fields, path=path)
    yield from attachments


def _saved_page(message: EmailMessage) -> EmailMessage | None:
    """Return the page in what a browser saved as one file (MHTML), which is built as a mail; None for a mail.

    Source: RFC 2557; "Saved by" stands in place of a sender in what Chrome, Edge, Safari and Internet Explorer write.
    """
    saved = message["snapshot-content-location"] or _SAVED.match(str(message["from"] or ""))
    if not saved:
        return None
    return next((part for part in message.walk() if part.get_content_type() in _PAGES), None)


def _page(page: EmailMessage, message: EmailMessage, path: str) -> Iterator[Found]:
    """Yield a saved page, in UTF-8; its styles and frames are parts of it, and no documents."""
    text, doubt = _content(page, path)
    if doubt:
        yield doubt
    url = str(message["snapshot-content-location"] or page["content-location"] or "")
    fields = {"url": encodable(url.strip())}
    yield Part(stream=io.BytesIO(text.encode("utf-8", "replace")), name="page.html", path=path, fields=fields)


def is_encrypted(message: EmailMessage) -> bool:
    """Whether a message is one that only its receiver reads. Source: RFC 1847, RFC 8551."""
    kind = message.get_content_type()
    signed = "signed" in str(message.get_param("smime-type") or "")
    return kind == "multipart/encrypted" or (kind in _SEALED and not signed)


def _fields(message: EmailMessage, path: str) -> tuple[dict[str, str], list[Problem]]:
    """Return the fields of a message, and what of its words is not certain or was not read in full."""
    body = message.get_body(("plain", "html"))
    text, doubt = _content(body, path) if body is not None else ("", None)
    deep = None
    if body is not None and body.get_content_subtype() == "html":
        deep, text = too_deep(text, path), html.words_of(text)
    sent = str(message["date"] or "")
    fields = {
        "text": text,
        "title": str(message["subject"] or ""),
        "author": str(message["from"] or ""),
        "published": day_of(sent) or sent,
    }
    return fields, [one for one in (doubt, deep) if one]


def _content(part: Any, path: str) -> tuple[str, Problem | None]:  # noqa: ANN401 - a part of a message
    """Return the words of a part in the charset that it declares, unless its bytes show another, which is told."""
    data = bytes(part.get_payload(decode=True) or b"")
    try:
        return page_text(data, str(part["content-type"] or ""), path)
    except InputError:  # bytes that are no text
        return data.decode("utf-8", "replace"), None


def _attachments(message: EmailMessage, path: str) -> Iterator[Part]:
    for number, part in enumerate(message.iter_attachments(), start=1):
        name = part.get_filename() or f"attachment-{number}.{'eml' if part.is_multipart() else 'txt'}"
        inner = part.get_payload()
        if isinstance(inner, list):
            data = b"".join(one.as_bytes() for one in inner if isinstance(one, EmailMessage))
        else:
            data = bytes(part.get_payload(decode=True) or b"")
        yield Part(stream=io.BytesIO(data), name=name, path=f"{path}!{encodable(name)}")


def day_of(value: str) -> str:
    """Return the ISO date of a mail date; "" for anything else."""
    try:
        return parsedate_to_datetime(value).date().isoformat()
    except (ValueError, TypeError, OverflowError):
        return ""
