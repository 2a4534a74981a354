"""Where things are printed: data on stdout, narration on stderr, progress as one line that updates itself."""

from __future__ import annotations

import errno
import shutil
import sys
import time
from collections.abc import Iterable
from contextlib import suppress
from types import TracebackType
from typing import Self

import click

from factcheck.reports.cells import cut, shown_line

PATIENCE_SECONDS = 1.0
"""A step that takes no longer says nothing. Source: ../shared/TUI.md asks for progress on what a person waits for."""

RETELL_SECONDS = 10.0
"""Where a log is written, a line as often as this shows that something happens."""

REPAINT_SECONDS = 0.1
"""The line changes no faster than it can be read."""


def say(message: str = "") -> None:
    """Print one line of narration on stderr, harmless whatever it quotes."""
    indent = " " * (len(message) - len(message.lstrip(" ")))
    with suppress(OSError):  # nobody can be told that nobody can be told; the work and its exit code count
        sys.stderr.write(f"{indent}{shown_line(message)}\n")
        sys.stderr.flush()


_closed = False


def close_output() -> None:
    """Note that standard output was closed before the start: what is printed there goes nowhere."""
    global _closed  # noqa: PLW0603 - a process has one
    _closed = True


def put(chunks: Iterable[str]) -> None:
    """Print data on stdout; the report has made it harmless for its format.

    Raises:
        OSError: standard output was closed before the start, so a script would take nothing for an empty list.
    """
    if _closed:
        raise OSError(errno.EBADF, "standard output is closed, and there is data to print")
    sys.stdout.writelines(chunks)
    sys.stdout.flush()


def put_lines(lines: Iterable[str]) -> None:
    """Print lines on stdout, each made harmless."""
    put(f"{' ' * (len(line) - len(line.lstrip(' ')))}{shown_line(line)}\n" for line in lines)


def agreed(question: str) -> bool:
    """Ask a person; without a terminal nobody is asked, and the answer is yes."""
    return not sys.stdin.isatty() or click.confirm(question, default=False, err=True)


def columns() -> int:
    """Return how wide the terminal is: COLUMNS, else the terminal's own width, else 80; no wider than is any."""
    return min(shutil.get_terminal_size((80, 24)).columns, _WIDEST)


_WIDEST = 1_000


class Progress:
    """How far a step has come: on a terminal a line that updates itself, elsewhere a line now and then."""

    def __init__(self) -> None:
        self._on = sys.stderr.isatty()
        self._started = time.monotonic()
        self._painted = float("-inf")
        self._shown = False

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, tb: TracebackType | None) -> None:
        if self._shown:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()

    def show(self, step: str, done: int = 0, total: int = 0) -> None:
        """Say that `done` of `total` (0: not known) of a step are done."""
        now = time.monotonic()
        wait = REPAINT_SECONDS if self._on else RETELL_SECONDS
        unmeasured = self._on and not done and not total  # it may take long, and says nothing until its end
        patience = PATIENCE_SECONDS if self._on else RETELL_SECONDS
        if not unmeasured and (now - self._started < patience or now - self._painted < wait):
            return
        self._painted = now
        far = f" {done}/{total}" if total else f" {done}" if done else ""
        if not self._on:
            say(step + far)
            return
        self._shown = True
        sys.stderr.write(f"\r{cut(shown_line(step + far), columns() - 1)}\x1b[K")
        sys.stderr.flush()
