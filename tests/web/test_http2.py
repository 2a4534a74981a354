"""Pages over HTTP/2, from a real server on loopback; and the guard that fails a test which contacts another address."""

from __future__ import annotations

import asyncio
import ssl
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import replace
from pathlib import Path

import pytest
import trustme
from h2.config import H2Configuration
from h2.connection import H2Connection
from h2.events import RequestReceived

from factcheck.errors import FetchError, RefusedError
from factcheck.web.connecting import CheckedTransport
from factcheck.web.fetching import Fetcher
from factcheck.web.policy import Policy

PAGE = b"<p>The harbour has five cranes."


async def _answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    """Answer every path but robots.txt with the page."""
    connection = H2Connection(config=H2Configuration(client_side=False))
    connection.initiate_connection()
    writer.write(connection.data_to_send())
    with suppress(ConnectionError, ssl.SSLError):
        while data := await reader.read(65_536):
            for event in connection.receive_data(data):
                if isinstance(event, RequestReceived):
                    path = dict(event.headers)[b":path"]
                    status = "404" if path == b"/robots.txt" else "200"
                    connection.send_headers(event.stream_id, [(":status", status), ("content-type", "text/html")])
                    connection.send_data(event.stream_id, PAGE, end_stream=True)
            writer.write(connection.data_to_send())
            await writer.drain()
    writer.transport.abort()


@asynccontextmanager
async def serving_http2(folder: Path) -> AsyncIterator[tuple[int, str]]:
    authority = trustme.CA()
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.set_alpn_protocols(["h2"])
    authority.issue_cert("site.test").configure_cert(context)
    ca_file = folder / "authority.pem"
    authority.cert_pem.write_to_path(str(ca_file))
    server = await asyncio.start_server(_answer, "127.0.0.1", 0, ssl=context)
    try:
        yield server.sockets[0].getsockname()[1], str(ca_file)
    finally:
        server.close()


async def resolver(host: str, port: int) -> list[str]:
    return ["127.0.0.1"]


async def test_pages_share_one_connection_over_http2(policy: Policy, tmp_path: Path) -> None:
    async with serving_http2(tmp_path) as (port, ca_file):
        ours = replace(policy, ca_file=ca_file)
        async with Fetcher(ours, transport=CheckedTransport(ours, resolver=resolver)) as fetcher:
            pages = await asyncio.gather(*(fetcher.fetch(f"https://site.test:{port}/{n}") for n in range(8)))
    assert {(page.body, page.last.http_version, page.last.address) for page in pages} == {(PAGE, "HTTP/2", "127.0.0.1")}


async def test_another_address_than_loopback_is_never_contacted(policy: Policy, contacts: list[str]) -> None:
    """The guard of these tests hears of each connection, also of one that our own checks let pass."""

    async def elsewhere(host: str, port: int) -> list[str]:
        return ["93.184.215.14"]

    ours = replace(policy, attempts=1)
    async with Fetcher(ours, transport=CheckedTransport(ours, resolver=elsewhere)) as fetcher:
        with pytest.raises(FetchError, match="cannot be reached") as caught:
            await fetcher.fetch("http://site.test:8080/")
    assert not isinstance(caught.value, RefusedError)
    assert contacts == ["socket.connect 93.184.215.14"]
    contacts.clear()
