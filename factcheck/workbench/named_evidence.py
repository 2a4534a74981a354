"""What the log says of the rows of evidence: which event names which, and the digests that they are held against.

A workspace and a dossier are held against the log by the same rule.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from factcheck.domain import Event
from factcheck.review.kinds import Kind

MADE_BY = (Kind.MATCHED, Kind.CALCULATED, Kind.BROUGHT, Kind.CARRIED, Kind.ERASED)
"""The kinds of events that name evidence: by what they made, took over or erased."""

_SINGLE = (Kind.CALCULATED, Kind.BROUGHT)


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """The evidence (ids) that an event names. `digest`: of all their rows, "" where they are not held against one.

    `portable`: of each, its digest as a dossier has it.
    """

    event: Event
    ids: Sequence[str]
    digest: str
    portable: Mapping[str, str]

    @property
    def told(self) -> str:
        """The first of them, to be named in a message."""
        return f"{', '.join(self.ids[:3])}{', ...' if len(self.ids) > 3 else ''}"  # noqa: PLR2004


def named_by(events: Iterable[Event]) -> Iterator[Named]:
    """Yield what each event names, in the order of the log.

    A row that was there already stayed as it was: what a later run made of that passage is not what is kept, unless the
    run says of the rows that they are. Once words of a row are erased, the event that says so has its digest.
    """
    made = list(events)
    erased = {one: event.seq for event in made if event.kind == Kind.ERASED for one in event.body["evidence"]}
    known: set[str] = set()
    for event in made:
        ids, digest, portable = _told(event)
        if event.kind != Kind.ERASED and not event.body.get("rows") and known.intersection(ids):
            digest, portable = "", {}
        if any(erased.get(one, 0) > event.seq for one in ids):
            digest = ""
            portable = {one: right for one, right in portable.items() if erased.get(one, 0) <= event.seq}
        known.update(ids)
        yield Named(event=event, ids=ids, digest=digest, portable=portable)


def _told(event: Event) -> tuple[Sequence[str], str, Mapping[str, str]]:
    body: Mapping[str, Any] = event.body
    if event.kind == Kind.ERASED:
        return body["of"], body["rows"], dict(zip(body["evidence"], body["portable"], strict=False))
    ids = [body["evidence"]] if event.kind in _SINGLE else body["evidence"]
    digest = body.get("rows") or body.get("output") or ""
    return ids, digest, dict(zip(ids, body.get("portable", ()), strict=False))
