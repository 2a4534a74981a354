"""Which files hold which documents, so that a changed file replaces what it held, and a vanished one is noticed.

One document may stand in several files: it is replaced, or gone, only where it is so in all of them.
"""

from __future__ import annotations

import os
import re
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from pathlib import Path

from factcheck.corpus.marks import Mark
from factcheck.corpus.records import encodable
from factcheck.domain import Sensitivity

_WITHIN = re.compile("[/!#]")
"""What parts the path of something within a file from the file, or a folder from what is in it."""


class Places:
    """The files and what they hold, in a database that somebody else opens and commits.

    A run is one reading of files. What a file held in an earlier run and no longer holds at the end of this one was
    replaced.
    """

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db

    def next_run(self) -> int:
        """Begin a run; return its number."""
        return int(self._db.execute("INSERT INTO run DEFAULT VALUES").lastrowid or 0)

    def file(self, path: Path) -> int:
        """Return the number of a file, which is there (again)."""
        name = key_of(path)
        row = self._db.execute("SELECT number, gone FROM file WHERE path = ?", (name,)).fetchone()
        if row is None:
            return int(self._db.execute("INSERT INTO file (path) VALUES (?)", (name,)).lastrowid or 0)
        if row[1]:
            self._db.execute("UPDATE file SET gone = 0 WHERE number = ?", (row[0],))
            self._settle(self._held(row[0]))
        return int(row[0])

    def hold(self, rows: Iterable[tuple[int, int]], run: int) -> None:
        """Note that files (numbers) hold documents (numbers)."""
        sql = "INSERT INTO place VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET run = excluded.run"
        self._db.executemany(sql, ((file, document, run) for file, document in rows))

    def marks(self, file: int, run: int) -> list[Mark]:
        """Return the marks of the documents that a file held before this run."""
        sql = (
            "SELECT DISTINCT scope, sensitivity FROM place JOIN document ON number = document"
            " WHERE file = ? AND run <> ?"
        )
        rows = self._db.execute(sql, (file, run)).fetchall()
        return [Mark(scope=scope, sensitivity=Sensitivity(value)) for scope, value in rows]

    def left_behind(self, path: Path, run: int, unread: Sequence[str]) -> list[int]:
        """Forget what a file held before this run and no longer holds; return those that no other file holds.

        What stood where something could not be read (`unread`) is held as before: an archive that was cut off has not
        given up what is behind the cut.
        """
        file, name = self.file(path), encodable(str(path))
        sql = (
            "SELECT number, source ->> 'path' FROM place JOIN document ON number = document WHERE file = ? AND run <> ?"
        )
        gaps = {one.removeprefix(name) for one in unread}
        rows = self._db.execute(sql, (file, run)).fetchall()
        numbers = [number for number, kept in rows if not _stood_in(kept, path, gaps)]
        forget = "DELETE FROM place WHERE file = ? AND document = ?"
        self._db.executemany(forget, ((file, number) for number in numbers))
        held = "SELECT 1 FROM place WHERE document = ?"
        return sorted(number for number in numbers if not self._db.execute(held, (number,)).fetchone())

    def forget(self, document: int) -> None:
        """Forget where a document was."""
        self._db.execute("DELETE FROM place WHERE document = ?", (document,))

    def sync(self, below: Path | None) -> tuple[int, int]:
        """Look whether the files (those at or below a path) are there; return how many are gone now, and back again."""
        changed = [(number, gone) for number, gone, was in self._looked_at(below) if gone != was]
        self._db.executemany("UPDATE file SET gone = ? WHERE number = ?", ((gone, number) for number, gone in changed))
        for number, _ in changed:
            self._settle(self._held(number))
        gone = sum(gone for _, gone in changed)
        return gone, len(changed) - gone

    def holds(self, below: Path) -> bool:
        """Tell whether there are files at or below a path, gone or not."""
        return any(True for _ in self._below(below))

    def _looked_at(self, below: Path | None) -> Iterator[tuple[int, bool, bool]]:
        for number, path, gone in self._below(below):
            yield number, not os.path.lexists(path), bool(gone)

    def _below(self, below: Path | None) -> Iterator[tuple[int, bytes, int]]:
        top = key_of(below) if below else b""
        for number, path, gone in self._db.execute("SELECT number, path, gone FROM file").fetchall():
            if not top or path == top or path.startswith(top.rstrip(b"/") + b"/"):
                yield number, path, gone

    def _held(self, file: int) -> list[tuple[int]]:
        return self._db.execute("SELECT document FROM place WHERE file = ?", (file,)).fetchall()

    def _settle(self, documents: list[tuple[int]]) -> None:
        """Note of documents whether every file that holds them is gone."""
        sql = (
            "UPDATE document SET gone = NOT EXISTS"
            " (SELECT 1 FROM place JOIN file ON file.number = file WHERE document = document.number AND NOT file.gone)"
            " WHERE number = ?"
        )
        self._db.executemany(sql, documents)


def _stood_in(kept: str, path: Path, gaps: AbstractSet[str]) -> bool:
    """Whether a document may have stood in what could not be read; it may if nobody can tell where it stood.

    `kept`: where it was found first, which may be another file; `gaps`: what was not read, without the file's path.
    """
    if not gaps or "" in gaps:
        return bool(gaps)
    head, named, within = kept.partition(encodable(path.name))
    if not named or (head and not head.endswith("/")):
        return True
    return not gaps.isdisjoint([within, *(within[: found.start()] for found in _WITHIN.finditer(within))])


def key_of(path: Path) -> bytes:
    """Return the absolute path, as the system keeps it: a file is the same from wherever it is named."""
    return os.fsencode(Path(os.path.abspath(path)))  # noqa: PTH100 - resolve() would follow links
