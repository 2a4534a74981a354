"""Times as people type them for an option."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import click


def moment(written: str, option: str, *, past: bool = False) -> datetime | None:
    """Read a day or a moment (UTC if it names no zone); `past`: the first moment that is later."""
    if not written:
        return None
    try:
        found = datetime.fromisoformat(written)
    except ValueError as error:
        raise click.BadParameter(
            f"{written!r} is no time; write 2026-11-24 or 2026-11-24T12:00", param_hint=option
        ) from error
    is_day = ":" not in written and "T" not in written
    step = (timedelta(days=1) if is_day else timedelta(microseconds=1)) if past else timedelta()
    return (found if found.tzinfo else found.replace(tzinfo=UTC)) + step


def end_of(written: str, option: str) -> datetime | None:
    """Read a moment, or a day for its end."""
    return moment(written, option, past=":" not in written and "T" not in written)
