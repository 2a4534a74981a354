"""Whom a run may ask: the hosts that people named or agreed to, and never by an address that holds a withheld name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from factcheck.errors import FactcheckError
from factcheck.web.kept import KeptPages
from factcheck.web.network import Access, policy_for
from factcheck.web.policy import Policy
from factcheck.web.safety import host_of
from factcheck.web.snapshots import read_snapshot
from factcheck.workbench.withholding import holds_name, withheld_names

if TYPE_CHECKING:
    from factcheck.workbench import Workbench


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
