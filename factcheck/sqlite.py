"""Opening an SQLite file, also where nothing may be written: what the store and the corpus share."""

from __future__ import annotations

import os
import random
import resource
import shutil
import sqlite3
import time
from pathlib import Path
from urllib.parse import quote

BUSY_SECONDS = 5.0
"""How long to wait for another writer before saying so. Source: with 16 writers the longest wait seen was 1.2 s
(measured 2026-11, 2 cores)."""

WRITING_SECONDS = 60.0
"""How long a decision waits for its turn: see `begin_writing`. Of 20 people who decided all the time at one file, with
ten other programs a core, the longest wait was 20 s (600 decisions, measured 2026-11)."""

_SHARED_MEMORY = 32 * 1024
"""Bytes that SQLite takes at once for the shared memory of a WAL database. Source: sqlite.org/walformat.html."""

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


def log_ahead(connection: sqlite3.Connection, patience: float = BUSY_SECONDS) -> None:
    """Let a database that is written keep a log ahead (WAL), so that readers go on reading.

    While another process opens the same new file SQLite refuses this at once, whatever its timeout: it is asked again
    for `patience` seconds.
    """
    until = time.monotonic() + patience
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError as error:
            if not error.sqlite_errorname.startswith("SQLITE_BUSY") or time.monotonic() > until:
                raise
        else:
            return
        time.sleep(_ASKED_AGAIN)


_ASKED_AGAIN = 0.02  # seconds


def begin_writing(connection: sqlite3.Connection, patience: float) -> None:
    """Begin a transaction that writes, as soon as no other process does; wait `patience` seconds for that.

    SQLite lets nobody queue, and by its own way of waiting one asks ever more seldom, so that who has just come is
    before who waits longest. Here one asks the more often the longer one has waited, at moments of chance.

    Raises:
        sqlite3.OperationalError: others wrote all the while, or the file cannot be written.
    """
    begun = time.monotonic()
    connection.execute("PRAGMA busy_timeout = 0")
    while True:
        try:
            connection.execute("BEGIN IMMEDIATE")
        except sqlite3.OperationalError as error:
            waited = time.monotonic() - begun
            if not error.sqlite_errorname.startswith("SQLITE_BUSY") or waited > patience:
                raise
        else:
            break
        time.sleep(random.uniform(0.5, 1.5) * _FIRST_PAUSE / (1 + waited))  # noqa: S311 - no secret
    connection.execute(f"PRAGMA busy_timeout = {round(patience * 1000)}")


_FIRST_PAUSE = 0.05
"""Seconds between two tries in the beginning; after a second of waiting it is half of that, after two a third. Of 20
who write all the time for 0.3 s each, the longest wait is 26 s then, by SQLite's own way 75 s (simulated 2026-11)."""


def cannot_write(error: sqlite3.OperationalError) -> bool:
    """Tell whether a fault says that the file, or what stands beside it, cannot be written."""
    return error.sqlite_errorname.startswith(_UNWRITABLE)


def fault_in_words(error: sqlite3.Error) -> str:
    """Return what a fault says, without the words of a stored text that it was about."""
    words = str(error)
    return "a text in it is damaged" if words.startswith("Could not decode to UTF-8") else words


def no_room(path: Path, code: str) -> str:
    """Say in words that there is no room to write a database, whatever SQLite calls it; "" where that is not so.

    `code`: the name of its error. On a full disk it may say that the disk failed or that the file is read-only, for a
    reader's shared memory finds no room either.
    """
    if not code.startswith(_UNWRITABLE):
        return ""
    if code == "SQLITE_FULL" or shutil.disk_usage(path.parent).free < _SHARED_MEMORY:
        return "the disk is full"
    largest = resource.getrlimit(resource.RLIMIT_FSIZE)[0]
    files = [path.with_name(f"{path.name}{end}") for end in ("", "-wal")]
    wanted = max([_SHARED_MEMORY, *(file.stat().st_size for file in files if file.is_file())])
    short = code.startswith("SQLITE_IOERR") or largest < wanted + _SHARED_MEMORY
    if largest != resource.RLIM_INFINITY and short:
        return f"no file may grow beyond {largest // 1024} kB here (`ulimit -f`)"
    return ""


def _opened(database: Path | str, *, uri: bool = False) -> sqlite3.Connection:
    connection = sqlite3.connect(database, timeout=BUSY_SECONDS, isolation_level=None, check_same_thread=False, uri=uri)
    connection.execute("PRAGMA query_only = ON")
    return connection


def _has_log(path: Path) -> bool:
    try:
        return path.with_name(f"{path.name}-wal").stat().st_size > 0
    except FileNotFoundError:
        return False
