"""A page that was played from a recording is never taken for one that was received from the web."""

from __future__ import annotations

import gzip
import hashlib
import json
import shutil
from pathlib import Path

import pytest
from warcio.archiveiterator import ArchiveIterator

from factcheck.web.snapshots import read_snapshot
from tests.cli.command import called, written
from tests.dossier.desk import parts_of, zipped
from tests.dossier.desk import told as verify
from tests.web.site import Site, reply
from tests.web.test_fetch_command import PAGE, Command, factcheck, listed, pages, workspace

__all__ = ["factcheck", "workspace"]  # fixtures

ARTICLE = "The harbour of Ostwick has five cranes.\n"


@pytest.fixture
def cassette(site: Site, workspace: Path, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> tuple[str, Path]:
    """Record a page into a cassette, in a workspace of its own; return its address and the file."""
    url, path = site.add("/harbour", reply(200, PAGE)), tmp_path / "my pages.yaml"
    other = tmp_path / "other"
    shutil.copytree(workspace, other)
    called(capsys, "--workspace", str(other), "fetch", "--cassette", str(path), "--record", "once", url)
    return url, path


def test_everything_that_tells_of_a_played_page_says_so(
    cassette: tuple[str, Path], workspace: Path, factcheck: Command, tmp_path: Path
) -> None:
    url, path = cassette
    name = f"my pages.yaml, sha256 {hashlib.sha256(path.read_bytes()).hexdigest()}"
    told = f"played from a recording ({name}), not received from the web"
    assert factcheck("fetch", "--cassette", str(path), url).out.startswith("new (200), from a recording: ")
    assert listed(factcheck)[0]["notice"] == told
    assert "played from a recording" in factcheck("corpus", "list").out
    factcheck("check", written(tmp_path, "article.md", ARTICLE))
    assert f"look: {told}" in " ".join(factcheck("claim", "show", "1").out.split())
    assert f"played from a recording ({name}): new (200): {url}" in factcheck("audit", "log").out
    (event,) = [one for one in json.loads(factcheck("audit", "log", "--json").out) if one["kind"] == "fetched"]
    assert event["body"]["recording"] == name
    (file,) = workspace.glob("snapshots/*/*/*.warc.gz")
    with file.open("rb") as stream:
        kinds = [record.rec_type for record in ArchiveIterator(stream)]
    assert kinds == ["warcinfo", "response", "metadata"]  # nobody asked for anything
    assert read_snapshot(file).exchanges[-1].recording == name


def test_a_page_that_is_received_later_is_received_and_a_recording_of_it_takes_nothing_back(
    cassette: tuple[str, Path], factcheck: Command
) -> None:
    url, path = cassette
    factcheck("fetch", "--cassette", str(path), url)
    (page,) = pages(factcheck("fetch", "--refetch", "--json", url))
    assert (page["recording"], listed(factcheck)[0]["notice"]) == ("", "")
    (page,) = pages(factcheck("fetch", "--refetch", "--json", "--cassette", str(path), url))
    assert page["recording"] != ""
    assert listed(factcheck)[0]["notice"] == ""


def test_what_is_recorded_just_now_was_received(site: Site, factcheck: Command, tmp_path: Path) -> None:
    url, path = site.add("/harbour", reply(200, PAGE)), tmp_path / "pages.yaml"
    (page,) = pages(factcheck("fetch", "--json", "--cassette", str(path), "--record", "new", url))
    assert (page["became"], page["recording"]) == ("new", "")
    assert listed(factcheck)[0]["notice"] == ""


def test_an_article_that_was_played_is_told_as_such(cassette: tuple[str, Path], factcheck: Command) -> None:
    url, path = cassette
    ended = factcheck("check", "--cassette", str(path), "--json", url)
    (notice,) = json.loads(ended.out)["report"]["notices"]
    assert notice.startswith("played from a recording (my pages.yaml")
    assert notice in ended.err


def test_that_an_article_was_played_is_no_problem(cassette: tuple[str, Path], factcheck: Command) -> None:
    url, path = cassette
    ended = factcheck("check", "--cassette", str(path), "--json", url)
    assert json.loads(ended.out)["report"]["problems"] == []
    assert "problem" not in ended.err


def test_copies_and_dossiers_say_that_a_page_was_played(
    cassette: tuple[str, Path], factcheck: Command, tmp_path: Path
) -> None:
    url, path = cassette
    factcheck("fetch", "--cassette", str(path), url)
    factcheck("check", written(tmp_path, "article.md", ARTICLE))
    told = "<strong>look:</strong> played from a recording (my pages.yaml, sha256 "
    assert told in factcheck("claim-list", "--format", "html").out
    dossier = tmp_path / "dossier.zip"
    assert factcheck("dossier", "export", "article", "--output", str(dossier)).code == 0
    parts = parts_of(dossier.read_bytes())
    assert told in parts["annotated-copy.html"].decode()
    assert b'"notices":{"' in parts["copy.json"]
    (event,) = [one for one in map(json.loads, parts["log.jsonl"].splitlines()) if one["kind"] == "fetched"]
    assert event["body"]["recording"].startswith("my pages.yaml, sha256 ")
    assert factcheck("dossier", "verify", str(dossier)).code == 0
    unmarked = parts["annotated-copy.html"].replace(b"played from a recording", b"received from the web")
    faults = verify(zipped({**parts, "annotated-copy.html": unmarked}))
    assert any("does not say what the records say" in fault for fault in faults)


def test_the_dossier_of_an_article_that_was_played_says_so(
    cassette: tuple[str, Path], factcheck: Command, tmp_path: Path
) -> None:
    url, path = cassette
    factcheck("check", "--cassette", str(path), url)
    dossier = tmp_path / "dossier.zip"
    factcheck("dossier", "export", "harbour", "--output", str(dossier))
    parts = parts_of(dossier.read_bytes())
    (page,) = [content for name, content in parts.items() if name.startswith("snapshots/")]
    (event,) = [one for one in map(json.loads, parts["log.jsonl"].splitlines()) if one["kind"] == "fetched"]
    assert b"X-Factcheck-Recording: my pages.yaml" in gzip.decompress(page)
    assert event["body"]["recording"].startswith("my pages.yaml, sha256 ")
    assert verify(dossier.read_bytes()) == []
