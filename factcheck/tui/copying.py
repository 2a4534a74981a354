"""Copying text out: to the terminal's clipboard (OSC 52), and to a file, for terminals that refuse it."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from platformdirs import user_state_path

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
        return f"{len(shown)} characters copied to the terminal's clipboard; no file: {error.strerror}"
    return f"{len(shown)} characters copied to the clipboard and to {path}"


def _write(path: Path, text: str) -> Path:
    """Write a file that only its owner reads."""
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w", encoding="utf-8") as file:
        file.write(text)
    return path
