"""Two articles in one workspace, and decisions after a sign-off: what the command line says and does."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.command import Ended, called

FERRY = "Ferry to stop\n\nThe ferry carried 40 people a day in 2023, the director Ada Holm said.\n"
BRIDGE = "Bridge to open\n\nThe bridge carried 90 cars a day in 2023, the engineer Idris Lee said.\n"
SOURCE = "2024-01-02\nReport\n\nThe ferry carried 40 people a day in 2023, the director Ada Holm said in her report.\n"
Command = Callable[..., Ended]


@pytest.fixture
def two(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Command:
    """Return the command on a workspace of two articles."""
    for name, text in (("ferry.txt", FERRY), ("bridge.txt", BRIDGE), ("report.md", SOURCE)):
        (tmp_path / name).write_text(text)

    def command(*arguments: str) -> Ended:
        return called(capsys, "--workspace", str(tmp_path / "ws"), *arguments)

    assert command("check", str(tmp_path / "ferry.txt"), "--corpus", str(tmp_path / "report.md")).code == 0
    assert command("check", str(tmp_path / "bridge.txt")).code == 0
    return command


def test_an_article_is_named_by_the_start_of_its_id_or_a_part_of_its_title(two: Command) -> None:
    listed = two("claim-list", "--article", "ferry", "--format", "json").out
    article = re.search(r'"article": ?"(\w+)"', listed)
    assert article
    for name in (article[1][:3], article[1], "Ferry to", "ferry.txt"):
        shown = two("claim", "show", "1", "--article", name)
        assert "ferry carried 40 people" in " ".join(shown.out.split()), shown.err
    wrong = two("claim", "show", "1", "--article", "nowhere")
    assert wrong.code == 3
    assert "there is no article 'nowhere'" in wrong.err


def test_the_command_that_is_told_next_can_be_run(two: Command) -> None:
    saved = two("claim", "verdict", "1", "--article", "ferry", "--rating", "not-checkable", "--rationale", "x")
    told = re.search(r"review sign (\w+)`", saved.err)
    assert told, saved.err
    assert two("--user", "bob", "review", "sign", told[1], "--yes").code == 0


def test_a_filter_that_fits_no_claim_lets_nothing_pass(two: Command) -> None:
    gate = two("claim-list", "--claimant", "nobody", "--fail-on", "open")
    assert gate.code == 3
    assert "no claim fits" in gate.err


def test_a_decision_after_a_sign_off_says_whose_is_stale(two: Command) -> None:
    of = ("--article", "ferry")
    two("--user", "ann", "claim", "verdict", "1", *of, "--rating", "not-checkable", "--rationale", "x")
    assert two("--user", "bob", "review", "sign", "1", *of, "--yes").code == 0
    undone = two("--user", "ann", "undo")
    assert "the sign-off by bob is stale now" in undone.err
