"""Zips made to harm are refused before anything of them is unpacked, in little memory and time."""

from __future__ import annotations

import gzip
import io
import json
import resource
import stat
import struct
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.errors import EXIT_INPUT, InputError
from factcheck.reports.dossier.container import MOST_PARTS, Packing, opened
from tests.cli.command import started, written
from tests.dossier.desk import parts_of, told, verified
from tests.dossier.test_verify import fitting

PAGE = "snapshots/" + "ab/" + "ab" * 32 + "/20261129T105210427669.warc.gz"


def made(*parts: tuple[str | zipfile.ZipInfo, bytes], compression: int = zipfile.ZIP_STORED) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", compression) as archive:
        for name, content in parts:
            archive.writestr(name, content)
    return packed.getvalue()


def info(name: str, **fields: int) -> zipfile.ZipInfo:
    one = zipfile.ZipInfo(name)
    for field, value in fields.items():
        setattr(one, field, value)
    return one


def renamed(dossier: bytes, old: bytes, new: bytes) -> bytes:
    assert len(old) == len(new)
    return dossier.replace(old, new)


@pytest.mark.filterwarnings("ignore:Duplicate name")
@pytest.mark.parametrize(
    ("parts", "words"),
    [
        ([("manifest.json", b"{}"), ("../up.txt", b"")], "climbs"),
        ([("/etc/passwd", b"")], "climbs"),
        ([("a/../../b", b"")], "climbs"),
        ([("C:/b.txt", b"")], "climbs"),
        ([("C:b.txt", b"")], "climbs"),
        ([("..", b"")], "climbs"),
        ([("a\\..\\b.txt", b"")], "climbs"),
        ([("a\\b.txt", b"")], "none that a dossier has"),
        ([("a//b.txt", b"")], "none that a dossier has"),
        ([("a/", b"")], "none that a dossier has"),
        ([("a\nb", b"")], "none that a dossier has"),
        ([("é.txt", b"")], "none that a dossier has"),
        ([("x" * 300, b"")], "none that a dossier has"),
        ([("README.txt", b"1"), ("README.txt", b"2")], "two parts have one name"),
        ([("README.txt", b"1"), ("readme.TXT", b"2")], "two parts have one name"),
        ([(info("l.txt", create_system=3, external_attr=(stat.S_IFLNK | 0o777) << 16), b"/etc")], "a symbolic link"),
        ([(info("l.txt", create_system=3, external_attr=(stat.S_IFIFO | 0o644) << 16), b"")], "no plain file"),
        ([(info("l.txt", create_system=3, external_attr=(stat.S_IFDIR | 0o755) << 16), b"")], "no plain file"),
    ],
)
def test_names_and_kinds_of_parts_that_no_dossier_has(parts, words: str) -> None:
    with pytest.raises(InputError, match=words):
        opened(io.BytesIO(made(*parts)))


@pytest.mark.parametrize("compression", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_other_compressions_are_refused(compression: int) -> None:
    with pytest.raises(InputError, match="compressed in a way"):
        opened(io.BytesIO(made(("README.txt", b"a" * 1000), compression=compression)))


@pytest.mark.parametrize("flag", [0x1, 0x41, 0x2000])
def test_encrypted_parts_are_refused(flag: int) -> None:
    packed = bytearray(made(("README.txt", b"a")))
    at = packed.index(b"PK\x01\x02")
    packed[at + 8 : at + 10] = struct.pack("<H", flag)
    with pytest.raises(InputError, match=r"encrypted|cannot be read"):
        opened(io.BytesIO(bytes(packed)))


def bomb(megabytes: int = 600) -> bytes:
    """Return a zip of little size that unpacks to so much."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive, archive.open("manifest.json", "w") as part:
        for _ in range(megabytes):
            part.write(bytes(1024 * 1024))
    return packed.getvalue()


def lying(dossier: bytes, size: int = 5) -> bytes:
    """Return a zip whose part says that it unpacks to little."""
    packed = bytearray(dossier)
    for mark, place in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        at = packed.index(mark)
        packed[at + place : at + place + 4] = struct.pack("<L", size)
    return bytes(packed)


def overlapping(parts: int = 500) -> bytes:
    """Return a zip whose parts are all one and the same megabyte."""
    content, name = bytes(1024 * 1024), "p00000"
    whole = made((name, content))
    start = whole.index(b"PK\x01\x02")
    entry = whole[start : whole.index(b"PK\x05\x06")]
    directory = b"".join(entry.replace(name.encode(), f"p{number:05}".encode()) for number in range(parts))
    return whole[:start] + directory + struct.pack("<4s4H2LH", b"PK\5\6", 0, 0, parts, parts, len(directory), start, 0)


def many(parts: int = MOST_PARTS + 1) -> bytes:
    return made(*((f"p{number}", b"") for number in range(parts)))


def test_bombs_are_refused() -> None:
    for dossier, words in (
        (bomb(4), "unpacks to far more"),
        (overlapping(), "parts lie in one another"),
        (many(), "more than 10,000 parts"),
    ):
        with pytest.raises(InputError, match=words):
            opened(io.BytesIO(dossier))


def test_a_part_that_lies_about_its_size_is_read_no_further() -> None:
    container = opened(io.BytesIO(lying(bomb(4))))
    with pytest.raises(InputError, match="cannot be read"):
        b"".join(container.chunks("manifest.json"))


def test_what_stands_before_behind_or_in_place_of_the_end_is_refused() -> None:
    whole = made(("README.txt", b"a"))
    zip64 = struct.pack("<4sLQL", b"PK\x06\x07", 0, 0, 1)
    end = whole.index(b"PK\x05\x06")
    commented = whole[:-2] + struct.pack("<H", 3) + b"abc"
    for spoilt in (whole + b"x", b"x" + whole, commented, whole[:end] + zip64 + whole[end:], whole[end:], b"", b"PK"):
        with pytest.raises(InputError, match="is refused"):
            opened(io.BytesIO(spoilt))


@given(st.binary(max_size=400))
def test_any_bytes_are_refused_and_never_a_fault(content: bytes) -> None:
    for some in (content, content + b"PK\x05\x06" + content[:18].ljust(18, b"\0")):
        with pytest.raises(InputError):
            opened(io.BytesIO(some))


@given(st.data())
def test_a_zip_with_any_bytes_in_its_directory_is_refused_or_read(data: st.DataObject) -> None:
    packed = bytearray(made(("README.txt", b"abc"), ("manifest.json", b"{}")))
    start = packed.index(b"PK\x01\x02")
    for _ in range(data.draw(st.integers(1, 4))):
        packed[data.draw(st.integers(start, len(packed) - 1))] = data.draw(st.integers(0, 255))
    try:
        container = opened(io.BytesIO(bytes(packed)))
        container.framing()
        for name in container.names:
            b"".join(container.chunks(name))
    except InputError:
        pass


def test_a_page_that_unpacks_to_far_more_is_a_failure(dossier: bytes) -> None:
    squeezed = gzip.compress(bytes(200 * 1024 * 1024), 9)
    parts = parts_of(dossier)
    manifest = json.loads(parts["manifest.json"])
    manifest["parts"].append({"name": PAGE, "what": "", "bytes": 0, "sha256": ""})
    found = told(fitting({**parts, "manifest.json": json.dumps(manifest).encode(), PAGE: squeezed}))
    assert found == [f"{PAGE}: the snapshot cannot be read"]


def test_bombs_take_little_memory_and_time(tmp_path: Path) -> None:
    gigabyte = 1024 * 1024 * 1024

    def little() -> None:
        resource.setrlimit(resource.RLIMIT_AS, (gigabyte, gigabyte))
        resource.setrlimit(resource.RLIMIT_CPU, (20, 20))

    for dossier in (bomb(), lying(bomb(), 50), overlapping()):
        child = started("dossier", "verify", written(tmp_path, "bomb.zip", dossier), before=little)
        _, err = child.communicate()
        assert child.returncode == EXIT_INPUT, err
        assert len(err.splitlines()) == 1


def test_a_line_without_an_end_is_a_failure(dossier: bytes) -> None:
    parts = parts_of(dossier)
    found = told(fitting({**parts, "claims.jsonl": b'{"id": "' + b"a" * (17 * 1024 * 1024)}))
    assert "claims.jsonl: has a line that is too long" in found


def test_what_is_packed_is_read_again_whatever_it_holds() -> None:
    parts = {"b/x.bin": bytes(range(256)) * 1000, "a.txt": b"", "c": b"PK\x05\x06" * 9}
    packing = Packing(io.BytesIO())
    for name, content in parts.items():
        packing.add(name, [content[:100], content[100:]])
    packed = b"".join(packing.zipped())
    container = opened(io.BytesIO(packed))
    assert {name: container.read(name) for name in container.names} == parts
    assert (container.framing().altered, container.framing().repacked) == ((), False)
    assert zipfile.ZipFile(io.BytesIO(packed)).testzip() is None


def test_a_header_that_was_touched_is_named(dossier: bytes) -> None:
    at = dossier.index(b"PK\x03\x04", 10)
    touched = dossier[: at + 10] + b"\x01" + dossier[at + 11 :]
    found = verified(touched)
    assert [(one.part, one.what) for one in found.failures] == [
        ("annotated-copy.html", "its entry in the zip was altered")
    ]
