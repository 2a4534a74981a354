"""The benchmark of an archive runs to its end on a small one: the stages that it watches are where they were."""

from __future__ import annotations

import sys
from pathlib import Path

from tests.bench.processes import printed


def run(*arguments: str) -> dict[str, object]:
    return printed([sys.executable, "-m", "tests.bench.bulk", *arguments])


def test_a_small_archive_is_added_in_stages_and_searched(tmp_path: Path) -> None:
    texts, corpus = str(tmp_path / "texts"), str(tmp_path / "corpus")
    run("write-archive", texts, "300")
    added = run("add", corpus, texts, "0")
    assert (added["documents"], added["passages"]) == (60, 300)
    assert all(seconds > 0 for seconds in added["stages"].values())
    found = run("search", corpus, texts)
    assert found["recall"] == 1.0
    assert 0 < run("bare", corpus, texts)["cpu"] < found["cpu"]
