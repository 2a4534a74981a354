"""How a workspace keeps addresses: a digest stands for each key in them, salted by a file that leaves with nothing."""

from __future__ import annotations

import os
import secrets
import tempfile
from contextlib import suppress
from functools import cached_property
from pathlib import Path

from factcheck.web.secrets import without_secrets

PAGES = "snapshots/pages"
"""Where the salt stands in a workspace, and the fetched pages by their addresses."""
_SALT_BYTES = 32


class Salted:
    """The addresses of a workspace, as they are kept. It is sent to the processes that read files.

    `make`: whether the salt is made where there is none; who writes nothing has one that is good for now.
    """

    def __init__(self, folder: Path, *, make: bool = True) -> None:
        self._folder = folder
        self._make = make

    @cached_property
    def salt(self) -> bytes:
        """What the keys in addresses are digested with; where nothing may be written, one that is good for now."""
        path = self._folder / "salt"
        with suppress(OSError):  # it cannot be
            if self._make and not path.is_file():
                _make(path)
        try:
            return path.read_bytes() or secrets.token_bytes(_SALT_BYTES)
        except OSError:
            return secrets.token_bytes(_SALT_BYTES)

    def known_as(self, url: str) -> str:
        """Return an address as it is kept: a digest stands for each of its keys."""
        plain = without_secrets(url)
        return plain if plain == url else without_secrets(url, self.salt)


def _make(path: Path) -> None:
    """Make the file whole, unless another process was faster: all of them digest with one salt."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, part = tempfile.mkstemp(dir=path.parent, prefix=".salt.", suffix=".part")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(secrets.token_bytes(_SALT_BYTES))
        try:
            path.hardlink_to(part)
        except FileExistsError:
            return
        except OSError:  # a disk without links
            Path(part).replace(path)
    finally:
        Path(part).unlink(missing_ok=True)


__all__ = ["PAGES", "Salted"]
