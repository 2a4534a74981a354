"""A dossier of a workspace in which people sign with keys: the signatures are verified with it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from factcheck.store.log import GENESIS, digest_of
from tests.cli.command import ticking
from tests.dossier.desk import Desk, parts_of, told, verified
from tests.dossier.test_verify import Lines, altered


@pytest.fixture
def keyed(desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> bytes:
    """The full desk, with a claim that bob signed with his key."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.delenv("FACTCHECK_PASSPHRASE", raising=False)
    desk.done("key", "new")
    key = desk.done("key", "new", user="bob").out.strip()
    desk.done("key", "trust")
    desk.done("key", "trust", "bob", key)
    homes = desk.number("rose by 12%")
    desk.done("claim", "verdict", homes, "--rating", "confirmed", "--rationale", "computed", "--cite", "e1", "--yes")
    desk(*ticking(homes))
    desk.done("review", "sign", homes, "--yes", user="bob")
    return desk.export()


def rehashed(lines: Lines) -> None:
    """Chain a log anew from its first event that is whole, as a forger would."""
    before = GENESIS
    for line in lines:
        line["prev"] = before
        if "body" in line:
            line["digest"] = digest_of({name: part for name, part in line.items() if name != "digest"})
        before = line["digest"]


def test_signatures_and_trust_are_packed_and_verified(keyed: bytes) -> None:
    found = verified(keyed)
    assert found.failures == ()
    assert any(note.startswith("signatures by key: 3,") for note in found.notes)
    kinds = [json.loads(line).get("kind") for line in parts_of(keyed)["log.jsonl"].splitlines()]
    assert kinds.count("key-trusted") == 2
    assert json.loads(parts_of(keyed)["manifest.json"])["identity"] == "asserted in 1 of 2 sign-offs"


def test_a_sign_off_that_was_forged_in_a_log_made_anew_is_told_by_its_signature(keyed: bytes) -> None:
    def forge(lines: Lines) -> None:
        signed = [line for line in lines if line.get("kind") == "signed" and "signature" in line.get("body", {})]
        signed[-1]["body"]["binding"] = "ab" * 32
        rehashed(lines)

    assert any("its signature is not that of bob's key" in one for one in told(altered(keyed, "log.jsonl", forge)))


def test_a_signature_that_was_taken_out_is_told(keyed: bytes) -> None:
    def strip(lines: Lines) -> None:
        signed = [line for line in lines if line.get("kind") == "signed" and "signature" in line.get("body", {})]
        for part in ("key", "signature"):
            signed[-1]["body"].pop(part)
        rehashed(lines)

    assert any("bob has to sign with one" in one for one in told(altered(keyed, "log.jsonl", strip)))
