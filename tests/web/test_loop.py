"""The loop that fetches is left free: by many pages that begin, by what unpacks to much, and by what is looked through.

Counted are turns of the loop, and no times.
"""

from __future__ import annotations

import asyncio
import gzip
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from factcheck.corpus.tiers import TierRules
from factcheck.errors import FetchError
from factcheck.web.collecting import Collector
from factcheck.web.echoes import without_echoes
from factcheck.web.exchanges import Fetched
from factcheck.web.fetching import Fetcher
from factcheck.web.parsing import PageReader
from factcheck.web.policy import Policy
from factcheck.web.snapshots import SnapshotStore
from tests.web.site import Site, reply
from tests.web.test_fetching import fetch


@asynccontextmanager
async def turns() -> AsyncIterator[list[int]]:
    """Count the turns of the loop."""
    counted = [0]

    async def count() -> None:
        while True:
            await asyncio.sleep(0)
            counted[0] += 1

    task = asyncio.create_task(count())
    yield counted
    task.cancel()


async def test_pages_begin_one_after_the_other(policy: Policy, tmp_path: Path) -> None:
    begun: list[int] = []

    class Refusing(Fetcher):
        async def fetch(self, url: str, **_: object) -> Fetched:
            begun.append(counted[0])
            raise FetchError("not today", subject=url)

    async with Refusing(policy) as fetcher, turns() as counted:
        store = SnapshotStore(tmp_path)
        collector = Collector(fetcher=fetcher, reader=PageReader(), store=store, root=tmp_path, rules=TierRules())
        await collector.collect([f"https://example.org/{number}" for number in range(50)], lambda _: None)
    assert len(set(begun)) == len(begun) == 50


async def test_a_page_that_unpacks_to_much_lets_others_on(site: Site, policy: Policy) -> None:
    body = gzip.compress(bytes(20_000_000))
    url = site.add("/much", reply(200, body, ("Content-Encoding", "gzip")))
    async with turns() as counted:
        page = await fetch(policy, url)
    assert len(page.body) == 20_000_000
    assert counted[0] > 20_000_000 // 65_536


async def test_a_large_page_that_repeats_a_cookie_is_cleaned_beside_the_loop(site: Site, policy: Policy) -> None:
    body = b"<p>Five cranes, visitor a1b2c3d4e5.</p>" * 20_000
    url = site.add("/large", reply(200, body, ("Set-Cookie", "visitor=a1b2c3d4e5; Path=/")))
    page = await fetch(policy, url)
    assert page.body == page.last.payload == body.replace(b"a1b2c3d4e5", b"REMOVED")


async def test_a_page_without_its_cookie_is_not_unpacked_again(site: Site, policy: Policy) -> None:
    body = gzip.compress(b"<p>Five cranes.</p>")
    given = (("Content-Encoding", "gzip"), ("Set-Cookie", "visitor=a1b2c3d4e5; Path=/"))
    page = await fetch(policy, site.add("/page", reply(200, body, *given)))
    assert (page.last.payload, page.last.received) == (body, "")
    assert without_echoes(page) == page
