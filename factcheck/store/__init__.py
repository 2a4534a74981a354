"""What is kept: articles, claims, evidence and the log of decisions, in the database of the workspace.

That is an SQLite file, or for a team a PostgreSQL database. `Store` reads through `reading.py` and writes through
transactions; SQLModel is loaded when something is first written, or when the database is no file.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.errors import LostError
from factcheck.sqlite import WRITING_SECONDS
from factcheck.store.many import ManyReader
from factcheck.store.reading import Reader
from factcheck.store.sqlite_file import SqliteFile

if TYPE_CHECKING:
    from factcheck.store.database import Database
    from factcheck.store.writing import Transaction

__all__ = ["Store"]


class Store(ManyReader):
    """The database of a workspace. `where`: its file, or its URL, which may hold a password; `name`: as it is shown."""

    def __init__(self, where: Path | str, *, create: bool = True) -> None:
        """Open the database, made (with `create`) or migrated as needed. `where`: see `databases.database_named`.

        Raises:
            BusyError: another process holds it.
            NoWorkspaceError: a PostgreSQL database has no tables yet, and none are to be made.
            StateError: it was made by a newer factcheck.
            StorageError: the disk failed, the file is damaged, or the server cannot be reached.
        """
        self.where = where
        self._database = _opened(where, create=create)
        base = self._database
        super().__init__(base.read, base.stream, base.dialect, base.stream_values)
        self.name = self._database.name
        self.patience: float = WRITING_SECONDS
        """Seconds that a write waits for another writer, set before the first one."""
        self._restored = self.restored()

    @contextmanager
    def transaction(self) -> Iterator[Transaction]:
        """Write: everything in the block is kept at its end, or nothing.

        Raises:
            LostError: the file was deleted or replaced since it was opened, or all of it was restored from a backup.
        """
        from factcheck.store.writing import Transaction

        with self._database.writing(self.patience) as connection:
            tx = Transaction(connection, self._dialect)
            self._check_same(tx)
            yield tx
            self._restored = tx.restoring or self._restored

    def check_same_file(self) -> None:
        """Refuse to go on where the database is another than the one that was opened.

        Raises:
            LostError: the file was deleted or replaced, or all of it was restored from a backup.
        """
        self._database.check_same()
        self._check_same(self)

    def _check_same(self, reader: Reader) -> None:
        if reader.restored() != self._restored:
            raise LostError(
                "was restored from a backup since it was opened",
                hint="copy what you typed and open the workspace again",
                subject=self.name,
            )

    def standing_still(self) -> AbstractContextManager[None]:
        """Read one and the same state throughout the block, whatever others write meanwhile."""
        return self._database.standing_still()

    def clean(self) -> None:
        """Let nothing of what was erased be left in the database.

        Raises:
            BusyError: another process reads or writes it.
        """
        self._database.clean()

    def is_clean(self) -> bool:
        """Tell whether nothing of what was erased may be left in the database."""
        return self._database.is_clean()

    def integrity(self) -> str:
        """Let the database look at itself; "" if it is sound, else its first complaint."""
        return self._database.integrity()

    def about(self) -> str:
        """Say which program of which version keeps the database."""
        return self._database.about()

    def close(self) -> None:
        """Let go of the database."""
        self._database.close()


def _opened(where: Path | str, *, create: bool) -> Database:
    if isinstance(where, Path):
        return SqliteFile(where)
    from factcheck.store.postgres import PostgresDatabase

    return PostgresDatabase(where, create=create)
