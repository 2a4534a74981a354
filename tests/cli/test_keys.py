"""`factcheck key`, and what `review` and `audit` do with keys, as people type it."""

from __future__ import annotations

import json
import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.command import Ended, called, ticking, written
from tests.factory import make_bench
from tests.keys import rehashed, without_key

pytest.importorskip("cryptography", reason="needs the extra keys: pip install 'factcheck-workbench[keys]'")

Desk = Callable[..., Ended]


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Desk:
    """A desk of several people, each with a config folder of this test's own."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.delenv("FACTCHECK_PASSPHRASE", raising=False)
    make_bench(tmp_path / "ws").close()

    def run(user: str, *arguments: str) -> Ended:
        return called(capsys, "--user", user, *arguments, "--workspace", str(tmp_path / "ws"))

    return run


@pytest.fixture
def keyed(desk: Desk) -> Desk:
    """Alice and bob have trusted keys."""
    desk("alice", "key", "new")
    key = desk("bob", "key", "new").out.strip()
    assert desk("alice", "key", "trust").code == 0
    assert desk("alice", "key", "trust", "bob", key).code == 0
    return desk


def propose(desk: Desk, claim: str = "1") -> None:
    desk("alice", "claim", "stance", claim, "e1", "corroborates")
    given = ("--rating", "confirmed", "--rationale", "The report says so.", "--yes")
    assert desk("alice", "claim", "verdict", claim, *given).code == 0
    desk("alice", *ticking(claim))


def test_a_key_is_made_shown_trusted_and_listed(desk: Desk, tmp_path: Path) -> None:
    assert "has no key on this machine" in desk("alice", "key", "show").err
    assert "no key is trusted here" in desk("alice", "key", "list").err
    made = desk("alice", "key", "new")
    key = made.out.strip()
    assert len(key) == 64
    assert "no passphrase: nobody can be asked" in made.err
    (path,) = (tmp_path / "config/factcheck/keys").iterdir()
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert desk("alice", "key", "show").out.split() == [key, str(path)]
    assert json.loads(desk("alice", "key", "show", "--json").out) == [{"key": key, "path": str(path)}]
    assert "and stays" in desk("alice", "key", "new").complaint
    assert f"key {key[:16]}, as alice's" in desk("alice", "key", "trust").err
    assert "alice (event 5, trust began with it)" in desk("carol", "key", "list").out
    assert json.loads(desk("carol", "key", "list", "--json").out)[0]["holder"] == "alice"
    assert f"key {key[:16]} trusted as alice's, with key {key[:16]}" in desk("carol", "audit", "log").out


def test_a_key_needs_no_workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setenv("FACTCHECK_PASSPHRASE", "right")
    monkeypatch.chdir(tmp_path)
    assert called(capsys, "--user", "Ann Lee", "key", "new").code == 0
    assert not list(tmp_path.glob("*.db"))


def test_what_was_signed_with_a_key_is_shown_as_that(keyed: Desk) -> None:
    propose(keyed)
    assert "; identity by key " in keyed("bob", "review", "sign", "1", "--yes").err
    assert "identity by key" in keyed("bob", "claim-list").out
    assert "identity by key " in keyed("bob", "claim", "show", "1").out
    assert ", with key " in keyed("bob", "audit", "log", "--claim", "1").out
    listed = json.loads(keyed("bob", "claim-list", "--format", "json").out)
    assert listed["identity"] == "by key"
    assert listed["counts"]["keyed"] == 1
    assert [len(row["signed_with"]) for row in listed["claims"]] == [64, 0]
    assert "Sign-offs: identity by key." in keyed("bob", "claim-list", "--format", "md").out
    assert ",by key," in keyed("bob", "claim-list", "--format", "csv").out
    propose(keyed, "2")
    assert "signed by carol; identity asserted" in keyed("carol", "review", "sign", "2", "--yes").err
    assert json.loads(keyed("bob", "claim-list", "--format", "json").out)["identity"] == "asserted in 1 of 2 sign-offs"


def test_the_log_verifies_and_names_the_keys(keyed: Desk, tmp_path: Path) -> None:
    propose(keyed)
    keyed("bob", "review", "sign", "1", "--yes")
    told = keyed("carol", "audit", "verify")
    assert told.code == 0
    assert "3 signatures by keys verify" in told.err
    assert "trust began with it; signed 2)" in told.err
    assert "bob (event 6, by alice; signed 1)" in told.err
    rehashed(tmp_path / "ws", lambda event: without_key(event) if event.kind == "signed" else event)
    broken = keyed("carol", "audit", "verify")
    assert broken.code == 1
    assert "event 9: is not signed with a key, and bob has to sign with one" in broken.complaint
    doctor = keyed("carol", "doctor")
    assert "event 9: is not signed with a key" in doctor.out
    assert "does not verify" in keyed("carol", "audit", "rebuild").complaint


def test_a_signed_head_is_kept_and_verified(keyed: Desk, tmp_path: Path) -> None:
    key = keyed("bob", "key", "show").out.split()[0]
    head = written(tmp_path, "head.txt", keyed("bob", "audit", "head", "--sign").out)
    assert json.loads(Path(head).read_text())["user"] == "bob"
    told = keyed("carol", "audit", "verify", "--head", head)
    assert (told.code, f"signed by bob with key {key[:16]}" in told.err) == (0, True)
    plain = written(tmp_path, "plain.txt", keyed("bob", "audit", "head").out)
    assert keyed("carol", "audit", "verify", "--head", plain).code == 0
    Path(head).write_text(Path(head).read_text().replace('"bob"', '"eve"'))
    spoilt = keyed("carol", "audit", "verify", "--head", head)
    assert (spoilt.code, "the head was altered" in spoilt.complaint) == (1, True)
    assert "is no head of a log" in keyed("carol", "audit", "verify", "--head", "9f2c").complaint
    assert keyed("carol", "audit", "verify", "--key", key).code == 1
    root = keyed("alice", "key", "show").out.split()[0]
    assert keyed("carol", "audit", "verify", "--key", root.upper()).code == 0
    assert keyed("carol", "audit", "verify", "--key", "12").code == 3
    exported = written(tmp_path, "log.jsonl", keyed("bob", "audit", "log", "--format", "jsonl").out)
    assert keyed("carol", "audit", "verify", exported, "--key", root, "--head", plain).code == 0


def test_a_workspace_that_requires_keys_says_how_to_get_one(desk: Desk, tmp_path: Path) -> None:
    propose(desk)
    written(tmp_path / "ws", "factcheck.toml", "[review]\nrequire_keys = true\n")
    assert "this workspace asks for keys" in desk("bob", "review", "sign", "1", "--yes").complaint
    assert "factcheck key new" in desk("bob", "review", "status").out
    assert "claim 1" not in desk("bob", "review", "queue").out


def test_the_passphrase_comes_from_the_environment(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FACTCHECK_PASSPHRASE", "right")
    assert "no passphrase" not in desk("alice", "key", "new").err
    monkeypatch.setenv("FACTCHECK_PASSPHRASE", "wrong")
    assert "the passphrase is wrong" in desk("alice", "key", "trust").complaint
    monkeypatch.delenv("FACTCHECK_PASSPHRASE")
    assert "set FACTCHECK_PASSPHRASE" in desk("alice", "key", "trust").complaint
    monkeypatch.setenv("FACTCHECK_PASSPHRASE", "right")
    assert desk("alice", "key", "trust").code == 0


def test_a_key_is_revoked_with_a_reason(keyed: Desk) -> None:
    key = keyed("bob", "key", "show").out.split()[0]
    assert keyed("alice", "key", "revoke", key[:8]).code == 2
    assert "of bob" in keyed("alice", "key", "revoke", key[:8], "--reason", "Stolen.").err
    assert "revoked by event 7: Stolen." in keyed("alice", "key", "list").out
    propose(keyed)
    assert "every key of bob was revoked" in keyed("bob", "review", "sign", "1", "--yes").complaint


@pytest.mark.parametrize("arguments", [("key", "trust", "bob"), ("key", "revoke"), ("key", "burn")])
def test_wrong_use_is_told(desk: Desk, arguments: tuple[str, ...]) -> None:
    assert desk("alice", *arguments).code == 2


@pytest.mark.parametrize("command", ["new", "show", "list", "trust", "revoke"])
def test_each_command_has_help_with_an_example(desk: Desk, command: str) -> None:
    assert "Example:" in desk("alice", "key", command, "--help").out
