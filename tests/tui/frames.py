"""The screen as plain text, and golden files of it. REWRITE_GOLDEN=1 writes the golden files anew: read the diff."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

GOLDEN = Path(__file__).parent / "golden"


def frame(app: Any) -> str:
    """Return what the terminal shows, one line a row, blanks at the ends removed."""
    strips = app.screen._compositor.render_strips()
    return "\n".join("".join(segment.text for segment in strip).rstrip() for strip in strips) + "\n"


def check(app: Any, name: str) -> None:
    """Compare the screen with its golden file."""
    path = GOLDEN / f"{name}.txt"
    shown = frame(app)
    if os.environ.get("REWRITE_GOLDEN"):
        path.parent.mkdir(exist_ok=True)
        path.write_text(shown, encoding="utf-8")
    assert shown == path.read_text(encoding="utf-8"), f"{path} differs; REWRITE_GOLDEN=1 writes it anew"
