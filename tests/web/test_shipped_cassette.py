"""The recording that is shipped is what the server of the tests answers, and plays as if it were the network."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from factcheck.web.cassette_files import load
from tests.cli.command import called, written
from tests.web.record import CASSETTE, HOST, PATHS, furnish, record
from tests.web.site import Site


async def test_it_is_what_the_server_answers(site: Site, tmp_path: Path) -> None:
    furnish(site)
    await record(tmp_path / "anew.yaml", site)
    anew, shipped = load(tmp_path / "anew.yaml"), load(CASSETTE)
    assert [(one.key, one.response) for one in shipped] == [(one.key, one.response) for one in anew], (
        "run `.venv/bin/python -m tests.web.record`"
    )


def test_it_plays_offline_in_a_workspace_that_allows_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    ws = ("--workspace", str(tmp_path / "ws"))
    urls = [HOST + path for path in PATHS]
    found = called(capsys, *ws, "fetch", "--offline", "--cassette", str(CASSETTE), "--json", *urls)
    assert found.code == 0
    pages = json.loads(found.out)["pages"]
    assert [page["became"] for page in pages] == ["new", "new", "not read", "new", "new"]
    assert pages[0]["address"] == f"{HOST}/report"
    assert pages[1]["rulings"] == ["False: Ostwick’s harbour has sixteen cranes"]
    article = written(tmp_path, "article.txt", "Tobias Fenn said Ostwick’s harbour has sixteen cranes.\n")
    called(capsys, *ws, "check", article)
    shown = called(capsys, *ws, "claim", "show", "1")
    assert "the source rates it False" in shown.out
