"""Writing while another process holds the workspace: the screen says that it waits, and stays alive meanwhile."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from factcheck.errors import BusyError, FactcheckError
from factcheck.sqlite import BUSY_SECONDS

if TYPE_CHECKING:
    from factcheck.tui.app import FactcheckApp

T = TypeVar("T")

TRY_SECONDS = 0.1
"""How long one try blocks the screen, and how long it rests before the next."""
WAITING = "waiting: another process is writing to this workspace"
GAVE_UP = "not saved: another process went on writing to this workspace"


def patiently(
    app: FactcheckApp,
    step: Callable[[], T],
    *,
    done: Callable[[T], object],
    failed: Callable[[FactcheckError], object],
    waits: Callable[[str], object],
    wanted: Callable[[], bool] = lambda: True,
) -> None:
    """Do something that writes, again and again while the workspace is locked, for `BUSY_SECONDS`.

    `waits` is told in words that it waits, or gave up; `wanted`: whether it still is, asked before each further try.
    """
    until = time.monotonic() + BUSY_SECONDS

    def attempt() -> None:
        if app.waiting and not wanted():
            app.waiting = False
            return
        try:
            result = step()
        except BusyError as error:
            app.waiting = time.monotonic() < until
            if not app.waiting:
                waits(GAVE_UP)
                failed(error)
                return
            waits(WAITING)
            app.set_timer(TRY_SECONDS, attempt)
        except FactcheckError as error:
            app.waiting = False
            failed(error)
        else:
            app.waiting = False
            done(result)

    attempt()
