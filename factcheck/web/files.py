"""Files that are written whole or not at all; what a kill leaves unfinished is removed by the next run."""

from __future__ import annotations

import os
import tempfile
import time
from contextlib import suppress
from pathlib import Path

UNFINISHED = "unfinished"
"""The folder within another one in which its files are written first."""
_PART = ".part"
DEAD_SECONDS = 3600.0
"""Age of an unfinished file that nobody can be writing any more: the largest take seconds."""


def write_whole(path: Path, contents: bytes, *, first_in: Path | None = None) -> None:
    """Write a file, making its folder; a kill or a full disk leaves what was there before.

    `first_in`: the folder, on the same disk, that an unfinished one stands in; else that of the file.

    Raises:
        OSError: the disk does not take it.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    folder = first_in or path.parent
    folder.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=folder, prefix=_prefix(path), suffix=_PART)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(contents)
            stream.flush()
            os.fsync(stream.fileno())
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def remove_unfinished(folder: Path, *, of: Path | None = None, seconds: float = DEAD_SECONDS) -> None:
    """Remove what was left unfinished in a folder so long ago; `of`: when that file was written, and of no other."""
    begins, before = _prefix(of) if of else "", time.time() - seconds
    with suppress(OSError):  # it is not there, or may not be written: then it stays
        for part in [one for one in folder.iterdir() if one.name.endswith(_PART) and one.name.startswith(begins)]:
            if part.stat().st_mtime <= before:
                part.unlink(missing_ok=True)


def _prefix(path: Path) -> str:
    return f".{path.name[:40]}."
