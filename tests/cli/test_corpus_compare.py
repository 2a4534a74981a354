"""`factcheck corpus compare`: what differs between documents of one origin."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.command import Ended, called
from tests.corpus.test_vintages import figures, written

Command = Callable[..., Ended]


@pytest.fixture
def factcheck(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Command:
    before = figures(1)
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "old.csv").write_text(written(before))
    (tmp_path / "in" / "new.csv").write_text(written(before | {("Bree", 2012): 5}))
    (tmp_path / "in" / "alone.txt").write_text("The harbour wall was repaired in the autumn of that year.")

    def command(*arguments: str) -> Ended:
        return called(capsys, "--workspace", str(tmp_path / "ws"), *arguments)

    assert command("corpus", "add", str(tmp_path / "in")).code == 0
    return command


def listed(factcheck: Command, name: str) -> str:
    sources = json.loads(factcheck("corpus", "list", "--json").out)
    return next(str(one["id"]) for one in sources if name in one["path"])


def test_the_cells_that_differ_are_shown_with_their_labels(factcheck: Command) -> None:
    found = factcheck("corpus", "compare", "old", "new")
    assert "1 difference\n" in found.out
    assert f"D5 (Bree; 2012): {figures(1)['Bree', 2012]} -> 5" in found.out
    assert factcheck("corpus", "compare", "new").out.count("D5 (Bree; 2012)") == 1


def test_a_table_says_that_there_are_other_vintages_and_what_it_is_about(factcheck: Command) -> None:
    found = factcheck("corpus", "table", "old", "--cells", "A1:B4")
    assert found.err.splitlines()[:2] == ["Homes by town", "period: 2010-2021; notes: Source: invented office"]
    assert "1 more of the same origin" in found.err


def test_a_document_alone_of_its_origin_is_told(factcheck: Command) -> None:
    assert "no other document" in factcheck("corpus", "compare", listed(factcheck, "alone")[:12]).err
    assert factcheck("corpus", "compare", "nothing").code == 3


def test_cells_of_confidential_tables_do_not_leave(factcheck: Command) -> None:
    assert json.loads(factcheck("corpus", "compare", "old", "new", "--json").out)[0]["differences"]
    factcheck("corpus", "mark", listed(factcheck, "new.csv"), "--sensitivity", "confidential")
    left = factcheck("corpus", "compare", "old", "new", "--json").out
    assert json.loads(left)[0]["differences"] == []
    assert "Bree" not in left
    shown = json.loads(factcheck("corpus", "table", "new", "--json").out)
    assert shown["rows"] == []
    assert "notes" not in shown
