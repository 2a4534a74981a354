"""Pages that send the reader on, and sites that ask to come back later: followed, or told; never waited for."""

from __future__ import annotations

from pathlib import Path

import pytest

from factcheck.web.snapshots import read_snapshot
from tests.web.site import Site, reply
from tests.web.test_fetch_command import ALLOWED, PAGE, Command, factcheck, pages, workspace
from tests.web.test_pages import html

__all__ = ["factcheck", "workspace"]  # fixtures

TITLE = "Five cranes in the harbour"


def moving(meta: str) -> bytes:
    body = f"<html><head><title>Moving</title>{meta}</head><body><p>Please wait, you are sent on in a moment.</body>"
    return reply(200, body.encode())


@pytest.mark.parametrize(
    "meta",
    [
        '<meta http-equiv="refresh" content="0; url=/onward">',
        "<meta content='5;URL=\"/onward\"' http-equiv=Refresh>",
        "<META HTTP-EQUIV=REFRESH CONTENT=0;url=onward>",
        '<meta http-equiv="refresh" content="0.5,/onward">',
        '<meta http-equiv="refresh" content="1; url=&#x2F;onward"/>',
        '<!-- <meta http-equiv="refresh" content="0;url=/no"> --><meta http-equiv="refresh" content="3;/onward">',
    ],
)
def test_a_page_that_sends_on_is_followed_like_a_redirect(
    site: Site, workspace: Path, factcheck: Command, meta: str
) -> None:
    site.add("/onward", reply(200, PAGE))
    (page,) = pages(factcheck("fetch", "--json", site.add("/from", moving(meta))))
    assert (page["title"], page["url"]) == (TITLE, f"{site.http}/onward")
    assert [exchange.url for exchange in read_snapshot(workspace / str(page["snapshot"])).exchanges] == [
        f"{site.http}/from",
        f"{site.http}/onward",
    ]


@pytest.mark.parametrize(
    "meta",
    [
        '<meta http-equiv="refresh" content="300">',
        '<meta http-equiv="refresh" content="0">',
        '<meta http-equiv="refresh" content="0;url=/from">',
        '<meta http-equiv="refresh" content="0;url=#top">',
        '<meta http-equiv="refresh" content="60;url=/onward">',
        '<meta name="refresh" content="0;url=/onward">',
        '<noscript><meta http-equiv="refresh" content="0;url=/onward"></noscript>',
        '<!-- <meta http-equiv="refresh" content="0;url=/onward"> -->',
        '<script>var m = \'<meta http-equiv="refresh" content="0;url=/onward">\';</script>',
        '<meta http-equiv="refresh" content="soon;url=/onward">',
    ],
)
def test_a_page_that_stays_is_the_page(site: Site, factcheck: Command, meta: str) -> None:
    site.add("/onward", reply(200, PAGE))
    url = site.add("/from", reply(200, html(head=meta).encode()))
    (page,) = pages(factcheck("fetch", "--json", url))
    assert (page["url"], page["status"]) == (url, 200)
    assert "/onward" not in site.paths()


def test_the_header_of_that_name_sends_on_too(site: Site, factcheck: Command) -> None:
    site.add("/onward", reply(200, PAGE))
    (page,) = pages(
        factcheck("fetch", "--json", site.add("/from", reply(200, b"<p>Wait.", ("Refresh", "0; url=/onward"))))
    )
    assert page["url"] == f"{site.http}/onward"


@pytest.mark.parametrize("command", ["fetch", "check"])
def test_where_a_page_sends_on_after_a_while_is_told(site: Site, factcheck: Command, command: str) -> None:
    meta = '<meta http-equiv="refresh" content="60;url=/onward?token=f00dfeed12345678">'
    found = factcheck(command, site.add("/from", reply(200, html(head=meta).encode())))
    assert found.code == 0
    assert f"sends its reader on after 60 seconds, which is not followed: {site.http}/onward?token=REMOVED" in found.err


def test_a_withheld_name_in_where_a_page_sends_on_is_not_told(site: Site, workspace: Path, factcheck: Command) -> None:
    (workspace / "factcheck.toml").write_text(f'{ALLOWED}withheld = ["Maren Holt"]\n')
    meta = '<meta http-equiv="refresh" content="60;url=/maren-holt">'
    found = factcheck("fetch", site.add("/from", reply(200, html(head=meta).encode())))
    assert "not followed: (an address that holds a name that is withheld)" in found.err
    assert "maren-holt" not in found.err


@pytest.mark.parametrize(
    ("target", "told"),
    [
        ("http://127.0.0.2:9999/evil", "nobody agreed to ask: 127.0.0.2"),
        ("http://169.254.169.254/latest", "169.254.169.254"),
        ("file:///etc/passwd", "the page redirects to file:, and only http and https"),
        ("http://[::1", "no web address"),
    ],
)
def test_where_a_page_sends_on_is_checked(site: Site, factcheck: Command, target: str, told: str) -> None:
    found = factcheck("fetch", site.add("/from", moving(f'<meta http-equiv="refresh" content="0;url={target}">')))
    assert found.code == 3
    assert told in found.err


def test_pages_that_send_one_another_on_end(site: Site, factcheck: Command) -> None:
    site.add("/b", moving('<meta http-equiv="refresh" content="0;url=/a">'))
    found = factcheck("fetch", site.add("/a", moving('<meta http-equiv="refresh" content="0;url=/b">')))
    assert "redirects more than 10 times" in found.err


@pytest.mark.parametrize("body", ["<meta " * 20_000, "<!--" * 30_000, "<script " * 15_000, "<meta content='" * 9_000])
def test_a_hostile_head_is_no_hang(site: Site, factcheck: Command, body: str) -> None:
    factcheck("fetch", site.add("/x", reply(200, body.encode())))


@pytest.mark.parametrize(
    ("status", "later", "told"),
    [
        (429, "7200", "fetch it again after 20"),
        (503, "Wed, 21 Oct 2099 07:28:00 GMT", "fetch it again in some days: the site asks to wait for more"),
        (429, "999999999999", "fetch it again in some days"),
        (429, "Fri, 31 Dec 2100 23:59:59 -1200", "fetch it again in some days"),
    ],
)
def test_a_site_that_asks_for_a_long_pause_is_not_waited_for(
    site: Site, factcheck: Command, status: int, later: str, told: str
) -> None:
    found = factcheck("fetch", site.add("/busy", reply(status, b"slow down", ("Retry-After", later))))
    assert found.code == 3
    assert told in found.err
    assert site.paths().count("/busy") == 1


@pytest.mark.parametrize(
    "later",
    [
        "Fri, 31 Dec 9999 23:59:59 -1200",
        "Mon, 01 Jan 0001 00:00:00 +1200",
        "Tue, 03 Dec 99999999999 10:15:00 GMT",
        "-10",
    ],
)
def test_a_moment_that_is_none_is_no_fault_of_ours(site: Site, factcheck: Command, later: str) -> None:
    memento = (("Memento-Datetime", later), ("Link", '<http://a.example/x>; rel="original"'))
    good = site.add("/page", reply(200, PAGE, *memento))
    found = factcheck("fetch", site.add("/busy", reply(404, b"", ("Retry-After", later))), good)
    assert found.code == 0
    assert f"{site.http}/busy: there is no such page (404) (look for its new address" in found.err
