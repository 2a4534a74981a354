"""`factcheck names --tick`: a row of the sheet is ticked in every claim; and confirming without words of one's own."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.command import SOURCE, Ended, called, written

Newsroom = Callable[..., Ended]
TEXT = """A quay for Ostwick

14 November 2024

Maren Holt said on Monday that the quay is 300 metres long.

Maren Holt opened the quay in May 2024. It has 12 sheds.

The town sold 14 sheds to Maren Holt in June 2024.
"""


@pytest.fixture
def newsroom(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Newsroom:
    """A workspace with an article that names somebody twice."""

    def run(*arguments: str, user: str = "alice") -> Ended:
        return called(capsys, "--user", user, *arguments, "--workspace", str(tmp_path / "ws"))

    files = (
        written(tmp_path, "quay.txt", TEXT),
        written(tmp_path, "source.txt", SOURCE + "\nThe quay has 12 sheds.\n"),
    )
    assert run("check", files[0], "--corpus", files[1]).code == 0
    return run


def row_of(ended: Ended, name: str) -> str:
    (line,) = [line for line in ended.out.splitlines() if name in line]
    return line


def test_an_article_of_the_workspace_is_named_as_elsewhere_and_a_missing_file_is_told(newsroom: Newsroom) -> None:
    assert newsroom("names", "quay").out == newsroom("names", "quay", "--ticks").out
    assert "there is no such file" in newsroom("names", "nowhere.txt").err


def test_a_row_is_ticked_in_all_claims_and_a_new_spelling_is_open_alone(newsroom: Newsroom, tmp_path: Path) -> None:
    before = row_of(newsroom("names", "quay", "--ticks"), "Maren Holt")
    assert "ticked, claimant of 1 claim" in before
    assert before.startswith("[ ]")
    ticked = newsroom("names", "quay", "--tick", "Maren Holt", "--against", "Council register, page 3")
    assert row_of(ticked, "Maren Holt").startswith("[x]")
    assert "Council register, page 3" in newsroom("audit", "log", "--kind", "ticked").out
    assert "in 0 places now" in newsroom("names", "quay", "--tick", "maren holt", "--against", "again").err
    second = written(tmp_path, "second.txt", TEXT.replace("to Maren Holt", "to Maren Holter"))
    assert newsroom("check", second, "--revision-of", "quay").code == 0
    sheet = newsroom("names", "quay", "--ticks")
    assert row_of(sheet, "Maren Holter").startswith("[ ]")
    (kept,) = [line for line in sheet.out.splitlines() if "Maren Holt (" in line]
    assert kept.startswith("[x]")
    assert newsroom("audit", "verify").code == 0


def test_wrong_use_is_told(newsroom: Newsroom) -> None:
    assert newsroom("names", "quay", "--tick", "Maren Holt").code == 2
    refused = newsroom("names", "quay", "--tick", "Nobody Else", "--against", "x")
    assert "there is no name 'Nobody Else'" in refused.complaint


def test_to_confirm_takes_no_words_where_something_is_cited(newsroom: Newsroom) -> None:
    number = next(line.split()[0] for line in newsroom("claim-list").out.splitlines() if "12 sheds" in line)
    said = newsroom("claim", "verdict", number, "--rating", "confirmed", "--cite", "e1", "--yes")
    assert said.code == 0
    assert "rationale: Harbour report, " in newsroom("claim", "show", number).out
    refused = newsroom("claim", "verdict", number, "--rating", "missing-context", "--cite", "e1", "--yes")
    assert "a verdict needs a rationale" in refused.complaint
