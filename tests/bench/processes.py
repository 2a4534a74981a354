"""Run a command as a user would, plainly or in a real terminal, and tell its wall time and peak memory.

The bench itself stays small (it imports no factcheck): a child's peak starts from its parent's size on Linux.
"""

from __future__ import annotations

import fcntl
import json
import os
import pty
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
ROWS, COLUMNS = 24, 80
FRAME_SECONDS = 30.0  # no frame by then: it will not come
QUIT_SECONDS = 5.0
KIB = 1024


class NotRun(Exception):  # noqa: N818 - it is not an error: it is what the table says
    """A figure that could not be measured, and why."""


@dataclass(frozen=True, slots=True)
class Run:
    """The wall time (to the end, or to the first frame) in seconds, the peak memory in MB, and the processor time.

    Processor time grows less with the load of the machine than wall time does.
    """

    seconds: float
    mb: float
    cpu: float = 0.0


def plain(command: Sequence[str], **environment: str) -> Run:
    """Run a command to its end, its output thrown away.

    Raises:
        NotRun: it cannot be started, or failed.
    """
    begun = time.perf_counter()
    try:
        child = subprocess.Popen(
            command, env=os.environ | environment, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, cwd=ROOT
        )
    except OSError as error:
        raise NotRun(f"{command[0]}: {error.strerror}") from error
    with child:
        complaint = child.stderr.read() if child.stderr else b""
        _, status, usage = os.wait4(child.pid, 0)
        seconds = time.perf_counter() - begun
        child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode:
        raise NotRun(last_line(complaint) or f"{command[0]} ended with {child.returncode}")
    return Run(seconds, usage.ru_maxrss * KIB / 1e6, usage.ru_utime + usage.ru_stime)


def measured(*arguments: str) -> dict[str, Any]:
    """Run an action of `tests.bench.child` and return what it measured.

    Raises:
        NotRun: it failed.
    """
    return printed([sys.executable, "-m", "tests.bench.child", *arguments])


def printed(command: Sequence[str]) -> dict[str, Any]:
    """Run a command to its end and return the JSON object that it prints.

    Raises:
        NotRun: it cannot be started, or failed.
    """
    try:
        done = subprocess.run(command, capture_output=True, cwd=ROOT, check=False)
    except OSError as error:
        raise NotRun(f"{command[0]}: {error.strerror}") from error
    if done.returncode:
        raise NotRun(last_line(done.stderr) or f"{' '.join(command[1:4])} ended with {done.returncode}")
    result: dict[str, Any] = json.loads(done.stdout)
    return result


def first_frame(command: Sequence[str], mark: str, **environment: str) -> Run:
    """Start a command in a terminal of 80x24 and time it until `mark` is on the screen; then quit it with `q`.

    Raises:
        NotRun: it ended, or showed nothing of the kind in time.
    """
    pid, screen = pty.fork()
    if pid == 0:
        os.chdir(ROOT)
        os.execvpe(command[0], command, os.environ | {"TERM": "xterm-256color"} | environment)
    begun = time.perf_counter()
    fcntl.ioctl(screen, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, 0, 0))
    shown = read_until(screen, mark.encode(), begun + FRAME_SECONDS)
    seconds = time.perf_counter() - begun
    usage = leave(pid, screen)
    os.close(screen)
    if mark.encode() not in shown:
        raise NotRun(f"no frame with {mark!r}; it wrote {shown[-120:]!r}")
    return Run(seconds, usage.ru_maxrss * KIB / 1e6, usage.ru_utime + usage.ru_stime)


def read_until(screen: int, mark: bytes, until: float) -> bytes:
    """Read what is drawn until `mark` is in it, the program ends, or time is up."""
    shown = b""
    while mark not in shown and time.perf_counter() < until:
        if not select.select([screen], [], [], 0.05)[0]:
            continue
        try:
            shown += os.read(screen, 65536)
        except OSError:  # the other end is closed: the program has ended
            break
    return shown


def leave(pid: int, screen: int) -> Any:
    """Quit the program with its own key, by force if it does not; return what it used."""
    until = time.perf_counter() + QUIT_SECONDS
    try:
        os.write(screen, b"q")
        while time.perf_counter() < until:
            ended, _, usage = os.wait4(pid, os.WNOHANG)
            if ended:
                return usage
            if select.select([screen], [], [], 0.05)[0]:
                os.read(screen, 65536)
    except OSError:
        pass
    os.kill(pid, signal.SIGKILL)
    return os.wait4(pid, 0)[2]


def last_line(output: bytes) -> str:
    """Return the last line of what a failed program wrote."""
    lines = output.decode(errors="replace").strip().splitlines()
    return lines[-1].strip() if lines else ""
