"""The command line: it parses, asks the workbench, and prints. stdout is data, stderr is narration.

Loads nothing heavy: every command lives in a module of its own that is imported when it is called.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import NoReturn

__all__ = ["main"]

_INTERRUPTED = 130
"""`errors.EXIT_INTERRUPTED`, for the moment before anything of ours is imported."""


def main(arguments: Sequence[str] | None = None) -> NoReturn:
    """Run `factcheck` with these arguments (the process's own by default) and exit."""
    try:
        from factcheck.cli.running import main as run

        run(arguments)
    except KeyboardInterrupt:  # while modules were loaded, or while the exit was under way
        sys.exit(_INTERRUPTED)
