"""What an archive begins with is not what it is: a PDF that stands first in it, or a text that speaks of one."""

from __future__ import annotations

import io
import tarfile
import zipfile
from pathlib import Path

import pytest

from factcheck.corpus.readers import read_article, read_documents
from factcheck.domain import Document
from tests.corpus.documents import make_pdf

WORDS = "The ferry between the islands was cancelled for three days in February."
PDF = make_pdf([[("The harbour of Ostwick has nine cranes and two slips, the council said.", 12)]])


def tar() -> bytes:
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w") as archive:
        for name, data in (("a.pdf", PDF), ("b.txt", WORDS.encode())):
            member = tarfile.TarInfo(name)
            member.size = len(data)
            archive.addfile(member, io.BytesIO(data))
    return packed.getvalue()


def stored_zip() -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_STORED) as archive:
        archive.writestr("a.pdf", PDF)
        archive.writestr("b.txt", WORDS)
    return packed.getvalue()


def warc() -> bytes:
    records = b""
    for name, kind, data in (("a", "application/pdf", PDF), ("b", "text/plain", WORDS.encode())):
        answer = f"HTTP/1.1 200 OK\r\nContent-Type: {kind}\r\n\r\n".encode() + data
        records += (
            f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://ex.example/{name}\r\n"
            f"WARC-Record-ID: <urn:x:{name}>\r\nContent-Type: application/http\r\nContent-Length: {len(answer)}"
            "\r\n\r\n"
        ).encode() + answer
        records += b"\r\n\r\n"
    return records


def texts(folder: Path, name: str, data: bytes) -> list[str]:
    (folder / name).write_bytes(data)
    return [one.text for one in read_documents(folder / name) if isinstance(one, Document)]


@pytest.mark.parametrize(("name", "data"), [("a.tar", tar()), ("a.zip", stored_zip()), ("a.warc", warc())])
def test_an_archive_whose_first_member_is_a_pdf_is_an_archive(tmp_path: Path, name: str, data: bytes) -> None:
    found = texts(tmp_path, name, data)
    assert len(found) == 2
    assert "nine cranes" in found[0]
    assert found[1] == WORDS


def test_a_text_that_speaks_of_pdf_is_a_text(tmp_path: Path) -> None:
    words = f"A file of that kind begins with %PDF-1.7, which few people know.\n\n{WORDS}"
    assert texts(tmp_path, "a.txt", words.encode()) == [words]
    assert read_article(tmp_path / "a.txt").text == words


@pytest.mark.parametrize("before", [b"", b"\r\n", b"sent by scanner 7\r\n", b"  "])
def test_a_pdf_behind_a_line_of_something_else_is_a_pdf(tmp_path: Path, before: bytes) -> None:
    assert "nine cranes" in texts(tmp_path, "a.pdf", before + PDF)[0]
