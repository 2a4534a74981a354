"""Copies of pages that are damaged or gone from `snapshots/`: found out, put on record, and told from then on.

What is lost stays lost: its digest stands in the log, and the page of today takes nothing of its place. The next fetch
of its address says in the log which files are lost; from then on they are told, and are no fault of the workspace.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from factcheck.domain import Problem
from factcheck.errors import FactcheckError
from factcheck.review.kinds import Kind
from factcheck.text.commands import words_of_command
from factcheck.workbench.snapshots import (
    OTHER_FILE,
    is_of_article,
    named_from,
    snapshot_digest,
    snapshot_files,
    snapshot_of,
)

if TYPE_CHECKING:
    from factcheck.domain import Event
    from factcheck.workbench import Workbench


ON_RECORD = "that is on record now, and what came now is kept beside it"
NOT_LOGGED = "the log names no fetch that it is of"


class Lost(NamedTuple):
    """A copy that is lost: its file from the workspace's folder on, the digest that the log has, what it was of."""

    file: str
    digest: str
    asked: str
    url: str
    day: date

    def __str__(self) -> str:
        return f"the copy of {self.url} of {self.day} is lost ({self.file})"


def damaged_snapshots(bench: Workbench) -> Iterator[Problem]:
    """Yield what is wrong with the files: those that are not as they were written, and those that are missing.

    What the log says is lost is told by `lost_told`.
    """
    from factcheck.web.kept import KeptPages
    from factcheck.web.salted import PAGES
    from factcheck.web.snapshots import read_snapshot

    for path in KeptPages(bench.workspace / PAGES).damaged():
        reason = "says which page was fetched, and cannot be read"
        remedy = "delete it, and fetch the page again: `factcheck fetch URL`"
        yield Problem(path=named_from(bench, path), reason=reason, remedy=remedy)
    events = list(bench.store.events(kinds=(Kind.FETCHED,)))
    known, fetches = lost_on_record(events), {snapshot_of(event): event for event in events}
    for name, event in fetches.items():
        if name not in known and (reason := copy_fault(bench, event)):
            yield Problem(path=name, reason=reason, remedy=remedy_of(event))
    for path in snapshot_files(bench):
        if fetches.keys().isdisjoint([named_from(bench, path), named_from(bench, path.parent)]):
            try:
                read_snapshot(path)
            except FactcheckError as error:
                yield Problem(path=named_from(bench, path), reason=f"{error.message}; {NOT_LOGGED}", remedy="delete it")


def lost_copies(bench: Workbench, urls: Collection[str]) -> tuple[Lost, ...]:
    """Return the copies of these addresses, asked for or answering, that are lost, and of which no event says so."""
    events = list(bench.store.events(kinds=(Kind.FETCHED,))) if urls else []
    known = lost_on_record(events)
    found = (event for event in events if not {event.body["asked"], event.body["url"]}.isdisjoint(urls))
    wrong = (event for event in found if snapshot_of(event) not in known and copy_fault(bench, event))
    return tuple({one.file: one for one in map(_lost, wrong)}.values())


def lost_on_record(events: Iterable[Event]) -> Mapping[str, int]:
    """Return the files that fetches say are lost, and the event (seq) that said so."""
    return {file: event.seq for event in events for file, _ in event.body.get("lost", ())}


def lost_told(bench: Workbench, sources: Collection[str] | None = None) -> Iterator[str]:
    """Yield in words which copies are lost, of all pages or those that became these sources (ids), and what says so.

    One that was put back is lost no more.
    """
    events = list(bench.store.events(kinds=(Kind.FETCHED,))) if sources is None or sources else []
    known = lost_on_record(events)
    for event in events:
        mine = sources is None or not frozenset(sources).isdisjoint(event.body["sources"])
        if mine and (seq := known.get(snapshot_of(event))) and copy_fault(bench, event):
            yield f"{_lost(event)}, as event {seq} says"


def copy_fault(bench: Workbench, event: Event) -> str:
    """Return what is wrong with the copy that a fetch was kept in; "" where it is as the log says, or it kept none."""
    from factcheck.web.snapshots import digest_of_file, read_snapshot

    name, digest = snapshot_of(event), snapshot_digest(event)
    path, url = bench.workspace / name, event.body["url"]
    files = [path] if digest else sorted(path.glob("*.warc.gz"))  # an earlier version kept no name of a file
    if not name:
        return ""
    if not files or not all(file.exists() for file in files):
        return f"the snapshot of {url} is missing"
    try:
        for file in files:
            read_snapshot(file)
        return f"{OTHER_FILE} ({url})" if digest and digest_of_file(path) != digest else ""
    except FactcheckError as error:
        return f"{error.message} ({url})"


def way_out(event: Event) -> str:
    """Return the command that fetches the page of a lost copy again, and puts on record that it is lost."""
    url = (event.body["asked"],)
    return words_of_command("check", named=url) if is_of_article(event) else refetching(*url)


def refetching(url: str) -> str:
    """Return the command that fetches a page again."""
    return words_of_command("fetch", "--refetch", named=(url,))


def remedy_of(event: Event) -> str:
    """Say what can be done about a copy that is lost."""
    way = f"`factcheck {way_out(event)}` keeps the page of today and puts on record that this copy is lost"
    return f"restore it from a backup; else {way}"


def _lost(event: Event) -> Lost:
    body = event.body
    return Lost(snapshot_of(event), snapshot_digest(event), body["asked"], body["url"], event.at.date())
