"""Whatever is changed, deleted, inserted, moved or replayed in any table by SQL is named, by `verify` or `doctor`."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Column
from sqlmodel import SQLModel

from factcheck.corpus.readers import parse_article
from factcheck.domain import Stance
from factcheck.errors import FactcheckError, StorageError
from factcheck.store import tables
from factcheck.store.copying import ORDERED
from factcheck.workbench import Workbench
from factcheck.workbench.bringing import Brought, bring
from factcheck.workbench.checking import check
from factcheck.workbench.doctor import diagnose
from factcheck.workbench.stored_states import differing_states
from factcheck.workbench.verifying import fault_of
from tests.factory import make_bench, tick_items
from tests.workspaces import Workspaces

pytestmark = pytest.mark.both
DRAFT = """# Cranes

14 November 2024

The harbour of Ostwick has six cranes.[^1] The town built 40,000 homes in 2023.[^2]

[^1]: Harbour report, page 3
[^2]: Ministry, table 2
"""
REPORT = "2024-11-10\nHarbour report\n\nThe harbour of Ostwick has six cranes, the report says.\n"
PASSING = {"claim_lock", "mark"}
"""What is no record: who holds a claim for now, and what is to be known of a database itself."""
TABLES = sorted(
    row.__tablename__
    for row in SQLModel.__subclasses__()
    if row.__module__ == tables.__name__ and row.__tablename__ not in PASSING
)
OTHER = {int: '"{0}" + 1', float: '"{0}" + 0.1', bool: 'NOT "{0}"'}
OF_TEXT = """CASE WHEN "{0}" IS NULL THEN 'x' ELSE replace(replace("{0}" || ' ', '[]', '[[]]'), 'six', 'two') END"""
"""Another value of the same kind, that may be read as well as the true one."""
Whole = tuple[Path, Path | str]
_made: dict[bool, Whole] = {}


@pytest.fixture
def whole(workspaces: Workspaces, tmp_path_factory: pytest.TempPathFactory) -> Whole:
    """A workspace with something in every table, and its database; made once for each kind of it."""
    kind = bool(workspaces.server)
    if kind not in _made:
        folder = make_whole(tmp_path_factory.mktemp("whole"))
        _made[kind] = folder, workspaces.keep(folder)
    return _made[kind]


def make_whole(folder: Path) -> Path:
    """Make it: two revisions, citations, a signed claim, a note, a contact."""
    (folder / "report.txt").write_text(REPORT)
    with Workbench.open(folder / "ws", user="alice", create=True) as alice:
        first = check(alice, parse_article(DRAFT.encode(), "a.md"), "a.md", corpus_paths=[folder / "report.txt"])
        claim = next(row.id for row in alice.summaries() if "six" in row.text)
        alice.set_stance(claim, alice.claim(claim).evidence[0].id, Stance.CORROBORATES)
        bring(alice, claim, Brought(what="call:Ada Quist", words="Six.", day=date(2026, 1, 1)))
        alice.set_verdict(claim, "confirmed", "the report")
        tick_items(alice, claim)
        alice.add_note(claim, "rang them")
        with Workbench.open(folder / "ws", user="bob") as bob:
            bob.sign(claim, bob.claim(claim).state.binding)
        second = DRAFT.replace("2023", "2022").encode()
        check(alice, parse_article(second, "a.md"), "a.md", revision_of=first.article)
        assert fault_of(alice.store) == ""
    return folder / "ws"


@dataclass(frozen=True)
class Copy:
    """A copy of the workspace, to be tampered with."""

    folder: Path
    workspaces: Workspaces
    database: Path | str

    def seen(self, statement: str) -> str | None:
        """Say what is told after a statement on the database as it was; None: the statement changed nothing."""
        self.workspaces.put(self.folder, self.database)
        return self.told() if self.workspaces.change(self.folder, statement) else None

    def ends_of(self, table: str) -> tuple[str, str]:
        """Return conditions that only the first and only the last row of a table fulfil."""
        row = "ctid" if self.workspaces.server and table not in ORDERED else "rowid"
        first, last = (f"{row} = (SELECT {end}({row}) FROM {table})" for end in ("min", "max"))
        return first, last

    def told(self) -> str:
        try:
            with Workbench.open(self.folder, user="carl") as bench:
                return fault_of(bench.store) or ", ".join(one.claim for one in differing_states(bench.store))
        except FactcheckError as error:
            return str(error)


@pytest.fixture
def copy(whole: Whole, workspaces: Workspaces, tmp_path: Path) -> Copy:
    made, database = whole
    shutil.copytree(made, tmp_path / "ws")
    workspaces.put(tmp_path / "ws", database)
    return Copy(tmp_path / "ws", workspaces, database)


def other_value(column: Column[Any]) -> str:
    return OTHER.get(column.type.python_type, OF_TEXT).format(column.name)


def columns(table: str) -> Iterator[str]:
    yield from (column.name for column in SQLModel.metadata.tables[table].columns)


@pytest.mark.parametrize("table", TABLES)
def test_whatever_is_changed_in_a_row_is_named(copy: Copy, table: str) -> None:
    where, _ = copy.ends_of(table)  # of the earlier revision
    every = SQLModel.metadata.tables[table].columns
    statements = {one.name: f'UPDATE {table} SET "{one.name}" = {other_value(one)} WHERE {where}' for one in every}
    assert [name for name, statement in statements.items() if copy.seen(statement) == ""] == []


def _forged(payload: str, part: str) -> str:
    state = json.loads(payload)
    if part == "numbered":
        state["numbered"].reverse()
    elif part == "no numbers":
        state["evidence"].reverse()
        state.pop("numbered")
    else:
        state["search"][part] = {"at": "2020-01-01T00:00:00Z", "event": 1}[part]
    return json.dumps(state, ensure_ascii=False, separators=(",", ":"))


@pytest.mark.parametrize("part", ["numbered", "no numbers", "at", "event"])
def test_other_numbers_of_evidence_and_another_search_are_named(copy: Copy, part: str) -> None:
    """What counts for nothing where states are compared (`compare=False`) is shown to people all the same."""
    rows = copy.workspaces.run(copy.folder, "SELECT claim, payload FROM claim_state WHERE rating <> ''")
    claim, payload = rows[-1]
    made = _forged(payload, part).replace("'", "''")
    assert copy.seen(f"UPDATE claim_state SET payload = '{made}' WHERE claim = '{claim}'")


@pytest.mark.parametrize("table", TABLES)
@pytest.mark.parametrize("place", [0, 1])
def test_a_deleted_row_is_named(copy: Copy, table: str, place: int) -> None:
    assert copy.seen(f"DELETE FROM {table} WHERE {copy.ends_of(table)[place]}")


@pytest.mark.parametrize("table", sorted({*TABLES} - {"claim_state", "claim_citation"}))  # not seen
def test_a_row_that_is_inserted_or_replayed_is_named(copy: Copy, table: str) -> None:
    key = [column.name for column in SQLModel.metadata.tables[table].primary_key]
    event = {"prev": "'p'", "digest": "'d'", "seq": "(SELECT max(seq) + 1 FROM event)"}
    others = event if table == "event" else {key[0]: "'x'"}
    values = ", ".join(others.get(name, f'"{name}"') for name in columns(table))
    names = ", ".join(f'"{name}"' for name in columns(table))
    assert copy.seen(f"INSERT INTO {table} ({names}) SELECT {values} FROM {table} LIMIT 1"), table


@pytest.mark.parametrize(
    "statement",
    [
        "INSERT INTO mark VALUES ('restored', 'x')",
        "INSERT INTO claim_lock SELECT id, 'eve', '2999-01-01T00:00:00+00:00' FROM claim",
    ],
)
def test_what_is_no_record_changes_nothing_that_is(copy: Copy, statement: str) -> None:
    with Workbench.open(copy.folder, user="carl") as bench:
        before = list(bench.summaries()), list(bench.store.log_lines())
    assert copy.seen(statement) == ""
    with Workbench.open(copy.folder, user="carl") as bench:
        assert (list(bench.summaries()), list(bench.store.log_lines())) == before


def test_a_citation_that_was_bound_to_another_claim_is_named(copy: Copy) -> None:
    every = "SELECT c.id, t.id FROM claim c JOIN citation t ON t.revision = c.revision"
    assert copy.seen(f"INSERT INTO claim_citation (claim, citation) {every} WHERE true ON CONFLICT DO NOTHING")


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
def test_two_rows_that_changed_places_are_named(copy: Copy, table: str, key: str, column: str) -> None:
    first, last = copy.ends_of(table)
    other = f"(SELECT o.{column} FROM {table} o WHERE o.{key} <> {table}.{key} AND (o.{first} OR o.{last}))"
    assert copy.seen(f"UPDATE {table} SET {column} = {other} WHERE {first} OR {last}")


def test_what_puts_an_earlier_text_into_the_list_is_named(copy: Copy) -> None:
    found = copy.seen("UPDATE article SET latest = (SELECT id FROM revision ORDER BY rowid LIMIT 1)")
    assert found
    assert "as the log says" in found


def test_the_doctor_names_it_with_what_mends_it(copy: Copy) -> None:
    copy.workspaces.change(copy.folder, "UPDATE revision SET sentences = replace(sentences, 'claims', 'question')")
    wrong = [finding for finding in diagnose(copy.folder) if not finding.ok]
    assert [finding.what for finding in wrong] == ["states"]
    assert "its sentences differ from what was extracted" in wrong[0].detail
    assert "backup" in wrong[0].remedy


SWALLOWING = {
    False: (
        "CREATE TRIGGER eat AFTER INSERT ON event BEGIN DELETE FROM event WHERE seq = NEW.seq; END",
        "DROP TRIGGER eat",
    ),
    True: ("CREATE RULE eat AS ON INSERT TO event DO INSTEAD NOTHING", "DROP RULE eat ON event"),
}
"""What keeps events out of the log without a word, in a file (False) and on a server; and what takes it away again."""


def test_a_decision_that_the_database_swallows_is_not_said_to_be_saved(tmp_path: Path, workspaces: Workspaces) -> None:
    bench = make_bench(tmp_path)
    bench.close()
    swallow, keep = SWALLOWING[bool(workspaces.server)]
    workspaces.run(tmp_path, swallow)
    try:
        with Workbench.open(tmp_path, user="alice") as bench:
            before = len(list(bench.events()))
            with pytest.raises(StorageError, match="was not kept as it was written"):
                bench.add_note("c0001", "saved?")
            assert len(list(bench.events())) == before
    finally:
        workspaces.run(tmp_path, keep)  # a server's database goes on to other tests
