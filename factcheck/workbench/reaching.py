"""Whom a run may ask: the hosts that people named or agreed to, and never by an address that holds a withheld name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING
from urllib.parse import urljoin

from factcheck.errors import FactcheckError, RefusedError
from factcheck.review.kinds import Kind
from factcheck.web.configured import networks_of
from factcheck.web.exchanges import Exchange
from factcheck.web.kept import KeptPages
from factcheck.web.network import Access, policy_for
from factcheck.web.policy import Policy
from factcheck.web.safety import check_public, host_of
from factcheck.web.secrets import without_secrets
from factcheck.web.snapshots import SNAPSHOTS, SnapshotStore, read_snapshot
from factcheck.workbench.withholding import holds_name, withheld_names

if TYPE_CHECKING:
    from factcheck.workbench import Workbench

_MOST_LIKE = 50
"""Snapshots of one payload that are looked through for the one of an address."""


def policy_of(
    bench: Workbench,
    urls: Iterable[str],
    access: Access,
    *,
    hosts: frozenset[str] | None = None,
    more: frozenset[str] = frozenset(),
) -> Policy:
    """Return the limits for some addresses. Who typed them (no `hosts`) agreed to their whole sites, and no others."""
    named = hosts if hosts is not None else frozenset(filter(None, map(host_of, urls)))
    names = withheld_names(bench)
    return replace(
        policy_for(bench.settings, access),
        hosts=named | more | access.follow,
        whole_sites=hosts is None,
        may_send=lambda url: not holds_name(url, names),
    )


def hosts_met(bench: Workbench, shelf: KeptPages, url: str) -> Iterator[str]:
    """Yield the hosts by which a page came when it was fetched last: people agreed to them then."""
    page = shelf.get(url)
    if page is None or not page.snapshot or host_of(page.url) == host_of(url):
        return
    yield from filter(None, map(host_of, page.ways))
    try:
        exchanges = read_snapshot(bench.workspace / page.snapshot).exchanges
    except FactcheckError:  # deleted or damaged: it is asked anew, and a redirect elsewhere told
        return
    yield from filter(None, (host_of(exchange.url) for exchange in exchanges))


def hosts_told(bench: Workbench, urls: Iterable[str]) -> Iterator[str]:
    """Yield the hosts that addresses redirected to when they were asked last, also where nobody went on there."""
    allowed = networks_of(bench.settings.values.fetch)
    wanted = set(map(without_secrets, urls))
    events = bench.store.events(kinds=[Kind.FETCHED]) if wanted else ()
    last = {event.body["asked"]: event.body["snapshot"] for event in events if event.body["asked"] in wanted}
    for url, digest in last.items():
        for exchange in _exchanges_of(bench, url, digest):
            for location in ("", exchange.redirects_to):
                with suppress(RefusedError, ValueError):  # what is never asked is nothing to agree to
                    yield check_public(urljoin(exchange.url, location), allowed=allowed).host


def _exchanges_of(bench: Workbench, url: str, digest: str) -> tuple[Exchange, ...]:
    """Return what an address answered last. Many have one payload where it is empty, as those of redirects are."""
    for path in reversed(SnapshotStore(bench.workspace / SNAPSHOTS).of(digest)[-_MOST_LIKE:]):
        with suppress(FactcheckError):  # deleted or damaged: then nobody knows
            found = read_snapshot(path).exchanges
            if found[0].url == url:
                return found
    return ()
