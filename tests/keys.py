"""Keys for tests: a folder of their own, and logs written anew by somebody who may write the database."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path

from factcheck.domain import Event
from factcheck.store.log import canonical, next_event
from factcheck.store.telling import event_of
from factcheck.workbench import Workbench
from factcheck.workbench.trusting import KeyFile, make_key, trust
from tests.factory import ticking


def nobody_asked() -> str:
    return ""


def as_user(bench: Workbench, user: str) -> Workbench:
    return Workbench.open(bench.workspace, user=user, clock=ticking(bench.now()))


def given_key(bench: Workbench, user: str) -> KeyFile:
    """Make a key of a person and have it trusted: by themselves if it is the first, else by the bench's user."""
    made = make_key(user, nobody_asked)
    trust(bench, user, made.key)
    return made


def rehashed(folder: Path, change: Callable[[Event], Event | None]) -> None:
    """Write the whole log anew, as somebody would who wants its chain to fit; None leaves an event out."""
    with closing(sqlite3.connect(folder / "factcheck.db")) as db, db:
        db.row_factory = sqlite3.Row
        before = [event_of(dict(row)) for row in db.execute("SELECT * FROM event ORDER BY seq")]
        db.execute("DELETE FROM event")
        last: Event | None = None
        for event in before:
            made = change(event)
            if made is None:
                continue
            fields = {name: getattr(made, name) for name in ("at", "user", "kind", "subject", "revision", "body")}
            last = next_event(last, **fields)
            row = (
                last.seq,
                last.at.isoformat(timespec="microseconds"),
                last.user,
                last.kind,
                last.subject,
                last.revision,
                canonical(dict(last.body)).decode(),
                last.schema,
                last.prev,
                last.digest,
            )
            db.execute("INSERT INTO event VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", row)


def without_key(event: Event) -> Event:
    """The event as it were if no key had signed it."""
    return replace(event, body={name: value for name, value in event.body.items() if name not in {"key", "signature"}})
