"""The doctor names what is wrong and what mends it."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from factcheck.corpus.readers import ArticleFile
from factcheck.errors import StorageError
from factcheck.tui.usable import unusable
from factcheck.workbench import Workbench
from factcheck.workbench.checking import check
from factcheck.workbench.doctor import diagnose
from tests.factory import give_corpus, make_bench
from tests.store.test_database import unwritable


def wrong(folder: Path) -> dict[str, str]:
    return {f.what: f.detail for f in diagnose(folder) if not f.ok}


def test_a_sound_workspace_has_no_findings(tmp_path: Path) -> None:
    with make_bench(tmp_path) as bench:
        give_corpus(bench)
    assert wrong(tmp_path) == {}


def test_a_corpus_that_is_gone(tmp_path: Path) -> None:
    make_bench(tmp_path).close()
    assert "is gone, though claims were matched with it" in wrong(tmp_path)["corpus"]


def test_a_corpus_that_was_emptied(tmp_path: Path) -> None:
    with make_bench(tmp_path) as bench:
        bench.open_corpus(create=True).close()
    assert "is empty, though claims were matched with it" in wrong(tmp_path)["corpus"]


def test_no_workspace(tmp_path: Path) -> None:
    assert "no workspace" in wrong(tmp_path)["database"]


@pytest.mark.parametrize(
    ("sql", "what"),
    [
        ("UPDATE event SET user = 'mallory' WHERE seq = 1", "log"),
        ("DELETE FROM event WHERE seq = 1", "log"),
        ("UPDATE event SET body = 'garbage' WHERE seq = 2", "log"),
        ("UPDATE claim_state SET payload = replace(payload, '\"seq\":0', '\"seq\":7')", "states"),
        ("UPDATE claim_state SET rating = 'contradicted', reviewer = 'carol'", "states"),
        ("UPDATE claim_state SET conflicts = 0, corroborates = 9", "states"),
        ("UPDATE claim SET text = 'FALSE TEXT'", "states"),
        ("DELETE FROM claim_state WHERE rowid = 1", "states"),
    ],
)
def test_tampering_is_found(tmp_path: Path, sql: str, what: str) -> None:
    make_bench(tmp_path).close()
    with closing(sqlite3.connect(tmp_path / "factcheck.db")) as db, db:
        db.execute(sql)
    assert what in wrong(tmp_path)


@pytest.mark.usefixtures("no_embeddings")
def test_a_setting_that_needs_what_is_not_installed(tmp_path: Path) -> None:
    make_bench(tmp_path).close()
    (tmp_path / "factcheck.toml").write_text("[matching]\nsemantic = true\n")
    (finding,) = (one for one in diagnose(tmp_path) if one.what == "configuration")
    assert "matching.semantic" in finding.detail
    assert "pip install" in finding.remedy


def test_a_damaged_database_and_a_wrong_configuration(tmp_path: Path) -> None:
    make_bench(tmp_path).close()
    (tmp_path / "factcheck.db").write_bytes(b"garbage" * 1000)
    (tmp_path / "factcheck.toml").write_text("nonsense = 1")
    found = wrong(tmp_path)
    assert "unknown key 'nonsense'" in found["configuration"]
    assert all(f.remedy for f in diagnose(tmp_path) if not f.ok)


@pytest.fixture
def checked(tmp_path: Path) -> Path:
    """A workspace with an article that was checked against a document."""
    (tmp_path / "minutes.txt").write_text(
        "Minutes\n\nThe ferry will stop in October, director Ada Holm told the board.\n"
    )
    with Workbench.open(tmp_path / "ws", user="alice", create=True) as bench:
        text = "The lake authority will stop the ferry in October, its director Ada Holm said.\n"
        check(bench, ArticleFile(text=text, title="Ferry"), "ferry.txt", corpus_paths=[tmp_path / "minutes.txt"])
    assert wrong(tmp_path / "ws") == {}
    return tmp_path / "ws"


@pytest.mark.parametrize("column", ["text", "title"])
def test_an_altered_article_is_found(checked: Path, column: str) -> None:
    with closing(sqlite3.connect(checked / "factcheck.db")) as db, db:
        db.execute(f"UPDATE revision SET {column} = replace({column}, 'e', 'a')")
    assert "differs from what the log says" in wrong(checked)["states"]


def test_an_altered_document_is_named_with_a_remedy_that_works(checked: Path) -> None:
    with closing(sqlite3.connect(checked / "corpus" / "documents.db")) as db, db:
        db.execute("UPDATE text SET text = replace(text, 'October', 'November')")
    (finding,) = (one for one in diagnose(checked) if one.what == "corpus")
    assert "minutes.txt: its text does not match its digest" in finding.detail
    assert "Problem(" not in finding.detail
    assert "corpus remove" in finding.remedy


def test_an_index_that_fails_to_answer_is_found(checked: Path) -> None:
    (words,) = (checked / "corpus" / "index").glob("*.idx")
    with words.open("r+b") as file:  # in place: the file is mapped into memory
        file.write(b"Z" * 40)
    assert "corpus" in wrong(checked)


def test_an_emptied_database_is_no_fresh_workspace(checked: Path) -> None:
    (checked / "factcheck.db").write_bytes(b"")
    assert "is empty, though there was work" in wrong(checked)["database"]
    with pytest.raises(StorageError, match="is empty"):
        Workbench.open(checked, create=True)
    assert (checked / "factcheck.db").stat().st_size == 0


def test_a_database_that_a_kill_left_empty_at_the_very_start_goes_on(tmp_path: Path) -> None:
    (tmp_path / "factcheck.db").write_bytes(b"")
    Workbench.open(tmp_path, create=True).close()
    assert wrong(tmp_path) == {}


def test_settings_that_are_well_formed_and_of_no_use(checked: Path) -> None:
    (checked / "factcheck.toml").write_text('user = "\u0430lice"\n[workbench]\ntheme = "plaid"\n[keys]\nundo = ["q"]\n')
    found = {f.what: f for f in diagnose(checked, unusable)}
    assert not found["configuration"].ok
    for words in ("there is no theme 'plaid'", "keys.undo", "mixes letters", f"set by {checked / 'factcheck.toml'}"):
        assert words in found["configuration"].detail
    assert found["database"].ok, "the rest is looked at all the same"


def test_a_corpus_that_cannot_be_read_is_a_finding(checked: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied", str(checked / "corpus"))

    monkeypatch.setattr(Workbench, "open_corpus", refused)
    found = wrong(checked)
    assert "Permission denied" in found["corpus"]


def test_a_read_only_workspace_can_read_its_corpus(checked: Path) -> None:
    unwritable(checked / "factcheck.db")
    unwritable(checked / "corpus" / "documents.db")
    lock = checked / "corpus" / "index" / ".tantivy-meta.lock"
    lock.unlink(missing_ok=True)
    lock.mkdir()
    with Workbench.open(checked, user="alice") as bench:
        assert bench.claim(next(iter(bench.summaries())).id).evidence
        with bench.open_corpus() as corpus:
            assert len(list(corpus.sources())) == 1
            assert corpus.search("the ferry will stop")
