"""Times as people type them: a day, or a moment. Reads no clock."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

WRITE = "write 2026-11-24 or 2026-11-24T12:00"
"""What a face says of something that is no time."""


def read_moment(written: str, *, past: bool = False) -> datetime:
    """Read a day or a moment (UTC if it names no zone); `past`: the first moment that is later.

    Raises:
        ValueError: it is none.
    """
    found = datetime.fromisoformat(written)
    is_day = ":" not in written and "T" not in written
    step = (timedelta(days=1) if is_day else timedelta(microseconds=1)) if past else timedelta()
    return (found if found.tzinfo else found.replace(tzinfo=UTC)) + step


def read_end(written: str) -> datetime:
    """Read a moment, or a day for its end.

    Raises:
        ValueError: it is none.
    """
    return read_moment(written, past=":" not in written and "T" not in written)
