"""The database of the documents: opening it, writing in one transaction, and what its faults mean to a person.

Plain sqlite3: these are documents, not the work, and an archive must not wait for an object mapper.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from factcheck.corpus.schema import Told, is_current, upgrade
from factcheck.errors import BusyError, StorageError
from factcheck.sqlite import BUSY_SECONDS, cannot_write, connect, fault_in_words, log_ahead, no_room

_DAMAGED = ("SQLITE_CORRUPT", "SQLITE_NOTADB")
DAMAGED_HINT = "delete the folder of the corpus and add the files again: evidence keeps its copies"


class Database:
    """An SQLite file with the tables of `corpus.schema`. Readers may look while one writes."""

    def __init__(self, path: Path, told: Told = int) -> None:
        """Open or make the file. `told`: see `schema.upgrade`, which takes minutes for a large corpus of before.

        Raises:
            StateError: it was made by a newer factcheck.
            StorageError: the file is damaged or the disk failed.
        """
        self.path = path
        with self.faults_told():
            self.connection = _opened(path)
            self.connection.text_factory = _as_text
            if not is_current(self.connection, str(path)):
                with self.writing():
                    upgrade(self.connection, told)

    def close(self) -> None:
        """Let go of the file."""
        self.connection.close()

    @contextmanager
    def writing(self) -> Iterator[None]:
        """Do what follows in one transaction, which is this process's alone."""
        with self.faults_told():
            self.connection.execute("BEGIN IMMEDIATE")
            try:
                yield
            except BaseException:
                if self.connection.in_transaction:  # a full disk has made SQLite roll back by itself
                    self.connection.execute("ROLLBACK")
                raise
            self.connection.execute("COMMIT")

    @contextmanager
    def faults_told(self) -> Iterator[None]:
        """Turn the faults of the database into ours."""
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
        db.execute("PRAGMA secure_delete = ON")  # else what was removed stays in the file until the room is needed
        db.execute("PRAGMA synchronous = NORMAL")  # a lost tail of documents is added again from its files
        db.execute("SELECT 1 FROM sqlite_master").fetchone()
    except sqlite3.OperationalError as error:
        db.close()
        if not cannot_write(error) or not path.is_file():
            raise
        return connect(path)
    return db


def _as_text(data: bytes) -> str:
    """Return a stored text; a byte of it that was damaged is U+FFFD, so that one document does not stop all others.

    `StoredDocuments.damaged` looks at the bytes, and names the document.
    """
    return data.decode(errors="replace")


def _what(error: sqlite3.Error, code: str) -> str:
    if code.startswith(_DAMAGED):
        return "is damaged or not a database"
    if code.startswith("SQLITE_IOERR"):
        return f"the disk failed: the corpus could not be read or written ({code})"
    return f"the corpus cannot be read or written: {fault_in_words(error)}"


def _remedy(code: str) -> str:
    if code.startswith(_DAMAGED):
        return DAMAGED_HINT
    if code.startswith(("SQLITE_FULL", "SQLITE_IOERR")):
        return "make room on the disk (or raise the limit) and run the command again; what was added before is there"
    if code.startswith(("SQLITE_READONLY", "SQLITE_CANTOPEN", "SQLITE_PERM", "SQLITE_AUTH")):
        return "make the folder of the corpus writable for you"
    return f"its database is not as factcheck left it: restore it from a backup, or {DAMAGED_HINT}"
