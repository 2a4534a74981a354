"""`corpus list`: each source with its address and its day, as wide as the terminal, on one line for other programs."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from factcheck.domain import Source
from factcheck.reports.source_list import source_block, source_line
from tests.cli.command import called, written
from tests.web.conftest import contacts, site
from tests.web.site import Site, reply
from tests.web.test_fetch_command import Command, factcheck, workspace
from tests.web.test_pages import html

__all__ = ["contacts", "factcheck", "site", "workspace"]  # fixtures

ID = "ab" * 32


def source(**fields: object) -> Source:
    return Source(**{"id": ID, "digest": "d", "origin": "o", "title": "Cranes", "publisher": "Bell", **fields})  # type: ignore[arg-type]


def test_a_page_is_listed_with_its_address_and_the_day_on_which_it_was_fetched(
    site: Site, factcheck: Command, workspace: Path
) -> None:
    url = site.add("/2024/harbour", reply(200, html().encode()))
    factcheck("fetch", url)
    (page,) = json.loads(factcheck("corpus", "list", "--json").out)
    (line,) = factcheck("corpus", "list").out.splitlines()
    assert line.startswith(page["id"])
    assert f"{url} (fetched {page['fetched']})" in " ".join(line.split())
    assert page["url"] == url
    assert "snapshots/" not in line


def test_a_file_is_listed_with_its_path_and_its_day(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = written(tmp_path, "ferry.txt", "2024-03-02\nThe ferry\n\nThe ferry crosses the lake at noon each day.\n")
    place = ("--workspace", str(tmp_path / "ws"))
    called(capsys, *place, "init")
    called(capsys, *place, "corpus", "add", path)
    (line,) = called(capsys, *place, "corpus", "list").out.splitlines()
    assert "2024-03-02" in line
    assert line.count(path) == 1


def test_what_has_no_title_is_named_by_its_address_once() -> None:
    line = source_line(source(title="", url="https://a.example/x", path="snapshots/x"), "", None)
    assert line.count("https://a.example/x") == 1
    assert "snapshots" not in line


@pytest.mark.parametrize("columns", [20, 40, 80, 120])
def test_a_block_fits_the_terminal_and_loses_nothing(columns: int) -> None:
    url = "https://news.example.org/2024/" + "a-long-way-" * 12
    one = source(title="Five cranes in the harbour of 奥斯特威克", url=url)
    lines = list(source_block(one, "archive copy of it", None, columns=columns))
    assert all(len(line.rstrip("\n")) <= max(columns, 12) for line in lines)
    told = "".join("".join(lines).split())
    assert ID[: min(columns, 64)] in told
    for part in (url, "archivecopyofit", "奥斯特威克", "nodate", "secondary"):
        assert part in told


def test_what_hostile_sources_say_acts_on_no_terminal() -> None:
    one = source(title="Cranes \x1b[31m[bold]\u202e", url="https://a.example/\x07")
    assert not {"\x1b", "\u202e", "\x07"} & set("".join(source_block(one, "", None, columns=80)))


@pytest.mark.skipif(sys.platform == "win32", reason="no pty there")
def test_on_a_terminal_it_is_as_wide_as_that(site: Site, factcheck: Command, workspace: Path) -> None:
    import pty

    factcheck("fetch", site.add("/2024/" + "harbour-" * 12, reply(200, html().encode())))
    near, far = pty.openpty()
    command = [sys.executable, "-m", "factcheck", "--workspace", str(workspace), "corpus", "list"]
    process = subprocess.Popen(command, stdout=far, stderr=subprocess.DEVNULL, env={**os.environ, "COLUMNS": "60"})
    os.close(far)
    told = b""
    while True:
        try:
            piece = os.read(near, 4096)
        except OSError:  # Linux says so that the other end is closed
            break
        if not piece:
            break
        told += piece
    os.close(near)
    assert process.wait(60) == 0
    lines = told.decode().splitlines()
    assert len(lines) > 2
    assert max(map(len, lines)) <= 60
