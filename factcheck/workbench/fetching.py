"""Pages fetched for a workspace: kept as received, made sources of its corpus, and on record in the log.

Nothing is fetched that a person did not name or agree to. What is there already is not asked for again, unless that is
wanted (`again`): then the old copy stays in the snapshots, and the new text takes the place of the old one in the
corpus. Pages become sources soon after they came, so an interrupted run keeps those that it has. One run at a time asks
a site for a workspace; another that wants something of that site waits there, and finds what that one had.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from typing import TYPE_CHECKING

from factcheck.corpus.readers import ArticleFile, parse_article
from factcheck.corpus.records import encodable
from factcheck.corpus.tiers import TierRules
from factcheck.domain import Problem
from factcheck.errors import FetchError, RefusedError
from factcheck.web.archive_pages import read_archive_page
from factcheck.web.collecting import Collected, Collector
from factcheck.web.configured import archives_of
from factcheck.web.copies import copy_told
from factcheck.web.fetching import Fetcher
from factcheck.web.kept import KeptPage, KeptPages
from factcheck.web.network import Access, cache_fault, transport_for
from factcheck.web.pages import Page, page_name, received, text_of
from factcheck.web.parsing import PageReader
from factcheck.web.policy import Policy
from factcheck.web.safety import check_public, each_page_once, told_address
from factcheck.web.salted import PAGES
from factcheck.web.secrets import lacks_secrets, told_without_secrets, without_secrets
from factcheck.web.snapshots import SNAPSHOTS, SnapshotStore
from factcheck.web.stopping import Stop
from factcheck.web.stubs import Stub, without_notice
from factcheck.workbench.arriving import Arrivals
from factcheck.workbench.instead import ELSEWHERE, HOME, LEADS_HOME, ONE_PAGE, is_home, leads_home
from factcheck.workbench.keeping import NOT_READ, FetchedPage, log_fetch, notices_of, there_already
from factcheck.workbench.lost_copies import ON_RECORD, lost_copies
from factcheck.workbench.reaching import hosts_met, policy_of
from factcheck.workbench.site_turns import SiteTurns, by_turn
from factcheck.workbench.snapshots import AGAIN, ARTICLE, from_recording
from factcheck.workbench.withholding import HOLDS_NAME, LEAVE_OUT, withheld_among

if TYPE_CHECKING:
    from pathlib import Path

    from factcheck.workbench import Workbench

CACHE = "cache/http.db"


@dataclass(frozen=True, slots=True, kw_only=True)
class FetchReport:
    """What a run fetched; `unfound`: searches that gave nothing; `stopped_at`: hosts (ASCII) that some redirect to.

    `unlisted`: lines of a list of addresses that could not be read; `uncached`: why answers that were remembered could
    not be used, "" where they could.
    """

    pages: tuple[FetchedPage, ...]
    unfound: tuple[Problem, ...] = ()
    unlisted: tuple[Problem, ...] = ()
    stopped_at: tuple[str, ...] = ()
    uncached: str = ""

    @property
    def leads_to(self) -> tuple[str, ...]:
        """The hosts that pages and searches redirect to and that nobody agreed to ask, each once."""
        pages = (page.leads_to for page in self.pages if page.leads_to)
        return tuple(dict.fromkeys((*self.stopped_at, *pages)))

    @property
    def problems(self) -> tuple[Problem, ...]:
        """All that was wrong: with a list, with the pages in their order (the writer's own first), with searches."""
        return (*self.unlisted, *(problem for page in self.pages for problem in page.problems), *self.unfound)


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
    waiting: Callable[[], object] = lambda: None
    """Called again and again while all sites that are left are asked by other runs of this workspace."""


Progress = Callable[[int, int], None]
"""Told how many pages of how many are done."""


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
        InputError: a name that is withheld stands in each of the addresses; nothing is asked then.
    """
    errand = errand or Errand()
    order = _order(bench, kept_pages(bench), urls, access, again=again, errand=errand)
    return _Run(bench=bench, order=order, access=access, again=again, errand=errand, progress=progress).report()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Run:
    """One run: what is wanted of each site is asked when its turn there has come, side by side."""

    bench: Workbench
    order: _Order
    access: Access
    again: bool
    errand: Errand
    progress: Progress
    told: dict[str, FetchedPage] = field(default_factory=dict)
    """What another run had meanwhile."""

    def report(self) -> FetchReport:
        if not self.order.wanted:
            return self._report({})
        shelf = kept_pages(self.bench)
        folder = self.bench.workspace / SNAPSHOTS
        uncached: list[str] = []
        with SiteTurns(folder, self.errand.waiting) as turns:
            known = {shelf.known_as(url) for url in self.order.wanted if shelf.get(url)}
            lost = lost_copies(self.bench, known)
            arrivals = Arrivals(bench=self.bench, shelf=shelf, revision=self.errand.revision, turns=turns, lost=lost)
            try:
                self.errand.stop.run(self._ask(arrivals, uncached))
            finally:
                shelf.tidy()
                SnapshotStore(folder).tidy()
                arrivals.keep_all()
        return self._report(arrivals.kept, uncached="".join(uncached))

    async def _ask(self, arrivals: Arrivals, uncached: list[str]) -> None:
        wanted, bench = self.order.wanted, self.bench
        transport = transport_for(self.order.policy, self.access, cache=None if self.again else cache_of(bench))
        async with Fetcher(self.order.policy, transport=transport, now=bench.now) as fetcher, PageReader() as reader:
            gone = {one.file for one in arrivals.lost}
            collector = _collector(bench, fetcher, reader, wanted if self.again else (), without=gone)
            async with arrivals.kept_meanwhile():
                sites = (self._ask_site(name, urls, collector, arrivals) for name, urls in by_turn(wanted).items())
                done = await asyncio.gather(*sites, return_exceptions=True)
        uncached.append(cache_fault(transport))
        for one in done:
            if isinstance(one, BaseException):
                raise one

    async def _ask_site(self, name: str, urls: Sequence[str], collector: Collector, arrivals: Arrivals) -> None:
        await arrivals.turns.take(name)
        had = await asyncio.to_thread(self._had_meanwhile, urls)
        self.told.update(had)

        def take(one: Collected) -> None:
            arrivals.found[one.asked] = one
            self.progress(len(arrivals.found) + len(self.told), len(self.order.wanted))

        await collector.collect([url for url in urls if url not in had], take)
        arrivals.is_done(name, [url for url in urls if url not in had])

    def _had_meanwhile(self, urls: Iterable[str]) -> dict[str, FetchedPage]:
        """Return those pages that another run had while this one waited for its turn."""
        shelf = kept_pages(self.bench)
        asked = (url for url in urls if not self.again and url not in self.errand.feeds)
        return {url: there_already(page) for url in asked if (page := _there(self.bench, shelf, url))}

    def _report(self, kept: Mapping[str, FetchedPage], *, uncached: str = "") -> FetchReport:
        told = {**self.order.told, **self.told, **kept}
        return FetchReport(pages=tuple(told[url] for url in self.order.urls), uncached=uncached)


def _there(bench: Workbench, shelf: KeptPages, url: str) -> KeptPage | None:
    """Return a page that is there, None also where it is gone, or what was received is lost: then it is asked for."""
    page = shelf.get(url)
    lost = page and page.snapshot and not (bench.workspace / page.snapshot).exists()
    return None if page is None or page.gone or lost else page


def would_ask(bench: Workbench, urls: Sequence[str], access: Access, *, again: bool = False) -> tuple[str, ...]:
    """Return those addresses that `fetch_pages` would ask: neither there already, nor never asked.

    Raises:
        StateError: nothing may be fetched.
        InputError: a name that is withheld stands in each of the addresses; nothing is asked then.
    """
    return _order(bench, kept_pages(bench), urls, access, again=again, errand=Errand()).wanted


@dataclass(frozen=True, slots=True, kw_only=True)
class _Order:
    """What is to be done for some addresses (`urls`, each once): those `wanted` are asked, of the others it is told."""

    policy: Policy
    urls: tuple[str, ...]
    wanted: tuple[str, ...]
    told: Mapping[str, FetchedPage]


def _order(
    bench: Workbench, shelf: KeptPages, urls: Iterable[str], access: Access, *, again: bool, errand: Errand
) -> _Order:
    # what is no Unicode is told, and refused like any other odd address
    asked = tuple(dict.fromkeys(encodable(url) for url in urls))
    met = frozenset(host for url in asked for host in hosts_met(bench, shelf, url)) if again else frozenset()
    policy = policy_of(bench, asked, access, hosts=errand.hosts, more=met)
    asked = each_page_once(asked, allowed=policy.allowed)
    told = {url: _never_told(number) for url, number in withheld_among(bench, asked).items()}
    for url in (url for url in asked if url not in told):
        page = None if again or url in errand.feeds else _there(bench, shelf, url)
        lacking = _cannot_ask(url) if lacks_secrets(url) and not access.only_plays else None
        if found := _refused(url, policy) or lacking or (there_already(page) if page else None):
            told[url] = found
    return _Order(policy=policy, urls=asked, wanted=tuple(url for url in asked if url not in told), told=told)


def check_article(bench: Workbench, url: str, access: Access) -> Policy:
    """Refuse an article's address before anybody is told that it is asked; return the limits for it.

    Raises:
        StateError: nothing may be fetched.
        RefusedError: this address is never asked.
        InputError: a name that is withheld stands in it.
    """
    url = encodable(url)
    policy = policy_of(bench, [url], access)
    withheld_among(bench, [url])
    check_public(url, allowed=policy.allowed)
    return policy


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticlePage:
    """An article that was fetched: what was read of it, and the address that it is known by.

    `notices`: what is to be known of how it came; `put_on_record`: called once with the id of its revision, "" where
    it became none.
    """

    read: ArticleFile
    address: str
    put_on_record: Callable[[str], None]
    notices: tuple[str, ...] = ()


def fetch_article(bench: Workbench, url: str, access: Access) -> ArticlePage:
    """Fetch the article that is to be checked, and keep it as received.

    Raises:
        StateError: nothing may be fetched.
        RefusedError: this address is never asked.
        FetchError: there is no such page, or something else stands in its place.
        InputError: it cannot be read as an article.
    """
    url = encodable(url)
    policy = check_article(bench, url, access)

    async def run(turns: SiteTurns) -> Collected:
        for name in by_turn([url]):
            await turns.take(name)
        transport = transport_for(policy, access, cache=cache_of(bench))
        async with Fetcher(policy, transport=transport, now=bench.now) as fetcher, PageReader() as reader:
            return await _collector(bench, fetcher, reader, ()).one(url)

    with SiteTurns(bench.workspace / SNAPSHOTS) as turns:
        one = asyncio.run(run(turns))
    page, fetched = one.page, one.fetched
    if fetched is None or page is None or page.stub in (Stub.MISSING, Stub.CONSENT):
        first = one.problems[0]
        raise FetchError(first.reason, hint=first.remedy, subject=without_secrets(url))
    if leads_home(one):
        raise FetchError(LEADS_HOME, hint=ELSEWHERE, subject=without_secrets(url))
    name = page_name(page.url, fetched.last.header("content-type"))
    text, doubt = text_of(received(fetched, rules=TierRules()), name)
    if text and page.is_copy:
        _, text = read_archive_page(text, page.url, archives_of(bench.settings.values.fetch))
    body = fetched.body if text is None else text.encode("utf-8", "replace")
    with told_without_secrets():
        article = parse_article(body, name, base=fetched.url)
    if page.stub is Stub.PAYWALL:
        article = replace(article, text=without_notice(article.text))
    # of what is read from its bytes the date line is read with the article, and told as such
    published = page.documents[0].source.published if page.documents and text is not None else None
    if published and not article.published:
        article = replace(article, published=published, published_from="the page's metadata")
    doubts = (replace(doubt, path=page.url),) if doubt and not page.stub else ()
    told = (*article.notices, *doubts, *_said_of_itself(page), *_worth_telling(one, page))
    recording = fetched.last.recording
    done = FetchedPage(
        asked=without_secrets(url), became=ARTICLE, url=page.url, status=fetched.last.status, recording=recording
    )
    lost = lost_copies(bench, {done.asked, done.url})
    return ArticlePage(
        read=replace(article, notices=told),
        address=page.address,
        put_on_record=partial(log_fetch, bench, done, one, lost=lost),
        notices=(
            *(f"{copy}; {ON_RECORD}" for copy in lost),
            *([copy_told(page.address, page.archived)] if page.is_copy else []),
            *([f"{from_recording(recording)}; {AGAIN}"] if recording else []),
        ),
    )


def cache_of(bench: Workbench) -> Path:
    """Return the file of the answers that a workspace remembers; it may be deleted at any time."""
    return bench.workspace / CACHE


def kept_pages(bench: Workbench) -> KeptPages:
    """Return the pages that the workspace holds."""
    return KeptPages(bench.workspace / PAGES)


def _refused(url: str, policy: Policy) -> FetchedPage | None:
    """Return what is told of an address that is never asked, None for any other."""
    try:
        check_public(url, allowed=policy.allowed)
    except RefusedError as error:
        asked = without_secrets(told_address(url))
        problem = Problem(path=asked or "(nothing)", reason=error.message, remedy=error.hint)
        return FetchedPage(asked=asked, became=NOT_READ, problems=(problem,))
    return None


def _never_told(number: str) -> FetchedPage:
    """Return what is told of an address that holds a name that is withheld: not the address."""
    problem = Problem(path=number, reason=f"{HOLDS_NAME}; it was not asked", remedy=LEAVE_OUT)
    return FetchedPage(asked=number, became=NOT_READ, problems=(problem,))


def _cannot_ask(url: str) -> FetchedPage:
    problem = Problem(
        path=url,
        reason="its address held a key, and keys are not kept",
        remedy="name the whole address: `factcheck fetch --refetch URL`",
    )
    return FetchedPage(asked=url, became=NOT_READ, problems=(problem,))


def _said_of_itself(page: Page) -> Iterator[Problem]:
    """Yield what an article's page says was retracted or corrected, and that it is a site's home page."""
    for notice in notices_of(page):
        yield Problem(path=page.url, reason=notice, remedy="open it before you check its claims")
    if is_home(page):
        yield Problem(path=page.url, reason=HOME, remedy=ONE_PAGE)


def _worth_telling(one: Collected, page: Page) -> tuple[Problem, ...]:
    """Return what is said of a page beside what its article's own reader says."""
    return one.problems if page.stub else tuple(problem for problem in one.problems if problem not in page.problems)


def _collector(
    bench: Workbench, fetcher: Fetcher, reader: PageReader, known_of: Iterable[str], *, without: Collection[str] = ()
) -> Collector:
    """Return what collects pages. `known_of`: addresses that are asked whether what is there still holds.

    `without`: files of copies that are lost: of their pages nothing is there.
    """
    shelf = kept_pages(bench)
    known = {url: page for url in known_of if (page := shelf.get(url)) and page.snapshot not in without}
    return Collector(
        fetcher=fetcher,
        reader=reader,
        store=SnapshotStore(bench.workspace / SNAPSHOTS),
        root=bench.workspace,
        rules=TierRules(default=bench.settings.default_tier, rules=bench.settings.tier_rules),
        archives=archives_of(bench.settings.values.fetch),
        salt=shelf.salt,
        known={url: (page.etag, page.last_modified) for url, page in known.items() if not page.gone},
    )
