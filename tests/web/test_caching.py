"""What is fresh is not asked for again, what is stale is asked with its ETag, no secret is remembered (RFC 9111)."""

from __future__ import annotations

from pathlib import Path

import pytest

from factcheck.errors import StorageError
from factcheck.web.caching import CachingTransport
from factcheck.web.connecting import CheckedTransport
from factcheck.web.exchanges import Fetched
from factcheck.web.fetching import Fetcher
from factcheck.web.policy import Policy
from factcheck.web.snapshots import SnapshotStore, read_snapshot
from tests.web.site import Request, Site, reply

PAGE = b"<p>The harbour has five cranes."


@pytest.fixture
def cache(tmp_path: Path) -> Path:
    return tmp_path / "cache/http.db"


async def fetch(policy: Policy, cache: Path, url: str, **known: str) -> Fetched:
    async with Fetcher(policy, transport=CachingTransport(CheckedTransport(policy), cache)) as fetcher:
        return await fetcher.fetch(url, **known)


async def test_a_fresh_page_is_not_asked_for_again_and_the_snapshot_says_so(
    site: Site, policy: Policy, cache: Path, tmp_path: Path
) -> None:
    url = site.add("/page", reply(200, PAGE, ("Cache-Control", "max-age=600")))
    first, again = await fetch(policy, cache, url), await fetch(policy, cache, url)
    assert site.paths().count("/page") == 1
    assert (again.body, first.last.cached, again.last.cached) == (PAGE, False, True)
    kept = SnapshotStore(tmp_path / "snapshots").keep(again, text="")
    assert read_snapshot(kept.path).exchanges[-1].cached


async def test_a_stale_page_is_asked_for_with_its_etag(site: Site, policy: Policy, cache: Path) -> None:
    def answer(request: Request) -> bytes:
        known = request.headers.get("if-none-match") == '"1"'
        return reply(304, b"", ("ETag", '"1"')) if known else reply(200, PAGE, ("ETag", '"1"'))

    url = site.add("/page", answer)
    pages = [await fetch(policy, cache, url) for _ in range(2)]
    assert [(page.body, page.last.status, page.last.cached) for page in pages] == [(PAGE, 200, False)] * 2
    assert site.asked[-1].headers["if-none-match"] == '"1"'


@pytest.mark.parametrize("control", ["no-store", "max-age=0, must-revalidate"])
async def test_what_must_not_be_reused_is_asked_for(site: Site, policy: Policy, cache: Path, control: str) -> None:
    url = site.add("/page", reply(200, PAGE, ("Cache-Control", control)))
    for _ in range(2):
        await fetch(policy, cache, url)
    assert site.paths().count("/page") == 2


async def test_a_question_with_conditions_goes_to_the_site(site: Site, policy: Policy, cache: Path) -> None:
    url = site.add("/page", reply(200, PAGE, ("Cache-Control", "max-age=600")), reply(304))
    await fetch(policy, cache, url)
    assert (await fetch(policy, cache, url, etag='"1"')).unchanged


async def test_no_secret_is_remembered(site: Site, policy: Policy, cache: Path) -> None:
    fresh = ("Cache-Control", "max-age=600")
    site.add("/keyed", reply(200, PAGE, fresh))
    site.add("/cookie", reply(200, PAGE, fresh, ("Set-Cookie", "session=hush-hush")))
    for _ in range(2):
        await fetch(policy, cache, f"{site.http}/keyed?token=hush-hush")
        await fetch(policy, cache, f"{site.http}/cookie")
    assert [path.split("?")[0] for path in site.paths() if "robots" not in path] == ["/keyed", "/cookie"] * 2
    assert all(b"hush-hush" not in path.read_bytes() for path in cache.parent.iterdir())


async def test_a_file_that_is_no_cache_is_told(site: Site, policy: Policy, cache: Path) -> None:
    import sqlite3

    cache.parent.mkdir()
    with sqlite3.connect(cache) as other:
        other.execute("CREATE TABLE entries (one TEXT)")
    other.close()
    with pytest.raises(StorageError, match="the HTTP cache cannot be used"):
        await fetch(policy, cache, site.add("/page", reply(200, PAGE)))
