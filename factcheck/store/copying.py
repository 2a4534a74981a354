"""Copying all rows of one database into another, of the same kind or the other, held against each other row by row.

All of it is one transaction of the target, and one state of the source, whatever others write meanwhile: a copy is
whole, or it is not there.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, Any

from sqlmodel import SQLModel

import factcheck.store.tables  # noqa: F401 - registers the tables
from factcheck.errors import StateError, StorageError
from factcheck.store.log import verified

if TYPE_CHECKING:
    from sqlalchemy import Table

    from factcheck.store import Store
    from factcheck.store.writing import Transaction

AT_ONCE = 500  # rows: evidence has some kilobytes each
ORDERED = frozenset({"article", "revision", "claim", "citation", "evidence"})
"""Tables that are read in the order in which their rows were kept; of the others each row has its own place."""
_PASSING = frozenset({"mark"})
"""What says something of one database alone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Copied:
    """What a copy holds: rows of each table, how many events its log has, and the digest of the last."""

    rows: Mapping[str, int]
    events: int
    head: str


def copy_all(source: Store, target: Store, *, replacing: bool = False) -> Copied:
    """Copy all rows of `source` into `target`, which is empty, or emptied first (`replacing`).

    Whoever has a target open that was emptied is told so when they next write.

    Raises:
        StateError: the target is not empty, or the log of the source does not verify; nothing is changed.
        StorageError: what was kept is not what was read; nothing is changed.
    """
    with source.standing_still():
        checked = verified(source.log_lines())
        if checked.fault:
            raise StateError(
                f"its log does not verify: {checked.fault}", hint="see `factcheck doctor`", subject=source.name
            )
        with target.transaction() as tx:
            if replacing:
                tx.empty()
                tx.mark_restored()
            elif filled := [name for name, count in counts(tx).items() if count]:
                raise StateError(
                    f"is not empty: it has {' and '.join(filled[:2])} rows",
                    hint="name an empty one",
                    subject=target.name,
                )
            rows = {table.name: _copied(table, source, tx, target.name) for table in _tables()}
            again = verified(tx.log_lines())
            if again != checked:
                raise StorageError("the log is not what was copied", hint="try again", subject=target.name)
    return Copied(rows=rows, events=checked.events, head=checked.head)


def counts(reader: Store | Transaction) -> dict[str, int]:
    """Count the rows of each table."""
    return {table.name: reader.count(table.name) for table in _tables()}


def _tables() -> list[Table]:
    return [table for table in SQLModel.metadata.sorted_tables if table.name not in _PASSING]


def _copied(table: Table, source: Store, tx: Transaction, name: str) -> int:
    """Copy a table, and hold what is there then against what was read; return how many rows it has."""
    read, count = hashlib.sha256(), 0
    rows = _rows(table, source)
    while some := list(islice(rows, AT_ONCE)):
        tx.insert_rows(table, some)
        _digest(some, read)
        count += len(some)
    kept = hashlib.sha256()
    _digest(_rows(table, tx), kept)
    if kept.digest() != read.digest():
        raise StorageError(f"the rows of {table.name} are not what was copied", hint="try again", subject=name)
    return count


def _rows(table: Table, reader: Store | Transaction) -> Iterator[Mapping[str, Any]]:
    keys = ["rowid"] if table.name in ORDERED else [column.name for column in table.primary_key]
    return reader.rows(table.name, [column.name for column in table.columns], keys)


def _digest(rows: Iterable[Mapping[str, Any]], into: Any) -> None:  # noqa: ANN401 - a hash
    for row in rows:
        into.update(json.dumps([_plain(value) for value in row.values()]).encode() + b"\n")


def _plain(value: object) -> object:
    """SQLite has no truth values, but 0 and 1."""
    return int(value) if isinstance(value, bool) else value
