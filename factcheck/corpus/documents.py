"""The document store: the truth beside the index. Each document's text and metadata, in one SQLite file.

A document is kept as pending before it is indexed, so that a kill between the two is mended by indexing it again; the
id of one that is removed is kept until the index has let go of it. Plain sqlite3: these are documents, not the work,
and an archive must not wait for an object mapper.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

import msgspec

from factcheck.corpus.kin import Kin, Newcomer
from factcheck.corpus.naming import keys_of
from factcheck.corpus.origins import sketch
from factcheck.corpus.places import Places
from factcheck.corpus.preparing import Prepared
from factcheck.corpus.schema import add_names, is_current, upgrade
from factcheck.corpus.tables import ENDINGS, is_table
from factcheck.domain import Document, Marker, Problem, Sensitivity, Source
from factcheck.errors import BusyError, StorageError
from factcheck.sqlite import BUSY_SECONDS, cannot_write, connect, log_ahead, no_room

CACHE_KIB = 96 * 1024
"""Of the database, while documents are added: the table of grams is written all over."""
CHECKPOINT_PAGES = 8_000
"""Pages (of 4 KiB) after which the log of the database is written back; each time the disk is waited for."""

_DAMAGED = ("SQLITE_CORRUPT", "SQLITE_NOTADB")
_SOURCES_KEPT = 1024
"""Sources that stay read, as those of the passages that the claims of one article retrieve; some 1 MB."""

_SOURCE = msgspec.json.Decoder(Source)
_MARKERS = msgspec.json.Decoder(tuple[Marker, ...])
_STORED = "source, origin, scope, sensitivity"
"""What a source is made of: its record, and what may change."""


@dataclass(frozen=True, slots=True)
class Ended:
    """That a file was read to its end; `complete`: what it held before and no longer holds was replaced."""

    file: Path
    complete: bool


@dataclass(frozen=True, slots=True)
class Kept:
    """What a batch changed: the documents that are new, the ids of those that were replaced, and the files of these."""

    new: tuple[Prepared, ...]
    removed: tuple[str, ...] = ()
    changed: tuple[Path, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """To whom a document belongs (`Source.scope`) and who may see it; None leaves that as it is."""

    scope: str | None = None
    sensitivity: Sensitivity | None = None


UNMARKED = Mark()


def read_marks(path: Path) -> dict[str, Sensitivity]:
    """Return the documents (ids) that are not open, of the store at a path; none if there is no store."""
    if not path.is_file():
        return {}
    store = DocumentStore(path)
    try:
        return store.restricted()
    finally:
        store.close()


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
            self._db = _opened(path)
            self._prepare()
        self._kin, self._places = Kin(self._db), Places(self._db)

    def _prepare(self) -> None:
        if is_current(self._db, str(self.path)):
            return
        with self._writing():
            upgrade(self._db)

    def close(self) -> None:
        """Let go of the file."""
        self._db.close()

    # --- adding -------------------------------------------------------------------------------------------------------

    def begin_run(self) -> int:
        """Make ready for adding much; return the number of the run."""
        with self._writing():
            run = self._places.next_run()
        self._db.execute(f"PRAGMA cache_size = -{CACHE_KIB}")
        self._db.execute(f"PRAGMA wal_autocheckpoint = {CHECKPOINT_PAGES}")
        return run

    def add(
        self,
        documents: Sequence[tuple[Path | None, Prepared]],
        ended: Iterable[Ended] = (),
        run: int = 0,
        mark: Mark = UNMARKED,
    ) -> Kept:
        """Keep documents that are not there yet, each with the file that holds it, in one transaction.

        `ended`: the files that end with this batch; `mark`: what is said of all of these documents, new or not.
        """
        with self._writing():
            numbers, new = self._add_new([prepared for _, prepared in documents])
            files = {path: self._places.file(path) for path in dict.fromkeys(path for path, _ in documents) if path}
            rows = ((files[path], numbers[one.source.id]) for path, one in documents if path)
            self._places.hold(rows, run)
            self._mark(numbers.values(), mark)
            removed, changed = self._end(ended, run)
        return Kept(tuple(one for one in new if one.source.id not in removed), tuple(removed), changed)

    def _add_new(self, batch: Iterable[Prepared]) -> tuple[dict[str, int], list[Prepared]]:
        """Keep the documents that are not there; return the numbers of all by id, and those that were new."""
        distinct = {one.source.id: one for one in batch}
        numbers = self._numbers(distinct)
        new = [one for identifier, one in distinct.items() if identifier not in numbers]
        newcomers = []
        for one in new:
            source = one.source
            row = (source.id, source.origin, msgspec.json.encode(source).decode())
            done = self._db.execute("INSERT INTO document (id, origin, source) VALUES (?, ?, ?)", row)
            number = numbers[source.id] = int(done.lastrowid or 0)
            add_names(self._db, number, source)
            newcomers.append(Newcomer(number, one.sketch, source.origin))
        added = [one.number for one in newcomers]
        texts = ((one.text, msgspec.json.encode(one.markers).decode()) for one in new)
        rows = ((number, *kept) for number, kept in zip(added, texts, strict=True))
        self._db.executemany("INSERT INTO text VALUES (?, ?, ?)", rows)
        self._db.executemany("INSERT INTO pending VALUES (?)", zip(added))
        origins = zip(self._kin.add(newcomers), newcomers, strict=True)
        others = ((origin, one.number) for origin, one in origins if origin != one.origin)
        self._db.executemany("UPDATE document SET origin = ? WHERE number = ?", others)
        return numbers, new

    def _numbers(self, ids: Iterable[str]) -> dict[str, int]:
        sql = "SELECT id, number FROM document WHERE id IN (SELECT value FROM json_each(?))"
        return dict(self._db.execute(sql, (msgspec.json.encode(sorted(ids)).decode(),)))

    def _end(self, ended: Iterable[Ended], run: int) -> tuple[list[str], tuple[Path, ...]]:
        """Take out what the files that ended no longer hold; return the ids, and the files that changed."""
        removed: list[str] = []
        changed = []
        for one in ended:
            if one.complete and (left := self._places.left_behind(self._places.file(one.file), run)):
                removed += [self._remove(number) for number in left]
                changed.append(one.file)
        return removed, tuple(changed)

    def mark(self, ids: Iterable[str], mark: Mark) -> int:
        """Say to whom documents belong, and who may see them; return how many there are."""
        with self._writing():
            numbers = self._numbers(ids).values()
            self._mark(numbers, mark)
            return len(numbers)

    def _mark(self, numbers: Iterable[int], mark: Mark) -> None:
        for column, value in (("scope", mark.scope), ("sensitivity", mark.sensitivity)):
            if value is not None:
                sql = f"UPDATE document SET {column} = ? WHERE number = ?"  # noqa: S608 - our own words
                self._db.executemany(sql, [(value, number) for number in numbers])

    def restricted(self) -> dict[str, Sensitivity]:
        """Return the documents (ids) that are not open."""
        sql = "SELECT id, sensitivity FROM document WHERE sensitivity <> 'open'"
        with self._faults_told():
            return {identifier: Sensitivity(value) for identifier, value in self._db.execute(sql)}

    def gone(self) -> frozenset[str]:
        """Return the documents (ids) whose files are all gone: kept, and no longer found."""
        with self._faults_told():
            return frozenset(row[0] for row in self._db.execute("SELECT id FROM document WHERE gone"))

    def known(self, ids: Iterable[str]) -> frozenset[str]:
        """Return those of these ids that are there."""
        with self._faults_told():
            return frozenset(self._numbers(ids))

    def origin_of(self, text: str) -> str:
        """Return the origin of the documents that carry this text, or ""."""
        with self._faults_told():
            return self._kin.origin_of(sketch(text))

    def remove(self, ids: Sequence[str]) -> int:
        """Remove documents; return how many there were."""
        with self._writing():
            numbers = self._numbers(ids).values()
            for number in numbers:
                self._remove(number)
            return len(numbers)

    def _remove(self, number: int) -> str:
        identifier, record = self._db.execute("SELECT id, source FROM document WHERE number = ?", (number,)).fetchone()
        self._kin.remove(number)
        self._places.forget(number)
        names = [(key, number) for key in keys_of(_SOURCE.decode(record))]
        self._db.executemany("DELETE FROM name WHERE key = ? AND document = ?", names)
        self._db.execute("DELETE FROM label WHERE rowid = ?", (number,))
        for table, column in (("text", "document"), ("pending", "document"), ("document", "number")):
            self._db.execute(f"DELETE FROM {table} WHERE {column} = ?", (number,))  # noqa: S608 - our own words
        self._db.execute("INSERT OR IGNORE INTO removed VALUES (?)", (identifier,))
        return str(identifier)

    def sync(self, below: Path | None = None) -> tuple[int, int]:
        """Look whether the files are there; return how many are gone now, and how many are back."""
        with self._writing():
            return self._places.sync(below)

    def holds(self, path: Path) -> bool:
        """Tell whether documents were read from files at or below a path."""
        with self._faults_told():
            return self._places.holds(path)

    # --- what the index does not have yet -----------------------------------------------------------------------------

    def removed(self) -> list[str]:
        """Return the ids of documents that the index is to let go of."""
        with self._faults_told():
            return [row[0] for row in self._db.execute("SELECT id FROM removed")]

    def pending(self, after: int, limit: int) -> tuple[int, list[Document]]:
        """Return documents that the index is to take, of those numbered after `after`, and the last one's number."""
        sql = "SELECT document FROM pending WHERE document > ? ORDER BY document LIMIT ?"
        with self._faults_told():
            numbers = [row[0] for row in self._db.execute(sql, (after, limit))]
        if not numbers:
            return after, []
        where = "JOIN pending ON pending.document = number WHERE number > ? AND number <= ? ORDER BY number"
        return numbers[-1], list(self._documents(where, after, numbers[-1]))

    def has_unindexed(self) -> bool:
        """Tell whether the index is not as the documents are."""
        sql = "SELECT EXISTS (SELECT 1 FROM pending) OR EXISTS (SELECT 1 FROM removed)"
        with self._faults_told():
            return bool(self._db.execute(sql).fetchone()[0])

    def settle(self, last: int | None = None) -> None:
        """Note that the index is as the documents are: those up to the number `last`, or all."""
        with self._writing():
            if last is None:
                self._db.execute("DELETE FROM pending")
            else:
                self._db.execute("DELETE FROM pending WHERE document <= ?", (last,))
            self._db.execute("DELETE FROM removed")

    def mark_all_pending(self) -> None:
        """Note that the index has nothing: it is to be built anew."""
        with self._writing():
            self._db.execute("INSERT OR IGNORE INTO pending SELECT number FROM document")
            self._db.execute("DELETE FROM removed")

    # --- looking ------------------------------------------------------------------------------------------------------

    def get(self, identifier: str) -> Document | None:
        """Return a document by its id, or None."""
        return next(self._documents("WHERE id = ?", identifier), None)

    def passage(self, identifier: str, start: int, end: int) -> tuple[Source, str] | None:
        """Return `text[start:end]` of a document with its source, without reading the rest; None if it is gone."""
        where = "FROM document JOIN text ON document = number WHERE id = ? AND NOT gone"
        sql = f"SELECT {_STORED}, substr(text, ?, ?) {where}"
        with self._faults_told():
            row = self._db.execute(sql, (start + 1, end - start, identifier)).fetchone()
        return (_source(*row[:-1]), row[-1]) if row else None

    def named(self, keys: Sequence[str], limit: int) -> list[Source]:
        """Return the sources that have one of these keys, in the order of their ids."""
        marks = ", ".join("?" * len(keys))
        where = f"WHERE number IN (SELECT document FROM name WHERE key IN ({marks})) ORDER BY id LIMIT ?"  # noqa: S608 - marks
        return [_source(*record) for record in self._records(where, *keys, limit)]

    def labelled(self, words: Sequence[str], limit: int) -> list[Source]:
        """Return the sources whose labels share the most, and the rarest, of these words, best first."""
        asked = " OR ".join(f'"{word}"' for word in words if word.isalnum())
        if not asked:
            return []
        where = "JOIN label ON label.rowid = number WHERE label MATCH ? ORDER BY label.rank, id LIMIT ?"
        return [_source(*record) for record in self._records(where, asked, limit)]

    def beginning(self, start: str, limit: int) -> list[Source]:
        """Return the sources whose id begins so, in the order of their ids."""
        where = "WHERE substr(id, 1, length(?)) = ? ORDER BY id LIMIT ?"
        return [_source(*record) for record in self._records(where, start, start, limit)]

    def sources(self) -> Iterator[Source]:
        """Yield all sources, in the order in which they were added."""
        return self._sources("ORDER BY number")

    def tables(self) -> Iterator[Source]:
        """Yield the sources that are tables kept whole, in the order in which they were added."""
        named = " OR ".join(f"source LIKE '%{ending}\",%'" for ending in ENDINGS)  # as it ends the path in the JSON
        return (source for source in self._sources(f"WHERE {named} ORDER BY number") if is_table(source))

    def all(self) -> Iterator[Document]:
        """Yield all documents, in the order in which they were added."""
        return self._documents("ORDER BY number")

    def of_origin(self, origin: str) -> list[Source]:
        """Return the sources of an origin, in the order in which they were added. Every source is looked at."""
        return [_source(*record) for record in self._records("WHERE origin = ? ORDER BY number", origin)]

    def ids(self, start: str = "") -> list[str]:
        """Return the ids that begin with `start`, sorted."""
        sql = "SELECT id FROM document WHERE substr(id, 1, length(?)) = ? ORDER BY id"
        with self._faults_told():
            return [row[0] for row in self._db.execute(sql, (start, start))]

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
            sql = f"SELECT {_STORED}, text, markers FROM document JOIN text ON text.document = number {where}"  # noqa: S608 - our own words
            for *record, text, markers in self._db.execute(sql, values):
                yield Document(source=_source(*record), text=text, markers=_MARKERS.decode(markers))

    def _sources(self, where: str) -> Iterator[Source]:
        with self._faults_told():
            for record in self._db.execute(f"SELECT {_STORED} FROM document {where}"):  # noqa: S608 - our own words
                yield _source(*record)

    def _records(self, where: str, *values: object) -> list[tuple[str, str, str, str]]:
        with self._faults_told():
            return self._db.execute(f"SELECT {_STORED} FROM document {where}", values).fetchall()  # noqa: S608 - our own words

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
            full = no_room(self.path, code)
            hint = _remedy("SQLITE_FULL" if full else code)
            raise StorageError(full or _what(error, code), hint=hint, subject=str(self.path)) from error


def _opened(path: Path) -> sqlite3.Connection:
    """Open the file for reading and writing; a store that is there and cannot be written, for reading alone."""
    db = sqlite3.connect(path, timeout=BUSY_SECONDS, isolation_level=None, check_same_thread=False)
    try:
        log_ahead(db)
        db.execute("PRAGMA synchronous = NORMAL")  # a lost tail of documents is added again from its files
        db.execute("SELECT 1 FROM sqlite_master").fetchone()
    except sqlite3.OperationalError as error:
        db.close()
        if not cannot_write(error) or not path.is_file():
            raise
        return connect(path)
    return db


@lru_cache(_SOURCES_KEPT)
def _source(record: str, origin: str, scope: str, sensitivity: str) -> Source:
    """Return a source as it is stored, of this origin; the passages found for one article are often of one source."""
    try:
        return replace(_SOURCE.decode(record), origin=origin, scope=scope, sensitivity=Sensitivity(sensitivity))
    except msgspec.MsgspecError as error:
        raise StorageError("the record of a source is damaged", hint=_remedy("SQLITE_CORRUPT")) from error


def _what(error: sqlite3.Error, code: str) -> str:
    if code.startswith(_DAMAGED):
        return "is damaged or not a database"
    if code.startswith("SQLITE_IOERR"):
        return f"the disk failed: the corpus could not be read or written ({code})"
    return f"the corpus cannot be read or written: {error}"


def _remedy(code: str) -> str:
    if code.startswith(_DAMAGED):
        return "delete the folder of the corpus and add the files again: evidence keeps its copies"
    if code.startswith(("SQLITE_FULL", "SQLITE_IOERR")):
        return "make room on the disk (or raise the limit) and run the command again; what was added before is there"
    return "make the folder of the corpus writable for you"
