"""Where a report goes: standard output, or a file that is either written whole or not at all."""

from __future__ import annotations

import hashlib
import os
import platform
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

_PART = ".part"
FORCE = "--force replaces it"
"""What a command that has this option says where its file is there already."""


def _machine() -> str:
    """Name this machine so that nobody reads its name: a process is told by its number only on its own."""
    return hashlib.sha256(platform.node().encode()).hexdigest()[:8]


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
def replaced(output: str, *, force: bool, hint: str = FORCE, private: bool = False) -> Iterator[IO[bytes]]:
    """Give a new file beside `output` that takes its place at the end; on any fault nothing is changed.

    `hint`: what can be done where something stands there already; `private`: nobody else on the machine may read it.

    Raises:
        InputError: there is such a file already and nobody asked to replace it, or it is no file.
    """
    path = Path(output)
    check_free(path, force=force, hint=hint)
    stem = f".{path.name[:40]}.{_machine()}-"
    _remove_left(path.parent, stem)
    handle, name = tempfile.mkstemp(prefix=f"{stem}{os.getpid()}-", suffix=_PART, dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            yield file
        if not private:
            Path(name).chmod(0o666 & ~_umask())
        Path(name).replace(path)
    except BaseException as error:
        with suppress(OSError):
            Path(name).unlink()
        if isinstance(error, OSError) and error.filename in {None, name}:
            error.filename = output
        raise
    say(f"written: {output}")


def _remove_left(folder: Path, stem: str) -> None:
    """Remove what a process of this machine that is gone left of a file that it was killed over."""
    if os.name != "posix":  # elsewhere nobody can ask whether a process is there without ending it
        return
    with suppress(OSError):  # a folder that cannot be listed can perhaps be written to
        for left in folder.iterdir():
            name = left.name
            process = name.removeprefix(stem).partition("-")[0]
            if name.startswith(stem) and name.endswith(_PART) and process.isascii() and process.isdecimal():
                _remove_if_gone(left, int(process))


def _remove_if_gone(left: Path, process: int) -> None:
    try:
        os.kill(process, 0)
    except (ProcessLookupError, OverflowError):
        left.unlink(missing_ok=True)
    except PermissionError:  # somebody else's, and alive
        return


def check_free(path: Path, *, force: bool, hint: str = FORCE) -> None:
    """Refuse a path at which something stands.

    Raises:
        InputError: it does, or its folder is not there.
    """
    if path.is_dir() or may_never_end(path):
        raise InputError("is no file", hint="name a file that is to be written", subject=str(path))
    if path.exists() and not force:
        raise InputError("is there already, and was kept", hint=hint, subject=str(path))
    if not path.parent.is_dir():
        raise InputError("its folder is not there", hint=f"make it: mkdir -p {path.parent}", subject=str(path))


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
