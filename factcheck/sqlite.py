"""Opening an SQLite file for reading, also where nothing may be written: what the store and the corpus share."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path
from urllib.parse import quote

BUSY_SECONDS = 5.0
"""How long to wait for another writer before saying so. Source: with 16 writers the longest wait seen was 1.2 s
(measured 2026-11, 2 cores)."""

_UNWRITABLE = ("SQLITE_READONLY", "SQLITE_CANTOPEN", "SQLITE_IOERR", "SQLITE_FULL")


def connect(path: Path) -> sqlite3.Connection:
    """Open a plain connection for reading: `import sqlmodel` takes 0.4 s, which a list of claims cannot afford.

    Even a reader of a WAL database writes (its shared memory). Where that fails, on a read-only copy or a full disk,
    and nothing waits in the log to be carried over, the file alone is read.
    """
    connection = _opened(path)
    try:
        connection.execute("SELECT 1 FROM sqlite_master").fetchone()
    except sqlite3.OperationalError as error:
        connection.close()
        if not cannot_write(error) or _has_log(path):
            raise
        connection = _opened(f"file:{quote(os.fsencode(path.absolute()))}?mode=ro&immutable=1", uri=True)
    return connection


def cannot_write(error: sqlite3.OperationalError) -> bool:
    """Tell whether a fault says that the file, or what stands beside it, cannot be written."""
    return error.sqlite_errorname.startswith(_UNWRITABLE)


def _opened(database: Path | str, *, uri: bool = False) -> sqlite3.Connection:
    connection = sqlite3.connect(database, timeout=BUSY_SECONDS, isolation_level=None, check_same_thread=False, uri=uri)
    connection.execute("PRAGMA query_only = ON")
    return connection


def _has_log(path: Path) -> bool:
    try:
        return path.with_name(f"{path.name}-wal").stat().st_size > 0
    except FileNotFoundError:
        return False
