"""Hold each document against its digests, and what is said of it against what was noted."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterator

from factcheck.corpus.marks import Mark, kept_sensitivity
from factcheck.corpus.schema import decoded, mark_digest


def damaged(db: sqlite3.Connection) -> Iterator[tuple[str, Mark, str, str]]:
    """Yield of each document that is not as kept its id, whom it is for, its path, and what is wrong.

    The path is "" where it cannot be read. The bytes are looked at as they are: damaged ones may be no text.
    """
    columns = ", ".join(f"CAST({name} AS BLOB)" for name in ("id", "source", "markers", "record", "text"))
    sql = f"SELECT scope, sensitivity, {columns} FROM document JOIN text ON document = number ORDER BY number"  # noqa: S608 - our own words
    for scope, value, identifier, record, markers, kept, text in db.execute(sql):
        source = decoded(record)
        digest = hashlib.sha256(b"\n".join([identifier, record, markers])).hexdigest()
        fault = ""
        if source is None or digest.encode() != kept:
            fault = "its record does not match its digest"
        elif source.digest != hashlib.sha256(text).hexdigest():
            fault = "its text does not match its digest"
        if fault:
            mark = Mark(scope=scope, sensitivity=kept_sensitivity(value))
            yield identifier.decode(errors="replace"), mark, source.path if source else "", fault


def mismarked(db: sqlite3.Connection) -> list[str]:
    """Return the documents (ids) that belong to others, or that others may see, than was noted when it was said."""
    columns = "SELECT id, scope, sensitivity, mark FROM document WHERE"
    sql = f"{columns} scope <> '' OR sensitivity <> 'open' OR gone UNION {columns} mark <> ''"
    return sorted(name for name, *said, kept in db.execute(sql) if mark_digest(name, *said) != kept)


__all__ = ["damaged", "mismarked"]
