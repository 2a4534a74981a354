"""To whom a document belongs, and who may see it, is noted: what SQL changed of that is told."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from factcheck.corpus import Corpus, schema
from tests.cli.command import ARTICLE, Ended, called, written
from tests.corpus.documents import WITHOUT_SAID

Newsroom = Callable[..., Ended]
WRONG = "its scope or sensitivity is not what was noted when it was said"
LOOKS = (("corpus", "verify"), ("audit", "verify"), ("doctor",))


@pytest.fixture
def newsroom(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Newsroom:
    """A workspace with an open, a confidential and a scoped document."""

    def run(*arguments: str) -> Ended:
        return called(capsys, "--user", "alice", *arguments, "--workspace", str(tmp_path / "ws"))

    assert run("check", written(tmp_path, "article.txt", ARTICLE)).code == 0
    for name, marked in (
        ("open", ()),
        ("secret", ("--sensitivity", "confidential")),
        ("ours", ("--scope", "desk:sports")),
    ):
        words = f"2024-11-10\nThe {name} minutes\n\nThe {name} minutes of the harbour board.\n"
        assert run("corpus", "add", written(tmp_path, f"{name}.txt", words), *marked).code == 0
    return run


def altered(tmp_path: Path, statement: str) -> None:
    with closing(sqlite3.connect(tmp_path / "ws" / "corpus" / "documents.db")) as database, database:
        assert database.execute(statement).rowcount == 1


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE document SET sensitivity = 'open' WHERE sensitivity = 'confidential'",
        "UPDATE document SET sensitivity = 'background' WHERE sensitivity = 'confidential'",
        "UPDATE document SET scope = '' WHERE scope = 'desk:sports'",
        "UPDATE document SET scope = 'desk:news' WHERE scope = 'desk:sports'",
        "UPDATE document SET sensitivity = 'confidential' WHERE scope = '' AND sensitivity = 'open'",
    ],
)
def test_a_mark_that_was_altered_is_told_and_a_person_says_it_again(
    newsroom: Newsroom, tmp_path: Path, statement: str
) -> None:
    before = {look: newsroom(*look).code for look in LOOKS}
    assert before[LOOKS[0]] == before[LOOKS[1]] == 0
    altered(tmp_path, statement)
    for look in LOOKS:
        ended = newsroom(*look)
        assert WRONG in " ".join((ended.out + ended.err).split()), look
        assert ended.code == 1, look
    (wrong,) = json.loads(newsroom("corpus", "verify", "--json").out)
    assert newsroom("corpus", "mark", wrong["path"], "--sensitivity", "confidential", "--scope", "all").code == 0
    assert newsroom("corpus", "verify").code == 0
    assert newsroom("audit", "verify").code == 0


def test_marks_of_an_earlier_version_are_noted_as_they_are_without_reading_a_text(
    newsroom: Newsroom, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delitem(schema._FILLED, 14)  # another step: sketches are of the texts
    with closing(sqlite3.connect(tmp_path / "ws" / "corpus" / "documents.db")) as database, database:
        database.executescript(WITHOUT_SAID)
        database.executescript(
            "DROP INDEX document_mark; ALTER TABLE document DROP COLUMN mark; PRAGMA user_version = 11"
        )
        database.execute("ALTER TABLE text RENAME TO aside")  # whoever reads a text now fails
    Corpus.open(tmp_path / "ws" / "corpus").close()
    with closing(sqlite3.connect(tmp_path / "ws" / "corpus" / "documents.db")) as database, database:
        database.execute("ALTER TABLE aside RENAME TO text")
    assert newsroom("corpus", "verify").code == 0
    altered(tmp_path, "UPDATE document SET sensitivity = 'open' WHERE sensitivity = 'confidential'")
    assert newsroom("corpus", "verify").code == 1
