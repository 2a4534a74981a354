"""Fetching beside a face that stays alive: in a thread, on a workbench of its own, until it ends or is stopped."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import TYPE_CHECKING

from factcheck.web.stopping import Stop

if TYPE_CHECKING:
    from factcheck.workbench import Workbench
    from factcheck.workbench.fetching import FetchReport, Progress

Errand = Callable[["Workbench", "Progress", Stop], "FetchReport"]
"""What is fetched: on which workbench, whom to tell how far it is, and what stops it."""


class FetchAside:
    """Fetches for a claim. `done` and `failed` are told in the thread, one of them, once; nothing is raised."""

    def __init__(
        self,
        bench: Workbench,
        claim: str,
        errand: Errand,
        *,
        progress: Progress,
        done: Callable[[FetchReport], object],
        failed: Callable[[Exception], object],
    ) -> None:
        self.claim = claim
        self._bench = bench
        self._errand = errand
        self._progress = progress
        self._done = done
        self._failed = failed
        self._stop = Stop()
        self._thread = threading.Thread(target=self._run, name="fetching")

    def start(self) -> None:
        """Begin."""
        self._thread.start()

    def stop(self) -> None:
        """End it soon; what came already is kept."""
        self._stop.ask()

    def join(self) -> None:
        """Wait until it has ended."""
        self._thread.join()

    def _run(self) -> None:
        try:
            bench = self._bench
            with type(bench).open(bench.workspace, user=bench.user, db=bench.store.where, clock=bench.now) as own:
                report = self._errand(own, self._progress, self._stop)
        except Exception as error:  # noqa: BLE001 - a thread has nobody to raise it to: the face does
            self._failed(error)
        else:
            self._done(report)
