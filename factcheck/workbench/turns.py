"""One process at a time: another waits for its turn. A process that is killed holds nothing (flock)."""

from __future__ import annotations

import fcntl
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from io import FileIO
from pathlib import Path

TURN_SECONDS = 0.1
"""How often it is looked whether the other one has ended."""


@contextmanager
def in_turn(path: Path, waiting: Callable[[], object]) -> Iterator[None]:
    """Hold the lock of a file; `waiting` is called again and again while another one holds it, and may raise.

    Raises:
        OSError: the file cannot be made.
    """
    with FileIO(path, "a+") as file:
        while not is_taken(file):
            waiting()
            time.sleep(TURN_SECONDS)
        yield


def is_taken(file: FileIO) -> bool:
    """Take the lock of a file, until it is closed; whether nobody else holds it.

    Raises:
        OSError: the disk knows no locks.
    """
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True
