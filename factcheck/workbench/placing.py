"""The rows of articles, revisions and claims held against the log: which text is in the list, and what stands in it.

An earlier program's events say less, and are held to that.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from factcheck.domain import Event
from factcheck.review.kinds import Kind
from factcheck.workbench.revisions import differs, layout_kept, revision_body

if TYPE_CHECKING:
    from factcheck.store.reading import Reader

Row = Mapping[str, Any]


def wrong_revisions(reader: Reader, events: Sequence[Event]) -> Iterator[str]:
    """Yield which revisions are not what was read, or stand in another's place. `events`: those about revisions."""
    rows = {row["id"]: row for row in reader.revision_rows()}
    kept = {event.subject: event for event in events if event.kind == Kind.REVISION}
    for name, event in kept.items():
        revision = reader.revision(name)
        if revision is None or differs({**revision_body(revision), "layout": layout_kept(rows[name])}, event.body):
            yield f"revision {name}: its title, date or text differs from what the log says (event {event.seq})"
    extracted = {event.subject: event.body.get("sentences") for event in events if event.kind == Kind.EXTRACTED}
    for name, row in rows.items():
        if name not in kept:
            yield f"revision {name}: no event kept it: its row was inserted"
        right = extracted.get(name)
        if right and hashlib.sha256((row["sentences"] or "").encode()).hexdigest() != right:
            yield f"revision {name}: its sentences differ from what was extracted"
    yield from _misplaced(reader, rows, events)


def _misplaced(reader: Reader, rows: Mapping[str, Row], events: Iterable[Event]) -> Iterator[str]:
    """Yield which revisions are of another article than the log says, and articles that show another revision."""
    article: dict[str, str] = {}
    last: dict[str, str] = {}
    parents = {event.subject: event.body["of"] for event in events if event.kind == Kind.REVISED}
    for event in events:
        if event.kind == Kind.REVISION:
            name = event.subject
            own = rows[name]["article"] if name in rows else ""
            article.setdefault(name, article.get(parents[name], "") if name in parents else own)
            last[article[name]] = name
    yield from (
        f"revision {name}: is kept as one of article {rows[name]['article']}, and not of {right}"
        for name, right in article.items()
        if name in rows and rows[name]["article"] != right
    )
    shown = dict(reader.latest_revisions())
    for name in last.keys() | shown.keys():
        if last.get(name) != shown.get(name):
            what = f"revision {shown[name]}" if name in shown else "no revision"
            yield f"article {name}: shows {what}, and not {last.get(name) or 'none'} as the log says"


def wrong_places(rows: Iterable[Row], events: Iterable[Event]) -> Iterator[str]:
    """Yield which claims stand in another revision than the log says, or in another order."""
    kept = {row["id"]: row for row in rows}
    for event in events:
        if event.kind not in {Kind.EXTRACTED, Kind.EDITED, Kind.REVISED}:
            continue
        ids = event.body.get("claims" if event.kind == Kind.EXTRACTED else "made", ())
        made = [kept[name] for name in ids if name in kept]
        yield from (
            f"claim {row['id']}: is kept as one of revision {row['revision']}, and not of {event.revision}"
            for row in made
            if row["revision"] != event.revision
        )
        numbers = [row["number"] for row in made]
        if numbers != sorted(set(numbers)):
            yield f"claim {ids[0]} and others: their numbers are not those in which event {event.seq} made them"
    by_revision: dict[str, list[int]] = {}
    for row in kept.values():
        by_revision.setdefault(row["revision"], []).append(row["number"])
    for revision, numbers in by_revision.items():
        if sorted(numbers) != list(range(1, len(numbers) + 1)):
            yield f"revision {revision}: the numbers of its claims are not those that they were given"
