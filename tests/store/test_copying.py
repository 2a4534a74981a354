"""A database copied into another of either kind holds the same, row by row, or nothing."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from factcheck.errors import StateError, StorageError
from factcheck.store import Store
from factcheck.store.copying import Copied, copy_all, counts
from factcheck.store.writing import Transaction
from factcheck.workbench import Workbench
from factcheck.workbench.auditing import first_wrong_row
from factcheck.workbench.stored_states import differing_states
from factcheck.workbench.verifying import log_fault
from tests.factory import make_bench
from tests.postgres import Server

KINDS = ["sqlite", "postgresql"]


@pytest.fixture
def empty(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Path | str]:
    """An empty database of the kind that a test names."""
    if request.param == "sqlite":
        yield tmp_path / "empty.db"
        return
    server: Server = request.getfixturevalue("postgres")
    url = server.empty()
    yield url
    server.hand_back(url)


@pytest.fixture
def filled(tmp_path: Path) -> Workbench:
    """A workspace with decisions, a note, and letters beyond the basic plane."""
    bench = make_bench(tmp_path / "w")
    bench.add_note("c0001", "told by 𝔐aren, “off the record”")
    bench.set_verdict("c0001", "confirmed", "Report a", cite=["c0001-a"])
    return bench


def contents(store: Store) -> dict[str, object]:
    return {
        "articles": store.articles(),
        "list": list(store.summaries(unlisted=True)),
        "events": list(store.log_lines()),
        "evidence": [store.evidence(one) for one in ("c0001", "c0002")],
        "private": list(store.private_rows()),
        "rests on": sorted(map(repr, store.rested_on())),
    }


@pytest.mark.parametrize("empty", KINDS, indirect=True)
def test_a_copy_and_the_copy_of_a_copy_hold_the_same(filled: Workbench, empty: Path | str, tmp_path: Path) -> None:
    target, back = Store(empty), Store(tmp_path / "back.db")
    done = copy_all(filled.store, target)
    assert done.events == len(list(filled.events()))
    assert done.head == filled.store.last_event().digest
    assert contents(target) == contents(filled.store)
    assert copy_all(target, back) == done
    assert contents(back) == contents(filled.store)
    with Workbench.open(tmp_path / "v", user="bob", db=empty, create=True) as bench:
        assert (log_fault(bench.store), first_wrong_row(bench.store), list(differing_states(bench.store))) == (
            "",
            "",
            [],
        )
        bench.sign("c0001", bench.claim("c0001").state.binding)


@pytest.mark.parametrize("empty", KINDS, indirect=True)
def test_a_target_that_is_not_empty_is_left_alone(filled: Workbench, empty: Path | str) -> None:
    target = Store(empty)
    with target.transaction() as tx:
        tx.keep_private("mine")
    with pytest.raises(StateError, match="is not empty"):
        copy_all(filled.store, target)
    assert sum(counts(target).values()) == 1


@pytest.mark.parametrize("empty", KINDS, indirect=True)
def test_a_copy_that_breaks_off_leaves_nothing(
    filled: Workbench, empty: Path | str, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = Store(empty)
    insert = Transaction.insert_rows

    def break_off(self: Transaction, table, rows) -> None:
        if table.name == "event":
            raise RuntimeError
        insert(self, table, rows)

    with monkeypatch.context() as patch:
        patch.setattr(Transaction, "insert_rows", break_off)
        with pytest.raises(RuntimeError):
            copy_all(filled.store, target)
    assert sum(counts(target).values()) == 0
    assert copy_all(filled.store, target).events


@pytest.mark.parametrize("empty", KINDS, indirect=True)
def test_rows_that_do_not_arrive_as_they_were_read_are_noticed(
    filled: Workbench, empty: Path | str, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = Store(empty)
    insert = Transaction.insert_rows

    def spoil(self: Transaction, table, rows) -> None:
        changed = [{**row, "salt": "0"} for row in rows] if table.name == "private_text" else rows
        insert(self, table, changed)

    monkeypatch.setattr(Transaction, "insert_rows", spoil)
    with pytest.raises(StorageError, match="rows of private_text are not what was copied"):
        copy_all(filled.store, target)
    assert sum(counts(target).values()) == 0


def test_a_log_that_does_not_verify_is_not_copied(filled: Workbench, tmp_path: Path) -> None:
    with closing(sqlite3.connect(str(filled.store.where))) as db, db:
        db.execute("UPDATE event SET body = replace(body, 'test', 'tests')")
    target = Store(tmp_path / "empty.db")
    with pytest.raises(StateError, match=r"does not verify: event \d+: was altered"):
        copy_all(filled.store, target)
    assert sum(counts(target).values()) == 0


@pytest.mark.parametrize("empty", KINDS, indirect=True)
def test_what_others_write_meanwhile_is_not_half_in_it(
    filled: Workbench, empty: Path | str, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = len(list(filled.events()))
    insert = Transaction.insert_rows
    other = Workbench.open(filled.workspace, user="bob")

    def write_beside(self: Transaction, table, rows) -> None:
        other.add_note("c0002", f"while {table.name} is copied")
        insert(self, table, rows)

    monkeypatch.setattr(Transaction, "insert_rows", write_beside)
    done: Copied = copy_all(filled.store, Store(empty))
    assert done.events == before < len(list(other.events()))


@pytest.mark.parametrize("empty", KINDS, indirect=True)
def test_who_has_a_database_open_that_is_replaced_is_told_and_writes_nothing(
    filled: Workbench, empty: Path | str, tmp_path: Path
) -> None:
    at_work = Workbench.open(tmp_path / "team", user="carol", db=empty, create=True)
    target = Store(empty)
    copy_all(filled.store, target)
    at_work.add_note("c0001", "still the same database")
    copy_all(filled.store, target, replacing=True)
    before = len(list(filled.events()))
    with pytest.raises(StateError, match="restored from a backup since it was opened"):
        at_work.add_note("c0001", "too late")
    assert len(list(at_work.events())) == before
    with target.transaction() as tx:
        tx.keep_private("who restored it goes on")
    with Workbench.open(tmp_path / "team", user="carol", db=empty) as anew:
        anew.add_note("c0001", "and on")
