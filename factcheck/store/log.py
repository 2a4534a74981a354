"""The event log: the envelope's bytes and its chain.

An event's digest is SHA-256 over the canonical JSON (RFC 8785) of all its other fields; `prev` is the digest of the
event before. The chain shows edits, removals and insertions; it cannot show that its end was cut off, unless a head
was kept.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime, timedelta
from typing import Any

import rfc8785

from factcheck.domain import Event
from factcheck.errors import InputError

SCHEMA = 1
GENESIS = "0" * 64
CLOCK_SLACK = timedelta(minutes=1)
"""Machines of one desk differ by seconds, and a clock that is put right goes back by as much."""


def next_event(
    last: Event | None, *, at: datetime, user: str, kind: str, subject: str, revision: str, body: Mapping[str, Any]
) -> Event:
    """Make the event that follows `last`. `seq` gives the order; `at` is what the clock said, right or wrong."""
    fields: dict[str, Any] = {
        "seq": last.seq + 1 if last else 1,
        "at": at.astimezone(UTC),
        "user": user,
        "kind": kind,
        "subject": subject,
        "revision": revision,
        "body": dict(body),
        "schema": SCHEMA,
        "prev": last.digest if last else GENESIS,
    }
    return Event(**fields, digest=_digest(fields))


def canonical(value: Any) -> bytes:  # noqa: ANN401 - any JSON value
    """Return the canonical JSON bytes of a value."""
    try:
        return rfc8785.dumps(value)
    except (rfc8785.CanonicalizationError, UnicodeEncodeError) as error:
        raise InputError(
            "holds characters that UTF-8 cannot hold", hint="check what was typed or pasted, and the locale"
        ) from error


def digest_of(value: Any) -> str:  # noqa: ANN401 - any JSON value
    """Return SHA-256 (hex) over the canonical JSON of a value."""
    return hashlib.sha256(canonical(value)).hexdigest()


def timestamp(moment: datetime) -> str:
    """Write a time as it stands in the log: UTC, microseconds."""
    return moment.astimezone(UTC).isoformat(timespec="microseconds")


def first_fault(events: Iterable[Event]) -> str:
    """Verify the chain; return "" or what is wrong with the first event that does not fit."""
    last: Event | None = None
    for event in events:
        fields = {name: getattr(event, name) for name in Event.__dataclass_fields__ if name != "digest"}
        if event.seq != (last.seq + 1 if last else 1):
            return f"event {event.seq}: an event before it is missing or was inserted"
        if event.prev != (last.digest if last else GENESIS):
            return f"event {event.seq}: does not follow the event before it"
        if _digest(fields) != event.digest:
            return f"event {event.seq}: was altered"
        last = event
    return ""


def clock_fault(events: Iterable[Event]) -> str:
    """Return "" or where the clock went back: one of the two times is wrong."""
    last: Event | None = None
    for event in events:
        if last and last.at - event.at > CLOCK_SLACK:
            return f"event {event.seq} is dated {timestamp(event.at)}, the one before it {timestamp(last.at)}"
        last = event
    return ""


def _digest(fields: Mapping[str, Any]) -> str:
    return digest_of({**fields, "at": timestamp(fields["at"]), "body": dict(fields["body"])})
