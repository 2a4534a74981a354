"""A real terminal for the workbench: starts `factcheck` on a pty, types, and keeps every byte that it writes."""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

from rich.cells import cell_len

COMMAND = str(Path(sys.executable).with_name("factcheck"))
SECONDS = 60.0  # what has not come by then will not come, on however busy a machine
PRESSED_AFTER = 3.0  # seconds after which a key that did not end it is pressed again: it may have come too early
QUIET = 0.15  # seconds without output after which a frame counts as painted

SEQUENCE = re.compile(
    rb"\x1b\[[?<>=]?[0-9;:]*[ $]?[a-zA-Z~]"
    rb"|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)|\x1bP[^\x1b]*\x1b\\|\x1b[()][A-Z0-9]|\x1b[=>78cM]"
)


_TOKEN = re.compile(r"\x1b\[(\d+);(\d+)H|\x1b\[(\d+)C|(\x1b\[\?1049[hl])|\x1b[^a-zA-Z~]*[a-zA-Z~]|([^\x1b])")


class Rows:
    """What a terminal shows, and the rows that were painted on, whole: only what changes of one is written."""

    def __init__(self) -> None:
        self.painted: list[tuple[int, str]] = []
        """How many bytes had been written when a row was painted on, and what it showed then."""
        self._cells: dict[int, dict[int, str]] = {}
        self._at = (1, 1)
        self._rest = b""

    def take(self, data: bytes, written: int) -> None:
        """Take what was written; a sequence that is cut is kept for the next time."""
        data = self._rest + data
        cut = max(data.rfind(b"\x1b"), len(data) - 3)
        whole = cut if not SEQUENCE.match(data, max(0, data.rfind(b"\x1b"))) and data.rfind(b"\x1b") >= 0 else len(data)
        self._rest = data[whole:]
        touched = dict.fromkeys(self._put(data[:whole].decode(errors="replace")))
        self.painted += [(written, self._row(row)) for row in touched]

    def _put(self, text: str) -> Iterator[int]:
        for row, column, right, screen, letter in _TOKEN.findall(text):
            y, x = self._at
            if row:
                self._at = (int(row), int(column))
            elif right:
                self._at = (y, x + int(right))
            elif screen:
                self._cells.clear()
            elif letter == "\n":
                self._at = (y + 1, 1)
            elif letter:
                self._cells.setdefault(y, {})[x] = letter
                self._at = (y, x + cell_len(letter))
                yield y

    def _row(self, row: int) -> str:
        cells = self._cells.get(row, {})
        return "".join(cells.get(x, " ") for x in range(1, max(cells, default=0) + 1))


class Terminal:
    """A program on a terminal of its own."""

    def __init__(
        self, *arguments: str, size: tuple[int, int] = (80, 24), command: Sequence[str] = (COMMAND,), **environment: str
    ) -> None:
        self._screen, slave = pty.openpty()
        self.written = b""
        self.rows = Rows()
        self.resize(*size)
        variables = {k: v for k, v in os.environ.items() if k not in {"NO_COLOR", "COLUMNS", "LINES"}}
        self.process = subprocess.Popen(
            [*command, *arguments],
            stdin=slave,
            stdout=slave,
            stderr=slave,
            start_new_session=True,
            env=variables
            | {"TERM": "xterm-256color", "COLORTERM": "truecolor", "FACTCHECK_USER": "alice"}
            | environment,
        )
        os.close(slave)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait()
        self.close()

    def close(self) -> None:
        """Take the terminal away, as when its window is closed; a process without a session is told by no signal."""
        if self._screen >= 0:
            os.close(self._screen)
            self._screen = -1

    @property
    def text(self) -> str:
        """All that was written, without what steers the terminal, behind the rows that this painted on."""
        return self.since(0)

    def since(self, before: int) -> str:
        """The same, of what was written after so many bytes."""
        rows = " ".join(row for written, row in self.rows.painted if written >= before)
        return f"{rows} {SEQUENCE.sub(b'', self.written[before:]).decode(errors='replace')}"

    def resize(self, width: int, height: int) -> None:
        """Change the size, as the terminal does when its window is dragged."""
        fcntl.ioctl(self._screen, termios.TIOCSWINSZ, struct.pack("HHHH", height, width, 0, 0))
        if hasattr(self, "process"):
            self.process.send_signal(signal.SIGWINCH)

    def press(self, keys: str, words: str = "") -> None:
        """Type keys; wait until `words` are written in answer, or (without any) until it is quiet."""
        before = len(self.written)
        os.write(self._screen, keys.encode())
        if words:
            self.until(words, before)
        self.quiet()

    def until(self, words: str, since: int = 0) -> None:
        """Read until words have been written.

        Raises:
            AssertionError: they do not come.
        """
        end = time.monotonic() + SECONDS
        while words not in self.since(since):
            assert self._read(0.2) or time.monotonic() < end, f"no {words!r} in {self.text[-2000:]!r}"
            assert self.process.poll() is None or self._read(0.2), f"it ended without {words!r}: {self.text[-2000:]!r}"

    def quiet(self) -> None:
        """Read until nothing has come for a moment."""
        while self._read(QUIET):
            pass

    def until_gone(self, words: str) -> None:  # noqa: ARG002 - what was painted over is not known here
        """Wait until words are painted over, as far as can be told: until it is quiet."""
        self.quiet()

    def ended(self, key: str = "") -> int:
        """Read to the end, and return the exit code; a `key` is pressed until it ends."""
        end = time.monotonic() + SECONDS
        pressed = 0.0
        while self.process.poll() is None:
            if key and time.monotonic() > pressed + PRESSED_AFTER:
                pressed = time.monotonic()
                os.write(self._screen, key.encode())
            self._read(0.05)
            assert time.monotonic() < end, f"it does not end: {self.text[-2000:]!r}"
        self.quiet()
        return self.process.returncode

    def _read(self, seconds: float) -> bool:
        if not select.select([self._screen], [], [], seconds)[0]:
            return False
        try:
            found = os.read(self._screen, 65536)
        except OSError:  # the program has closed its side
            return False
        self.rows.take(found, len(self.written))
        self.written += found
        return bool(found)
