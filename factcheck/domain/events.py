"""The append-only log's entries, who appends them, and the clock that dates them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

Clock = Callable[[], datetime]
"""Tells the time (aware UTC). Passed in, so that pure rooms and tests have none of their own."""


WITH = "with"
"""The part of an event's body that names the first event (its seq) of what was decided in one go."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One entry of the append-only log. `digest` is SHA-256 over the canonical JSON (RFC 8785) of all other fields.

    `subject` is the claim or revision it is about; `prev` the digest of the entry before (64 zeros at the start).
    """

    seq: int
    at: datetime
    user: str
    kind: str
    subject: str
    revision: str
    body: Mapping[str, Any]
    schema: int
    prev: str
    digest: str


MACHINE = "factcheck"
"""The user of events that a machine run appends; no person can have this name."""
