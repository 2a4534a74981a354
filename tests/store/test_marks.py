"""How the documents of a corpus are marked is asked past that room, and must say what it says."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from factcheck.corpus import Corpus
from factcheck.corpus.documents import DocumentStore
from factcheck.corpus.marks import Mark
from factcheck.corpus.schema import SCHEMAS
from factcheck.domain import Sensitivity
from factcheck.errors import StorageError
from factcheck.store.encoding import encode, is_hidden
from factcheck.store.standing import SCHEMA, read_marks
from tests.factory import make_evidence


def corpus(folder: Path) -> Path:
    """A corpus with one document of each mark; return its documents."""
    for mark in Sensitivity:
        (folder / f"{mark}.txt").write_text(f"The {mark} minutes of the harbour board.")
    with Corpus.open(folder / "corpus", create=True) as opened:
        for mark in Sensitivity:
            opened.add([folder / f"{mark}.txt"], mark=Mark(sensitivity=mark))
    return folder / "corpus" / "documents.db"


def test_the_marks_are_those_that_the_corpus_says(tmp_path: Path) -> None:
    documents = corpus(tmp_path)
    store = DocumentStore(documents)
    said = store.restricted()
    store.close()
    assert read_marks(documents) == said
    assert set(said.values()) == set(Sensitivity) - {Sensitivity.OPEN}
    assert len(SCHEMAS) == SCHEMA


def test_a_corpus_of_an_earlier_version_is_brought_to_this_one_and_its_marks_are_read(tmp_path: Path) -> None:
    documents = tmp_path / "documents.db"
    with closing(sqlite3.connect(documents)) as db:
        for schema in SCHEMAS[:-1]:
            db.executescript(schema)
        db.execute(f"PRAGMA user_version = {len(SCHEMAS) - 1}")
        columns = [row[1] for row in db.execute("PRAGMA table_info(document)") if row[3] and row[4] is None]
        given = {**dict.fromkeys(columns, ""), "id": "d1", "sensitivity": "confidential"}
        names, places = ", ".join(given), ", ".join("?" * len(given))
        db.execute(f"INSERT INTO document ({names}) VALUES ({places})", [*given.values()])
        db.commit()
    assert read_marks(documents) == {"d1": Sensitivity.CONFIDENTIAL}


def test_where_there_is_no_corpus_nothing_is_marked(tmp_path: Path) -> None:
    assert read_marks(tmp_path / "documents.db") == {}


def test_a_damaged_corpus_is_told_and_never_taken_for_one_without_marks(tmp_path: Path) -> None:
    (tmp_path / "documents.db").write_bytes(b"SQLite format 3\0" + b"x" * 200)
    with pytest.raises(StorageError):
        read_marks(tmp_path / "documents.db")


def test_evidence_is_hidden_by_its_own_mark_by_a_carrier_and_by_what_is_marked_later() -> None:
    open_one = make_evidence("c1", "a")
    kept = encode(open_one)
    source = open_one.candidate.source.id
    assert not is_hidden(kept, ())
    assert not is_hidden(kept, {"another", source[:-1], f"{source}x"})
    assert is_hidden(kept, {source})
    assert is_hidden(kept.replace('"sensitivity":"open"', '"sensitivity":"background"'), ())
    carrier = encode(open_one.candidate.source).replace(source, "s9")
    carried = kept.replace('"carriers":[]', f'"carriers":[{carrier}]')
    assert carried != kept
    assert not is_hidden(carried, ())
    assert is_hidden(carried, {"s9"})


def test_words_of_a_passage_that_look_like_a_mark_hide_nothing() -> None:
    kept = encode(make_evidence("c1", "a"))
    said = kept.replace('"text":"', '"text":"\\"sensitivity\\":\\"confidential\\" ', 1)
    assert said != kept
    assert not is_hidden(said, ())


def test_what_is_no_evidence_is_told_as_damage() -> None:
    with pytest.raises(StorageError):
        is_hidden("{", ())
