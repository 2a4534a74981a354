"""The workbench in a real tmux: the same questions as `terminal.Terminal` answers, asked of what tmux shows."""

from __future__ import annotations

import os
import shlex
import subprocess
import time
import uuid
from pathlib import Path
from tempfile import TemporaryDirectory
from types import TracebackType
from typing import Self

from tests.tui.terminal import COMMAND, PRESSED_AFTER, SECONDS

LEFT_OUT = ("NO_COLOR", "COLUMNS", "LINES")
"""Variables that the program is not to see."""
LOOKED_AFTER = 0.05
"""Seconds between two looks at the screen."""


class Tmux:
    """A program in a window of a tmux server of its own."""

    def __init__(self, *arguments: str, size: tuple[int, int] = (80, 24), **environment: str) -> None:
        self._server = ["tmux", "-L", f"factcheck-{uuid.uuid4().hex}", "-f", os.devnull]
        variables = {k: v for k, v in os.environ.items() if k not in {*LEFT_OUT, "TMUX"}}
        given = {"LC_ALL": "C.UTF-8", "TERM": "xterm-256color", "FACTCHECK_USER": "alice"}
        width, height = map(str, size)
        self._folder = TemporaryDirectory()
        self._code = Path(self._folder.name, "code")
        # tmux at times never tells the status of a pane that it knows to be dead (3.3a, on a busy machine)
        command = f"{shlex.join([COMMAND, *arguments])}; echo $? > {shlex.quote(str(self._code))}"
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
        self._folder.cleanup()

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

    def until_gone(self, words: str) -> None:
        """Wait until words stand on the screen no more.

        Raises:
            AssertionError: they stay.
        """
        end = time.monotonic() + SECONDS
        while words in self.text:
            assert time.monotonic() < end, f"still {words!r} in\n{self.text}"
            time.sleep(LOOKED_AFTER)

    def ended(self, key: str = "") -> int:
        """Wait for the end of the program, and return its exit code; a `key` is pressed until it ends."""
        end = time.monotonic() + SECONDS
        pressed = 0.0
        while not (self._code.exists() and (told := self._code.read_text().strip())):
            assert time.monotonic() < end, f"it does not end:\n{self.text}"
            if key and time.monotonic() > pressed + PRESSED_AFTER:
                pressed = time.monotonic()
                self.press(key)
            time.sleep(LOOKED_AFTER)
        return int(told)

    def _run(self, *command: str, env: dict[str, str] | None = None) -> str:
        done = subprocess.run([*self._server, *command], capture_output=True, check=True, env=env)
        return done.stdout.decode(errors="replace")
