"""The event log: the envelope's bytes and its chain.

An event's digest is SHA-256 over the canonical JSON (RFC 8785) of all its other fields; `prev` is the digest of the
event before. The chain shows edits, removals and insertions; it cannot show that its end was cut off or that all of it
was written anew, unless a head was kept.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, NamedTuple

from factcheck.domain import Event
from factcheck.domain.words import SALTED_WORDS, Words
from factcheck.errors import StorageError
from factcheck.store.canonical import canonical, parsed, sorted_json

if TYPE_CHECKING:
    from factcheck.keyfiles import SigningKey

SCHEMA = 1
GENESIS = "0" * 64

_AFTER_DIGEST = ("kind", "prev", "revision", "schema", "seq", "subject", "user")
"""The fields of an event that stand behind its digest in canonical JSON."""

_EVENT = b"factcheck event 1\n"
"""Before a digest that a key signs: nothing else that is signed can pass for an event."""

_FARTHEST = 16
"""How far from its place an event is recognised whose number was changed: far enough for a word on what was done."""


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
    return Event(**fields, digest=digest_of({**fields, "at": timestamp(fields["at"]), "body": logged(body)}))


def logged(body: Mapping[str, Any]) -> dict[str, Any]:
    """Return the body of an event as it stands in the log, where a digest stands for a person's own words."""
    return {name: {SALTED_WORDS: one.digest} if isinstance(one, Words) else one for name, one in body.items()}


def signed(event: Event, last: Event | None, key: SigningKey) -> Event:
    """Return an event as its user's key signs it, after `last`: the signature covers all of it, and the head before."""
    fields = {name: getattr(event, name) for name in ("at", "user", "kind", "subject", "revision")}
    unsigned = next_event(last, body={**event.body, "key": key.public}, **fields)
    body = {**unsigned.body, "signature": key.sign(_EVENT + unsigned.digest.encode())}
    return next_event(last, body=body, **fields)


def signed_bytes(fields: Mapping[str, Any]) -> bytes:
    """Return what the signature in an event is made of, from the event's fields as they were read from JSON."""
    unsigned = {name: value for name, value in fields.items() if name != "digest"}
    body = {name: value for name, value in fields["body"].items() if name != "signature"}
    return _EVENT + digest_of({**unsigned, "body": body}).encode()


def digest_of(value: Any) -> str:  # noqa: ANN401 - any JSON value
    """Return SHA-256 (hex) over the canonical JSON of a value."""
    return hashlib.sha256(canonical(value)).hexdigest()


def timestamp(moment: datetime) -> str:
    """Write a time as it stands in the log: UTC, microseconds."""
    return moment.astimezone(UTC).isoformat(timespec="microseconds")


class _Line(NamedTuple):
    """An event as it was read, and the bytes that its digest should be of."""

    fields: Mapping[str, Any]
    unsigned: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Verified:
    """What came of verifying a log: how many events it has, its last digest, the first `fault` in words or "".

    `held`: the number of the event whose digest is the head that was asked about; 0: none is.
    """

    events: int
    head: str
    fault: str = ""
    held: int = 0


def _nothing(_: Mapping[str, Any]) -> str:
    return ""


def line_of(event: Event) -> bytes:
    """Return an event as a line of an exported log: canonical JSON of all its fields, and a line end."""
    fields = {name: getattr(event, name) for name in Event.__dataclass_fields__}
    return canonical({**fields, "at": timestamp(event.at), "body": logged(event.body)}) + b"\n"


def line_of_row(row: Mapping[str, Any]) -> bytes:
    """Return a row of the log as such a line, its body as it is stored, so that another spelling of it is seen.

    Raises:
        StorageError: a value is of a type that is never stored.
    """
    try:
        envelope = sorted_json({**row, "body": None})
        return envelope.replace(b'"body":null', b'"body":' + row["body"].encode(), 1) + b"\n"
    except (ValueError, TypeError, AttributeError) as error:
        raise StorageError(
            f"a stored event ({row['seq']}) is damaged", hint="put a backup back: `factcheck restore FILE --force`"
        ) from error


def verified(lines: Iterable[bytes], head: str = "", look: Callable[[Mapping[str, Any]], str] = _nothing) -> Verified:
    """Verify a log by its lines, each with its line end. `head`: a digest that must be that of one of the events.

    `look`: told the fields of each event that stands in its place; returns "" or what else is wrong with it.
    """
    last: Mapping[str, Any] = {"seq": 0, "digest": GENESIS}
    held, waiting = 0, iter(lines)
    for line in waiting:
        read = _read(line)
        fault = _misplaced(read, last, waiting) if read else f"event {last['seq'] + 1}: was altered"
        fault = fault or (look(read.fields) if read else "")
        if read is None or fault:
            return Verified(events=last["seq"], head=last["digest"], fault=fault, held=held)
        last = read.fields
        held = last["seq"] if head and last["digest"] == head else held
    return Verified(events=last["seq"], head=last["digest"] if last["seq"] else "", held=held)


def _read(line: bytes) -> _Line | None:
    """Read a line; None if it is not exactly what would be written of an event."""
    fields = parsed(line)
    if not isinstance(fields, dict) or fields.keys() != Event.__dataclass_fields__.keys():
        return None
    if type(fields["seq"]) is not int:
        return None
    # In canonical JSON the digest stands right before these: what it is of is the line without it.
    after = b"," + sorted_json({name: fields[name] for name in _AFTER_DIGEST})[1:]
    before, digest, rest = line[:-1].rpartition(b',"digest":' + sorted_json(fields["digest"]) + after)
    return _Line(fields, before + after) if digest and not rest else None


def _misplaced(line: _Line, last: Mapping[str, Any], rest: Iterable[bytes]) -> str:
    """Say why an event does not follow `last`, or "". `rest`: the lines after it, looked at only where it does not."""
    event, due = line.fields, last["seq"] + 1
    seq = event["seq"]
    if seq < due:
        return f"event {seq}: stands a second time, after event {last['seq']}: it was inserted or replayed"
    if seq > due:
        moved = any(read and read.fields["seq"] == due for read in map(_read, rest))
        return (
            f"event {seq}: stands before event {due}: reordered"
            if moved
            else (f"event {due}: is missing, event {seq} follows event {last['seq']}: it was removed")
        )
    if hashlib.sha256(line.unsigned).hexdigest() != event["digest"]:
        return f"event {seq}: {_renumbered(event)}"
    if event["prev"] != last["digest"]:
        return f"event {seq}: does not follow the event before it: one of the two was replaced"
    return ""


def _renumbered(event: Mapping[str, Any]) -> str:
    """Say of an event that its digest does not fit whether it does under another number nearby, or not at all."""
    seq = event["seq"]
    for number in (seq + sign * step for step in range(1, _FARTHEST) for sign in (1, -1)):
        if number > 0 and _digest_at(event, number) == event["digest"]:
            how = "removed" if number > seq else "inserted"
            return f"was event {number} when it was written: one before it was {how}, or they were reordered"
    return "was altered"


def _digest_at(event: Mapping[str, Any], number: int) -> str:
    unsigned = {name: value for name, value in event.items() if name != "digest"}
    return digest_of({**unsigned, "seq": number})
