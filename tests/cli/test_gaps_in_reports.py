"""What no source covers, and the search that found nothing, in every report of the claim list."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from python_calamine import CalamineWorkbook

from factcheck.domain import Stance
from factcheck.reports.looked_up import LookedUp, Piece
from factcheck.stance.matrix.facets import FacetMatrix
from factcheck.workbench import Workbench
from factcheck.workbench.looking_up import LookingUp
from tests.cli.command import called

ARTICLE = (
    "Ada Reed said that the town of Ostwick built 40,000 homes in 2023.\n\n"
    "The mayor of Penrake sold 300 trams in May 2021.\n"
)
SOURCE = "The town of Ostwick built 31,000 homes in 2023, the yearly report says."
GAP = "no source gives the number 40,000; 1 contradicts it"
NO_NAME = "no source names Penrake"


@pytest.fixture
def place(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> list[str]:
    (tmp_path / "report.txt").write_text(SOURCE)
    (tmp_path / "article.txt").write_text(ARTICLE)
    at = ["--workspace", str(tmp_path / "w"), "--user", "alice"]
    ended = called(capsys, *at, "check", str(tmp_path / "article.txt"), "--corpus", str(tmp_path / "report.txt"))
    assert ended.code == 0
    return at


def listed(place: list[str], capsys: pytest.CaptureFixture[str], *words: str) -> str:
    return called(capsys, *place, "claim-list", *words).out


def docx_comments(folder: Path, place: list[str], capsys: pytest.CaptureFixture[str]) -> str:
    docx = pytest.importorskip("docx")
    listed(place, capsys, "--format", "docx", "--output", str(folder / "a.docx"))
    return "\n".join(comment.text for comment in docx.Document(str(folder / "a.docx")).comments)


def sheet(folder: Path, place: list[str], capsys: pytest.CaptureFixture[str]) -> list[dict[str, Any]]:
    listed(place, capsys, "--format", "xlsx", "--output", str(folder / "a.xlsx"))
    head, *rows = CalamineWorkbook.from_path(folder / "a.xlsx").get_sheet_by_name("Claims").to_python()
    return [dict(zip(head, row, strict=True)) for row in rows]


def test_json_has_the_matrix_the_gaps_and_the_search(place: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    first, second = json.loads(listed(place, capsys, "--format", "json"))["claims"]
    shown = json.loads(called(capsys, *place, "claim", "show", "1", "--json").out)
    assert first["facets"] == shown["facets"]
    assert GAP in [gap["message"] for gap in first["facets"]["gaps"]]
    told = {"name": "e1", "stance": "conflicts", "judged": False, "source": SOURCE, "released": "", "badges": []}
    assert first["evidence"] == [{"id": shown["evidence"][0]["id"], **told, "about": ["2023"]}]
    assert second["evidence"] == []
    assert {"at", "event", "corpus_digest", "documents", "terms", "filters"} <= set(second["search"])
    lines = [json.loads(line) for line in listed(place, capsys, "--format", "jsonl").splitlines()]
    assert [line["facets"] for line in lines[1:]] == [first["facets"], second["facets"]]


def test_markdown_has_a_line_for_each_facet_gap_and_limit(place: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    told = listed(place, capsys, "--format", "md").replace("&#58;", ":")
    assert "  - how many, 40,000: contradicted by e1\n" in told
    assert f"  - {GAP}\n" in told
    assert f"- e1 conflicts (suggested): {SOURCE[:-1]}" in told
    after = told.partition("### Claim 2")[2]
    assert "- nothing found\n- searched: " in after
    assert "- searched for: mayor, penrake, sold" in after


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_a_spreadsheet_has_columns_of_them(
    kind: str, tmp_path: Path, place: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    if kind == "csv":
        rows = list(csv.DictReader(io.StringIO(listed(place, capsys, "--format", "csv"))))
    else:
        rows = sheet(tmp_path, place, capsys)
    assert GAP in rows[0]["gaps"].split(" | ")
    assert NO_NAME in rows[1]["gaps"].split(" | ")
    assert rows[0]["evidence"].startswith("e1 conflicts (suggested): ")
    assert rows[0]["searched"].startswith("searched: ")
    found, searched, asked, limits = rows[1]["searched"].split(" | ")
    assert found == "nothing found"
    assert "1 document (corpus " in searched
    assert asked.startswith("searched for: mayor, penrake")
    assert limits.startswith("limits: ")


def test_a_table_has_them_where_they_are_asked_for(place: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert "gaps" not in listed(place, capsys)
    assert GAP in listed(place, capsys, "--columns", "no,gaps", "--wide")


def test_word_and_the_copy_tell_of_gaps_and_of_the_search(
    tmp_path: Path, place: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    comments = docx_comments(tmp_path, place, capsys)
    pytest.importorskip("jinja2")
    copy = listed(place, capsys, "--format", "html")
    for told in (comments, copy):
        assert GAP in told
        assert NO_NAME in told
        assert "searched for: mayor, penrake" in told
        assert "1 document (corpus " in told


def test_each_report_tells_when_a_source_was_released_its_period_and_that_it_is_later(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pytest.importorskip("jinja2")
    (tmp_path / "report.md").write_text(f"# Yearly report\n\n5 June 2025\n\n{SOURCE}\n")
    (tmp_path / "article.txt").write_text(f"Homes\n\n3 May 2024\n\n{ARTICLE}")
    at = ["--workspace", str(tmp_path / "w"), "--user", "alice"]
    called(capsys, *at, "check", str(tmp_path / "article.txt"), "--corpus", str(tmp_path / "report.md"))
    texts = [listed(at, capsys, "--format", kind) for kind in ("json", "jsonl", "md", "csv", "html")]
    for told in (*texts, docx_comments(tmp_path, at, capsys)):
        plain = told.replace("\\", "")
        assert "later than the claim" in plain
        assert "2025-06-05" in plain
        assert "2023" in plain.partition("2025-06-05")[2]


def test_a_withheld_source_is_not_named(tmp_path: Path, place: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    document = json.loads(called(capsys, *place, "corpus", "list", "--json").out)[0]["id"]
    marked = called(capsys, *place, "corpus", "mark", document, "--sensitivity", "confidential")
    assert marked.code == 0, marked.err
    for kind in ("json", "jsonl", "md", "csv"):
        told = listed(place, capsys, "--format", kind)
        assert "31,000" not in told
        assert "yearly report" not in told


def test_rows_may_be_asked_for_in_any_order_and_again(place: list[str]) -> None:
    with Workbench.open(place[1], user="alice") as bench:
        rows = list(bench.store.summaries())
        ask = LookingUp(bench, rows)
        told = [ask(row).gaps for row in rows]
        assert [ask(row).gaps for row in reversed(rows)] == told[::-1]
        assert LookingUp(bench, ())(rows[1]).gaps == told[1]


def test_without_a_search_on_record_that_is_said() -> None:
    nothing = LookedUp(facets=FacetMatrix(parts=(), rows=(), gaps=()), evidence=(), search=None)
    assert (nothing.gaps, nothing.searched) == ("", "not searched yet")
    brought = replace(
        nothing, evidence=(Piece(id="x", name="e1", stance=Stance.RELATED, judged=True, source="A letter"),)
    )
    assert brought.searched == ""


def test_of_a_long_list_they_are_looked_up_only_if_asked_for(
    place: list[str], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("factcheck.workbench.looking_up.MOST_LOOKED_UP", 1)
    assert [one["facets"] for one in json.loads(listed(place, capsys, "--format", "json"))["claims"]] == [None, None]
    row = next(csv.DictReader(io.StringIO(listed(place, capsys, "--format", "csv"))))
    assert row["gaps"] == row["searched"] == "not looked up: see --facets"
    assert json.loads(listed(place, capsys, "--format", "json", "--facets"))["claims"][0]["facets"]["gaps"]
    asked = next(csv.DictReader(io.StringIO(listed(place, capsys, "--format", "csv", "--columns", "number,gaps"))))
    assert GAP in asked["gaps"]
