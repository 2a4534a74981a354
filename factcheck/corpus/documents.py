"""The document store: the truth beside the index. Each document's text and metadata, in one SQLite file.

A document is kept before it is indexed, and marked indexed afterwards, so that a kill between the two is mended by
indexing it again. Plain sqlite3: these are documents, not the work, and an archive must not wait for an object mapper.
"""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

import msgspec

from factcheck.corpus.naming import keys_of, label_of
from factcheck.corpus.origins import same_origin, sketch
from factcheck.corpus.tables import ENDINGS, is_table
from factcheck.domain import Document, Problem, Source
from factcheck.errors import BusyError, StateError, StorageError

BUSY_SECONDS = 5.0
COMMON_GRAM = 50
"""Documents looked at for one gram; a gram that more share is a set phrase."""
CLOSEST = 5
"""Documents compared by the size of their sketches."""

_DAMAGED = ("SQLITE_CORRUPT", "SQLITE_NOTADB")

_FIRST = """
CREATE TABLE document (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    source TEXT NOT NULL,
    text TEXT NOT NULL,
    origin TEXT NOT NULL,
    sketch INTEGER NOT NULL,
    indexed INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX document_pending ON document (number) WHERE indexed = 0;
CREATE TABLE gram (hash INTEGER NOT NULL, document INTEGER NOT NULL, PRIMARY KEY (hash, document)) WITHOUT ROWID;
CREATE TABLE problem (path TEXT NOT NULL, reason TEXT NOT NULL, remedy TEXT NOT NULL, PRIMARY KEY (path, reason));
"""
_NAMES = """
CREATE TABLE name (key TEXT NOT NULL, document INTEGER NOT NULL, PRIMARY KEY (key, document)) WITHOUT ROWID;
CREATE VIRTUAL TABLE label USING fts5 (words, tokenize = "porter unicode61 remove_diacritics 2")
"""
_SCHEMAS = (_FIRST, _NAMES)
VERSION = len(_SCHEMAS)
"""1: the documents; 2: what a note can name them by."""

_SOURCES_KEPT = 1024
"""Sources that stay read, as those of the passages that the claims of one article retrieve; some 1 MB."""

_SOURCE = msgspec.json.Decoder(Source)


class DocumentStore:
    """The documents of a corpus. Readers may look while one writes."""

    def __init__(self, path: Path) -> None:
        """Open or make the store.

        Raises:
            StateError: it was made by a newer factcheck.
            StorageError: the file is damaged or the disk failed.
        """
        self.path = path
        with self._faults_told():
            self._db = sqlite3.connect(path, timeout=BUSY_SECONDS, isolation_level=None, check_same_thread=False)
            self._db.execute("PRAGMA journal_mode = WAL")
            self._db.execute("PRAGMA synchronous = NORMAL")  # a lost tail of documents is added again from its files
            self._prepare()

    def _prepare(self) -> None:
        version = self._db.execute("PRAGMA user_version").fetchone()[0]
        if version == VERSION:
            return
        if version > VERSION:
            raise StateError(
                "the corpus was made by a newer factcheck",
                hint="upgrade factcheck: pip install -U factcheck-workbench",
                subject=str(self.path),
            )
        with self._writing():
            done = self._db.execute("PRAGMA user_version").fetchone()[0]  # another process may have been faster
            for schema in _SCHEMAS[done:]:
                for statement in schema.split(";"):
                    self._db.execute(statement)
            if done == 1:
                for number, record in self._db.execute("SELECT number, source FROM document").fetchall():
                    self._add_names(number, _SOURCE.decode(record))
            self._db.execute(f"PRAGMA user_version = {VERSION}")

    def close(self) -> None:
        """Let go of the file."""
        self._db.close()

    def add(self, documents: Iterable[Document]) -> int:
        """Keep documents that are not there yet, in one transaction; return how many were new."""
        with self._writing():
            return sum(self._add(document) for document in documents)

    def _add(self, document: Document) -> int:
        if self._db.execute("SELECT 1 FROM document WHERE id = ?", (document.source.id,)).fetchone():
            return 0
        grams = sketch(document.text)
        row = (
            document.source.id,
            msgspec.json.encode(document.source).decode(),
            document.text,
            self._origin_of(grams) or document.source.origin,
            len(grams),
        )
        done = self._db.execute("INSERT INTO document (id, source, text, origin, sketch) VALUES (?, ?, ?, ?, ?)", row)
        self._db.executemany("INSERT INTO gram VALUES (?, ?)", [(gram, done.lastrowid) for gram in grams])
        self._add_names(int(done.lastrowid or 0), document.source)
        return 1

    def _add_names(self, number: int, source: Source) -> None:
        keys = [(key, number) for key in keys_of(source)]
        self._db.executemany("INSERT INTO name VALUES (?, ?)", keys)
        self._db.execute("INSERT INTO label (rowid, words) VALUES (?, ?)", (number, label_of(source)))

    def _origin_of(self, grams: frozenset[int]) -> str:
        """Return the origin of the document that shares the most of this text, or ""."""
        holders = Counter(
            row[0]
            for gram in grams
            for row in self._db.execute("SELECT document FROM gram WHERE hash = ? LIMIT ?", (gram, COMMON_GRAM))
        )
        for number, shared in sorted(holders.items(), key=lambda h: (-h[1], h[0]))[:CLOSEST]:
            size, origin = self._db.execute(
                "SELECT sketch, origin FROM document WHERE number = ?", (number,)
            ).fetchone()
            if same_origin(shared, len(grams), size):
                return str(origin)
        return ""

    def origin_of(self, text: str) -> str:
        """Return the origin of the documents that carry this text, or ""."""
        with self._faults_told():
            return self._origin_of(sketch(text))

    def remove(self, ids: Sequence[str]) -> int:
        """Remove documents; return how many there were."""
        with self._writing():
            return sum(self._remove(identifier) for identifier in ids)

    def _remove(self, identifier: str) -> int:
        row = self._db.execute("SELECT number, text, source FROM document WHERE id = ?", (identifier,)).fetchone()
        if row is None:
            return 0
        self._db.executemany("DELETE FROM gram WHERE hash = ? AND document = ?", [(g, row[0]) for g in sketch(row[1])])
        names = [(key, row[0]) for key in keys_of(_SOURCE.decode(row[2]))]
        self._db.executemany("DELETE FROM name WHERE key = ? AND document = ?", names)
        self._db.execute("DELETE FROM label WHERE rowid = ?", (row[0],))
        return self._db.execute("DELETE FROM document WHERE number = ?", (row[0],)).rowcount

    def pending(self, limit: int) -> list[Document]:
        """Return documents that the index does not have yet."""
        return list(self._documents("WHERE indexed = 0 ORDER BY number LIMIT ?", limit))

    def mark_indexed(self, ids: Iterable[str]) -> None:
        """Note that the index has them."""
        with self._writing():
            self._db.executemany("UPDATE document SET indexed = 1 WHERE id = ?", [(i,) for i in ids])

    def mark_all_pending(self) -> None:
        """Note that the index has nothing: it is to be built anew."""
        with self._writing():
            self._db.execute("UPDATE document SET indexed = 0")

    def get(self, identifier: str) -> Document | None:
        """Return a document by its id, or None."""
        return next(self._documents("WHERE id = ?", identifier), None)

    def passage(self, identifier: str, start: int, end: int) -> tuple[Source, str] | None:
        """Return `text[start:end]` of a document with its source, without reading the rest; None if it is gone."""
        sql = "SELECT source, origin, substr(text, ?, ?) FROM document WHERE id = ?"
        with self._faults_told():
            row = self._db.execute(sql, (start + 1, end - start, identifier)).fetchone()
        return (_source(row[0], row[1]), row[2]) if row else None

    def named(self, keys: Sequence[str], limit: int) -> list[Source]:
        """Return the sources that have one of these keys, in the order of their ids."""
        marks = ", ".join("?" * len(keys))
        where = f"WHERE number IN (SELECT document FROM name WHERE key IN ({marks})) ORDER BY id LIMIT ?"  # noqa: S608 - marks
        return [_source(record, origin) for record, origin in self._records(where, *keys, limit)]

    def labelled(self, words: Sequence[str], limit: int) -> list[Source]:
        """Return the sources whose labels share the most, and the rarest, of these words, best first."""
        asked = " OR ".join(f'"{word}"' for word in words if word.isalnum())
        if not asked:
            return []
        where = "JOIN label ON label.rowid = number WHERE label MATCH ? ORDER BY label.rank, id LIMIT ?"
        return [_source(record, origin) for record, origin in self._records(where, asked, limit)]

    def beginning(self, start: str, limit: int) -> list[Source]:
        """Return the sources whose id begins so, in the order of their ids."""
        where = "WHERE substr(id, 1, length(?)) = ? ORDER BY id LIMIT ?"
        return [_source(record, origin) for record, origin in self._records(where, start, start, limit)]

    def sources(self) -> Iterator[Source]:
        """Yield all sources, in the order in which they were added."""
        return (document.source for document in self._documents("ORDER BY number"))

    def tables(self) -> Iterator[Source]:
        """Yield the sources that are tables kept whole, in the order in which they were added."""
        named = " OR ".join(f"source LIKE '%{ending}\",%'" for ending in ENDINGS)  # as it ends the path in the JSON
        found = self._documents(f"WHERE {named} ORDER BY number")
        return (document.source for document in found if is_table(document.source))

    def all(self) -> Iterator[Document]:
        """Yield all documents, in the order in which they were added."""
        return self._documents("ORDER BY number")

    def ids(self, start: str = "") -> list[str]:
        """Return the ids that begin with `start`, sorted."""
        sql = "SELECT id FROM document WHERE substr(id, 1, length(?)) = ? ORDER BY id"
        with self._faults_told():
            return [row[0] for row in self._db.execute(sql, (start, start))]

    def ids_by_path(self) -> dict[str, set[str]]:
        """Return the ids of the documents that came from each path."""
        found: dict[str, set[str]] = {}
        with self._faults_told():
            for path, identifier in self._db.execute("SELECT json_extract(source, '$.path'), id FROM document"):
                found.setdefault(path, set()).add(identifier)
        return found

    def count(self) -> int:
        """Return how many documents there are."""
        with self._faults_told():
            return int(self._db.execute("SELECT count(*) FROM document").fetchone()[0])

    def keep_problems(self, problems: Iterable[Problem]) -> None:
        """Keep what could not be read, once."""
        rows = [(p.path, p.reason, p.remedy) for p in problems]
        with self._writing():
            self._db.executemany("INSERT OR REPLACE INTO problem VALUES (?, ?, ?)", rows)

    def forget_problems(self, paths: Iterable[str]) -> None:
        """Forget the problems of paths that are read anew."""
        with self._writing():
            for path in paths:
                self._db.execute("DELETE FROM problem WHERE path = ? OR path LIKE ? || '#%'", (path, path))

    def problems(self) -> tuple[Problem, ...]:
        """Return what could not be read so far."""
        with self._faults_told():
            rows = self._db.execute("SELECT path, reason, remedy FROM problem ORDER BY path, reason").fetchall()
        return tuple(Problem(path=p, reason=r, remedy=m) for p, r, m in rows)

    def _documents(self, where: str, *values: object) -> Iterator[Document]:
        with self._faults_told():
            for source, text, origin in self._db.execute(f"SELECT source, text, origin FROM document {where}", values):  # noqa: S608 - our own words
                yield Document(source=_source(source, origin), text=text)

    def _records(self, where: str, *values: object) -> list[tuple[str, str]]:
        with self._faults_told():
            return self._db.execute(f"SELECT source, origin FROM document {where}", values).fetchall()  # noqa: S608 - our own words

    @contextmanager
    def _writing(self) -> Iterator[None]:
        with self._faults_told():
            self._db.execute("BEGIN IMMEDIATE")
            try:
                yield
            except BaseException:
                if self._db.in_transaction:  # a full disk has made SQLite roll back by itself
                    self._db.execute("ROLLBACK")
                raise
            self._db.execute("COMMIT")

    @contextmanager
    def _faults_told(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.Error as error:
            code = getattr(error, "sqlite_errorname", "") or ""
            if code.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
                raise BusyError(
                    "the corpus is locked by another process", hint="wait for it to end", subject=str(self.path)
                ) from error
            raise StorageError(_what(error, code), hint=_remedy(code), subject=str(self.path)) from error


@lru_cache(_SOURCES_KEPT)
def _source(record: str, origin: str) -> Source:
    """Return a source as it is stored, of this origin; the passages found for one article are often of one source."""
    try:
        return replace(_SOURCE.decode(record), origin=origin)
    except msgspec.MsgspecError as error:
        raise StorageError("the record of a source is damaged", hint=_remedy("SQLITE_CORRUPT")) from error


def _what(error: sqlite3.Error, code: str) -> str:
    if code.startswith(_DAMAGED):
        return "is damaged or not a database"
    return f"the corpus cannot be read or written: {error}"


def _remedy(code: str) -> str:
    if code.startswith(_DAMAGED):
        return "delete the folder of the corpus and add the files again: evidence keeps its copies"
    if code.startswith(("SQLITE_FULL", "SQLITE_IOERR")):
        return "make room on the disk and run the command again; what was added before is there"
    return "make the folder of the corpus writable for you"
