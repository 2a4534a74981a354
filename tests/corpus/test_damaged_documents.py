"""A damaged document stops no other one, is named by its id, and can be removed; no fault prints a stored text."""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from factcheck.corpus import Corpus, Mark, TierRules
from factcheck.corpus.database import Database
from factcheck.corpus.records import make_document
from factcheck.domain import Document, Sensitivity, Term
from factcheck.errors import StorageError

SECRET = "The nurse Yrsa Quandt told us that the pump of the pool had failed twice."


def made(text: str, title: str) -> Document:
    fields = {"text": text, "title": title, "publisher": "Lake Post", "url": f"https://lake.example/{title}"}
    return make_document(fields, f"{title}.txt", TierRules())


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """Return a corpus of two documents, of which the first is confidential, closed and in one file."""
    with Corpus.open(tmp_path / "corpus") as corpus:
        corpus.add([made(SECRET, "Nurse")], mark=Mark(sensitivity=Sensitivity.CONFIDENTIAL))
        corpus.add([made("The pool opens in October, the town says.", "Pool")])
    return tmp_path / "corpus"


def flip(archive: Path, place: bytes, byte: bytes) -> None:
    """Put another byte in the place of the last one of what a pattern finds."""
    path = archive / "documents.db"
    with closing(sqlite3.connect(path)) as db:
        db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    data = path.read_bytes()
    found = re.search(place, data)
    assert found
    at = found.end() - 1
    path.write_bytes(data[:at] + byte + data[at + 1 :])


def titles(corpus: Corpus, *words: str) -> list[str]:
    return sorted(hit.source.title for hit in corpus.retrieve([Term(text=word) for word in words], 10))


PLACES = [
    (rb"Y(?=rsa Quandt)", b"\xff"),  # in its text: no UTF-8 any more
    (rb'"(?=title":"Nurse")', b"'"),  # in its record: no JSON any more
    (rb'N(?=urse","publisher")', b"\xff"),  # in its record: no UTF-8 any more
    (rb'"Nurse\.txt"[^}]*?"tier":"s', b"S"),  # in its record: no tier any more
]


@pytest.mark.parametrize(("place", "byte"), PLACES)
def test_a_damaged_document_stops_no_other_one(archive: Path, place: bytes, byte: bytes) -> None:
    flip(archive, place, byte)
    with Corpus.open(archive) as corpus:
        assert "Pool" in titles(corpus, "pool")
        assert len(list(corpus.sources())) == len(list(corpus.all())) == corpus.stats().documents == 2
        assert corpus.add([made("The ferry stops.", "Ferry")]).added == 1
        corpus.counts()
        corpus.rebuild()
        assert {"Pool", "Ferry"} <= {*titles(corpus, "pool", "ferry")}


@pytest.mark.parametrize(("place", "byte"), PLACES)
def test_it_is_named_by_its_id_and_goes_by_it(archive: Path, place: bytes, byte: bytes) -> None:
    whole = made(SECRET, "Nurse")
    flip(archive, place, byte)
    with Corpus.open(archive) as corpus:
        corpus.rebuild()
        (problem,) = corpus.verify(leaving=True)
        assert problem.path == whole.source.id
        assert corpus.remove([corpus.find(whole.source.id[:9])]) == 1
        assert corpus.verify() == ()
        assert corpus.add([whole]).added == 1
        assert titles(corpus, "pool") == ["Nurse", "Pool"]


@pytest.mark.parametrize(("place", "byte"), PLACES)
def test_it_stays_withheld(archive: Path, place: bytes, byte: bytes) -> None:
    whole = made(SECRET, "Nurse")
    flip(archive, place, byte)
    with Corpus.open(archive) as corpus:
        assert corpus.document(whole.source.id).source.sensitivity is Sensitivity.CONFIDENTIAL


@pytest.mark.parametrize(("place", "byte"), PLACES)
def test_it_stops_no_search_by_publisher_or_author(archive: Path, place: bytes, byte: bytes) -> None:
    flip(archive, place, byte)
    with Corpus.open(archive) as corpus:
        assert corpus.publishers() == ["Lake Post"]
        assert list(corpus.by_author("Nemo")) == []


def test_a_file_that_changed_replaces_what_is_damaged(archive: Path, tmp_path: Path) -> None:
    file = tmp_path / "bus.txt"
    file.write_text("The bus to the pool comes at noon, as the town says.")
    with Corpus.open(archive) as corpus:
        corpus.add([file])
    flip(archive, b'"path":"(?=' + re.escape(str(file)).encode() + b")", b"'")
    file.write_text("The bus to the pool comes at two now, as the town says.")
    with Corpus.open(archive) as corpus:
        assert corpus.add([file]).added == 1
        assert corpus.stats().documents == 3


def test_one_that_is_read_again_stops_nothing(archive: Path, tmp_path: Path) -> None:
    file = tmp_path / "bus.txt"
    file.write_text("The bus to the pool comes at noon, as the town says.")
    with Corpus.open(archive) as corpus:
        corpus.add([file])
    flip(archive, b'"path":"(?=' + re.escape(str(file)).encode() + b")", b"'")
    other = tmp_path / "tram.txt"
    other.write_text("The tram to the pool comes at one, as the town says.")
    with Corpus.open(archive) as corpus:
        assert corpus.add([file, other]).added == 1
        assert len(corpus.verify()) == 1


def test_no_fault_of_the_database_prints_a_stored_text(archive: Path) -> None:
    flip(archive, b"Yrsa Quandt", b"\xff")
    database = Database(archive / "documents.db")
    database.connection.text_factory = str
    with closing(database.connection) as db, pytest.raises(StorageError) as raised, database.faults_told():
        db.execute("SELECT text FROM text").fetchall()
    told = f"{raised.value}"
    assert ("Quandt" in told, "writable" in told, "a text in it is damaged" in told) == (False, False, True)


def test_tables_that_are_not_of_their_version_are_told_with_what_to_do(archive: Path) -> None:
    with closing(sqlite3.connect(archive / "documents.db")) as db:
        db.execute("PRAGMA user_version = 1")
    with pytest.raises(StorageError, match="not as factcheck left it: restore it from a backup, or delete the folder"):
        Corpus.open(archive)


def test_a_store_that_was_emptied_does_not_verify(archive: Path) -> None:
    for file in archive.glob("documents.db*"):
        file.write_bytes(b"")
    with Corpus.open(archive) as corpus:
        (problem,) = corpus.verify()
        assert (problem.path, "it was emptied" in problem.reason) == (str(archive / "documents.db"), True)


def test_a_corpus_of_which_all_was_removed_verifies(archive: Path) -> None:
    with Corpus.open(archive) as corpus:
        corpus.remove([one.id for one in corpus.sources()])
        assert corpus.verify() == ()
