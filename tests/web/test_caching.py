"""What is fresh is not asked for again, what is stale is asked with its ETag, no secret is remembered (RFC 9111)."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

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


def other_tables(path: Path) -> None:
    with closing(sqlite3.connect(path)) as other:
        other.execute("CREATE TABLE entries (one TEXT)")


def tear(path: Path) -> None:
    """Leave only the first page of a cache as it was."""
    with closing(sqlite3.connect(path)) as other:
        other.execute("PRAGMA journal_mode=DELETE")
    whole = path.read_bytes()
    path.write_bytes(whole[:4096] + b"\xff" * (len(whole) - 4096))


def noise(path: Path) -> None:
    path.write_bytes(b"no database " * 500)


def half(path: Path) -> None:
    other_tables(path)
    path.write_bytes(path.read_bytes()[:1500])


def folder(path: Path) -> None:
    path.mkdir()


@pytest.mark.parametrize("spoil", [other_tables, noise, half, tear])
async def test_a_damaged_cache_is_set_aside_and_a_new_one_begun(
    site: Site, policy: Policy, cache: Path, spoil: Callable[[Path], None], capfd: pytest.CaptureFixture[str]
) -> None:
    url = site.add("/page", reply(200, PAGE, ("Cache-Control", "max-age=600")))
    cache.parent.mkdir()
    if spoil is tear:
        await fetch(policy, cache, url)
    spoil(cache)
    transport = CachingTransport(CheckedTransport(policy), cache)
    async with Fetcher(policy, transport=transport) as fetcher:
        assert (await fetcher.fetch(url)).body == PAGE
    assert (transport.fault, bool(transport.begun_anew)) == ("", True)
    assert cache.with_name("http.db.damaged").is_file()
    await fetch(policy, cache, url)
    again = CachingTransport(CheckedTransport(policy), cache)
    async with Fetcher(policy, transport=again) as fetcher:
        assert (await fetcher.fetch(url)).last.cached
    assert (again.fault, again.begun_anew) == ("", "")
    assert "Traceback" not in "".join(capfd.readouterr())


@pytest.mark.parametrize("spoil", [folder])
async def test_without_a_usable_cache_the_site_is_asked_and_that_is_told_once(
    site: Site, policy: Policy, cache: Path, spoil: Callable[[Path], None], capfd: pytest.CaptureFixture[str]
) -> None:
    cache.parent.mkdir()
    spoil(cache)
    urls = [site.add(f"/{n}", reply(200, PAGE, ("Cache-Control", "max-age=600"))) for n in range(3)]
    transport = CachingTransport(CheckedTransport(policy), cache)
    async with Fetcher(policy, transport=transport) as fetcher:
        pages = await asyncio.gather(*map(fetcher.fetch, urls))
    assert [page.body for page in pages] == [PAGE] * 3
    assert transport.fault
    assert "\n" not in transport.fault
    assert "Traceback" not in "".join(capfd.readouterr())


async def test_a_cache_that_is_damaged_later_on_does_not_matter(
    site: Site, policy: Policy, cache: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    url = site.add("/page", reply(200, PAGE, ("Cache-Control", "max-age=600")))
    await fetch(policy, cache, url)
    tear(cache)
    transport = CachingTransport(CheckedTransport(policy), cache)
    async with Fetcher(policy, transport=transport) as fetcher:
        assert [(await fetcher.fetch(url)).body for _ in range(2)] == [PAGE] * 2
    assert "malformed" in transport.begun_anew
    assert "Traceback" not in "".join(capfd.readouterr())


async def test_a_folder_that_takes_no_cache_does_not_matter(site: Site, policy: Policy, tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("a file where the folder should be")
    assert (await fetch(policy, tmp_path / "cache/http.db", site.add("/page", reply(200, PAGE)))).body == PAGE


async def test_a_cache_that_another_holds_locked_is_left_alone(site: Site, policy: Policy, cache: Path) -> None:
    cache.parent.mkdir()
    url = site.add("/page", reply(200, PAGE))
    with closing(sqlite3.connect(cache, isolation_level=None)) as other:
        other.execute("CREATE TABLE other (one TEXT)")
        other.execute("BEGIN EXCLUSIVE")
        assert (await fetch(policy, cache, url)).body == PAGE


async def test_no_secret_of_a_header_is_remembered(site: Site, policy: Policy, cache: Path) -> None:
    def answer(request: Request) -> bytes:
        if "if-none-match" in request.headers:
            return reply(304, b"", ("ETag", '"1"'), ("Set-Cookie", "v=hush-hush"), ("X-Auth-Token", "hush-hush"))
        return reply(200, PAGE, ("ETag", '"1"'), ("X-Amz-Security-Token2", "hush-hush"), ("X-Amz-Cf-Id", "hush-hush"))

    fresh = ("Cache-Control", "max-age=600")
    urls = [site.add("/old", answer), site.add("/key", reply(200, PAGE, fresh, ("X-Api-Key", "hush-hush")))]
    urls.append(site.add("/start", reply(302, b"", ("Location", "/end"), ("X-Auth-Token", "hush-hush"))))
    site.add("/end", reply(200, b"<p>hush-hush", fresh))
    for url in urls * 2:
        await fetch(policy, cache, url)
    assert all(b"hush-hush" not in path.read_bytes() for path in cache.parent.iterdir())
    assert site.asked[-1].path == "/end"
