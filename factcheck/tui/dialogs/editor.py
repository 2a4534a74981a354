"""Writing a text in the reviewer's own editor, while the screen is put away."""

from __future__ import annotations

import os
import shlex
import subprocess
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.errors import InputError

if TYPE_CHECKING:
    from textual.app import App

LONGEST = 100_000
"""Characters that are taken from an editor: of a million on one line each key took seconds. Source: our own choice."""


def edited(app: App[int], text: str) -> str:
    """Return what the reviewer made of a text in their editor.

    Raises:
        InputError: it does not start, ended with a fault, or left no text that can be taken: the text stays as it was.
    """
    command = editor_command(os.environ)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "factcheck.txt"
        path.write_text(text, encoding="utf-8")
        fault = ""
        with app.suspend():  # an error that left this block would leave the screen suspended
            try:
                ended = subprocess.run([*command, str(path)], check=False)  # noqa: S603 - the reviewer's own, no shell
                fault = f"the editor ended with {ended.returncode}; the text is as it was" if ended.returncode else ""
            except OSError as error:
                fault = f"cannot start the editor: {error.strerror}"
        app.refresh()
        if fault:
            raise InputError(fault, hint="set EDITOR", subject=command[0])
        return _written(path, command[0])


def _written(path: Path, editor: str) -> str:
    try:
        written = path.read_text(encoding="utf-8", errors="replace").rstrip("\n")
    except OSError as error:
        fault = f"the editor left no file that can be read ({error.strerror}); the text is as it was"
        raise InputError(fault, hint="save it under its name", subject=editor) from error
    if len(written) > LONGEST:
        fault = f"the editor left {len(written):,} characters, and {LONGEST:,} are taken; the text is as it was"
        raise InputError(fault, hint="add a file as evidence instead", subject=editor)
    return written


def editor_command(environment: Mapping[str, str]) -> list[str]:
    """Return the reviewer's editor with its arguments: VISUAL, then EDITOR, then vi.

    Raises:
        InputError: it is no command.
    """
    named = environment.get("VISUAL", "").strip() or environment.get("EDITOR", "").strip() or "vi"
    try:
        return shlex.split(named)
    except ValueError as error:
        raise InputError(f"is no command: {error}", hint="set EDITOR", subject=named) from error
