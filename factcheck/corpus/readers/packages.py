"""Look into a ZIP before anything unpacks it: which kind of document it is, and that it stays within bounds."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Mapping

from factcheck.errors import InputError

LARGEST_XML = 64 * 1024 * 1024
"""Bytes of XML in a document, unpacked; a tree of it takes some ten times as much. A novel has 10 MB."""

LARGEST_UNPACKED = 256 * 1024 * 1024
"""Bytes of a document with its pictures, unpacked: four times the largest file, which pictures never reach."""

MOST_PARTS = 10_000

PROLOG = 4096
"""Bytes in which the prolog of a part of a document is looked for."""

_OTHERS: Mapping[str, str] = {
    "xl/workbook.xml": "a spreadsheet (XLSX)",
    "ppt/presentation.xml": "a presentation (PPTX)",
    "META-INF/manifest.xml": "an OpenDocument file or a Java archive",
    "META-INF/container.xml": "an EPUB book",
}


def check_docx(data: bytes, name: str) -> None:
    """Make sure that these bytes are a DOCX that can be unpacked. The sizes that a ZIP declares bind its reader.

    Raises:
        InputError: it is damaged, something else, protected by a password, or would grow out of bounds.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = archive.infolist()
            typed = any(_declares_type(archive, entry) for entry in entries[:MOST_PARTS])
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OverflowError, zlib.error) as error:
        raise InputError(
            "begins like a ZIP archive or an office document and is damaged",
            hint="open it in a word processor and save it again as DOCX",
            subject=name,
        ) from error
    names = {entry.filename for entry in entries}
    if "word/document.xml" not in names and not _says_word(names):
        what = next((what for part, what in _OTHERS.items() if part in names), "a ZIP archive without a Word document")
        raise InputError(f"is {what}, not an article", hint="save the article as DOCX, HTML or text", subject=name)
    check_package(entries, name)
    if typed:
        raise InputError(
            "declares XML entities, as no word processor does; words that they stand for would be missing",
            hint="open it in a word processor and save it again as DOCX",
            subject=name,
        )


def _declares_type(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bool:
    """Tell whether a part has a document type declaration, which stands before its first element."""
    if not entry.filename.lower().endswith(".xml") or entry.flag_bits & 1:
        return False
    with archive.open(entry) as part:
        return b"<!DOCTYPE" in part.read(PROLOG).replace(b"\0", b"").upper()  # UTF-16 too


def _says_word(names: set[str]) -> bool:
    return "[Content_Types].xml" in names and any(part.startswith("word/") for part in names)


def check_package(entries: list[zipfile.ZipInfo], name: str) -> None:
    """Make sure that the parts of an office document stay within bounds.

    Raises:
        InputError: one is encrypted, or they would grow out of bounds.
    """
    if any(entry.flag_bits & 1 for entry in entries):
        raise InputError("is encrypted", hint="save it without a password", subject=name)
    xml = sum(entry.file_size for entry in entries if entry.filename.lower().endswith((".xml", ".rels")))
    unpacked = sum(entry.file_size for entry in entries)
    if len(entries) > MOST_PARTS or xml > LARGEST_XML or unpacked > LARGEST_UNPACKED:
        raise InputError(
            f"would unpack to {unpacked // 2**20} MB in {len(entries)} parts, too much for one document",
            hint="save the text alone as a new DOCX",
            subject=name,
        )
