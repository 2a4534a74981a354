"""Which pages a workspace holds: for each address the copy that was fetched last, and the documents made of it.

A small file an address in `snapshots/pages/`; the copies themselves, the old ones too, stand in the snapshots. A page
is found by the address that was asked for, the one that answered, and the one it is known by. Documents of pages that
are gone are named beside them, an empty file each: a list of claims asks for those alone.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import msgspec

from factcheck.errors import StorageError
from factcheck.web.files import write_whole
from factcheck.web.secrets import without_secrets


class KeptPage(msgspec.Struct, frozen=True, kw_only=True):
    """A page as it was fetched last. `gone` says why it was no longer there then, and is "" where it was.

    `stub` is what stood there in place of the whole page, where that was all that was ever had.
    """

    asked: str
    url: str
    address: str
    at: datetime
    snapshot: str
    """The file, from the workspace's folder on."""
    sources: tuple[str, ...]
    title: str = ""
    etag: str = ""
    last_modified: str = ""
    gone: str = ""
    stub: str = ""


GONE = "gone"

_DECODER = msgspec.json.Decoder(KeptPage)


class KeptPages:
    """The pages of a workspace, by their addresses."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def get(self, url: str) -> KeptPage | None:
        """Return the page that was fetched from an address, or is known by it.

        Raises:
            StorageError: what is kept of it cannot be read.
        """
        path = self._path(url)
        return _read(path) if path.is_file() else None

    def put(self, page: KeptPage) -> None:
        """Keep a page under each of its addresses.

        Raises:
            StorageError: the disk does not take it.
        """
        for url in dict.fromkeys((page.address, page.url, page.asked)):
            path = self._path(url)
            try:
                write_whole(path, msgspec.json.encode(page))
            except OSError as error:
                raise StorageError("cannot be written", subject=str(path), hint=str(error)) from error
        self._note_gone(page)

    def _note_gone(self, page: KeptPage) -> None:
        folder = self._folder / GONE
        try:
            for source in page.sources:
                if page.gone:
                    folder.mkdir(exist_ok=True)
                    (folder / source).touch()
                else:
                    (folder / source).unlink(missing_ok=True)
        except OSError as error:
            raise StorageError("cannot be written", subject=str(folder), hint=str(error)) from error

    def all(self) -> Iterator[KeptPage]:
        """Yield each page once, those that were fetched first in front."""
        found = {page.address: page for page in map(_read, sorted(self._folder.glob("*/*.json")))}
        yield from sorted(found.values(), key=lambda page: (page.at, page.address))

    def _path(self, url: str) -> Path:
        name = hashlib.sha256(without_secrets(url).encode()).hexdigest()
        return self._folder / name[:2] / f"{name}.json"


def _read(path: Path) -> KeptPage:
    try:
        return _DECODER.decode(path.read_bytes())
    except (OSError, msgspec.MsgspecError) as error:
        raise StorageError("cannot be read", subject=str(path), hint="delete it, and fetch the page again") from error
