"""What a person began to write and has not saved, kept beside their workspace: a kill or a restart loses none of it.

One small file a person and database, which only they can read. It never leaves the folder of the workspace: what is
begun may name a source that may not be named. It is in no backup and no export. Secrets never come here.
"""

from __future__ import annotations

import hashlib
from collections.abc import Container, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.tui.keys import BY_ID, key_of
from factcheck.tui.remembered import key_of_place
from factcheck.workbench.begun import FOLDER, Begun, read_begun, write_begun

if TYPE_CHECKING:
    from factcheck.workbench import Workbench


_BEGUN_WITH = {
    "rating": "verdict",
    "take-over": "hold",
    "reopen": "close",
    "remove": "remove-claim",
    "add": "add-claim",
    "evidence": "add-evidence",
    "calculation": "calculate",
    "bypass": "sign-off",
    "waive-item": "items",
    "name": "names",
    "orphan": "orphans",
    "publish": "article",
    "erase-person": "erase",
}
"""Names of what is begun that are not the id of the command that begins it."""


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

    def keys(self, subject: str) -> tuple[str, ...]:
        """Return the keys that go on with what was begun about a claim."""
        return tuple(dict.fromkeys(map(key_to, self._begun.get(subject, ()))))

    @property
    def subjects(self) -> tuple[str, ...]:
        """What something was begun about."""
        return tuple(self._begun)

    def move(self, subject: str, heir: str) -> None:
        """Keep what was begun about something beside what stands for it now; what both have stays where it is."""
        there = self._begun.get(heir, {})
        moved = {what: words for what, words in self._begun[subject].items() if what not in there}
        self.keep(heir, moved)
        self.keep(subject, dict.fromkeys(moved))

    def read_again(self) -> None:
        """Look at what is on disk: words were erased there."""
        self._begun = self._read()

    def _read(self) -> Begun:
        try:
            return read_begun(self._path)
        except (OSError, ValueError):  # none, or damaged: no reason not to start
            return {}

    def _write(self, begun: Begun) -> None:
        write_begun(self._path, begun)


def key_to(what: str) -> str:
    """Return the key that goes on with something begun; what has no name of its own is a note (on evidence: its id)."""
    name = what.partition(":")[0]
    if name == "wording":
        return f"{key_of('verdict')} ctrl+t"
    if name.startswith("waive-item"):
        name = "waive-item"  # of which items stands behind it
    return key_of(name if name in BY_ID else _BEGUN_WITH.get(name, "note"))


def drafts_of(bench: Workbench) -> Drafts:
    """Return what the user of a workbench began."""
    name = hashlib.sha256(key_of_place(bench).encode()).hexdigest()[:16]
    return Drafts(bench.workspace / FOLDER / f"{name}.json")


def follow(drafts: Drafts, listed: Container[str], *, bench: Workbench) -> None:
    """Keep what was begun about a claim of an earlier revision beside the one that took its decisions over.

    `listed`: claims (ids) that are in the list, which need not be looked for.
    """
    if gone := [subject for subject in drafts.subjects if subject not in listed]:
        from factcheck.workbench.finding import heir_of

        for subject in gone:
            if (heir := heir_of(bench.store, subject)) != subject:
                drafts.move(subject, heir)


def _with(before: Begun, subject: str, begun: Mapping[str, str | None]) -> Begun:
    kept = {what: words for what, words in before.get(subject, {}).items() if what not in begun}
    kept |= {what: words for what, words in begun.items() if words is not None}
    others = {about: words for about, words in before.items() if about != subject}
    return {**others, subject: kept} if kept else others
