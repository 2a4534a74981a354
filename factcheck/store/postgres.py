"""A team's database on a PostgreSQL server: how it is reached, locked, migrated, and how its faults are told.

Writers take one advisory lock at the start of their transaction, as those of a file do (`BEGIN IMMEDIATE`): nobody
appends to a log that has grown meanwhile, nobody meets another half-way, and so nothing can deadlock. Readers never
wait. A schema is a workspace: the first one of the `search_path`. Insertion order, which SQLite has as `rowid`, is a
column of that name here (migration 0020).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from factcheck.databases import shown
from factcheck.errors import InputError, NoWorkspaceError, StateError
from factcheck.sqlite import BUSY_SECONDS
from factcheck.store.database import is_current, statement, upgrade
from factcheck.store.dialects import POSTGRES
from factcheck.store.postgres_faults import told_as_ours

if TYPE_CHECKING:
    from sqlalchemy import Connection, Engine, RowMapping

CONNECT_SECONDS = 10
"""How long a server may take to answer; a network that is slower than that is of no use to a person at work."""

_SESSION = """
SET idle_in_transaction_session_timeout = '5min'; SET tcp_keepalives_idle = 30; SET tcp_keepalives_interval = 10;
SET tcp_keepalives_count = 3; SET client_min_messages = 'warning'
"""
"""A machine that was cut off in the middle of a transaction must not keep the others waiting."""

_LOCK = "SELECT pg_advisory_xact_lock(hashtext('factcheck'), hashtext(current_schema()))"

_STANDING = """
SELECT current_schema() AS schema, current_setting('server_encoding') AS encoding,
       EXISTS (SELECT 1 FROM pg_tables WHERE schemaname = current_schema() AND tablename = 'alembic_version') AS made
"""

_ROWS_AHEAD = 1000
_WITH_WORDS = ("private_text", "evidence", "claim_state")
"""Tables from which personal words are erased."""
_DANGEROUS = ("fsync", "full_page_writes")
"""Settings of a server without which a power cut can damage what it keeps."""


class PostgresDatabase:
    """A schema of a PostgreSQL database; see `store.database.Database`."""

    dialect = POSTGRES

    def __init__(self, url: str, *, create: bool) -> None:
        """Open the database behind a URL, made (with `create`) or migrated as needed.

        Raises:
            InputError: the extra `postgres` is not installed.
            NoWorkspaceError: there are no tables, and none are to be made.
            StateError: it was made by a newer factcheck, or is not in UTF-8.
            StorageError: the server cannot be reached, or does not let this user in.
        """
        self.name = shown(url)
        self._engine = _made(url)
        self._password = self._engine.url.password or ""
        self._reading = self._engine.execution_options(isolation_level="AUTOCOMMIT")
        self._still: Connection | None = None
        try:
            self._bring_up_to_date(create=create)
        except BaseException:
            self.close()
            raise

    def _bring_up_to_date(self, *, create: bool) -> None:
        standing = self.read(_STANDING, {})[0]
        self._check_usable(standing)
        found = self.read("SELECT version_num FROM alembic_version", {}) if standing["made"] else ()
        version = str(found[0]["version_num"]) if found else ""
        if is_current(version, self.name):
            return
        if not version and not create:
            raise NoWorkspaceError(
                "there is no workspace in this database",
                hint="`factcheck init` makes one in an empty database, `factcheck db copy` moves one there",
                subject=self.name,
            )
        with self.writing(BUSY_SECONDS) as connection:
            upgrade(connection)

    def _check_usable(self, standing: Mapping[str, Any]) -> None:
        if standing["encoding"] != "UTF8":
            raise StateError(
                f"keeps its texts as {standing['encoding']}, which has not every letter",
                hint="create it with ENCODING 'UTF8' TEMPLATE template0",
                subject=self.name,
            )
        if standing["schema"] is None:
            raise StateError(
                "has no schema that this user may use", hint="CREATE SCHEMA, or mend the search_path", subject=self.name
            )

    def read(self, sql: str, values: Mapping[str, Any]) -> Sequence[Mapping[str, Any]]:
        """Return the rows of a query."""
        with self._told():
            if self._still is not None:
                return _rows(self._still.execute(statement(sql), dict(values)).mappings())
            with self._reading.connect() as connection:
                return _rows(connection.execute(statement(sql), dict(values)).mappings())

    def stream(self, sql: str, values: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
        """Yield the rows of a query as they are asked for, over a connection of their own or the one that stands."""
        with self._told():
            if self._still is not None:
                yield from _streamed(self._still, sql, values)
                return
            with self._engine.connect() as connection:
                yield from _streamed(connection, sql, values)

    def stream_values(self, sql: str, values: Mapping[str, Any]) -> Iterator[Sequence[Any]]:
        """Yield the rows of a query as they are asked for, each its values alone."""
        return (tuple(row.values()) for row in self.stream(sql, values))

    @contextmanager
    def standing_still(self) -> Iterator[None]:
        """Read one and the same state throughout the block, whatever others write meanwhile."""
        with self._told():
            self._still = self._engine.connect().execution_options(isolation_level="REPEATABLE READ")
        try:
            yield
        finally:
            still, self._still = self._still, None
            with self._told():
                still.close()

    @contextmanager
    def writing(self, patience: float) -> Iterator[Connection]:
        """Write in one transaction, alone: the lock is taken first, and let go of when it ends, however it ends."""
        with self._told(), self._engine.begin() as connection:
            connection.exec_driver_sql(f"SET LOCAL lock_timeout = '{max(1, round(patience * 1000))}ms'; {_LOCK}")
            yield connection

    def check_same(self) -> None:
        """A server keeps a database as long as somebody is connected; what was restored there has a mark."""

    def clean(self) -> None:
        """Write the tables anew from their rows alone. What the server's own log and backups have it cannot reach."""
        with self._told(), self._reading.connect() as connection:
            connection.exec_driver_sql(f"SET lock_timeout = '{round(BUSY_SECONDS * 1000)}ms'")
            try:
                connection.exec_driver_sql(f"VACUUM FULL {', '.join(_WITH_WORDS)}")
                connection.exec_driver_sql("DELETE FROM mark WHERE name = 'unclean'")
            finally:
                connection.exec_driver_sql("RESET lock_timeout")

    def is_clean(self) -> bool:
        """Tell whether nothing of what was erased may be left in the tables."""
        return not self.read("SELECT 1 FROM mark WHERE name = 'unclean'", {})

    def integrity(self) -> str:
        """Read every row and follow every reference; "" or the first complaint."""
        from sqlmodel import SQLModel

        import factcheck.store.tables  # noqa: F401 - registers the tables

        with self._told(), self._reading.connect() as connection:
            for table in SQLModel.metadata.sorted_tables:
                rows = f'SELECT count(t::text) FROM "{table.name}" t'  # noqa: S608 - ours: reads each row as a whole
                connection.exec_driver_sql(rows)
                for key in table.foreign_keys:
                    there, here = key.column, key.parent
                    lost = connection.exec_driver_sql(
                        f'SELECT count(*) FROM "{table.name}" t WHERE NOT EXISTS'  # noqa: S608 - ours
                        f' (SELECT 1 FROM "{there.table.name}" u WHERE u."{there.name}" = t."{here.name}")'
                    ).scalar_one()
                    if lost:
                        return f"{lost} rows of {table.name} name a {there.table.name} that is not there"
        return ""

    def about(self) -> str:
        """Say which version of PostgreSQL it is, and whether it keeps what it acknowledges."""
        version = self.read("SHOW server_version", {})[0]["server_version"]
        off = [one for one in _DANGEROUS if self.read(f"SHOW {one}", {})[0][one] == "off"]
        danger = f"; it runs with {' and '.join(off)} off: a power cut can damage what it keeps" if off else ""
        return f"PostgreSQL {version}{danger}"

    def close(self) -> None:
        """Let go of the connections."""
        self._engine.dispose()

    @contextmanager
    def _told(self) -> Iterator[None]:
        with told_as_ours(self.name, self._password):
            yield


def _rows(found: Sequence[RowMapping] | Any) -> Sequence[Mapping[str, Any]]:  # noqa: ANN401 - SQLAlchemy's own result
    return [dict(row) for row in found]


def _streamed(connection: Connection, sql: str, values: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    ahead = {"stream_results": True, "max_row_buffer": _ROWS_AHEAD}
    with connection.execute(statement(sql), dict(values), execution_options=ahead) as found:
        for row in found.mappings():
            yield dict(row)


def _made(url: str) -> Engine:
    """Make the engine of a URL. Its pool makes it safe to read from several threads.

    Raises:
        InputError: psycopg is not installed.
    """
    from sqlalchemy import create_engine, event, make_url

    options = {} if "connect_timeout" in make_url(url).query else {"connect_timeout": CONNECT_SECONDS}
    try:
        engine = create_engine(
            url,
            isolation_level="READ COMMITTED",
            connect_args={"application_name": "factcheck", **options},
            hide_parameters=True,  # what is written may be private
        )
    except ImportError as error:
        raise InputError(
            "a PostgreSQL database needs an extra that is not installed",
            hint="pip install 'factcheck-workbench[postgres]'",
            subject=shown(url),
        ) from error

    @event.listens_for(engine, "connect")
    def prepare(connection: Any, _record: Any) -> None:  # noqa: ANN401 - psycopg's own types
        with connection.cursor() as cursor:
            cursor.execute(_SESSION)
        connection.commit()

    return engine
