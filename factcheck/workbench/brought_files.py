"""Files that people brought as evidence: whether each is still what it was, as far as its place is known.

A file is known by its digest and its whole path. Where its folder is not there (another machine, a disk that is not
attached), nothing is known. One that is larger than is read for a list is only looked for.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from functools import lru_cache
from pathlib import Path

from factcheck.domain import BY_HAND, Source, SourceNow, SourceState

LARGEST_READ = 64 * 1024 * 1024
"""Bytes of a file that is read whenever a list is shown: 0.1 s; recordings are larger."""


def files_now(sources: Iterable[Source]) -> Mapping[str, SourceNow]:
    """Return which sources (ids) are files that a person brought, and that were altered or are gone since."""
    brought = (one for one in sources if one.id.startswith(BY_HAND) and Path(one.path).is_absolute())
    return {one.id: now for one in brought if (now := _now(one))}


def _now(source: Source) -> SourceNow | None:
    path = Path(source.path)
    try:
        if not path.parent.is_dir():
            return None
        if not path.is_file():
            return SourceNow(state=SourceState.GONE)
        told = path.stat()
        if told.st_size > LARGEST_READ:
            return None
        digest = _digest(path, told.st_size, told.st_mtime_ns, told.st_ctime_ns)
    except OSError:  # not for whoever looks now
        return None
    return None if digest == source.digest else SourceNow(state=SourceState.CHANGED, instead=digest)


@lru_cache(256)
def _digest(path: Path, _size: int, _modified: int, _changed: int) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
