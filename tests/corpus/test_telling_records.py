"""Records are told by what stands in a file, whatever it is called; and what they say is read as people write it."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.corpus.columns import fields_of, names_records, says_delimiter
from factcheck.corpus.readers import read_documents
from factcheck.corpus.records import parse_date
from factcheck.corpus.tables import is_table, read_table
from factcheck.domain import Document

FIRST, LAST = "The ferry to Ostwick stops in October.", "A bus is to take its place until spring."
RECORDS = [{"title": "Ferry", "text": FIRST}, {"title": "Bus", "text": LAST}]
LINES = "".join(json.dumps(one) + "\n" for one in RECORDS)
TABLE = f"Title,Text,Date\nFerry,{FIRST},2020-03-01\nBus,{LAST},2020-03-02\n"


def read(path: Path, content: str | bytes) -> list[Document]:
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return [one for one in read_documents(path) if isinstance(one, Document)]


@pytest.mark.parametrize("name", ["a.txt", "a", "a.log", "a.dat", "a.jsonl", "a.json"])
@pytest.mark.parametrize("content", [LINES, json.dumps(RECORDS), json.dumps(RECORDS, indent=2), "\ufeff" + LINES])
def test_json_is_told_whatever_its_name(tmp_path: Path, name: str, content: str) -> None:
    assert [(one.source.title, one.text) for one in read(tmp_path / name, content)] == [("Ferry", FIRST), ("Bus", LAST)]


@pytest.mark.parametrize("content", [TABLE, TABLE.replace(",", "|"), TABLE.replace(",", "\t"), TABLE.encode("utf-16")])
def test_rows_are_told_by_their_header(tmp_path: Path, content: str | bytes) -> None:
    found = read(tmp_path / "a.txt", content)
    assert [(one.source.title, one.text, str(one.source.published)) for one in found] == [
        ("Ferry", FIRST, "2020-03-01"),
        ("Bus", LAST, "2020-03-02"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "[A note of the desk] The ferry stops.",
        "{Ferry} The ferry stops.",
        "[{ that is no JSON",
        "Title\nThe ferry stops.",
        "The text, the title and the day on which it was published, were wrong.\nMore.",
        "Ferry, bus, tram\nThe ferry stops.",
    ],
)
def test_prose_stays_prose(tmp_path: Path, text: str) -> None:
    (document,) = read(tmp_path / "a.txt", text)
    assert document.text == text


@given(st.text(max_size=80))
def test_no_header_crashes(line: str) -> None:
    assert names_records(line) in (True, False)


def test_an_envelope_of_records_is_opened_and_a_document_with_parts_is_not(tmp_path: Path) -> None:
    assert len(read(tmp_path / "a.json", json.dumps({"status": "ok", "total": 2, "articles": RECORDS}))) == 2
    assert read(tmp_path / "b.json", json.dumps({"headline": "Ferry", "comments": RECORDS})) == []
    (whole,) = read(tmp_path / "c.json", json.dumps({"text": FIRST, "comments": RECORDS}))
    assert whole.text == FIRST


def test_a_line_that_names_the_delimiter_is_no_header(tmp_path: Path) -> None:
    (document,) = read(tmp_path / "a.csv", f"sep=;\r\ntitle;text\r\nFerry, bus;{FIRST}\r\n")
    assert (document.source.title, document.text) == ("Ferry, bus", FIRST)
    (document,) = read(tmp_path / "b.csv", "sep=;\nTown;2020;2021\nOstwick;1,5;2,5\nLindby;3,5;4,5\n")
    assert is_table(document.source)
    assert read_table(document).cell(3, 2) == "2,5", "Excel hides that line, and counts from the one below"
    assert (says_delimiter("sep=\t\n"), says_delimiter("sepal=;"), says_delimiter("sep=ab")) == ("\t", "", "")


@pytest.mark.parametrize(
    ("record", "field", "value"),
    [
        ({"Überschrift": "Fähre"}, "title", "Fähre"),
        ({"Body Text": FIRST}, "text", FIRST),
        ({"publishedAt": "2020-03-01"}, "published", "2020-03-01"),
        ({"pub-date": "2020-03-01"}, "published", "2020-03-01"),
        ({"source": {"id": None, "name": "The Post"}}, "publisher", "The Post"),
        ({"author": [{"@type": "Person", "name": "Ann Berg"}, {"name": "Bo Dahl"}]}, "author", "Ann Berg, Bo Dahl"),
        ({"author": {"age": 3}}, "author", ""),
        ({"title": {"rendered": "Ferry"}}, "title", "Ferry"),
    ],
)
def test_names_and_values_as_exports_write_them(record: dict[str, object], field: str, value: str) -> None:
    assert fields_of(record)[field] == value


@pytest.mark.parametrize(
    "value",
    [
        *("4. März 2020", "4 March 2020", "Mar 4, 2020", "Mar. 4th, 2020", "March 4 2020", "04-Mar-2020"),
        *("Wed, 04 Mar 2020 10:00:00 GMT", "Mittwoch, den 4. März 2020", "4 mars 2020", "4 de marzo de 2020"),
        *("2020/03/04", "2020.3.4", "4. 3. 2020", "4.3.2020 10:00", "20200304", "20200304103000", "2020030410"),
        *("1583316000", "1583316000000", "1583316000.25"),
    ],
)
def test_a_day_is_read_as_archives_write_it(value: str) -> None:
    assert parse_date(value) == date(2020, 3, 4)


@pytest.mark.parametrize("value", ["March 2020", "04.03.20", "4 Foo 2020", "31. Februar 2020", "12345678", "2020", "3"])
def test_what_names_no_day_is_none(value: str) -> None:
    assert parse_date(value) is None
