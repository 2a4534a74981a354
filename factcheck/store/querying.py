"""The ground under every read: how a query is run, and its rows one at a time or all at once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

from factcheck.store.dialects import SQLITE, Dialect

Query = Callable[[str, Mapping[str, Any]], Sequence[Mapping[str, Any]]]
Stream = Callable[[str, Mapping[str, Any]], Iterable[Mapping[str, Any]]]
"""A query whose rows are read as they are asked for, so that a list of any length takes little memory."""
ValueStream = Callable[[str, Mapping[str, Any]], Iterable[Sequence[Any]]]
"""The same, of each row its values alone."""


class TableReader:
    """Runs the queries of a database; what they mean is for those that read by it."""

    def __init__(
        self, query: Query, streamed: Stream | None = None, dialect: Dialect = SQLITE, values: ValueStream | None = None
    ) -> None:
        self._query = query
        self._streamed = streamed or query
        self._values = values or (lambda sql, named: values_of(self._streamed(sql, named)))
        self._dialect = dialect

    def _one(self, sql: str, **values: object) -> Mapping[str, Any] | None:
        rows = self._query(sql, values)
        return rows[0] if rows else None

    def count(self, table: str) -> int:
        """Count the rows of a table."""
        row = self._one(f'SELECT count(*) AS rows FROM "{table}"')  # noqa: S608 - a name of ours
        return int(row["rows"]) if row else 0

    def rows(self, table: str, columns: Sequence[str], order: Sequence[str]) -> Iterator[Mapping[str, Any]]:
        """Yield the rows of a table as they are kept, as they are asked for."""
        wanted, keys = (", ".join(f'"{name}"' for name in names) for names in (columns, order))
        return iter(self._streamed(f'SELECT {wanted} FROM "{table}" ORDER BY {keys}', {}))  # noqa: S608 - names of ours


def values_of(rows: Iterable[Mapping[str, Any]]) -> Iterator[Sequence[Any]]:
    """Yield of each row its values alone."""
    return (tuple(row.values()) for row in rows)
