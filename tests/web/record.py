"""Record `cassettes/harbour.yaml` from the loopback server: `python -m tests.web.record`.

The pages are invented. They are asked for under `harbour.example`, a name that RFC 2606 keeps free, so that a recording
plays without any setting; only here that name leads to the loopback server.
"""

from __future__ import annotations

import asyncio
import tempfile
from collections.abc import Sequence
from dataclasses import replace
from ipaddress import ip_network
from pathlib import Path

import httpx

from factcheck.web.cassettes import CassetteTransport, Record
from factcheck.web.connecting import CheckedTransport
from factcheck.web.fetching import Fetcher
from factcheck.web.policy import Policy
from tests.web.site import Site, reply, serving
from tests.web.test_pages import BODY, REVIEW, html, script

CASSETTE = Path(__file__).resolve().parents[2] / "cassettes/harbour.yaml"
HOST = "http://harbour.example"
PATHS = ("/old", "/check", "/lost", "/minutes.txt", "/bridge")
POLICY = Policy(
    contact="https://example.org/desk",
    allowed=(ip_network("127.0.0.0/8"),),
    host_delay_seconds=0,
    backoff_seconds=0,
)
MINUTES = "Item 4. The council votes by 14 to 9 to ask the county for a loan for the sixth crane of the harbour.\n"


class Renamed(httpx.AsyncBaseTransport):
    """Leads whatever host is asked to the loopback server."""

    def __init__(self, site: Site) -> None:
        self._site = site
        self._inner = CheckedTransport(POLICY)

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        there = request.url.copy_with(scheme="http", host="127.0.0.1", port=self._site.port)
        headers = [pair for pair in request.headers.raw if pair[0].lower() != b"host"]
        asked = httpx.Request("GET", there, headers=headers, extensions=request.extensions)
        return await self._inner.handle_async_request(asked)

    async def aclose(self) -> None:
        await self._inner.aclose()


def furnish(site: Site) -> None:
    """Put the pages on the server."""
    site.add("/old", reply(301, b"", ("Location", f"{HOST}/report")))
    canonical = f'<link rel="canonical" href="{HOST}/report">'
    published = '<meta property="article:published_time" content="2024-11-10">'
    site.add("/report", reply(200, html(head=canonical + published).encode(), ("ETag", '"r1"')))
    review = html(
        "A leaflet that was handed out on Saturday speaks of sixteen cranes in the harbour of Ostwick.",
        "The register of the port authority lists five, and one more is planned for the spring.",
        title="How many cranes?",
        head=script({**REVIEW, "datePublished": "2024-11-12"}),
    )
    site.add("/check", reply(200, review.encode()))
    bridge = html(
        "The county closed Tanner’s Bridge to lorries of more than 7.5 tonnes on 21 October, weeks after the flood.",
        "Lorries bound for the harbour of Ostwick go by the motorway bridge at Upper Lenn until the repair is done.",
        title="Ways to the harbour for lorries",
        head=f'<link rel="canonical" href="{HOST}/bridge">'
        '<meta property="article:published_time" content="2024-10-22">'
        '<meta property="og:site_name" content="Ostwick Port Authority">',
    )
    site.add("/bridge", reply(200, bridge.encode()))
    site.add("/lost", reply(200, html("Maybe it moved.", title="Page not found").encode()))
    site.add("/minutes.txt", reply(200, (MINUTES + BODY[2]).encode(), kind="text/plain; charset=utf-8"))


async def record(cassette: Path, site: Site, paths: Sequence[str] = PATHS, *, host: str = HOST) -> None:
    """Record the pages, each once."""
    transport = CassetteTransport(cassette, record=Record.NEW, network=Renamed(site))
    policy = replace(POLICY, connections=1)
    async with Fetcher(policy, transport=transport) as fetcher:
        for path in paths:
            await fetcher.fetch(host + path)


def main() -> None:
    """Write the cassette anew."""
    with tempfile.TemporaryDirectory() as folder, serving(Path(folder)) as site:
        furnish(site)
        CASSETTE.unlink(missing_ok=True)
        asyncio.run(record(CASSETTE, site))


if __name__ == "__main__":
    main()
