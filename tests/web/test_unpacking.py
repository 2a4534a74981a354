"""Packed bodies: undone in full, in any pieces, and never by more than the limit."""

from __future__ import annotations

import gzip
import sys
import tracemalloc
import zlib
from collections.abc import Callable

import brotli
import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.errors import FetchError
from factcheck.web.unpacking import Unpacker

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd


def _raw_deflate(data: bytes) -> bytes:
    packer = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    return packer.compress(data) + packer.flush()


def _brotli(data: bytes) -> bytes:
    return brotli.compress(data, quality=5)  # packs 200 MB of zeros in half a second; the usual 11 takes ten


PACKERS: dict[str, tuple[str, Callable[[bytes], bytes]]] = {
    "gzip": ("gzip", gzip.compress),
    "gzip of two members": ("gzip", lambda data: gzip.compress(data[:5]) + gzip.compress(data[5:])),
    "gzip with padding": ("x-gzip", lambda data: gzip.compress(data) + b"\0" * 8),
    "deflate": ("deflate", zlib.compress),
    "deflate without its header": ("deflate", _raw_deflate),
    "br": ("br", _brotli),
    "zstd": ("zstd", zstd.compress),
    "zstd of two frames": ("zstd", lambda data: zstd.compress(data[:5]) + zstd.compress(data[5:])),
    "plain": ("identity", bytes),
    "twice": ("gzip, BR", lambda data: _brotli(gzip.compress(data))),
}
every_packing = pytest.mark.parametrize("packing", PACKERS)


@every_packing
@given(data=st.binary(max_size=200_000), cut=st.integers(1, 999))
def test_what_was_packed_comes_back_whatever_the_pieces(packing: str, data: bytes, cut: int) -> None:
    name, pack = PACKERS[packing]
    packed = pack(data)
    unpacker = Unpacker(name, limit=len(data))
    assert b"".join(unpacker.feed(packed[at : at + cut]) for at in range(0, len(packed), cut)) == data
    unpacker.finish()


@pytest.mark.parametrize("packing", ["gzip", "deflate", "br", "zstd", "twice"])
def test_a_bomb_is_refused_before_it_takes_memory(packing: str) -> None:
    name, pack = PACKERS[packing]
    bomb = pack(bytes(200_000_000))
    unpacker = Unpacker(name, limit=1_000_000)
    tracemalloc.start()
    with pytest.raises(FetchError, match="more than 1000000 bytes"):
        unpacker.feed(bomb)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 20_000_000


@pytest.mark.parametrize("packing", ["gzip", "zstd"])
def test_a_body_in_very_many_pieces_is_refused_and_one_in_some_is_not(packing: str) -> None:
    name, pack = PACKERS[packing]
    assert len(Unpacker(name, limit=1_000).feed(pack(b"x") * 1_000)) == 1_000
    unpacker = Unpacker(name, limit=1_000)
    with pytest.raises(FetchError, match="more than 1000 pieces"):
        unpacker.feed(pack(b"") * 1_001)


@pytest.mark.parametrize("packing", ["gzip", "deflate", "br", "zstd"])
def test_a_body_that_breaks_off_or_is_damaged_is_a_fault(packing: str) -> None:
    name, pack = PACKERS[packing]
    packed = pack(bytes(range(256)) * 40)
    unpacker = Unpacker(name, limit=100_000)
    unpacker.feed(packed[: len(packed) // 2])
    with pytest.raises(FetchError, match="breaks off"):
        unpacker.finish()
    with pytest.raises(FetchError, match="damaged"):
        Unpacker(name, limit=100_000).feed(b"\xff\xfe<html> this is not packed at all" * 10)


@given(st.sampled_from(["gzip", "deflate", "br", "zstd"]), st.binary(max_size=300))
def test_any_bytes_are_unpacked_or_refused(name: str, data: bytes) -> None:
    unpacker = Unpacker(name, limit=1_000)
    try:
        unpacker.feed(data)
        unpacker.finish()
    except FetchError:
        return


def test_an_empty_body_is_complete() -> None:
    unpacker = Unpacker("gzip", limit=10)
    assert unpacker.feed(b"") == b""
    unpacker.finish()


@pytest.mark.parametrize("encodings", ["compress", "aes128gcm", "gzip,gzip,gzip,gzip"])
def test_an_unknown_packing_is_refused(encodings: str) -> None:
    with pytest.raises(FetchError, match="packed"):
        Unpacker(encodings, limit=10)
