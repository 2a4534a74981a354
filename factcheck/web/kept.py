"""Which pages a workspace holds: for each address the copy that was fetched last, and the documents made of it.

A small file an address in `snapshots/pages/`; the copies themselves, the old ones too, stand in the snapshots. A page
is found by the address that was asked for, the one that answered, and the one it is known by; `ways/` tells where else
one came from: through which redirects. Documents of pages that are gone, or not shown whole, are named beside them, a
small file each: lists ask for those alone. `lost/` has what was said of an address that gave no page. With `salt` the
keys in addresses are digested; it leaves with nothing.
"""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterable, Iterator
from datetime import datetime
from pathlib import Path

import msgspec

from factcheck.errors import StorageError
from factcheck.text.addresses import url_key
from factcheck.web.copies import copy_told, is_same_site
from factcheck.web.files import UNFINISHED, remove_unfinished, write_whole
from factcheck.web.salted import Salted
from factcheck.web.stubs import since

GONE = "gone"
STUBS = "stubs"
WAYS = "ways"
LOST = "lost"
NOTES = "notes"
RECORDED = "recorded"
COPIES = "copies"


class KeptPage(msgspec.Struct, frozen=True, kw_only=True):
    """A page as it was fetched last. `gone` says why it was no longer there then, and is "" where it was.

    `stub` is what stood there in place of the whole page, where that was all that was ever had, `instead` what stands
    there now, where the text is of an earlier day; `canonical` the other address that it says to be known by; `ways`
    the addresses that led to it, the one that was asked for in front; `is_copy`: it is an archive's, and the page at
    its address is another source, `archived` when it was taken, as far as that is known; `notice`: what it says of
    itself was retracted or corrected.
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
    instead: str = ""
    canonical: str = ""
    ways: tuple[str, ...] = ()
    is_copy: bool = False
    archived: datetime | None = None
    notice: str = ""

    @property
    def place(self) -> str:
        """The address of which it is the page: one place holds one page."""
        return self.url if self.is_copy else self.address

    @property
    def copied(self) -> str:
        """What is said of an archive's copy; "" of the page itself."""
        return copy_told(self.address, self.archived) if self.is_copy else ""


_DECODER = msgspec.json.Decoder(KeptPage)


class KeptPages:
    """The pages of a workspace, by their addresses."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._addresses = Salted(folder)

    @property
    def salt(self) -> bytes:
        """What the keys in addresses are digested with."""
        return self._addresses.salt

    def known_as(self, url: str) -> str:
        """Return an address as it is kept: a digest stands for each of its keys."""
        return self._addresses.known_as(url)

    def get(self, url: str) -> KeptPage | None:
        """Return the page that was fetched from an address, or is known by it, as it was fetched last.

        None also where its file is damaged: it is fetched as if for the first time then, and `damaged` tells it.
        """
        path = self._path(url)
        page = _read(path)
        if page is None:
            return None
        latest = self._path(page.place)
        found = _read(latest) if latest != path else page
        return found if found and found.place == page.place else page

    def reached(self, url: str) -> KeptPage | None:
        """Return the page that an address led to, however it is written, or that says to be known by it.

        Raises:
            StorageError: what is kept of it cannot be read.
        """
        way = self._way(url)
        try:
            return self.get(way.read_text("utf-8")) if way else None
        except FileNotFoundError:
            return None
        except (OSError, UnicodeDecodeError) as error:
            raise _unreadable(way or self._folder) from error

    def put(self, page: KeptPage) -> None:
        """Keep a page under each of its addresses; an archive's copy not under that of the page itself.

        Raises:
            StorageError: the disk does not take it.
        """
        written = msgspec.json.encode(page)
        for url in dict.fromkeys([page.place, page.url, page.asked, *page.ways[:1]]):
            self._write(self._path(url), written)
        self._note_ways(page)
        self._note_sources(GONE, page, page.gone)
        self._note_sources(NOTES, page, page.notice)
        self._note_sources(COPIES, page, page.copied)
        self._note_sources(STUBS, page, page.stub or since(page.instead))

    def note_recording(self, sources: Collection[str], recording: str, *, had: Collection[str]) -> None:
        """Note of documents (ids) that they were played from a recording, or, with "", that they came from the web.

        What was `had` from the web stays so, though a recording says the same.

        Raises:
            StorageError: the disk does not take it.
        """
        folder = self._folder / RECORDED
        self._note(folder, [one for one in sources if not recording or one not in had], recording)

    def _note_ways(self, page: KeptPage) -> None:
        """Note what led to a page. What it says of itself counts on its own host, and where no page was fetched.

        An archive's copy is reached by the address of the page itself until that was fetched.
        """
        ways = [*page.ways, page.asked, page.url]
        if page.is_copy and ((there := self.reached(page.address)) is None or there.is_copy):
            ways.append(page.address)
        if page.canonical and is_same_site(page.canonical, page.url) and self.reached(page.canonical) is None:
            ways.append(page.canonical)
        for way in dict.fromkeys(filter(None, map(self._way, ways))):
            self._write(way, page.place.encode())

    def note_lost(self, url: str, said: str) -> None:
        """Keep what came of an address in place of a page; "" once there is one."""
        path = self._of_key(LOST, url)
        if path is None:
            return
        try:
            if said:
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(said, "utf-8")
            else:
                path.unlink(missing_ok=True)
        except OSError as error:
            raise StorageError("cannot be written", subject=str(path), hint=str(error)) from error

    def lost(self, url: str) -> str:
        """Return what came of an address in place of a page when it was asked last; "" for a page, or if nobody asked.

        Raises:
            StorageError: what is kept of it cannot be read.
        """
        path = self._of_key(LOST, url)
        try:
            return path.read_text("utf-8") if path else ""
        except FileNotFoundError:
            return ""
        except (OSError, UnicodeDecodeError) as error:
            raise _unreadable(path or self._folder) from error

    def tidy(self) -> None:
        """Remove what runs that were killed left unfinished."""
        remove_unfinished(self._folder / UNFINISHED)

    def _write(self, path: Path, contents: bytes) -> None:
        try:
            write_whole(path, contents, first_in=self._folder / UNFINISHED)
        except OSError as error:
            raise StorageError("cannot be written", subject=str(path), hint=str(error)) from error

    def _note_sources(self, name: str, page: KeptPage, said: str) -> None:
        self._note(self._folder / name, page.sources, said)

    def _note(self, folder: Path, sources: Iterable[str], said: str) -> None:
        try:
            for source in sources:
                if said:
                    folder.mkdir(parents=True, exist_ok=True)
                    (folder / source).write_text(said, "utf-8")
                else:
                    (folder / source).unlink(missing_ok=True)
        except OSError as error:
            raise StorageError("cannot be written", subject=str(folder), hint=str(error)) from error

    def all(self) -> Iterator[KeptPage]:
        """Yield each page once, as it was fetched last; those that were fetched first in front."""
        there = filter(None, map(_read, self._folder.glob("*/*.json")))
        read = sorted(there, key=lambda page: (page.at, page.address))
        found = {page.place: page for page in read}
        yield from sorted(found.values(), key=lambda page: (page.at, page.address))

    def damaged(self) -> Iterator[Path]:
        """Yield the files of pages that cannot be read; their pages are passed over."""
        yield from (path for path in sorted(self._folder.glob("*/*.json")) if _read(path) is None)

    def _path(self, url: str) -> Path:
        name = hashlib.sha256(self.known_as(url).encode()).hexdigest()
        return self._folder / name[:2] / f"{name}.json"

    def _way(self, url: str) -> Path | None:
        return self._of_key(WAYS, url)

    def _of_key(self, name: str, url: str) -> Path | None:
        key = url_key(self.known_as(url))
        return self._folder / name / hashlib.sha256(key.encode()).hexdigest() if key else None


def _read(path: Path) -> KeptPage | None:
    try:
        return _DECODER.decode(path.read_bytes())
    except (OSError, msgspec.MsgspecError, UnicodeDecodeError):
        return None


def _unreadable(path: Path) -> StorageError:
    return StorageError("cannot be read", subject=str(path), hint="delete it, and fetch the page again")
