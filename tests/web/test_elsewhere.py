"""Pages that redirect to another site: followed within the site that was named, and else only to hosts named for it."""

from __future__ import annotations

import json
import shlex
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from factcheck.corpus.publishers import site_of
from factcheck.errors import ElsewhereError, RefusedError
from factcheck.web.connecting import CheckedTransport
from factcheck.web.fetching import Fetcher
from factcheck.web.policy import Policy
from factcheck.web.safety import ANYWHERE, may_be_public
from tests.cli.command import Ended
from tests.web.record import record
from tests.web.site import Site, reply
from tests.web.test_fetch_command import factcheck, pages, workspace
from tests.web.test_pages import html

__all__ = ["factcheck", "workspace"]  # fixtures

SHORT, LONG = "http://short.example", "http://harbour.example"


async def resolver(_host: str, _port: int) -> list[str]:
    return ["127.0.0.1"]


async def followed(policy: Policy, site: Site, host: str, target: str) -> str:
    """Fetch a page of a host that redirects to another; return the address where it ended."""
    site.add("/from", reply(302, b"", ("Location", f"http://{target}:{site.port}/to")))
    site.add("/to", reply(200, html().encode()))
    async with Fetcher(policy, transport=CheckedTransport(policy, resolver=resolver)) as fetcher:
        return (await fetcher.fetch(f"http://{host}:{site.port}/from")).url


@pytest.mark.parametrize(
    ("host", "site"),
    [
        ("www.harbour.co.uk", "harbour.co.uk"),
        ("a.b.harbour.de", "harbour.de"),
        ("anna.github.io", "anna.github.io"),
        ("www.harbour.example", "harbour.example"),
        ("news.harbour.example", "news.harbour.example"),
        ("127.0.0.1", "127.0.0.1"),
        ("::1", "::1"),
        ("xn--mller-kva.de", "xn--mller-kva.de"),
    ],
)
def test_hosts_under_one_registrable_domain_are_one_site(host: str, site: str) -> None:
    assert site_of(host) == site


@pytest.mark.parametrize(
    ("host", "target"),
    [("harbour.co.uk", "www.harbour.co.uk"), ("www.harbour.de", "m.harbour.de"), ("news.harbour.de", "harbour.de")],
)
async def test_a_redirect_within_the_site_is_followed(site: Site, policy: Policy, host: str, target: str) -> None:
    ours = replace(policy, hosts=frozenset([host]), whole_sites=True)
    assert await followed(ours, site, host, target) == f"http://{target}:{site.port}/to"


@pytest.mark.parametrize(
    ("host", "target"),
    [("harbour.co.uk", "other.co.uk"), ("anna.github.io", "ben.github.io"), ("harbour.de", "harbour.de.evil.com")],
)
async def test_a_redirect_to_another_site_is_stopped_before_it_is_asked(
    site: Site, policy: Policy, host: str, target: str
) -> None:
    ours = replace(policy, hosts=frozenset([host]), whole_sites=True)
    with pytest.raises(ElsewhereError, match=f"nobody agreed to ask: {target}") as caught:
        await followed(ours, site, host, target)
    assert caught.value.host == target
    assert site.paths() == ["/robots.txt", "/from"]
    assert await followed(replace(ours, hosts=frozenset([host, target])), site, host, target)


async def test_consent_to_a_host_alone_is_none_to_its_site(site: Site, policy: Policy) -> None:
    ours = replace(policy, hosts=frozenset(["news.harbour.de"]))
    with pytest.raises(ElsewhereError):
        await followed(ours, site, "news.harbour.de", "ads.harbour.de")
    assert await followed(ours, site, "news.harbour.de", "www.news.harbour.de")


async def test_a_host_that_only_looks_alike_is_another_and_shown_as_such(site: Site, policy: Policy) -> None:
    ours = replace(policy, hosts=frozenset(["bank.de"]), whole_sites=True)
    with pytest.raises(ElsewhereError, match=r"b\u0430nk\.de \(xn--bnk-6cd\.de\)"):
        await followed(ours, site, "bank.de", "xn--bnk-6cd.de")


@pytest.mark.parametrize("host", ["metadata.google.internal", "instance-data", "metadata.azure.internal"])
async def test_a_metadata_service_is_never_offered(site: Site, policy: Policy, host: str) -> None:
    ours = replace(policy, hosts=frozenset(["harbour.de"]))
    with pytest.raises(RefusedError, match="is never asked, since it is not public") as caught:
        await followed(ours, site, "harbour.de", host)
    assert not isinstance(caught.value, ElsewhereError)


@pytest.mark.parametrize("host", ["localhost", "printer", "nas.local", "wiki.corp", "a.b.internal", "router.home.arpa"])
def test_a_name_of_an_inner_network_is_offered_only_where_such_may_be_asked(host: str) -> None:
    assert not may_be_public(host)
    assert may_be_public(host, allowed=ANYWHERE)
    assert may_be_public(f"{host}.example.org")


async def test_a_robots_file_that_leads_elsewhere_is_stopped_too(site: Site, policy: Policy) -> None:
    site.add("/robots.txt", reply(302, b"", ("Location", f"http://other.de:{site.port}/robots.txt")))
    with pytest.raises(ElsewhereError):
        await followed(replace(policy, hosts=frozenset(["harbour.de"])), site, "harbour.de", "harbour.de")
    assert site.paths() == ["/robots.txt"]


async def test_a_redirect_to_what_may_not_be_sent_is_refused_and_not_repeated(site: Site, policy: Policy) -> None:
    ours = replace(policy, may_send=lambda url: "penhale" not in url)
    site.add("/from", reply(302, b"", ("Location", "/people/penhale")))
    async with Fetcher(ours) as fetcher:
        with pytest.raises(RefusedError, match="a name that is withheld") as caught:
            await fetcher.fetch(f"{site.http}/from")
    assert "penhale" not in str(caught.value)
    assert site.paths() == ["/robots.txt", "/from"]


class TestTheCommand:
    @pytest.fixture
    async def cassette(self, site: Site, tmp_path: Path) -> str:
        """Record a short address that leads to another host."""
        site.add("/x", reply(302, b"", ("Location", f"{LONG}/report")))
        site.add("/report", reply(200, html().encode()))
        path = tmp_path / "short.yaml"
        await record(path, site, ["/x"], host=SHORT)
        return str(path)

    @pytest.mark.parametrize("command", ["fetch", "check"])
    def test_it_stops_and_says_so(self, factcheck: Callable[..., Ended], cassette: str, command: str) -> None:
        found = factcheck(command, "--cassette", cassette, f"{SHORT}/x")
        assert found.code == 3
        assert "redirects to a host that nobody agreed to ask: harbour.example" in found.err
        assert "to let it go on there: --follow harbour.example" in found.err

    def test_the_command_that_is_shown_goes_on_and_is_not_needed_again(
        self, factcheck: Callable[..., Ended], cassette: str, workspace: Path
    ) -> None:
        (page,) = pages(factcheck("fetch", "--json", "--cassette", cassette, f"{SHORT}/x"))
        assert (page["became"], page["leads_to"]) == ("not read", "harbour.example")
        told = factcheck("fetch", "--cassette", cassette, "ftp://short.example/", f"{SHORT}/x").err
        (shown,) = [line for line in told.splitlines() if line.startswith("to go on there: ")]
        words = shlex.split(shown.partition("`")[2].partition("`")[0])
        assert words[:4] == ["factcheck", "--workspace", str(workspace), "fetch"]
        assert words[4:] == ["--follow", "harbour.example", f"{SHORT}/x"], "that page alone"
        found = factcheck(*words[3:], "--cassette", cassette)
        assert found.out.startswith("new (200), from a recording: ")
        assert "to go on there" not in found.err
        assert factcheck("fetch", "--refetch", "--cassette", cassette).out.startswith("unchanged (200)")

    def test_an_article_is_followed_where_that_is_said(self, factcheck: Callable[..., Ended], cassette: str) -> None:
        found = factcheck("check", f"{SHORT}/x", "--cassette", cassette, "--follow", f"{LONG}/y", "--json")
        assert found.code == 0
        assert json.loads(found.out)["report"]["title"] == "Five cranes in the harbour"

    def test_whom_it_may_follow_to_is_said_before(self, site: Site, factcheck: Callable[..., Ended]) -> None:
        found = factcheck("fetch", f"{site.http}/x", "--follow", "harbour.example")
        assert "asking: 127.0.0.1; and, where it redirects there: harbour.example" in found.err

    @pytest.mark.parametrize("value", ["", "a b", "ftp://harbour.example/"])
    def test_what_is_no_host_is_bad_usage(self, factcheck: Callable[..., Ended], value: str) -> None:
        found = factcheck("fetch", "--follow", value, f"{SHORT}/x")
        assert found.code == 2
        assert "is no host" in found.complaint
