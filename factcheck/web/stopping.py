"""Ending what waits for the network from another thread: Ctrl-C reaches only the main one."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Coroutine
from typing import Any, TypeVar

from factcheck.errors import StateError

T = TypeVar("T")


class Stop:
    """Runs coroutines, one at a time, until somebody asks to stop: from then on none goes on."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._asked = False
        self._running: tuple[asyncio.AbstractEventLoop, asyncio.Task[Any]] | None = None

    def ask(self) -> None:
        """Stop what runs, and what would be run. For any thread."""
        with self._lock:
            self._asked = True
            if self._running:
                loop, task = self._running
                loop.call_soon_threadsafe(task.cancel)

    def run(self, coroutine: Coroutine[Any, Any, T]) -> T:
        """Run a coroutine to its end.

        Raises:
            StateError: it was stopped.
        """
        try:
            return asyncio.run(self._held(coroutine))
        except asyncio.CancelledError as error:
            raise _stopped() from error

    def check(self) -> None:
        """Go on, unless somebody asked to stop.

        Raises:
            StateError: somebody did.
        """
        with self._lock:
            if self._asked:
                raise _stopped()

    async def _held(self, coroutine: Coroutine[Any, Any, T]) -> T:
        task = asyncio.current_task()
        assert task is not None  # noqa: S101 - a coroutine that runs is of a task
        with self._lock:
            if self._asked:
                coroutine.close()
                raise asyncio.CancelledError
            self._running = asyncio.get_running_loop(), task
        try:
            return await coroutine
        finally:
            with self._lock:
                self._running = None


def _stopped() -> StateError:
    return StateError("stopped", hint="what was fetched is kept; ask again for the rest")
