"""Tables whose figures carry flags, whose words say when they were published, and sheets that are words."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from factcheck.corpus import Corpus
from factcheck.corpus.options import Reading
from factcheck.corpus.readers import read_documents
from factcheck.corpus.tables import Table, is_table, read_table
from factcheck.corpus.vintages import compare_vintages
from factcheck.domain import Document
from factcheck.errors import InputError
from factcheck.reports.vintages import difference_lines
from tests.corpus.test_formats import make_xlsx


def documents(tmp_path: Path, name: str, data: str | bytes, how: Reading | None = None) -> list[Document]:
    path = tmp_path / name
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    found = list(read_documents(path, how=how) if how else read_documents(path))
    assert all(isinstance(one, Document) for one in found), found
    return [one for one in found if isinstance(one, Document)]


def table(tmp_path: Path, text: str, name: str = "t.csv") -> Table:
    (found,) = documents(tmp_path, name, text)
    return read_table(found)


@pytest.mark.parametrize(
    "mark", [" p", "p", " r", "b", " e", " bp", " (r)", " [r]", "†", " 1)", "¹", "¹⁾", "ʳ", " *", " b p", "r 2)"]
)
def test_a_marked_cell_is_a_figure_and_no_label(tmp_path: Path, mark: str) -> None:
    found = table(tmp_path, f"Area,2021,2022,2023\nOstwick,420.1,423.7{mark},430.2\nMarlow,80.2,81.3{mark},82.4\n")
    assert str(found.figure(3, 2).value) == "423.7"
    assert found.labels(3, 2) == ("Ostwick", "2022")
    assert found.labels(4, 2) == ("Ostwick", "2023")
    assert found.labels(3, 3) == ("Marlow", "2022")
    assert [text for *_, text in found.figures()][4:6] == [f"423.7{mark}", "430.2"]


@pytest.mark.parametrize("gap", [":", "..", "…", "–", "-", ": c", "[x]", "(D)", "/", "n/a", "*"])
def test_a_sign_of_no_figure_is_neither_figure_nor_label(tmp_path: Path, gap: str) -> None:
    found = table(tmp_path, f"Area,2021,2022\nOstwick,{gap},423.7\nMarlow,80.2,81.3\nElmet,1.5,{gap}\n")
    assert found.labels(3, 2) == ("Ostwick", "2022")
    assert found.labels(2, 3) == ("Marlow", "2021")
    with pytest.raises(InputError) as fault:
        found.figure(2, 2)
    assert "the table says that there is no figure" in fault.value.hint


def test_a_provisional_year_is_a_head_and_the_next_vintage_has_the_same_one(tmp_path: Path) -> None:
    first = table(tmp_path, "Area,2021,2022 p\nOstwick,420.1,423.7\nMarlow,80.2,81.3\n", "a.csv")
    second = table(tmp_path, "Area,2021 r,2022\nOstwick,420.1,424.9\nMarlow,80.2,81.3\n", "b.csv")
    assert first.labels(3, 2) == ("Ostwick", "2022 p")
    assert [(one.was, one.now, one.label) for one in compare_vintages(first, second)] == [
        ("423.7", "424.9", ("Ostwick", "2022"))
    ]
    assert first.period == "2021-2022"


def test_a_provisional_figure_that_was_revised_is_told(tmp_path: Path) -> None:
    first = table(tmp_path, "Area,2021,2022\nOstwick,420.1,423.7 p\nMarlow,80.2,81.3 p\n", "a.csv")
    second = table(tmp_path, "Area,2021,2022\nOstwick,420.1,424.9 r\nMarlow,80.2,81.3\n", "b.csv")
    assert list(difference_lines(compare_vintages(first, second), 80)) == [
        "C2 (Ostwick; 2022): 423.7 p -> 424.9 r (p: usually provisional, r: usually revised)",
        "C3 (Marlow; 2022): 81.3 p -> 81.3 (p: usually provisional)",
    ]


def test_a_number_with_a_letter_in_the_first_column_names_its_row(tmp_path: Path) -> None:
    found = table(tmp_path, "Class,Pupils,Absent\n3b,24,2\n3c,25,1\n4e,26,0\n")
    assert found.labels(2, 3) == ("3c", "Pupils")


def test_what_a_flag_means_is_said_by_the_table_or_as_is_usual(tmp_path: Path) -> None:
    told = table(tmp_path, "Area,2021,2022\nA,1.5 e,2.5 p\nB,3.5,4.5\nNote: p = vorläufig; x = gesperrt\n")
    assert told.marks == "e: usually estimated, p: vorläufig"
    assert "marks: e: usually estimated, p: vorläufig" in told.told
    assert told.remark(3, 2) == "p: vorläufig"
    assert told.remark(3, 3) == ""
    legend = table(tmp_path, "Area,2021,2022\nA,1.5,2.5 [b]\nB,3.5,4.5\n,\nb,new counting\n", "l.csv")
    assert legend.marks == "b: new counting"


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("Published 15 March 2023", date(2023, 3, 15)),
        ("Source: Statistics Office; published 2023-02-01", date(2023, 2, 1)),
        ("Release date: 1 February 2023", date(2023, 2, 1)),
        ("Release date,2023-02-01", date(2023, 2, 1)),
        ("Date of publication:,15 March 2023", date(2023, 3, 15)),
        ("Released at 9.30am on 4 May 2023", date(2023, 5, 4)),
        ("Stand: 1.3.2023", date(2023, 3, 1)),
        ("Erschienen am 12. April 2023", date(2023, 4, 12)),
        ("Last updated: 2023-06-30", date(2023, 6, 30)),
        ("Publié le 3 avril 2023", date(2023, 4, 3)),
        ('"Published March 15, 2023"', date(2023, 3, 15)),
        ("Next release: 15 June 2024; published 15 March 2023", date(2023, 3, 15)),
    ],
)
@pytest.mark.parametrize("above", [True, False])
def test_a_table_says_when_it_was_published(tmp_path: Path, words: str, day: date, above: bool) -> None:
    figures = "Area,2020,2022\nOstwick,1.5,2.5\nMarlow,3.5,4.5\n"
    found = table(tmp_path, f"Homes\n{words}\n{figures}" if above else f"Homes\n{figures}{words}\n")
    assert found.source.published == day
    assert found.period == "2020-2022"


@pytest.mark.parametrize(
    "words",
    ["Next release: 15 June 2024", "Published March 2023", "© 2025 Office", "The stand was built in 2019", "Published"],
)  # fmt: skip
def test_what_is_no_day_of_release_dates_no_table(tmp_path: Path, words: str) -> None:
    found = table(tmp_path, f"Homes\nArea,2020,2022\nOstwick,1.5,2.5\nMarlow,3.5,4.5\n{words}\n")
    assert found.source.published is None
    assert found.period == "2020-2022"


def test_a_day_that_may_be_two_is_told_and_read_in_the_order_given(tmp_path: Path) -> None:
    text = "Homes\nPublished 03/04/2023\nArea,2020,2022\nOstwick,1.5,2.5\nMarlow,3.5,4.5\n"
    (found,) = documents(tmp_path, "t.csv", text, Reading(dates="dmy"))
    assert found.source.published == date(2023, 4, 3)
    _, doubt = read_documents(tmp_path / "t.csv")
    assert "can be read in two ways" in str(doubt)


NOTES = [
    ["Notes"],
    ["1", "Figures are rounded to the nearest thousand, so that totals may differ from the sum of their parts."],
    ["2", "The survey of households of 2023 was interrupted by floods in the valley of the Orr."],
    ["Source", "Office for Homes"],
    ["Published 15 March 2023"],
]


def test_a_sheet_of_words_is_a_text_with_its_rows_as_locators(tmp_path: Path) -> None:
    book = make_xlsx({"Homes": [["Area", "2020"], ["Ostwick", 1.5], ["Marlow", "2.5 p"]], "Notes": NOTES})
    homes, notes = documents(tmp_path, "book.xlsx", book)
    assert is_table(homes.source)
    assert not is_table(notes.source)
    assert notes.source.title == "book Notes"
    assert notes.source.published == date(2023, 3, 15)
    with Corpus.open(tmp_path / "corpus") as corpus:
        corpus.add([tmp_path / "book.xlsx"])
        found = corpus.search("survey interrupted by floods", 5)
        assert [one.locator for one in found][:1] == ["sheet Notes, row 3"]


def test_a_cover_sheet_dates_the_sheets_behind_it_that_say_no_day(tmp_path: Path) -> None:
    figures = [["Area", "2020"], ["Ostwick", 1.5], ["Marlow", 2.5]]
    later = [*figures, ["Published 1 May 2023"]]
    book = make_xlsx({"Cover": [["Homes"], ["Release date", "15 March 2023"]], "A": figures, "B": later})
    days = [one.source.published for one in documents(tmp_path, "book.xlsx", book)]
    assert days == [date(2023, 3, 15), date(2023, 3, 15), date(2023, 5, 1)]


@pytest.mark.parametrize(
    ("rows", "is_kept"),
    [
        ([["Total", 500]], True),
        ([["", "2021", "2022"], ["Output", "1.5 p", "2.5 e"]], True),
        ([["Number of people aged 16 and over who were in work", 31000], ["Those who were not", 900]], True),
        ([["Votes", "Town"], [450, "Aden"], [300, "Bree"]], True),
        ([["Contents"], ["Table 1", "Homes by area"], ["Table 2", "Homes by year"]], False),
        ([["Contents"], ["1", "Homes by area"], ["2", "Homes by year"], ["3", "Homes by size"]], False),
        ([["Homes in figures"], ["Published 2023-02-01"], ["Contact", "The office"], ["Year", 2023]], False),
        ([["Figures are rounded."]], False),
        ([["Year", "What changed"], ["2019", "New counting"], ["2020", "No census was held"]], False),
    ],
)
def test_whether_a_sheet_is_a_table_is_told_by_its_figures(
    tmp_path: Path, rows: list[list[object]], is_kept: bool
) -> None:  # fmt: skip
    (found,) = documents(tmp_path, "book.xlsx", make_xlsx({"One": rows}))
    assert is_table(found.source) is is_kept


def test_a_workbook_is_named_by_its_file_and_a_long_list_says_that_there_are_more(tmp_path: Path) -> None:
    figures = [["Area", "2020"], ["Ostwick", 1.5], ["Marlow", 2.5]]
    (tmp_path / "homes.xlsx").write_bytes(make_xlsx({"A": figures, "B": [*figures, ["Elmet", 3.5]]}))
    (tmp_path / "flats.xlsx").write_bytes(make_xlsx({"Only": [*figures, ["Corrin", 4.5]]}))
    for number in range(5):
        (tmp_path / f"t{number}.csv").write_text(f"Area,2020\nOstwick,1.5\nMarlow,{number}.5\n")
    with Corpus.open(tmp_path / "corpus") as corpus:
        corpus.add([tmp_path])
        assert corpus.table("flats.xlsx").name == "flats Only"
        assert [one.title for one in corpus.tables_meant("homes.xlsx")] == ["homes A", "homes B"]
        with pytest.raises(InputError, match="2 tables are called so") as several:
            corpus.table("homes.xlsx")
        assert several.value.hint == "name one: homes A, homes B"
        with pytest.raises(InputError, match="no table of that name") as none:
            corpus.table("Elsewhere")
        assert none.value.hint.endswith(" and 3 more (`factcheck corpus table`)")
        assert len(corpus.tables_meant("")) == 8
