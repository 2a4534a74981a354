"""Which database a workspace of a test has, on both kinds, and how a test reaches past the product into it."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

from factcheck.settings import Settings
from factcheck.workbench import opening
from tests.postgres import Server

_configured = opening.database_of


class Workspaces:
    """The databases of a test: files where there is no server."""

    def __init__(self, server: Server | None) -> None:
        self.server = server
        self._of: dict[Path, str] = {}

    def database_of(self, folder: Path, db: Path | str | None, settings: Settings) -> Path | str:
        """As `opening.database_of`, but a folder's own database is on the server."""
        named = _configured(folder, db, settings)
        return self._on_server(folder) if named == folder / opening.DATABASE else named

    def is_there(self, folder: Path) -> bool:
        return folder.resolve() in self._of

    def _on_server(self, folder: Path) -> str:
        assert self.server
        self._of.setdefault(folder.resolve(), "")
        self._of[folder.resolve()] = self._of[folder.resolve()] or self.server.empty()
        return self._of[folder.resolve()]

    def of(self, folder: Path) -> Path | str:
        """Return the database of a workspace in a folder."""
        return self._on_server(folder) if self.server else folder / opening.DATABASE

    def run(self, folder: Path, *sql: str) -> list[tuple]:
        """Run statements on a workspace's database, past the product; return the rows of the last one."""
        if self.server:
            name = self._on_server(folder).rpartition("/")[2]
            return [self.server.run(one, name) for one in sql][-1]
        with closing(sqlite3.connect(folder / opening.DATABASE)) as connection, connection:
            return [connection.execute(one).fetchall() for one in sql][-1]

    def change(self, folder: Path, sql: str) -> int | None:
        """Change rows past the product and all references; return how many, None where a key does not let it."""
        if self.server:
            return self.server.change(sql, self._on_server(folder).rpartition("/")[2])
        try:
            with closing(sqlite3.connect(folder / opening.DATABASE)) as connection, connection:
                return connection.execute(sql).rowcount
        except sqlite3.IntegrityError:
            return None

    def keep(self, folder: Path) -> Path | str:
        """Return the database of a workspace, which stays as it is when the test is over."""
        return self._of.pop(folder.resolve()) if self.server else folder / opening.DATABASE

    def put(self, folder: Path, database: Path | str) -> None:
        """Give a workspace a copy of a database in place of its own."""
        if isinstance(database, Path):
            shutil.copyfile(database, folder / opening.DATABASE)
            return
        assert self.server
        if before := self._of.get(folder.resolve()):
            self.server.drop(before)
        self._of[folder.resolve()] = self.server.database(template=database.rpartition("/")[2])

    def hand_back(self, *folders: Path) -> None:
        """Take back the databases of these workspaces, or of all."""
        for folder in [one.resolve() for one in folders] or list(self._of):
            if self.server and folder in self._of:
                self.server.hand_back(self._of.pop(folder))
