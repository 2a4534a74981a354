"""Streams packed by xz, bzip2 and Zstandard, unpacked as they are read; `bounds` limits how much may come out.

The libraries' own file objects bound no memory: an xz stream may ask for a dictionary of 4 GB.
"""

from __future__ import annotations

import bz2
import io
import lzma
import sys
from collections.abc import Callable
from typing import Any, BinaryIO

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd

from factcheck.errors import InputError

CHUNK = 64 * 1024
LARGEST_DICTIONARY = 128 * 1024 * 1024
"""Bytes of memory for what xz looks back at. Source: `xz -9` takes 65 MB to unpack (its manual)."""
_LARGEST_WINDOW = 27
"""The same of Zstandard, as a power of two: what `zstd --long` takes, and its reader by default."""

DAMAGED = (lzma.LZMAError, zstd.ZstdError)
"""What the libraries raise of their own where a stream is damaged; bzip2 raises `OSError`."""


class Unpacked(io.RawIOBase):
    """What a packed stream holds, all its parts one after another."""

    def __init__(self, stream: BinaryIO, begin: Callable[[], Any]) -> None:
        """Unpack `stream`; `begin` makes what unpacks one part."""
        super().__init__()
        self._stream, self._begin = stream, begin
        self._part: Any = None
        self._rest = b""

    def readable(self) -> bool:
        """Whether it can be read."""
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        """Read into a buffer; return the number of bytes.

        Raises:
            EOFError: the stream ends in the middle of a part.
        """
        while self._part or self._next_part():
            given = b""
            if self._part.needs_input:
                given, self._rest = self._rest or self._stream.read(CHUNK), b""
                if not given:
                    raise EOFError("it ends in the middle")
            data = self._part.decompress(given, len(buffer))
            if self._part.eof:
                self._rest, self._part = self._part.unused_data, None
            if data:
                buffer[: len(data)] = data
                return len(data)
        return 0

    def _next_part(self) -> bool:
        """Begin the next part, if there is one. Between two, xz may fill up with zeros."""
        rest = self._rest.lstrip(b"\x00")
        while not rest and (read := self._stream.read(CHUNK)):
            rest = read.lstrip(b"\x00")
        self._rest, self._part = rest, self._begin() if rest else None
        return bool(rest)


def unpack_xz(stream: BinaryIO) -> Unpacked:
    """Unpack xz.

    Raises:
        InputError: it wants more memory than LARGEST_DICTIONARY, once it is read.
    """
    return Unpacked(stream, lambda: _Xz(memlimit=LARGEST_DICTIONARY))


def unpack_bzip2(stream: BinaryIO) -> Unpacked:
    """Unpack bzip2."""
    return Unpacked(stream, bz2.BZ2Decompressor)


def unpack_zstd(stream: BinaryIO) -> Unpacked:
    """Unpack Zstandard."""
    options: dict[int, int] = {zstd.DecompressionParameter.window_log_max: _LARGEST_WINDOW}
    return Unpacked(stream, lambda: zstd.ZstdDecompressor(options=options))


class _Xz:
    """One stream of xz, which says in our words that it would take too much memory."""

    def __init__(self, memlimit: int) -> None:
        self._inner = lzma.LZMADecompressor(lzma.FORMAT_XZ, memlimit=memlimit)

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - the library's own
        return getattr(self._inner, name)

    def decompress(self, data: bytes, most: int) -> bytes:
        """Return the next bytes, `most` of them or fewer."""
        try:
            return self._inner.decompress(data, most)
        except lzma.LZMAError as error:
            if "limit" not in str(error).lower():
                raise
            wanted = f"wants more than {LARGEST_DICTIONARY // 2**20} MB of memory to be unpacked"
            raise InputError(wanted, hint="unpack it yourself, look at it and add what is in it") from error
