"""Times as people type them for an option."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

import click

from factcheck.text.dates.moments import WRITE, read_end, read_moment


def moment(written: str, option: str, *, past: bool = False) -> datetime | None:
    """Read a day or a moment (UTC if it names no zone); `past`: the first moment that is later."""
    return _read(lambda: read_moment(written, past=past), written, option) if written else None


def end_of(written: str, option: str) -> datetime | None:
    """Read a moment, or a day for its end."""
    return _read(lambda: read_end(written), written, option) if written else None


def _read(read: Callable[[], datetime], written: str, option: str) -> datetime:
    try:
        return read()
    except ValueError as error:
        raise click.BadParameter(f"{written!r} is no time; {WRITE}", param_hint=option) from error
