"""Two vintages of a table, or two versions of a text, are one origin; what differs is told."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.corpus import Corpus
from factcheck.corpus.origins import SLOTS
from factcheck.corpus.readers import read_documents
from factcheck.corpus.tables import Table, read_table
from factcheck.corpus.vintages import Revised, Reworded, compare_texts, compare_vintages, sketch_table
from factcheck.domain import Document, Source
from factcheck.errors import InputError
from factcheck.reports.vintages import difference_lines, tell_differences

TOWNS = ("Aden", "Bree", "Corrin", "Dunmore", "Elmet", "Fenwick")
YEARS = tuple(range(2010, 2022))


def figures(seed: int) -> dict[tuple[str, int], int]:
    dice = random.Random(seed)
    return {(town, year): dice.randint(100, 9_000) for town in TOWNS for year in YEARS}


def written(found: dict[tuple[str, int], int], years: tuple[int, ...] = YEARS, title: str = "Homes by town") -> str:
    rows = [title, "", ",".join(["Town", *map(str, years)])]
    rows += [",".join([town, *(str(found[town, year]) for year in years)]) for town in TOWNS]
    return "\n".join(rows) + "\nSource: invented office\n"


def tables(tmp_path: Path, *texts: str) -> list[Table]:
    for number, text in enumerate(texts):
        (tmp_path / f"{number}.csv").write_text(text)
    return [read_table(one) for one in read_documents(tmp_path) if isinstance(one, Document)]


def test_what_was_revised_is_shown_where_a_row_was_put_in(tmp_path: Path) -> None:
    first, second = tables(
        tmp_path, "Town,2019,2020\nAden,10,20\nBree,30,40\n", "Town,2019,2020\nAcre,1,2\nAden,10,21\nBree,30,40\n"
    )
    revised, *added = compare_vintages(first, second)
    assert (revised.earlier, revised.later, revised.was, revised.now) == ("C2", "C3", "20", "21")
    assert revised.label == ("Aden", "2020")
    assert [(one.earlier, one.later, one.was, one.now) for one in added] == [("", "B2", "", "1"), ("", "C2", "", "2")]
    gone = compare_vintages(second, first)[1:]
    assert [(one.earlier, one.later, one.was, one.now) for one in gone] == [("B2", "", "1", ""), ("C2", "", "2", "")]


def test_figures_that_one_vintage_alone_has_are_told_apart(tmp_path: Path) -> None:
    first, second = tables(
        tmp_path, "Town,2019,2020\nAden,10,20\nBree,30,40\n", "Town,2019,2021\nAden,10,21\nBree,31,40\n"
    )
    found = compare_vintages(first, second)
    assert tell_differences(found) == "1 difference, 2 figures only in the later one, 2 figures only in the earlier one"
    assert list(difference_lines(found, 80)) == [
        "B3 (Bree; 2019): 30 -> 31",
        "+ C2 (Aden; 2021): 21",
        "+ C3 (Bree; 2021): 40",
        "- C2 (Aden; 2020): 20",
        "- C3 (Bree; 2020): 40",
    ]


def test_tables_of_other_things_are_not_compared(tmp_path: Path) -> None:
    first, second = tables(tmp_path, "Town,2019\nAden,10\nBree,30\n", "Fish,Tonnes\nCod,10\nEel,30\n")
    with pytest.raises(InputError, match="too few to compare"):
        compare_vintages(first, second)


def test_a_later_vintage_is_of_the_same_origin_and_another_table_with_the_same_labels_is_not(tmp_path: Path) -> None:
    before = figures(1)
    after = before | {(town, YEARS[-1]): before[town, YEARS[-1]] + 7 for town in TOWNS}
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "homes-2020.csv").write_text(written(before, YEARS[:-1]))
    (tmp_path / "in" / "homes-2021.csv").write_text(written(after, title="Homes by town (revised)"))
    (tmp_path / "in" / "boats.csv").write_text(written(figures(2), title="Boats by town"))
    with Corpus.open(tmp_path / "corpus") as corpus:
        corpus.add([tmp_path / "in"])
        named = {one.title: one for one in corpus.sources()}
        assert named["homes-2020"].origin == named["homes-2021"].origin != named["boats"].origin
        assert [one.title for one in corpus.vintages(named["homes-2020"])] == ["homes-2021"]
        assert corpus.vintages(named["boats"]) == []
        added = corpus.differences(named["homes-2020"], named["homes-2021"])
        assert [one.label for one in added if isinstance(one, Revised) and not one.earlier] == [
            (town, str(YEARS[-1])) for town in TOWNS
        ]
        assert len(added) == len(TOWNS)


def test_the_paragraphs_of_two_versions_that_differ_are_told() -> None:
    was = "The bridge is closed.\n\nIt opens in May.\n\nThe mayor is sorry."
    now = "The bridge is closed.\n\nIt opens in June.\n\nThe mayor is sorry.\n\nCorrected: June, not May."
    assert compare_texts(was, now) == (
        Reworded(was="It opens in May.", now="It opens in June."),
        Reworded(was="", now="Corrected: June, not May."),
    )


@given(st.text(alphabet="ab\n", max_size=40))
def test_a_text_does_not_differ_from_itself(text: str) -> None:
    assert compare_texts(text, text) == ()


def test_a_large_table_is_told_by_some_of_its_figures() -> None:
    rows = tuple((f"Town {n}", str(n * 37)) for n in range(1, 20_000))
    table = Table(Source(id="1", digest="", origin=""), (("Town", "People"), *rows), (), None)
    assert len(sketch_table(table).signature) == 4 * SLOTS
