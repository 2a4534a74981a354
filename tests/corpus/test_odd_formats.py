"""What real archives hold beside the plain case of a format: crawls without answers, sealed mail, careless heads."""

from __future__ import annotations

import gzip
from datetime import date
from pathlib import Path

import pytest

from factcheck.corpus.readers import read_documents
from factcheck.domain import Document, Problem

LONG = (
    "The harbour board of Ostwick said on Tuesday that ferry fares would rise by four per cent next year, after two "
    "years without any change. Groups of passengers called the rise steep and asked for a discount for commuters."
)
PAGE = f"<!DOCTYPE html><html><head><title>Fares</title></head><body><article><p>{LONG}</p></article></body></html>"
FEED = f"<rss version='2.0'><channel><item><title>E</title><description>{LONG}</description></item></channel></rss>"


def read(path: Path) -> tuple[list[Document], list[Problem]]:
    found = list(read_documents(path))
    return [one for one in found if isinstance(one, Document)], [one for one in found if isinstance(one, Problem)]


def write_warc(path: Path, kind: str, content_type: str, body: str) -> Path:
    said = f"Content-Type: {content_type}\r\n" if content_type else ""
    if kind == "response":
        body = f"HTTP/1.1 200 OK\r\n{said}\r\n{body}"
        said = "Content-Type: application/http; msgtype=response\r\n"
    head = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: https://ex.example/a\r\nWARC-Record-ID: <urn:x:1>\r\n"
        f"WARC-Date: 2020-03-03T00:00:00Z\r\n{said}Content-Length: {len(body.encode())}\r\n\r\n"
    )
    path.write_bytes(gzip.compress(f"{head}{body}\r\n\r\n".encode()))
    return path


@pytest.mark.parametrize(
    ("kind", "content_type", "body"),
    [
        ("conversion", "text/plain", LONG),
        ("resource", "text/html; charset=utf-8", PAGE),
        ("response", "", PAGE),
        ("response", "application/rss+xml", FEED),
    ],
)
def test_pages_of_a_crawl_without_an_answer_or_a_type_are_read(
    tmp_path: Path, kind: str, content_type: str, body: str
) -> None:
    (document,), problems = read(write_warc(tmp_path / "a.warc.gz", kind, content_type, body))
    assert LONG in document.text
    assert problems == []


@pytest.mark.parametrize("kind", ["response", "resource"])
def test_what_is_no_page_is_counted(tmp_path: Path, kind: str) -> None:
    documents, problems = read(write_warc(tmp_path / "a.warc.gz", kind, "image/png", "x"))
    assert documents == []
    assert "1 answers are no pages" in problems[0].reason


@pytest.mark.parametrize(
    "kind",
    [
        'multipart/encrypted; protocol="application/pgp-encrypted"; boundary="x"',
        "application/pkcs7-mime; smime-type=enveloped-data; name=smime.p7m",
        "application/x-pkcs7-mime; name=smime.p7m",
    ],
)
def test_sealed_mail_is_told_as_encrypted(tmp_path: Path, kind: str) -> None:
    body = "--x\r\nContent-Type: application/pgp-encrypted\r\n\r\nVersion: 1\r\n--x--\r\n"
    path = tmp_path / "a.eml"
    path.write_text(f"From: a@ex.example\r\nMIME-Version: 1.0\r\nContent-Type: {kind}\r\n\r\n{body}")
    documents, (problem,) = read(path)
    assert (documents, problem.path, problem.reason) == ([], str(path), "is encrypted")


@pytest.mark.parametrize(
    "head",
    [
        "---\ntitle: Fares: a steep rise\ndate: 2020-03-04\nauthor: Ann Berg\n---\n",
        '---\r\ntitle: "Fares: a steep rise"\r\nby line: x: y\r\ndate: 2020-03-04\r\nauthor: Ann Berg\r\n---\r\n',
        '+++\ntitle = "Fares: a steep rise"\ndate = 2020-03-04\nauthor = "Ann Berg"\n+++\n',
    ],
)
def test_front_matter_as_people_write_it(tmp_path: Path, head: str) -> None:
    (tmp_path / "a.md").write_bytes(f"{head}\n{LONG}\n".encode())
    (document,), _ = read(tmp_path / "a.md")
    source = document.source
    assert (source.title, source.author, source.published) == ("Fares: a steep rise", "Ann Berg", date(2020, 3, 4))
    assert document.text == LONG


@pytest.mark.parametrize("head", ["+++\ntitle = \n+++\n", "---\ntitle: a: b\nno pair here\n---\n"])
def test_front_matter_that_is_none_stays_in_the_text(tmp_path: Path, head: str) -> None:
    (tmp_path / "a.md").write_text(f"{head}\n{LONG}\n")
    (document,), _ = read(tmp_path / "a.md")
    assert "title" in document.text
