"""Reading files: what type a file is, its records or its article. What cannot be read is a `Problem`, never silence.

The type is told by content first, by the file's name second. One file a format; libraries are loaded by the reader that
needs them.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path

from factcheck.corpus.readers import html, markdown, plain, rows, subtitles
from factcheck.corpus.readers.article import ArticleFile, packed_article, packed_kind, text_article
from factcheck.corpus.readers.decoding import decode
from factcheck.corpus.records import fields_of, make_document
from factcheck.corpus.tiers import TierRules
from factcheck.domain import Document, Problem
from factcheck.errors import InputError

__all__ = ["FORMATS", "LARGEST_FILE", "ArticleFile", "parse_article", "read_article", "read_documents"]

LARGEST_FILE = 64 * 1024 * 1024
"""Bytes of one file that are read. Larger ones are archives, and have to be split."""

Records = Callable[[str], Iterable[Mapping[str, object] | str]]

FORMATS: Mapping[str, Records] = {
    "html": html.read_records,
    "markdown": markdown.read_records,
    "csv": rows.read_csv,
    "jsonl": rows.read_json_lines,
    "json": rows.read_json,
    "subtitles": subtitles.read_records,
    "text": plain.read_records,
}
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
_HTML = re.compile(
    r"\A\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,2000}?-->\s*)?<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
_SUBTITLES = re.compile(
    r"\A\s*(?:WEBVTT\b|(?:\d{1,5}[ \t]*\r?\n)?\d{2}:\d{2}:\d{2},\d{3} --> \d{2}:\d{2}:\d{2},\d{3}[ \t]*\r?\n)"
)
_BINARY_HEADS: Mapping[bytes, str] = {
    b"%PDF-": "a PDF",
    b"PK\x03\x04": "a ZIP archive or an office document",
    b"{\\rtf": "an RTF document",
    b"\x89PNG": "an image",
    b"\xff\xd8\xff": "an image",
    b"GIF8": "an image",
    b"\x1f\x8b": "a gzip archive",
    b"\xd0\xcf\x11\xe0": "an old office document",
    b"SQLite format 3": "a database",
}


def read_article(path: Path) -> ArticleFile:
    """Read an article from a text, Markdown, HTML, DOCX, PDF or subtitle file. A .txt file's text is what it holds.

    Raises:
        InputError: it is missing, a folder, unreadable, empty, binary, or larger than LARGEST_FILE.
    """
    return parse_article(_bytes_of(path), path.name)


def parse_article(data: bytes, name: str) -> ArticleFile:
    """Read an article from bytes; `name` helps to tell its type.

    Raises:
        InputError: it is empty, binary, too large or of a type that is no article.
    """
    packed = packed_kind(data, name) if len(data) <= LARGEST_FILE else ""
    if packed:
        found = packed_article(data, name, packed)
    else:
        text, kind, notice = _open(data, name)
        read = text_article(text, kind, (notice,) if notice else ())
        if read is None:
            raise InputError(
                f"is a {kind} file of records, not an article", hint="add it with `factcheck corpus add`", subject=name
            )
        found = read
    if not found.text.strip():
        raise InputError("has no text in it", hint="is it the right file?", subject=name)
    return found


def read_documents(path: Path, *, rules: TierRules | None = None) -> Iterator[Document | Problem]:
    """Yield the documents of a file, or of every file below a folder, in the order of names.

    Raises:
        InputError: the path does not exist.
    """
    if not path.exists():
        raise InputError("there is no such file or folder", hint="check the path", subject=str(path))
    for file, problem in _files(path):
        if problem:
            yield problem
        else:
            yield from _documents_of(file, rules or TierRules())


def _documents_of(path: Path, rules: TierRules) -> Iterator[Document | Problem]:
    try:
        text, kind, notice = _open(_bytes_of(path), path.name)
        if notice:
            yield Problem(path=str(path), reason=notice.reason, remedy=notice.remedy)
        found = list(_records(text, kind, path, rules))
    except InputError as error:
        yield Problem(path=str(path), reason=error.message, remedy=error.hint or "mend the file and add it again")
        return
    if not found:
        yield Problem(path=str(path), reason="holds no record", remedy="is it the right file?")
    yield from found


def _records(text: str, kind: str, path: Path, rules: TierRules) -> Iterator[Document | Problem]:
    several = kind in {"csv", "json", "jsonl"}
    for number, record in enumerate(FORMATS[kind](text)):
        where = f"{path}#{number}" if several else str(path)
        if isinstance(record, str):
            yield Problem(path=where, reason=record, remedy="mend that record and add the file again")
            continue
        document = make_document(fields_of(record), where, rules)
        if document.text.strip():
            yield document
        else:
            reason = "has no text" if not several else "has no text (looked for a column 'text', 'body' or 'content')"
            yield Problem(path=where, reason=reason, remedy="name the column that holds the text 'text'")


def _files(path: Path) -> Iterator[tuple[Path, Problem | None]]:
    """Yield the files below a path, in the order of names; folders seen already (links) are passed over."""
    if path.is_file():
        yield path, None
        return
    seen: set[str] = set()
    for folder, folders, names in os.walk(path, followlinks=True):
        real = os.path.realpath(folder)
        if real in seen:
            folders.clear()
            continue
        seen.add(real)
        folders[:] = sorted(f for f in folders if not f.startswith("."))
        for name in sorted(names):
            file = Path(folder) / name
            if name.startswith("."):
                yield file, Problem(path=str(file), reason="is hidden", remedy="name it itself to add it")
            elif not file.is_file():
                yield file, Problem(path=str(file), reason="is no regular file", remedy="add a copy of it")
            else:
                yield file, None


def _bytes_of(path: Path) -> bytes:
    try:
        if path.stat().st_size > LARGEST_FILE:
            raise InputError(
                f"is larger than {LARGEST_FILE // 2**20} MB", hint="split it into smaller files", subject=str(path)
            )
        return path.read_bytes()
    except FileNotFoundError as error:
        raise InputError("there is no such file", hint="check the path", subject=str(path)) from error
    except IsADirectoryError as error:
        raise InputError("is a folder, not an article", hint="name a file in it", subject=str(path)) from error
    except OSError as error:
        raise InputError(f"cannot be read: {error.strerror}", hint="check its rights", subject=str(path)) from error


def _open(data: bytes, name: str) -> tuple[str, str, Problem | None]:
    """Return the text of a file, its type, and what was uncertain about its encoding."""
    if not data.strip():
        raise InputError("is empty", hint="is it the right file?", subject=name)
    if len(data) > LARGEST_FILE:
        raise InputError(f"is larger than {LARGEST_FILE // 2**20} MB", hint="split it", subject=name)
    for head, what in _BINARY_HEADS.items():
        if data.startswith(head):
            raise InputError(f"is {what}, which cannot be read yet", hint="export it as text or HTML", subject=name)
    text, notice = decode(data, name)
    return text, _kind(text, name), notice


def _kind(text: str, name: str) -> str:
    if _HTML.match(text[:4000]):
        return "html"
    suffix = Path(name).suffix.lower()
    if _SUBTITLES.match(text[:4000]):
        return "subtitles"
    by_name = SUFFIXES.get(suffix)
    if by_name is None:
        raise InputError(f"is of a type that is not known ({suffix})", hint="export it as text or HTML", subject=name)
    if by_name == "json" and "\n" in text.strip() and text.lstrip().startswith("{"):
        first = text.strip().split("\n", 1)[0]
        return "jsonl" if first.rstrip().endswith("}") else "json"
    return by_name
