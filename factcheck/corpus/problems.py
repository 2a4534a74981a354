"""What could not be read so far, and who may see it: whoever may see what its file holds by now."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain

from factcheck.corpus.marks import Mark, kept_sensitivity, strictest
from factcheck.corpus.places import places_above
from factcheck.corpus.records import encodable
from factcheck.domain import Problem, ProblemKind

OTHERS = "a file of another desk or article"
"""What stands in place of a name that is not for who asks."""


def kept_problems(db: sqlite3.Connection) -> list[tuple[Problem, Mark]]:
    """Return what could not be read so far, and who may see it: whoever may see what its file holds by now."""
    rows = db.execute("SELECT * FROM problem ORDER BY path, reason").fetchall()
    marks = marks_of_files(db) if rows else {}
    return [
        (
            Problem(path=path, reason=reason, remedy=remedy, kind=ProblemKind(kind)),
            strictest([Mark(scope=scope, sensitivity=kept_sensitivity(value)), *marks_above(path, marks)]),
        )
        for path, reason, remedy, scope, value, kind in rows
    ]


def told_to(db: sqlite3.Connection, scopes: Collection[str], problems: Sequence[Problem]) -> tuple[Problem, ...]:
    """Return problems of files; the names of those that hold what belongs to others than `scopes` are left out."""
    marks = marks_of_files(db) if problems else {}
    return tuple(
        one if all((mark.scope or "") in scopes for mark in marks_above(one.path, marks)) else replace(one, path=OTHERS)
        for one in problems
    )


def marks_of_files(db: sqlite3.Connection) -> dict[str, list[Mark]]:
    """Return the marks of the documents that are not for all to see, by the paths of their files."""
    sql = (
        "SELECT DISTINCT file.path, scope, sensitivity FROM document JOIN place ON document = document.number"
        " JOIN file ON file.number = file WHERE scope <> '' OR sensitivity <> 'open'"
    )
    found: dict[str, list[Mark]] = {}
    for path, scope, value in db.execute(sql):
        mark = Mark(scope=scope, sensitivity=kept_sensitivity(value))
        found.setdefault(encodable(os.fsdecode(path)), []).append(mark)
    return found


def marks_above(path: str, marks: Mapping[str, Sequence[Mark]]) -> Iterator[Mark]:
    """Yield those of some marks (by the paths of files) that hold for a path."""
    return chain.from_iterable(marks.get(place, ()) for place in places_above(path)) if marks else iter(())


__all__ = ["OTHERS", "kept_problems", "marks_above", "marks_of_files", "told_to"]
