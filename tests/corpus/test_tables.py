"""Tables among the documents: kept whole, named, and read cell by cell as a spreadsheet names them."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.corpus import Corpus
from factcheck.corpus.readers import read_documents
from factcheck.corpus.tables import Table, holds_figures, is_table, read_table
from factcheck.domain import Document, Problem, Source, Term
from factcheck.errors import InputError
from factcheck.text.tables.figures import Figure

HOMES = """Homes by year

Year,Started,"Completed (note 1)",Share %
2022,"41,300","35,000",84.7
2023,"40,100","39,145",n/a
"""


def table(tmp_path: Path, text: str, name: str = "Table 1a.csv") -> Table:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    (found,) = read_documents(path)
    assert isinstance(found, Document), found
    return read_table(found)


def test_a_csv_of_figures_is_one_document_and_its_cells_have_addresses(tmp_path: Path) -> None:
    homes = table(tmp_path, HOMES)
    assert is_table(homes.source)
    assert homes.name == "Table 1a"
    assert homes.cell(3, 5) == "39,145"
    assert homes.figure(3, 5) == Figure(Decimal(39145))
    assert homes.labels(3, 5) == ("2023", "Completed (note 1)")


def test_a_head_that_says_per_cent_makes_the_figures_below_it_per_cent(tmp_path: Path) -> None:
    assert table(tmp_path, HOMES).figure(4, 4) == Figure(Decimal("84.7"), "%")


@pytest.mark.parametrize(
    ("column", "row", "complaint"),
    [(4, 5, "holds no figure: 'n/a'"), (4, 1, "is empty"), (1, 3, "holds no figure: 'Year'"), (1, 9, "ends at D5"),
     (9, 1, "ends at D5")],
)  # fmt: skip
def test_a_cell_without_a_figure_says_why(tmp_path: Path, column: int, row: int, complaint: str) -> None:
    with pytest.raises(InputError, match=complaint) as fault:
        table(tmp_path, HOMES).figure(column, row)
    assert fault.value.subject.startswith("Table 1a!")


def test_a_formula_in_a_cell_is_never_run(tmp_path: Path) -> None:
    found = table(tmp_path, "Year,Homes\n2022,5\n2023,6\ntotal,=SUM(B2:B3)\n")
    with pytest.raises(InputError, match="holds a formula"):
        found.figure(2, 4)


def test_rows_stand_where_the_text_has_them(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text('\n\nName,Homes\n"two\nlines",5\nB,6\nC,7\n', encoding="utf-8")
    (document,) = read_documents(path)
    assert isinstance(document, Document)
    found = read_table(document)
    assert [found.cell(1, row) for row in (3, 4, 5, 6)] == ["Name", "two\nlines", "B", "C"]
    assert [document.text[slice(*place)] for place in found.places[3:5]] == ['"two\nlines",5', "B,6"]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Jahr;Wert\n2022;1.234,5\n2023;2.000,0\nx;1.500\n", "1500"),
        ("Jahr;Wert\n2022;1.234\n2023;2.345\nx;1.500\n", "1500"),
        ("Year;Value\n2022;1.5\n2023;2.25\nx;1.500\n", "1.500"),
        ("Year\tValue\n2022\t1,234\n2023\t2,345.5\nx\t1,500\n", "1500"),
    ],
)
def test_the_whole_table_says_how_its_decimals_are_written(tmp_path: Path, text: str, value: str) -> None:
    assert table(tmp_path, text, "t.csv").figure(2, 4).value == Decimal(value)


def test_what_is_no_table_of_figures_stays_what_it_was(tmp_path: Path) -> None:
    assert not holds_figures("one,two\n1,2\n")
    assert not holds_figures("text,year\nThe ferry stops.,2023\nThe bus comes.,2024\n")
    path = tmp_path / "records.csv"
    path.write_text("text,year\nThe ferry stops.,2023\nThe bus comes.,2024\n")
    records = [one for one in read_documents(path) if isinstance(one, Document)]
    assert len(records) == 2
    assert not any(is_table(one.source) for one in records)
    with pytest.raises(InputError, match="is no table"):
        read_table(records[0])


@pytest.mark.parametrize("name", ["a.xlsx", "a.ods", "a.xls"])
def test_a_damaged_spreadsheet_is_told(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(b"PK\x03\x04....")
    (found,) = read_documents(tmp_path / name)
    assert isinstance(found, Problem)
    assert "damaged" in found.reason
    assert "save it again" in found.remedy


def test_a_table_is_found_by_title_file_or_id_and_never_as_a_passage(tmp_path: Path) -> None:
    for name in ("Table 1a.csv", "old/Table 2.csv", "new/Table 2.csv"):
        path = tmp_path / "in" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"{HOMES}{name},1,2\n", encoding="utf-8")
    (tmp_path / "in" / "homes.txt").write_text("Homes were completed in 2023.")
    with Corpus.open(tmp_path / "corpus") as corpus:
        corpus.add([tmp_path / "in"])
        found = corpus.table("table 1A")
        assert found.cell(3, 5) == "39,145"
        assert corpus.table("Table 1a.csv").source == found.source == corpus.table(found.source.id[:8]).source
        with pytest.raises(InputError, match="2 tables are called so"):
            corpus.table("Table 2")
        for wrong in ("Table 9", "", "homes", "%"):
            with pytest.raises(InputError, match="no table of that name"):
                corpus.table(wrong)
        hits = corpus.retrieve([Term(text="homes"), Term(text="completed")], 10)
        assert [hit.passage.text for hit in hits] == ["Homes were completed in 2023."]


@given(st.text(alphabet='ab1,5;\t"\n %', max_size=120))
def test_any_csv_is_a_table_or_none(text: str) -> None:
    assert holds_figures(text) in (True, False)


@given(
    st.lists(st.lists(st.sampled_from(["", "x", "Aden", "2019", "2020", "7", "1,5", "n/a"]), max_size=5), max_size=7)
)
def test_the_figures_of_a_table_have_the_labels_of_their_cells(rows: list[list[str]]) -> None:
    found = Table(Source(id="1", digest="", origin=""), tuple(map(tuple, rows)), (), None)
    for column, row, labels, text in found.figures():
        assert labels == found.labels(column, row)
        assert text == found.cell(column, row)


def test_a_table_tells_its_unit_period_and_notes(tmp_path: Path) -> None:
    text = "Homes by town,,\nin £ million; provisional,,\nTown,2019,2021\nAden,10,20\nBree,30,40\n[r] revised,,\n"
    found = table(tmp_path, f"{text}Source: invented office,,\n")
    assert found.unit == "in £ million"
    assert found.period == "2019-2021"
    assert found.notes == "[r] revised; Source: invented office"
    assert found.told == "unit: in £ million; period: 2019-2021; notes: [r] revised; Source: invented office"
    assert found.labels(3, 5) == ("Bree", "2021")


def test_the_period_of_cells_is_that_of_their_columns_and_rows(tmp_path: Path) -> None:
    found = table(tmp_path, "Town,population 2011,population 2021,area\nAden,10,20,3\nBree,30,40,5\n")
    assert found.period == "2011-2021"
    assert found.period_of([(3, 2), (3, 3)]) == "2021"
    assert found.period_of([(2, 2), (3, 2)]) == "2011-2021"
    assert found.period_of([(3, 2), (4, 2)]) == "2011-2021", "one cell names no year of its own"
    assert found.told_of([(3, 2)]) == "period: 2021"


def test_a_table_that_tells_nothing_says_nothing(tmp_path: Path) -> None:
    found = table(tmp_path, "a,b\n1,2\n3,4\n")
    assert (found.unit, found.period, found.notes, found.told) == ("", "", "", "")


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_rows_are_found_however_lines_end(tmp_path: Path, end: str) -> None:
    text = end.join(["Name,Homes", "A,5", "B,6", "C,7", ""])
    assert holds_figures(text)
    found = table(tmp_path, text)
    assert [found.cell(1, row) for row in (1, 2, 3, 4)] == ["Name", "A", "B", "C"]


@given(st.text(alphabet='a1,;"\n\r\u2028 ', max_size=60))
def test_any_text_is_looked_at_as_a_table(text: str) -> None:
    assert holds_figures(text) in (True, False)


def test_a_cell_is_told_by_all_labels_beside_it_and_not_by_those_of_another_figure(tmp_path: Path) -> None:
    rows = "area,month,rate (%),other,count\nArle,2024-05,6.8,Ostwick,40\nLenn,2024-05,4.1,,12\n"
    found = table(tmp_path, rows)
    assert found.labels(3, 2) == ("Arle, 2024-05", "rate (%)")
    assert found.labels(5, 2) == ("Ostwick", "count")
    assert found.labels(5, 3) == ("Lenn, 2024-05", "count")
    for column, row, labels, _ in found.figures():
        assert labels == found.labels(column, row)
