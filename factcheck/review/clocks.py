"""Where the times in a log cannot be right: a clock went back, or a signature is dated before what it signs.

The order of events is in their numbers; which of two times is wrong, nobody can tell from the log.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta

from factcheck.domain import Event
from factcheck.review.kinds import SIGNATURES, Kind
from factcheck.store.log import timestamp

CLOCK_SLACK = timedelta(minutes=1)
"""Machines of one desk differ by seconds, and a clock that is put right goes back by as much."""
EXAMPLES = 3
"""Events that are named; the others are counted."""


class Clocks:
    """Goes through a log, in order; `faults`: what is odd about the time of an event, a line each."""

    def __init__(self) -> None:
        self.faults: list[str] = []
        self._last: tuple[int, datetime] | None = None
        self._latest: dict[str, tuple[int, datetime]] = {}

    def look(self, seq: int, at: datetime, kind: str, subject: str) -> None:
        """Look at the next event."""
        about = self._latest.get(subject)
        if about and kind in SIGNATURES and is_before(at, about[1]):
            told = f"a {SIGNATURES[Kind(kind)]}, is dated {timestamp(at)}, before what it is about (event {about[0]}, "
            self.faults.append(f"event {seq}, {told}{timestamp(about[1])})")
        elif self._last and is_before(at, self._last[1]):
            self.faults.append(f"event {seq} is dated {timestamp(at)}, the one before it {timestamp(self._last[1])}")
        self._last = seq, at
        if about is None or at > about[1]:
            self._latest[subject] = seq, at


def is_before(at: datetime, other: datetime) -> bool:
    """Tell whether a time is before another by more than machines of one desk differ."""
    return other - at > CLOCK_SLACK


def clock_faults(events: Iterable[Event]) -> Sequence[str]:
    """Return what is odd about the times of events."""
    clocks = Clocks()
    for event in events:
        clocks.look(event.seq, event.at, event.kind, event.subject)
    return clocks.faults


def in_words(faults: Sequence[str]) -> str:
    """Say what is odd about times, in one line; "" if nothing is."""
    more = f"; and {len(faults) - EXAMPLES} more" if len(faults) > EXAMPLES else ""
    return "; ".join(faults[:EXAMPLES]) + more
