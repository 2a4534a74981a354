"""Long work beside the screen: in a thread, on a workbench of its own; the screen's loop is told what comes of it."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from factcheck.errors import FactcheckError

if TYPE_CHECKING:
    from factcheck.tui.app import FactcheckApp
    from factcheck.workbench import Workbench

T = TypeVar("T")


class Beside:
    """What runs beside the screen."""

    def __init__(self, app: FactcheckApp) -> None:
        self._app = app
        self._threads: list[threading.Thread] = []
        self._open = 0

    def run(
        self,
        work: Callable[[Workbench], T],
        done: Callable[[T], object],
        failed: Callable[[FactcheckError], object],
    ) -> None:
        """Do some work, then `done` or `failed` in the screen's loop; a fault of ours ends the program as any other."""
        bench, later = self._app.desk.bench, self._app.call_later  # for any thread

        def came(result: T) -> None:
            self._open -= 1
            done(result)

        def tell(error: Exception) -> None:
            self._open -= 1
            if not isinstance(error, FactcheckError):
                raise error
            failed(error)

        def run() -> None:
            try:
                with type(bench).open(bench.workspace, user=bench.user, db=bench.store.where, clock=bench.now) as own:
                    own.passphrase, own.signing_key = bench.passphrase, bench.signing_key
                    result = work(own)
            except Exception as error:  # noqa: BLE001 - a thread has nobody to raise it to: the screen does
                later(tell, error)
            else:
                later(came, result)

        self._threads = [thread for thread in self._threads if thread.is_alive()]
        self._threads.append(threading.Thread(target=run, name="beside"))
        self._open += 1
        self._threads[-1].start()

    @property
    def is_busy(self) -> bool:
        """Whether something still runs, or what came of it is not shown yet."""
        return self._open > 0

    def join(self) -> None:
        """Wait until all has ended: what it writes is whole, or absent."""
        for thread in self._threads:
            thread.join()
