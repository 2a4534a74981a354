"""Twenty people who decide at one database at once, on SQLite and on a PostgreSQL server of our own."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from tests.bench.processes import NotRun, printed
from tests.postgres import NoServer, Server

PEOPLE, CLAIMS = 20, 400


def on_both_kinds(folder: Path, decisions: int) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Yield the kind of database and what came of it (`tests.together.Outcome`).

    Raises:
        NotRun: it failed, or no server can be started.
    """
    yield "SQLite", _decided(folder / "SQLite", str(folder / "work.db"), decisions)
    try:
        server = Server(durable=True)
    except NoServer as reason:
        raise NotRun(f"no PostgreSQL server: {reason}") from reason
    try:
        yield "PostgreSQL", _decided(folder / "PostgreSQL", server.empty(), decisions)
    finally:
        server.stop()


def _decided(folder: Path, database: str, decisions: int) -> Mapping[str, Any]:
    numbers = map(str, (PEOPLE, decisions, CLAIMS))
    return printed([sys.executable, "-m", "tests.together", str(folder), database, *numbers])


def in_words(came: Mapping[str, Any]) -> str:
    """Say what is wrong with an outcome, and how often people met."""
    wrong = [f"{name}: {came[name]}" for name in ("lost", "doubled", "unasked", "wrong") if came[name]]
    met = f"{came['conflicts']} told that another was first, {came['waits']} that it is locked"
    met += f"; the slowest took {came['longest']:.1f} s"
    return f"{'; '.join(wrong) or 'none lost, none doubled, chain valid'}; {met}"
