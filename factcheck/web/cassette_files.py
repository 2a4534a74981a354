"""The files of cassettes: vcrpy's YAML (version 1), read, and added to while others add to them, too.

Only plain YAML is read: no tag makes an object. What is recorded goes to the end of the file that is there then, under
a lock of the operating system, and the file is replaced as a whole: two recorders lose nothing, nor does a kill.
"""

from __future__ import annotations

import fcntl
import hashlib
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import quote

import msgspec

from factcheck.errors import InputError, StorageError
from factcheck.web.files import remove_unfinished, write_whole

LARGEST = 256 * 1024 * 1024
"""Bytes of a cassette that is read: some 5,000 pages; YAML takes ten times its size in memory."""
_DEEPEST = 20
"""Lists and mappings within one another; a cassette has six."""
_VERSION = 1
_HEAD, _END = b"interactions:\n", f"version: {_VERSION}\n".encode()


class Request(msgspec.Struct, frozen=True):
    """What was asked."""

    method: str
    uri: str
    headers: dict[str, list[str]]
    body: Any = None


class Status(msgspec.Struct, frozen=True):
    """A status, as it was answered."""

    code: int
    message: str | None = None


class Body(msgspec.Struct, frozen=True):
    """A body as received; `string`: str for what is UTF-8, else bytes."""

    string: Any


class Response(msgspec.Struct, frozen=True):
    """What was answered."""

    status: Status
    headers: dict[str, list[str]]
    body: Body


class Interaction(msgspec.Struct, frozen=True):
    """A request with its answer."""

    request: Request
    response: Response

    @property
    def key(self) -> tuple[str, str]:
        """What a request is told by."""
        return self.request.method, self.request.uri


class _Cassette(msgspec.Struct, frozen=True):
    interactions: list[Interaction]
    version: int


def load(path: Path) -> list[Interaction]:
    """Read a cassette.

    Raises:
        InputError: there is none, or it is none.
    """
    try:
        if path.stat().st_size > LARGEST:
            raise InputError(
                f"the cassette is larger than {LARGEST} bytes", subject=str(path), hint="record less into it"
            )
        return _parsed(path.read_bytes(), path)
    except OSError as error:
        raise InputError("this is no cassette", subject=str(path), hint=str(error)) from error


def recording_name(path: Path) -> str:
    """Return what a recording is called where something was played from it: the file's name, and its digest as it is.

    Raises:
        InputError: it cannot be read.
    """
    try:
        with path.open("rb") as file:
            digest = hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        raise InputError("this is no cassette", subject=str(path), hint=str(error)) from error
    return f"{quote(path.name, safe=' ', errors='replace')}, sha256 {digest}"


def check_writable(path: Path) -> None:
    """Refuse a cassette that nothing may be recorded into, before anything is asked.

    Raises:
        StorageError: it is read-only, or no file.
    """
    if path.exists() and not (path.is_file() and os.access(path, os.W_OK) and path.stat().st_mode & _ANYBODY_WRITES):
        raise StorageError(
            "the cassette is read-only, or no file", subject=str(path), hint="name another with --cassette"
        )


_ANYBODY_WRITES = 0o222


def block_of(interaction: Interaction) -> bytes:
    """Return an exchange as it stands in a file."""
    import yaml

    written: str = yaml.dump(
        [msgspec.to_builtins(interaction, builtin_types=(bytes,))], Dumper=_dumper(), sort_keys=False
    )
    return written.encode()


def add(path: Path, blocks: list[bytes]) -> None:
    """Add exchanges to a cassette; a new one is made where there is none.

    Raises:
        StorageError: the disk does not take it, or what is there by now is no cassette.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with _locked(path.parent):
            remove_unfinished(path.parent, of=path, seconds=0)  # nobody else writes it now
            write_whole(path, b"".join([_HEAD, _blocks_there(path), *blocks, _END]))
    except (OSError, InputError) as error:
        raise StorageError("the cassette cannot be written", subject=str(path), hint=str(error)) from error


def _blocks_there(path: Path) -> bytes:
    """Return the exchanges of a file as they stand in it, where we or vcrpy wrote it; else written anew."""
    there = path.read_bytes() if path.exists() else b""
    if there.startswith(_HEAD + b"- ") and there.endswith(b"\n" + _END):
        return there[len(_HEAD) : -len(_END)]
    return b"".join(map(block_of, _parsed(there, path))) if there else b""


@contextmanager
def _locked(folder: Path) -> Iterator[None]:
    """Wait until nobody else writes a cassette of a folder. The folder is locked: the file itself is replaced."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)


def _parsed(contents: bytes, path: Path) -> list[Interaction]:
    import yaml

    try:
        _check_depth(contents)
        cassette = msgspec.convert(yaml.load(contents, Loader=_loader()), _Cassette)  # noqa: S506 - the safe loader
    except (yaml.YAMLError, msgspec.ValidationError, ValueError, RecursionError) as error:
        raise InputError("this is no cassette", subject=str(path), hint=" ".join(str(error).split())[:200]) from error
    for interaction in cassette.interactions:
        if not isinstance(interaction.response.body.string, str | bytes | None):
            raise InputError("a body of the cassette is neither text nor bytes", subject=str(path))
    return cassette.interactions


def _check_depth(contents: bytes) -> None:
    """Refuse what is nested deeper than any cassette: libyaml's loader would end the whole program."""
    import yaml

    depth = 0
    for event in yaml.parse(contents, Loader=_loader()):
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > _DEEPEST:
            raise ValueError("it is nested too deep")


def _loader() -> Any:  # noqa: ANN401 - a class of yaml, which has no types
    """Return the loader that makes plain values only; libyaml's, where it is there, is ten times as fast."""
    import yaml

    return getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def _dumper() -> Any:  # noqa: ANN401
    import yaml

    return getattr(yaml, "CSafeDumper", yaml.SafeDumper)
