"""Which files hold which documents, so that a changed file replaces what it held, and a vanished one is noticed.

One document may stand in several files: it is replaced, or gone, only where it is so in all of them.
"""

from __future__ import annotations

import json
import os
import re
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from pathlib import Path

from factcheck.corpus.marks import Mark, kept_sensitivity
from factcheck.corpus.naming import keys_of, keys_of_path
from factcheck.corpus.records import encodable
from factcheck.corpus.schema import READABLE, decoded
from factcheck.domain import Problem

_WITHIN = re.compile("[/!#]")
"""What parts the path of something within a file from the file, or a folder from what is in it."""

_LOOK_AGAIN = "make it readable for you, and run `factcheck corpus sync` again"


@dataclass(frozen=True, slots=True, kw_only=True)
class Synced:
    """What a look at the files told: how many are gone now, how many are back, and which could not be looked at."""

    gone: int
    back: int
    problems: tuple[Problem, ...] = ()


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
        return int(row[0])

    def hold(self, rows: Sequence[tuple[int, int, str]], run: int) -> int:
        """Note that files (numbers) hold documents (numbers), and where; return how many of these were gone.

        Where: the path as it was read, with what stands in the file behind it; "" is where the document is shown.
        """
        sql = (
            "INSERT INTO place (file, document, run, path) VALUES (?, ?, ?, ?) ON CONFLICT DO UPDATE"
            " SET path = iif(run = excluded.run, path, excluded.path), run = excluded.run"  # the first in a file counts
        )
        self._db.executemany(sql, ((file, document, run, path) for file, document, path in rows))
        named = ((key, document) for _, document, path in rows if path for key in keys_of_path(path))
        self._db.executemany("INSERT OR IGNORE INTO name VALUES (?, ?)", named)
        back = "UPDATE document SET gone = 0 WHERE gone AND number IN (SELECT value FROM json_each(?))"
        return self._db.execute(back, (json.dumps([document for _, document, _ in rows]),)).rowcount

    def shown_in(self, file: int, document: int, run: int) -> bool | None:
        """Tell whether a document is shown to stand in a file, and was not read there in this run; None: it is not."""
        sql = "SELECT run FROM place WHERE file = ? AND document = ? AND path = ''"
        row = self._db.execute(sql, (file, document)).fetchone()
        return row[0] != run if row else None

    def move(self, document: int, shown: str) -> str:
        """Return where to show a document, if the file where it is `shown` is not there and another is; else ""."""
        sql = (
            "SELECT place.file, file.path, gone, place.path FROM place JOIN file ON number = file"
            " WHERE document = ? ORDER BY number"
        )
        rows = self._db.execute(sql, (document,)).fetchall()
        there = [(file, path) for file, name, gone, path in rows if not gone and os.path.lexists(name)]
        if not there or any(not path for _, path in there):
            return ""
        file, path = there[0]
        self._db.execute("UPDATE place SET path = ? WHERE document = ? AND path = ''", (shown, document))
        self._db.execute("UPDATE place SET path = '' WHERE document = ? AND file = ?", (document, file))
        return str(path)

    def others(self, document: int) -> list[str]:
        """Return where else a document stands than where it is shown, in the order in which these files were added."""
        sql = "SELECT path FROM place WHERE document = ? AND path <> '' ORDER BY file"
        return [path for (path,) in self._db.execute(sql, (document,))]

    def names(self, document: int) -> set[str]:
        """Return the keys of where else a document stands, as far as these files are there."""
        sql = (
            "SELECT place.path, file.path FROM place JOIN file ON number = file"
            " WHERE document = ? AND place.path <> '' AND NOT gone"
        )
        there = (path for path, name in self._db.execute(sql, (document,)) if os.path.lexists(name))
        return {key for path in there for key in keys_of_path(path)}

    def marks(self, file: int, run: int) -> list[Mark]:
        """Return the marks of the documents that a file held before this run."""
        sql = (
            "SELECT DISTINCT scope, sensitivity FROM place JOIN document ON number = document"
            " WHERE file = ? AND run <> ?"
        )
        rows = self._db.execute(sql, (file, run)).fetchall()
        return [Mark(scope=scope, sensitivity=kept_sensitivity(value)) for scope, value in rows]

    def is_as_read(self, path: Path) -> bool:
        """Tell whether a file stands as it did when it was read last, and note how it stands now."""
        try:
            now = os.stat(path)  # noqa: PTH116 - what a link leads to, as it is read
        except OSError:
            return False
        number, stamp = self.file(path), (now.st_size, now.st_mtime_ns)
        former = self._db.execute("SELECT size, changed FROM stamp WHERE file = ?", (number,)).fetchone()
        if former != stamp:
            self._db.execute("INSERT OR REPLACE INTO stamp VALUES (?, ?, ?)", (number, *stamp))
        return bool(former == stamp)

    def read_in(self, documents: Iterable[int], run: int) -> int:
        """Count those of some documents that were read in a run already."""
        sql = (
            "SELECT count(DISTINCT document) FROM place WHERE run = ? AND document IN (SELECT value FROM json_each(?))"
        )
        return int(self._db.execute(sql, (run, json.dumps(sorted(documents)))).fetchone()[0])

    def left_behind(self, path: Path, run: int, unread: Sequence[str]) -> tuple[list[int], list[int]]:
        """Forget what a file held before this run and no longer holds.

        Return those that no other file holds, and the others.

        What stood where something could not be read (`unread`) is held as before: an archive that was cut off has not
        given up what is behind the cut. Not so where something else was read in its place.
        """
        file, name = self.file(path), encodable(str(path))
        sql = (
            f"SELECT number, iif(place.path = '', coalesce({READABLE} ->> 'path', ''), place.path) FROM place"  # noqa: S608
            " JOIN document ON number = document WHERE file = ?1 AND "
        )
        gaps = {one.removeprefix(name) for one in unread}
        rows = self._db.execute(f"{sql} run <> ?2", (file, run)).fetchall()
        read = self._db.execute(f"{sql} run = ?2", (file, run)).fetchall() if gaps and rows else []
        anew = {_within(kept, path) for _, kept in read} - {None}
        numbers = [number for number, kept in rows if _within(kept, path) in anew or not _stood_in(kept, path, gaps)]
        for number in numbers:
            before = self.names(number)
            self._db.execute("DELETE FROM place WHERE file = ? AND document = ?", (file, number))
            self._forget_names(number, before - self.names(number))
        self._settle((number,) for number, _ in rows)
        held = "SELECT 1 FROM place WHERE document = ?"
        elsewhere = [number for number in numbers if self._db.execute(held, (number,)).fetchone()]
        return sorted({*numbers}.difference(elsewhere)), elsewhere

    def forget(self, document: int) -> None:
        """Forget where a document was."""
        self._forget_names(document, self.names(document))
        self._db.execute("DELETE FROM place WHERE document = ?", (document,))

    def _forget_names(self, document: int, keys: AbstractSet[str]) -> None:
        """Forget keys of places where a document is no more, unless it is named so for where it is shown."""
        if not keys:
            return
        (record,) = self._db.execute("SELECT source FROM document WHERE number = ?", (document,)).fetchone()
        source = decoded(record)
        gone = keys - keys_of(source) if source else keys
        self._db.executemany("DELETE FROM name WHERE key = ? AND document = ?", [(key, document) for key in gone])

    def sync(self, below: Path | None) -> tuple[Synced, list[int]]:
        """Look whether the files (those at or below a path) are there; return what became of them, and what they hold.

        A file that may not be looked at stays what it was, and is told.
        """
        changed: list[tuple[int, bool]] = []
        problems = []
        for number, path, was in self._below(below):
            try:
                gone = _is_gone(path)
            except OSError as error:
                problems.append(_unseen(path, error))
                continue
            if gone != bool(was):
                changed.append((number, gone))
        self._db.executemany("UPDATE file SET gone = ? WHERE number = ?", ((gone, number) for number, gone in changed))
        held = [document for number, _ in changed for document in self._held(number)]
        self._settle(held)
        lost = sum(gone for _, gone in changed)
        synced = Synced(gone=lost, back=len(changed) - lost, problems=tuple(problems))
        return synced, [number for (number,) in held]

    def holds(self, below: Path) -> bool:
        """Tell whether there are files at or below a path, gone or not."""
        return any(True for _ in self._below(below))

    def _below(self, below: Path | None) -> Iterator[tuple[int, bytes, int]]:
        top = key_of(below) if below else b""
        for number, path, gone in self._db.execute("SELECT number, path, gone FROM file").fetchall():
            if not top or path == top or path.startswith(top.rstrip(b"/") + b"/"):
                yield number, path, gone

    def _held(self, file: int) -> list[tuple[int]]:
        return self._db.execute("SELECT document FROM place WHERE file = ?", (file,)).fetchall()

    def _settle(self, documents: Iterable[tuple[int]]) -> None:
        """Note of documents whether every file that holds them is gone."""
        sql = (
            "UPDATE document SET gone = NOT EXISTS"
            " (SELECT 1 FROM place JOIN file ON file.number = file WHERE document = document.number AND NOT file.gone)"
            " WHERE number = ?"
        )
        self._db.executemany(sql, documents)


def _is_gone(path: bytes) -> bool:
    """Tell whether there is no such file.

    Raises:
        OSError: nobody can tell, as where a folder above it may not be looked into.
    """
    try:
        os.lstat(path)
    except (FileNotFoundError, NotADirectoryError):
        return True
    return False


def _unseen(path: bytes, error: OSError) -> Problem:
    reason = f"cannot be looked at ({error.strerror or error}), and is kept as it was"
    return Problem(path=encodable(os.fsdecode(path)), reason=reason, remedy=_LOOK_AGAIN)


def _stood_in(kept: str, path: Path, gaps: AbstractSet[str]) -> bool:
    """Whether a document may have stood in what could not be read; it may if nobody can tell where it stood.

    `kept`: where it was found first, which may be another file; `gaps`: what was not read, without the file's path.
    """
    if not gaps or "" in gaps:
        return bool(gaps)
    within = _within(kept, path)
    if within is None:
        return True
    return not gaps.isdisjoint([within, *(within[: found.start()] for found in _WITHIN.finditer(within))])


def _within(kept: str, path: Path) -> str | None:
    """Return where in a file a document stood; "" for all of the file, None where nobody can tell."""
    head, named, within = kept.partition(encodable(path.name))
    return within if named and (not head or head.endswith("/")) else None


def key_of(path: Path) -> bytes:
    """Return the absolute path, as the system keeps it: a file is the same from wherever it is named."""
    return os.fsencode(Path(os.path.abspath(path)))  # noqa: PTH100 - resolve() would follow links


def places_above(path: str) -> Iterator[str]:
    """Yield a path, and each that it stands below: folders, the archive that it is a member of, the file of a row."""
    whole = os.path.abspath(path)  # noqa: PTH100 - resolve() would follow links
    yield whole
    yield from (whole[: found.start()] or "/" for found in _WITHIN.finditer(whole))
