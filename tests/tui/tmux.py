"""The workbench in a real tmux: the same questions as `terminal.Terminal` answers, asked of what tmux shows."""

from __future__ import annotations

import os
import shlex
import subprocess
import time
import uuid
from types import TracebackType
from typing import Self

from tests.tui.terminal import COMMAND, SECONDS

LOOKED_AFTER = 0.05
"""Seconds between two looks at the screen."""


class Tmux:
    """A program in a window of a tmux server of its own."""

    def __init__(self, *arguments: str, size: tuple[int, int] = (80, 24), **environment: str) -> None:
        self._server = ["tmux", "-L", f"factcheck-{uuid.uuid4().hex}", "-f", os.devnull]
        variables = {k: v for k, v in os.environ.items() if k not in {"NO_COLOR", "COLUMNS", "LINES", "TMUX"}}
        given = {"LC_ALL": "C.UTF-8", "TERM": "xterm-256color", "FACTCHECK_USER": "alice"}
        width, height = map(str, size)
        command = shlex.join([COMMAND, *arguments])
        self._run(
            *("new-session", "-d", "-x", width, "-y", height, command),
            *(";", "set", "-g", "remain-on-exit", "on", ";", "set", "-s", "escape-time", "0"),
            env=variables | given | environment,
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._run("kill-server")

    @property
    def text(self) -> str:
        """What is on the screen."""
        return self._run("capture-pane", "-p")

    def press(self, keys: str, words: str = "") -> None:
        """Type keys; wait until `words` stand on the screen."""
        self._run("send-keys", "-H", *(f"{byte:02x}" for byte in keys.encode()))
        if words:
            self.until(words)

    def until(self, words: str) -> None:
        """Wait until words stand on the screen.

        Raises:
            AssertionError: they do not come.
        """
        end = time.monotonic() + SECONDS
        while words not in self.text:
            assert time.monotonic() < end, f"no {words!r} in\n{self.text}"
            time.sleep(LOOKED_AFTER)

    def quiet(self) -> None:
        """Wait until the screen stays as it is."""
        before = ""
        while (now := self.text) != before:
            before = now
            time.sleep(3 * LOOKED_AFTER)

    def ended(self) -> int:
        """Wait for the end of the program, and return its exit code."""
        end = time.monotonic() + SECONDS
        while not (told := self._run("display-message", "-p", "#{pane_dead_status}").strip()):
            assert time.monotonic() < end, f"it does not end:\n{self.text}"
            time.sleep(LOOKED_AFTER)
        return int(told)

    def _run(self, *command: str, env: dict[str, str] | None = None) -> str:
        done = subprocess.run([*self._server, *command], capture_output=True, check=True, env=env)
        return done.stdout.decode(errors="replace")
