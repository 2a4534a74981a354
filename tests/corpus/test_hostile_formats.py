"""Files made to hurt, in every format that can hold them: bounded, told, and the rest of the file is read."""

from __future__ import annotations

import html
import zipfile
from collections.abc import Callable
from email.message import EmailMessage
from pathlib import Path

import pytest

from factcheck.corpus import Corpus
from factcheck.corpus.options import Reading
from factcheck.corpus.readers import pdf, read_documents
from factcheck.domain import Document, Problem
from factcheck.errors import StorageError
from tests.corpus.documents import make_pdf

DEPTH = 100_000
FIRST = "The ferry crosses the lake at noon."
DEEPER = "The wall is 12 metres high."
AFTER = "The pier has 40 lamps."
DEEP = f"<html><body><p>{FIRST}</p>{'<div>' * DEPTH}<p>{DEEPER}</p>{'</div>' * DEPTH}<p>{AFTER}</p></body></html>"
LAST = "The harbour wall is high."


def read(path: Path) -> tuple[list[str], list[str]]:
    """Return the texts of a file, and what is told of it."""
    found = list(read_documents(path))
    texts = [one.text for one in found if isinstance(one, Document)]
    return texts, [one.reason for one in found if isinstance(one, Problem)]


def letter(page: str) -> bytes:
    message = EmailMessage()
    message["Subject"] = "Timetable"
    message.set_content(page, subtype="html")
    return bytes(message)


def feed(*pages: str) -> bytes:
    entries = "".join(f'<entry><content type="html">{html.escape(page)}</content></entry>' for page in pages)
    return f'<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom">{entries}</feed>'.encode()


MAILBOX = b"From a@lake.example Mon May  6 10:00:00 2024\n"


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.html", DEEP.encode()),
        ("a.eml", letter(DEEP)),
        ("a.mbox", MAILBOX + letter(DEEP) + b"\n\n" + MAILBOX + b"Subject: Wall\n\n" + LAST.encode() + b"\n"),
        ("a.atom", feed(DEEP, f"<p>{LAST}</p>")),
    ],
)
def test_a_page_nested_100_000_deep_is_read_whole_and_told(tmp_path: Path, name: str, data: bytes) -> None:
    (tmp_path / name).write_bytes(data)
    texts, told = read(tmp_path / name)
    whole = f"{FIRST}\n\n{DEEPER}\n\n{AFTER}"
    assert texts == ([whole, LAST] if LAST.encode() in data else [whole])
    assert [reason.partition(" nested ")[0] for reason in told] == ["has elements"]


@pytest.mark.parametrize("depth", [1, 9, 300, 50_000])
@pytest.mark.parametrize("words", ["the deep quay of Brevik", f"{LAST} {LAST}"])
def test_a_piece_of_a_page_is_read_however_deep_it_is_nested(tmp_path: Path, depth: int, words: str) -> None:
    (tmp_path / "a.html").write_text(f"{'<div>' * depth}{words}{'</div>' * depth}", encoding="utf-8")
    texts, told = read(tmp_path / "a.html")
    assert texts == [words]
    assert bool(told) is (depth > 250)


def test_elements_of_a_feed_nested_100_000_deep_are_told(tmp_path: Path) -> None:
    data = feed(f"<p>{FIRST}</p>").replace(b"</feed>", b"<x>" * DEPTH + b"</x>" * DEPTH + b"</feed>")
    (tmp_path / "a.atom").write_bytes(data)
    texts, told = read(tmp_path / "a.atom")
    assert (texts, len(told)) == ([FIRST], 1)


def test_entities_that_multiply_are_not_resolved(tmp_path: Path) -> None:
    entities = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 12))
    data = feed("words").replace(b"?>", f'?><!DOCTYPE feed [<!ENTITY e0 "ha">{entities}]>'.encode(), 1)
    (tmp_path / "a.atom").write_bytes(data.replace(b"words", b"Before. &e11;"))
    texts, told = read(tmp_path / "a.atom")
    assert sum(map(len, texts)) < 1000
    assert texts or told


# --- office documents -------------------------------------------------------------------------------------------------

OPEN = "urn:oasis:names:tc:opendocument:xmlns"
NAMES = f'xmlns:office="{OPEN}:office:1.0" xmlns:text="{OPEN}:text:1.0" xmlns:table="{OPEN}:table:1.0"'


def open_document(path: Path, kind: str, body: str) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("mimetype", f"application/vnd.oasis.opendocument.{kind}")
        content = f"<office:document-content {NAMES}><office:body>{body}</office:body></office:document-content>"
        package.writestr("content.xml", content)
        entry = f'<m:file-entry m:full-path="/" m:media-type="application/vnd.oasis.opendocument.{kind}"/>'
        package.writestr("META-INF/manifest.xml", f'<m:manifest xmlns:m="{OPEN}:manifest:1.0">{entry}</m:manifest>')
    return path


def ods(path: Path, rows: str) -> Path:
    sheet = f'<table:table table:name="Homes">{rows}</table:table>'
    return open_document(path, "spreadsheet", f"<office:spreadsheet>{sheet}</office:spreadsheet>")


def xlsx(path: Path, rows: str) -> Path:
    main, office = (
        "schemas.openxmlformats.org/spreadsheetml/2006/main",
        "schemas.openxmlformats.org/officeDocument/2006",
    )
    kind, space = f"http://{office}/relationships", "http://schemas.openxmlformats.org/package/2006/relationships"
    relation = f'<Relationships xmlns="{space}"><Relationship Id="r1" Type="{kind}/%s" Target="%s"/></Relationships>'
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("[Content_Types].xml", "<Types/>")
        package.writestr("_rels/.rels", relation % ("officeDocument", "xl/workbook.xml"))
        sheets = '<sheets><sheet name="Homes" sheetId="1" r:id="r1"/></sheets>'
        book = f'<workbook xmlns="http://{main}" xmlns:r="http://{office}/relationships">{sheets}</workbook>'
        package.writestr("xl/workbook.xml", book)
        package.writestr("xl/_rels/workbook.xml.rels", relation % ("worksheet", "worksheets/sheet1.xml"))
        sheet = f'<worksheet xmlns="http://{main}"><sheetData>{rows}</sheetData></worksheet>'
        package.writestr("xl/worksheets/sheet1.xml", sheet)
    return path


VALUE = 'office:value-type="float" office:value="7"><text:p>7</text:p></table:table-cell>'
BLANK = (
    '<table:table-row table:number-rows-repeated="1048575">'
    '<table:table-cell table:number-columns-repeated="16384"/></table:table-row>'
)


def test_a_sheet_that_repeats_its_cells_without_end_is_told(tmp_path: Path) -> None:
    cell = f'<table:table-cell table:number-columns-repeated="90" {VALUE}'
    row = f'<table:table-row table:number-rows-repeated="1000000">{cell}'
    texts, told = read(ods(tmp_path / "a.ods", f"{row}</table:table-row>"))
    assert (texts, told) == ([], ["has a sheet that spans 90,000,000 cells, more than 5,000,000"])


def test_blank_cells_to_the_end_of_a_sheet_cost_nothing(tmp_path: Path) -> None:
    row = f'<table:table-row><table:table-cell {VALUE}<table:table-cell table:number-columns-repeated="16383"/>'
    assert read(ods(tmp_path / "a.ods", f"{row}</table:table-row>{BLANK}")) == (["7"], [])


def test_two_cells_at_the_far_ends_of_a_sheet_are_told(tmp_path: Path) -> None:
    far = '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>2</v></c></row>'
    texts, told = read(xlsx(tmp_path / "a.xlsx", far))
    assert (texts, told) == ([], ["has a sheet that spans 17,179,869,184 cells, more than 5,000,000"])


def test_an_honest_sheet_is_read(tmp_path: Path) -> None:
    near = '<row r="1"><c r="A1"><v>1</v></c></row><row r="3"><c r="C3"><v>2</v></c></row>'
    assert read(xlsx(tmp_path / "a.xlsx", near)) == (["1,,\n,\n,,2"], [])


def test_a_spreadsheet_that_unpacks_without_end_is_told(tmp_path: Path) -> None:
    texts, told = read(xlsx(tmp_path / "a.xlsx", " " * 70_000_000))
    assert (texts, [reason[:20] for reason in told]) == ([], ["would unpack to 66 M"])


@pytest.mark.parametrize(
    "data", [b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(5000), b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\xff" * 600]
)
def test_an_old_spreadsheet_that_is_damaged_is_told(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "a.xls").write_bytes(data)
    texts, told = read(tmp_path / "a.xls")
    assert (texts, len(told)) == ([], 1)


def test_an_odt_nested_100_000_deep_is_told(tmp_path: Path) -> None:
    deep = f"{'<text:section>' * DEPTH}<text:p>Lost words.</text:p>{'</text:section>' * DEPTH}"
    body = f"<office:text><text:p>{FIRST}</text:p>{deep}</office:text>"
    texts, told = read(open_document(tmp_path / "a.odt", "text", body))
    assert texts == [FIRST]
    assert told == ["has elements nested too deep; what stands from there on was not read"]


def test_a_pdf_of_100_000_pages_is_read_to_a_page_and_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "MOST_PAGES", 200)  # of 2,000: reading ten times as many tells nothing more
    (tmp_path / "a.pdf").write_bytes(make_pdf([[("The bridge is closed.", 12.0)]] * 100_000))
    (document, *_), (told,) = read(tmp_path / "a.pdf")
    assert document.startswith("The bridge is closed.")
    assert told == "has 100000 pages; those after page 200 were not read"


def test_the_properties_of_an_rtf_are_read(tmp_path: Path) -> None:
    info = rb"{\info{\title Der K\'e4fig}{\author Maren Holt}{\creatim\yr2024\mo5\dy6\hr10}}"
    (tmp_path / "a.rtf").write_bytes(rb"{\rtf1\ansi" + info + rb"\pard The harbour wall is high.\par}")
    (document,) = read_documents(tmp_path / "a.rtf")
    assert isinstance(document, Document)
    source = document.source
    assert (source.title, source.author, str(source.made)) == ("Der Käfig", "Maren Holt", "2024-05-06")


# --- dates ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "day", ["31.02.2020", "2020-02-31", "20200231", "31/02/2020", "2020-13-45T10:00:00Z", "0.0.2020"]
)
def test_a_date_that_no_calendar_has_is_told_and_the_text_is_kept(tmp_path: Path, day: str) -> None:
    (tmp_path / "a.jsonl").write_text(
        f'{{"text": "{FIRST}", "date": "{day}"}}\n{{"text": "{LAST}", "date": "2020-02-29"}}\n'
    )
    found = list(read_documents(tmp_path / "a.jsonl"))
    dates = [(one.text, str(one.source.published)) for one in found if isinstance(one, Document)]
    assert dates == [(FIRST, "None"), (LAST, "2020-02-29")]
    (told,) = [one for one in found if isinstance(one, Problem)]
    assert told.path.endswith("a.jsonl#line-1")
    assert f"a date that no calendar has ({day!r})" in told.reason


@pytest.mark.parametrize("day", ["", "05.04.2020", "13/04/2020"])
def test_a_date_that_is_one_is_not_complained_of(tmp_path: Path, day: str) -> None:
    (tmp_path / "a.jsonl").write_text(f'{{"text": "{FIRST}", "date": "{day}"}}\n')
    assert read(tmp_path / "a.jsonl") == ([FIRST], [])


def rows_of_days(path: Path, *days: str) -> Path:
    path.write_text("".join(f'{{"text": "{FIRST} {at}", "date": "{day}"}}\n' for at, day in enumerate(days)))
    return path


def test_dates_that_name_no_day_or_two_are_told_once_a_file_and_kind(tmp_path: Path) -> None:
    path = rows_of_days(tmp_path / "a.jsonl", "2020-03-01", "4/5/2020", "May 2020", "03-04-2020", "soon", "2020")
    found = list(read_documents(path))
    assert sum(isinstance(one, Document) for one in found) == 6
    two, none = [one for one in found if isinstance(one, Problem)]
    assert two.path.endswith("a.jsonl#line-2")
    assert "can be read in two ways ('4/5/2020'); it is kept without one, as are 1 more of its file" in two.reason
    assert "--dates dmy" in two.remedy
    assert none.path.endswith("a.jsonl#line-3")
    assert "names no day ('May 2020'); it is kept without one, as are 2 more" in none.reason
    assert "--columns published=" in none.remedy


@pytest.mark.parametrize(
    ("order", "days"), [("dmy", ["2020-05-04", "2020-04-13"]), ("mdy", ["2020-04-05", "2020-04-13"])]
)
def test_an_order_of_dates_that_is_given_is_taken(tmp_path: Path, order: str, days: list[str]) -> None:
    path = rows_of_days(tmp_path / "a.jsonl", "4/5/2020", "13/04/2020")
    found = list(read_documents(path, how=Reading(dates=order)))
    assert [str(one.source.published) for one in found if isinstance(one, Document)] == days
    assert len(found) == 2


def test_a_notice_of_dates_keeps_nothing_that_its_file_no_longer_holds(tmp_path: Path) -> None:
    path = rows_of_days(tmp_path / "a.jsonl", "May 2020", "2020-03-01")
    with Corpus.open(tmp_path / "c") as corpus:
        corpus.add([path])
        rows_of_days(path, "May 2020")
        corpus.add([path])
        assert corpus.documents == 1


# --- the disk ---------------------------------------------------------------------------------------------------------

FULL = """
import resource, sys
from pathlib import Path
from factcheck.corpus import Corpus
from factcheck.corpus.options import Reading
from factcheck.errors import StorageError
with Corpus.open(sys.argv[1]) as corpus:
    corpus.add([Path(sys.argv[2], "small")])
    resource.setrlimit(resource.RLIMIT_FSIZE, (3_000_000, 3_000_000))
    try:
        corpus.add([Path(sys.argv[2], "large")])
    except StorageError as error:
        print(error.message, "|", error.hint)
"""


def test_a_full_disk_is_told_and_what_was_added_before_is_there(tmp_path: Path, in_process: Callable[..., str]) -> None:
    for folder, number in (("small", 20), ("large", 8_000)):
        (tmp_path / folder).mkdir()
        lines = [
            f'{{"text": "Report {folder} {n}: {"the harbour wall is high and " * 9}{n}."}}\n' for n in range(number)
        ]
        (tmp_path / folder / "a.jsonl").write_text("".join(lines))
    said = in_process(FULL, tmp_path / "corpus", tmp_path)
    assert "make room" in said
    with Corpus.open(tmp_path / "corpus") as corpus:
        assert corpus.verify() == ()
        assert corpus.search("small harbour report 7")
        corpus.add([tmp_path / "large"])
        assert corpus.documents == 8_020


@pytest.fixture
def in_process() -> Callable[..., str]:
    import signal
    import subprocess
    import sys

    def run(code: str, *arguments: object) -> str:
        command = [sys.executable, "-c", code, *map(str, arguments)]
        ignored = lambda: signal.signal(signal.SIGXFSZ, signal.SIG_IGN)  # noqa: E731 - as on a full disk: an error, no signal
        done = subprocess.run(command, capture_output=True, text=True, check=True, preexec_fn=ignored)
        return done.stdout

    return run


def test_a_corpus_that_may_not_be_written_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    (tmp_path / "a.txt").write_text(FIRST)
    with Corpus.open(tmp_path / "corpus") as corpus:
        monkeypatch.setattr("factcheck.corpus.lock.FileIO", refused)
        with pytest.raises(StorageError, match="cannot be written: Permission denied"):
            corpus.add([tmp_path / "a.txt"])


@pytest.mark.parametrize("name", ["a.html", "a.eml"])
def test_the_words_of_a_tag_of_100_000_attributes_are_read(tmp_path: Path, name: str) -> None:
    attributes = " ".join(f'a{number}="x"' for number in range(100_000))
    page = f"<html><body><p>{FIRST}</p><p class=note {attributes}>{DEEPER}</p><p>{AFTER}</p></body></html>"
    (tmp_path / name).write_bytes(page.encode() if name == "a.html" else letter(page))
    ((text,), _) = read(tmp_path / name)
    assert all(sentence in text for sentence in (FIRST, DEEPER, AFTER))


def test_a_page_of_60_000_paragraphs_is_read_whole(tmp_path: Path) -> None:
    paragraphs = "".join(f"<p>Lamp {number} of the pier costs {number} pounds.</p>" for number in range(60_000))
    (tmp_path / "a.html").write_text(f"<html><body>{paragraphs}</body></html>")
    ((text,), told) = read(tmp_path / "a.html")
    assert (text.count("\n\n") > 59_000, "Lamp 59999" in text, told) == (True, True, [])


def test_members_of_an_archive_that_lie_within_others_are_told_and_read_once(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("wall.txt", LAST)
        archive.writestr("ferry.txt", FIRST * 1000)
        whole = archive.getinfo("ferry.txt")
        for number in range(300):  # each names the same bytes
            again = zipfile.ZipInfo(f"{number}.txt")
            for name in ("header_offset", "compress_size", "file_size", "CRC", "compress_type"):
                setattr(again, name, getattr(whole, name))
            archive.filelist.append(again)
    texts, told = read(path)
    assert (len(texts), LAST in texts) == (2, True)
    assert [one for one in told if "zip bomb" in one] == [
        "has 300 members that lie within others (a zip bomb?); they were not read"
    ]
