"""Facets and gaps where a checker meets them: `claim show`, its JSON, `check --json` and `compare --json`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.command import ARTICLE, SOURCE, called


@pytest.fixture
def place(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> list[str]:
    (tmp_path / "report.txt").write_text(SOURCE)
    (tmp_path / "article.txt").write_text(ARTICLE)
    at = ["--workspace", str(tmp_path / "w"), "--user", "alice"]
    ended = called(capsys, *at, "check", str(tmp_path / "article.txt"), "--corpus", str(tmp_path / "report.txt"))
    assert ended.code == 0
    return at


def test_claim_show_says_what_is_covered_and_names_the_gaps(
    place: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    shown = called(capsys, *place, "claim", "show", "2").out
    assert "Facets by origin: 1 origin" in shown
    assert "    how many, 40,000: " in shown
    assert "    no source gives the number 40,000" in shown


def test_the_matrix_in_json_has_a_cell_for_each_part_and_origin(
    place: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    view = json.loads(called(capsys, *place, "claim", "show", "2", "--json").out)
    matrix = view["facets"]
    assert [len(row["cells"]) for row in matrix["rows"]] == [len(matrix["parts"])]
    assert matrix["rows"][0]["evidence"] == [view["evidence"][0]["id"]]
    assert {cell["coverage"] for cell in matrix["rows"][0]["cells"]} <= {"covered", "contradicted", "silent"}
    assert "how many" in {gap["facet"] for gap in matrix["gaps"]}


def test_a_dismissed_passage_covers_nothing(place: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    def states() -> set[str]:
        view = json.loads(called(capsys, *place, "claim", "show", "1", "--json").out)
        return {cell["coverage"] for row in view["facets"]["rows"] for cell in row["cells"]}

    assert states() != {"silent"}
    assert called(capsys, *place, "claim", "stance", "1", "e1", "unrelated").code == 0
    assert states() == {"silent"}


def test_check_json_has_the_matrix_of_each_claim(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "article.txt").write_text(ARTICLE)
    at = ["--workspace", str(tmp_path / "w"), "--user", "alice"]
    whole = json.loads(called(capsys, *at, "check", str(tmp_path / "article.txt"), "--json").out)
    assert [bool(claim["facets"]["parts"]) for claim in whole["claims"]] == [True, True]


def test_compare_json_carries_the_row_of_one_judgement(capsys: pytest.CaptureFixture[str]) -> None:
    claim, passage = "The town built 40,000 homes in 2023.", "The town built 31,000 homes in 2023."
    row = json.loads(called(capsys, "compare", claim, passage, "--json").out)["facets"]
    assert {cell["words"]: cell["coverage"] for cell in row if cell["facet"] != "what"} == {
        "40,000": "contradicted",
        "2023": "covered",
    }


def test_who_takes_no_side_tells_no_confidence_in_that(place: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    abstained = called(capsys, "compare", "The council of Ostwick closed the harbour.", "Ostwick has a harbour.").out
    assert "takes no side" in abstained
    assert "confidence" not in abstained
    sided = called(capsys, "compare", "Ostwick built 40,000 homes in 2023.", "Ostwick built 31,000 homes in 2023.").out
    assert "suggested: conflicts (is it so?), confidence 0." in sided
    assert "takes no side" not in sided
    shown = called(capsys, *place, "claim", "show", "1").out
    suggested = [line for line in shown.splitlines() if "suggested: " in line]
    assert suggested
    assert all(("confidence" in line) == ("conflicts" in line or "corroborates" in line) for line in suggested)
