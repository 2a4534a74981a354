"""`claim lock` and `unlock` as people type them, and where it is told who holds a claim."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.command import Ended, called
from tests.factory import make_bench


@pytest.fixture
def desk(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    make_bench(tmp_path / "ws").close()

    def run(user: str, *arguments: str) -> Ended:
        return called(capsys, "--user", user, *arguments, "--workspace", str(tmp_path / "ws"))

    return run


def test_a_claim_is_held_shown_taken_and_let_go(desk) -> None:
    assert "claim 1: held by alice until" in desk("alice", "claim", "lock", "1").err
    refused = desk("bob", "claim", "verdict", "1", "--rating", "O", "--rationale", "taste")
    assert refused.code == 3
    assert "claim 1: is held by alice until" in refused.complaint
    assert "held by alice until" in desk("bob", "claim", "show", "1").out
    assert json.loads(desk("bob", "claim", "show", "1", "--json").out)["lock"]["user"] == "alice"
    listed = desk("bob", "claim-list")
    assert "claim 1 is held by alice until" in listed.err
    assert desk("bob", "claim", "note", "1", "I wait").code == 0
    assert "--take" in desk("bob", "claim", "unlock", "1").complaint
    assert "it was held by alice" in desk("bob", "claim", "unlock", "1", "--take").err
    assert "it was not held" in desk("bob", "claim", "unlock", "1").err
    assert desk("bob", "claim", "verdict", "1", "--rating", "O", "--rationale", "taste").code == 0
    assert "held" not in desk("bob", "claim-list").err
    assert desk("bob", "claim", "lock", "1", "--for", "0").code == 3
    assert desk("bob", "claim", "lock", "1", "--for", "x").code == 2
