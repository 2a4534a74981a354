"""Cassettes: what was recorded is played back, and nothing else, without a network."""

from __future__ import annotations

import asyncio
import gzip
import threading
from collections.abc import AsyncIterator, Callable
from dataclasses import replace
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st
from vcr.persisters.filesystem import FilesystemPersister
from vcr.serializers import yamlserializer

from factcheck.errors import FetchError, InputError, StorageError
from factcheck.web import cassettes
from factcheck.web.cassette_files import (
    LARGEST,
    Body,
    Interaction,
    Request,
    Response,
    Status,
    add,
    block_of,
    load,
)
from factcheck.web.cassettes import CassetteTransport, Record, _readable
from factcheck.web.connecting import CheckedTransport
from factcheck.web.exchanges import Fetched
from factcheck.web.fetching import Fetcher
from factcheck.web.policy import Policy
from tests.web.site import Request as Asked
from tests.web.site import Site, reply

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


async def test_recording_works_beside_the_loop(
    site: Site, policy: Policy, cassette: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    here, elsewhere = threading.get_ident(), set()

    def noting(call: Callable[..., object]) -> Callable[..., object]:
        def noted(*arguments: object) -> object:
            elsewhere.add(threading.get_ident())
            return call(*arguments)

        return noted

    monkeypatch.setattr(cassettes, "block_of", noting(block_of))
    monkeypatch.setattr(cassettes, "add", noting(add))
    monkeypatch.setattr(cassettes, "SAVE_SECONDS", 0.0)
    await fetch(policy, cassette, Record.ONCE, site.add("/a", reply(200, PAGE)), site.add("/b", reply(200, PAGE * 99)))
    assert elsewhere
    assert here not in elsewhere
    played = await fetch(policy, cassette, Record.NONE, f"{site.http}/b")
    assert played[0].body == PAGE * 99


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
    def wall(request: Asked) -> bytes:
        if "cookie" in request.headers:
            return reply(200, PAGE)
        return reply(302, b"", ("Location", request.target), ("Set-Cookie", "id=hunter2"))

    site.add("/page", wall)
    await fetch(policy, cassette, Record.ONCE, f"{site.http}/page?token=hunter2")
    assert "hunter2" not in str(load(cassette))
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
    assert [one.request.uri for one in load(cassette)] == [f"{site.http}/robots.txt"]


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
        "interactions: !!python/tuple []\nversion: 1",
        "interactions: [!!python/name:os.system '']\nversion: 1",
        "!!python/object/new:factcheck.web.policy.Policy {}",
        "[" * 5_000,
        "[" * 50_000 + "]" * 50_000,
        "a: &a [1, 1]\n"
        + "".join(f"b{n}: &{chr(98 + n)} [*{chr(97 + n)}, *{chr(97 + n)}]\n" for n in range(24))
        + "interactions: *y\nversion: 1",
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
    path.unlink(missing_ok=True)
    add(path, [block_of(interaction(payload)), block_of(interaction(b"next"))])
    assert [one.response.body.string for one in load(path)] == [_readable(payload), "next"]


def interaction(payload: bytes, path: str = "/") -> Interaction:
    return Interaction(
        request=Request(method="GET", uri=f"http://127.0.0.1{path}", headers={}),
        response=Response(status=Status(code=200), headers={"a": ["1", "2"]}, body=Body(string=_readable(payload))),
    )


async def test_two_who_record_at_once_lose_nothing(site: Site, policy: Policy, cassette: Path) -> None:
    await fetch(policy, cassette, Record.ONCE, site.add("/first", reply(200, PAGE)))

    async def slow() -> AsyncIterator[bytes]:
        yield reply(200, b"", length=None)
        await asyncio.sleep(0.2)
        yield PAGE

    urls = [site.add(f"/{n}", lambda _: slow()) for n in range(6)]
    await asyncio.gather(fetch(policy, cassette, Record.NEW, *urls[:3]), fetch(policy, cassette, Record.NEW, *urls[3:]))
    assert {urlsplit(one.request.uri).path for one in load(cassette)} >= {"/first", *(f"/{n}" for n in range(6))}


async def test_a_cassette_in_another_hand_is_added_to(site: Site, policy: Policy, cassette: Path) -> None:
    cassette.parent.mkdir()
    body = "{body: {string: 'Five.'}, headers: {}, status: {code: 200, message: OK}}"
    first = f"{{request: {{method: GET, uri: '{site.http}/a', headers: {{}}, body: null}}, response: {body}}}"
    cassette.write_text(  # noqa: ASYNC240 - a small file
        f"version: 1\ninteractions: [{first}]\n"
    )
    await fetch(policy, cassette, Record.NEW, site.add("/b", reply(200, PAGE)))
    assert [urlsplit(one.request.uri).path for one in load(cassette)] == ["/a", "/robots.txt", "/b"]
    assert len(FilesystemPersister.load_cassette(cassette, yamlserializer)[0]) == 3


async def test_what_was_recorded_is_there_while_the_next_page_is_waited_for(
    site: Site, policy: Policy, cassette: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cassettes, "SAVE_SECONDS", 0.05)

    async def slow() -> AsyncIterator[bytes]:
        yield reply(200, b"", length=None)
        await asyncio.sleep(30)
        yield PAGE

    urls = [site.add("/done", reply(200, PAGE)), site.add("/slow", lambda _: slow())]
    task = asyncio.create_task(fetch(policy, cassette, Record.NEW, *urls))
    while "/slow" not in site.paths() or not await asyncio.to_thread(cassette.exists):  # noqa: ASYNC110 - a thread's
        await asyncio.sleep(0.05)
    assert [urlsplit(one.request.uri).path for one in load(cassette)][-1] == "/done"
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert len(load(cassette)) == 2


async def test_a_read_only_cassette_is_told_before_anything_is_asked(
    site: Site, policy: Policy, cassette: Path
) -> None:
    url = site.add("/page", reply(200, PAGE))
    await fetch(policy, cassette, Record.ONCE, url)
    asked = len(site.asked)
    cassette.chmod(0o444)  # noqa: ASYNC240
    with pytest.raises(StorageError, match="read-only"):
        await fetch(policy, cassette, Record.NEW, f"{url}?new")
    assert len(site.asked) == asked
    [played] = await fetch(policy, cassette, Record.NONE, url)
    assert played.body == PAGE


@pytest.mark.parametrize("share", [0.1, 0.5, 0.9])
def test_a_cassette_that_breaks_off_is_told_on_one_line(tmp_path: Path, share: float) -> None:
    path = tmp_path / "cassette.yaml"
    add(path, [block_of(interaction(PAGE * 20, f"/{n}")) for n in range(9)])
    whole = path.read_bytes()
    path.write_bytes(whole[: int(len(whole) * share)])
    with pytest.raises(InputError, match="no cassette") as caught:
        CassetteTransport(path, record=Record.NONE)
    assert "\n" not in str(caught.value)
    with pytest.raises(StorageError, match="cannot be written"):
        add(path, [block_of(interaction(PAGE))])
    assert path.read_bytes() == whole[: int(len(whole) * share)], "what there is of it stays"


def test_a_cassette_larger_than_any_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "cassette.yaml"
    with path.open("wb") as stream:
        stream.truncate(LARGEST + 1)
    with pytest.raises(InputError, match="larger than"):
        CassetteTransport(path, record=Record.NONE)
