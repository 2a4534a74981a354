"""A workspace's own database, in a file: how it is opened, locked, migrated, and how its faults are told.

SQLite in WAL mode with foreign keys. `synchronous=FULL`: a decision that was acknowledged survives a power cut, and
decisions are few. Writers take the lock at the start of their transaction (`BEGIN IMMEDIATE`), so that nobody
appends to a log that has grown meanwhile.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from factcheck.errors import BusyError, LostError, StateError, StorageError
from factcheck.sqlite import BUSY_SECONDS, begin_writing, connect, fault_in_words, log_ahead, no_room
from factcheck.store.database import is_current, upgrade
from factcheck.store.dialects import SQLITE, UNCLEAN

if TYPE_CHECKING:
    from sqlalchemy import Connection, Engine


@contextmanager
def faults_told(path: Path) -> Iterator[None]:
    """Turn the faults of SQLite, raw or wrapped by SQLAlchemy, into ours.

    Raises:
        BusyError: another process holds the lock.
        StorageError: the disk is full, or the file is damaged or not a database.
    """
    try:
        yield
    except sqlite3.Error as error:
        raise _told(error, path) from error
    except Exception as error:
        original = getattr(error, "orig", None)
        if isinstance(original, sqlite3.Error):
            raise _told(original, path) from error
        raise


def _told(error: sqlite3.Error, path: Path) -> StateError:
    code = getattr(error, "sqlite_errorname", "") or ""
    subject = str(path)
    if code.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
        return BusyError(
            "the workspace is locked by another process",
            hint="wait for it to end and try again; nothing was lost",
            subject=subject,
        )
    if full := no_room(path, code):
        return StorageError(
            full,
            hint="make room (or raise the limit) and run the command again; what was saved before is there",
            subject=subject,
        )
    if code.startswith("SQLITE_IOERR"):
        return StorageError(
            f"the disk failed, or the file was taken away ({code})",
            hint="look at the disk and run the command again; what was saved before is there",
            subject=subject,
        )
    if code.startswith(("SQLITE_READONLY", "SQLITE_CANTOPEN", "SQLITE_PERM")):
        folder = path.is_dir()
        return StorageError(
            "is a folder, not a database" if folder else f"cannot be written or opened ({error})",
            hint="move it away"
            if folder
            else "make the workspace and its files writable for you, or work on a copy of it",
            subject=subject,
        )
    if code.startswith(("SQLITE_CORRUPT", "SQLITE_NOTADB")):
        return StorageError(
            "is damaged or not a database",
            hint="restore it from a backup (move it away, then `factcheck restore FILE`); see `factcheck doctor`",
            subject=subject,
        )
    return StorageError(f"the database failed: {fault_in_words(error)}", hint="see `factcheck doctor`", subject=subject)


def make_engine(path: Path, patience: float = BUSY_SECONDS) -> Engine:
    """Make the engine that writers use. `patience`: seconds to wait for another writer."""
    from sqlalchemy import URL, create_engine, event
    from sqlalchemy.pool import NullPool

    engine = create_engine(
        URL.create("sqlite", database=str(path)),
        connect_args={"timeout": patience, "check_same_thread": False},
        poolclass=NullPool,
    )

    @event.listens_for(engine, "connect")
    def prepare(connection: sqlite3.Connection, _record: Any) -> None:  # noqa: ANN401 - SQLAlchemy's own type
        connection.isolation_level = None
        log_ahead(connection, patience)
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("PRAGMA foreign_keys = ON")

    @event.listens_for(engine, "begin")
    def begin(connection: Any) -> None:  # noqa: ANN401 - SQLAlchemy's own type
        begin_writing(connection.connection.dbapi_connection, patience)

    return engine


def clean(path: Path) -> None:
    """Write the file anew from its rows alone, so that nothing of what was deleted is left in it or in its log.

    Raises:
        BusyError: another process reads or writes it.
    """
    with faults_told(path), closing(sqlite3.connect(path, timeout=BUSY_SECONDS, isolation_level=None)) as connection:
        connection.execute("PRAGMA secure_delete = ON")
        connection.execute("VACUUM")
        _empty_log(connection, path)
        connection.execute("PRAGMA user_version = 0")
        _empty_log(connection, path)


def _empty_log(connection: sqlite3.Connection, path: Path) -> None:
    busy, *_ = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    if busy:
        raise BusyError(
            "another process reads the workspace, and its write-ahead log cannot be emptied",
            hint="close it there, then: `factcheck erase --clean`",
            subject=str(path),
        )


def is_clean(path: Path) -> bool:
    """Tell whether nothing of what was erased may be left in the file."""
    with faults_told(path), closing(connect(path)) as connection:
        return bool(connection.execute("PRAGMA user_version").fetchone()[0] != UNCLEAN)


def version_of(path: Path) -> str:
    """Return the migration a database stands at; "" for a new one."""
    if not path.exists():
        return ""
    with closing(connect(path)) as connection:
        if not connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'alembic_version'").fetchone():
            return ""
        row = connection.execute("SELECT version_num FROM alembic_version").fetchone()
    return str(row[0]) if row else ""


def bring_up_to_date(path: Path) -> None:
    """Create the tables, or migrate those of an earlier version, in one transaction.

    Raises:
        StateError: the database was made by a newer factcheck.
    """
    with faults_told(path):
        if not is_current(version_of(path), str(path)):
            with make_engine(path).begin() as connection:
                upgrade(connection)


class SqliteFile:
    """A database in a file; see `store.database.Database`."""

    dialect = SQLITE

    def __init__(self, path: Path) -> None:
        """Open the database at `path`, made or migrated as needed.

        Raises:
            BusyError: another process holds it.
            StateError: it was made by a newer factcheck.
            StorageError: the disk failed, or the file is damaged.
        """
        bring_up_to_date(path)
        self.path = path
        self.name = str(path)
        self._engine: Engine | None = None
        with faults_told(path):
            self._connection: sqlite3.Connection = connect(path)
        self._file = _identity(path)

    def read(self, sql: str, values: Mapping[str, Any]) -> Sequence[Mapping[str, Any]]:
        """Return the rows of a query."""
        with faults_told(self.path):
            found = self._connection.execute(sql, dict(values))
            names = [column[0] for column in found.description or ()]
            return [dict(zip(names, row, strict=True)) for row in found]  # twice as fast as dict(sqlite3.Row)

    def stream(self, sql: str, values: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
        """Yield the rows of a query as they are asked for."""
        with faults_told(self.path):
            found = self._connection.execute(sql, dict(values))
            names = [column[0] for column in found.description or ()]
            for row in found:
                yield dict(zip(names, row, strict=True))

    def stream_values(self, sql: str, values: Mapping[str, Any]) -> Iterator[Sequence[Any]]:
        """Yield the rows of a query as they are asked for, each its values alone."""
        with faults_told(self.path):
            yield from self._connection.execute(sql, dict(values))

    @contextmanager
    def standing_still(self) -> Iterator[None]:
        """Read one and the same state throughout the block, whatever others write meanwhile."""
        with faults_told(self.path):
            self._connection.execute("BEGIN")
        try:
            yield
        finally:
            if self._connection.in_transaction:  # a full disk ends it, and is what is to be told
                with faults_told(self.path):
                    self._connection.execute("ROLLBACK")

    @contextmanager
    def writing(self, patience: float) -> Iterator[Connection]:
        """Write in one transaction. How long the first one waits for others, all later ones do, too."""
        self.check_same()
        if self._engine is None:
            self._engine = make_engine(self.path, patience)
        with faults_told(self.path), self._engine.begin() as connection:
            yield connection

    def check_same(self) -> None:
        """Refuse to go on where the file was deleted or replaced: a writer opens by name, and would begin a new one.

        Raises:
            LostError: it was; nothing is written.
        """
        now = _identity(self.path)
        if now != self._file:
            raise LostError(
                "is another file than the one that was opened" if now else "was deleted since it was opened",
                hint="put the workspace back where it was, or copy what you typed and open the workspace again",
                subject=str(self.path),
            )

    def clean(self) -> None:
        """Let nothing of what was erased be left in the file or in its log."""
        clean(self.path)

    def is_clean(self) -> bool:
        """Tell whether nothing of what was erased may be left in the file."""
        return is_clean(self.path)

    def integrity(self) -> str:
        """Let SQLite check its file; "" if it is sound, else its first complaint."""
        with faults_told(self.path):
            result = str(self._connection.execute("PRAGMA integrity_check(1)").fetchone()[0])
        return "" if result == "ok" else result

    def about(self) -> str:
        """Say which version of SQLite it is."""
        return f"SQLite {sqlite3.sqlite_version}"

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()
        if self._engine is not None:
            self._engine.dispose()


def _identity(path: Path) -> tuple[int, int] | None:
    """Return what tells a file from every other while it is open: device and inode; None if it is not there."""
    try:
        found = path.stat()
    except FileNotFoundError:
        return None
    return found.st_dev, found.st_ino
