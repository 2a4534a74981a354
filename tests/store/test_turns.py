"""Those who write to one file at once: who waits longest asks most often, and is told in the end."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass, field

import pytest

from factcheck import sqlite


@dataclass
class Locked:
    """A database that another process writes to until `free_at`, and the time that passes while one waits for it."""

    free_at: float = float("inf")
    name: str = "SQLITE_BUSY"
    now: float = 0.0
    pauses: list[tuple[float, float]] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)

    def execute(self, sql: str) -> None:
        self.asked.append(sql)
        if sql.startswith("BEGIN") and self.now < self.free_at:
            error = sqlite3.OperationalError("database is locked")
            error.sqlite_errorname = self.name
            raise error

    def sleep(self, seconds: float) -> None:
        self.pauses.append((self.now, seconds))
        self.now += seconds


def begun(monkeypatch: pytest.MonkeyPatch, database: Locked, patience: float) -> Locked:
    monkeypatch.setattr(sqlite.time, "sleep", database.sleep)
    monkeypatch.setattr(sqlite.time, "monotonic", lambda: database.now)
    sqlite.begin_writing(database, patience)
    return database


def test_who_waits_long_asks_more_often_than_who_has_just_come(monkeypatch: pytest.MonkeyPatch) -> None:
    waited = begun(monkeypatch, Locked(free_at=30), 60)
    of_late = [pause for at, pause in waited.pauses if at > 10]
    assert max(of_late) < min(pause for at, pause in waited.pauses if at < 1)
    assert len({pause for _, pause in waited.pauses}) > len(waited.pauses) / 2, "nobody asks in step with another"
    assert waited.asked[-2:] == ["BEGIN IMMEDIATE", "PRAGMA busy_timeout = 60000"]


def test_when_patience_is_over_it_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    database = Locked()
    with pytest.raises(sqlite3.OperationalError, match="locked"):
        begun(monkeypatch, database, 5)
    assert 5 < database.now < 5.1


def test_what_is_no_lock_is_told_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    database = Locked(name="SQLITE_READONLY")
    with pytest.raises(sqlite3.OperationalError):
        begun(monkeypatch, database, 5)
    assert database.pauses == []
