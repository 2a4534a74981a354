"""Bodies unpacked as they arrive (gzip, deflate, br, zstd), never by more than a limit.

A few bytes can stand for gigabytes, so each decoder is asked for one small piece at a time, and all pieces are counted.
"""

from __future__ import annotations

import sys
import zlib
from collections.abc import Iterator
from typing import Any, Protocol

from factcheck.errors import FetchError

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd

ACCEPTED = "gzip, deflate, br, zstd"
"""For the header Accept-Encoding."""
_PIECE = 65_536  # bytes a decoder hands out at once
_PACKING = 65_536  # bytes that packing may add to what cannot be packed
_MOST_LAYERS = 3  # one is usual, two an accident of a proxy
_MOST_MEMBERS = 1_000  # gzip members or zstd frames; an empty one takes 8 bytes, and 30 us to begin
_GZIP_OR_ZLIB = 32 + zlib.MAX_WBITS  # zlib reads which of the two it is
_RAW_DEFLATE = -zlib.MAX_WBITS
_ZLIB_HEADER = 2  # bytes
_GZIP_MAGIC = b"\x1f\x8b"


class _Decoder(Protocol):
    @property
    def complete(self) -> bool: ...

    def pieces(self, data: bytes) -> Iterator[bytes]: ...


class Unpacker:
    """Undoes the content encodings of one body."""

    def __init__(self, encodings: str, *, limit: int) -> None:
        """Take the value of the header Content-Encoding.

        Raises:
            FetchError: an encoding is unknown, or there are too many.
        """
        names = [name for part in encodings.split(",") if (name := part.strip().lower()) not in ("", "identity")]
        if len(names) > _MOST_LAYERS:
            raise FetchError(f"the body is packed {len(names)} times")
        self._layers = [(_decoder(name), name) for name in reversed(names)]
        self._limit = limit
        self._lengths = [0] * (len(names) + 1)
        """Bytes between the layers: what one unpacks to may vanish in the next, and be work all the same."""
        self._fed = False

    def feed(self, data: bytes) -> bytes:
        """Return what a part of the body unpacks to.

        Raises:
            FetchError: it is damaged, or the whole is more than the limit.
        """
        return b"".join(self.pieces(data))

    def pieces(self, data: bytes) -> Iterator[bytes]:
        """Yield what a part of the body unpacks to, piece by piece, so that something else can be done in between.

        Raises:
            FetchError: it is damaged, or the whole is more than the limit.
        """
        self._fed = self._fed or bool(data)
        yield from self._through(data, 0)

    def finish(self) -> None:
        """Check that the body is complete.

        Raises:
            FetchError: it breaks off in the middle of packed data.
        """
        if self._fed and not all(decoder.complete for decoder, _ in self._layers):
            raise FetchError("the body breaks off in the middle of packed data")

    def _through(self, data: bytes, depth: int) -> Iterator[bytes]:
        self._lengths[depth] += len(data)
        is_last = depth == len(self._layers)
        most = self._limit if is_last else self._limit + self._limit // 8 + _PACKING
        if (depth or is_last) and self._lengths[depth] > most:  # what was received is limited elsewhere
            raise FetchError(f"the body unpacks to more than {self._limit} bytes")
        if is_last:
            yield data
            return
        decoder, name = self._layers[depth]
        try:
            for piece in decoder.pieces(data):
                yield from self._through(piece, depth + 1)
        except _BROKEN as error:
            raise FetchError(f"the body is damaged ({name})") from error


class _Zlib:
    """gzip, with any number of members, and zlib's own format."""

    def __init__(self, bits: int = _GZIP_OR_ZLIB) -> None:
        self._inner = zlib.decompressobj(bits)
        self._after = b""
        self._members = 1

    @property
    def complete(self) -> bool:
        return self._inner.eof

    def pieces(self, data: bytes) -> Iterator[bytes]:
        while data or not self._inner.eof:
            if self._inner.eof:
                self._after, data = b"", self._after + data
                if not data.startswith(_GZIP_MAGIC):  # padding, which browsers ignore, too
                    self._after = data[:1]  # or the first half of the mark
                    return
                self._members = _next_member(self._members)
                self._inner = zlib.decompressobj(_GZIP_OR_ZLIB)
            piece = self._inner.decompress(data, _PIECE)
            if piece:
                yield piece
            data = self._inner.unused_data if self._inner.eof else self._inner.unconsumed_tail
            if not data and not self._inner.eof and len(piece) < _PIECE:
                return


class _Deflate:
    """zlib's format, or, as some servers send it, without the two bytes of its header."""

    def __init__(self) -> None:
        self._head = b""
        self._inner: _Zlib | None = None

    @property
    def complete(self) -> bool:
        return self._inner is not None and self._inner.complete

    def pieces(self, data: bytes) -> Iterator[bytes]:
        if self._inner is None:
            self._head += data
            if len(self._head) < _ZLIB_HEADER:
                return
            self._inner, data = _Zlib(_deflate_bits(self._head)), self._head
        yield from self._inner.pieces(data)


def _deflate_bits(head: bytes) -> int:
    try:
        zlib.decompressobj(_GZIP_OR_ZLIB).decompress(head[:_ZLIB_HEADER])
    except zlib.error:
        return _RAW_DEFLATE
    return _GZIP_OR_ZLIB


class _Brotli:
    def __init__(self) -> None:
        import brotli

        self._inner: Any = brotli.Decompressor()

    @property
    def complete(self) -> bool:
        return bool(self._inner.is_finished())

    def pieces(self, data: bytes) -> Iterator[bytes]:
        if self._inner.is_finished():
            return
        while True:
            piece: bytes = self._inner.process(data, output_buffer_limit=_PIECE)
            data = b""
            if piece:
                yield piece
            if self._inner.is_finished() or self._inner.can_accept_more_data():
                return


class _Zstd:
    def __init__(self) -> None:
        self._inner = _zstd_frame()
        self._frames = 1

    @property
    def complete(self) -> bool:
        return bool(self._inner.eof)

    def pieces(self, data: bytes) -> Iterator[bytes]:
        if self._inner.eof:
            if not data:
                return
            self._begin_frame()
        while True:
            piece = self._inner.decompress(data, _PIECE)
            data = b""
            if piece:
                yield piece
            if self._inner.eof:
                data = self._inner.unused_data
                if not data:
                    return
                self._begin_frame()
            elif self._inner.needs_input:
                return

    def _begin_frame(self) -> None:
        self._frames = _next_member(self._frames)
        self._inner = _zstd_frame()


def _next_member(begun: int) -> int:
    if begun == _MOST_MEMBERS:
        raise FetchError(f"the body is packed in more than {_MOST_MEMBERS} pieces")
    return begun + 1


def _zstd_frame() -> zstd.ZstdDecompressor:
    # RFC 9659: a window of no more than 8 MB on the web
    return zstd.ZstdDecompressor(options={zstd.DecompressionParameter.window_log_max: 23})


def _decoder(name: str) -> _Decoder:
    if name in ("gzip", "x-gzip"):
        return _Zlib()
    if name == "deflate":
        return _Deflate()
    if name == "br":
        return _Brotli()
    if name == "zstd":
        return _Zstd()
    raise FetchError(f"the body is packed in a way that is not known ({name[:40]})")


def _broken() -> tuple[type[Exception], ...]:
    import brotli

    return (zlib.error, zstd.ZstdError, brotli.error, EOFError)


_BROKEN = _broken()
