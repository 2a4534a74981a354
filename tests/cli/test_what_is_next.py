"""What comes next is told to whoever may do it: of an article that nothing blocks, and of a dispute."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.command import ARTICLE, SOURCE, Ended, called, written

Newsroom = Callable[..., Ended]
PEOPLE = """[workflow]
others = ["checker"]
[workflow.people]
bob = ["reviewer"]
wim = ["writer"]
eva = ["editor"]
"""
NOBODY = (
    "warning: nobody is left to settle it, as each editor is a party of it: make another person editor, under"
    " [workflow.people] in the factcheck.toml"
)


@pytest.fixture
def newsroom(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Newsroom:
    """A newsroom with roles; both claims of its article are waived."""
    monkeypatch.setenv("COLUMNS", "1000")

    def run(*arguments: str, user: str = "alice") -> Ended:
        return called(capsys, "--user", user, *arguments, "--workspace", str(tmp_path / "ws"))

    files = (written(tmp_path, "article.txt", ARTICLE), written(tmp_path, "source.txt", SOURCE))
    assert run("check", files[0], "--corpus", files[1]).code == 0
    written(tmp_path / "ws", "factcheck.toml", PEOPLE)
    for claim in ("1", "2"):
        assert run("claim", "waive", claim, "--reason", "Known to everybody.").code == 0
    return run


def test_an_article_that_nothing_blocks_is_signed_and_then_published_by_who_may(newsroom: Newsroom) -> None:
    assert "  next" not in newsroom("review", "status").out
    for claim in ("1", "2"):
        assert newsroom("review", "sign", claim, "--yes", user="bob").code == 0
    for step in ("sign-article", "publish"):
        theirs, other = newsroom("review", "status", user="eva").out, newsroom("review", "status", user="bob").out
        assert f" review {step} " in next_of(theirs)
        assert next_of(theirs).startswith("  next: factcheck ")
        assert "--user NAME" not in next_of(theirs)
        assert next_of(other).startswith("  next, by editor: factcheck ")
        assert f" --user NAME review {step} " in next_of(other)
        assert "a signature on the article would bind" in theirs
        words = next_of(theirs).split("review ")[1].split()
        assert newsroom("review", *words, "--yes", user="eva").code == 0
    published = newsroom("review", "status", user="eva").out
    assert ": published\n" in published
    assert "would bind" not in published
    assert "  next" not in published


def test_a_dispute_that_nobody_is_left_to_settle_is_told_with_what_to_do(newsroom: Newsroom, tmp_path: Path) -> None:
    settled = newsroom("review", "dispute", "1", "--position", "One is on loan.", user="wim")
    assert (settled.code, "nobody is left" in settled.err) == (0, False)
    assert NOBODY in newsroom("review", "dispute", "2", "--position", "It was more.", user="eva").err
    stuck = "disputed; nobody is left to settle it, as each editor is a party of it: make another person editor"
    for user in ("alice", "eva"):
        assert f"blocked: claim 2: {stuck}" in newsroom("review", "status", user=user).out
        assert f"claim 2: {stuck}" in newsroom("review", "queue", user=user).err
    assert f"claim 1: {stuck}" not in newsroom("review", "status").out
    written(tmp_path / "ws", "factcheck.toml", PEOPLE + 'zoe = ["editor"]\n')
    assert stuck not in newsroom("review", "status").out + newsroom("review", "queue").err
    assert newsroom("review", "settle", "2", "keep", "--reason", "The register.", user="zoe").code == 0


def next_of(status: str) -> str:
    (line,) = [line for line in status.splitlines() if line.startswith("  next")]
    return line
