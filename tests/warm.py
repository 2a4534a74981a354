"""A process that reads pages, loaded once for all tests: a real one takes two seconds of processor time to start.

Each reader that a test starts is a fork of it: a process of its own as in the product, on the same pipes, that runs the
same `work`. `tests/web/test_parsing.py` starts the real ones.
"""

from __future__ import annotations

import contextlib
import os
import select
import signal
import socket
import subprocess
import sys
import tempfile
import threading
from pathlib import Path

CLIENT = """
import os, socket, sys, time
while True:
    line = socket.socket(socket.AF_UNIX)
    try:
        line.connect(sys.argv[1])
        break
    except OSError:
        time.sleep(0.02)
socket.send_fds(line, [b"."], [0, 1])
os.close(0)
os.close(1)
line.recv(1)
"""
"""What stands in the place of a reader: it hands on its pipes and lives as long as the fork that reads them."""


class Warm:
    """The loaded process, started when the first reader is asked for."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[bytes] | None = None
        self._folder = tempfile.TemporaryDirectory(prefix="fc-warm-")
        self._path = str(Path(self._folder.name, "readers"))

    def command(self) -> list[str]:
        """Return what to run for a reader."""
        if self._process is None:
            code = "import sys; from tests.warm import serve; serve(sys.argv[1])"
            # in a group of its own, as the readers are: Ctrl-C is for the tests
            self._process = subprocess.Popen(
                [sys.executable, "-c", code, self._path],
                stdin=subprocess.PIPE,
                cwd=Path(__file__).parent.parent,
                process_group=0,
            )
        return [sys.executable, "-I", "-S", "-c", CLIENT, self._path]

    def stop(self) -> None:
        """End the loaded process; its forks end with the pipes that they read."""
        if self._process:
            with contextlib.suppress(subprocess.TimeoutExpired):
                self._process.communicate(timeout=10)
            self._process.kill()
        self._folder.cleanup()


def serve(path: str) -> None:
    """Load what a reader needs, then fork for each that asks, until standard input ends."""
    from factcheck.web.parsing import get_loaded, work

    get_loaded()
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    with socket.socket(socket.AF_UNIX) as door:
        door.bind(f"{path}.new")
        door.listen(64)
        Path(f"{path}.new").rename(path)
        while sys.stdin not in select.select([door, sys.stdin], [], [])[0]:
            line = door.accept()[0]
            pipes = socket.recv_fds(line, 1, 2)[1]
            if pipes and os.fork() == 0:
                signal.signal(signal.SIGCHLD, signal.SIG_DFL)
                door.close()
                threading.Thread(target=_end_with, args=(line,), daemon=True).start()
                for target, pipe in enumerate(pipes):
                    os.dup2(pipe, target)
                    os.close(pipe)
                with contextlib.suppress(BrokenPipeError):
                    work()
                os._exit(0)
            for pipe in pipes:
                os.close(pipe)
            line.close()


def _end_with(line: socket.socket) -> None:
    """End when the process that handed over its pipes was ended."""
    line.recv(1)
    os._exit(0)
