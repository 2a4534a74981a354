"""Fetching from a real server: what sites do, and what comes of it."""

from __future__ import annotations

import asyncio
import gzip
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import UTC, datetime

import brotli
import pytest

from factcheck.errors import FetchError, RefusedError
from factcheck.web.connecting import CheckedTransport
from factcheck.web.exchanges import Fetched
from factcheck.web.fetching import Fetcher
from factcheck.web.policy import Policy
from tests.web.site import HTML, Request, Site, reply

PAGE = "<p>Der Fluss trat über die Ufer.</p>".encode()
NOON = datetime(2024, 11, 14, 12, tzinfo=UTC)


class Clock:
    """Notes how long was waited, and waits for nothing."""

    def __init__(self) -> None:
        self.waited: list[float] = []

    async def sleep(self, seconds: float) -> None:
        self.waited.append(seconds)


async def fetch(policy: Policy, url: str, clock: Clock | None = None, **known: str) -> Fetched:
    async def resolver(host: str, port: int) -> list[str]:
        return {"site.test": ["127.0.0.1"], "inside.test": ["10.0.0.1"]}.get(host, [host])

    transport = CheckedTransport(policy, resolver=resolver)
    async with Fetcher(policy, transport=transport, sleep=(clock or Clock()).sleep, now=lambda: NOON) as fetcher:
        return await fetcher.fetch(url, **known)


async def test_a_page_comes_with_all_that_was_said(site: Site, policy: Policy) -> None:
    url = site.add("/page", reply(200, PAGE, ("ETag", '"1"')))
    page = await fetch(policy, url)
    assert (page.body, page.url, page.media_type, page.fault) == (PAGE, url, "text/html", "")
    assert page.last.header("etag") == '"1"'
    assert (page.last.address, page.last.asked_at, page.last.http_version) == ("127.0.0.1", NOON, "HTTP/1.1")


async def test_it_says_honestly_who_asks(site: Site, policy: Policy) -> None:
    await fetch(policy, site.add("/page", reply(200, PAGE)))
    headers = site.asked[-1].headers
    assert headers["user-agent"].startswith("factcheck/")
    assert "https://example.org/desk" in headers["user-agent"]
    assert "cookie" not in headers
    assert "referer" not in headers


async def test_https_is_fetched_by_name(site: Site, policy: Policy) -> None:
    site.add("/page", reply(200, PAGE))
    assert (await fetch(policy, f"{site.https}/page")).body == PAGE
    with pytest.raises(FetchError, match="cannot prove who it is"):
        await fetch(replace(policy, ca_file=""), f"{site.https}/page")


@pytest.mark.parametrize(("encoding", "pack"), [("gzip", gzip.compress), ("br", brotli.compress)])
async def test_a_packed_page_is_unpacked_and_kept_as_received(
    site: Site, policy: Policy, encoding: str, pack: object
) -> None:
    packed = pack(PAGE)  # type: ignore[operator]
    page = await fetch(policy, site.add("/page", reply(200, packed, ("Content-Encoding", encoding))))
    assert (page.body, page.last.payload) == (PAGE, packed)


async def test_chunks_are_joined(site: Site, policy: Policy) -> None:
    async def chunks() -> AsyncIterator[bytes]:
        yield reply(200, b"", ("Transfer-Encoding", "chunked"), length=None)
        for part in (PAGE[:7], PAGE[7:]):
            yield b"%x\r\n%s\r\n" % (len(part), part)
        yield b"0\r\n\r\n"

    assert (await fetch(policy, site.add("/page", lambda _: chunks()))).body == PAGE


async def test_redirects_are_followed_and_recorded(site: Site, policy: Policy) -> None:
    site.add("/new page", reply(200, PAGE))
    site.add("/middle", reply(308, b"", ("Location", "/new page?a=1")))
    page = await fetch(policy, site.add("/old", reply(301, b"moved", ("Location", "middle"))))
    assert [(e.url, e.status) for e in page.exchanges] == [
        (f"{site.http}/old", 301),
        (f"{site.http}/middle", 308),
        (f"{site.http}/new%20page?a=1", 200),
    ]
    assert (page.asked, page.exchanges[0].payload) == (f"{site.http}/old", b"moved")


@pytest.mark.parametrize(
    "location",
    [
        "http://169.254.169.254/latest/meta-data",
        "http://0x7f.1/",
        "http://[::1]/",
        "http://inside.test/",
        "file:///etc/passwd",
        "//user:pw@site.test/",
        "http://[bad/",
        "https://site.test:22/",
    ],
)
async def test_a_redirect_to_what_is_never_asked_is_refused(site: Site, policy: Policy, location: str) -> None:
    strict = policy if "0x7f" not in location else replace(policy, allowed=policy.allowed[:0])
    url = site.add("/page", reply(302, b"", ("Location", location)))
    with pytest.raises(RefusedError):
        await fetch(strict, url)


async def test_an_endless_redirect_is_left(site: Site, policy: Policy) -> None:
    url = site.add("/loop", reply(302, b"", ("Location", "/loop")))
    with pytest.raises(FetchError, match="redirects more than 10 times"):
        await fetch(policy, url)
    assert site.paths().count("/loop") == 11


async def test_a_cookie_wall_is_passed_and_the_cookie_forgotten(site: Site, policy: Policy) -> None:
    def wall(request: Request) -> bytes:
        if "seen=1" in request.headers.get("cookie", ""):
            return reply(200, PAGE)
        return reply(302, b"", ("Location", "/page"), ("Set-Cookie", "seen=1; Path=/"))

    url = site.add("/page", wall)
    async with Fetcher(policy) as fetcher:
        assert (await fetcher.fetch(url)).body == PAGE
        await fetcher.fetch(url)
    asked = [request for request in site.asked if request.path == "/page"]
    assert ["cookie" in request.headers for request in asked] == [False, True, False, True]


@pytest.mark.parametrize(
    ("status", "fault"),
    [
        (403, "does not let us"),
        (404, "no such page"),
        (410, "removed for good"),
        (451, "legal"),
        (418, "no page"),
        (206, "a part of"),
    ],
)
async def test_a_page_that_is_not_given_says_why(site: Site, policy: Policy, status: int, fault: str) -> None:
    page = await fetch(policy, site.add("/page", reply(status, b"sorry")))
    assert fault in page.fault
    assert f"({status})" in page.fault
    assert page.body == b"sorry"
    assert site.paths().count("/page") == 1


async def test_what_we_have_is_asked_for_by_its_marks(site: Site, policy: Policy) -> None:
    def conditional(request: Request) -> bytes:
        known = request.headers.get("if-none-match") == '"1"' or "if-modified-since" in request.headers
        return reply(304, kind="", length=None) if known else reply(200, PAGE)

    url = site.add("/page", conditional)
    assert (await fetch(policy, url, etag='"1"')).unchanged
    assert (await fetch(policy, url, last_modified="Thu, 14 Nov 2024 12:00:00 GMT")).unchanged
    assert not (await fetch(policy, url, etag='"2"')).unchanged


async def test_a_fault_that_passes_is_tried_again_after_growing_pauses(site: Site, policy: Policy) -> None:
    clock = Clock()
    url = site.add("/page", reply(503), reply(500), reply(200, PAGE))
    page = await fetch(replace(policy, backoff_seconds=1), url, clock)
    assert page.body == PAGE
    assert clock.waited == [1, 2]


@pytest.mark.parametrize("asked", ["7", "Thu, 14 Nov 2024 12:00:07 GMT"])
async def test_a_site_that_asks_to_wait_is_waited_for(site: Site, policy: Policy, asked: str) -> None:
    clock = Clock()
    page = await fetch(policy, site.add("/page", reply(429, b"", ("Retry-After", asked)), reply(200, PAGE)), clock)
    assert page.body == PAGE
    assert clock.waited == [7]


async def test_a_site_that_asks_for_a_long_pause_is_left_alone(site: Site, policy: Policy) -> None:
    clock = Clock()
    page = await fetch(policy, site.add("/page", reply(429, b"", ("Retry-After", "3600"))), clock)
    assert "too often" in page.fault
    assert clock.waited == []


async def test_a_site_that_stays_broken_is_given_up(site: Site, policy: Policy) -> None:
    page = await fetch(policy, site.add("/page", reply(502)))
    assert "(502)" in page.fault
    assert site.paths().count("/page") == policy.attempts


async def test_a_page_that_breaks_off_is_tried_again_and_never_taken_for_whole(site: Site, policy: Policy) -> None:
    assert (await fetch(policy, site.add("/once", reply(200, PAGE, length=999), reply(200, PAGE)))).body == PAGE
    with pytest.raises(FetchError, match="breaks off"):
        await fetch(policy, site.add("/page", reply(200, PAGE, length=999)))
    with pytest.raises(FetchError, match="breaks off"):
        await fetch(policy, site.add("/gzip", reply(200, gzip.compress(PAGE)[:-9], ("Content-Encoding", "gzip"))))
    with pytest.raises(FetchError, match="breaks off"):
        await fetch(policy, site.add("/nothing", b""))


async def test_a_silent_site_and_a_dripping_one_are_left(site: Site, policy: Policy) -> None:
    async def dripping() -> AsyncIterator[bytes]:
        yield reply(200, b"", length=10_000)
        while True:
            yield b"x"
            await asyncio.sleep(0.01)

    async def silent() -> AsyncIterator[bytes]:
        await asyncio.sleep(60)
        yield b""

    hasty = replace(policy, attempts=1, request_seconds=0.3, silence_seconds=0.2)
    with pytest.raises(FetchError, match="did not answer in time"):
        await fetch(hasty, site.add("/drip", lambda _: dripping()))
    with pytest.raises(FetchError, match="did not answer in time"):
        await fetch(hasty, site.add("/silent", lambda _: silent()))


async def test_an_endless_body_is_cut_and_refused(site: Site, policy: Policy) -> None:
    async def endless() -> AsyncIterator[bytes]:
        yield reply(200, b"", length=None)
        while True:
            yield b"<p>and so on</p>" * 1_000

    with pytest.raises(FetchError, match="longer than 100000 bytes"):
        await fetch(replace(policy, wire_bytes=100_000), site.add("/page", lambda _: endless()))


async def test_a_bomb_is_cut_and_refused(site: Site, policy: Policy) -> None:
    bomb = gzip.compress(bytes(50_000_000))
    with pytest.raises(FetchError, match="unpacks to more than"):
        await fetch(policy, site.add("/page", reply(200, bomb, ("Content-Encoding", "gzip"))))


@pytest.mark.parametrize("headers", [[("X-Long", "a" * 70_000)], [(f"X-{n}", "a" * 50) for n in range(1_500)]])
async def test_huge_headers_are_refused(site: Site, policy: Policy, headers: list[tuple[str, str]]) -> None:
    with pytest.raises(FetchError):
        await fetch(policy, site.add("/page", reply(200, PAGE, *headers)))


async def test_what_no_reader_can_use_is_not_taken(site: Site, policy: Policy) -> None:
    url = site.add("/film", reply(200, b"\0" * 100, kind="video/mp4"))
    with pytest.raises(FetchError, match="no page but video/mp4"):
        await fetch(policy, url)


async def test_an_unreachable_site_is_named(site: Site, policy: Policy) -> None:
    with pytest.raises(FetchError, match="cannot be reached"):
        await fetch(policy, "http://127.0.0.1:1025/")


class TestRobots:
    async def test_what_a_site_forbids_is_not_read(self, site: Site, policy: Policy) -> None:
        site.add("/robots.txt", reply(200, b"User-agent: *\nDisallow: /private\n", kind="text/plain"))
        site.add("/private/page", reply(200, PAGE))
        with pytest.raises(FetchError, match=r"robots\.txt"):
            await fetch(policy, f"{site.http}/private/page")
        assert (await fetch(policy, site.add("/page", reply(200, PAGE)))).body == PAGE
        assert "/private/page" not in site.paths()

    async def test_our_own_name_is_obeyed(self, site: Site, policy: Policy) -> None:
        site.add("/robots.txt", reply(200, b"User-agent: factcheck\nDisallow: /\n", kind="text/plain"))
        with pytest.raises(FetchError, match=r"robots\.txt"):
            await fetch(policy, site.add("/page", reply(200, PAGE)))

    async def test_the_target_of_a_redirect_is_asked_for_too(self, site: Site, policy: Policy) -> None:
        site.add("/robots.txt", reply(200, b"User-agent: *\nDisallow: /private\n", kind="text/plain"))
        with pytest.raises(FetchError, match=r"robots\.txt"):
            await fetch(policy, site.add("/page", reply(302, b"", ("Location", "/private/page"))))

    @pytest.mark.parametrize("status", [403, 404, 410])
    async def test_a_site_without_rules_allows_all(self, site: Site, policy: Policy, status: int) -> None:
        site.add("/robots.txt", reply(status))
        assert (await fetch(policy, site.add("/page", reply(200, PAGE)))).body == PAGE

    async def test_a_site_that_fails_to_say_forbids_all(self, site: Site, policy: Policy) -> None:
        site.add("/robots.txt", reply(500))
        with pytest.raises(FetchError, match=r"robots\.txt"):
            await fetch(policy, site.add("/page", reply(200, PAGE)))

    async def test_rules_are_read_once_for_a_site(self, site: Site, policy: Policy) -> None:
        urls = [site.add(f"/{n}", reply(200, PAGE)) for n in range(4)]
        async with Fetcher(policy) as fetcher:
            await asyncio.gather(*map(fetcher.fetch, urls))
        assert site.paths().count("/robots.txt") == 1

    async def test_the_pause_that_a_site_asks_for_is_kept(self, site: Site, policy: Policy) -> None:
        clock = Clock()
        site.add("/robots.txt", reply(200, b"User-agent: *\nCrawl-delay: 9\n", kind="text/plain"))
        site.add("/new", reply(200, PAGE))
        await fetch(policy, site.add("/page", reply(302, b"", ("Location", "/new"))), clock)
        assert [round(seconds) for seconds in clock.waited] == [9]


class Counter:
    """Answers slowly, and counts how many answers were under way at once."""

    running = most = 0

    async def answer(self) -> AsyncIterator[bytes]:
        self.running += 1
        self.most = max(self.most, self.running)
        await asyncio.sleep(0.02)
        self.running -= 1
        yield reply(200, PAGE)


async def test_no_more_connections_than_allowed_run_at_once(site: Site, policy: Policy) -> None:
    counter = Counter()

    urls = [site.add(f"/{n}", lambda _: counter.answer()) for n in range(8)]
    async with Fetcher(replace(policy, connections_per_host=3)) as fetcher:
        await asyncio.gather(*map(fetcher.fetch, urls))
    assert 1 < counter.most <= 3


async def test_no_more_connections_than_allowed_run_at_once_to_all_hosts(site: Site, policy: Policy) -> None:
    counter = Counter()

    async def resolver(_host: str, _port: int) -> list[str]:
        return ["127.0.0.1"]

    site.add("/page", lambda _: counter.answer())
    few = replace(policy, connections=2)
    async with Fetcher(few, transport=CheckedTransport(few, resolver=resolver)) as fetcher:
        await asyncio.gather(*(fetcher.fetch(f"http://host{n}.test:{site.port}/page") for n in range(6)))
    assert counter.most == 2


async def test_between_two_requests_to_one_host_there_is_a_pause_and_none_to_others(site: Site, policy: Policy) -> None:
    async def resolver(_host: str, _port: int) -> list[str]:
        return ["127.0.0.1"]

    site.add("/page", reply(200, PAGE))
    polite, clock = replace(policy, host_delay_seconds=7), Clock()
    async with Fetcher(polite, transport=CheckedTransport(polite, resolver=resolver), sleep=clock.sleep) as fetcher:
        await fetcher.fetch(f"http://one.test:{site.port}/page")
        await fetcher.fetch(f"http://two.test:{site.port}/page")
        assert clock.waited == []
        await fetcher.fetch(f"http://one.test:{site.port}/page?again")
        assert [round(seconds) for seconds in clock.waited] == [7]


async def test_a_page_that_is_broken_off_by_hand_stops_at_once(site: Site, policy: Policy) -> None:
    loop = asyncio.get_running_loop()
    reached = asyncio.Event()

    async def silent() -> AsyncIterator[bytes]:
        loop.call_soon_threadsafe(reached.set)
        await asyncio.sleep(60)
        yield b""

    async with Fetcher(policy) as fetcher:
        task = asyncio.create_task(fetcher.fetch(site.add("/page", lambda _: silent())))
        await reached.wait()
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task


async def test_the_charset_stays_what_the_site_said(site: Site, policy: Policy) -> None:
    body = "Река вышла из берегов".encode("windows-1251")
    page = await fetch(policy, site.add("/page", reply(200, body, kind=HTML.replace("utf-8", "windows-1251"))))
    assert page.body.decode("windows-1251") == "Река вышла из берегов"


@pytest.mark.parametrize(
    "kind", ["application/octet-stream", "binary/octet-stream", "application/force-download", "application/x-pdf"]
)
async def test_a_pdf_that_is_sent_as_any_file_is_told_by_its_first_bytes(site: Site, policy: Policy, kind: str) -> None:
    body = b"\n%PDF-1.7\n" + b"x" * 5_000
    page = await fetch(policy, site.add("/report", reply(200, body, kind=kind)))
    assert page.body == body
    for other in (b"MZ" + b"\x00" * 5_000, b"PK\x03\x04", b"", b"x" * 2_000 + b"%PDF-"):
        with pytest.raises(FetchError, match="this is no page but"):
            await fetch(policy, site.add("/other", reply(200, other, kind=kind)))
