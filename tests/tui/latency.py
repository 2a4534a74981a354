"""Key to last painted byte, through a pty: `python -m tests.tui.latency`. Says how long, and how many bytes.

A key counts as painted when nothing more has come for 80 ms; what is timed is its last byte. The workspace has 10,000
claims, a hundred of them with evidence. One machine under load: read the order of magnitude.
"""

from __future__ import annotations

import os
import select
import statistics
import tempfile
import time
from pathlib import Path

from tests.tui import workspace
from tests.tui.terminal import Terminal

SETTLED = 0.08
CLAIMS = 10_000
CASES = (
    ("j (next claim, evidence painted)", "g", "j", 60, 60),
    ("j k (evidence)", "gj2", "jk", 40, 25),
    ("page down (claims)", "1g", "\x04", 40, 30),
)
"""What is measured, the keys before, the keys in turn, how often, and the target of the 95th percentile in ms."""


def press(terminal: Terminal, key: str) -> tuple[float, int]:
    """Return milliseconds to the last byte, and how many bytes."""
    screen = terminal._screen
    begun = last = time.perf_counter()
    os.write(screen, key.encode())
    count = 0
    while select.select([screen], [], [], SETTLED)[0]:
        count += len(os.read(screen, 65536))
        last = time.perf_counter()
    return (last - begun) * 1e3, count


def report(name: str, found: list[tuple[float, int]], target: float) -> None:
    """Print a line of the table."""
    times = sorted(ms for ms, _ in found)
    p95 = times[min(len(times) - 1, int(len(times) * 0.95))]
    size = statistics.median(count for _, count in found)
    print(
        f"{name:34} p50 {statistics.median(times):6.1f} ms  p95 {p95:6.1f} ms (target {target:3} ms)  {size:6.0f} bytes"
    )


def main() -> None:
    """Measure moves, pages, and a stance saved and painted."""
    with tempfile.TemporaryDirectory() as name:
        folder = workspace.fill(Path(name) / "w", CLAIMS)
        with Terminal("--workspace", str(folder), size=(120, 40)) as terminal:
            terminal.until(f"{CLAIMS} claims")
            time.sleep(3)
            terminal.quiet()
            for title, before, keys, times, target in CASES:
                terminal.press(before)
                report(title, [press(terminal, key) for _ in range(times) for key in keys], target)
            terminal.press("1gj2", "[?c]")
            terminal.press("d", "saved")
            found = [press(terminal, key) for _ in range(10) for key in "cxr"]
            report("c x r (saved and painted)", found, 50)
            terminal.press("\x11")


if __name__ == "__main__":
    main()
