"""Key to painted, through a pty: `python -m tests.bench.keys FOLDER` measures the workbench, `… tl FILE` toolong.

A key counts as painted when nothing more has come for a while; what is timed is the last byte before that. Two times
are told: until the first quiet of 20 ms (what the key itself does), and until one of 100 ms (with what follows when the
cursor rests: the evidence of a claim). The workspace has 10,000 claims, 200 of them with evidence.
"""

from __future__ import annotations

import json
import os
import select
import statistics
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from tests.tui.terminal import Terminal

CLAIMS = 10_000
SIZE = (120, 40)
FIRST_QUIET, QUIET = 0.02, 0.1
LATEST = 3.0
"""Seconds by which a key is painted, or never."""

Answer = tuple[float, float, int, int]
"""Milliseconds to the last byte of what the key does, to the last byte of all; the bytes until then, and until then."""


def press(terminal: Terminal, key: str) -> Answer:
    """Press a key and return when it was painted, and with how many bytes."""
    begun = time.perf_counter()
    os.write(terminal._screen, key.encode())
    return painted(terminal, begun)


def painted(terminal: Terminal, begun: float) -> Answer:
    """Return when what is being painted was: what it is answers something that was done at `begun`."""
    screen, count, first, early, last = terminal._screen, 0, 0.0, 0, 0.0
    while select.select([screen], [], [], QUIET if last else LATEST)[0]:
        now = time.perf_counter()
        if not first and last and now - last > FIRST_QUIET:
            first, early = last, count
        count += len(os.read(screen, 65536))
        last = time.perf_counter()
    return ((first or last) - begun) * 1e3, (last - begun) * 1e3, early or count, count


def told(answers: Sequence[Answer]) -> dict[str, float]:
    """Return medians and 95th percentiles of answers; of the bytes of what the key itself does the mean, too."""
    firsts, lasts, sizes = (sorted(answer[part] for answer in answers) for part in (0, 1, 2))
    at = min(len(answers) - 1, int(len(answers) * 0.95))
    return {
        "times": float(len(answers)),
        "first": statistics.median(firsts),
        "first_p95": firsts[at],
        "last": statistics.median(lasts),
        "last_p95": lasts[at],
        "first_bytes": statistics.median(sizes),
        "first_bytes_mean": statistics.mean(sizes),
        "first_bytes_p95": sizes[at],
        "bytes": statistics.median(answer[3] for answer in answers),
    }


def workbench(folder: str) -> dict[str, Any]:
    """Measure the keys of the workbench on a workspace of its own."""
    from tests.tui import workspace

    place = workspace.fill(Path(folder), CLAIMS)
    with Terminal("--workspace", str(place), size=SIZE) as terminal:
        terminal.until(" next for you")  # all have been read
        terminal.quiet()
        found = {}
        for name, answers in _measured(terminal):
            before = _processor(terminal.process.pid)
            found[name] = told(list(answers))
            found[name]["cpu"] = (_processor(terminal.process.pid) - before) * 1e3 / found[name]["times"]
        found["memory"] = {"mb": _peak(terminal.process.pid)}
        terminal.press("q")
        assert terminal.ended() == 0
    return found


def _measured(terminal: Terminal) -> Iterator[tuple[str, Iterator[Answer]]]:
    yield "claims", (press(terminal, "j") for _ in range(100))
    terminal.press("gj2")
    yield "evidence", (press(terminal, key) for _ in range(40) for key in "jk")
    terminal.press("1g")
    yield "page", (press(terminal, "\x04") for _ in range(60))
    terminal.press("1gj2d")
    yield "stance", _judged(terminal)
    terminal.press("1g")
    yield "filter", _filtered(terminal)
    yield "search", _searched(terminal)
    yield "resize", _resized(terminal)


def _judged(terminal: Terminal) -> Iterator[Answer]:
    """Judge evidence of one claim after the other: a claim with many decisions is a rare one."""
    for _ in range(40):
        terminal.press("]]")
        yield press(terminal, "c")


def _filtered(terminal: Terminal) -> Iterator[Answer]:
    for _ in range(10):
        terminal.press("f/bridge")
        yield press(terminal, "\r")
        terminal.press("f\x7f")


def _searched(terminal: Terminal) -> Iterator[Answer]:
    for _ in range(10):
        terminal.press("/bridg")
        yield press(terminal, "e")
        terminal.press("\x1b")


def _resized(terminal: Terminal) -> Iterator[Answer]:
    for _ in range(10):
        begun = time.perf_counter()
        terminal.resize(80, 24)
        yield painted(terminal, begun)
        terminal.resize(150, 40)
        terminal.quiet()


def toolong(program: str, file: str) -> dict[str, Any]:
    """Measure the down key of toolong, a viewer of logs by the makers of Textual, on a file of as many lines."""
    Path(file).write_text("".join(f"{n}: Bus fares in the district rose by 12% in March.\n" for n in range(CLAIMS)))
    with Terminal(file, size=SIZE, command=(program,)) as terminal:
        terminal.until("Bus fares")
        terminal.quiet()
        terminal.press("\x1b[H")  # it begins at the last line
        return {"down": told([press(terminal, "\x1b[B") for _ in range(100)])}


def _processor(process: int) -> float:
    """Return the seconds of processor time that a process has taken: a busy machine changes little of them."""
    fields = Path(f"/proc/{process}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def _peak(process: int) -> float:
    status = Path(f"/proc/{process}/status").read_text(encoding="utf-8")
    return int(status.partition("VmHWM:")[2].split()[0]) * 1024 / 1e6


if __name__ == "__main__":
    measure = {"workbench": workbench, "toolong": toolong}[sys.argv[1]]
    print(json.dumps(measure(*sys.argv[2:])))
