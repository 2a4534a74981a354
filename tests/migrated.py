"""A new database as a copy of one that was migrated once: the migrations take ten times as long as what is tested.

The databases on a server are copied from one, too (`tests/postgres.py`). `tests/store/` makes each from its migrations.
"""

from __future__ import annotations

import os
import secrets
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from factcheck.errors import StateError


class Migrated:
    """What stands in the place of `sqlite_file.bring_up_to_date`."""

    def __init__(self, bring_up_to_date: Callable[[Path], None], folder: Path) -> None:
        self._real = bring_up_to_date
        self._folder = folder
        self._content = b""

    def __call__(self, path: Path) -> None:
        """Put a copy there where nothing is; then the product looks at what it finds, as it does at any other file.

        The copy appears whole: several may open a new workspace at once. Where none can be put (a full disk, a folder
        that may not be written), the product is to tell it.
        """
        with suppress(OSError, StateError):
            if not path.exists():
                self._put(path)
        self._real(path)

    def _put(self, path: Path) -> None:
        fresh = path.with_name(f"fresh-{secrets.token_hex(4)}")
        try:
            fresh.write_bytes(self._template())
            os.link(fresh, path)
        finally:
            fresh.unlink(missing_ok=True)

    def _template(self) -> bytes:
        if not self._content:
            made = self._folder / "migrated.db"
            self._real(made)
            self._content = made.read_bytes()
        return self._content
