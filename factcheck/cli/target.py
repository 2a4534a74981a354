"""Where a report goes: standard output, or a file that is either written whole or not at all."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO

import click

from factcheck.cli.output import put, say
from factcheck.errors import InputError
from factcheck.files import may_never_end


def write_text(chunks: Iterable[str], output: str | None, *, force: bool) -> None:
    """Write a report, made harmless by whoever made it, as UTF-8."""
    if output is None:
        put(chunks)
        return
    with replaced(output, force=force) as file:
        file.writelines(chunk.encode(errors="backslashreplace") for chunk in chunks)


def write_bytes(make: Callable[[], Iterable[bytes]], output: str | None, *, force: bool) -> None:
    """Write a report that is no text; it is not made where it cannot go.

    Raises:
        UsageError: standard output is a terminal, on which nobody can read it.
    """
    if output is not None:
        with replaced(output, force=force) as file:
            file.writelines(make())
        return
    if sys.stdout.isatty():
        raise click.UsageError("this format is no text: name a file with --output FILE")
    sys.stdout.flush()
    sys.stdout.buffer.writelines(make())
    sys.stdout.buffer.flush()


@contextmanager
def replaced(output: str, *, force: bool) -> Iterator[IO[bytes]]:
    """Give a new file beside `output` that takes its place at the end; on any fault nothing is changed.

    Raises:
        InputError: there is such a file already and nobody asked to replace it, or it is no file.
    """
    path = Path(output)
    check_free(path, force=force)
    handle, name = tempfile.mkstemp(prefix=f".{path.name[:40]}.", suffix=".part", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            yield file
        Path(name).chmod(0o666 & ~_umask())
        Path(name).replace(path)
    except BaseException as error:
        with suppress(OSError):
            Path(name).unlink()
        if isinstance(error, OSError) and error.filename in {None, name}:
            error.filename = output
        raise
    say(f"written: {output}")


def check_free(path: Path, *, force: bool) -> None:
    """Refuse a path at which something stands.

    Raises:
        InputError: it does, or its folder is not there.
    """
    if path.is_dir() or may_never_end(path):
        raise InputError("is no file", hint="name a file that is to be written", subject=str(path))
    if path.exists() and not force:
        raise InputError("is there already, and was kept", hint="--force replaces it", subject=str(path))
    if not path.parent.is_dir():
        raise InputError("its folder is not there", hint=f"make it: mkdir -p {path.parent}", subject=str(path))


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
