"""robots.txt: asked once, obeyed as RFC 9309 says; where it cannot be had, that is told as its own fault."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from dataclasses import replace

import pytest

from factcheck.errors import FetchError
from factcheck.web.fetching import Fetcher
from factcheck.web.policy import Policy
from factcheck.web.robots import MOST_BYTES
from tests.web.site import Site, reply
from tests.web.test_fetching import PAGE, Clock, fetch

RULES = b"User-agent: *\nDisallow: /private\n"


async def silent() -> AsyncIterator[bytes]:
    await asyncio.sleep(60)
    yield b""


@pytest.mark.parametrize("status", [500, 503, 599])
async def test_a_site_that_is_out_of_order_forbids_all_and_robots_txt_is_named(
    site: Site, policy: Policy, status: int
) -> None:
    site.add("/robots.txt", reply(status))
    with pytest.raises(FetchError, match=rf"robots\.txt cannot be had \(the site has a fault \({status}\)\)") as caught:
        await fetch(policy, site.add("/page", reply(200, PAGE)))
    assert caught.value.hint == "fetch it again later"
    assert site.paths() == ["/robots.txt"] * policy.attempts


async def test_one_that_comes_at_the_second_attempt_is_read(site: Site, policy: Policy) -> None:
    clock = Clock()
    site.add("/robots.txt", reply(503), reply(200, RULES))
    assert (await fetch(replace(policy, backoff_seconds=1), site.add("/page", reply(200, PAGE)), clock)).body == PAGE
    assert clock.waited == [1]


async def test_one_that_does_not_come_in_time_is_told_once_for_all_pages(site: Site, policy: Policy) -> None:
    site.add("/robots.txt", lambda _: silent())
    urls = [site.add(f"/{n}", reply(200, PAGE)) for n in range(3)]
    async with Fetcher(replace(policy, attempts=1, silence_seconds=0.2)) as fetcher:
        for url in urls:
            with pytest.raises(FetchError, match=r"robots\.txt cannot be had \(the site did not answer in time\)"):
                await fetcher.fetch(url)
    assert site.paths() == ["/robots.txt"]


@pytest.mark.parametrize(
    "rules",
    [
        b"\xef\xbb\xbf" + RULES,
        RULES.replace(b"\n", b"\r\n"),
        RULES.replace(b"\n", b"\r"),
        RULES.decode().encode("utf-16"),
        b"\xfe\xff" + RULES.decode().encode("utf-16-be"),
        RULES.replace(b"User-agent", b"USER-AGENT ").replace(b"Disallow", b"disAllow "),
        "# f\u00fcr alle\nUser-agent: *\nDisallow: /fr\u00fch\nDisallow: /private".encode("latin-1"),
        b"User-agent: FACTCHECK\nDisallow: /private # nothing here\n\nUser-agent: *\nDisallow:\n",
        b"\x00\xff\n" + RULES + b"\x00\xff",
    ],
)
@pytest.mark.parametrize("kind", ["text/plain", "text/plain; charset=utf-16"])
async def test_it_is_read_however_it_is_written(site: Site, policy: Policy, rules: bytes, kind: str) -> None:
    site.add("/robots.txt", reply(200, rules, kind=kind))
    with pytest.raises(FetchError, match="asks programs not to read this page"):
        await fetch(policy, site.add("/private", reply(200, PAGE)))
    assert (await fetch(policy, site.add("/page", reply(200, PAGE)))).body == PAGE


@pytest.mark.parametrize(
    "path",
    [
        *("/private/", "/private?a=b", "/%70rivate", "/p%72ivat%65/x", "//private", "///private/x", "/./private"),
        *("/x/../private", "/x/%2e%2e/private", "/x/.%2E/%2e/private/", "/%2e/private", "/%2Fprivate"),
        *("/x/..%2fprivate", "/private/%2e", "/private/y/..", "/x//../..//private"),
    ],
)
async def test_a_path_in_disguise_is_forbidden_as_the_one_it_leads_to(site: Site, policy: Policy, path: str) -> None:
    site.add("/robots.txt", reply(200, RULES))
    with pytest.raises(FetchError, match="asks programs not to read this page"):
        await fetch(policy, site.http + path)
    assert site.paths() == ["/robots.txt"]


@pytest.mark.parametrize("path", ["/PRIVATE", "/x/private", "/privat", "/private/../page", "/private/%2e%2e/page"])
async def test_another_path_is_allowed_and_is_asked_for_as_it_was_looked_at(
    site: Site, policy: Policy, path: str
) -> None:
    site.add("/robots.txt", reply(200, RULES))
    fetched = await fetch(policy, site.http + path)
    assert fetched.url == site.http + site.paths()[-1]
    assert ".." not in fetched.url.replace("%2e", ".")


@pytest.mark.parametrize("status", [400, 401, 403, 404, 410, 451])
async def test_where_there_is_none_everything_is_allowed(site: Site, policy: Policy, status: int) -> None:
    site.add("/robots.txt", reply(status, RULES))
    assert (await fetch(policy, site.add("/private", reply(200, PAGE)))).body == PAGE


async def test_a_rule_that_is_cut_in_the_middle_of_its_line_is_none(site: Site, policy: Policy) -> None:
    head = RULES + b"# and so on\n" * 42_000
    filled = head + b"#" * (MOST_BYTES - len(head) - 12) + b"\n"
    site.add("/robots.txt", reply(200, filled + b"Disallow: /page-of-tomorrow\n"))
    assert (await fetch(policy, site.add("/page", reply(200, PAGE)))).body == PAGE


async def test_of_a_huge_one_the_beginning_counts(site: Site, policy: Policy) -> None:
    site.add("/robots.txt", reply(200, RULES + b"# and so on\n" * 2_000_000 + b"Disallow: /\n"))
    assert (await fetch(policy, site.add("/page", reply(200, PAGE)))).body == PAGE
    with pytest.raises(FetchError, match="asks programs not to read this page"):
        await fetch(policy, site.add("/private", reply(200, PAGE)))


async def test_redirects_of_it_are_followed(site: Site, policy: Policy) -> None:
    site.add("/robots.txt", reply(301, b"", ("Location", "/a/robots.txt")))
    site.add("/a/robots.txt", reply(302, b"", ("Location", "/b")))
    site.add("/b", reply(200, RULES))
    with pytest.raises(FetchError, match="asks programs not to read this page"):
        await fetch(policy, site.add("/private", reply(200, PAGE)))


async def test_one_that_only_redirects_is_as_if_there_were_none(site: Site, policy: Policy) -> None:
    site.add("/robots.txt", reply(301, b"", ("Location", "/robots.txt")))
    assert (await fetch(policy, site.add("/page", reply(200, PAGE)))).body == PAGE
    assert site.paths().count("/robots.txt") == 6


@pytest.mark.parametrize("target", ["http://169.254.169.254/robots.txt", "ftp://example.org/robots.txt"])
async def test_one_that_leads_to_what_is_never_asked_forbids_all(site: Site, policy: Policy, target: str) -> None:
    site.add("/robots.txt", reply(302, b"", ("Location", target)))
    with pytest.raises(FetchError, match=r"robots\.txt cannot be had \(it leads to what is never asked"):
        await fetch(policy, site.add("/page", reply(200, PAGE)))


@pytest.mark.parametrize("kind", ["application/octet-stream", "video/mp4", ""])
async def test_its_type_does_not_matter(site: Site, policy: Policy, kind: str) -> None:
    site.add("/robots.txt", reply(200, RULES, kind=kind))
    with pytest.raises(FetchError, match="asks programs not to read this page"):
        await fetch(policy, site.add("/private", reply(200, PAGE)))


async def test_a_site_that_is_not_reached_is_told_as_such(policy: Policy) -> None:
    with pytest.raises(FetchError, match="the site cannot be reached") as caught:
        await fetch(policy, "http://127.0.0.1:1025/")
    assert "robots" not in str(caught.value)
