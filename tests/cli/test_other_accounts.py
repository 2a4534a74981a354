"""What another account has: its files that may not be read, and its corpus that may not be written."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

COMMAND = Path(sys.executable).with_name("factcheck")
OPEN = "The ferry between the islands was cancelled for three days in February, the lake authority said."
CLOSED = "The bridge of Ostwick is closed for repairs until spring, says a memo of the council."
RIGHTS = "-dac_override,-dac_read_search"
PLAIN = ["setpriv", f"--bounding-set={RIGHTS}", f"--inh-caps={RIGHTS}"] if os.geteuid() == 0 else []
"""Before a command: root may read and write everything, unless it gives that up."""

pytestmark = pytest.mark.skipif(bool(PLAIN) and shutil.which("setpriv") is None, reason="root may read everything")


@pytest.fixture
def files(tmp_path: Path) -> Iterator[Path]:
    folder = tmp_path / "files"
    (folder / "closed").mkdir(parents=True)
    (folder / "open.txt").write_text(OPEN)
    (folder / "memo.txt").write_text(CLOSED)
    (folder / "closed" / "in.txt").write_text(f"Inside: {CLOSED}")
    yield folder
    for path in [tmp_path, *tmp_path.rglob("*")]:
        path.chmod(0o700)


def close(*paths: Path) -> None:
    for path in paths:
        path.chmod(0)


def run(folder: Path, *arguments: str, rights: bool = False) -> subprocess.CompletedProcess[str]:
    command = [*([] if rights else PLAIN), COMMAND, "--workspace", "ws", *arguments]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)


def test_what_may_not_be_read_is_told_and_the_rest_is_added(files: Path, tmp_path: Path) -> None:
    close(files / "closed", files / "memo.txt")
    added = run(tmp_path, "corpus", "add", "files")
    assert added.returncode == 0
    assert "1 document added" in added.stderr
    assert "files/closed: cannot be read: Permission denied" in added.stderr
    assert "files/memo.txt: cannot be read: Permission denied" in added.stderr


def test_what_may_no_longer_be_read_is_kept_as_it_was(files: Path, tmp_path: Path) -> None:
    run(tmp_path, "corpus", "add", "files", rights=True)
    close(files / "closed", files / "memo.txt")
    assert "0 documents added, 1 were there already" in run(tmp_path, "corpus", "add", "files").stderr
    synced = run(tmp_path, "corpus", "sync")
    assert "files gone: 0, back: 0" in synced.stderr
    assert "closed/in.txt: cannot be looked at (Permission denied), and is kept as it was" in synced.stderr
    assert len(run(tmp_path, "corpus", "list").stdout.splitlines()) == 3


def test_a_corpus_that_is_anothers_is_searched_and_verified_and_not_written(files: Path, tmp_path: Path) -> None:
    run(tmp_path, "corpus", "add", "files/open.txt", rights=True)
    run(tmp_path, "corpus", "add", "files/memo.txt", rights=True)
    with closing(sqlite3.connect(tmp_path / "ws" / "corpus" / "documents.db")) as base, base:
        base.execute("INSERT INTO pending SELECT max(number) FROM document")  # as after a kill
    for path in [tmp_path / "ws", *(tmp_path / "ws").rglob("*")]:
        path.chmod(0o500 if path.is_dir() else 0o400)
    searched = run(tmp_path, "corpus", "search", "ferry islands")
    assert (searched.returncode, "cancelled for three days" in " ".join(searched.stdout.split())) == (0, True)
    assert "1 document not in the index yet" in searched.stderr
    assert run(tmp_path, "corpus", "verify").returncode == 0
    for words in (("add", "files/open.txt"), ("sync",), ("rebuild",)):
        refused = run(tmp_path, "corpus", *words)
        assert refused.returncode == 3
        assert "cannot be written" in refused.stderr
        assert "Traceback" not in refused.stderr
