"""Pages fetched for a workspace: kept as received, made sources of its corpus, and on record in the log.

Nothing is fetched that a person did not name or agree to. What is there already is not asked for again, unless that is
wanted (`again`): then the old copy stays in the snapshots, and the new text takes the place of the old one in the
corpus. Pages become sources soon after they came, so an interrupted run keeps those that it has. One process at a time
fetches for a workspace; another waits, and finds what that one had.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from factcheck.corpus.readers import ArticleFile, parse_article
from factcheck.corpus.records import encodable
from factcheck.corpus.tiers import TierRules
from factcheck.domain import Problem
from factcheck.errors import FetchError, RefusedError, StorageError
from factcheck.web.collecting import Collected, Collector
from factcheck.web.fetching import Fetcher
from factcheck.web.kept import PAGES, KeptPages
from factcheck.web.network import Access, cache_fault, transport_for
from factcheck.web.pages import Page, page_name, received, text_of
from factcheck.web.parsing import PageReader
from factcheck.web.policy import Policy
from factcheck.web.safety import check_public, told_address
from factcheck.web.secrets import lacks_secrets, without_secrets
from factcheck.web.snapshots import SNAPSHOTS, SnapshotStore
from factcheck.web.stopping import Stop
from factcheck.web.stubs import Stub, without_notice
from factcheck.workbench.arriving import Arrivals
from factcheck.workbench.instead import ELSEWHERE, HOME, LEADS_HOME, ONE_PAGE, is_home, leads_home
from factcheck.workbench.keeping import NEW, NOT_READ, FetchedPage, log_fetch, notices_of, there_already
from factcheck.workbench.reaching import hosts_met, policy_of
from factcheck.workbench.turns import in_turn
from factcheck.workbench.withholding import refuse_withheld

if TYPE_CHECKING:
    from pathlib import Path

    from factcheck.workbench import Workbench

CACHE = "cache/http.db"
_LOCK = "fetching.lock"


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
    """Called again and again while another process fetches for this workspace."""


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
        InputError: a name that is withheld stands in an address; nothing is asked then.
    """
    errand = errand or Errand()
    shelf = kept_pages(bench)
    order = _order(bench, shelf, urls, access, again=again, errand=errand)
    if not order.wanted:
        return _report(order, {})
    with _turn(bench, errand):
        # another fetch that was waited for may have had the same pages
        order = _order(bench, shelf, urls, access, again=again, errand=errand)
        return _fetched(bench, order, access, again=again, errand=errand, progress=progress)


def _fetched(
    bench: Workbench, order: _Order, access: Access, *, again: bool, errand: Errand, progress: Progress
) -> FetchReport:
    policy, wanted = order.policy, order.wanted
    shelf = kept_pages(bench)
    arrivals = Arrivals(bench=bench, shelf=shelf, revision=errand.revision)

    def take(one: Collected) -> None:
        arrivals.found[one.asked] = one
        progress(len(arrivals.found), len(wanted))

    uncached: list[str] = []

    async def run() -> None:
        transport = transport_for(policy, access, cache=None if again else cache_of(bench))
        async with Fetcher(policy, transport=transport, now=bench.now) as fetcher, PageReader() as reader:
            collector = _collector(bench, fetcher, reader, wanted if again else ())
            async with arrivals.kept_meanwhile():
                await collector.collect(wanted, take)
        uncached.append(cache_fault(transport))

    try:
        if wanted:
            errand.stop.run(run())
    finally:
        shelf.tidy()
        SnapshotStore(bench.workspace / SNAPSHOTS).tidy()
        arrivals.keep()
    return _report(order, arrivals.kept, uncached="".join(uncached))


def _report(order: _Order, kept: Mapping[str, FetchedPage], *, uncached: str = "") -> FetchReport:
    told = {**order.told, **kept}
    return FetchReport(pages=tuple(told[url] for url in order.urls), uncached=uncached)


@contextmanager
def _turn(bench: Workbench, errand: Errand) -> Iterator[None]:
    """Let one process at a time fetch for a workspace, so that no page is asked for twice.

    Raises:
        StateError: it was stopped while it waited.
        StorageError: the folder of the snapshots takes no file.
    """
    folder = bench.workspace / SNAPSHOTS

    def waiting() -> None:
        errand.stop.check()
        errand.waiting()

    with ExitStack() as held:
        try:
            folder.mkdir(parents=True, exist_ok=True)
            held.enter_context(in_turn(folder / _LOCK, waiting))
        except OSError as error:
            hint = "allow writing there, or make room on the disk; then fetch again"
            raise StorageError(
                f"the snapshots cannot be written: {error.strerror}", subject=str(folder), hint=hint
            ) from error
        yield


def would_ask(bench: Workbench, urls: Sequence[str], access: Access, *, again: bool = False) -> tuple[str, ...]:
    """Return those addresses that `fetch_pages` would ask: neither there already, nor never asked.

    Raises:
        StateError: nothing may be fetched.
        InputError: a name that is withheld stands in an address; nothing is asked then.
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
    refuse_withheld(bench, asked)
    told: dict[str, FetchedPage] = {}
    for url in asked:
        page = None if again or url in errand.feeds else shelf.get(url)
        if page and page.snapshot and not (bench.workspace / page.snapshot).exists():
            page = None  # what was received is lost: it is asked for again
        lacking = _cannot_ask(url) if lacks_secrets(url) and not access.only_plays else None
        if found := _refused(url, policy) or lacking or (there_already(page) if page and not page.gone else None):
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
    refuse_withheld(bench, [url])
    check_public(url, allowed=policy.allowed)
    return policy


def fetch_article(bench: Workbench, url: str, access: Access) -> tuple[ArticleFile, str]:
    """Fetch the article that is to be checked, and keep it as received; return it and the address it is known by.

    Raises:
        StateError: nothing may be fetched.
        RefusedError: this address is never asked.
        FetchError: there is no such page, or something else stands in its place.
        InputError: it cannot be read as an article.
    """
    url = encodable(url)
    policy = check_article(bench, url, access)

    async def run() -> Collected:
        transport = transport_for(policy, access, cache=cache_of(bench))
        async with Fetcher(policy, transport=transport, now=bench.now) as fetcher, PageReader() as reader:
            return await _collector(bench, fetcher, reader, ()).one(url)

    with _turn(bench, Errand()):
        one = asyncio.run(run())
    page, fetched = one.page, one.fetched
    if fetched is None or page is None or page.stub in (Stub.MISSING, Stub.CONSENT):
        first = one.problems[0]
        raise FetchError(first.reason, hint=first.remedy, subject=without_secrets(url))
    if leads_home(one):
        raise FetchError(LEADS_HOME, hint=ELSEWHERE, subject=without_secrets(url))
    name = page_name(page.url, fetched.last.header("content-type"))
    text, doubt = text_of(received(fetched, rules=TierRules()), name)
    body = fetched.body if text is None else text.encode("utf-8", "replace")
    article = parse_article(body, name, base=fetched.url)
    if page.stub is Stub.PAYWALL:
        article = replace(article, text=without_notice(article.text))
    # of what is read from its bytes the date line is read with the article, and told as such
    published = page.documents[0].source.published if page.documents and text is not None else None
    if published and not article.published:
        article = replace(article, published=published, published_from="the page's metadata")
    log_fetch(bench, FetchedPage(asked=without_secrets(url), became=NEW, url=page.url, status=fetched.last.status), one)
    doubts = (replace(doubt, path=page.url),) if doubt and not page.stub else ()
    told = (*article.notices, *doubts, *_said_of_itself(page), *_worth_telling(one, page))
    return replace(article, notices=told), page.address


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


def _collector(bench: Workbench, fetcher: Fetcher, reader: PageReader, known_of: Iterable[str]) -> Collector:
    """Return what collects pages. `known_of`: addresses that are asked whether what is there still holds."""
    shelf = kept_pages(bench)
    known = {url: page for url in known_of if (page := shelf.get(url))}
    return Collector(
        fetcher=fetcher,
        reader=reader,
        store=SnapshotStore(bench.workspace / SNAPSHOTS),
        root=bench.workspace,
        rules=TierRules(default=bench.settings.default_tier, rules=bench.settings.tier_rules),
        archives=tuple(bench.settings.values.fetch.archives),
        salt=shelf.salt,
        known={url: (page.etag, page.last_modified) for url, page in known.items() if not page.gone},
    )
