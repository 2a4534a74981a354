"""The XML of news agencies is read, other XML is told by its first element; what is packed otherwise, too."""

from __future__ import annotations

import bz2
import io
import lzma
import sys
import tarfile
from collections.abc import Callable
from pathlib import Path

import pytest

from factcheck.corpus.readers import bounds, read_documents
from factcheck.domain import Document, Problem

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd

LONG = "The harbour board of Ostwick said on Tuesday that ferry fares would rise by four per cent next year."
NITF = f"""<?xml version="1.0"?><!DOCTYPE nitf SYSTEM "nitf-3-6.dtd">
<nitf xml:lang="en"><head><title>T</title><docdata><date.issue norm="20240305T120000+0100"/></docdata>
<pubdata ex-ref="https://np.example/a"/></head><body><body.head><hedline><hl1>Fares to rise</hl1></hedline>
<byline>By <person>Maren Holt</person></byline><distributor>Northern Press</distributor></body.head><body.content>
<block><p>{LONG}</p><hl2>What next</hl2><p>Groups called <em>the</em> rise steep.</p>
<ul><li>Before <p>within</p> behind</li></ul></block></body.content></body></nitf>"""
STORY = NITF[NITF.index("<nitf") :]
PAGE = f"<html xmlns='http://www.w3.org/1999/xhtml'><head/><body><p>{LONG}</p><p>More.</p></body></html>"


def newsml(content: str) -> str:
    return f"""<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><itemSet><newsItem guid="urn:x" version="1">
<itemMeta><provider qcode="nprov:Nordwind"/><versionCreated>2024-03-06T10:00:00Z</versionCreated></itemMeta>
<contentMeta>
<contentCreated>2024-03-04T10:00:00+01:00</contentCreated><headline>Teurer</headline><by>Von Maren Holt</by>
<language tag="de"/></contentMeta><contentSet>{content}</contentSet></newsItem>
<newsItem guid="p"><contentSet><remoteContent href="a.jpg"/></contentSet></newsItem></itemSet></newsMessage>"""


def read(path: Path) -> tuple[list[Document], list[Problem]]:
    found = list(read_documents(path))
    return [one for one in found if isinstance(one, Document)], [one for one in found if isinstance(one, Problem)]


def test_a_story_in_nitf_is_read_with_what_is_said_of_it(tmp_path: Path) -> None:
    (tmp_path / "a.xml").write_text(NITF)
    (document,), problems = read(tmp_path / "a.xml")
    source = document.source
    assert problems == []
    assert document.text.split("\n\n") == [
        LONG, "What next", "Groups called the rise steep.", "Before", "within", "behind"
    ]  # fmt: skip
    assert (source.title, source.author, source.publisher) == ("Fares to rise", "Maren Holt", "Northern Press")
    assert (str(source.published), source.language, source.url) == ("2024-03-05", "en", "https://np.example/a")


@pytest.mark.parametrize(
    ("content", "title"),
    [
        (f"<inlineXML contenttype='application/xhtml+xml'>{PAGE}</inlineXML>", "Teurer"),
        (f"<inlineXML>{STORY}</inlineXML>", "Teurer"),
        (f"<inlineData contenttype='text/plain'>{LONG}</inlineData>", "Teurer"),
    ],
)
def test_items_of_newsml_are_read_and_those_without_text_told(tmp_path: Path, content: str, title: str) -> None:
    (tmp_path / "a.xml").write_text(newsml(content))
    (document,), (problem,) = read(tmp_path / "a.xml")
    source = document.source
    assert document.text.startswith(LONG)
    assert (source.title, source.author, source.publisher) == (title, "Maren Holt", "Nordwind")
    assert (str(source.published), source.language) == ("2024-03-04", "de")
    assert (problem.path.endswith("a.xml#record-2"), "no text of its own" in problem.reason) == (True, True)


@pytest.mark.parametrize(
    ("name", "text", "root"),
    [
        ("a.xml", "<?xml version='1.0'?><!-- x --><records><r>x</r></records>", "records"),
        ("a.txt", "<?xml version='1.0'?><TEI><r>x</r></TEI>", "TEI"),
        ("a.xml", "<records><r>x</r></records>", "records"),
    ],
)
def test_xml_of_another_kind_is_named_by_its_first_element(tmp_path: Path, name: str, text: str, root: str) -> None:
    (tmp_path / name).write_text(text)
    documents, (problem,) = read(tmp_path / name)
    assert documents == []
    assert f"first element is <{root}>" in problem.reason
    assert "NewsML-G2" in problem.remedy


PACKERS = {"xz": lzma.compress, "bz2": bz2.compress, "zst": zstd.compress}


@pytest.mark.parametrize("end", PACKERS)
def test_a_text_and_an_archive_that_are_packed_are_read(tmp_path: Path, end: str) -> None:
    pack: Callable[[bytes], bytes] = PACKERS[end]
    (tmp_path / f"a.txt.{end}").write_bytes(pack(LONG.encode()) + pack(b" The end."))
    whole = io.BytesIO()
    with tarfile.open(fileobj=whole, mode="w") as archive:
        member = tarfile.TarInfo("in/b.txt")
        member.size = len(LONG)
        archive.addfile(member, io.BytesIO(LONG.encode()))
    (tmp_path / f"b.tar.{end}").write_bytes(pack(whole.getvalue()))
    documents, problems = read(tmp_path)
    assert ([one.text for one in documents], problems) == ([f"{LONG} The end.", LONG], [])
    assert [one.source.path.rpartition("/")[2] for one in documents] == [f"a.txt.{end}!a.txt", "b.txt"]


@pytest.mark.parametrize("end", PACKERS)
def test_what_is_cut_off_or_unpacks_without_end_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, end: str
) -> None:
    monkeypatch.setattr(bounds, "ALWAYS", 100_000)
    (tmp_path / f"bomb.jsonl.{end}").write_bytes(PACKERS[end](b'{"text": "a"}\n' * 100_000))
    (tmp_path / f"cut.txt.{end}").write_bytes(PACKERS[end](LONG.encode() * 9)[:60])
    _, problems = read(tmp_path)
    assert any("unpacks to more than" in one.reason for one in problems)
    assert any("cut.txt" in one.path and "damaged" in one.reason for one in problems)


def test_an_xz_that_wants_too_much_memory_is_told(tmp_path: Path) -> None:
    filters = [{"id": lzma.FILTER_LZMA2, "preset": 0, "dict_size": 1 << 28}]
    (tmp_path / "a.txt.xz").write_bytes(lzma.compress(LONG.encode(), filters=filters))
    documents, (problem,) = read(tmp_path / "a.txt.xz")
    assert (documents, "MB of memory" in problem.reason) == ([], True)


@pytest.mark.parametrize(
    ("data", "what", "remedy"),
    [
        (b"7z\xbc\xaf\x27\x1c\x00\x04", "a 7z archive", "unpack it"),
        (b"Rar!\x1a\x07\x01\x00", "a RAR archive", "unpack it"),
        (b"LZIP\x01\x00", "a lzip archive", "unpack it"),
        (b"\x00\x00\x00\x20ftypisom\x00", "a film or sound", "transcript"),
        (b"ID3\x04\x00", "a sound recording", "transcript"),
    ],
)
def test_what_cannot_be_unpacked_is_named(tmp_path: Path, data: bytes, what: str, remedy: str) -> None:
    (tmp_path / "a.bin").write_bytes(data + bytes(range(256)))
    documents, (problem,) = read(tmp_path / "a.bin")
    assert (documents, f"is {what}" in problem.reason, remedy in problem.remedy) == ([], True, True)


@pytest.mark.parametrize("text", ["RIFF raff, said the dog.", "BZh is short for the board.", "Rar! said the lion."])
def test_a_text_that_begins_like_one_is_a_text(tmp_path: Path, text: str) -> None:
    (tmp_path / "a.txt").write_text(text)
    (document,), problems = read(tmp_path / "a.txt")
    assert (document.text, problems) == (text, [])


def test_a_story_that_says_where_it_was_printed_is_of_that_paper_and_day(tmp_path: Path) -> None:
    head = '<head><pubdata name="Ostwick Courier" date.publication="20240307"/></head>'
    (tmp_path / "a.xml").write_text(
        f"<nitf>{head}<body><body.content><p>Six gulls nest there.</p></body.content></body></nitf>"
    )
    (story,) = [one for one in read_documents(tmp_path / "a.xml") if isinstance(one, Document)]
    assert (story.source.publisher, str(story.source.published)) == ("Ostwick Courier", "2024-03-07")
