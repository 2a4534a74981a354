"""What a path is, before it is read."""

from __future__ import annotations

import stat
from pathlib import Path


def may_never_end(path: Path) -> bool:
    """Tell whether a path is a pipe, a socket or a device: to open it can wait for ever, to read it need not end."""
    try:
        mode = path.stat().st_mode
    except (OSError, ValueError):
        return False  # whoever reads it says why it cannot be
    return not stat.S_ISREG(mode) and not stat.S_ISDIR(mode)


NEVER_ENDS = "is no file but a pipe or a device, which may never end"

__all__ = ["NEVER_ENDS", "may_never_end"]
