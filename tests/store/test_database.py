"""The database is made whole or not at all, and its faults are told in words."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import Engine, event

from factcheck.domain import Stance
from factcheck.errors import BusyError, InputError, StateError, StorageError
from factcheck.sqlite import BUSY_SECONDS, WRITING_SECONDS
from factcheck.store import Store, reading
from factcheck.store.database import VERSIONS
from factcheck.store.sqlite_file import make_engine, version_of
from factcheck.workbench import Workbench
from tests.factory import make_bench, make_evidence


def test_a_new_database_is_at_the_latest_version_with_wal_and_foreign_keys(tmp_path: Path) -> None:
    store = Store(tmp_path / "factcheck.db")
    assert version_of(store.where) == VERSIONS[-1]
    with store.transaction() as tx:
        ask = tx._read
        assert ask("PRAGMA journal_mode", {})[0]["journal_mode"] == "wal"
        assert ask("PRAGMA foreign_keys", {})[0]["foreign_keys"] == 1
        assert ask("PRAGMA synchronous", {})[0]["synchronous"] == 2
    assert store.integrity() == ""


def test_the_migrations_make_the_tables_of_the_models(tmp_path: Path) -> None:
    from alembic.autogenerate import compare_metadata
    from alembic.migration import MigrationContext
    from sqlmodel import SQLModel

    import factcheck.store.tables  # noqa: F401

    store = Store(tmp_path / "factcheck.db")
    with make_engine(store.where).begin() as connection:
        assert compare_metadata(MigrationContext.configure(connection), SQLModel.metadata) == []


def test_the_plain_sql_names_columns_that_exist(tmp_path: Path) -> None:
    bench = make_bench(tmp_path)
    assert len(list(bench.summaries())) == 2
    assert bench.articles()[0].claims == 2
    assert set(reading.ClaimSummary._fields) >= {"number", "id"}


def test_a_database_of_a_newer_version_is_refused_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "factcheck.db"
    Store(path).close()
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    before = path.read_bytes()
    with pytest.raises(StateError, match="newer factcheck"):
        Store(path)
    assert path.read_bytes() == before


def test_a_file_that_is_no_database_is_told_apart(tmp_path: Path) -> None:
    path = tmp_path / "factcheck.db"
    path.write_bytes(b"this is not a database, " * 100)
    with pytest.raises(StorageError, match="damaged or not a database"):
        Store(path)


def test_a_locked_workspace_says_so(tmp_path: Path) -> None:
    make_bench(tmp_path).close()
    bench = Workbench.open(tmp_path, user="alice")
    bench.store.patience = 0.1
    with closing(sqlite3.connect(str(bench.store.where), isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(BusyError, match="locked by another process"):
            bench.add_note("c0001", "hello")
        assert len(list(bench.summaries())) == 2, "reading goes on"


def test_a_full_disk_is_told_and_loses_nothing(tmp_path: Path) -> None:
    bench = make_bench(tmp_path)
    before = len(list(bench.events()))

    def fill_the_disk() -> None:
        with bench.store.transaction() as tx:
            pages = tx._read("PRAGMA page_count", {})[0]["page_count"]
            tx._read(f"PRAGMA max_page_count = {pages}", {})
            for number in range(200):
                tx.keep_private(f"{number} " * 500)

    with pytest.raises(StorageError, match="disk is full"):
        fill_the_disk()
    assert len(list(bench.events())) == before
    assert bench.store.integrity() == ""


def test_a_full_disk_is_told_where_it_ended_the_reading_of_one_state(tmp_path: Path) -> None:
    """SQLite ends the transaction itself: what it sorts in a file finds no room either."""
    bench = make_bench(tmp_path)

    def sort_on_a_full_disk() -> None:
        with bench.store.standing_still():
            bench.store._database.read("ROLLBACK", {})
            raise StorageError("the disk is full", hint="", subject="")

    with pytest.raises(StorageError, match="disk is full"):
        sort_on_a_full_disk()
    with bench.store.standing_still():
        assert len(list(bench.summaries())) == 2


def test_a_failed_transaction_keeps_nothing(tmp_path: Path) -> None:
    bench = make_bench(tmp_path)
    before = list(bench.events())

    def fail_half_way() -> None:
        with bench.store.transaction() as tx:
            tx.append(at=bench.now(), user="a", kind="note", subject="c0001", revision="r1", body={})
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail_half_way()
    assert list(bench.events()) == before


def unwritable(path: Path) -> None:
    """Keep SQLite from making its shared memory, as a read-only folder or a full disk does (root may write)."""
    path.with_name(f"{path.name}-shm").mkdir()


def test_what_cannot_be_written_can_still_be_read(tmp_path: Path) -> None:
    make_bench(tmp_path).close()
    unwritable(tmp_path / "factcheck.db")
    with make_reader(tmp_path) as store:
        assert len(list(store.summaries())) == 2
        with pytest.raises(StorageError, match=r"writable|make room"), store.transaction():
            pass


def test_the_file_alone_is_not_read_while_its_log_holds_more(tmp_path: Path) -> None:
    make_bench(tmp_path).close()
    unwritable(tmp_path / "factcheck.db")
    (tmp_path / "factcheck.db-wal").write_bytes(b"a decision that is not carried over yet")
    with pytest.raises(StorageError):
        Store(tmp_path / "factcheck.db")


@pytest.mark.parametrize(
    ("sql", "read"),
    [
        ("UPDATE claim SET payload = '{'", lambda store: store.claim("c0001")),
        ("UPDATE evidence SET payload = '[]'", lambda store: store.evidence("c0001")),
        ("UPDATE claim_state SET payload = ''", lambda store: store.state("c0001")),
        ("UPDATE claim_state SET review_state = 'lost'", lambda store: list(store.summaries())),
        ("UPDATE event SET body = '{'", lambda store: list(store.events())),
        ("UPDATE event SET at = 'noon'", lambda store: list(store.events())),
        ("UPDATE revision SET layout = 'x'", lambda store: store.revision("r1")),
    ],
)
def test_a_damaged_row_is_told_and_is_no_fault_of_the_program(tmp_path: Path, sql: str, read) -> None:
    make_bench(tmp_path).close()
    with closing(sqlite3.connect(tmp_path / "factcheck.db")) as connection, connection:
        connection.execute(sql)
    with make_reader(tmp_path) as store, pytest.raises(StorageError, match=r"damaged .*backup"):
        read(store)


def test_bytes_that_are_no_utf8_are_refused_before_anything_is_kept(tmp_path: Path) -> None:
    with make_bench(tmp_path) as bench:
        before = len(list(bench.events()))
        with pytest.raises(InputError, match="UTF-8"):
            bench.add_note("c0001", "typed in another encoding: \udcff")
        assert len(list(bench.events())) == before


@contextmanager
def make_reader(folder: Path) -> Iterator[Store]:
    store = Store(folder / "factcheck.db")
    try:
        yield store
    finally:
        store.close()


def test_a_decision_waits_for_its_turn_longer_than_a_list_does(tmp_path: Path) -> None:
    """Twenty people at one file keep one of them waiting for more than five seconds now and then."""
    bench = make_bench(tmp_path)
    assert bench.store.patience == WRITING_SECONDS > BUSY_SECONDS
    with bench.store.transaction() as tx:
        asked = tx._connection.exec_driver_sql("PRAGMA busy_timeout").scalar_one()
    assert asked == WRITING_SECONDS * 1000


@pytest.mark.both
def test_a_decision_reads_its_claim_and_its_evidence_once(tmp_path: Path) -> None:
    """Others wait for their turn meanwhile; on a server each question is a way there and back."""
    bench, asked = make_bench(tmp_path), []

    def note(*given: object) -> None:
        asked.append(str(given[2]))

    event.listen(Engine, "before_cursor_execute", note)
    try:
        bench.set_verdict("c0001", "confirmed", "Report a", cite=["c0001-a"])
    finally:
        event.remove(Engine, "before_cursor_execute", note)
    for table in ("claim", "evidence"):
        assert len([one for one in asked if f" FROM {table} WHERE" in one]) == 1, table


@pytest.mark.both
def test_what_a_transaction_has_read_follows_what_it_writes(tmp_path: Path) -> None:
    bench = make_bench(tmp_path)
    with bench.store.transaction() as tx:
        before = tx.evidence("c0001")
        (new,) = tx.add_evidence([make_evidence("c0001", "new", Stance.RELATED)])
        assert tx.evidence("c0001") == (*before, new)
        tx.replace_evidence([replace(new, claim="c0001", judgement=before[0].judgement)])
        assert tx.evidence("c0001")[-1].judgement == before[0].judgement
        assert [tx.claim(one)[0].id for one in ("c0001", "c0002", "c0001")] == ["c0001", "c0002", "c0001"]
