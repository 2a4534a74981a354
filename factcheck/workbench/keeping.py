"""What comes of a page that was fetched: a source of the corpus, or a reason why there is none; both on record."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING

import msgspec

from factcheck.corpus.stored import MOST_AT_ONE_ADDRESS
from factcheck.corpus.summaries import is_summary
from factcheck.domain import MACHINE, Problem
from factcheck.review.kinds import Kind
from factcheck.store.summaries import ALONE
from factcheck.text.addresses import may_be_home_page, url_key
from factcheck.web.collecting import Collected
from factcheck.web.copies import is_same_site
from factcheck.web.kept import KeptPage, KeptPages
from factcheck.web.pages import Page
from factcheck.web.snapshots import digest_of_file
from factcheck.web.stubs import since, stub_told
from factcheck.workbench.drift import Drift, find_drift, not_shown
from factcheck.workbench.instead import HOME, ONE_PAGE, gone_as, home_told, is_home, leads_home, stands_in, stays_told
from factcheck.workbench.lost_copies import ON_RECORD, Lost

if TYPE_CHECKING:
    from pathlib import Path

    from factcheck.corpus import Corpus
    from factcheck.workbench import Workbench

NEW = "new"
THERE = "there already"
UNCHANGED = "unchanged"
CHANGED = "changed"
GONE = "gone"
NOT_SHOWN = "not shown"
NOT_READ = "not read"


@dataclass(frozen=True, slots=True, kw_only=True)
class FetchedPage:
    """What came of one address. `became` in words; `sources` are ids of documents, `replaced` those they replace.

    `address` is what the page is known by, `canonical` another one that it says to be known by; `notices`: that it was
    retracted or corrected; `archived` the moment when an archive took the copy that was fetched, `leads_to` the host
    (ASCII) that it redirects to and that nobody agreed to ask.
    """

    asked: str
    became: str
    url: str = ""
    address: str = ""
    canonical: str = ""
    status: int = 0
    title: str = ""
    snapshot: str = ""
    recording: str = ""
    sources: tuple[str, ...] = ()
    replaced: tuple[str, ...] = ()
    archived: datetime | None = None
    rulings: tuple[str, ...] = ()
    notices: tuple[str, ...] = ()
    drift: tuple[Drift, ...] = ()
    leads_to: str = ""
    problems: tuple[Problem, ...] = ()


def there_already(page: KeptPage) -> FetchedPage:
    """Return what is told of a page that is not asked for, since it is there."""
    return FetchedPage(
        asked=page.asked,
        became=THERE,
        url=page.url,
        address=page.address,
        canonical=page.canonical,
        title=page.title,
        snapshot=page.snapshot,
        sources=page.sources,
        notices=tuple(filter(None, [page.copied])),
        problems=tuple(filter(None, [stub_told(page.stub or since(page.instead), page.address)])),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Keeper:
    """Keeps what one run fetched. `revision`: the article (its id); `lost`: copies of the pages that are lost."""

    bench: Workbench
    corpus: Corpus
    shelf: KeptPages
    revision: str = ""
    lost: Sequence[Lost] = ()

    def keep(self, one: Collected) -> FetchedPage:
        """Make sources of what was collected, and put it on record.

        New ones are added before old ones go: a kill leaves one too many, and no gap.
        """
        done = self._done(one)
        if not done.leads_to:  # where a redirect was not followed, nobody knows what it leads to
            came = done.became in (NEW, CHANGED, UNCHANGED)
            self.shelf.note_lost(one.asked, "" if came else self._why_lost(done))
        return done

    def _why_lost(self, done: FetchedPage) -> str:
        why = done.problems[0].reason if done.problems else "the site gave no text"
        return f"{why}, asked on {self.bench.now():%Y-%m-%d}"

    def _done(self, one: Collected) -> FetchedPage:
        former = self.shelf.get(one.asked)
        if one.page is None or not one.page.documents or (leads_home(one) and former is None):
            return self._without_text(one, former)
        there = self._at_its_place(one.page)
        known = former or there
        if known and stands_in(one, known):
            return self._without_text(one, known)
        return self._as_source(one, one.page, [there, self._moved(one, former)])

    def _at_its_place(self, page: Page) -> KeptPage | None:
        """Return the page that was had at a page's address; an archive's copy and the page itself are two."""
        there = self.shelf.get(page.url if page.is_copy else page.address)
        return there if there and there.place == (page.url if page.is_copy else page.address) else None

    def _moved(self, one: Collected, former: KeptPage | None) -> KeptPage | None:
        """Return the page that the address led to before, where the answer of that address alone can replace it.

        That is its own page, and one of the same host that came by no other way: else whoever redirects to a page
        could take its place later.
        """
        asked = self.shelf.known_as(one.asked)
        if former is None or former.place == asked:
            return former
        here = one.page.url if one.page else ""
        return former if former.asked == asked and is_same_site(former.url, here) else None

    def _as_source(self, one: Collected, page: Page, before: Sequence[KeptPage | None]) -> FetchedPage:
        fetched = one.fetched
        assert fetched is not None  # noqa: S101 - a page was read from it
        had = tuple(dict.fromkeys(source for former in before if former for source in former.sources))
        self.corpus.add(page.documents, in_place_of=had)
        found = tuple(document.source.id for document in page.documents)
        replaced = _replaced(self.corpus, had, page)
        drift = find_drift(self.bench, replaced, page.documents) if replaced else ()
        self.corpus.remove(replaced)
        kept = self._kept(one, page, before[0])
        kept = msgspec.structs.replace(
            kept, sources=tuple(dict.fromkeys((*found, *(source for source in had if source not in replaced))))
        )
        self._join(page, kept)
        self.shelf.put(kept)
        self.shelf.note_recording(found, fetched.last.recording, had=had)
        is_new = not had or not (replaced or set(found).issubset(had))
        done = replace(
            there_already(kept),
            became=NEW if is_new else CHANGED if replaced else UNCHANGED,
            status=fetched.last.status,
            replaced=replaced,
            recording=fetched.last.recording,
            archived=page.archived,
            rulings=tuple(f"{review.rating}: {review.claim}" for review in page.markup.reviews if review.is_ruling),
            notices=tuple(_told_of(page, kept)),
            drift=drift,
            problems=(*one.problems, *home_told(one)),
        )
        return self._logged(done, one)

    def _join(self, page: Page, kept: KeptPage) -> None:
        """Make one origin of a page and of what was had of it by other ways: its entry in a feed, an archive's copy."""
        for document in page.documents:
            alone = len(page.documents) == 1
            ways = [kept.url, kept.address, kept.canonical, *kept.ways] if alone else [document.source.url]
            known = [way for way in ways if self._is_of(way, page, alone=alone)]
            led = (self.shelf.reached(way) for way in known)
            had = {source for one in led if one and len(one.sources) == 1 for source in one.sources}
            keys = [key for key in map(url_key, known) if key and not may_be_home_page(key)]
            had |= {source.id for source in (self.corpus.addressed(keys, MOST_AT_ONE_ADDRESS) if keys else ())}
            others = self.corpus.known(had - {document.source.id})
            if others and len(others) < MOST_AT_ONE_ADDRESS:
                self.corpus.join_origins([document.source.id, *others])

    def _is_of(self, way: str, page: Page, *, alone: bool) -> bool:
        """Whether an address is that of a document: a feed's own is not its entries', another host's is a claim."""
        if not way or (not alone and way in (page.url, page.address)):
            return False
        return way in (page.url, page.address) or is_same_site(way, page.url)

    def _kept(self, one: Collected, page: Page, there: KeptPage | None) -> KeptPage:
        """Return what is kept of a page, its documents aside; who asked for it by its own address stays in front."""
        fetched = one.fetched
        assert fetched is not None  # noqa: S101 - a page was read from it
        asked = self.shelf.known_as(one.asked)
        ways = (asked, *(self.shelf.known_as(exchange.url) for exchange in fetched.exchanges))
        return KeptPage(
            asked=there.asked if there and there.asked in (there.url, there.address) else asked,
            url=page.url,
            address=page.address,
            at=fetched.last.asked_at,
            snapshot=self._relative(one.snapshot),
            sources=(),
            title=page.documents[0].source.title,
            etag=fetched.last.header("etag"),
            last_modified=fetched.last.header("last-modified"),
            stub=page.stub or "",
            canonical=page.canonical,
            notice="; ".join(notices_of(page)),
            ways=tuple(dict.fromkeys(ways)),
            is_copy=page.is_copy,
            archived=page.archived,
        )

    def _without_text(self, one: Collected, former: KeptPage | None) -> FetchedPage:
        """Tell of a page that is as it was, is gone, is not shown, or could not be read. What there was of it stays."""
        if one.fetched and one.fetched.unchanged and former:
            self.shelf.put(msgspec.structs.replace(former, at=one.fetched.last.asked_at, instead=""))
            return replace(
                there_already(former),
                became=UNCHANGED,
                status=one.fetched.last.status,
                recording=one.fetched.last.recording,
            )
        # an address that merely led to a page, which came by its own, too, says nothing of it
        mine = former if former and self.shelf.known_as(one.asked) in (former.asked, former.place) else None
        gone = gone_as(one, mine) if mine else ""
        became = GONE if gone else NOT_SHOWN if former and one.page else NOT_READ
        done = replace(
            self._told(one, former, became),
            drift=self._lost(former, became) if former else (),
            problems=(*one.problems, *home_told(one), *([stays_told(one)] if became == NOT_SHOWN else [])),
        )
        if former and one.page and one.page.stub and became == NOT_SHOWN:
            self.shelf.put(msgspec.structs.replace(former, instead=one.page.stub))
        if former and one.fetched and gone:
            self.shelf.put(msgspec.structs.replace(former, at=one.fetched.last.asked_at, gone=gone))
        return self._logged(done, one) if done.snapshot else done

    def _told(self, one: Collected, former: KeptPage | None, became: str) -> FetchedPage:
        answered = one.fetched or one.said
        return FetchedPage(
            asked=self.shelf.known_as(one.asked),
            became=became,
            url=self.shelf.known_as(answered.url) if answered else "",
            address=former.address if former else "",
            status=answered.last.status if answered else 0,
            recording=answered.last.recording if answered else "",
            snapshot=self._relative(one.snapshot),
            title=former.title if former else "",
            sources=former.sources if former else (),
            leads_to=one.leads_to,
        )

    def _lost(self, former: KeptPage, became: str) -> tuple[Drift, ...]:
        """Return the cited passages of a page that no longer says them, or does not show them."""
        if became not in (GONE, NOT_SHOWN):
            return ()
        drift = find_drift(self.bench, former.sources, (), address=former.address)
        return drift if became == GONE else not_shown(drift)

    def _relative(self, path: Path | None) -> str:
        return str(path.relative_to(self.bench.workspace)) if path else ""

    def _logged(self, page: FetchedPage, one: Collected) -> FetchedPage:
        """Put a fetch on record, and which earlier copies of its page are lost; return it with that told."""
        lost = lost_of(page, self.lost)
        log_fetch(self.bench, page, one, self.revision, lost=lost)
        return replace(page, notices=(*page.notices, *(f"{copy}; {ON_RECORD}" for copy in lost)))


def lost_of(page: FetchedPage, lost: Iterable[Lost]) -> tuple[Lost, ...]:
    """Return the lost copies of a page: those of what was asked for, or answered."""
    return tuple(one for one in lost if one.url in (page.asked, page.url) or one.asked in (page.asked, page.url))


def log_fetch(
    bench: Workbench, page: FetchedPage, one: Collected, revision: str = "", *, lost: Sequence[Lost] = ()
) -> None:
    """Put a fetch on record: what was asked, what answered, and what became of it.

    `snapshot` is the digest of the payload, `file` the name and the digest of the file that has it; `lost` the files
    of earlier copies that are damaged or gone, and the digests that they had.
    """
    body = {
        "asked": page.asked,
        "url": page.url,
        "status": page.status,
        "snapshot": one.snapshot.parent.name if one.snapshot else "",
        "file": [one.snapshot.name, digest_of_file(one.snapshot)] if one.snapshot else [],
        "sources": list(page.sources if page.became != NOT_READ else ()),
        "replaced": list(page.replaced),
        **({"recording": page.recording} if page.recording else {}),
        **({"lost": [[copy.file, copy.digest] for copy in lost]} if lost else {}),
        "became": page.became,
        "run_by": bench.user,
    }
    with bench.store.transaction() as tx:
        tx.append(at=bench.now(), user=MACHINE, kind=Kind.FETCHED, subject=revision, revision=revision, body=body)


def notices_of(page: Page) -> Iterator[str]:
    """Yield what a page says was retracted, or corrected in it."""
    if page.retracted:
        yield f"the page says that it was retracted: “{page.retracted}”"
    yield from (f"the page says what was corrected: “{one}”" for one in page.corrected)


def _told_of(page: Page, kept: KeptPage) -> Iterator[str]:
    """Yield what is to be known of a page that became a source, or several."""
    yield from filter(None, [f"{kept.copied}: {page.url}" if kept.copied else ""])
    if number := sum(is_summary(document.markers) for document in page.documents):
        yield f"{ALONE}: {number} of {len(page.documents)}"
    yield from notices_of(page)
    if is_home(page):
        yield f"{HOME}; {ONE_PAGE}"


def _replaced(corpus: Corpus, had: Sequence[str], page: Page) -> tuple[str, ...]:
    """Return the documents (ids) of the former copy that a page takes the place of: of a feed, what it tells anew.

    Entries that a feed no longer lists were true sources all the same, and stay.
    """
    found = {document.source.id: document.source.url for document in page.documents}
    gone = [source for source in had if source not in found]
    if len(found) <= 1:
        return tuple(gone)
    urls = {url for source, url in found.items() if url != page.address and source not in had}
    known = corpus.known(gone)
    return tuple(one for one in gone if one in known and corpus.document(one).source.url in urls)
