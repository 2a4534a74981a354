"""The zip of a dossier: written the same to the byte everywhere, and read as something that may be hostile.

Parts are stored, not compressed: compressors differ from machine to machine, and the same state has to give the same
bytes. What is read may be packed anew by another program, so it may be compressed, within limits.
Source: PKWARE APPNOTE 6.3.10, sections 4.3.7, 4.3.12 and 4.3.16.
"""

from __future__ import annotations

import re
import stat
import struct
import zipfile
import zlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import IO

from factcheck.errors import InputError

MOST_PARTS = 10_000
LARGEST_PART = 512 * 1024 * 1024
LARGEST = 2 * 1024 * 1024 * 1024
"""Parts, and bytes of one and of all when they are unpacked: far above what articles have (hundreds of snapshots of
some megabytes), and a minute of reading at most."""
MOST_EXPANDED = 200
"""Times that a part may grow when it is unpacked. Deflate reaches 1,032 with zeros, JSON of ours some 20."""
LONGEST_NAME = 200
_LARGEST_DIRECTORY = MOST_PARTS * (46 + LONGEST_NAME)

PIECE = 65_536  # bytes read at once
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*(?:/[A-Za-z0-9][A-Za-z0-9._-]*)*")
_LEAVES = re.compile(r"(?:^|[/\\])\.\.(?:[/\\]|$)|^[/\\]|^[A-Za-z]:")
_METHODS = frozenset([zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])
_ENCRYPTED = 0x1 | 0x40 | 0x2000
"""Flags of the classic, the strong and the whole-directory encryption."""

_LOCAL, _CENTRAL, _END = struct.Struct("<4s5H3L2H"), struct.Struct("<4s6H3L5H2L"), struct.Struct("<4s4H2LH")
_MADE_BY, _NEEDED = 0x0314, 20  # Unix, version 2.0
_DATE = 33  # 1 January 1980, the first day that a zip knows
_MODE = (stat.S_IFREG | 0o644) << 16
_ZIP64_LOCATOR = b"PK\x06\x07"


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """A part as it was written."""

    bytes: int
    sha256: str


@dataclass(frozen=True, slots=True)
class _Kept:
    """Where a part stands in the scratch file, and its checksum."""

    start: int
    size: int
    crc: int
    sha256: str


class Packing:
    """Parts on their way into a zip. They are kept in a scratch file until all are there: a zip of them is sorted."""

    def __init__(self, scratch: IO[bytes]) -> None:
        self._scratch = scratch
        self._parts: dict[str, _Kept] = {}

    def add(self, name: str, chunks: Iterable[bytes]) -> Written:
        """Take a part.

        Raises:
            InputError: there are too many, or it is too large.
            OSError: the disk does not take it.
        """
        start, size, crc, digest = self._scratch.tell(), 0, 0, sha256()
        for chunk in chunks:
            self._scratch.write(chunk)
            size, crc = size + len(chunk), zlib.crc32(chunk, crc)
            digest.update(chunk)
        self._parts[name] = _Kept(start, size, crc, digest.hexdigest())
        if size > LARGEST_PART or sum(part.size for part in self._parts.values()) > LARGEST:
            raise InputError("is too large for a dossier", hint="split the article", subject=name)
        if len(self._parts) > MOST_PARTS:
            raise InputError(f"a dossier has at most {MOST_PARTS} parts", hint="split the article")
        return Written(bytes=size, sha256=digest.hexdigest())

    def zipped(self) -> Iterator[bytes]:
        """Yield the zip, its parts sorted by name."""
        directory, offset = [], 0
        for name, part in sorted(self._parts.items()):
            local = _local(name, part.crc, part.size)
            directory.append(_central(name, part.crc, part.size, offset))
            yield local
            yield from self._content(part)
            offset += len(local) + part.size
        yield from directory
        yield _end(len(directory), sum(map(len, directory)), offset)

    def _content(self, part: _Kept) -> Iterator[bytes]:
        self._scratch.seek(part.start)
        left = part.size
        while left:
            chunk = self._scratch.read(min(PIECE, left))
            left -= len(chunk)
            yield chunk


@dataclass(frozen=True, slots=True)
class Framing:
    """How a zip is framed: the parts whose headers are not as we write them; `repacked`: none are."""

    altered: tuple[str, ...]
    repacked: bool


class Container:
    """A zip that was found harmless: its parts can be read, each within limits."""

    def __init__(self, file: IO[bytes], archive: zipfile.ZipFile) -> None:
        self._file = file
        self._archive = archive
        self._parts: Mapping[str, zipfile.ZipInfo] = {one.filename: one for one in archive.infolist()}

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the parts, in their order in the zip."""
        return tuple(self._parts)

    def size(self, name: str) -> int:
        """Return the bytes of a part, as the zip says: never more are read."""
        return self._parts[name].file_size

    def chunks(self, name: str) -> Iterator[bytes]:
        """Yield a part in pieces.

        Raises:
            InputError: it cannot be read.
        """
        try:
            with self._archive.open(self._parts[name]) as part:
                while chunk := part.read(PIECE):
                    yield chunk
        except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, ValueError, OSError) as error:
            raise InputError(f"cannot be read: {error}", hint="ask for the dossier again", subject=name) from error

    def read(self, name: str, most: int = LARGEST_PART) -> bytes:
        """Return a part, if it has at most so many bytes.

        Raises:
            InputError: it has more, or cannot be read.
        """
        if self.size(name) > most:
            raise InputError(f"has more than {most:,} bytes", hint="no dossier of ours has", subject=name)
        return b"".join(self.chunks(name))

    def framing(self) -> Framing:
        """Tell which parts are framed otherwise than we write it: touched, or packed anew by another program."""
        altered, offset = [], 0
        for one in self._parts.values():
            name, head = one.filename, _local(one.filename, one.CRC, one.file_size)
            self._file.seek(offset)
            in_place = one.header_offset == offset and self._file.read(len(head)) == head
            if not (in_place and _entry(one) == _central(name, one.CRC, one.file_size, offset)):
                altered.append(name)
            offset += len(head) + one.compress_size
        if not altered and self._tail_differs(offset):
            altered.append("the directory")
        return Framing(tuple(altered), repacked=len(altered) == len(self._parts))

    def _tail_differs(self, offset: int) -> bool:
        entries = b"".join(_central(n, p.CRC, p.file_size, p.header_offset) for n, p in self._parts.items())
        self._file.seek(offset)
        return self._file.read() != entries + _end(len(self._parts), len(entries), offset)


def opened(file: IO[bytes]) -> Container:
    """Open a zip that somebody sent, after looking whether it is one that a dossier could be.

    Raises:
        InputError: it is no zip, or one made to harm: says how.
    """
    size = file.seek(0, 2)
    _check_end(file, size)
    try:
        archive = zipfile.ZipFile(file)
    except (zipfile.BadZipFile, NotImplementedError, ValueError, OverflowError, struct.error) as error:
        raise _refused(f"cannot be read as a zip: {error}") from error
    _check_names(archive.infolist())
    for one in archive.infolist():
        _check_part(one)
    if sum(one.file_size for one in archive.infolist()) > LARGEST:
        raise _refused(f"its parts have more than {LARGEST:,} bytes in all")
    _check_places(file, archive.infolist(), archive.start_dir)
    return Container(file, archive)


def _check_end(file: IO[bytes], size: int) -> None:
    """Look at the end of the file before anything is read by what it says."""
    if size < _END.size:
        raise _refused("is no zip")
    file.seek(max(0, size - _END.size - 20))
    tail = file.read()
    if tail[:4] == _ZIP64_LOCATOR and len(tail) > _END.size:
        raise _refused("is a zip of the 64-bit kind, which no dossier is")
    mark, disk, first, here, count, length, offset, comment = _END.unpack(tail[-_END.size :])
    if mark != b"PK\x05\x06" or comment or disk or first or here != count:
        raise _refused("is no zip, is cut off, or has something behind its end")
    if count > MOST_PARTS or length > _LARGEST_DIRECTORY:
        raise _refused(f"has more than {MOST_PARTS:,} parts, or very long names")
    if not count or offset + length + _END.size != size:
        raise _refused("its directory does not stand where it says, or is empty")


def _check_names(parts: Iterable[zipfile.ZipInfo]) -> None:
    seen: set[str] = set()
    for one in parts:
        name = one.orig_filename
        if _LEAVES.search(name):
            raise _refused("a name climbs out of the folder that it would be unpacked in", name)
        if not _NAME.fullmatch(name) or len(name) > LONGEST_NAME:
            raise _refused("a name is none that a dossier has", name)
        if name.casefold() in seen:
            raise _refused("two parts have one name", name)
        seen.add(name.casefold())


def _check_part(one: zipfile.ZipInfo) -> None:
    kind = stat.S_IFMT(one.external_attr >> 16)
    if kind not in (0, stat.S_IFREG):
        what = "a symbolic link" if kind == stat.S_IFLNK else "no plain file"
        raise _refused(f"a part is {what}", one.filename)
    if one.flag_bits & _ENCRYPTED:
        raise _refused("a part is encrypted", one.filename)
    if one.compress_type not in _METHODS:
        raise _refused("a part is compressed in a way that dossiers are not", one.filename)
    if one.file_size > LARGEST_PART or one.file_size > max(PIECE, one.compress_size * MOST_EXPANDED):
        raise _refused("a part unpacks to far more than it is", one.filename)
    if one.compress_type == zipfile.ZIP_STORED and one.file_size != one.compress_size:
        raise _refused("a part says two sizes", one.filename)


def _check_places(file: IO[bytes], parts: Iterable[zipfile.ZipInfo], end: int) -> None:
    """Refuse parts that lie in one another: a few bytes would be read thousands of times."""
    free = 0
    for one in sorted(parts, key=lambda part: part.header_offset):
        file.seek(one.header_offset)
        head = file.read(_LOCAL.size)
        if one.header_offset < free or len(head) < _LOCAL.size:
            raise _refused("parts lie in one another", one.filename)
        *_, name, extra = _LOCAL.unpack(head)
        free = one.header_offset + _LOCAL.size + name + extra + one.compress_size
        if free > end:
            raise _refused("a part reaches into the directory", one.filename)


def _refused(why: str, part: str = "") -> InputError:
    shown = f": {part[:LONGEST_NAME]!a}" if part else ""
    return InputError(f"is refused: {why}{shown}", hint="a dossier is what `factcheck dossier export` wrote")


def _local(name: str, crc: int, size: int) -> bytes:
    head = (b"PK\x03\x04", _NEEDED, 0, 0, 0, _DATE, crc, size, size, len(name), 0)
    return _LOCAL.pack(*head) + name.encode("ascii")


def _central(name: str, crc: int, size: int, offset: int) -> bytes:
    head = (b"PK\x01\x02", _MADE_BY, _NEEDED, 0, 0, 0, _DATE, crc, size, size, len(name), 0, 0, 0, 0, _MODE, offset)
    return _CENTRAL.pack(*head) + name.encode("ascii")


def _end(count: int, length: int, offset: int) -> bytes:
    return _END.pack(b"PK\x05\x06", 0, 0, count, count, length, offset, 0)


def _entry(one: zipfile.ZipInfo) -> bytes:
    """Return the fixed fields and the name of a directory entry as they were read."""
    time, day = _dos(one.date_time)
    made = one.create_system << 8 | one.create_version
    lengths = (len(one.filename), len(one.extra), len(one.comment))
    places = (one.volume, one.internal_attr, one.external_attr, one.header_offset)
    needed = one.reserved << 8 | one.extract_version
    sizes = (one.CRC, one.compress_size, one.file_size)
    fields = (b"PK\x01\x02", made, needed, one.flag_bits, one.compress_type, time, day, *sizes, *lengths, *places)
    return _CENTRAL.pack(*fields) + one.filename.encode("ascii")


def _dos(moment: tuple[int, int, int, int, int, int]) -> tuple[int, int]:
    year, month, day, hour, minute, second = moment
    return hour << 11 | minute << 5 | second // 2, (year - 1980) << 9 | month << 5 | day
