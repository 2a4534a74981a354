"""Connections go to the address that was checked, and to no other."""

from __future__ import annotations

import socket
from dataclasses import replace

import httpcore
import httpx
import pytest

from factcheck.errors import RefusedError
from factcheck.web.connecting import CheckedTransport, resolve
from factcheck.web.fetching import Fetcher
from factcheck.web.policy import Policy
from tests.web.site import Site, reply


async def _get(policy: Policy, url: str, *answers: list[str]) -> bytes:
    waiting = list(answers)

    async def resolver(host: str, port: int) -> list[str]:
        return waiting.pop(0)

    transport = CheckedTransport(policy, resolver=resolver)
    try:
        response = await transport.handle_async_request(httpx.Request("GET", url))
        return await response.aread()
    finally:
        await transport.aclose()


async def test_a_page_is_read_over_http_and_over_verified_https(site: Site, policy: Policy) -> None:
    site.add("/page", reply(200, b"hello"))
    assert await _get(policy, f"{site.http}/page", ["127.0.0.1"]) == b"hello"
    assert await _get(policy, f"{site.https}/page", ["127.0.0.1"]) == b"hello"


async def test_an_unknown_authority_or_another_name_is_not_trusted(site: Site, policy: Policy) -> None:
    site.add("/page", reply(200, b"hello"))
    with pytest.raises(httpcore.ConnectError, match="certificate"):
        await _get(replace(policy, ca_file=""), f"{site.https}/page", ["127.0.0.1"])
    with pytest.raises(httpcore.ConnectError, match="certificate"):
        await _get(policy, f"https://other.test:{site.tls_port}/page", ["127.0.0.1"])
    assert site.asked == []


@pytest.mark.parametrize("address", ["127.0.0.1", "::1", "::ffff:127.0.0.1", "10.0.0.1", "169.254.169.254"])
async def test_a_public_name_that_leads_inside_is_refused_before_anything_is_sent(
    site: Site, policy: Policy, address: str
) -> None:
    with pytest.raises(RefusedError, match="not public"):
        await _get(replace(policy, allowed=()), f"http://news.test:{site.port}/", [address])
    assert site.asked == []


async def test_one_private_address_among_public_ones_refuses_the_name(site: Site, policy: Policy) -> None:
    with pytest.raises(RefusedError, match="not public"):
        await _get(policy, f"http://news.test:{site.port}/", ["127.0.0.1", "10.0.0.1"])
    assert site.asked == []


async def test_a_name_is_resolved_once_so_that_a_second_answer_changes_nothing(site: Site, policy: Policy) -> None:
    site.add("/", reply(200, b"the address that was checked"))
    body = await _get(policy, f"http://news.test:{site.port}/", ["127.0.0.1"], ["10.0.0.1"])
    assert body == b"the address that was checked"
    assert site.asked[0].headers["host"] == f"news.test:{site.port}"


async def test_the_next_address_is_tried_where_one_does_not_answer(site: Site, policy: Policy) -> None:
    site.add("/", reply(200, b"second"))
    assert await _get(policy, f"http://news.test:{site.port}/", ["127.0.0.2", "127.0.0.1"]) == b"second"


@pytest.mark.parametrize("answer", [[], ["127.0.0.2"]])
async def test_a_host_without_an_answer_is_a_connection_error(site: Site, policy: Policy, answer: list[str]) -> None:
    with pytest.raises(httpcore.ConnectError):
        await _get(policy, f"http://news.test:{site.port}/", answer)


async def test_a_proxy_of_the_environment_is_not_used(
    site: Site, policy: Policy, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.9:1")
    monkeypatch.setenv("ALL_PROXY", "http://127.0.0.9:1")
    site.add("/", reply(200, b"direct"))
    assert await _get(policy, site.http + "/", ["127.0.0.1"]) == b"direct"


async def test_the_systems_resolver_is_asked() -> None:
    assert await resolve("127.0.0.1", 80) == ["127.0.0.1"]


def test_an_unreadable_file_of_authorities_is_named(policy: Policy) -> None:
    with pytest.raises(RefusedError, match="nowhere"):
        CheckedTransport(replace(policy, ca_file="nowhere.pem"))


def test_the_guard_hears_of_other_addresses(contacts: list[str]) -> None:
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as one, pytest.raises(ConnectionRefusedError):
        one.connect(("192.0.2.1", 80))
    with pytest.raises(ConnectionRefusedError):
        socket.getaddrinfo("example.org", 80)
    assert contacts == ["socket.connect 192.0.2.1", "socket.getaddrinfo example.org"]
    contacts.clear()


@pytest.mark.parametrize(
    "host",
    [
        *(
            "localhost",
            "LOCALHOST",
            "localhost.",
            "foo.localhost",
            "foo.localhost.",
            "ｌｏｃａｌｈｏｓｔ",
            "localhost.localdomain",
        ),
        *("intranet", "printer.local", "db.internal", "nas.home.arpa", "metadata", "metadata.google.internal"),
    ],
)
async def test_a_name_of_networks_inside_is_refused_before_its_address_is_asked_for(policy: Policy, host: str) -> None:
    async with Fetcher(replace(policy, allowed=())) as fetcher:
        with pytest.raises(RefusedError, match="never asked, since it is not public"):
            await fetcher.fetch(f"http://{host}/")


@pytest.mark.parametrize("host", ["metadata.google.internal", "metadata", "instance-data.ec2.internal"])
async def test_a_clouds_metadata_is_refused_also_where_inner_networks_are_allowed(
    site: Site, policy: Policy, host: str
) -> None:
    urls = [f"http://{host}/", site.add("/page", reply(302, b"", ("Location", f"http://{host}/latest/")))]
    async with Fetcher(policy) as fetcher:
        for url in urls:
            with pytest.raises(RefusedError, match="never asked, since it is not public"):
                await fetcher.fetch(url)
