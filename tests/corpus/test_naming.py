"""Documents are found by what a note can name them by, also in a corpus that was made before that."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

import msgspec
import pytest

from factcheck.corpus import Corpus, TierRules
from factcheck.corpus.records import make_document
from factcheck.corpus.schema import SCHEMAS, add_names, record_digest
from factcheck.domain import Document, Source, Term
from factcheck.text.addresses import url_key


def document(text: str, path: str = "x.txt", **fields: str) -> Document:
    return make_document({"text": text, **fields}, path, TierRules())


SHIPS = document(
    "The harbour board counted 1,240 ships.", "arc/ships-2024.md", title="Harbour traffic", url="https://h.example/a"
)
POOL = document("The pool closes in June.", "arc/minutes.jsonl#3", title="Council minutes", publisher="Norhaven")
TERMS = [Term(text="ships"), Term(text="harbour"), Term(text="closes")]


def titles(sources: list[Source]) -> list[str]:
    return [source.title for source in sources]


def looked_up(corpus: Corpus) -> list[list[str]]:
    return [
        titles(corpus.addressed([url_key("http://www.h.example/a/")], 5)),
        titles(corpus.addressed(["ships-2024.md"], 5)),
        titles(corpus.addressed(["minutes.jsonl"], 5)),
        titles(corpus.addressed(["minutes.jsonl#3"], 5)),
        titles(corpus.labelled(["minutes", "norhaven"], 5)),
        titles(corpus.identified(SHIPS.source.id[:12], 5)),
    ]


FOUND = [["Harbour traffic"]] * 2 + [["Council minutes"]] * 3 + [["Harbour traffic"]]


def test_documents_are_found_by_address_file_record_label_and_id(tmp_path: Path) -> None:
    with Corpus.open(tmp_path) as corpus:
        corpus.add([SHIPS, POOL])
        assert looked_up(corpus) == FOUND
        assert corpus.addressed(["none.txt"], 5) == []
        assert corpus.addressed([], 5) == []
        assert corpus.labelled(['"; DROP', "*", ""], 5) == []


def test_what_is_removed_is_found_no_longer(tmp_path: Path) -> None:
    with Corpus.open(tmp_path) as corpus:
        corpus.add([SHIPS, POOL])
        corpus.remove([SHIPS.source.id, POOL.source.id])
        assert looked_up(corpus) == [[]] * 6


def as_made_by(version: int, path: Path, documents: Sequence[Document]) -> None:
    """Make a database as an earlier version left it, with documents that the index had."""
    with closing(sqlite3.connect(path)) as db, db:
        for schema in SCHEMAS[:version]:
            db.executescript(schema)
        for number, one in enumerate(documents, start=1):
            row = (number, one.source.id, msgspec.json.encode(one.source).decode(), one.source.origin)
            if version < 3:
                sql = "INSERT INTO document (number, id, source, origin, text, sketch) VALUES (?, ?, ?, ?, ?, 0)"
                db.execute(sql, (*row, one.text))
            else:
                db.execute("INSERT INTO document (number, id, source, origin) VALUES (?, ?, ?, ?)", row)
                db.execute("INSERT INTO text (document, text) VALUES (?, ?)", (number, one.text))
                db.execute("INSERT INTO pending VALUES (?)", (number,))
            if version > 5:
                db.execute(
                    "UPDATE document SET record = ? WHERE number = ?", (record_digest(row[1], row[2], "[]"), number)
                )
            if version > 1:
                add_names(db, [(number, one.source)])
            if version > 2:
                db.execute("INSERT INTO sketch VALUES (?, ?)", (number, bytes(8 * number)))
                db.execute("INSERT INTO gram VALUES (?, ?)", (number, number if version < 7 else bytes(8)))
        db.execute(f"PRAGMA user_version = {version}")


@pytest.mark.parametrize("version", range(1, len(SCHEMAS)))
def test_a_corpus_of_an_earlier_version_is_brought_up_when_it_is_opened(tmp_path: Path, version: int) -> None:
    as_made_by(version, tmp_path / "documents.db", [SHIPS, POOL])
    with Corpus.open(tmp_path) as corpus:
        assert looked_up(corpus) == FOUND
        assert {source.id for source in corpus.sources()} == {SHIPS.source.id, POOL.source.id}
        assert corpus.verify() == ()
        assert len(corpus.retrieve(TERMS, 10)) == 2
        assert corpus.add([SHIPS, POOL]).added == 0


@pytest.mark.parametrize("version", range(1, len(SCHEMAS)))
def test_a_corpus_of_an_earlier_version_keeps_its_origins_and_knows_the_next_copy(tmp_path: Path, version: int) -> None:
    lines = [f"On day {n} the harbour of Corrin counted {n * 37} ships and {n * 11} barges." for n in range(40)]
    there = [document("\n".join(lines[:20])), document("\n".join(lines[20:]), title="Joined by hand")]
    as_made_by(version, tmp_path / "documents.db", there)
    with closing(sqlite3.connect(tmp_path / "documents.db")) as db, db:
        db.execute("UPDATE document SET origin = 'first'")
    with Corpus.open(tmp_path) as corpus:
        copy = document("By Rosa Penhale\n\n" + "\n".join(lines[3:15]))
        other = document(" ".join(reversed(" ".join(lines).split())))
        corpus.add([copy, other])
        origins = {source.id: source.origin for source in corpus.sources()}
        assert [origins[one.source.id] for one in (*there, copy)] == ["first"] * 3
        assert origins[other.source.id] != "first"
        corpus.remove([one.source.id for one in (*there, copy, other)])
    with closing(sqlite3.connect(tmp_path / "documents.db")) as db:
        assert db.execute("SELECT (SELECT count(*) FROM gram), (SELECT count(*) FROM sketch)").fetchone() == (0, 0)


def test_a_search_in_some_documents_gives_their_passages_the_scores_of_the_whole_index(tmp_path: Path) -> None:
    with Corpus.open(tmp_path) as corpus:
        corpus.add([SHIPS, POOL, document("Ships, ships and more ships left the harbour.")])
        everywhere = {hit.passage.text: hit.bm25 for hit in corpus.retrieve(TERMS, 10)}
        there = corpus.retrieve_from([SHIPS.source.id, POOL.source.id], TERMS, 10)
        assert {hit.source.id for hit in there} == {SHIPS.source.id, POOL.source.id}
        assert all(abs(hit.bm25 - everywhere[hit.passage.text]) < 1e-5 for hit in there)
        assert corpus.retrieve_from([POOL.source.id], [Term(text="zebra")], 10) == []
