"""The claim list as it was asked for: filtered, sorted, put together, and read again as often as a report needs it."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import islice
from typing import TYPE_CHECKING

from factcheck import __version__
from factcheck.domain import LISTED, ArticleSummary, ClaimSummary, Event
from factcheck.reports.about import About, Stamp, stamp
from factcheck.reports.aside import Aside
from factcheck.reports.claim_counts import count
from factcheck.reports.filters import Filter
from factcheck.reports.ordering import Group, Order, arrange, put_together
from factcheck.reports.own_words import has_words
from factcheck.review.hand import claims_of
from factcheck.review.kinds import Kind
from factcheck.workbench.cited_lost import rows_with_lost
from factcheck.workbench.standing import Lost, rows_with_states

if TYPE_CHECKING:
    from factcheck.store import Store
    from factcheck.workbench import Workbench

KEPT = 10_000
"""Rows that are kept in memory (some 20 MB) between two passes; a longer list in the order of the text is read anew."""


EVERYTHING = Filter()


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What is asked of a list. `since`: only claims that an event of the log at or after it is about."""

    fitting: Filter = EVERYTHING
    order: Order = Order.TEXT
    reverse: bool = False
    group: Group | None = None
    since: datetime | None = None
    columns: tuple[str, ...] = ()


class Listing:
    """Claims that can be gone through several times; a long list that is not sorted never stands in memory."""

    def __init__(self, read: Callable[[], Iterable[ClaimSummary]]) -> None:
        self._read = read
        self._kept: tuple[ClaimSummary, ...] | None = None

    def __iter__(self) -> Iterator[ClaimSummary]:
        return iter(self._kept) if self._kept is not None else self._pass()

    def _pass(self) -> Iterator[ClaimSummary]:
        rows = iter(self._read())
        first = deque(islice(rows, KEPT + 1))
        if len(first) <= KEPT:
            self._kept = tuple(first)
            yield from self._kept
            return
        while first:
            yield first.popleft()
        yield from rows


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """A list with all that a report says of it. `fitting`: the filter, with what --since found in the log.

    `worded`: the articles (ids) with a claim of which a row has words of a person's own.
    """

    rows: Listing
    about: About
    fitting: Filter
    worded: frozenset[str] = frozenset()


def claims_wanted(bench: Workbench, wanted: Wanted, *, articles: Sequence[ArticleSummary], lost: Lost) -> Listed:
    """Return the claims that are asked for, of all `articles`. `lost`: what `Workbench.lost_sources` says.

    All that is read of them is one state: see `Store.standing_still`.
    """
    fitting = wanted.fitting
    if wanted.since is not None:
        fitting = replace(fitting, touched=_touched(bench.store, wanted.since))
    rows = Listing(lambda: _rows(bench, fitting, wanted, lost))
    worded: set[str] = set()
    counts = count(_noted(rows, worded))
    of = [article for article in articles if fitting.articles is None or article.id in fitting.articles]
    aside = _aside(bench, of, fitting, counts.claims)
    about = About(
        stamp=state_shown(bench, of),
        counts=counts,
        ratings=bench.ratings,
        articles=articles,
        aside=aside,
        columns=wanted.columns,
        group=wanted.group,
    )
    return Listed(rows=rows, about=about, fitting=fitting, worded=frozenset(worded))


def _noted(rows: Iterable[ClaimSummary], worded: set[str]) -> Iterator[ClaimSummary]:
    """Yield rows, and note whose articles' have words of a person's own."""
    for row in rows:
        if has_words(row):
            worded.add(row.article)
        yield row


def state_shown(bench: Workbench, articles: Sequence[ArticleSummary]) -> Stamp:
    """Return the state that a report on these articles shows."""
    return stamp(f"factcheck {__version__}", bench.store.last_event(), articles)


def _rows(bench: Workbench, fitting: Filter, wanted: Wanted, lost: Lost) -> Iterable[ClaimSummary]:
    unlisted = not fitting.states <= set(LISTED)
    read = bench.store.summaries(unlisted=unlisted, streamed=True)
    told = rows_with_lost(rows_with_states(read, bench.store, lost), bench.store, bench.workspace)
    rows: Iterable[ClaimSummary] = told if fitting == EVERYTHING else filter(fitting.fits, told)
    if wanted.order is not Order.TEXT:
        rows = arrange(rows, wanted.order)
    if wanted.reverse:
        rows = reversed(list(rows))
    return put_together(rows, wanted.group) if wanted.group else rows


def _aside(bench: Workbench, articles: Sequence[ArticleSummary], fitting: Filter, listed: int) -> Aside:
    """Count what the articles asked for have beside the claims that are listed."""
    parts = [bench.aside(article) for article in articles]
    names = [name for name in ("superseded", "withdrawn", "sentences") if name not in fitting.states]
    left_out = {name: sum(part[name] for part in parts) for name in names}
    taken_out = sum(part[name] for part in parts for name in ("superseded", "withdrawn") if name in fitting.states)
    everything = sum(article.claims for article in articles) + taken_out
    return Aside(**left_out, filtered=max(0, everything - listed))


def _touched(store: Store, since: datetime) -> frozenset[str]:
    """Return the claims (ids) that events at or after a moment are about."""
    found: set[str] = set()
    taken_back: set[int] = set()
    for event in store.events_since(since):
        found.update(_named(event))
        if event.kind in {Kind.UNDONE, Kind.REDONE}:
            taken_back.add(event.body["event"])
    if taken_back:
        edits = (event for event in store.events(kinds=[Kind.EDITED]) if event.seq in taken_back)
        found.update(claim for event in edits for claim in claims_of(event))
    return frozenset(found)


def _named(event: Event) -> Sequence[str]:
    return event.body["claims"] if event.kind == Kind.EXTRACTED else claims_of(event)
