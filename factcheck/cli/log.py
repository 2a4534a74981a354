"""The log file, for faults of ours: where and what, never the texts that were worked on."""

from __future__ import annotations

import logging
import traceback
from logging.handlers import RotatingFileHandler
from pathlib import Path

from platformdirs import user_state_path

MESSAGE_LIMIT = 300
"""Characters of an exception's message that are kept: it may quote what it choked on, and no page belongs in a log."""

LOG_BYTES = 1_000_000


def log_path() -> Path:
    """Return where the log stands ($XDG_STATE_HOME/factcheck/factcheck.log)."""
    return user_state_path("factcheck") / "factcheck.log"


def keep_traceback(error: BaseException) -> str:
    """Write the traceback of a fault into the log; return in words where it is."""
    path = log_path()
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handler = RotatingFileHandler(path, maxBytes=LOG_BYTES, backupCount=3, encoding="utf-8", errors="replace")
    except OSError as failed:
        return f"the log {path} cannot be written: {failed.strerror}"
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    lines = "".join(traceback.format_tb(error.__traceback__))
    message = f"{type(error).__name__}: {str(error)[:MESSAGE_LIMIT]!r}\n{lines}"
    try:
        handler.emit(logging.LogRecord("factcheck", logging.ERROR, "", 0, message, None, None))
    finally:
        handler.close()
    return f"the log has it: {path}"
