"""The command as a user calls it: in this process where streams do not matter, else in one of its own."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from factcheck.cli.running import run

ARTICLE = """Cranes for the harbour

14 November 2024

The harbour of Ostwick has six cranes. Maren Holt said on Monday that the town built 40,000 homes in 2023.
"""
SOURCE = """2024-11-10
Harbour report

The harbour of Ostwick has five cranes, the yearly report says. The ministry counted 31,000 new homes in 2023.
"""


@dataclass(frozen=True, slots=True)
class Ended:
    """How a command ended, and what it wrote."""

    code: int
    out: str
    err: str

    @property
    def complaint(self) -> str:
        """The one line that says what was wrong."""
        lines = [line for line in self.err.splitlines() if line.startswith("factcheck: ")]
        assert len(lines) == 1, self.err
        return lines[0]


def called(capsys, *arguments: str) -> Ended:
    """Run the command in this process."""
    capsys.readouterr()
    code = run(list(arguments))
    written = capsys.readouterr()
    assert "Traceback" not in written.err
    return Ended(code, written.out, written.err)


def started(*arguments: str | bytes, before: Callable[[], None] | None = None, **streams: int) -> subprocess.Popen[str]:
    """Start the command in a process of its own. `before` runs in it first.

    It can be interrupted though the tests themselves were started in the background of a shell, which ignores that.
    """

    def first() -> None:
        for number in (signal.SIGINT, signal.SIGHUP):
            signal.signal(number, signal.SIG_DFL)
        if before:
            before()

    return subprocess.Popen(
        [sys.executable, "-m", "factcheck", *arguments],
        stdout=streams.get("stdout", subprocess.PIPE),
        stderr=streams.get("stderr", subprocess.PIPE),
        stdin=subprocess.DEVNULL,
        text=True,
        env=os.environ | {"COLUMNS": "80"},
        preexec_fn=first,  # noqa: PLW1509 - the tests that use it run no threads
    )


def ticking(claim: str = "1") -> tuple[str, ...]:
    """The command that ticks all that is left of a claim, and waives what no evidence of its verdict speaks of."""
    return ("claim", "tick", claim, "--all", "--waive", "Known to the desk.")


def written(folder: Path, name: str, content: str | bytes) -> str:
    """Write a file and return its path."""
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return str(path)
