"""A claim that nobody searched for yet is told apart from one for which nothing was found, in every list."""

from __future__ import annotations

import csv
import io
import json
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from factcheck.tui.filtering import Filter, Order, chosen
from factcheck.workbench import Workbench
from tests.cli.command import ARTICLE, Ended, called, written


@pytest.fixture
def lists(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Callable[..., Ended]:
    """Call the command on a workspace whose article was searched for in a corpus that has nothing of it."""

    def run(*arguments: str) -> Ended:
        return called(capsys, "--user", "alice", *arguments, "--workspace", str(tmp_path))

    article = written(tmp_path, "article.txt", ARTICLE)
    checked = run("check", article)
    assert "\n 1 [ ]   -     " in checked.out
    assert "- not searched yet" in checked.out
    checked = run("check", article, "--corpus", written(tmp_path, "other.txt", "Nothing of it.\n"))
    assert checked.code == 0
    assert "\n 1 [ ]   +0 -0 " in checked.out
    assert "not searched yet" not in checked.out
    return run


def interrupted(folder: Path) -> None:
    """Leave the claims as a check does that was interrupted before it came to the second one."""
    with closing(sqlite3.connect(folder / "factcheck.db")) as db, db:
        db.execute("UPDATE claim_state SET was_searched = 0 WHERE claim = (SELECT id FROM claim WHERE number = 2)")


def test_each_format_of_the_list_tells_which_claims_nobody_searched_for(
    lists: Callable[..., Ended], tmp_path: Path
) -> None:
    interrupted(tmp_path)
    table = lists("claim-list").out
    assert "\n 1 [ ]   +0 -0 " in table
    assert "\n 2 [ ]   -     " in table
    assert "- not searched yet" in table
    first, second = (line for line in lists("claim-list", "--format", "md").out.splitlines() if " extracted " in line)
    assert "| 0 | 0 |" in first
    assert "| - | - |" in second
    first, second = csv.DictReader(io.StringIO(lists("claim-list", "--format", "csv").out))
    assert (first["was_searched"], first["corroborates"], first["conflicts"]) == ("True", "0", "0")
    assert (second["was_searched"], second["corroborates"], second["conflicts"]) == ("False", "", "")
    claims = json.loads(lists("claim-list", "--format", "json").out)["claims"]
    assert [one["was_searched"] for one in claims] == [True, False]


def test_a_search_in_a_corpus_without_documents_is_none(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    place = ("--workspace", str(tmp_path))
    called(capsys, "check", written(tmp_path, "article.txt", ARTICLE), *place)
    assert "not searched yet" in called(capsys, "claim", "show", "1", *place).out
    assert "not searched yet" in called(capsys, "claim-list", "--format", "md", *place).out


def test_the_filter_of_the_screen_tells_nothing_found_from_not_searched(
    lists: Callable[..., Ended], tmp_path: Path
) -> None:
    interrupted(tmp_path)
    with Workbench.open(tmp_path, user="alice") as bench:
        rows = list(bench.summaries())
    found = {
        wanted: [rows[place].number for place in chosen(rows, Filter(evidence=wanted), Order.ARTICLE)]
        for wanted in ("nothing found", "not searched")
    }
    assert found == {"nothing found": [1], "not searched": [2]}
