"""Sites that mean harm, over the wire: each is a problem that says what it is, in bounded time and memory."""

from __future__ import annotations

import asyncio
import sys
import tracemalloc
import zlib
from collections.abc import AsyncIterator, Callable, Iterator
from dataclasses import replace
from pathlib import Path

import brotli
import pytest

from factcheck.errors import FetchError, RefusedError
from factcheck.web.connecting import CheckedTransport
from factcheck.web.exchanges import Fetched
from factcheck.web.fetching import Fetcher
from factcheck.web.policy import Policy
from tests.web.site import Site, reply
from tests.web.test_collecting import collect
from tests.web.test_fetching import PAGE, Clock
from tests.web.test_fetching import fetch as fetch_for_ever
from tests.web.test_pages import html

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd

HANGS = 60
"""Seconds after which a test has hung, whatever the machine; the policy's own limits are far below."""
BLOCK = 10_000_000
BLOCKS = 1_000
"""10 MB of zeros a thousand times: 10 GB."""
HEAD = reply(200, length=None).removesuffix(b"\r\n")
CHUNKED = reply(200, b"", ("Transfer-Encoding", "chunked"), length=None)


@pytest.fixture(autouse=True)
def _in_bounded_memory() -> Iterator[None]:
    tracemalloc.start()
    yield
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 150_000_000


@pytest.fixture
def hasty(policy: Policy) -> Policy:
    return replace(policy, attempts=1, request_seconds=1, silence_seconds=0.5)


async def fetch(policy: Policy, url: str) -> Fetched:
    async with asyncio.timeout(HANGS):
        return await fetch_for_ever(policy, url)


def _gzip_bomb() -> bytes:
    packer = zlib.compressobj(wbits=16 + zlib.MAX_WBITS)
    first = packer.compress(bytes(BLOCK)) + packer.flush(zlib.Z_FULL_FLUSH)
    return first + (packer.compress(bytes(BLOCK)) + packer.flush(zlib.Z_FULL_FLUSH)) * (BLOCKS - 1)


def _brotli_bomb() -> bytes:
    packer = brotli.Compressor(quality=1)
    first = packer.process(bytes(BLOCK)) + packer.flush()
    return bytes(first + (packer.process(bytes(BLOCK)) + packer.flush()) * (BLOCKS - 1))


def _zstd_bomb() -> bytes:
    return zstd.compress(bytes(BLOCK)) * BLOCKS


@pytest.mark.parametrize(
    ("packing", "make"), [("gzip", _gzip_bomb), ("br", _brotli_bomb), ("zstd", _zstd_bomb)], ids=["gzip", "br", "zstd"]
)
async def test_ten_gigabytes_in_a_few_megabytes_are_cut(
    site: Site, policy: Policy, packing: str, make: Callable[[], bytes]
) -> None:
    url = site.add("/bomb", reply(200, make(), ("Content-Encoding", packing)))
    with pytest.raises(FetchError, match=r"unpacks to more than 30000000 bytes|longer than 10000000 bytes"):
        await fetch(policy, url)
    assert site.paths().count("/bomb") == 1


async def test_a_body_of_a_million_empty_frames_is_left(site: Site, policy: Policy) -> None:
    frames = b"\x50\x2a\x4d\x18\0\0\0\0" * 1_000_000  # skippable ones, RFC 8878, 3.1.2
    with pytest.raises(FetchError, match="packed in more than 1000 pieces"):
        await fetch(policy, site.add("/frames", reply(200, frames, ("Content-Encoding", "zstd"))))


async def _forever(head: bytes, part: bytes, pause: float = 0) -> AsyncIterator[bytes]:
    yield head
    while True:
        yield part
        await asyncio.sleep(pause)


@pytest.mark.parametrize(
    ("head", "part", "pause", "told"),
    [
        (CHUNKED, b"3e8\r\n" + b"x" * 1_000 + b"\r\n", 0, "longer than"),
        (CHUNKED, b"1\r\nx\r\n", 0.001, "did not answer in time"),
        (CHUNKED + b"1", b"0" * 1_000, 0, "broken"),
        (CHUNKED + b"1", b";a=b" * 1_000, 0, "broken"),
        (CHUNKED + b"0\r\n", b"X-Trailer: and so on\r\n", 0, "broken"),
        (HEAD, b"X-More: and so on\r\n", 0, "headers of the answer are longer|in time"),  # in time: a busy machine
        (HEAD + b"X-Long: ", b"and so on ", 0, "headers of the answer are longer|in time"),
        (b"", b"H" * 1_000, 0, "headers of the answer are longer"),
        (b"HTTP/1.1 200 OK\r\nX-Slow: ", b"x", 0.05, "did not answer in time"),
        (b"", b"HTTP/1.1 103 Early Hints\r\nLink: </a.css>\r\n\r\n", 0, "did not answer in time"),
    ],
    ids=[
        "chunks",
        "dripping chunks",
        "chunk size",
        "chunk extensions",
        "trailers",
        "headers",
        "one header",
        "status line",
        "slow headers",
        "early hints",
    ],
)
async def test_what_never_ends_is_cut(
    site: Site, hasty: Policy, head: bytes, part: bytes, pause: float, told: str
) -> None:
    little = replace(hasty, wire_bytes=200_000)
    if "in time" not in told:  # what is cut for its length is cut so on a busy machine, too
        little = replace(little, request_seconds=HANGS, silence_seconds=HANGS)
    with pytest.raises(FetchError, match=told):
        await fetch(little, site.add("/endless", lambda _: _forever(head, part, pause)))


@pytest.mark.parametrize("count", [1_500, 100_000])
async def test_a_flood_of_headers_is_refused(site: Site, hasty: Policy, count: int) -> None:
    headers = [(f"X-{number}", "a" * 40) for number in range(count)]
    with pytest.raises(FetchError, match="headers of the answer are longer"):
        await fetch(hasty, site.add("/flood", reply(200, PAGE, *headers)))


async def test_what_unpacks_to_much_that_vanishes_in_the_next_layer_is_cut(site: Site, policy: Policy) -> None:
    packer = zlib.compressobj(wbits=16 + zlib.MAX_WBITS)
    packed = packer.compress(b"\x1f\x8b\x08\x08\x00\x00\x00\x00\x00\x03")  # gzip, with a name that does not end
    packed += b"".join(packer.compress(b"a" * BLOCK) for _ in range(100)) + packer.flush()
    url = site.add("/name", reply(200, packed, ("Content-Encoding", "gzip, gzip")))
    with pytest.raises(FetchError, match="unpacks to more than"):
        await fetch(policy, url)


async def test_an_answer_that_sets_cookies_by_the_thousand_is_refused(site: Site, policy: Policy) -> None:
    cookies = [("Set-Cookie", f"a{number}={number}") for number in range(2_000)]
    with pytest.raises(FetchError, match="sets more than 180 cookies"):
        await fetch(policy, site.add("/cookies", reply(200, PAGE, *cookies)))
    assert (await fetch(policy, site.add("/some", reply(200, PAGE, *cookies[:100])))).body == PAGE


async def test_a_body_in_very_small_chunks_lets_others_get_on(site: Site, policy: Policy) -> None:
    whole = b"".join(b"1\r\na\r\n" for _ in range(60_000)) + b"0\r\n\r\n"
    url = site.add("/small", reply(200, whole, ("Transfer-Encoding", "chunked"), length=None))
    turns = 0

    async def count() -> None:
        nonlocal turns
        while True:
            await asyncio.sleep(0)
            turns += 1

    counting = asyncio.ensure_future(count())
    found = await fetch(policy, url)
    counting.cancel()
    assert (len(found.body), turns > 60_000 / 128) == (60_000, True)


async def test_two_pages_that_redirect_to_each_other_are_left(site: Site, policy: Policy) -> None:
    site.add("/there", reply(302, b"", ("Location", "/here")))
    with pytest.raises(FetchError, match="redirects more than 10 times"):
        await fetch(policy, site.add("/here", reply(302, b"", ("Location", "/there"))))


async def test_a_redirect_that_grows_is_left(site: Site, policy: Policy) -> None:
    site.routes |= {
        "/" + "a" * n: lambda r: reply(302, b"", ("Location", "/" + r.path[1:] * 3)) for n in (3**k for k in range(9))
    }
    with pytest.raises((FetchError, RefusedError), match=r"redirects more than|longer than 8000 characters"):
        await fetch(policy, f"{site.http}/a")


@pytest.mark.parametrize(
    "headers",
    [
        [("Content-Length", "-5")],
        [("Content-Length", "many")],
        [("Content-Length", "5"), ("Content-Length", "7")],
        [("Content-Length", "9" * 25)],
        [("Content-Length", str(len(PAGE) + 1))],
    ],
    ids=["negative", "no number", "two", "huge", "too long"],
)
async def test_a_wrong_length_is_told(site: Site, hasty: Policy, headers: list[tuple[str, str]]) -> None:
    with pytest.raises(FetchError, match="breaks off or is broken"):
        await fetch(hasty, site.add("/length", reply(200, PAGE, *headers, length=None)))


async def test_what_follows_the_length_that_was_said_is_not_read(site: Site, hasty: Policy) -> None:
    smuggled = reply(200, b"<p>Another answer.</p>")
    assert (await fetch(hasty, site.add("/short", reply(200, PAGE + smuggled, length=len(PAGE))))).body == PAGE


@pytest.mark.parametrize("tag", ["<div>", "<blockquote><p>", "<table><tr><td>", "<b><a href=x>", "<ul><li>"])
async def test_a_page_nested_very_deep_is_read_or_told(site: Site, policy: Policy, tmp_path: Path, tag: str) -> None:
    deep = f"<title>Deep</title>{tag * 100_000}<p>The harbour has five cranes."
    urls = [site.add("/deep", reply(200, deep.encode())), site.add("/next", reply(200, html().encode()))]
    found, after = await collect(policy, tmp_path, urls, [])
    assert found.page is not None
    assert found.page.documents or found.problems[0].reason
    assert after.problems == ()


@pytest.mark.parametrize(
    "said", ["utf-16", "utf-7", "zlib", "hex", "rot13", "unicode_escape", "idna", "x" * 5_000, "cp037"]
)
async def test_a_charset_that_is_a_lie_changes_nothing(site: Site, policy: Policy, tmp_path: Path, said: str) -> None:
    text = "Im Hafen stehen fünf große Kräne, sagt der Bericht über das Jahr."
    kind = f"text/html; charset={said}"
    page = html(text, head=f'<meta charset="{said}">').encode()
    [found] = await collect(policy, tmp_path, [site.add("/lie", reply(200, page, kind=kind))], [])
    assert found.page is not None
    assert text in found.page.documents[0].text


class TestWhereItLeads:
    @pytest.mark.parametrize(
        "host",
        [
            *("2130706433", "0x7f000001", "0177.0.0.1", "017700000001", "127.1", "0", "0x7f.0.0.1", "127.0.0.1."),
            *(
                "[::1]",
                "[::ffff:127.0.0.1]",
                "[::ffff:7f00:1]",
                "[::127.0.0.1]",
                "[64:ff9b::7f00:1]",
                "[2002:7f00:1::]",
            ),
            *("１２７.0.0.1", "127。0。0。1", "①②⑦.⓪.⓪.①", "0xa9fea9fe", "[fd00:ec2::254]", "0x7f。1"),
        ],
    )
    async def test_no_writing_of_an_inner_address_is_asked(self, site: Site, policy: Policy, host: str) -> None:
        strict = replace(policy, allowed=())
        for target in (f"http://{host}:{site.port}/", f"https://{host}/"):
            with pytest.raises(RefusedError, match="not public"):
                await fetch(strict, target)
        assert site.asked == []

    async def test_a_name_that_turns_inside_between_two_pages_is_refused(self, site: Site, policy: Policy) -> None:
        answers = [["127.0.0.1"], ["10.0.0.1"], ["169.254.169.254"]]

        async def resolver(_host: str, _port: int) -> list[str]:
            return answers.pop(0) if len(answers) > 1 else answers[0]

        site.add("/page", reply(200, PAGE))
        transport = CheckedTransport(policy, resolver=resolver)
        async with Fetcher(policy, transport=transport, sleep=Clock().sleep) as fetcher:
            with pytest.raises(RefusedError, match="not public"):
                await fetcher.fetch(f"http://turns.test:{site.port}/page")
        assert site.paths() == ["/robots.txt"]
