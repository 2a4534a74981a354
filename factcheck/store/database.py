"""The database: how it is opened, locked, migrated, and how its faults are told.

SQLite in WAL mode with foreign keys. `synchronous=FULL`: a decision that was acknowledged survives a power cut, and
decisions are few. Writers take the lock at the start of their transaction (`BEGIN IMMEDIATE`), so that nobody
appends to a log that has grown meanwhile.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from factcheck.errors import BusyError, StateError, StorageError
from factcheck.sqlite import BUSY_SECONDS, connect, log_ahead, no_room

if TYPE_CHECKING:
    from sqlalchemy import Engine

VERSIONS = ("0001", "0002", "0003", "0004", "0005", "0006", "0007", "0008", "0009")
"""The migrations this program knows, oldest first; a database at any other is newer than the program."""

UNCLEAN = 1
"""The `user_version` of a database from which words were erased that may still stand in its free pages or its log."""

MIGRATIONS = Path(__file__).parent / "migrations"


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
            "is damaged or not a database", hint="restore it from a backup; see `factcheck doctor`", subject=subject
        )
    return StorageError(f"the database failed: {error}", hint="see `factcheck doctor`", subject=subject)


def make_engine(path: Path, patience: float | None = None) -> Engine:
    """Make the engine that writers use. `patience`: seconds to wait for another writer (`BUSY_SECONDS`)."""
    from sqlalchemy import URL, create_engine, event
    from sqlalchemy.pool import NullPool

    seconds = BUSY_SECONDS if patience is None else patience
    engine = create_engine(
        URL.create("sqlite", database=str(path)),
        connect_args={"timeout": seconds, "check_same_thread": False},
        poolclass=NullPool,
    )

    @event.listens_for(engine, "connect")
    def prepare(connection: sqlite3.Connection, _record: Any) -> None:  # noqa: ANN401 - SQLAlchemy's own type
        connection.isolation_level = None
        log_ahead(connection, seconds)
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("PRAGMA foreign_keys = ON")

    @event.listens_for(engine, "begin")
    def begin(connection: Any) -> None:  # noqa: ANN401 - SQLAlchemy's own type
        connection.exec_driver_sql("BEGIN IMMEDIATE")

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
        version = version_of(path)
        if version == VERSIONS[-1]:
            return
        if version and version not in VERSIONS:
            raise StateError(
                f"was made by a newer factcheck (its version is {version}, this program knows {VERSIONS[-1]})",
                hint="upgrade factcheck: pip install -U factcheck-workbench",
                subject=str(path),
            )
        _migrate(path)


def _migrate(path: Path) -> None:
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    with make_engine(path).begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
