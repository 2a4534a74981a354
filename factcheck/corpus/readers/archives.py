"""Archives: ZIP and tar, and what gzip, xz, bzip2 and Zstandard packed.

Their members are read in turn; nothing is written to the disk, whatever its name.
"""

from __future__ import annotations

import gzip
import tarfile
import zipfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import PurePosixPath
from typing import BinaryIO

from factcheck.corpus.readers import papers, sheets, unpacking
from factcheck.corpus.readers.found import Found, Part
from factcheck.corpus.readers.opening import in_memory
from factcheck.corpus.records import encodable
from factcheck.domain import Problem
from factcheck.errors import InputError

_NO_PASSWORD = "unpack it with its password and add what is in it"  # noqa: S105 - advice
_OTHERS: Mapping[str, str] = {
    "ppt/presentation.xml": "a presentation (PPTX)",
    "META-INF/container.xml": "an EPUB book",
}
_MEMBER_HEAD = 30
"""Bytes before the name and the data of a member. Source: APPNOTE.TXT 4.3.7."""
_PACKED = frozenset(["gz", "xz", "bz2", "zst"])
_TARS = frozenset(["tgz", "txz", "tbz", "tbz2", "tzst"])
Reader = Callable[[BinaryIO, Part], Iterator[Found]]


def read_zip(stream: BinaryIO, part: Part) -> Iterator[Found]:
    """Yield what a ZIP holds: an office document, or the members of an archive."""
    seekable = in_memory(stream, part.path)
    try:
        archive = zipfile.ZipFile(seekable)
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OverflowError) as error:
        raise InputError(
            "begins like a ZIP archive or an office document and is damaged",
            hint="open it in the program that made it and save it again",
        ) from error
    with archive:
        names = set(archive.namelist())
        if reader := _office(archive, names):
            seekable.seek(0)
            yield from reader(seekable, part)
        else:
            yield from _members(archive, part, web="datapackage.json" in names)


def read_tar(stream: BinaryIO, part: Part) -> Iterator[Found]:
    """Yield the members of a tar archive, in one pass. Links in it are told: they may lead anywhere."""
    with tarfile.open(fileobj=stream, mode="r|") as archive:
        for member in archive:
            path = f"{part.path}!{encodable(member.name)}"
            if member.isdir():
                continue
            file = archive.extractfile(member) if member.isfile() else None
            if file is None:
                yield Problem(path=path, reason="is no regular file in its archive", remedy="add a copy of it")
            else:
                yield Part(stream=file, name=PurePosixPath(member.name).name, path=path)  # type: ignore[arg-type]


def read_gzip(stream: BinaryIO, part: Part) -> Iterator[Found]:
    """Yield the one file in a gzip."""
    with gzip.GzipFile(fileobj=stream) as file:
        yield _only(file, part)


def read_xz(stream: BinaryIO, part: Part) -> Iterator[Found]:
    """Yield the one file in an xz."""
    yield _only(unpacking.unpack_xz(stream), part)


def read_bzip2(stream: BinaryIO, part: Part) -> Iterator[Found]:
    """Yield the one file in a bzip2."""
    yield _only(unpacking.unpack_bzip2(stream), part)


def read_zstd(stream: BinaryIO, part: Part) -> Iterator[Found]:
    """Yield the one file in a Zstandard file."""
    yield _only(unpacking.unpack_zstd(stream), part)


def _only(file: object, part: Part) -> Part:
    """Return the file that was packed alone, by the name that it had: notes.txt in notes.txt.xz, x.tar in x.txz."""
    stem, dot, end = part.name.rpartition(".")
    packed = end.lower()
    name = f"{stem}.tar" if packed in _TARS else stem if dot and packed in _PACKED else part.name
    return Part(stream=file, name=name, path=f"{part.path}!{name}")  # type: ignore[arg-type]


def is_tar(head: bytes, _: str) -> bool:
    """Tell a tar archive by the mark in its first header."""
    return head[257:262] == b"ustar"


def _office(archive: zipfile.ZipFile, names: set[str]) -> Reader | None:
    if what := next((what for name, what in _OTHERS.items() if name in names), None):
        raise InputError(f"is {what}, which cannot be read yet", hint="export it as PDF, text or HTML")
    if "xl/workbook.xml" in names or "xl/workbook.bin" in names:
        return sheets.read_sheets
    if "word/document.xml" in names or "[Content_Types].xml" in names:
        return papers.read_docx
    if "mimetype" not in names or archive.getinfo("mimetype").file_size > 200:  # noqa: PLR2004 - a media type
        return None
    kind = archive.read("mimetype").decode(errors="replace")
    if "opendocument.spreadsheet" in kind:
        return sheets.read_sheets
    if "opendocument.text" in kind:
        return papers.read_odt
    raise InputError(f"is of a type that is not known ({kind[:80]})", hint="export it as text or HTML")


def _members(archive: zipfile.ZipFile, part: Part, *, web: bool) -> Iterator[Found]:
    """Yield the members; of a web archive (WACZ) those that hold pages, not its indexes."""
    entries = _apart(archive.infolist())
    if overlapping := len(archive.infolist()) - len(entries):
        reason = f"has {overlapping} members that lie within others (a zip bomb?); they were not read"
        yield Problem(path=part.path, reason=reason, remedy="unpack it yourself, look at it and add what is in it")
    for entry in entries:
        path = f"{part.path}!{encodable(entry.filename)}"
        if entry.is_dir() or (web and not entry.filename.startswith("archive/")):
            continue
        if entry.flag_bits & 1:
            yield Problem(path=path, reason="is encrypted", remedy=_NO_PASSWORD)
            continue
        try:
            with archive.open(entry) as file:
                yield Part(stream=file, name=PurePosixPath(entry.filename).name, path=path)  # type: ignore[arg-type]
        except (zipfile.BadZipFile, NotImplementedError, OSError) as error:
            yield Problem(path=path, reason=f"is damaged: {error}", remedy="pack the archive again")


def _apart(entries: Sequence[zipfile.ZipInfo]) -> list[zipfile.ZipInfo]:
    """Return the members of an archive, in its order, without those that begin before the end of one before them.

    A small archive names the same bytes again and again so. Source: D. Fifield, A better zip bomb (WOOT 2019).
    """
    apart, end = set[int](), 0
    for number in sorted(range(len(entries)), key=lambda one: entries[one].header_offset):
        entry = entries[number]
        if entry.header_offset >= end:
            apart.add(number)
            end = entry.header_offset + _MEMBER_HEAD + entry.compress_size
    return [entry for number, entry in enumerate(entries) if number in apart]
