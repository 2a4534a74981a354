"""A team's database on a real server: opened, migrated, locked, and its faults told without the password."""

from __future__ import annotations

import sys
import threading
from collections.abc import Iterator
from contextlib import suppress
from datetime import date
from pathlib import Path

import pytest
from alembic import command
from alembic.config import Config

from factcheck.errors import BusyError, FactcheckError, InputError, NoWorkspaceError, StateError, StorageError
from factcheck.store import Store
from factcheck.store.database import MIGRATIONS, VERSIONS
from factcheck.store.postgres import PostgresDatabase
from factcheck.workbench import Workbench, erasing
from factcheck.workbench.auditing import first_wrong_row
from factcheck.workbench.bringing import Brought, bring
from factcheck.workbench.stored_states import differing_states
from factcheck.workbench.verifying import fault_of
from tests.factory import fill, first_fault, ticking
from tests.postgres import PASSWORD, Server


@pytest.fixture
def url(postgres: Server) -> Iterator[str]:
    """An empty database that is migrated."""
    made = postgres.empty()
    yield made
    postgres.hand_back(made)


@pytest.fixture
def bare(postgres: Server) -> Iterator[str]:
    """A database without a table."""
    made = postgres.database(template="template0")
    yield made
    postgres.drop(made)


@pytest.fixture
def bench(url: str, tmp_path: Path) -> Workbench:
    made = Workbench.open(tmp_path, user="alice", db=url, create=True, clock=ticking())
    fill(made)
    return made


def test_the_migrations_make_the_tables_of_the_models(bare: str) -> None:
    from alembic.autogenerate import compare_metadata
    from alembic.migration import MigrationContext
    from sqlmodel import SQLModel

    def ours(thing: object, name: str, kind: str, *_: object) -> bool:
        return not (kind == "column" and name == "rowid")  # SQLite has it of itself

    store = Store(bare)
    with store._database.writing(1) as connection:
        made = MigrationContext.configure(connection, opts={"include_object": ours})
        assert compare_metadata(made, SQLModel.metadata) == []


@pytest.mark.parametrize("version", VERSIONS[:-1])
def test_a_database_of_any_earlier_version_is_brought_forward(
    bare: str, version: str, postgres: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    def upgrade(connection: object) -> None:
        config = Config()
        config.set_main_option("script_location", str(MIGRATIONS))
        config.attributes["connection"] = connection
        command.upgrade(config, version)

    with monkeypatch.context() as patch:
        patch.setattr("factcheck.store.postgres.upgrade", upgrade)
        PostgresDatabase(bare, create=True).close()
    name = bare.rpartition("/")[2]
    postgres.run("INSERT INTO article (id, latest) VALUES ('a1', 'r1'), ('a0', 'r0')", name)
    for one in ("r1", "r0"):
        columns = "(id, article, title, text, path, published_from, layout)"
        postgres.run(f"INSERT INTO revision {columns} VALUES ('{one}', 'a{one[1]}', 'T', 'x', 'p', '', '[]')", name)
    store = Store(bare)
    assert [article.id for article in store.articles()] == ["a1", "a0"]
    assert postgres.run("SELECT version_num FROM alembic_version", name) == [(VERSIONS[-1],)]


def test_a_database_of_a_newer_version_is_refused(url: str, postgres: Server) -> None:
    name = url.rpartition("/")[2]
    postgres.run("UPDATE alembic_version SET version_num = '9999'", name)
    try:
        with pytest.raises(StateError, match=r"newer factcheck .*9999"):
            Store(url)
    finally:
        postgres.run(f"UPDATE alembic_version SET version_num = '{VERSIONS[-1]}'", name)


def test_looking_makes_no_tables(bare: str, tmp_path: Path, postgres: Server) -> None:
    with pytest.raises(NoWorkspaceError, match="factcheck init"):
        Workbench.open(tmp_path, user="alice", db=bare)
    assert postgres.run("SELECT count(*) FROM pg_tables WHERE schemaname = 'public'", bare.rpartition("/")[2]) == [(0,)]


def test_two_who_make_it_at_the_same_time_make_it_once(bare: str) -> None:
    faults: list[Exception] = []

    def make() -> None:
        try:
            Store(bare).close()
        except Exception as error:  # noqa: BLE001 - looked at below
            faults.append(error)

    threads = [threading.Thread(target=make) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert faults == []


def test_a_schema_is_a_workspace_of_its_own(url: str, postgres: Server) -> None:
    postgres.run("CREATE SCHEMA sports", url.rpartition("/")[2])
    try:
        sports = Store(f"{url}?options=-csearch_path%3Dsports")
        with sports.transaction() as tx:
            tx.keep_private("a note")
        assert len(sports.private_rows()) == 1
        assert len(Store(url).private_rows()) == 0
        with pytest.raises(StateError, match="no schema"):
            Store(f"{url}?options=-csearch_path%3Dnowhere")
    finally:
        sports.close()
        postgres.run("DROP SCHEMA sports CASCADE", url.rpartition("/")[2])


def told(url: str) -> str:
    with pytest.raises(FactcheckError) as raised:
        Store(url)
    assert PASSWORD not in str(raised.value)
    assert "\n" not in str(raised.value)
    return str(raised.value)


def test_a_server_that_cannot_be_reached_is_told_in_one_line_without_the_password(url: str, postgres: Server) -> None:
    wrong = "n0t-the-one"
    answer = told(postgres.url("migrated", wrong))
    assert "the password is wrong" in answer
    assert wrong not in answer
    assert "create it on the server first" in told(postgres.url("nowhere"))
    assert "start the server" in told(url.replace(str(postgres.port), "1"))
    assert "a host that there is" in told(url.replace("127.0.0.1", "nowhere.invalid"))
    assert "~/.pgpass" in told(url.replace(f":{PASSWORD}", ""))
    assert PASSWORD not in repr(Store(url)._database._engine)


def test_a_server_that_takes_no_letters_beyond_ascii_is_refused(postgres: Server) -> None:
    postgres.run("CREATE DATABASE latin TEMPLATE template0 ENCODING 'LATIN1' LOCALE 'C'")
    try:
        with pytest.raises(StateError, match=r"LATIN1.*ENCODING 'UTF8'"):
            Store(postgres.url("latin"))
    finally:
        postgres.run("DROP DATABASE latin WITH (FORCE)")


def test_without_the_extra_it_is_named(url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patch:
        for name in [one for one in sys.modules if one.partition(".")[0] == "psycopg"]:
            patch.delitem(sys.modules, name)
        patch.setitem(sys.modules, "psycopg", None)
        with pytest.raises(InputError, match=r"factcheck-workbench\[postgres\]"):
            Store(url)


def test_a_writer_waits_for_another_and_then_says_so(bench: Workbench, url: str) -> None:
    other = Store(url)
    other.patience = 0.1
    with bench.store.transaction(), pytest.raises(BusyError, match="locked by another process"), other.transaction():
        pass
    assert len(list(other.summaries())) == 2
    with other.transaction() as tx:
        tx.keep_private("the lock was let go of")


def test_what_was_begun_is_not_kept(bench: Workbench) -> None:
    before = list(bench.events())

    def fail_half_way() -> None:
        with bench.store.transaction() as tx:
            tx.append(at=bench.now(), user="a", kind="note", subject="c0001", revision="r1", body={})
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail_half_way()
    assert list(bench.events()) == before


def test_a_lost_connection_is_told_and_the_next_try_connects_anew(bench: Workbench, postgres: Server) -> None:
    name = bench.store.name.rpartition("/")[2]
    cut = f"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{name}'"
    before = len(list(bench.events()))

    def cut_half_way() -> None:
        with bench.store.transaction() as tx:
            tx.append(at=bench.now(), user="a", kind="note", subject="c0001", revision="r1", body={})
            postgres.run(cut)
            tx.keep_private("too late")

    with pytest.raises(StorageError, match=r"was lost.*was acknowledged"):
        cut_half_way()
    with suppress(StorageError):
        list(bench.events())
    assert len(list(bench.events())) == before
    bench.add_note("c0001", "and on")


def test_one_state_is_read_while_others_write(bench: Workbench, url: str) -> None:
    other = Workbench.open(bench.workspace, user="bob", db=url)
    with bench.store.standing_still():
        before = len(list(bench.store.log_lines()))
        other.add_note("c0001", "meanwhile")
        assert len(list(bench.store.log_lines())) == before
        assert len(list(bench.events())) == before
    assert len(list(bench.store.log_lines())) == before + 1


def test_a_list_that_is_read_bit_by_bit_can_be_left(bench: Workbench) -> None:
    lines = bench.store.log_lines()
    next(iter(lines))
    del lines
    bench.add_note("c0001", "nobody waits")


@pytest.mark.parametrize(
    ("sql", "read"),
    [
        ("UPDATE claim SET payload = '{'", lambda store: store.claim("c0001")),
        ("UPDATE claim_state SET review_state = 'lost'", lambda store: list(store.summaries())),
        ("UPDATE claim_state SET payload = '{', review_state = 'withdrawn'", lambda s: s.withdrawn()),
        ("UPDATE event SET body = '{'", lambda store: list(store.events())),
    ],
)
def test_a_damaged_row_is_told(bench: Workbench, postgres: Server, sql: str, read) -> None:
    postgres.run(sql, bench.store.name.rpartition("/")[2])
    with pytest.raises(StorageError, match=r"damaged .*backup"):
        read(bench.store)


def test_integrity_finds_a_row_whose_claim_is_gone(bench: Workbench, postgres: Server) -> None:
    assert bench.store.integrity() == ""
    assert first_fault(bench.events()) == ""
    assert first_wrong_row(bench.store) == ""
    assert list(differing_states(bench.store)) == []
    postgres.run("SET session_replication_role = replica; DELETE FROM claim WHERE id = 'c0002'",
                 bench.store.name.rpartition("/")[2])  # fmt: skip
    assert "name a claim that is not there" in bench.store.integrity()


def test_personal_words_are_erased_and_the_tables_written_anew(bench: Workbench, url: str) -> None:
    bench.add_note("c0001", "Ada Quist told us so")
    bring(bench, "c0001", Brought(what="call:Ada Quist", words="It is six.", day=date(2026, 11, 20)))
    words = erasing.of_person(bench.store, ["Ada Quist"])
    assert len(words) == 2
    reader = Store(url)
    with bench.store.transaction() as tx:
        tx._mark_unclean()
    assert not bench.store.is_clean()
    erasing.erase(bench, words, "asked us to", ["Ada Quist"])
    assert bench.store.is_clean()
    assert not [row for row in reader.rows("private_text", ["text"], ["digest"]) if "Quist" in row["text"]]
    assert erasing.of_person(reader, ["Ada Quist"]) == ()
    assert [name for _, name in bench.store.contacts()] == ["[erased]"]
    assert (fault_of(bench.store), bench.store.integrity()) == ("", "")


def test_a_character_that_postgres_cannot_keep_is_refused_before_anything_is_kept(bench: Workbench) -> None:
    before = len(list(bench.events()))
    with pytest.raises(InputError, match="NUL"):
        bench.add_note("c0001", "a\x00b")
    assert len(list(bench.events())) == before


def test_who_may_only_read_is_told_so(bench: Workbench, postgres: Server, url: str) -> None:
    name = url.rpartition("/")[2]
    postgres.run(
        "CREATE ROLE looker LOGIN PASSWORD 'l00k'; GRANT SELECT ON ALL TABLES IN SCHEMA public TO looker", name
    )
    try:
        looker = Workbench.open(bench.workspace, user="eve", db=url.replace(f"desk:{PASSWORD}", "looker:l00k"))
        assert len(list(looker.summaries())) == 2
        with pytest.raises(StorageError, match="permission denied"):
            looker.add_note("c0001", "hello")
        looker.close()
    finally:
        postgres.run("DROP OWNED BY looker; DROP ROLE looker", name)
