"""Cells of tables offered for a claim, and their scales, from CSV, XLSX and ODS laid out as offices do; all is ours."""

from __future__ import annotations

import json
import shlex
import signal
import time
from pathlib import Path

import pytest
from xlsxwriter import Workbook

from factcheck.errors import EXIT_DONE
from tests.cli.command import Ended, called, started
from tests.corpus.test_cells import make_ods

BEGUN = 3.0
"""Seconds after which a command that takes many is surely at work."""
ROWS: list[list[object]] = [
    ["Table 4: New homes in Tolland", "", "", "", ""],
    ["", "Started (thousand)", "", "Completed (thousand)", ""],
    ["Year", "2023", "2024", "2023", "2024"],
    ["Arle", "31.2 [p]", "36.0", "35.0", "39.2 [r]"],
    ["Bren", "..", "12.1", "9.9", "10.4*"],
    ["[p] provisional", "", "", "", ""],
]
ARTICLE = (
    "Homes for Tolland\n\n3 May 2025\n\nSome 39,200 new homes were completed in Arle in 2024. "
    "Some 45,000 new homes were completed in Arle in 2024. "
    "Some 39,200 private homes for rent were completed in Arle in 2024. "
    "Completed new homes in Arle rose by 12% between 2023 and 2024. "
    "Completed new homes in Arle rose by 15% between 2023 and 2024. "
    "The ferry to Penhale carried 7 per cent more passengers in 2019.\n"
)


def _csv(path: Path) -> None:
    path.with_suffix(".csv").write_text(
        "\n".join(",".join(f'"{cell}"' for cell in row) for row in ROWS), encoding="utf-8"
    )


def _xlsx(path: Path) -> None:
    with Workbook(path.with_suffix(".xlsx")) as book:
        sheet = book.add_worksheet("Homes")
        for at, row in enumerate(ROWS):
            sheet.write_row(at, 0, row)
        sheet.merge_range(1, 1, 1, 2, "Started (thousand)")
        sheet.merge_range(1, 3, 1, 4, "Completed (thousand)")


def _ods(path: Path) -> None:
    path.with_suffix(".ods").write_bytes(make_ods(ROWS))


class Desk:
    """A workspace with the article and the table in one format."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.folder, self.capsys = folder, capsys
        (folder / "article.txt").write_text(ARTICLE, encoding="utf-8")
        self.checked = self("check", str(folder / "article.txt"), "--corpus", str(folder / "in"))

    def __call__(self, *words: str) -> Ended:
        return called(self.capsys, "--workspace", str(self.folder / "w"), "--user", "alice", *words)


@pytest.fixture(params=[_csv, _xlsx, _ods], ids=["csv", "xlsx", "ods"])
def desk(request: pytest.FixtureRequest, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Desk:
    (tmp_path / "in").mkdir()
    request.param(tmp_path / "in" / "homes")
    return Desk(tmp_path, capsys)


def test_check_says_that_tables_are_not_searched_and_how_they_are(desk: Desk) -> None:
    assert desk.checked.code == EXIT_DONE
    assert "1 table not searched by word: `factcheck claim cells CLAIM` offers their cells" in desk.checked.err
    assert "`factcheck claim cells` offers their cells" in " ".join(desk("claim", "show", "1").out.split())


@pytest.mark.parametrize(("claim", "stance"), [("1", "corroborates"), ("2", "conflicts"), ("3", "related")])
def test_a_cell_bound_by_row_column_and_period_is_offered_with_its_stance(desk: Desk, claim: str, stance: str) -> None:
    (offer, *_) = json.loads(desk("claim", "cells", claim, "--json").out)
    assert (offer["cell"]["cell"], offer["cell"]["value"], offer["judgement"]["stance"]) == ("E4", "39200.0", stance)
    assert offer["bound"] is (stance != "related")
    shown = desk("claim", "cells", claim).out
    assert shown.startswith(f"{stance}? ")
    assert f"factcheck claim calculate {claim} E4 --table " in shown


def test_an_offer_is_kept_only_by_who_calculates_with_it(desk: Desk) -> None:
    desk("claim", "cells", "1")
    assert json.loads(desk("claim", "show", "1", "--json").out)["evidence"] == []
    assert desk("claim", "calculate", "1", "E4").code == EXIT_DONE
    (item,) = json.loads(desk("claim", "show", "1", "--json").out)["evidence"]
    (cell,) = item["calculation"]["cells"]
    assert (cell["text"], cell["scale"], cell["value"]) == ("39.2 [r]", "thousand", "39200")
    assert "E4 (Arle; Completed (thousand), 2024): 39.2 [r] (thousand)" in item["candidate"]["passage"]["text"]


def test_a_change_of_cells_of_one_scale_is_as_it_was(desk: Desk) -> None:
    ended = desk("claim", "calculate", "4", "(E4−D4)÷D4×100")
    assert "suggested: corroborates" in ended.out
    assert "scales differ" not in ended.out
    assert "suggested: conflicts" in desk("claim", "calculate", "4", "(D4-E4)/E4*100").out


def test_a_claim_without_a_cell_says_so(desk: Desk) -> None:
    assert json.loads(desk("claim", "cells", "6", "--json", "-k", "1").out) == []
    assert "no cell of a table is called what the claim says" in desk("claim", "cells", "6").err


@pytest.mark.parametrize(("claim", "stance"), [("4", "corroborates"), ("5", "conflicts")])
def test_a_change_is_offered_as_a_formula_that_its_own_command_keeps(desk: Desk, claim: str, stance: str) -> None:
    shown = desk("claim", "cells", claim).out
    assert shown.startswith(f"{stance}? (E4-D4)/D4*100 over ")
    told = next(line for line in shown.splitlines() if "claim calculate" in line)
    assert desk(*shlex.split(told)[1:]).code == EXIT_DONE
    (item,) = json.loads(desk("claim", "show", claim, "--json").out)["evidence"]
    assert item["judgement"]["stance"] == stance
    assert [cell["cell"] for cell in item["calculation"]["cells"]] == ["E4", "D4"]
    assert item["judgement"]["reasons"][0]["message"].startswith(f"the claim says {'12%' if claim == '4' else '15%'}; ")


def test_cells_of_a_confidential_table_do_not_leave(desk: Desk) -> None:
    (identifier,) = [one["id"] for one in json.loads(desk("corpus", "list", "--json").out)]
    desk("corpus", "mark", identifier, "--sensitivity", "confidential")
    ended = desk("claim", "cells", "1", "--json")
    assert json.loads(ended.out) == []
    assert "their tables may not leave" in ended.err


def test_scales_that_differ_are_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "in").mkdir()
    text = 'Firm,Turnover (£m),Staff\nAcme,"1,234",400\nBolt,12.5,30\n'
    (tmp_path / "in" / "firms.csv").write_text(text, encoding="utf-8")
    desk = Desk(tmp_path, capsys)
    out = " ".join(desk("claim", "calculate", "1", "B2/C2").out.split())
    assert "B2/C2 = 3,085,000 GBP" in out
    assert "scales differ, and are multiplied out: C2 as it stands, B2 in £m" in out


def test_ctrl_c_while_a_long_table_is_looked_through_keeps_nothing_and_says_so(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "in").mkdir()
    rows = (f"Homes in parish {n},{n % 9000 + 1},{n % 7000 + 3}" for n in range(60_000))
    (tmp_path / "in" / "homes.csv").write_text("Parish,2022,2023\n" + "\n".join(rows), encoding="utf-8")
    (tmp_path / "article.txt").write_text("Homes\n\nSome 8,412 homes were built in parish 17 in 2023.\n", "utf-8")
    desk = ["--workspace", str(tmp_path / "w"), "--user", "alice"]
    assert called(capsys, *desk, "check", str(tmp_path / "article.txt"), "--corpus", str(tmp_path / "in")).code == 0
    before = called(capsys, *desk, "log", "--json").out
    child = started(*desk, "claim", "cells", "1")
    time.sleep(BEGUN)  # its modules are loaded, and it takes many times that to end
    assert child.poll() is None, "the table is too short to be interrupted"
    child.send_signal(signal.SIGINT)
    out, err = child.communicate()
    assert (child.returncode, out) == (130, "")
    assert "interrupted" in err
    assert "Traceback" not in err
    assert called(capsys, *desk, "log", "--json").out == before
    assert json.loads(called(capsys, *desk, "claim", "show", "1", "--json").out)["evidence"] == []
    assert called(capsys, *desk, "doctor").code == EXIT_DONE
