"""--db, `db copy`, `backup` and `restore` as people type them; no password is in what they print."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.command import called
from tests.factory import make_bench
from tests.postgres import PASSWORD, Server


@pytest.fixture
def url(postgres: Server) -> Iterator[str]:
    made = postgres.empty()
    yield made
    postgres.hand_back(made)


def test_a_desk_moves_to_a_server_and_back(tmp_path: Path, url: str, capsys: pytest.CaptureFixture[str]) -> None:
    make_bench(tmp_path / "ws").close()
    workspace = ("--workspace", str(tmp_path / "ws"))
    moved = called(capsys, "db", "copy", str(tmp_path / "ws"), url, "--json")
    assert moved.code == 0
    (tmp_path / "ws" / "factcheck.toml").write_text(f'db = "{url}"\n')
    (tmp_path / "ws" / "factcheck.db").rename(tmp_path / "aside.db")
    decided = called(
        capsys, "--user", "alice", "claim", "verdict", "1", "--rating", "O", "--rationale", "x", *workspace
    )
    listed = called(capsys, "claim-list", "--format", "json", *workspace)
    assert (decided.code, listed.code) == (0, 0)
    assert json.loads(listed.out)["claims"][0]["rating"] == "not-checkable"
    doctor, config = called(capsys, "doctor", *workspace), called(capsys, "config", *workspace)
    assert "PostgreSQL" in doctor.out
    kept = called(capsys, "backup", str(tmp_path / "b.zip"), *workspace)
    back = called(capsys, "restore", str(tmp_path / "b.zip"), "--workspace", str(tmp_path / "new"), "--json")
    assert (kept.code, back.code) == (0, 0)
    assert json.loads(back.out)["backup"]["head"] in kept.err
    audit = called(capsys, "audit", "verify", "--workspace", str(tmp_path / "new"))
    assert audit.code == 0
    again = called(capsys, "db", "copy", str(tmp_path / "aside.db"), url)
    assert again.code == 3
    assert "is not empty" in again.complaint
    for ended in (moved, decided, listed, doctor, config, kept, back, again):
        assert PASSWORD not in ended.out + ended.err
    assert PASSWORD.encode() not in (tmp_path / "b.zip").read_bytes()


def test_the_database_is_the_option_else_the_environment_else_the_configuration(
    tmp_path: Path, url: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    make_bench(tmp_path / "ws").close()
    workspace = ("--workspace", str(tmp_path / "ws"))
    assert "Cranes" not in called(capsys, "review", "status", "--db", url, *workspace).out
    assert "Cranes" in called(capsys, "review", "status", *workspace).out
    monkeypatch.setenv("FACTCHECK_DB", url)
    assert "Cranes" not in called(capsys, "review", "status", *workspace).out
    own = str(tmp_path / "ws" / "factcheck.db")
    assert "Cranes" in called(capsys, "--db", own, "review", "status", *workspace).out
    monkeypatch.delenv("FACTCHECK_DB")
    (tmp_path / "ws" / "factcheck.toml").write_text('db = "factcheck.db"\n')
    assert "Cranes" in called(capsys, "review", "status", *workspace).out, "from the folder of the workspace"


def test_a_workspace_that_is_begun_on_a_server_names_it(
    tmp_path: Path, url: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    made = called(capsys, "init", str(tmp_path / "ws"), "--db", url)
    assert made.code == 0
    assert "commented out but the database" in made.err
    settings = (tmp_path / "ws" / "factcheck.toml").read_text()
    assert PASSWORD not in settings
    monkeypatch.setenv("PGPASSWORD", PASSWORD)
    assert "there are no claims yet" in called(capsys, "claim-list", "--workspace", str(tmp_path / "ws")).err
    assert not (tmp_path / "ws" / "factcheck.db").exists()


@pytest.mark.parametrize("command", [("claim-list",), ("doctor",), ("audit", "verify"), ("init",)])
def test_a_server_that_is_not_there_is_one_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], command: tuple[str, ...]
) -> None:
    dead = "postgresql://desk:s3cret@127.0.0.1:1/work"
    ended = called(capsys, *command, "--db", dead, "--workspace", str(tmp_path))
    assert ended.code in (1, 3)
    assert "start the server" in ended.out + ended.err
    assert "s3cret" not in ended.out + ended.err
    assert ended.err.count("factcheck: ") <= 1


def test_a_backup_is_not_written_over_another(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    make_bench(tmp_path / "ws").close()
    workspace = ("--workspace", str(tmp_path / "ws"))
    file = str(tmp_path / "b.zip")
    assert "4 events and 1 file, read again and whole" in called(capsys, "backup", file, *workspace).err
    assert "is there already" in called(capsys, "backup", file, *workspace).complaint
    assert called(capsys, "backup", file, "--force", *workspace).code == 0
    assert "not empty" in called(capsys, "restore", file, *workspace).complaint
    assert "4 events that were there gave way" in called(capsys, "restore", file, "--force", *workspace).err
    for wrong in (str(tmp_path), str(tmp_path / "none.zip"), str(tmp_path / "ws" / "factcheck.db")):
        assert called(capsys, "restore", wrong, "--workspace", str(tmp_path / "new")).code == 3
    assert not (tmp_path / "new").exists()
