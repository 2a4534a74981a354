"""Two articles in one workspace, and decisions after a sign-off: what the command line says and does."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

FERRY = "Ferry to stop\n\nThe ferry carried 40 people a day in 2023, the director Ada Holm said.\n"
BRIDGE = "Bridge to open\n\nThe bridge carried 90 cars a day in 2023, the engineer Idris Lee said.\n"
SOURCE = "2024-01-02\nReport\n\nThe ferry carried 40 people a day in 2023, the director Ada Holm said in her report.\n"


def factcheck(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "factcheck", "--workspace", str(folder / "ws"), *arguments],
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture
def two(tmp_path: Path) -> Path:
    for name, text in (("ferry.txt", FERRY), ("bridge.txt", BRIDGE), ("report.md", SOURCE)):
        (tmp_path / name).write_text(text)
    factcheck(tmp_path, "check", str(tmp_path / "ferry.txt"), "--corpus", str(tmp_path / "report.md"))
    factcheck(tmp_path, "check", str(tmp_path / "bridge.txt"))
    return tmp_path


def test_an_article_is_named_by_the_start_of_its_id_or_a_part_of_its_title(two: Path) -> None:
    listed = factcheck(two, "claim-list", "--article", "ferry", "--format", "json").stdout
    article = re.search(r'"article": ?"(\w+)"', listed)
    assert article
    for name in (article[1][:3], article[1], "Ferry to", "ferry.txt"):
        shown = factcheck(two, "claim", "show", "1", "--article", name)
        assert "ferry carried 40 people" in " ".join(shown.stdout.split()), shown.stderr
    wrong = factcheck(two, "claim", "show", "1", "--article", "nowhere")
    assert wrong.returncode == 3
    assert "there is no article 'nowhere'" in wrong.stderr


def test_the_command_that_is_told_next_can_be_run(two: Path) -> None:
    saved = factcheck(
        two, "claim", "verdict", "1", "--article", "ferry", "--rating", "not-checkable", "--rationale", "x"
    )
    told = re.search(r"review sign (\w+)`", saved.stderr)
    assert told, saved.stderr
    assert factcheck(two, "--user", "bob", "review", "sign", told[1], "--yes").returncode == 0


def test_a_filter_that_fits_no_claim_lets_nothing_pass(two: Path) -> None:
    gate = factcheck(two, "claim-list", "--claimant", "nobody", "--fail-on", "open")
    assert gate.returncode == 3
    assert "no claim fits" in gate.stderr


def test_a_decision_after_a_sign_off_says_whose_is_stale(two: Path) -> None:
    of = ("--article", "ferry")
    factcheck(two, "--user", "ann", "claim", "verdict", "1", *of, "--rating", "not-checkable", "--rationale", "x")
    assert factcheck(two, "--user", "bob", "review", "sign", "1", *of, "--yes").returncode == 0
    undone = factcheck(two, "--user", "ann", "undo")
    assert "the sign-off by bob is stale now" in undone.stderr
