"""What a person began to write and has not saved, kept beside their workspace: a kill or a restart loses none of it.

One small file a person and database, which only they can read. It never leaves the folder of the workspace: what is
begun may name a source that may not be named. It is in no backup and no export. Secrets never come here.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.tui.remembered import key_of_place

if TYPE_CHECKING:
    from factcheck.workbench import Workbench

FOLDER = "begun"

Begun = dict[str, dict[str, str]]
"""What it is about (the id of a claim or an article) -> what is written -> the words."""


class Drafts:
    """What one person began, by what it is about. Another window of the same person may write to the file, too."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._begun = self._read()
        self.is_safe = True
        """Whether what was kept last is on disk; else it is lost at the end of the program."""

    def get(self, subject: str, what: str, otherwise: str = "") -> str:
        """Return what was begun, or something else where nothing was."""
        return self._begun.get(subject, {}).get(what, otherwise)

    def keep(self, subject: str, begun: Mapping[str, str | None]) -> None:
        """Keep what was begun about something, in place of what was kept before; None: nothing is begun any more."""
        if all(self._begun.get(subject, {}).get(what) == words for what, words in begun.items()):
            return
        self._begun = _with(self._begun, subject, begun)
        try:
            self._write(_with(self._read(), subject, begun))
            self.is_safe = True
        except OSError:  # a full or read-only disk: as long as the program runs, it is still there
            self.is_safe = False

    @property
    def subjects(self) -> tuple[str, ...]:
        """What something was begun about."""
        return tuple(self._begun)

    def _read(self) -> Begun:
        try:
            found = json.loads(self._path.read_text(encoding="utf-8"))
            return {
                str(about): {str(what): str(said) for what, said in words.items()} for about, words in found.items()
            }
        except (OSError, ValueError, AttributeError, RecursionError):  # none, or damaged: no reason not to start
            return {}

    def _write(self, begun: Begun) -> None:
        if not begun:
            self._path.unlink(missing_ok=True)
            with suppress(OSError):  # others have begun something
                self._path.parent.rmdir()
            return
        self._path.parent.mkdir(mode=0o700, exist_ok=True)
        fresh = self._path.with_suffix(f".{os.getpid()}.new")
        with os.fdopen(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w", encoding="utf-8") as file:
            json.dump(begun, file)
        fresh.replace(self._path)


def drafts_of(bench: Workbench) -> Drafts:
    """Return what the user of a workbench began."""
    name = hashlib.sha256(key_of_place(bench).encode()).hexdigest()[:16]
    return Drafts(bench.workspace / FOLDER / f"{name}.json")


def _with(before: Begun, subject: str, begun: Mapping[str, str | None]) -> Begun:
    kept = {what: words for what, words in before.get(subject, {}).items() if what not in begun}
    kept |= {what: words for what, words in begun.items() if words is not None}
    others = {about: words for about, words in before.items() if about != subject}
    return {**others, subject: kept} if kept else others
