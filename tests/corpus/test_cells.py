"""Cells of tables are found by the figures of a claim, in CSV, XLSX and ODS; the examples are ours."""

from __future__ import annotations

import io
import zipfile
from decimal import Decimal
from pathlib import Path
from xml.sax.saxutils import escape

import pytest

from factcheck.corpus import Corpus
from factcheck.corpus.cells import find_cells, may_have
from factcheck.corpus.tables import Table, read_table
from factcheck.domain import Document, Source
from tests.corpus.test_formats import make_xlsx

ROWS: list[list[object]] = [
    ["New homes in Arle"],
    ["Year", "Started", "Completed"],
    ["2023", "9,120", "7,950"],
    ["2024", "10,030", "8,412"],
]
CLAIM = "8,412 new homes were completed in Arle in 2024."


def make_ods(rows: list[list[object]]) -> bytes:
    """Return a spreadsheet of one sheet, as an office suite writes it."""
    cells = "".join(
        "<table:table-row>"
        + "".join(
            f'<table:table-cell office:value-type="string"><text:p>{escape(str(one))}</text:p></table:table-cell>'
            for one in row
        )
        + "</table:table-row>"
        for row in rows
    )
    names = " ".join(
        f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in ("office", "table", "text")
    )
    content = (
        f'<?xml version="1.0"?><office:document-content {names} office:version="1.2"><office:body><office:spreadsheet>'
        f'<table:table table:name="Homes">{cells}</table:table></office:spreadsheet></office:body>'
        "</office:document-content>"
    )
    kind = "application/vnd.oasis.opendocument.spreadsheet"
    manifest = (
        '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
        f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{kind}"/>'
        '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>'
    )
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        package.writestr("mimetype", kind)
        package.writestr("content.xml", content)
        package.writestr("META-INF/manifest.xml", manifest)
    return out.getvalue()


def as_csv(rows: list[list[object]]) -> bytes:
    return "\n".join(",".join(f'"{one}"' for one in row) for row in rows).encode()


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("homes.csv", as_csv(ROWS)),
        ("homes.xlsx", make_xlsx({"Homes": ROWS})),
        ("homes.ods", make_ods(ROWS)),
    ],
)
def test_the_cell_with_the_claims_figure_is_found_with_its_labels_and_period(
    tmp_path: Path, name: str, data: bytes
) -> None:
    (tmp_path / name).write_bytes(data)
    with Corpus.open(tmp_path / "corpus", create=True) as corpus:
        corpus.add([tmp_path / name])
        (found,) = corpus.cells(CLAIM)
    assert (found.cell, found.text, found.labels) == ("C4", "8,412", ("2024", "Completed"))
    assert found.period == "2024", "the table is of 2023-2024, the cell of one year"
    assert found.exact


def table(text: str, title: str = "Homes in Arle") -> Table:
    return read_table(Document(source=Source(id="1", digest="1", origin="1", title=title, path="t.csv"), text=text))


@pytest.mark.parametrize(
    ("claim", "cell", "exact"),
    [
        ("The council completed 8.4 thousand homes in 2024.", "C3", False),
        ("About 8,400 homes were completed in 2024.", "C3", False),
        ("Arle completed 7,950 homes in 2023.", "C2", True),
        ("Arle completed 8,950 homes in 2023.", "", False),
        ("Homes were completed in 2024.", "", False),
    ],
)
def test_rounding_is_allowed_for_and_another_figure_finds_nothing(claim: str, cell: str, exact: bool) -> None:
    found = find_cells(claim, [table('Year,Started,Completed\n2023,"9,120","7,950"\n2024,"10,030","8,412"\n')])
    assert [one.cell for one in found] == ([cell] if cell else [])
    assert all(one.exact is exact for one in found)


@pytest.mark.parametrize(
    ("head", "cell", "claim", "value"),
    [
        ("Spending (£ million)", "2.4", "The council spent £2.4 million on roads in 2024.", "2400000"),
        ("Homes (thousands)", "8.4", "8,400 homes were built in 2024.", "8400"),
        ("Jobless rate (%)", "4.3", "The jobless rate was 4.3 per cent in 2024.", "4.3"),
        ("Ausgaben (Mio. Euro)", "2.4", "Die Stadt gab 2024 für Straßen 2,4 Millionen Euro aus (Ausgaben).", "2400000"),
    ],
)
def test_the_scale_and_unit_of_a_head_are_those_of_its_figures(head: str, cell: str, claim: str, value: str) -> None:
    (found,) = find_cells(claim, [table(f"Year,{head}\n2023,1.9\n2024,{cell}\n", "Roads spending, council")])
    assert found.value == Decimal(value)
    assert found.labels[0] == "2024"


def test_the_year_of_the_claim_comes_first_and_figures_by_chance_stay_out() -> None:
    rates = table("Year,Jobless rate (%)\n2022,4.3\n2023,5.0\n2024,4.3\n", "Labour market")
    depth = table("Well,Depth (m)\nA,4.3\nB,7.1\n", "Wells of Dorne")
    found = find_cells("The jobless rate was 4.3 per cent in 2024.", [depth, rates])
    assert [one.cell for one in found] == ["B4", "B2"]


@pytest.mark.parametrize(
    ("told", "may"),
    [("2023,8412,9120", True), ("x,8.4,9.1", True), ('"10,000"', False), ("2024;8,41;9", True), ("a,3,9", False)],
)
def test_a_table_without_a_number_like_it_need_not_be_read(told: str, may: bool) -> None:
    assert may_have("8,412 homes were built.", told) is may


def test_a_rounded_figure_of_more_digits_is_like_it() -> None:
    assert may_have("9,996 homes were built.", "10,7")


CATCH = "Landings of fish, thousands\nReleased: 3 May 2024\n\nPort,Year,Landed\nArle,2023,71.3\nBren,2023,18.2\n"
FREIGHT = "Hafen;Jahr;Umschlag in Tonnen\nArle;2023;31.870,5\nBren;2023;6.204.100,0\n"


@pytest.mark.parametrize(
    ("asked", "cell", "value"),
    [
        ("71,300 fish were landed in Arle", "C5", "71300"),  # the scale of a caption whose comma parts no cells
        ("71.3", "C5", "71300"),  # as it stands there
        ("71.3 in Arle", "C5", "71300"),
    ],
)
def test_the_scale_of_a_caption_written_without_quotation_marks_counts(asked: str, cell: str, value: str) -> None:
    (found,) = find_cells(asked, [table(CATCH, "landings")])
    assert (found.cell, found.value, found.exact) == (cell, Decimal(value), True)


def test_such_a_caption_is_what_the_table_is_about_and_no_label() -> None:
    about = table("Landings of fish, thousands\n\nPort,2022,2023\nArle,70.1,71.3\n")
    assert about.about == "Landings of fish, thousands"
    assert about.unit == "thousands"
    assert about.labels(2, 4) == ("Arle", "2022")
    assert [labels for *_, labels, text in about.figures() if text == "70.1"] == [("Arle", "2022")]


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("31.870,5 Tonnen", ["C2"]),
        ("31,870.5 tonnes", ["C2"]),
        ("6.2 million tonnes", ["C3"]),
        ("31.870,5", ["C2"]),
        ("31,870.5 miles", []),
    ],
)
def test_the_unit_of_a_head_is_that_of_its_figures_in_any_language(asked: str, found: list[str]) -> None:
    assert [one.cell for one in find_cells(asked, [table(FREIGHT, "umschlag")])] == found


def test_an_exact_figure_is_found_though_no_label_has_a_word_of_the_text_behind_those_that_have() -> None:
    wells = table("Well,Depth (m)\nA,212.4\nB,7.1\n", "Wells of Dorne")
    homes = table("Year,Started\n2023,212.4\n", "Homes")
    assert [one.table for one in find_cells("Homes started: 212.4", [wells, homes])] == ["Homes", "Wells of Dorne"]
    assert [one.cell for one in find_cells("7.1", [wells])] == ["B3"]
    assert not find_cells("The team scored 7.1 goals", [wells])


def test_a_table_that_is_written_with_blanks_has_heads_and_no_caption() -> None:
    blanks = table("Port, Year, Landed\nArle, 2023, 71.3\nBren, 2023, 18.2\n")
    assert blanks.about == ""
    assert blanks.labels(3, 2) == ("Arle, 2023", "Landed")


def test_one_table_in_several_messages_is_searched_once(tmp_path: Path) -> None:
    table = "Lund and Ulm\nYear,Lund,Ulm\n2023,4321.5,17\n2024,4400.5,18\n"
    for number in range(3):
        message = (
            f"From: a@example.org\nDate: Mon, {number + 3} Jun 2024 10:00:00 +0000\nSubject: Figures {number}\n"
            'MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary="x"\n\n--x\nContent-Type: text/plain\n\n'
            f"Here are the figures of week {number}, as the town sent them.\n--x\n"
            'Content-Type: text/csv; name="towns.csv"\nContent-Disposition: attachment; filename="towns.csv"\n\n'
            f"{table}\n--x--\n"
        )
        (tmp_path / f"{number}.eml").write_text(message)
    with Corpus.open(tmp_path / "corpus") as corpus:
        corpus.add(sorted(tmp_path.glob("*.eml")))
        assert len(corpus.cells("Lund had 4,321.5 in 2023.")) == 1
