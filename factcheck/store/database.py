"""What a kind of database offers to the store, and how one is brought to the version of this program."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from factcheck.errors import StateError
from factcheck.store.dialects import Dialect

if TYPE_CHECKING:
    from sqlalchemy import Connection, TextClause

VERSIONS = (
    "0001",
    "0002",
    "0003",
    "0004",
    "0005",
    "0006",
    "0007",
    "0008",
    "0009",
    "0020",
    "0021",
    "0022",
    "0023",
    "0024",
    "0025",
)
"""The migrations this program knows, oldest first; a database at any other is newer than the program."""

MIGRATIONS = Path(__file__).parent / "migrations"


class Database(Protocol):
    """An open database. Its faults are told as ours; `name` is how it is shown, without a password."""

    name: str
    dialect: Dialect

    def read(self, sql: str, values: Mapping[str, Any]) -> Sequence[Mapping[str, Any]]:
        """Return the rows of a query."""
        ...

    def stream(self, sql: str, values: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
        """Yield the rows of a query as they are asked for."""
        ...

    def stream_values(self, sql: str, values: Mapping[str, Any]) -> Iterator[Sequence[Any]]:
        """Yield the rows of a query as they are asked for, each its values alone: a long list has no time for names."""
        ...

    def standing_still(self) -> AbstractContextManager[None]:
        """Read one and the same state throughout the block, whatever others write meanwhile."""
        ...

    def writing(self, patience: float) -> AbstractContextManager[Connection]:
        """Write in one transaction, alone: others wait, `patience` seconds at most. It is kept whole or not at all."""
        ...

    def check_same(self) -> None:
        """Refuse to go on where it was deleted or replaced since it was opened; see `LostError`."""
        ...

    def clean(self) -> None:
        """Let nothing of what was erased be left."""
        ...

    def is_clean(self) -> bool:
        """Tell whether nothing of what was erased may be left."""
        ...

    def integrity(self) -> str:
        """Let the database look at itself; "" if it is sound, else its first complaint."""
        ...

    def about(self) -> str:
        """Say which program of which version keeps the database."""
        ...

    def close(self) -> None:
        """Let go of it."""
        ...


def is_current(version: str, name: str) -> bool:
    """Tell whether a database is at the version of this program; "" is that of a new one.

    Raises:
        StateError: this program is too old for it.
    """
    if version and version not in VERSIONS:
        raise StateError(
            f"was made by a newer factcheck (its version is {version}, this program knows {VERSIONS[-1]})",
            hint="upgrade factcheck: pip install -U factcheck-workbench",
            subject=name,
        )
    return version == VERSIONS[-1]


def upgrade(connection: Connection) -> None:
    """Create the tables, or bring those of an earlier version to this one's, in the transaction of `connection`."""
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, "head")


@lru_cache(64)
def statement(sql: str) -> TextClause:
    """Return a query in plain SQL, its values named `:so`, as SQLAlchemy runs it."""
    from sqlalchemy import text

    return text(sql)
