"""Cassettes: what was recorded is played back, and nothing else, without a network."""

from __future__ import annotations

import gzip
from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path
from urllib.parse import urlsplit

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from vcr.persisters.filesystem import FilesystemPersister
from vcr.serializers import yamlserializer

from factcheck.errors import FetchError, InputError, StorageError
from factcheck.web.cassettes import CassetteTransport, Record, _dump, _Interaction, _load, _readable
from factcheck.web.connecting import CheckedTransport
from factcheck.web.exchanges import Fetched
from factcheck.web.fetching import Fetcher
from factcheck.web.policy import Policy
from tests.web.site import Request, Site, reply

PAGE = "<p>Der Fluss trat über die Ufer.</p>".encode()


async def fetch(policy: Policy, cassette: Path, record: Record, *urls: str) -> list[Fetched]:
    transport = CassetteTransport(cassette, record=record, network=CheckedTransport(policy))
    async with Fetcher(policy, transport=transport) as fetcher:
        return [await fetcher.fetch(url) for url in urls]


@pytest.fixture
def cassette(tmp_path: Path) -> Path:
    return tmp_path / "cassettes" / "pages.yaml"


async def test_what_was_recorded_is_played_without_the_network(site: Site, policy: Policy, cassette: Path) -> None:
    site.add("/new", reply(200, gzip.compress(PAGE), ("Content-Encoding", "gzip"), ("Via", "1"), ("Via", "2")))
    url = site.add("/old", reply(301, b"", ("Location", "/new")))
    [live] = await fetch(policy, cassette, Record.ONCE, url)
    asked = len(site.asked)
    [played] = await fetch(policy, cassette, Record.NONE, url)
    assert len(site.asked) == asked
    assert (played.body, played.url) == (PAGE, live.url)
    assert [(e.url, e.status, e.headers, e.payload) for e in played.exchanges] == [
        (e.url, e.status, e.headers, e.payload) for e in live.exchanges
    ]


async def test_an_unrecorded_request_fails_and_says_which(site: Site, policy: Policy, cassette: Path) -> None:
    await fetch(policy, cassette, Record.ONCE, site.add("/page", reply(200, PAGE)))
    asked = len(site.asked)
    for record in (Record.NONE, Record.ONCE):
        with pytest.raises(FetchError, match=r"holds no further answer.*--record new") as caught:
            await fetch(policy, cassette, record, site.add("/other", reply(200, PAGE)))
        assert caught.value.subject == f"GET {site.http}/other"
    assert len(site.asked) == asked


async def test_new_requests_are_added_to_what_is_there(site: Site, policy: Policy, cassette: Path) -> None:
    one, two = site.add("/one", reply(200, b"1")), site.add("/two", reply(200, b"2"))
    await fetch(policy, cassette, Record.ONCE, one)
    await fetch(policy, cassette, Record.NEW, one, two)
    assert site.paths().count("/one") == 1
    played = await fetch(policy, cassette, Record.NONE, two, one)
    assert [page.body for page in played] == [b"2", b"1"]


async def test_a_cassette_that_is_replayed_must_exist(cassette: Path) -> None:
    with pytest.raises(InputError, match="no such cassette"):
        CassetteTransport(cassette, record=Record.NONE)


async def test_no_secret_is_recorded_and_a_cookie_wall_is_still_passed(
    site: Site, policy: Policy, cassette: Path
) -> None:
    def wall(request: Request) -> bytes:
        if "cookie" in request.headers:
            return reply(200, PAGE)
        return reply(302, b"", ("Location", request.target), ("Set-Cookie", "id=hunter2"))

    site.add("/page", wall)
    await fetch(policy, cassette, Record.ONCE, f"{site.http}/page?token=hunter2")
    assert "hunter2" not in str(_load(cassette))
    [played] = await fetch(policy, cassette, Record.NONE, f"{site.http}/page?token=another")
    assert played.body == PAGE


async def test_a_body_that_was_refused_is_not_recorded(site: Site, policy: Policy, cassette: Path) -> None:
    async def endless() -> AsyncIterator[bytes]:
        yield reply(200, b"", length=None)
        while True:
            yield b"<p>and so on</p>" * 1_000

    url = site.add("/page", lambda _: endless())
    with pytest.raises(FetchError, match="longer than"):
        await fetch(replace(policy, wire_bytes=100_000), cassette, Record.ONCE, url)
    assert [one.request.uri for one in _load(cassette)] == [f"{site.http}/robots.txt"]


async def test_vcrpy_reads_it(site: Site, policy: Policy, cassette: Path) -> None:
    url = site.add("/page", reply(200, PAGE))
    await fetch(policy, cassette, Record.ONCE, url, site.add("/packed", reply(200, b"\xff\xfe\x00", kind="")))
    requests, responses = FilesystemPersister.load_cassette(cassette, yamlserializer)[:2]
    assert [urlsplit(request.uri).path for request in requests] == ["/robots.txt", "/page", "/packed"]
    assert [response["body"]["string"] for response in responses][1:] == [PAGE, b"\xff\xfe\x00"]
    assert responses[1]["status"] == {"code": 200, "message": "Status"}


@pytest.mark.parametrize(
    "text",
    [
        "",
        "a: [",
        "- 1",
        "version: 1",
        "interactions: [{request: {}, response: {}}]\nversion: 1",
        "!!python/object/apply:os.system ['true']",
        "[" * 5_000,
        "\x00",
    ],
)
def test_what_is_no_cassette_is_named(tmp_path: Path, text: str) -> None:
    path = tmp_path / "cassette.yaml"
    path.write_text(text)
    with pytest.raises(InputError, match="no cassette"):
        CassetteTransport(path, record=Record.NONE)


async def test_a_disk_that_takes_nothing_says_so(site: Site, policy: Policy, tmp_path: Path) -> None:
    (tmp_path / "cassettes").write_text("a file where the folder should be")
    with pytest.raises(StorageError, match="cannot be written"):
        await fetch(policy, tmp_path / "cassettes" / "a.yaml", Record.ONCE, site.add("/page", reply(200, PAGE)))


@given(payload=st.one_of(st.binary(), st.text().map(str.encode)))
def test_every_body_comes_back_byte_for_byte(tmp_path_factory: pytest.TempPathFactory, payload: bytes) -> None:
    path = tmp_path_factory.getbasetemp() / "cassette.yaml"
    transport = CassetteTransport(path.with_name("none.yaml"), record=Record.NEW)
    transport.note(httpx.Request("GET", "http://127.0.0.1/"), httpx.Response(200), payload)
    path.write_bytes(_dump(transport._kept))
    [again] = _load(path)
    assert isinstance(again, _Interaction)
    assert again.response.body.string == _readable(payload)
