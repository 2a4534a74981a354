"""The log against the rows it speaks of. Changes nothing.

The log holds digests of what machine runs put out and of what people had made, not the rows themselves: a row that was
altered, removed, inserted or put in another's place no longer fits the event that made it.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from factcheck.domain import Event
from factcheck.domain.words import OWN_WORDS
from factcheck.errors import InputError
from factcheck.files import NEVER_ENDS, may_never_end
from factcheck.reports.log_lines import run_by
from factcheck.review.kinds import Kind
from factcheck.store.log import digest_of
from factcheck.workbench.folding import PRIVATE, bound_now, claims_engine, digests_of
from factcheck.workbench.named_evidence import MADE_BY, named_by
from factcheck.workbench.placing import wrong_places, wrong_revisions

if TYPE_CHECKING:
    from pathlib import Path

    from factcheck.store.reading import Reader

Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """Which events of the log are asked for; what is empty does not matter. `until` is the first moment too late."""

    users: Sequence[str] = ()
    kinds: Sequence[str] = ()
    subject: str = ""
    since: datetime | None = None
    until: datetime | None = None

    def fits(self, event: Event) -> bool:
        """Tell whether an event is one of those. Users are compared without regard to upper and lower case.

        Of what a machine run did, so is the person who started it.
        """
        people = {event.user.casefold(), run_by(event).casefold()}
        return (
            (not self.users or not people.isdisjoint(user.casefold() for user in self.users))
            and (not self.kinds or event.kind in self.kinds)
            and event.subject.startswith(self.subject)
            and (self.since is None or event.at >= self.since)
            and (self.until is None or event.at < self.until)
        )


def exported_lines(path: Path) -> Iterator[bytes]:
    """Yield the lines of an exported log.

    Raises:
        InputError: the file cannot be read, or is none.
    """
    if may_never_end(path):
        raise InputError(NEVER_ENDS, hint="name a file that `factcheck audit log` wrote", subject=str(path))
    try:
        with path.open("rb") as file:
            yield from file
    except OSError as error:
        raise InputError(
            f"cannot be read: {error.strerror}",
            hint="name a file that `factcheck audit log --format jsonl` wrote",
            subject=str(path),
        ) from error


def first_wrong_row(reader: Reader) -> str:
    """Return "" or what is wrong with the first row that is not what the log says of it."""
    events = list(reader.events(kinds=(Kind.REVISION, Kind.EXTRACTED, Kind.CITATIONS, Kind.EDITED, Kind.REVISED)))
    private = reader.events(kinds=(*PRIVATE, *OWN_WORDS, Kind.ERASED), as_logged=True)
    looks = (
        wrong_revisions(reader, events),
        wrong_claims(reader.payloads("claim"), events),
        wrong_places(reader.payloads("claim"), events),
        _wrong_citations(reader.payloads("citation"), events),
        _wrong_bindings(reader, events),
        _wrong_evidence(reader.payloads("evidence"), reader.events(kinds=MADE_BY)),
        _wrong_private(reader.private_rows(), private),
    )
    return next((wrong for look in looks for wrong in look), "")


def wrong_claims(rows: Iterable[Row], events: Iterable[Event]) -> Iterator[str]:
    """Yield which claims are not what the events say that made them, and those that no event made."""
    kept, named = {row["id"]: row for row in rows}, set[str]()
    for event in events:
        ids = event.body.get("claims" if event.kind == Kind.EXTRACTED else "made", ())
        if event.kind in {Kind.EXTRACTED, Kind.EDITED, Kind.REVISED}:
            named.update(ids)
            yield from _unlike(event, ids, kept)
    yield from (f"claim {name}: no event made it: its row was inserted" for name in kept if name not in named)


def _wrong_citations(rows: Iterable[Row], events: Iterable[Event]) -> Iterator[str]:
    last = {event.subject: event for event in events if event.kind == Kind.CITATIONS}
    kept: dict[str, list[str]] = {}
    for row in sorted(rows, key=lambda row: (row["revision"], row["number"])):
        kept.setdefault(row["revision"], []).append(row["payload"])
    numbers: dict[str, int] = {}
    for row in sorted(rows, key=lambda row: (row["revision"], row["number"])):
        numbers[row["revision"]] = numbers.get(row["revision"], 0) + 1
        if (row["number"], row["id"]) != (numbers[row["revision"]], f"{row['revision']}-{row['number']}"):
            yield f"revision {row['revision']}: its citations are not numbered as they were"
    for revision in kept | last:
        digest = hashlib.sha256(f"[{','.join(kept.get(revision, ()))}]".encode()).hexdigest()
        if revision not in last or last[revision].body["digest"] != digest:
            yield f"revision {revision}: its citations differ from what was read"


def _wrong_bindings(reader: Reader, events: Iterable[Event]) -> Iterator[str]:
    """Bind citations to the claims in the list again, where this program's engine did; the log has no digest of it."""
    extracted = {event.subject: event.body["engine"] for event in events if event.kind == Kind.EXTRACTED}
    for revision, engine in extracted.items():
        kept = reader.citations(revision)
        if kept and engine == claims_engine():
            again = bound_now(reader, revision, [bound.citation for bound in kept])
            if [set(bound.claims) for bound in kept] != [set(bound.claims) for bound in again]:
                yield f"revision {revision}: its citations are bound to other claims than those that they follow"


def _wrong_evidence(rows: Iterable[Row], events: Iterable[Event]) -> Iterator[str]:
    kept, named = {row["id"]: row for row in rows}, set[str]()
    for one in named_by(events):
        event = one.event
        gone = [name for name in one.ids if name not in kept or kept[name]["claim"] != event.subject]
        yield from (f"evidence {name}: the row that event {event.seq} names is missing" for name in gone)
        if one.ids and one.digest and not gone and rows_digest(one.ids, [kept[i] for i in one.ids]) != one.digest:
            yield f"evidence {one.told}: altered since event {event.seq}"
        named.update(one.ids)
    for name, row in kept.items():
        made = json.loads(row["payload"])
        if (row["origin"], row["stance"]) != (made["candidate"]["origin"], made["judgement"]["stance"]):
            yield f"evidence {name}: its columns differ from the whole of it"
    yield from (f"evidence {name}: no event brought it: its row was inserted" for name in kept if name not in named)


def rows_digest(ids: Iterable[str], rows: Iterable[Row]) -> str:
    """Digest rows by their ids as they are stored: what `output_digest` is of what they were made from."""
    kept, digest = {row["id"]: row["payload"] for row in rows}, hashlib.sha256()
    for name in ids:
        digest.update(f"{kept[name]}\n".encode())
    return digest.hexdigest()


def _unlike(event: Event, ids: Sequence[str], kept: Mapping[str, Row]) -> Iterator[str]:
    """Hold the claims an event names against the digest it has of them."""
    missing = [name for name in ids if name not in kept]
    yield from (f"claim {name}: the row that event {event.seq} names is missing" for name in missing)
    right = event.body.get("output")
    if ids and right and not missing and rows_digest(ids, [kept[name] for name in ids]) != right:
        yield f"claim {', '.join(ids[:3])}{', ...' if len(ids) > 3 else ''}: altered since event {event.seq}"  # noqa: PLR2004


def _wrong_private(rows: Iterable[Row], events: Iterable[Event]) -> Iterator[str]:
    """Hold the words that stand outside the log against it: each is there, or an event says that it was erased."""
    kept, named, erased = {row["digest"]: row for row in rows}, dict[str, Event](), set[str]()
    for event in events:
        if event.kind == Kind.ERASED:
            erased.update(event.body["texts"])
        else:
            named.update(dict.fromkeys(digests_of(event), event))
    for digest, row in kept.items():
        if digest_of({"salt": row["salt"], "text": row["text"]}) != digest:
            yield f"words {digest[:12]}: they differ from what was written"
        elif digest not in named or digest in erased:
            how = "were erased, and are there again" if digest in erased else "are of no event: they were inserted"
            yield f"words {digest[:12]}: they {how}"
    for digest in [one for one in named if one not in kept and one not in erased]:
        yield f"words {digest[:12]}: the words of event {named[digest].seq} are missing, and nobody erased them"
