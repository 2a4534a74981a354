"""Documents whose files move, come back or cannot be looked at: found again, and shown where they stand."""

from __future__ import annotations

import json
import os
import sqlite3
from pathlib import Path

import pytest

from factcheck.corpus import Corpus, Synced
from factcheck.domain import Term
from tests.corpus.documents import WITHOUT_SAID

FERRY = "The ferry stops at the island in October."


def found(corpus: Corpus, word: str) -> list[tuple[str, str]]:
    """Return where the passages with a word are said to stand."""
    hits = corpus.retrieve([Term(text=word)], 9)
    return sorted((Path(hit.source.path).name, hit.passage.locator) for hit in hits)


def shown(corpus: Corpus) -> list[str]:
    return [source.path for source in corpus.sources()]


@pytest.mark.parametrize("workers", [0, 1])
def test_what_is_gone_is_found_again_once_another_file_holds_it(tmp_path: Path, workers: int) -> None:
    archive = tmp_path / "archive"
    archive.mkdir()
    (archive / "a.txt").write_text(FERRY)
    with Corpus.open(tmp_path / "corpus") as corpus:
        corpus.add([archive])
        digest = corpus.digest
        archive.rename(tmp_path / "renamed")
        assert corpus.sync() == Synced(gone=1, back=0)
        assert found(corpus, "ferry") == []
        report = corpus.add([tmp_path / "renamed"], workers=workers)
        assert (report.added, report.unchanged, report.back) == (0, 1, 1)
        assert found(corpus, "ferry") == [("a.txt", "paragraph 1")]
        assert (corpus.gone(), corpus.digest) == (frozenset(), digest)
        assert shown(corpus) == [str(tmp_path / "renamed" / "a.txt")]
        assert corpus.sync() == Synced(gone=0, back=0), "what is gone is told once"
        assert corpus.add([tmp_path / "renamed"]).back == 0
        assert corpus.verify() == ()


def test_a_file_that_moved_is_shown_where_it_is_before_anybody_looks_for_gone_ones(tmp_path: Path) -> None:
    first, second = tmp_path / "first.txt", tmp_path / "second.txt"
    first.write_text(FERRY)
    with Corpus.open(tmp_path / "corpus") as corpus:
        corpus.add([first])
        first.rename(second)
        corpus.add([second])
        assert shown(corpus) == [str(second)]
        assert [one.path for one in corpus.addressed(["second.txt"], 5)] == [str(second)]
        assert corpus.addressed(["first.txt"], 5) == []
        assert corpus.sync() == Synced(gone=1, back=0)
        assert corpus.sync() == Synced(gone=0, back=0)
        second.rename(first)
        assert corpus.sync() == Synced(gone=1, back=1)
        assert shown(corpus) == [str(first)], "nothing was read, but it is known where it stood"


def test_a_copy_is_shown_once_the_first_is_gone_or_says_something_else(tmp_path: Path) -> None:
    first, second, third = (tmp_path / f"{name}.txt" for name in "abc")
    for file in (first, second, third):
        file.write_text(FERRY)
    with Corpus.open(tmp_path / "corpus") as corpus:
        corpus.add([first, second, third])
        assert shown(corpus) == [str(first)]
        first.unlink()
        corpus.sync()
        assert shown(corpus) == [str(second)]
        second.write_text("The bus comes at noon, and nobody knows why.")
        corpus.add([second])
        assert sorted(shown(corpus)) == [str(second), str(third)]
        assert found(corpus, "ferry") == [("c.txt", "paragraph 1")]


def test_what_only_a_gone_file_holds_is_not_found_once_the_other_says_something_else(tmp_path: Path) -> None:
    first, second = tmp_path / "a.txt", tmp_path / "b.txt"
    first.write_text("The hall was painted in 2019.")
    with Corpus.open(tmp_path / "corpus") as corpus:
        corpus.add([first])
        first.rename(second)
        corpus.add([second])
        corpus.sync()
        second.write_text("The hall was painted in 2017.")
        corpus.add([second])
        hits = corpus.retrieve([Term(text="painted")], 9)
        assert [(hit.passage.text, Path(hit.source.path).name) for hit in hits] == [
            ("The hall was painted in 2017.", "b.txt")
        ]


def test_a_copy_in_a_file_of_rows_is_cited_by_its_line(tmp_path: Path) -> None:
    plain, rows = tmp_path / "a.txt", tmp_path / "all.jsonl"
    rows.write_text(json.dumps({"text": "The bus comes."}) + "\n" + json.dumps({"text": FERRY}) + "\n")
    with Corpus.open(tmp_path / "corpus") as corpus:
        corpus.add([tmp_path / "all.jsonl"])
        rows.write_text("\n\n" + rows.read_text())
        corpus.add([rows])
        assert found(corpus, "ferry") == [("all.jsonl#line-4", "line 4")]
        lines = rows.read_text().splitlines()
        (tmp_path / "more.jsonl").write_text(lines[3] + "\n")
        corpus.add([tmp_path / "more.jsonl"])
        assert found(corpus, "ferry") == [("all.jsonl#line-4", "line 4")]
        rows.unlink()
        corpus.sync()
        assert found(corpus, "ferry") == [("more.jsonl#line-1", "line 1")]
        assert corpus.verify() == ()
        assert not plain.exists()


def test_a_file_that_may_not_be_looked_at_is_told_and_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    locked = tmp_path / "locked"
    locked.mkdir()
    (locked / "a.txt").write_text(FERRY)
    look = os.lstat

    def refused(path: str | bytes, **how: object) -> os.stat_result:  # root may look at everything: it is played
        if os.fsdecode(path).startswith(str(locked)):
            raise PermissionError(13, "Permission denied")
        return look(path, **how)  # type: ignore[arg-type]

    with Corpus.open(tmp_path / "corpus") as corpus:
        corpus.add([locked])
        with monkeypatch.context() as patch:
            patch.setattr(os, "lstat", refused)
            synced = corpus.sync()
        assert (synced.gone, synced.back) == (0, 0)
        (problem,) = synced.problems
        assert problem.path == str(locked / "a.txt")
        assert "Permission denied" in problem.reason
        assert found(corpus, "ferry") == [("a.txt", "paragraph 1")]


def test_a_corpus_of_an_earlier_version_knows_which_file_is_shown(tmp_path: Path) -> None:
    first, second = tmp_path / "a.txt", tmp_path / "b.txt"
    first.write_text(FERRY)
    second.write_text(FERRY)
    with Corpus.open(tmp_path / "corpus") as corpus:
        corpus.add([first, second])
    with sqlite3.connect(tmp_path / "corpus" / "documents.db") as db:
        db.execute("ALTER TABLE place DROP COLUMN path")
        db.execute("ALTER TABLE document DROP COLUMN ruled")
        db.execute("DROP TABLE summary")
        db.execute("DROP TABLE alias")
        db.executescript(WITHOUT_SAID)
        db.execute("DROP INDEX document_mark")
        db.execute("ALTER TABLE document DROP COLUMN mark")
        db.execute("PRAGMA user_version = 8")
    db.close()
    with Corpus.open(tmp_path / "corpus") as corpus:
        second.unlink()
        corpus.sync()
        assert shown(corpus) == [str(first)]
        second.write_text(FERRY)
        corpus.sync()
        first.unlink()
        corpus.sync()
        assert shown(corpus) == [str(second)]
