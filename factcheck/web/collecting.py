"""From addresses to pages that are kept and read, side by side: fetch, keep as received, read in another process.

Each page is handed over as soon as it is done, so that an interrupted run keeps what it has.
"""

from __future__ import annotations

import asyncio
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import msgspec

from factcheck.corpus.tiers import TierRules
from factcheck.domain import Problem
from factcheck.errors import ElsewhereError, FetchError
from factcheck.web.echoes import Echoes, without_echoes
from factcheck.web.exchanges import Exchange, Fetched
from factcheck.web.fetching import Fetcher
from factcheck.web.markup import Markup
from factcheck.web.pages import Page, received
from factcheck.web.parsing import PageReader
from factcheck.web.refreshing import sends_on_later
from factcheck.web.robots import LONGEST_DELAY
from factcheck.web.secrets import without_secrets
from factcheck.web.snapshots import SnapshotStore

_REPEATS = "repeats the key that it was asked with, where that cannot be taken out; nothing of it is kept"
"""As a PDF may, or a page that sets marks between the letters."""
_BY_HAND = "save it with a browser, take the key out, and `factcheck corpus add` the file"


@dataclass(frozen=True, slots=True, kw_only=True)
class Collected:
    """What came of one address. `page` is None where the site gave none; `snapshot`: the file of what it answered.

    `said`: what was answered where that is no page at all: redirects that lead nowhere, or an answer that was cut.
    `leads_to`: the host (ASCII) that it redirects to and that nobody agreed to ask.
    """

    asked: str
    fetched: Fetched | None = None
    said: Fetched | None = None
    page: Page | None = None
    snapshot: Path | None = None
    leads_to: str = ""
    problems: tuple[Problem, ...] = ()


Taker = Callable[[Collected], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Collector:
    """What is needed to collect pages. `root`: the folder that paths of snapshots are told from."""

    fetcher: Fetcher
    reader: PageReader
    store: SnapshotStore
    root: Path
    rules: TierRules
    archives: tuple[str, ...] = ()
    salt: bytes = b""
    """Of the digests that stand for the keys in addresses."""
    known: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    """Address -> ETag and Last-Modified of the copy that is there."""

    async def collect(self, urls: Iterable[str], take: Taker) -> list[Collected]:
        """Collect pages side by side, each address once, in their order; a fault is a `Problem` and stops nothing.

        An exception that nobody foresaw is raised when all others are done and handed over.
        """
        begin = asyncio.Lock()
        pages = (self._taken(url, take, begin) for url in dict.fromkeys(urls))
        found = await asyncio.gather(*pages, return_exceptions=True)
        for one in found:
            if isinstance(one, BaseException):
                raise one
        return [one for one in found if not isinstance(one, BaseException)]

    async def _taken(self, url: str, take: Taker, begin: asyncio.Lock) -> Collected:
        async with begin:  # one in a turn of the loop: a thousand in the same one would stall it for 100 ms
            await asyncio.sleep(0)
        found = await self.one(url)
        take(found)
        return found

    async def one(self, url: str) -> Collected:
        """Collect one page."""
        etag, last_modified = self.known.get(url, ("", ""))
        shown = without_secrets(url, self.salt)
        answers: list[Exchange] = []
        try:
            fetched = await self.fetcher.fetch(url, etag=etag, last_modified=last_modified, answers=answers)
        except FetchError as error:
            problem = Problem(path=shown, reason=error.message, remedy=error.hint)
            leads_to = error.host if isinstance(error, ElsewhereError) else ""
            # redirects that lead nowhere, and what was cut, are what the site said: on record, and no source
            said = without_echoes(Fetched(asked=url, body=b"", exchanges=tuple(answers))) if answers else None
            record = await self._kept(said) if said else None
            return Collected(asked=url, said=said, snapshot=record, leads_to=leads_to, problems=(problem,))
        if fetched.unchanged:
            return Collected(asked=url, fetched=fetched)
        if fetched.fault:
            gone = await self._kept(fetched)
            problem = Problem(path=shown, reason=fetched.fault, remedy=fetched.remedy)
            return Collected(asked=url, fetched=fetched, snapshot=gone, problems=(problem,))
        path = str(self.store.place(fetched).relative_to(self.root))
        one = received(fetched, path=path, archives=self.archives, rules=self.rules, salt=self.salt)
        try:
            page = await self.reader.read(one)
        except BaseException:  # interrupted, too: nobody knows what it repeats
            self.fetcher.forget(url)
            raise
        if Echoes.of(fetched).stand_in("\n".join((page.text, *(document.source.title for document in page.documents)))):
            self.fetcher.forget(url)
            return Collected(asked=url, problems=(Problem(path=shown, reason=_REPEATS, remedy=_BY_HAND),))
        return Collected(
            asked=url,
            fetched=fetched,
            page=page,
            snapshot=await self._kept(fetched, page),
            problems=(
                *page.problems,
                *self._sent_on(fetched, page.url),
                *_perhaps_cut(fetched, page.url),
                *self._hurried(fetched),
            ),
        )

    def _sent_on(self, fetched: Fetched, address: str) -> Iterator[Problem]:
        """Say where a page sends its reader after a while: what was read may not be all that it has to say."""
        if onward := sends_on_later(fetched):
            told = self.fetcher.told_target(fetched.url, onward.target)
            reason = f"sends its reader on after {onward.seconds} seconds, which is not followed: {told}"
            yield Problem(path=address, reason=reason, remedy="fetch that page, too, if it is the one you mean")

    def _hurried(self, fetched: Fetched) -> Iterator[Problem]:
        """Say, once a site, that it asks for a longer pause than was kept; of what was played nobody was asked."""
        if not fetched.last.recording and (asked := self.fetcher.cut_delay(fetched.url)):
            reason = f"its robots.txt asks for {asked:g} seconds between two requests; {LONGEST_DELAY:g} are kept"
            yield Problem(path=fetched.url, reason=reason, remedy="fetch single pages there, and at a distance")

    async def _kept(self, fetched: Fetched, page: Page | None = None) -> Path:
        said = page.markup if page else Markup()
        markup = msgspec.json.encode(said).decode() if said != Markup() else ""
        text = page.text if page else ""
        waiting_for_the_disk = asyncio.to_thread(self.store.keep, fetched, text=text, markup=markup)
        keeping = asyncio.ensure_future(waiting_for_the_disk)
        try:
            snapshot = await asyncio.shield(keeping)
        except asyncio.CancelledError:  # interrupted while it is written: the page is done, and is handed over
            snapshot = await keeping
        return snapshot.path


_UNENDED = re.compile(rb"<(?:html|body)[\s>]", re.IGNORECASE)
_ENDED = re.compile(rb"</(?:html|body)\s*>", re.IGNORECASE)
_END_BYTES = 20_000


def _perhaps_cut(fetched: Fetched, address: str) -> Iterator[Problem]:
    """Say that a page ends in the middle where nothing told its length: a connection that broke looks like its end.

    Source: RFC 9112, 6.3 (a message body may end with the connection). The end tags may be left out, so it is a doubt.
    """
    last = fetched.last
    is_told = (
        last.header("content-length") or last.header("transfer-encoding") or not last.http_version.startswith("HTTP/1")
    )
    is_page = fetched.media_type in ("", "text/html", "application/xhtml+xml")
    if is_told or last.cached or not is_page or not _UNENDED.search(fetched.body[:_END_BYTES]):
        return
    if not _ENDED.search(fetched.body[-_END_BYTES:]):
        reason = "may be cut off: nothing told its length, and it ends without its end tags"
        yield Problem(
            path=address, reason=reason, remedy="look at its end in a browser; `factcheck fetch --refetch URL`"
        )
