"""Pages fetched for a workspace: kept as received, made sources of its corpus, and on record in the log.

Nothing is fetched that a person did not name or agree to. What is there already is not asked for again, unless that is
wanted (`again`): then the old copy stays in the snapshots, and the new text takes the place of the old one in the
corpus. An interrupted run keeps the pages that it has.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from http import HTTPStatus
from typing import TYPE_CHECKING

import msgspec

from factcheck.corpus.readers import ArticleFile, parse_article
from factcheck.corpus.tiers import TierRules
from factcheck.domain import MACHINE, Problem
from factcheck.errors import FetchError, InputError
from factcheck.review.kinds import Kind
from factcheck.web.collecting import Collected, Collector
from factcheck.web.fetching import Fetcher
from factcheck.web.kept import KeptPage, KeptPages
from factcheck.web.network import Access, policy_for, transport_for
from factcheck.web.pages import Page, page_name, received, text_of
from factcheck.web.parsing import PageReader
from factcheck.web.secrets import without_secrets
from factcheck.web.snapshots import SnapshotStore
from factcheck.web.stopping import Stop
from factcheck.web.stubs import Stub
from factcheck.workbench.drift import Drift, find_drift
from factcheck.workbench.reaching import hosts_met, policy_of
from factcheck.workbench.withholding import refuse_withheld

if TYPE_CHECKING:
    from pathlib import Path

    from factcheck.corpus import Corpus
    from factcheck.workbench import Workbench

SNAPSHOTS = "snapshots"
CACHE = "cache/http.db"
_GONE = frozenset([HTTPStatus.NOT_FOUND, HTTPStatus.GONE])

NEW = "new"
THERE = "there already"
UNCHANGED = "unchanged"
CHANGED = "changed"
GONE = "gone"
NOT_READ = "not read"


@dataclass(frozen=True, slots=True, kw_only=True)
class FetchedPage:
    """What came of one address. `became` in words; `sources` are ids of documents, `replaced` those they replace.

    `address` is what the page is known by, `archived` the moment when an archive took the copy that was fetched,
    `leads_to` the host (ASCII) that it redirects to and that nobody agreed to ask.
    """

    asked: str
    became: str
    url: str = ""
    address: str = ""
    status: int = 0
    title: str = ""
    snapshot: str = ""
    sources: tuple[str, ...] = ()
    replaced: tuple[str, ...] = ()
    archived: datetime | None = None
    rulings: tuple[str, ...] = ()
    drift: tuple[Drift, ...] = ()
    leads_to: str = ""
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class FetchReport:
    """What a run fetched; `unfound`: searches that gave nothing; `stopped_at`: hosts (ASCII) that some redirect to."""

    pages: tuple[FetchedPage, ...]
    unfound: tuple[Problem, ...] = ()
    stopped_at: tuple[str, ...] = ()

    @property
    def leads_to(self) -> tuple[str, ...]:
        """The hosts that pages and searches redirect to and that nobody agreed to ask, each once."""
        pages = (page.leads_to for page in self.pages if page.leads_to)
        return tuple(dict.fromkeys((*self.stopped_at, *pages)))

    @property
    def problems(self) -> tuple[Problem, ...]:
        """All that was wrong, in the order of the pages."""
        return (*self.unfound, *(problem for page in self.pages for problem in page.problems))


@dataclass(frozen=True, slots=True, kw_only=True)
class Errand:
    """What pages are fetched for. `revision`: the article (its id).

    `hosts`: those that people agreed to; None: the whole sites of what is asked for. `feeds`: the addresses that are
    asked for again as soon as their answer is no longer fresh.
    """

    revision: str = ""
    hosts: frozenset[str] | None = None
    feeds: Collection[str] = ()
    stop: Stop = field(default_factory=Stop)


Progress = Callable[[int, int], None]
"""Told how many pages of how many are done."""


def check_may_fetch(bench: Workbench, access: Access) -> None:
    """Refuse before anybody is told that something is asked.

    Raises:
        StateError: nothing may be fetched; says why, and who can change it.
    """
    policy_for(bench.settings, access)


def fetch_pages(
    bench: Workbench,
    urls: Sequence[str],
    access: Access,
    *,
    again: bool = False,
    errand: Errand | None = None,
    progress: Progress = lambda _, __: None,
) -> FetchReport:
    """Fetch pages, and make them sources.

    `again`: also those that are there, past the cache; `errand`: what is known where they are fetched for a claim.

    Raises:
        StateError: nothing may be fetched, it was stopped, the corpus is being written, or the disk failed.
        InputError: a name that is withheld stands in an address; nothing is asked then.
    """
    errand = errand or Errand()
    shelf = kept_pages(bench)
    met = frozenset(host for url in urls for host in hosts_met(bench, shelf, url)) if again else frozenset()
    policy = policy_of(bench, urls, access, hosts=errand.hosts, more=met)
    refuse_withheld(bench, urls)
    there = (
        {}
        if again
        else {url: page for url in urls if (page := shelf.get(url)) and not page.gone and url not in errand.feeds}
    )
    wanted = [url for url in dict.fromkeys(urls) if url not in there]
    found: dict[str, Collected] = {}

    def take(one: Collected) -> None:
        found[one.asked] = one
        progress(len(found), len(wanted))

    async def run() -> None:
        transport = transport_for(policy, access, cache=None if again else cache_of(bench))
        async with Fetcher(policy, transport=transport, now=bench.now) as fetcher, PageReader() as reader:
            await _collector(bench, fetcher, reader, shelf if again else None, wanted).collect(wanted, take)

    kept: dict[str, FetchedPage] = {}
    try:
        if wanted:
            errand.stop.run(run())
    finally:
        if found:
            with bench.open_corpus(create=True) as corpus:
                kept = {url: _keep(bench, corpus, shelf, one, errand.revision) for url, one in found.items()}
    pages = (_there(there[url]) if url in there else kept[url] for url in dict.fromkeys(urls))
    return FetchReport(pages=tuple(pages))


def fetch_article(bench: Workbench, url: str, access: Access) -> tuple[ArticleFile, str]:
    """Fetch the article that is to be checked, and keep it as received; return it and the address it is known by.

    Raises:
        StateError: nothing may be fetched.
        FetchError: there is no such page, or something else stands in its place.
        InputError: it cannot be read as an article.
    """
    policy = policy_of(bench, [url], access)
    refuse_withheld(bench, [url])

    async def run() -> Collected:
        transport = transport_for(policy, access, cache=cache_of(bench))
        async with Fetcher(policy, transport=transport, now=bench.now) as fetcher, PageReader() as reader:
            return await _collector(bench, fetcher, reader, None, [url]).one(url)

    one = asyncio.run(run())
    page, fetched = one.page, one.fetched
    if fetched is None or page is None or page.stub in (Stub.MISSING, Stub.CONSENT):
        first = one.problems[0]
        raise FetchError(first.reason, hint=first.remedy, subject=without_secrets(url))
    name = page_name(page.url, fetched.last.header("content-type"))
    text = text_of(received(fetched, archives=(), rules=TierRules()), name)
    article = parse_article(fetched.body if text is None else text.encode("utf-8", "replace"), name)
    published = page.documents[0].source.published if page.documents else None
    if published and not article.published:
        article = replace(article, published=published, published_from="the page's metadata")
    _log(bench, FetchedPage(asked=without_secrets(url), became=NEW, url=page.url, status=fetched.last.status), one, "")
    return replace(article, notices=(*article.notices, *_worth_telling(page))), page.address


def cache_of(bench: Workbench) -> Path:
    """Return the file of the answers that a workspace remembers; it may be deleted at any time."""
    return bench.workspace / CACHE


def kept_pages(bench: Workbench) -> KeptPages:
    """Return the pages that the workspace holds."""
    return KeptPages(bench.workspace / SNAPSHOTS / "pages")


def read_urls(text: str) -> list[str]:
    """Return the addresses of a list: one a line, blank lines and what follows a # at its start left out.

    Raises:
        InputError: there is none.
    """
    lines = (line.strip() for line in text.splitlines())
    urls = [line for line in lines if line and not line.startswith("#")]
    if not urls:
        raise InputError("lists no address", hint="write one a line")
    return urls


def _worth_telling(page: Page) -> tuple[Problem, ...]:
    """Return what is said of a page beside what its article's own reader says."""
    return page.problems if page.stub else ()


def _collector(
    bench: Workbench, fetcher: Fetcher, reader: PageReader, shelf: KeptPages | None, urls: Iterable[str]
) -> Collector:
    known = {url: page for url in urls if shelf and (page := shelf.get(url))}
    return Collector(
        fetcher=fetcher,
        reader=reader,
        store=SnapshotStore(bench.workspace / SNAPSHOTS),
        root=bench.workspace,
        rules=TierRules(default=bench.settings.default_tier, rules=bench.settings.tier_rules),
        archives=tuple(bench.settings.values.fetch.archives),
        known={url: (page.etag, page.last_modified) for url, page in known.items() if not page.gone},
    )


def _there(page: KeptPage) -> FetchedPage:
    return FetchedPage(
        asked=page.asked,
        became=THERE,
        url=page.url,
        address=page.address,
        title=page.title,
        snapshot=page.snapshot,
        sources=page.sources,
    )


def _keep(bench: Workbench, corpus: Corpus, shelf: KeptPages, one: Collected, revision: str) -> FetchedPage:
    """Make sources of what was collected. New ones are added first: a kill leaves one too many, and no gap."""
    former = shelf.get(one.asked)
    if one.page is None or not one.page.documents:
        return _without_text(bench, shelf, one, former, revision)
    page, fetched = one.page, one.fetched
    assert fetched is not None  # noqa: S101 - a page was read from it
    former = former or shelf.get(page.address)
    corpus.add(page.documents)
    found = tuple(document.source.id for document in page.documents)
    replaced = _replaced(corpus, former, page)
    staying = (source for source in (former.sources if former else ()) if source not in (*found, *replaced))
    sources = (*found, *staying)
    drift = find_drift(bench, replaced, page.documents) if replaced else ()
    corpus.remove(replaced)
    kept = KeptPage(
        asked=without_secrets(one.asked),
        url=page.url,
        address=page.address,
        at=fetched.last.asked_at,
        snapshot=_relative(bench, one.snapshot),
        sources=sources,
        title=page.documents[0].source.title,
        etag=fetched.last.header("etag"),
        last_modified=fetched.last.header("last-modified"),
    )
    shelf.put(kept)
    became = NEW if former is None else CHANGED if replaced else UNCHANGED
    done = replace(
        _there(kept),
        became=became,
        status=fetched.last.status,
        replaced=replaced,
        archived=page.archived,
        rulings=tuple(f"{review.rating}: {review.claim}" for review in page.markup.reviews),
        drift=drift,
        problems=one.problems,
    )
    _log(bench, done, one, revision)
    return done


def _replaced(corpus: Corpus, former: KeptPage | None, page: Page) -> tuple[str, ...]:
    """Return the documents (ids) of the former copy that a page takes the place of: of a feed, what it tells anew.

    Entries that a feed no longer lists were true sources all the same, and stay.
    """
    found = {document.source.id: document.source.url for document in page.documents}
    gone = [source for source in (former.sources if former else ()) if source not in found]
    if len(found) <= 1:
        return tuple(gone)
    urls = {url for url in found.values() if url != page.address}
    known = corpus.known(gone)
    return tuple(one for one in gone if one in known and corpus.document(one).source.url in urls)


def _without_text(
    bench: Workbench, shelf: KeptPages, one: Collected, former: KeptPage | None, revision: str
) -> FetchedPage:
    """Tell of a page that is as it was, is gone, or could not be read."""
    fetched = one.fetched
    if fetched is None:
        return FetchedPage(
            asked=without_secrets(one.asked), became=NOT_READ, leads_to=one.leads_to, problems=one.problems
        )
    if fetched.unchanged and former:
        shelf.put(msgspec.structs.replace(former, at=fetched.last.asked_at))
        return replace(_there(former), became=UNCHANGED, status=fetched.last.status)
    gone = former is not None and fetched.last.status in _GONE
    done = FetchedPage(
        asked=without_secrets(one.asked),
        became=GONE if gone else NOT_READ,
        url=without_secrets(fetched.url),
        status=fetched.last.status,
        snapshot=_relative(bench, one.snapshot),
        title=former.title if former else "",
        sources=former.sources if former else (),
        drift=find_drift(bench, former.sources, (), address=former.address) if former and gone else (),
        problems=one.problems,
    )
    if former and gone:
        shelf.put(msgspec.structs.replace(former, at=fetched.last.asked_at, gone=fetched.fault))
    _log(bench, done, one, revision)
    return done


def _relative(bench: Workbench, path: Path | None) -> str:
    return str(path.relative_to(bench.workspace)) if path else ""


def _log(bench: Workbench, page: FetchedPage, one: Collected, revision: str) -> None:
    """Put a fetch on record: what was asked, what answered, and what became of it."""
    snapshot = one.snapshot.parent.name if one.snapshot else ""
    body = {
        "asked": page.asked,
        "url": page.url,
        "status": page.status,
        "snapshot": snapshot,
        "sources": list(page.sources if page.became != NOT_READ else ()),
        "replaced": list(page.replaced),
        "became": page.became,
        "run_by": bench.user,
    }
    with bench.store.transaction() as tx:
        tx.append(at=bench.now(), user=MACHINE, kind=Kind.FETCHED, subject=revision, revision=revision, body=body)
