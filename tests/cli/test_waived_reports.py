"""What reports say of waivers, disputes and exceptions; and that the states they count add up."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

from factcheck.domain import ReviewState, Stance
from factcheck.workbench import Workbench, handing
from tests.cli.command import called
from tests.factory import make_bench, tick_items

TASTE = "a matter of taste"
LOCAL = "the local paper alone has it"


@pytest.fixture
def listed(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    """Six claims: a waiver that bob signed, one that nobody did, a dispute, an exception, one assigned, one left."""
    folder = tmp_path / "w"
    with make_bench(folder, claims=6) as alice, Workbench.open(folder, user="bob") as bob:
        for claim in ("c0001", "c0002"):
            handing.waive(alice, claim, TASTE)
        for claim in ("c0003", "c0004"):
            alice.set_stance(claim, f"{claim}-a", Stance.CORROBORATES)
            alice.set_verdict(claim, "confirmed", "Report a says so", cite=[f"{claim}-a"])
            tick_items(alice, claim)
        bob.sign("c0001", bob.claim("c0001").state.binding)
        handing.dispute(bob, "c0003", "The harbour master counts five.")
        handing.submit(alice, "c0004", exception=LOCAL)
        handing.assign(alice, "c0005", "carla")

    def run(*arguments: str) -> str:
        ended = called(capsys, "--workspace", str(folder), "--user", "carla", *arguments)
        assert ended.code == 0, ended.err
        return ended.out

    return run


def rows_of(listed, *options: str) -> dict[int, dict[str, object]]:
    found = json.loads(listed("claim-list", "--format", "json", *options))["claims"]
    return {row["number"]: row for row in found}


def test_a_waiver_is_found_and_told_also_once_it_is_signed(listed):
    rows = rows_of(listed, "--state", "waived")
    assert {number: row["review_state"] for number, row in rows.items()} == {1: "signed", 2: "waived"}
    assert {(row["waived"], row["waived_by"]) for row in rows.values()} == {(TASTE, "alice")}
    assert sorted(rows_of(listed, "--state", "signed")) == [1]
    table = listed("claim-list")
    assert re.search(r"^ *1 \[ \].\*w", table, re.MULTILINE)
    assert re.search(r"^ *2 \[ \].w ", table, re.MULTILINE)
    assert "w waived" in " ".join(table.split())
    assert f"signed by bob; waived by alice: {TASTE} | waived |" in listed("claim-list", "--format", "md")


def test_positions_and_exceptions_are_in_every_machine_format(listed):
    rows = rows_of(listed)
    assert rows[3]["held"] == "alice: confirmed: Report a says so"
    assert rows[3]["position"] == "bob: The harbour master counts five."
    assert rows[4]["exception"] == LOCAL
    assert [number for number, row in rows.items() if row["exception"] or row["position"]] == [3, 4]
    written = list(csv.DictReader(io.StringIO(listed("claim-list", "--format", "csv"), newline="")))
    assert [row["position"] for row in written if row["position"]] == [rows[3]["position"]]
    assert [row["exception"] for row in written if row["exception"]] == [LOCAL]
    told = listed("claim-list", "--format", "md")
    assert "position of bob: The harbour master counts five" in told
    assert f"exception to the source policy: {LOCAL}" in told


def test_an_exception_stays_told_once_it_was_signed(listed, tmp_path):
    with Workbench.open(tmp_path / "w", user="bob") as bob:
        bob.sign("c0004", bob.claim("c0004").state.binding)
    row = rows_of(listed)[4]
    assert (row["review_state"], row["exception"]) == ("signed", LOCAL)


def test_the_states_that_are_told_add_up_in_every_report(listed, tmp_path):
    counts = json.loads(listed("claim-list", "--format", "json"))["counts"]
    states = dict.fromkeys(("signed", "waived", "disputed", "in-review", "assigned", "extracted"), 1)
    assert counts["states"] == states
    head = listed("claim-list", "--wide").splitlines()[0]
    told = head.partition("; ")[0].partition(": ")[2]
    assert sum(map(int, re.findall(r"(?:^|, )(\d+) ", re.sub(r"\(.*?\)", "", told)))) == counts["claims"]
    assert "; 2 without a verdict; " in head
    assert "1 signed (1 as waived)" in head
    found = json.loads(listed("stats", "--json"))
    assert found["states"] == states
    assert found["verdicts"] == {"confirmed": 2, "waived": 2, "none": 2}
    outcomes = {"confirmed (unsigned)": 2, "waived (signed)": 1, "waived (unsigned)": 1, "no verdict": 2}
    assert found["outcomes"] == outcomes
    file = tmp_path / "claims.xlsx"
    listed("claim-list", "--format", "xlsx", "--output", str(file))
    sheet = {row[0]: row[1] for row in CalamineWorkbook.from_path(str(file)).get_sheet_by_name("State").to_python()}
    assert sum(int(sheet.get(state.replace("-", " ")) or 0) for state in ReviewState) == sheet["claims"] == 6
    assert (sheet["without a verdict"], sheet["waived, in any state"]) == (2, 2)


def test_the_annotated_copy_counts_and_marks_waivers_as_the_list_does(listed):
    pytest.importorskip("jinja2", reason="needs the extra html")
    page = listed("claim-list", "--format", "html")
    assert "; 2 without a verdict; " in page
    assert "Verdicts: confirmed (unsigned) 2, waived (signed) 1, waived (unsigned) 1, no verdict 2<" in page
    assert ">1 w*</span>" in page
    assert "waived (signed):" in page
    assert ">2 w</span>" in page
    assert "waived: it needs no verdict" in page


def test_the_legend_of_the_table_has_the_marks_that_are_shown_and_no_others(listed):
    legend = " ".join(listed("claim-list", "--state", "extracted").split("\n\n")[-1].split())
    assert "[ ] no verdict" in legend
    assert not [mark for mark in ("* signed", "~ stale", "? disputed", "[C]", "w waived") if mark in legend]
    assert "? disputed" in " ".join(listed("claim-list").split())
    assert "[ ] no verdict" not in listed("claim-list", "--columns", "number,claim")
