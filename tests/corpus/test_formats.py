"""Every format of documents: what is read, where it is found again, and what is told of what is not."""

from __future__ import annotations

import gzip
import io
import tarfile
import zipfile
from collections.abc import Mapping
from email.message import EmailMessage
from pathlib import Path

import pytest

from factcheck.corpus.passages import split_passages
from factcheck.corpus.readers import bounds, read_documents
from factcheck.corpus.tables import read_table
from factcheck.domain import Document, Problem
from tests.corpus.documents import make_pdf, new_docx, saved

LONG = "The council of the town closed the old bridge on Monday after engineers had found cracks in its piers."


def read(path: Path, data: bytes | None = None) -> tuple[list[Document], list[Problem]]:
    if data is not None:
        path.write_bytes(data)
    found = list(read_documents(path))
    return [f for f in found if isinstance(f, Document)], [f for f in found if isinstance(f, Problem)]


def zipped(members: Mapping[str, bytes | str]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return out.getvalue()


def tarred(members: Mapping[str, bytes]) -> bytes:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as archive:
        for name, data in members.items():
            info = tarfile.TarInfo(name)
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))
        link = tarfile.TarInfo("link.txt")
        link.type, link.linkname = tarfile.SYMTYPE, "/etc/passwd"
        archive.addfile(link)
    return out.getvalue()


def test_pages_of_a_pdf_are_locators(tmp_path: Path) -> None:
    data = make_pdf([[(f"{LONG} Page {n} tells.", 12.0)] for n in ("one", "two", "three")])
    (document,), _ = read(tmp_path / "named-wrongly.txt", data)
    locators = [one.locator for one in split_passages(document.text, markers=document.markers)]
    assert locators == ["page 1", "page 2", "page 3"]


def test_a_docx_is_a_document_and_its_heading_the_title(tmp_path: Path) -> None:
    docx = new_docx()
    docx.add_heading("Bridge closed", 0)
    docx.add_paragraph(LONG)
    (document,), problems = read(tmp_path / "a.docx", saved(docx))
    assert document.source.title == "Bridge closed"
    assert LONG in document.text
    assert not problems


def test_an_odt_keeps_blanks_and_leaves_comments_out(tmp_path: Path) -> None:
    space = " ".join(f'xmlns:{n}="urn:oasis:names:tc:opendocument:xmlns:{n}:1.0"' for n in ("office", "text"))
    content = (
        f"<office:document-content {space}><office:body><office:text><text:h>Bridge closed</text:h>"
        "<text:p>The bridge<text:s/>is <text:span>closed</text:span>"
        "<office:annotation><text:p>Really?</text:p></office:annotation> now.</text:p>"
        "</office:text></office:body></office:document-content>"
    )
    data = zipped({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": content})
    (document,), _ = read(tmp_path / "a.odt", data)
    assert document.text == "Bridge closed\n\nThe bridge is closed now."
    assert document.source.title == "Bridge closed"


def test_an_rtf(tmp_path: Path) -> None:
    (document,), _ = read(tmp_path / "a.rtf", rb"{\rtf1\ansi The caf\'e9 closed.\par It stays closed.\par}")
    assert document.text == "The café closed.\n\nIt stays closed."


def mail(text: str, subject: str = "Closure") -> EmailMessage:
    message = EmailMessage()
    message["From"], message["Subject"] = "press@town.example", subject
    message["Date"], message["Message-ID"] = "Tue, 03 Mar 2020 10:00:00 +0100", "<1@town.example>"
    message.set_content(text)
    return message


def test_a_message_and_its_attachments(tmp_path: Path) -> None:
    message = mail("The bridge is closed.")
    message.add_attachment(b"Engineers found cracks.", maintype="text", subtype="plain", filename="report.txt")
    message.add_attachment(b"\x89PNG\r\n\x1a\n000", maintype="image", subtype="png", filename="map.png")
    (body, report), (picture,) = read(tmp_path / "a.eml", bytes(message))
    assert (body.source.title, str(body.source.published)) == ("Closure", "2020-03-03")
    assert (report.text, report.source.path) == ("Engineers found cracks.", f"{tmp_path}/a.eml!report.txt")
    assert "image" in picture.reason


def test_an_mbox_has_a_document_a_message(tmp_path: Path) -> None:
    box = b"".join(b"From press Tue Mar  3 10:00:00 2020\n" + bytes(mail(f"Message {n}.")) + b"\n" for n in range(3))
    documents, problems = read(tmp_path / "a.mbox", box)
    assert [one.text for one in documents] == ["Message 0.", "Message 1.", "Message 2."]
    assert documents[2].source.path.endswith("#record-3")
    assert not problems


def test_html_mail_is_its_words(tmp_path: Path) -> None:
    message = EmailMessage()
    message["From"], message["MIME-Version"] = "a@b.example", "1.0"
    message.set_content("<p>One <b>bridge</b>.</p><script>x()</script><p>Two.</p>", subtype="html")
    (document,), _ = read(tmp_path / "a.eml", bytes(message))
    assert document.text == "One bridge.\n\nTwo."


RSS = """<?xml version="1.0"?><!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]>
<rss version="2.0"><channel><title>Town Paper</title><language>de</language><item><title>Closed</title>
<link>https://paper.example/1</link><pubDate>Tue, 03 Mar 2020 10:00:00 GMT</pubDate>
<description>&lt;p&gt;The bridge is closed. &amp;amp; more&lt;/p&gt;&x;</description></item>
<item><title>No text</title></item></channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>Blog</title><entry><title>Open</title>
<link href="https://blog.example/2"/><updated>2021-04-05T00:00:00Z</updated><content type="html">It opened.</content>
<author><name>Ada</name></author></entry></feed>"""


def test_feeds_have_a_document_an_entry_and_open_nothing_else(tmp_path: Path) -> None:
    (document,), (problem,) = read(tmp_path / "a.xml", RSS.encode())
    source = document.source
    assert (source.publisher, source.language, source.url) == ("Town Paper", "de", "https://paper.example/1")
    assert document.text == "The bridge is closed. & more\n\n&x;"  # the entity stays a word: its file is not opened
    assert str(source.published) == "2020-03-03"
    assert problem.path.endswith("#record-2")
    (entry,), _ = read(tmp_path / "b.atom", ATOM.encode())
    assert (entry.text, entry.source.author, str(entry.source.published)) == ("It opened.", "Ada", "2021-04-05")


def test_members_of_archives_are_read_whatever_their_names(tmp_path: Path) -> None:
    data = zipped({"../../etc/a.txt": "Climbing text.", "b.tar.gz": gzip.compress(tarred({"c.txt": b"Inner text."}))})
    documents, (link,) = read(tmp_path / "a.zip", data)
    assert [one.text for one in documents] == ["Climbing text.", "Inner text."]
    assert documents[1].source.path == f"{tmp_path}/a.zip!b.tar.gz!b.tar!c.txt"
    assert link.path.endswith("!link.txt")
    assert sorted(p.name for p in tmp_path.iterdir()) == ["a.zip"]


def test_a_zip_bomb_is_stopped_and_what_stands_before_it_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bounds, "ALWAYS", 1_000_000)
    bomb = zipped({"a.txt": "Before.", "b.txt": b"x " * 2_000_000})
    documents, problems = read(tmp_path / "a.zip", bomb)
    assert [one.text for one in documents] == ["Before."]
    assert any("zip bomb" in one.reason for one in problems)


def test_archives_nested_too_deep_are_told(tmp_path: Path) -> None:
    data = b"Deep text."
    for _ in range(9):
        data = gzip.compress(data)
    documents, (problem,) = read(tmp_path / "a.gz", data)
    assert not documents
    assert "nested more than" in problem.reason


@pytest.mark.parametrize("cut", [30, 200])
def test_damaged_archives_are_told(tmp_path: Path, cut: int) -> None:
    text = "".join(f"Line {n * 7919 % 1013}. " for n in range(900)).encode()
    for name, data in {
        "a.gz": gzip.compress(text),
        "a.zip": zipped({"a.txt": text}),
        "a.tar": tarred({"a": text}),
    }.items():
        _, problems = read(tmp_path / name, data[:-cut] if name != "a.tar" else data[:700])
        assert problems, name


def test_sheets_are_tables_with_their_cells(tmp_path: Path) -> None:
    (first, second), _ = read(
        tmp_path / "figures.xlsx",
        make_xlsx(
            {
                "Towns": [["Town", "People"], ["Aden", 1200], ["Bree", 30.5]],
                "Notes": [[], ["Source", "Census"], ["A", 3]],
            }
        ),
    )
    table = read_table(first)
    assert (table.cell(2, 2), table.cell(2, 3)) == ("1200", "30.5")
    assert first.source.path == f"{tmp_path}/figures.xlsx!Towns.csv"
    assert read_table(second).cell(2, 2) == "Census"


def make_xlsx(sheets: Mapping[str, list[list[object]]]) -> bytes:
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    rel = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    names = list(sheets)
    office = "http://schemas.openxmlformats.org/package/2006/relationships"
    root = f'<Relationship Id="r0" Type="{rel}/officeDocument" Target="xl/workbook.xml"/>'
    parts = {
        "_rels/.rels": f'<Relationships xmlns="{office}">{root}</Relationships>',
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
        "xl/workbook.xml": f'<workbook xmlns="{main}" xmlns:r="{rel}"><sheets>'
        + "".join(f'<sheet name="{n}" sheetId="{i}" r:id="r{i}"/>' for i, n in enumerate(names, 1))
        + "</sheets></workbook>",
        "xl/_rels/workbook.xml.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        + "".join(
            f'<Relationship Id="r{i}" Type="{rel}/worksheet" Target="worksheets/s{i}.xml"/>'
            for i in range(1, len(names) + 1)
        )
        + "</Relationships>",
    }
    for i, rows in enumerate(sheets.values(), 1):
        cells = ""
        for y, row in enumerate(rows, 1):
            inner = "".join(
                f'<c r="{"ABCDEFGH"[x]}{y}"><v>{v}</v></c>'
                if isinstance(v, (int, float))
                else f'<c r="{"ABCDEFGH"[x]}{y}" t="inlineStr"><is><t>{v}</t></is></c>'
                for x, v in enumerate(row)
            )
            cells += f'<row r="{y}">{inner}</row>'
        parts[f"xl/worksheets/s{i}.xml"] = f'<worksheet xmlns="{main}"><sheetData>{cells}</sheetData></worksheet>'
    return zipped(parts)


def make_warc(pages: Mapping[str, str]) -> bytes:
    records = b""
    for url, page in pages.items():
        kind = "text/html" if page else "image/png"
        answer = f"HTTP/1.0 200 OK\r\nContent-Type: {kind}\r\n\r\n{page}".encode()
        head = (
            f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {url}\r\nWARC-Record-ID: <urn:x:{len(url)}>\r\n"
            "WARC-Date: 2020-03-03T00:00:00Z\r\nContent-Type: application/http; msgtype=response\r\n"
            f"Content-Length: {len(answer)}\r\n\r\n"
        )
        records += gzip.compress(head.encode() + answer + b"\r\n\r\n")
    return records


def test_web_archives_give_pages_with_their_addresses(tmp_path: Path) -> None:
    body = f"<article><p>{LONG}</p><p>{LONG} Again.</p></article>"
    page = f"<html><head><title>Closed</title></head><body>{body}</body></html>"
    warc = make_warc({"https://paper.example/a": page, "https://paper.example/i.png": ""})
    (document,), (others,) = read(tmp_path / "a.warc.gz", warc)
    assert (document.source.url, document.source.title) == ("https://paper.example/a", "Closed")
    assert "1 answers" in others.reason
    wacz = zipped({"datapackage.json": "{}", "archive/data.warc.gz": warc, "pages/pages.jsonl": "{}"})
    (same,), _ = read(tmp_path / "a.wacz", wacz)
    assert same.source.id == document.source.id
