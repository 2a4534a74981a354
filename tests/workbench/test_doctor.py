"""The doctor names what is wrong and what mends it."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from factcheck.workbench.doctor import diagnose
from tests.factory import make_bench


def wrong(folder: Path) -> dict[str, str]:
    return {f.what: f.detail for f in diagnose(folder) if not f.ok}


def test_a_sound_workspace_has_no_findings(tmp_path: Path) -> None:
    make_bench(tmp_path).close()
    assert wrong(tmp_path) == {}


def test_no_workspace(tmp_path: Path) -> None:
    assert "no workspace" in wrong(tmp_path)["database"]


@pytest.mark.parametrize(
    ("sql", "what"),
    [
        ("UPDATE event SET user = 'mallory' WHERE seq = 1", "log"),
        ("DELETE FROM event WHERE seq = 1", "log"),
        ("UPDATE event SET body = 'garbage' WHERE seq = 2", "log"),
        ("UPDATE claim_state SET payload = replace(payload, '\"seq\":0', '\"seq\":7')", "states"),
    ],
)
def test_tampering_is_found(tmp_path: Path, sql: str, what: str) -> None:
    make_bench(tmp_path).close()
    with closing(sqlite3.connect(tmp_path / "factcheck.db")) as db, db:
        db.execute(sql)
    assert what in wrong(tmp_path)


@pytest.mark.usefixtures("no_embeddings")
def test_a_setting_that_needs_what_is_not_installed(tmp_path: Path) -> None:
    make_bench(tmp_path).close()
    (tmp_path / "factcheck.toml").write_text("[matching]\nsemantic = true\n")
    (finding,) = (one for one in diagnose(tmp_path) if one.what == "configuration")
    assert "matching.semantic" in finding.detail
    assert "pip install" in finding.remedy


def test_a_damaged_database_and_a_wrong_configuration(tmp_path: Path) -> None:
    make_bench(tmp_path).close()
    (tmp_path / "factcheck.db").write_bytes(b"garbage" * 1000)
    (tmp_path / "factcheck.toml").write_text("nonsense = 1")
    found = wrong(tmp_path)
    assert "unknown key 'nonsense'" in found["configuration"]
    assert all(f.remedy for f in diagnose(tmp_path) if not f.ok)
