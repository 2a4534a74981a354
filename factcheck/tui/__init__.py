"""The terminal workbench: a face over `Workbench`, with no logic of its own. Textual is loaded by `run`."""

from __future__ import annotations

import gc
import os
import sys
from typing import TYPE_CHECKING

from factcheck.errors import EXIT_DONE, UsageError
from factcheck.tui.ahead import FIRST_ROWS, Ahead

if TYPE_CHECKING:
    from factcheck.workbench import Workbench


GC_THRESHOLD = (5_000, 5, 100)
"""Python looks for garbage in short steps: no key is heard while it does. Measured beside matching, 2026-11, on a busy
machine: steps of 200,000 objects, as the command takes them, kept the screen for 127 ms, the default for 159, these for
31."""


def run(bench: Workbench, *, ascii_only: bool = False, mouse: bool = True, blind: bool = False) -> int | None:
    """Open the workbench on a workspace; return the exit code, or None where the worked example is asked for.

    `ascii_only` draws rules without box characters; `mouse=False` leaves selecting text to the terminal;
    `blind` hides what the program suggests.

    Raises:
        UsageError: there is no terminal to paint on.
        Exception: whatever ended it unforeseen; the terminal is restored by then, and every decision is on disk.
    """
    check_terminal()
    gc.disable()  # until the first paint: what is loaded now stays, and looking through it again and again costs 30 ms
    coming = Ahead(lambda: bench.summaries(first=FIRST_ROWS))
    from factcheck.tui.app import FactcheckApp
    from factcheck.tui.pasting import guard_pastes

    guard_pastes()
    app = FactcheckApp(bench, ascii_only=ascii_only, blind=blind, coming=coming)
    result = app.run(mouse=mouse)
    if app.fault is not None:
        raise app.fault
    if app.wants_example:
        return None
    return EXIT_DONE if result is None else result


def check_terminal() -> None:
    """Refuse to start without a terminal: Textual reads stdin, paints on stderr, and checks neither.

    Raises:
        UsageError: names the command that does without.
    """
    if os.environ.get("TERM", "") not in {"", "dumb"} and _is_terminal(0) and _is_terminal(2):
        return
    raise UsageError("the workbench needs a terminal", hint="`factcheck claim-list` prints the claims without one")


def _is_terminal(number: int) -> bool:
    stream = sys.__stdin__ if number == 0 else sys.__stderr__
    return stream is not None and stream.isatty()
