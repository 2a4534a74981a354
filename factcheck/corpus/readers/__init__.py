"""Reading files: what type a file is, its records or its article. What cannot be read is a `Problem`, never silence.

The type is told by content first, by the file's name second. One file a format; libraries are loaded by the reader that
needs them.
"""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from factcheck.corpus.readers import html, markdown, plain, rows, subtitles
from factcheck.corpus.readers.article import ArticleFile, packed_article, packed_kind, text_article
from factcheck.corpus.readers.decoding import decode
from factcheck.corpus.records import encodable, fields_of, make_document
from factcheck.corpus.tables import holds_figures
from factcheck.corpus.tiers import TierRules
from factcheck.domain import Document, Problem
from factcheck.errors import InputError

__all__ = [
    "FORMATS",
    "LARGEST_ARTICLE",
    "LARGEST_FILE",
    "ArticleFile",
    "check_path",
    "list_files",
    "parse_article",
    "read_article",
    "read_documents",
]

LARGEST_FILE = 64 * 1024 * 1024
"""Bytes of one file that are read. Larger ones are archives, and have to be split."""
LARGEST_ARTICLE = 4 * 1024 * 1024
"""Bytes of one article: several novels. Every sentence may become a claim that somebody decides on; what is larger was
named by mistake, and would be worked on for hours. A DOCX or PDF may be larger for its pictures; its text may not."""
PACKED = frozenset([".docx", ".pdf"])
SPREADSHEETS = frozenset([".xlsx", ".xlsm", ".xls", ".ods"])

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
_RIGHTS = "make it readable for you, or leave it out"
_SPLIT_FILE = "split it into smaller files"
_SPLIT_ARTICLE = "split it; an archive to check against goes to `factcheck corpus add`"
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
        InputError: it is missing, a folder, unreadable, empty, binary, or larger than LARGEST_ARTICLE.
    """
    largest = LARGEST_FILE if path.suffix.lower() in PACKED else LARGEST_ARTICLE
    return parse_article(_bytes_of(path, largest, _SPLIT_ARTICLE), path.name)


def parse_article(data: bytes, name: str) -> ArticleFile:
    """Read an article from bytes; `name` helps to tell its type.

    Raises:
        InputError: it is empty, binary, too large or of a type that is no article.
    """
    packed = packed_kind(data, name)
    _check_size(len(data), LARGEST_FILE if packed else LARGEST_ARTICLE, _SPLIT_ARTICLE, name)
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
        why = next(((notice.reason, notice.remedy) for notice in found.notices), None)
        reason, remedy = why or ("has no text in it", "is it the right file?")
        raise InputError(reason, hint=remedy, subject=name)
    _check_size(len(found.text), LARGEST_ARTICLE, _SPLIT_ARTICLE, name)
    return found


def read_documents(path: Path, *, rules: TierRules | None = None) -> Iterator[Document | Problem]:
    """Yield the documents of a file, or of every file below a folder, in the order of names.

    Raises:
        InputError: the path does not exist.
    """
    check_path(path)
    for file, problem in list_files(path):
        if problem:
            yield replace(problem, path=encodable(problem.path))
        else:
            yield from _documents_of(file, rules or TierRules())


def check_path(path: Path) -> None:
    """Refuse a path that does not exist or cannot be looked at.

    Raises:
        InputError: says which.
    """
    try:
        path.stat()
    except (FileNotFoundError, NotADirectoryError) as error:
        raise InputError("there is no such file or folder", hint="check the path", subject=str(path)) from error
    except OSError as error:
        raise InputError(f"cannot be read: {error.strerror}", hint=_RIGHTS, subject=str(path)) from error
    except ValueError as error:  # a NUL in the name
        raise InputError("is no path", hint="check the path", subject=repr(str(path))) from error


def _documents_of(path: Path, rules: TierRules) -> Iterator[Document | Problem]:
    name = encodable(str(path))
    try:
        text, kind, notice = _open(_bytes_of(path, LARGEST_FILE, _SPLIT_FILE), path.name)
        if notice:
            yield Problem(path=name, reason=notice.reason, remedy=notice.remedy)
        found = list(_records(text, kind, name, rules))
    except InputError as error:
        yield Problem(path=name, reason=error.message, remedy=error.hint or "mend the file and add it again")
        return
    if not found:
        yield Problem(path=name, reason="holds no record", remedy="is it the right file?")
    yield from found


def _records(text: str, kind: str, path: str, rules: TierRules) -> Iterator[Document | Problem]:
    if kind == "csv" and holds_figures(text):
        yield make_document({"text": _from_the_first_row(text), "title": Path(path).stem}, path, rules)
        return
    several = kind in {"csv", "json", "jsonl"}
    for number, record in enumerate(FORMATS[kind](text)):
        where = f"{path}#{number}" if several else path
        if isinstance(record, str):
            yield Problem(path=where, reason=record, remedy="mend that record and add the file again")
            continue
        document = make_document(fields_of(record), where, rules)
        if document.text.strip():
            yield document
        else:
            reason = "has no text" if not several else "has no text (looked for a column 'text', 'body' or 'content')"
            yield Problem(path=where, reason=reason, remedy="name the column that holds the text 'text'")


def _from_the_first_row(text: str) -> str:
    """Return a table's text so that blank rows at its start, which a document's text has not, still count."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    rest = text.lstrip("\n")
    return ",\n" * (len(text) - len(rest)) + rest


def list_files(path: Path) -> Iterator[tuple[Path, Problem | None]]:
    """Yield the files below a path, in the order of names; folders seen already (links) are passed over."""
    if not path.is_dir():
        yield path, None
        return
    seen: set[str] = set()
    unread: list[OSError] = []
    for folder, folders, names in os.walk(path, followlinks=True, onerror=unread.append):
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
    for error in unread:
        told = Problem(path=str(error.filename), reason=f"cannot be read: {error.strerror}", remedy=_RIGHTS)
        yield Path(error.filename), told


def _check_size(size: int, largest: int, hint: str, name: str) -> None:
    if size > largest:
        raise InputError(f"is larger than {largest // 2**20} MB", hint=hint, subject=name)


def _bytes_of(path: Path, largest: int, hint: str) -> bytes:
    try:
        found = path.stat()
        if stat.S_ISDIR(found.st_mode):
            raise InputError("is a folder, not an article", hint="name a file in it", subject=str(path))
        _check_size(found.st_size, largest, hint, str(path))
        with path.open("rb") as file:
            return file.read(largest + 1)  # a pipe or device has no size of its own; the caller looks at what came
    except FileNotFoundError as error:
        raise InputError("there is no such file", hint="check the path", subject=str(path)) from error
    except OSError as error:
        raise InputError(f"cannot be read: {error.strerror}", hint=_RIGHTS, subject=str(path)) from error
    except ValueError as error:  # a NUL in the name
        raise InputError("is no path", hint="check the path", subject=repr(str(path))) from error


def _open(data: bytes, name: str) -> tuple[str, str, Problem | None]:
    """Return the text of a file, its type, and what was uncertain about its encoding."""
    if not data.strip():
        raise InputError("is empty", hint="is it the right file?", subject=name)
    _check_size(len(data), LARGEST_FILE, _SPLIT_FILE, name)
    for head, what in _BINARY_HEADS.items():
        if data.startswith(head):
            if Path(name).suffix.lower() in SPREADSHEETS:
                reason, remedy = "is a spreadsheet, which cannot be read yet", "export each sheet as CSV"
            else:
                reason, remedy = f"is {what}, which cannot be read yet", "export it as text or HTML"
            raise InputError(reason, hint=remedy, subject=name)
    text, notice = decode(data, name)
    kind = _kind(text, name)
    return text, kind, (_too_deep(text, name) if kind == "html" else None) or notice


def _too_deep(page: str, name: str) -> Problem | None:
    depth = html.nesting(page)
    if depth <= html.DEEPEST:
        return None
    reason = f"has elements nested {depth} deep; the text below a depth of {html.DEEPEST} was not read"
    return Problem(path=name, reason=reason, remedy="save the page as text, and read that")


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
