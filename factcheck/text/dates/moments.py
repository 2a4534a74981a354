"""Times as people type them: a day, or a moment. Reads no clock."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, tzinfo

WRITE = "write 2026-11-24 or 2026-11-24T12:00"
"""What a face says of something that is no time."""


def read_moment(written: str, *, past: bool = False, zone: tzinfo | None = UTC) -> datetime:
    """Read a day or a moment, in UTC; `past`: the first moment that is later.

    `zone`: the one that is meant where none is named (None: this machine's).

    Raises:
        ValueError: it is none.
    """
    found = datetime.fromisoformat(written)
    is_day = ":" not in written and "T" not in written
    step = (timedelta(days=1) if is_day else timedelta(microseconds=1)) if past else timedelta()
    try:
        found += step
        if not found.tzinfo:
            found = found.astimezone() if zone is None else found.replace(tzinfo=zone)
        return found.astimezone(UTC)
    except OverflowError as error:  # at the ends of the calendar
        raise ValueError(written) from error


def read_end(written: str, *, zone: tzinfo | None = UTC) -> datetime:
    """Read a moment, or a day for its end, in UTC. `zone`: as `read_moment` takes it.

    Raises:
        ValueError: it is none.
    """
    return read_moment(written, past=":" not in written and "T" not in written, zone=zone)
