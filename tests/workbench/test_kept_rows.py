"""What a database lets go without a word is not called saved."""

from __future__ import annotations

from pathlib import Path

import pytest

from factcheck.errors import StorageError
from tests.factory import make_bench
from tests.workspaces import Workspaces

pytestmark = pytest.mark.both
FUNCTION = "CREATE FUNCTION let_go() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END'"
PASSED_OVER = {
    False: {
        "trigger": ("CREATE TRIGGER let_go BEFORE INSERT ON {0} BEGIN SELECT RAISE(IGNORE); END",),
    },
    True: {
        "trigger": (FUNCTION, "CREATE TRIGGER let_go BEFORE INSERT ON {0} FOR EACH ROW EXECUTE FUNCTION let_go()"),
        "rule": ("CREATE RULE let_go AS ON INSERT TO {0} DO INSTEAD NOTHING",),
    },
}


TAKEN_BACK = {
    "trigger": ("DROP TRIGGER let_go ON {0}", "DROP FUNCTION let_go()"),
    "rule": ("DROP RULE let_go ON {0}",),
}
"""A server hands a database on to other tests."""


@pytest.mark.parametrize("how", ["trigger", "rule"])
@pytest.mark.parametrize("table", ["event", "private_text"])
def test_a_decision_that_the_database_does_not_keep_is_refused(
    workspaces: Workspaces, tmp_path: Path, table: str, how: str
) -> None:
    statements = PASSED_OVER[bool(workspaces.server)].get(how)
    if statements is None:
        return  # SQLite has no rules
    with make_bench(tmp_path / "ws") as alice:
        events = len(list(alice.events()))
        workspaces.run(tmp_path / "ws", *(one.format(table) for one in statements))
        with pytest.raises(StorageError, match=f"did not keep what was written to '{table}': nothing is saved"):
            alice.add_note("c0001", "Asked the harbour office.")
        assert len(list(alice.events())) == events
    if workspaces.server:
        workspaces.run(tmp_path / "ws", *(one.format(table) for one in TAKEN_BACK[how]))
