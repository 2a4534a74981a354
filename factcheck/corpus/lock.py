"""Who may write the corpus: one process at a time, and it says who it is.

The lock is of the operating system (flock), so a process that is killed holds nothing.
"""

from __future__ import annotations

import fcntl
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from io import FileIO
from pathlib import Path

from factcheck.errors import BusyError, StorageError

WAIT_SECONDS = 5.0
"""How long a second writer waits. Source: as long as the databases do (`BUSY_SECONDS`)."""
RETRY_SECONDS = 0.05
LOCK = "writer.lock"
LONGEST_NOTE = 400


@contextmanager
def writing(folder: Path, doing: str, *, patience: float | None = None) -> Iterator[None]:
    """Hold the corpus in `folder` for writing; `doing` tells others what for. `patience`: seconds to wait for another.

    Raises:
        BusyError: another process holds it, and did not let go in time; says which.
        StorageError: the lock cannot be made.
    """
    try:
        file = FileIO(folder / LOCK, "a+")
    except OSError as error:
        hint = "make the folder of the corpus writable for you, or make room on its disk"
        raise StorageError(f"the corpus cannot be written: {error.strerror}", hint=hint, subject=str(folder)) from error
    with file:
        _wait(file, folder, WAIT_SECONDS if patience is None else patience)
        note = f"process {os.getpid()} ({doing}, since {datetime.now().astimezone():%Y-%m-%d %H:%M:%S})"
        with suppress(OSError):  # on a full disk the holder stays unnamed; the lock holds all the same
            file.truncate(0)
            file.write(note.encode()[:LONGEST_NOTE])
        try:
            yield
        finally:
            with suppress(OSError):
                file.truncate(0)


def _wait(file: FileIO, folder: Path, patience: float) -> None:
    until = time.monotonic() + patience
    while True:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            if time.monotonic() >= until:
                file.seek(0)
                holder = file.read(LONGEST_NOTE).decode(errors="replace") or "another process"
                raise BusyError(
                    f"the corpus is being written by {holder}",
                    hint="wait for it to end and try again; nothing was lost",
                    subject=str(folder),
                ) from error
            time.sleep(RETRY_SECONDS)
        except OSError as error:
            raise StorageError(f"the corpus cannot be locked: {error.strerror}", subject=str(folder)) from error
        else:
            return
