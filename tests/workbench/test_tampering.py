"""Whatever is changed, deleted, inserted, moved or replayed in any table by SQL is named, by `verify` or `doctor`."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
from sqlmodel import SQLModel

from factcheck.corpus.readers import parse_article
from factcheck.domain import Stance
from factcheck.errors import FactcheckError
from factcheck.store import tables
from factcheck.workbench import Workbench
from factcheck.workbench.auditing import differing_states
from factcheck.workbench.bringing import Brought, bring
from factcheck.workbench.checking import check
from factcheck.workbench.doctor import diagnose
from factcheck.workbench.verifying import fault_of

DRAFT = """# Cranes

14 November 2024

The harbour of Ostwick has six cranes.[^1] The town built 40,000 homes in 2023.[^2]

[^1]: Harbour report, page 3
[^2]: Ministry, table 2
"""
REPORT = "2024-11-10\nHarbour report\n\nThe harbour of Ostwick has six cranes, the report says.\n"
TABLES = sorted(row.__tablename__ for row in SQLModel.__subclasses__() if row.__module__ == tables.__name__)
OTHER = """CASE typeof("{0}") WHEN 'integer' THEN "{0}" + 1 WHEN 'real' THEN "{0}" + 0.1 WHEN 'null' THEN 'x'
           ELSE replace(replace("{0}" || ' ', '[]', '[[]]'), 'six', 'two') END"""
"""Another value of the same kind, that may be read as well as the true one."""


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace with something in every table: two revisions, citations, a signed claim, a note, a contact."""
    folder = tmp_path_factory.mktemp("whole")
    (folder / "report.txt").write_text(REPORT)
    with Workbench.open(folder / "ws", user="alice", create=True) as alice:
        first = check(alice, parse_article(DRAFT.encode(), "a.md"), "a.md", corpus_paths=[folder / "report.txt"])
        claim = next(row.id for row in alice.summaries() if "six" in row.text)
        alice.set_stance(claim, alice.claim(claim).evidence[0].id, Stance.CORROBORATES)
        bring(alice, claim, Brought(what="call:Ada Quist", words="Six.", day=date(2026, 1, 1)))
        alice.set_verdict(claim, "confirmed", "the report")
        alice.add_note(claim, "rang them")
        with Workbench.open(folder / "ws", user="bob") as bob:
            bob.sign(claim, bob.claim(claim).state.binding)
        second = DRAFT.replace("2023", "2022").encode()
        check(alice, parse_article(second, "a.md"), "a.md", revision_of=first.article)
        assert fault_of(alice.store) == ""
    return folder / "ws"


@pytest.fixture
def copy(whole: Path, tmp_path: Path) -> Path:
    shutil.copytree(whole, tmp_path / "ws")
    return tmp_path / "ws"


def seen(workspace: Path, statement: str) -> str | None:
    """Say what is told after a statement on a copy of the database; None: the statement changed nothing."""
    database = workspace / "factcheck.db"
    before = database.read_bytes()
    try:
        with closing(sqlite3.connect(database)) as db, db:
            changed = db.execute(statement).rowcount
    except sqlite3.IntegrityError:
        return None
    try:
        return told(workspace) if changed else None
    finally:
        database.write_bytes(before)


def told(workspace: Path) -> str:
    try:
        with Workbench.open(workspace, user="carl") as bench:
            return fault_of(bench.store) or ", ".join(one.claim for one in differing_states(bench))
    except FactcheckError as error:
        return str(error)


def columns(table: str) -> Iterator[str]:
    yield from (column.name for column in SQLModel.metadata.tables[table].columns)


@pytest.mark.parametrize("table", TABLES)
def test_whatever_is_changed_in_a_row_is_named(copy: Path, table: str) -> None:
    where = f"rowid = (SELECT min(rowid) FROM {table})"  # of the earlier revision
    statements = {name: f'UPDATE {table} SET "{name}" = {OTHER.format(name)} WHERE {where}' for name in columns(table)}
    assert [name for name, statement in statements.items() if seen(copy, statement) == ""] == []


@pytest.mark.parametrize("table", TABLES)
@pytest.mark.parametrize("place", ["min", "max"])
def test_a_deleted_row_is_named(copy: Path, table: str, place: str) -> None:
    assert seen(copy, f"DELETE FROM {table} WHERE rowid = (SELECT {place}(rowid) FROM {table})")


@pytest.mark.parametrize("table", sorted({*TABLES} - {"claim_state", "claim_citation"}))  # not seen
def test_a_row_that_is_inserted_or_replayed_is_named(copy: Path, table: str) -> None:
    key = [column.name for column in SQLModel.metadata.tables[table].primary_key]
    event = {"prev": "'p'", "digest": "'d'", "seq": "(SELECT max(seq) + 1 FROM event)"}
    others = event if table == "event" else {key[0]: "'x'"}
    values = ", ".join(others.get(name, f'"{name}"') for name in columns(table))
    assert seen(copy, f"INSERT INTO {table} SELECT {values} FROM {table} LIMIT 1"), table


def test_a_citation_that_was_bound_to_another_claim_is_named(copy: Path) -> None:
    every = "SELECT c.id, t.id FROM claim c JOIN citation t ON t.revision = c.revision"
    assert seen(copy, f"INSERT OR IGNORE INTO claim_citation (claim, citation) {every}")


@pytest.mark.parametrize(
    ("table", "key", "column"),
    [
        ("evidence", "id", "payload"),
        ("evidence", "id", "claim"),
        ("claim", "id", "payload"),
        ("claim", "id", "number"),
        ("revision", "id", "text"),
        ("revision", "id", "sentences"),
        ("citation", "id", "payload"),
        ("citation", "id", "number"),
        ("event", "seq", "body"),
        ("event", "seq", "subject"),
        ("claim_state", "claim", "payload"),
    ],
)
def test_two_rows_that_changed_places_are_named(copy: Path, table: str, key: str, column: str) -> None:
    ends = f"rowid IN (SELECT min(rowid) FROM {table} UNION SELECT max(rowid) FROM {table})"
    other = f"(SELECT o.{column} FROM {table} o WHERE o.{key} <> {table}.{key} AND o.{ends})"  # the first and the last
    assert seen(copy, f"UPDATE {table} SET {column} = {other} WHERE {ends}")


def test_what_puts_an_earlier_text_into_the_list_is_named(copy: Path) -> None:
    found = seen(copy, "UPDATE article SET latest = (SELECT id FROM revision ORDER BY rowid LIMIT 1)")
    assert found
    assert "as the log says" in found


def test_the_doctor_names_it_with_what_mends_it(copy: Path) -> None:
    with closing(sqlite3.connect(copy / "factcheck.db")) as db, db:
        db.execute("UPDATE revision SET sentences = replace(sentences, 'claims', 'question')")
    wrong = [finding for finding in diagnose(copy) if not finding.ok]
    assert [finding.what for finding in wrong] == ["states"]
    assert "its sentences differ from what was extracted" in wrong[0].detail
    assert "backup" in wrong[0].remedy
