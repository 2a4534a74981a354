"""Read from the workspace while Textual is imported: SQLite works without Python's lock.

Only the rows of the claim list that a terminal shows: to read and sort all of 10,000 takes four times as long.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Generic, TypeVar

Found = TypeVar("Found")

FIRST_ROWS = 100
"""Claims read before the first paint: more than any terminal shows."""


class Ahead(Generic[Found]):
    """Something that is being read in a thread; call it to have it."""

    def __init__(self, read: Callable[[], Found]) -> None:
        self._read = read
        self._found: list[Found] = []
        self._fault: Exception | None = None
        self._thread = threading.Thread(target=self._run, daemon=True)
        self._thread.start()

    def _run(self) -> None:
        try:
            self._found.append(self._read())
        except Exception as error:  # noqa: BLE001 - raised where it is asked for
            self._fault = error

    def __call__(self) -> Found:
        """Wait for it, and return it or raise what went wrong."""
        self._thread.join()
        if self._fault:
            raise self._fault
        return self._found[0]
