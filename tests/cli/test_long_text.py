"""A long text: how far its reading has come is shown, and an interruption leaves nothing half done."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from factcheck.claims.transcripts import extract_spoken
from factcheck.cli import output
from factcheck.cli.running import run
from factcheck.errors import EXIT_DONE, EXIT_INTERRUPTED

TEXT = "The ferry has 40 seats. " * 3 + "The quay was built in 1950. The mayor said that 12 boats were lost."


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "100")
    monkeypatch.setattr(output, "PATIENCE_SECONDS", 0.0)
    monkeypatch.setattr(output, "REPAINT_SECONDS", 0.0)
    Path("article.txt").write_text(TEXT, encoding="utf-8")


def test_each_sentence_of_a_line_is_told() -> None:
    heard: list[tuple[int, int]] = []
    extract_spoken(TEXT, [], [], progress=lambda done, total: heard.append((done, total)))
    assert len(heard) == TEXT.count(".")
    assert heard == sorted(heard)
    assert heard[-1] == (len(TEXT), len(TEXT))


def test_extract_shows_on_a_terminal_how_much_is_read(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    assert run(["extract", "article.txt", "--claims"]) == EXIT_DONE
    out, err = capsys.readouterr()
    assert f"\rfinding claims {len(TEXT)}/{len(TEXT)}\x1b[K" in err
    assert err.index("\rfinding claims\x1b[K") < err.index("\rfinding claims 23/")
    assert "finding claims" not in out


def test_a_check_that_is_interrupted_while_it_reads_leaves_nothing(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    shown = output.Progress.show

    def interrupted(self: output.Progress, step: str, done: int = 0, total: int = 0) -> None:
        if total and done > total // 2:
            raise KeyboardInterrupt
        shown(self, step, done, total)

    with monkeypatch.context() as patched:
        patched.setattr(output.Progress, "show", interrupted)
        assert run(["check", "article.txt"]) == EXIT_INTERRUPTED
    capsys.readouterr()
    assert run(["claim-list"]) == EXIT_DONE
    assert "ferry" not in capsys.readouterr().out
    assert run(["check", "article.txt"]) == EXIT_DONE
    capsys.readouterr()
    assert run(["claim-list"]) == EXIT_DONE
    assert "The ferry has 40 seats." in capsys.readouterr().out
