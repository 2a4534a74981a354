"""Which database a workspace of a test has, on both kinds, and how a test reaches past the product into it."""

from __future__ import annotations

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

    def hand_back(self) -> None:
        for url in self._of.values():
            assert self.server
            self.server.hand_back(url)
