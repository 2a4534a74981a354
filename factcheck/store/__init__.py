"""What is kept: articles, claims, evidence and the log of decisions, in one SQLite file of the workspace.

`Store` reads through `reading.py` and writes through transactions; SQLModel is loaded when something is first written.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from factcheck.errors import LostError
from factcheck.sqlite import connect
from factcheck.store.database import bring_up_to_date, clean, faults_told, is_clean, make_engine
from factcheck.store.reading import Reader

if TYPE_CHECKING:
    from sqlalchemy import Engine

    from factcheck.store.writing import Transaction

__all__ = ["Store"]


class Store(Reader):
    """The database of a workspace."""

    def __init__(self, path: Path) -> None:
        """Open the database at `path`, made or migrated as needed.

        Raises:
            BusyError: another process holds it.
            StateError: it was made by a newer factcheck.
            StorageError: the disk failed, or the file is damaged.
        """
        super().__init__(self._read, self._read_slowly)
        self.path = path
        bring_up_to_date(path)
        self._engine: Engine | None = None
        self.patience: float | None = None
        """Seconds that a write waits for another writer, set before the first one; None: as long as is usual."""
        with faults_told(path):
            self._connection: sqlite3.Connection = connect(path)
        self._file = _identity(path)

    def _read(self, sql: str, values: Mapping[str, Any]) -> Sequence[Mapping[str, Any]]:
        with faults_told(self.path):
            found = self._connection.execute(sql, dict(values))
            names = [column[0] for column in found.description or ()]
            return [dict(zip(names, row, strict=True)) for row in found]  # twice as fast as dict(sqlite3.Row)

    def _read_slowly(self, sql: str, values: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
        with faults_told(self.path):
            found = self._connection.execute(sql, dict(values))
            names = [column[0] for column in found.description or ()]
            for row in found:
                yield dict(zip(names, row, strict=True))

    @contextmanager
    def standing_still(self) -> Iterator[None]:
        """Read one and the same state throughout the block, whatever others write meanwhile."""
        with faults_told(self.path):
            self._connection.execute("BEGIN")
        try:
            yield
        finally:
            with faults_told(self.path):
                self._connection.execute("ROLLBACK")

    @contextmanager
    def transaction(self) -> Iterator[Transaction]:
        """Write: everything in the block is kept at its end, or nothing."""
        from factcheck.store.writing import Transaction

        self.check_same_file()
        if self._engine is None:
            self._engine = make_engine(self.path, self.patience)
        with faults_told(self.path), self._engine.begin() as connection:
            yield Transaction(connection)

    def check_same_file(self) -> None:
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
        """Let nothing of what was erased be left in the file or in its log.

        Raises:
            BusyError: another process reads or writes it.
        """
        clean(self.path)

    def is_clean(self) -> bool:
        """Tell whether nothing of what was erased may be left in the file."""
        return is_clean(self.path)

    def integrity(self) -> str:
        """Let SQLite check its file; "" if it is sound, else its first complaint."""
        with faults_told(self.path):
            result = str(self._connection.execute("PRAGMA integrity_check(1)").fetchone()[0])
        return "" if result == "ok" else result

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
