"""What comes of a page that was fetched: a source of the corpus, or a reason why there is none; both on record."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING

import msgspec

from factcheck.domain import MACHINE, Problem
from factcheck.review.kinds import Kind
from factcheck.web.collecting import Collected
from factcheck.web.kept import KeptPage, KeptPages
from factcheck.web.pages import Page
from factcheck.web.secrets import has_secrets, without_secrets
from factcheck.workbench.drift import Drift, find_drift, not_shown
from factcheck.workbench.instead import gone_as, home_told, stands_in, stays_told

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


def there_already(page: KeptPage) -> FetchedPage:
    """Return what is told of a page that is not asked for, since it is there."""
    return FetchedPage(
        asked=page.asked,
        became=THERE,
        url=page.url,
        address=page.address,
        title=page.title,
        snapshot=page.snapshot,
        sources=page.sources,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Keeper:
    """Keeps what one run fetched. `revision`: the article (its id); `again`: whether known pages were asked for."""

    bench: Workbench
    corpus: Corpus
    shelf: KeptPages
    revision: str = ""
    again: bool = False

    def keep(self, one: Collected) -> FetchedPage:
        """Make sources of what was collected, and put it on record.

        New ones are added before old ones go: a kill leaves one too many, and no gap.
        """
        former = self.shelf.get(one.asked)
        if one.page is None or not one.page.documents:
            return self._without_text(one, former)
        former = former or self.shelf.get(one.page.address)
        if former and stands_in(one, former):
            return self._without_text(one, former)
        return self._as_source(one, one.page, former)

    def _as_source(self, one: Collected, page: Page, former: KeptPage | None) -> FetchedPage:
        fetched = one.fetched
        assert fetched is not None  # noqa: S101 - a page was read from it
        self.corpus.add(page.documents)
        found = tuple(document.source.id for document in page.documents)
        had = former.sources if former else ()
        # two pages may have one address once their keys are left out: none replaces the other unless that is asked
        replaced = _replaced(self.corpus, had, page) if self.again or not has_secrets(one.asked) else ()
        drift = find_drift(self.bench, replaced, page.documents) if replaced else ()
        self.corpus.remove(replaced)
        kept = KeptPage(
            asked=without_secrets(one.asked),
            url=page.url,
            address=page.address,
            at=fetched.last.asked_at,
            snapshot=self._relative(one.snapshot),
            sources=tuple(dict.fromkeys((*found, *(source for source in had if source not in replaced)))),
            title=page.documents[0].source.title,
            etag=fetched.last.header("etag"),
            last_modified=fetched.last.header("last-modified"),
            stub=page.stub or "",
        )
        self.shelf.put(kept)
        is_new = former is None or not (replaced or set(found).issubset(had))
        done = replace(
            there_already(kept),
            became=NEW if is_new else CHANGED if replaced else UNCHANGED,
            status=fetched.last.status,
            replaced=replaced,
            archived=page.archived,
            rulings=tuple(f"{review.rating}: {review.claim}" for review in page.markup.reviews),
            drift=drift,
            problems=(*one.problems, *home_told(one)),
        )
        self._log(done, one)
        return done

    def _without_text(self, one: Collected, former: KeptPage | None) -> FetchedPage:
        """Tell of a page that is as it was, is gone, is not shown, or could not be read. What there was of it stays."""
        if one.fetched and one.fetched.unchanged and former:
            self.shelf.put(msgspec.structs.replace(former, at=one.fetched.last.asked_at))
            return replace(there_already(former), became=UNCHANGED, status=one.fetched.last.status)
        gone = gone_as(one, former) if former else ""
        became = GONE if gone else NOT_SHOWN if former and one.page else NOT_READ
        done = replace(
            self._told(one, former, became),
            drift=self._lost(former, became) if former else (),
            problems=(*one.problems, *home_told(one), *([stays_told(one)] if became == NOT_SHOWN else [])),
        )
        if former and one.fetched and gone:
            self.shelf.put(msgspec.structs.replace(former, at=one.fetched.last.asked_at, gone=gone))
        if done.snapshot:
            self._log(done, one)
        return done

    def _told(self, one: Collected, former: KeptPage | None, became: str) -> FetchedPage:
        answered = one.fetched or one.said
        return FetchedPage(
            asked=without_secrets(one.asked),
            became=became,
            url=without_secrets(answered.url) if answered else "",
            address=former.address if former else "",
            status=answered.last.status if answered else 0,
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

    def _log(self, page: FetchedPage, one: Collected) -> None:
        log_fetch(self.bench, page, one, self.revision)


def log_fetch(bench: Workbench, page: FetchedPage, one: Collected, revision: str = "") -> None:
    """Put a fetch on record: what was asked, what answered, and what became of it."""
    body = {
        "asked": page.asked,
        "url": page.url,
        "status": page.status,
        "snapshot": one.snapshot.parent.name if one.snapshot else "",
        "sources": list(page.sources if page.became != NOT_READ else ()),
        "replaced": list(page.replaced),
        "became": page.became,
        "run_by": bench.user,
    }
    with bench.store.transaction() as tx:
        tx.append(at=bench.now(), user=MACHINE, kind=Kind.FETCHED, subject=revision, revision=revision, body=body)


def _replaced(corpus: Corpus, had: Sequence[str], page: Page) -> tuple[str, ...]:
    """Return the documents (ids) of the former copy that a page takes the place of: of a feed, what it tells anew.

    Entries that a feed no longer lists were true sources all the same, and stay.
    """
    found = {document.source.id: document.source.url for document in page.documents}
    gone = [source for source in had if source not in found]
    if len(found) <= 1:
        return tuple(gone)
    urls = {url for url in found.values() if url != page.address}
    known = corpus.known(gone)
    return tuple(one for one in gone if one in known and corpus.document(one).source.url in urls)
