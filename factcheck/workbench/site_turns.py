"""Whose turn it is to ask a site: one run at a time, so that no page is asked for twice; other sites go on meanwhile.

A run asks each site when its turn there has come, and lets the next one in as soon as what came of it is kept: a site
that sends a byte a second holds nobody but those who want something of that site.
"""

from __future__ import annotations

import asyncio
import hashlib
from collections.abc import Callable, Iterable
from contextlib import suppress
from io import FileIO
from pathlib import Path
from types import TracebackType
from typing import Self

from factcheck.errors import StorageError
from factcheck.web.safety import host_of
from factcheck.workbench.turns import TURN_SECONDS, is_taken

_FOLDER = "turns"
_MANY = 64
"""Locks in all: sites share them, so that a list of a thousand sites takes no thousand open files."""


class SiteTurns:
    """The turns of one run; use it as a context, so that all of them end with it."""

    def __init__(self, folder: Path, waiting: Callable[[], object] = lambda: None) -> None:
        """Take the folder of the snapshots; `waiting` is called again and again while only others have a turn."""
        self._folder = folder / _FOLDER
        self._waiting = waiting
        self._held: dict[str, FileIO] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for name in tuple(self._held):
            self.leave(name)

    async def take(self, name: str) -> None:
        """Wait until it is this run's turn at the sites of a name.

        Raises:
            StorageError: the folder of the snapshots takes no file.
        """
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            file = FileIO(self._folder / f"{name}.lock", "a+")
            try:
                while not is_taken(file):
                    if not self._held:
                        self._waiting()
                    await asyncio.sleep(TURN_SECONDS)
            except BaseException:
                file.close()
                raise
        except OSError as error:
            raise unwritable(self._folder.parent, error) from error
        self._held[name] = file

    def leave(self, name: str) -> None:
        """Let the next one ask these sites; nothing if it is not this run's turn there."""
        if file := self._held.pop(name, None):
            with suppress(OSError):
                file.close()


def unwritable(folder: Path, error: OSError) -> StorageError:
    """Return the error of a folder of snapshots that takes no file."""
    hint = "allow writing there, or make room on the disk; then fetch again"
    return StorageError(f"the snapshots cannot be written: {error.strerror}", subject=str(folder), hint=hint)


def by_turn(urls: Iterable[str]) -> dict[str, list[str]]:
    """Return addresses in their order under the names of the turns in which they are asked: a host has one turn."""
    found: dict[str, list[str]] = {}
    for url in urls:
        digest = hashlib.sha256(host_of(url).removeprefix("www.").encode()).digest()
        found.setdefault(f"{digest[0] % _MANY:02}", []).append(url)
    return found
