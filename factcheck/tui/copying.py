"""Copying text out: to the terminal's clipboard (OSC 52), and to a file, for terminals that refuse it."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from platformdirs import user_state_path

from factcheck.reports.cells import counted
from factcheck.tui.pieces import harmless

if TYPE_CHECKING:
    from textual.app import App

COPY_FILE = "copied.txt"


def copy_text(app: App[int], text: str) -> str:
    """Copy text, made harmless; say where it went."""
    shown = harmless(text)
    app.copy_to_clipboard(shown)
    try:
        folder = user_state_path("factcheck", ensure_exists=True)
        path = _write(folder / COPY_FILE, shown)
    except OSError as error:
        return f"{counted(len(shown), 'character')} copied to the clipboard; no file: {error.strerror}"
    return f"{counted(len(shown), 'character')} copied; also in {_short(path)}"


def _write(path: Path, text: str) -> Path:
    """Write a file that only its owner reads."""
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w", encoding="utf-8") as file:
        file.write(text)
    return path


def _short(path: Path) -> str:
    """Return a path as people write it: the home folder is `~`."""
    home = Path.home()
    return f"~/{path.relative_to(home)}" if path.is_relative_to(home) else str(path)
