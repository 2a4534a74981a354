"""Open a text: its encoding, and its type, told by content first and by name second."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import BinaryIO

from factcheck.corpus.columns import names_records
from factcheck.corpus.readers import html
from factcheck.corpus.readers.charsets import page_text
from factcheck.corpus.readers.decoding import decode
from factcheck.domain import Problem
from factcheck.errors import InputError

LARGEST_FILE = 64 * 1024 * 1024
"""Bytes of one file that are read. Larger ones are archives, and have to be split."""
SPREADSHEETS = frozenset([".xlsx", ".xlsm", ".xls", ".ods"])
_PACKED = frozenset([".docx", ".pdf", ".odt", ".zip"])
SUFFIXES: Mapping[str, str] = {
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".md": "markdown",
    ".markdown": "markdown",
    ".csv": "csv",
    ".tsv": "csv",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".json": "json",
    ".srt": "subtitles",
    ".vtt": "subtitles",
    ".txt": "text",
    ".text": "text",
    "": "text",
}
HEADS = 512
"""Bytes in which a binary file whose first ones are letters has a zero."""
_SPLIT_FILE = "split it into smaller files"
_BEGINNING = 8_000
"""Characters, from the first one that is no blank, by which a type is told."""
_HTML = re.compile(
    r"\A(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,2000}?-->\s*)?<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
_FRAGMENT = re.compile(
    r"\A(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,2000}?-->\s*)?<(?:title|h[1-6r]|p|pre|div|span|font|table|style|script"
    r"|meta|link|base|article|aside|section|main|header|nav|center|figure|blockquote|form|[ou]l|[abi]|br|img)(?:\s[^<>]{0,500})?>.*?</",
    re.IGNORECASE | re.DOTALL,
)
"""A page without its outer elements, which HTML lets a page leave out. Source: WHATWG MIME Sniffing, 7.1, and ours."""
_SUBTITLES = re.compile(
    r"\A(?:WEBVTT\b|(?:\d{1,5}[ \t]*\r?\n)?\d{2}:\d{2}:\d{2},\d{3} --> \d{2}:\d{2}:\d{2},\d{3}[ \t]*\r?\n)"
)
_ARRAY = re.compile(r"\[\s*\{\s*\"[^\"\n]{1,200}\"\s*:")
_OBJECT = re.compile(r"\{\s*\"[^\"\n]{1,200}\"\s*:")
LONGEST_FIRST = 1024 * 1024
"""Characters of a first line that are looked at to tell records."""
_EXPORT, _UNPACK = "export it as text or HTML", "unpack it and add what is in it"
_TRANSCRIPT = "add its subtitles or a transcript"
_BINARY_HEADS: Mapping[bytes, tuple[str, str]] = {
    b"%PDF-": ("a PDF", _EXPORT),
    b"PK\x03\x04": ("a ZIP archive or an office document", _EXPORT),
    b"{\\rtf": ("an RTF document", _EXPORT),
    b"\x89PNG": ("an image", _EXPORT),
    b"\xff\xd8\xff": ("an image", _EXPORT),
    b"GIF8": ("an image", _EXPORT),
    b"\xd0\xcf\x11\xe0": ("an old office document", _EXPORT),
    b"SQLite format 3": ("a database", _EXPORT),
    b"\x1a\x45\xdf\xa3": ("a film", _TRANSCRIPT),
    b"\x1f\x8b": ("a gzip archive", _UNPACK),
    b"\xfd7zXZ\x00": ("an xz archive", _UNPACK),
    b"\x28\xb5\x2f\xfd": ("a Zstandard archive", _UNPACK),
    b"7z\xbc\xaf\x27\x1c": ("a 7z archive", _UNPACK),
    b"Rar!\x1a\x07": ("a RAR archive", _UNPACK),
    b"\x04\x22\x4d\x18": ("an LZ4 archive", _UNPACK),
    b"\x1f\x9d": ("an archive of compress (.Z)", _UNPACK),
}
"""First bytes -> what begins so, and what to do about it."""
_LETTERED_HEADS: Mapping[bytes, tuple[str, str]] = {
    b"BZh": ("a bzip2 archive", _UNPACK),
    b"LZIP": ("a lzip archive", _UNPACK),
    b"MSCF": ("a Windows cabinet (CAB)", _UNPACK),
    b"!<arch>\n": ("an ar archive", _UNPACK),
    b"RIFF": ("a picture, sound or film", _TRANSCRIPT),
    b"ID3": ("a sound recording", _TRANSCRIPT),
    b"OggS": ("a sound or film", _TRANSCRIPT),
    b"PAR1": ("a Parquet file", "export it as CSV or JSON Lines"),
}
"""The same that a text may begin with, too: binary files have a zero byte soon after."""
_FILM = re.compile(rb"\A\x00\x00.{2}ftyp", re.DOTALL)
_XML = re.compile(
    r"\A(?P<said><\?xml(?:(?!\?>).){0,500}\?>)?\s*(?:(?:<!--(?:(?!-->).){0,2000}-->|<\?(?:(?!\?>).){0,500}\?>)\s*){0,9}"
    r"(?:<!DOCTYPE[^\[>]{0,500}(?:\[.{0,2000}?\]\s*)?>\s*)?<(?P<root>[\w:.-]{1,80})",
    re.DOTALL,
)
"""The declaration of XML, which may be missing, and the first element."""


def check_size(size: int, largest: int, hint: str, name: str) -> None:
    """Refuse more bytes than `largest`.

    Raises:
        InputError: says so.
    """
    if size > largest:
        raise InputError(f"is larger than {largest // 2**20} MB", hint=hint, subject=name)


def whole(stream: BinaryIO, name: str) -> bytes:
    """Return the bytes of a stream.

    Raises:
        InputError: there are more than LARGEST_FILE.
    """
    data = stream.read(LARGEST_FILE + 1)
    check_size(len(data), LARGEST_FILE, _SPLIT_FILE, name)
    return data


def in_memory(stream: BinaryIO, name: str) -> BinaryIO:
    """Return a stream that can be read from any place: itself, or its bytes.

    Raises:
        InputError: there are more than LARGEST_FILE.
    """
    return stream if stream.seekable() else io.BytesIO(whole(stream, name))


def refuse_binary(data: bytes, name: str) -> None:
    """Refuse what is known to be no text, by its first bytes.

    Raises:
        InputError: says what it is.
    """
    told = next((told for head, told in _BINARY_HEADS.items() if data.startswith(head)), None)
    if b"\x00" in data[:HEADS]:
        lettered = (told for head, told in _LETTERED_HEADS.items() if data.startswith(head))
        told = told or next(lettered, ("a film or sound", _TRANSCRIPT) if _FILM.match(data) else None)
    if told is None:
        return
    what, remedy = told
    if remedy == _EXPORT and Path(name).suffix.lower() in SPREADSHEETS:
        what, remedy = "a spreadsheet", "export each sheet as CSV"
    raise InputError(f"is {what}, which cannot be read yet", hint=remedy, subject=name)


def open_text(data: bytes, name: str) -> tuple[str, str, Problem | None]:
    """Return the text of a file, its type, and what was uncertain about its encoding."""
    if not data.strip():
        raise InputError("is empty", hint="is it the right file?", subject=name)
    check_size(len(data), LARGEST_FILE, _SPLIT_FILE, name)
    refuse_binary(data, name)
    text, notice = page_text(data, "", name) if _is_old_page(data, name) else decode(data, name)
    kind = kind_of(text, name)
    deep = too_deep(text, name) if kind == "html" else None
    return html.level(text) if deep else text, kind, deep or notice


def _is_old_page(data: bytes, name: str) -> bool:
    """Whether bytes are a page that is no UTF-8: in which charset it is, it may declare itself."""
    begins = data[:_BEGINNING].decode("latin-1").lstrip()
    if not (SUFFIXES.get(Path(name).suffix.lower()) == "html" or _HTML.match(begins)):
        return False
    try:
        data.decode()
    except UnicodeDecodeError:
        return True
    return False


def too_deep(page: str, name: str) -> Problem | None:
    """Tell of a page that is nested so deep that its layout is not read to the end."""
    depth = html.nesting(page)
    if depth <= html.DEEPEST:
        return None
    reason = f"has elements nested {depth} deep; below a depth of {html.DEEPEST} its words were read without layout"
    return Problem(path=name, reason=reason, remedy="hold the text against the page")


def kind_of(text: str, name: str) -> str:
    """Return the type of a text, told by its first lines or by its name.

    Raises:
        InputError: neither tells.
    """
    begins = text.lstrip()[:_BEGINNING]
    suffix = Path(name).suffix.lower()
    if _HTML.match(begins) or (SUFFIXES.get(suffix) in ("html", "text") and _FRAGMENT.match(begins)):
        return "html"
    found = _XML.match(begins)
    if found and (found["said"] or suffix == ".xml"):
        what = f"is an XML file of a kind that is not known (its first element is <{found['root']}>)"
        raise InputError(what, hint="export it as NITF, NewsML-G2, RSS, HTML or text", subject=name)
    if _SUBTITLES.match(begins):
        return "subtitles"
    by_name = SUFFIXES.get(suffix)
    if by_name in (None, "text", "json", "jsonl") and (
        records := _records_in(text.lstrip("\ufeff \t\r\n"), by_name or "")
    ):
        return records
    if by_name is None and (suffix in SPREADSHEETS or suffix in _PACKED):
        what = f"is no {suffix.removeprefix('.')} file inside: damaged, or of another type under this name"
        raise InputError(what, hint="get it anew, or export it as text or CSV", subject=name)
    if by_name is None:
        raise InputError(f"is of a type that is not known ({suffix})", hint="export it as text or HTML", subject=name)
    return by_name


def _records_in(text: str, by_name: str) -> str:
    """Return the format of records, whatever the file is called; "" for prose, which may well begin with a bracket."""
    if _ARRAY.match(text):
        return "json"
    first = text[:LONGEST_FIRST].split("\n", 1)[0].rstrip()
    if text.startswith("{"):
        named = by_name in ("json", "jsonl")
        if _is_object(first):
            return by_name if named and "\n" not in text.rstrip() else "jsonl"
        return "json" if _OBJECT.match(text) and not (named and by_name == "jsonl") else ""
    return "csv" if not by_name.startswith("json") and names_records(first) else ""


def _is_object(line: str) -> bool:
    try:
        return bool(isinstance(json.loads(line), dict))
    except (ValueError, RecursionError):
        return False
