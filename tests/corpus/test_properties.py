"""What papers and crawls say of themselves: titles, authors, days that are not those of publication."""

from __future__ import annotations

import io
import random
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pypdf
import pytest
from pypdf.generic import NameObject, TextStringObject

from factcheck.corpus.readers import documents, parse_article, properties
from factcheck.corpus.readers.properties import of_package, of_pdf
from factcheck.domain import Document, Problem
from tests.corpus.documents import make_pdf, new_docx, saved
from tests.corpus.test_formats import LONG, make_warc, zipped

PLAIN = [[(LONG[:80], 11.0), (LONG[80:160] or LONG[:80], 11.0)]]
META = (
    '<office:document-meta xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"'
    ' xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/">'
    "<dc:title>Ferry plan</dc:title><dc:creator>Ada Holm</dc:creator>"
    "<meta:creation-date>2021-03-04T10:00:00</meta:creation-date></office:document-meta>"
)


def only(data: bytes, name: str, folder: Path) -> Document:
    (folder / name).write_bytes(data)
    found = [one for one in documents.read_documents(folder / name) if not isinstance(one, Problem)]
    assert len(found) == 1
    return found[0]


def pdf_that_says(**told: str) -> bytes:
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(make_pdf(PLAIN)))
    writer.add_metadata({NameObject(f"/{name}"): TextStringObject(value) for name, value in told.items()})
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def word(title: str) -> Any:
    document = new_docx()
    document.add_paragraph(LONG)
    document.core_properties.title = title
    document.core_properties.author = "Ada Holm"
    document.core_properties.created = datetime(2021, 3, 4, tzinfo=UTC)
    return document


def test_a_pdf_says_title_author_and_the_day_it_was_made(tmp_path: Path) -> None:
    data = pdf_that_says(Title="Ferry plan", Author="Ada Holm", CreationDate="D:20210304101500+01'00'")
    source = only(data, "a.pdf", tmp_path).source
    assert (source.title, source.author, source.made, source.published) == (
        "Ferry plan",
        "Ada Holm",
        date(2021, 3, 4),
        None,
    )


def test_a_date_line_above_the_headline_of_a_pdf_is_its_day_and_not_its_title(tmp_path: Path) -> None:
    lines = [("Published 30 January 2026", 9.0), ("Ferry to stop in spring", 22.0), *PLAIN[0]]
    source = only(make_pdf([lines]), "a.pdf", tmp_path).source
    assert (source.title, source.published) == ("Ferry to stop in spring", date(2026, 1, 30))
    article = parse_article(make_pdf([lines]), "a.pdf")
    assert article.title == source.title


def test_a_docx_does_too_and_the_headline_that_people_see_comes_first(tmp_path: Path) -> None:
    document = word("Template of the authority")
    source = only(saved(document), "a.docx", tmp_path).source
    assert (source.title, source.author) == ("Template of the authority", "Ada Holm")
    assert (source.made, source.published) == (date(2021, 3, 4), None)
    document.paragraphs[0].insert_paragraph_before("Ferry to stop", style="Title")
    assert only(saved(document), "b.docx", tmp_path).source.title == "Ferry to stop"


def test_the_package_of_an_odt_tells_the_same() -> None:
    said = {"title": "Ferry plan", "author": "Ada Holm", "made": "2021-03-04T10:00:00"}
    assert of_package(zipped({"meta.xml": META}), "a.odt") == said
    assert of_package(zipped({"content.xml": "<a/>"}), "a.odt") == {}


def test_a_page_of_a_crawl_keeps_the_day_on_which_it_was_taken(tmp_path: Path) -> None:
    page = f"<html><head><title>Closed</title></head><body><article><p>{LONG}</p><p>{LONG} Yes.</p></article></body>"
    source = only(make_warc({"https://paper.example/a": page}), "a.warc.gz", tmp_path).source
    assert (source.fetched, source.published) == (date(2020, 3, 3), None)


@pytest.mark.parametrize("title", ["Microsoft Word - plan_v3.doc", "scan0004.pdf", "Untitled 1", "x" * 400, " "])
def test_a_title_that_a_program_made_up_is_none(title: str) -> None:
    assert of_pdf({"/Title": title}) == {}


@pytest.mark.parametrize("day", ["D:20213104", "D:2021", "yesterday", "D:00000000000000"])
def test_a_day_that_is_none_is_left_out(day: str, tmp_path: Path) -> None:
    assert only(pdf_that_says(CreationDate=day), "a.pdf", tmp_path).source.made is None


def test_damaged_properties_never_stop_the_text(tmp_path: Path) -> None:
    dice = random.Random(3)
    for _ in range(40):
        spoilt = "".join(chr(dice.randrange(1, 0x2FF)) if dice.random() < 0.1 else c for c in META)
        assert set(of_package(zipped({"meta.xml": spoilt}), "a.odt")) <= {"title", "author", "made", "language"}
    data = pdf_that_says(Title="Ferry plan").replace(b"/Info ", b"/Info 99")
    assert only(data, "a.pdf", tmp_path).text


def test_properties_that_are_a_bomb_are_refused(tmp_path: Path) -> None:
    bomb = META.replace("Ferry plan", "x" * (properties.MOST_BYTES + 1))
    (tmp_path / "a.docx").write_bytes(zipped({"word/document.xml": "<a/>", "docProps/core.xml": bomb}))
    (found,) = documents.read_documents(tmp_path / "a.docx")
    assert isinstance(found, Problem)
