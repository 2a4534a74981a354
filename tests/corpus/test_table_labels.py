"""What cells of oddly laid out tables are called: right, or with a word less, and never what another cell is called."""

from __future__ import annotations

import pytest

from factcheck.corpus.tables import Table, read_table
from factcheck.domain import Document, Source


def table(text: str) -> Table:
    return read_table(Document(source=Source(id="1", digest="", origin="", path="t.csv"), text=text))


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        (
            "Table 3\n,Started,,Completed,\nDistrict,2022,2023,2022,2023\nArle,1204,1310,1100,1150\nBren,7,8,9,6\n",
            {(2, 4): ("Arle", "Started, 2022"), (3, 4): ("Arle", "Started, 2023"), (5, 5): ("Bren", "Completed, 2023")},
        ),
        (
            "Homes\n,All,Of which,,\nDistrict,,Social,Private,Other\nArle,9,2,3,4\nBren,8,1,3,4\n",
            {(2, 4): ("Arle", "All"), (3, 4): ("Arle", "Of which, Social"), (5, 5): ("Bren", "Of which, Other")},
        ),
        (
            "Code,District,2022,2023\nE01,Arle,12,13\nE02,Bren,14,15\n",
            {(3, 2): ("E01, Arle", "2022"), (4, 3): ("E02, Bren", "2023")},
        ),
        (
            "Region,District,Started\nNorth,Arle,12\n,Bren,14\nSouth,Cade,5\n,Dorn,6\n",
            {(3, 3): ("North, Bren", "Started"), (3, 5): ("South, Dorn", "Started")},
        ),
        (
            "Year,Quarter,Homes\n2022,Q1,120\n,Q2,130\n2023,Q1,140\n",
            {(3, 3): ("2022, Q2", "Homes"), (3, 4): ("2023, Q1", "Homes")},
        ),
        ("Region,Year,Homes\nArle,2022,12\nArle,2023,13\n", {(3, 3): ("Arle, 2023", "Homes")}),
        ("Year,2022,2023\nStarted,12,14\nCompleted,9,10\n", {(3, 3): ("Completed", "2023")}),
        ("Completed,12,14\nStarted,9,10\nYear,2022,2023\n", {(3, 2): ("Started",)}),
        (
            "District,2022,2023\nStarted,,\nArle,12,13\nBren,9,8\nCompleted,,\nArle,11,10\nBren,7,6\nTotal,18,16\n",
            {(2, 3): ("Started, Arle", "2022"), (3, 7): ("Completed, Bren", "2023"), (2, 8): ("Total", "2022")},
        ),
        ("Town,Homes\nArle,\nBren,4\nCade,\nDorn,5\n", {(2, 3): ("Bren", "Homes"), (2, 5): ("Dorn", "Homes")}),
        (
            "A: started\nTown,2021,2022\nArle,12,13\nBren,9,8\n,,\nB: completed\nTown,2023,2024\nArle,1,2\nBren,7,6\n",
            {(2, 3): ("Arle", "2021"), (2, 8): ("B: completed, Arle", "2023"), (3, 9): ("B: completed, Bren", "2024")},
        ),
        (
            "Town,Started,Completed\nArle,12,13\nBren,suppressed,suppressed\nCade,7,8\n",
            {(2, 4): ("Cade", "Started"), (3, 4): ("Cade", "Completed")},
        ),
        (
            "Town,Started,Completed\nBren,1980,2010\nArle,2012,1999\n",
            {(2, 2): ("Bren", "Started"), (3, 3): ("Arle", "Completed")},
        ),
    ],
)
def test_a_cell_is_called_by_its_own_heads_and_rows(text: str, cells: dict[tuple[int, int], tuple[str, ...]]) -> None:
    found = table(text)
    assert {place: found.labels(*place) for place in cells} == cells


def test_a_head_over_columns_scales_those_below_it_alone() -> None:
    found = table("T\n,£ million,,Number,\nTown,2022,2023,2022,2023\nArle,1.2,1.3,110,115\nBren,9.8,10.1,90,95\n")
    figures = [found.figure(x, 4) for x in (2, 3, 4, 5)]
    assert [(str(one.value), one.unit) for one in figures] == [
        ("1200000.0", "GBP"),
        ("1300000.0", "GBP"),
        ("110", ""),
        ("115", ""),
    ]


def test_a_year_is_never_scaled() -> None:
    found = table("Homes (thousands),\nYear,Completed\n2019,35.0\n2024,39.2\n")
    assert (found.figure(1, 4).value, found.figure(2, 4).value) == (2024, 39200)


def test_what_stands_above_one_block_is_not_said_of_the_next() -> None:
    text = "A (thousands)\nTown,2021,2022\nArle,12,13\nBren,9,8\n,,\nB\nTown,2021,2022\nArle,110,100\nBren,70,60\n"
    found = table(text)
    assert (found.figure(2, 3).value, found.figure(2, 8).value) == (12000, 110)
    assert found.about_of([(2, 3)]) == "A (thousands)"
    assert found.about_of([(2, 3), (2, 8)]) == ""


def test_a_financial_year_is_of_both() -> None:
    assert table("Homes,2019-20,2020/21\nArle,10,20\nBren,30,40\n").period_of([(2, 2)]) == "2019-2020"
    assert table("Year,Homes\nBren,1980\n2019,2010\n2020,2015\n").period == "2019-2020"
