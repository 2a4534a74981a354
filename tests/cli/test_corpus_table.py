"""`factcheck corpus table`: a table with the addresses of its cells."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from factcheck.errors import EXIT_INPUT
from tests.cli.command import called
from tests.corpus.test_formats import make_xlsx


@pytest.fixture
def at(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> list[str]:
    rows = "\n".join(f'{year},"{year * 3:,}",東京 {year}' for year in range(1950, 2000))
    (tmp_path / "Homes.csv").write_text(f"Year,Started,Place \x1b[31m\n{rows}\n", encoding="utf-8")
    place = ["--workspace", str(tmp_path / "w")]
    assert called(capsys, *place, "corpus", "add", str(tmp_path / "Homes.csv")).code == 0
    return place


def test_each_cell_stands_at_its_address(at: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    lines = called(capsys, *at, "corpus", "table", "homes", "--cells", "A2:C4").out.splitlines()
    assert lines[0].split() == ["A", "B", "C"]
    assert lines[1].split() == ["2", "1950", "5,850", "東京", "1950"]
    assert lines[1].index("5,850") == lines[2].index("5,853")
    assert lines[-1] == "left out: rows 5 to 51; --cells asks for them"


def test_what_does_not_fit_is_told(
    at: list[str], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "16")
    out = called(capsys, *at, "corpus", "table", "homes", "--cells", "A1:C2").out
    assert "left out, as it does not fit: --cells C1:C2 shows it" in out
    assert "Place" not in out


def test_escape_codes_are_harmless_and_json_has_all(at: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert "\x1b" not in called(capsys, *at, "corpus", "table", "homes").out
    found = json.loads(called(capsys, *at, "corpus", "table", "homes", "--json").out)
    assert found["rows"][0] == ["Year", "Started", "Place \x1b[31m"]
    assert len(found["rows"]) == 51


@pytest.mark.parametrize(
    ("cells", "complaint"), [("A99:B100", "ends at C51"), ("A1+2", "cannot be read"), ("7", "is no")]
)
def test_a_range_that_is_none_is_told(
    at: list[str], capsys: pytest.CaptureFixture[str], cells: str, complaint: str
) -> None:
    ended = called(capsys, *at, "corpus", "table", "homes", "--cells", cells)
    assert ended.code == EXIT_INPUT
    assert complaint in ended.complaint


def test_without_a_name_the_tables_are_listed_and_a_workbook_lists_its_sheets(
    at: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    figures: list[list[object]] = [["Area", "2020"], ["Ostwick", 1.5], ["Marlow", "2.5 p"]]
    (tmp_path / "flats.xlsx").write_bytes(make_xlsx({"A": figures, "B": [*figures, ["Elmet", 3.5]]}))
    called(capsys, *at, "corpus", "add", str(tmp_path / "flats.xlsx"))
    listed = called(capsys, *at, "corpus", "table")
    assert [line.split("no date ")[-1] for line in listed.out.splitlines()] == ["Homes", "flats A", "flats B"]
    assert "3 tables" in listed.err
    of_file = called(capsys, *at, "corpus", "table", "flats.xlsx")
    assert [line.split("no date ")[-1] for line in of_file.out.splitlines()] == ["flats A", "flats B"]
    assert len(json.loads(called(capsys, *at, "corpus", "table", "flats.xlsx", "--json").out)) == 2
    shown = called(capsys, *at, "corpus", "table", "flats A")
    assert "2.5 p" in shown.out
    assert "p: usually provisional" in shown.err


def test_a_search_that_finds_little_says_that_tables_were_not_searched(
    at: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.txt").write_text("The ferry stops at the pier of Ostwick on Mondays, the harbour master says again.")
    called(capsys, *at, "corpus", "add", str(tmp_path / "a.txt"))
    for words in ("ferry", "zebra"):
        told = called(capsys, *at, "corpus", "search", words).err
        assert "1 table was not searched by word" in told
        assert "corpus table" in told


def test_cells_are_found_by_a_figure_of_the_text(at: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    shown = called(capsys, *at, "corpus", "cells", "5,967 flats were started in 1989.")
    assert shown.out.startswith("Homes!B41: 5,967 (1989; Started)")
    assert "\x1b" not in shown.out
    found = json.loads(called(capsys, *at, "corpus", "cells", "5,967 flats were started in 1989.", "--json").out)
    assert found[0]["cell"] == "B41"
    nothing = called(capsys, *at, "corpus", "cells", "17 flats were started in 1989.")
    assert (nothing.out, "no cell of 1 table has a figure of it" in nothing.err) == ("", True)


def test_a_search_for_a_figure_names_the_command_that_finds_it(
    at: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert "corpus cells` finds a figure" in called(capsys, *at, "corpus", "search", "5,967 flats in 1989").err
    assert "corpus cells" not in called(capsys, *at, "corpus", "search", "flats of wood").err
