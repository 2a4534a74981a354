"""What fetching takes: `python -m tests.bench.fetching ACTION …` in a process of its own; prints one JSON object.

`serve` answers on loopback, each page 50 kB, 20 ms after it was asked; `fetch` asks it for pages as the policy is
shipped (2 at once), without reading them; `together` for 64 at once, each kept and read; `read` reads pages, and
`trafilatura` does by itself. `stall` is the longest time by which a pause of the loop was longer than it was asked for.
"""

from __future__ import annotations

import asyncio
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import replace
from ipaddress import ip_network
from pathlib import Path

from tests.bench.child import peak_mb

LATENCY = 0.02
PAGE_BYTES = 50_000
TICK = 0.005
TOGETHER = 64
_SENTENCE = "The council of Ostwick voted on item {} by 14 to 9 and asked the county for a loan of {} pounds."


def page() -> bytes:
    """Return a page of 50 kB, half of it text."""
    texts = (f"<p>{_SENTENCE.format(n, n * 1000)} {_SENTENCE.format(n + 1, n)}</p>" for n in range(110))
    head = "<!doctype html><html lang=en><head><title>Votes</title></head><body><nav>"
    menu = "".join(f"<a href='/menu/{n}'>Menu {n}</a>" for n in range(20))
    body = f"{head}{menu}</nav><article><h1>Votes</h1>{''.join(texts)}</article>"
    script = "<script>" + "var x = 1;" * ((PAGE_BYTES - len(body)) // 10) + "</script></body></html>"
    return (body + script).encode()


def serve() -> None:
    """Answer until the process is ended; the port is the first line on standard output."""
    body = page()
    answer = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: %d\r\n\r\n" % len(body)
    missing = b"HTTP/1.1 404 None\r\nContent-Length: 0\r\n\r\n"

    async def handle(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            while head := await reader.readuntil(b"\r\n\r\n"):
                await asyncio.sleep(LATENCY)
                writer.write(missing if b"/robots.txt" in head else answer + body)
                await writer.drain()
        except (ConnectionError, asyncio.IncompleteReadError):
            writer.close()

    async def run() -> None:
        server = await asyncio.start_server(handle, "127.0.0.1", 0)
        print(server.sockets[0].getsockname()[1], flush=True)
        await server.serve_forever()

    asyncio.run(run())


@asynccontextmanager
async def watched() -> AsyncIterator[list[float]]:
    """Note how late each tick of the loop comes."""
    late: list[float] = []

    async def tick() -> None:
        while True:
            begun = time.perf_counter()
            await asyncio.sleep(TICK)
            late.append(time.perf_counter() - begun - TICK)

    task = asyncio.create_task(tick())
    try:
        yield late
    finally:
        task.cancel()


async def _fetch(urls: Sequence[str], *, at_once: int, folder: Path | None) -> dict[str, float]:
    from factcheck.corpus.tiers import TierRules
    from factcheck.web.collecting import Collector
    from factcheck.web.fetching import Fetcher
    from factcheck.web.parsing import PageReader
    from factcheck.web.policy import Policy
    from factcheck.web.snapshots import SnapshotStore

    shipped = Policy(contact="https://example.org/desk", allowed=(ip_network("127.0.0.0/8"),), host_delay_seconds=0)
    policy = replace(shipped, connections=max(16, at_once), connections_per_host=at_once)
    async with Fetcher(policy) as fetcher, PageReader() as reader, watched() as late:
        begun = time.perf_counter()
        if folder is None:
            await asyncio.gather(*(fetcher.fetch(url) for url in urls))
        else:
            store = SnapshotStore(folder / "snapshots")
            collector = Collector(fetcher=fetcher, reader=reader, store=store, root=folder, rules=TierRules())
            found = await collector.collect(urls, lambda _: None)
            assert all(one.page and one.page.documents for one in found)
        seconds = time.perf_counter() - begun
    return {"seconds": seconds, "stall": max(late), "mb": peak_mb(), "floor": len(urls) / at_once * LATENCY}


def asked(count: int, *, at_once: int, keep: bool) -> dict[str, float]:
    """Fetch so many pages from a server of its own."""
    with subprocess.Popen([sys.executable, "-m", __spec__.name, "serve"], stdout=subprocess.PIPE, text=True) as server:
        try:
            assert server.stdout is not None
            port = server.stdout.readline().strip()
            urls = [f"http://127.0.0.1:{port}/{number}" for number in range(count)]
            with tempfile.TemporaryDirectory() as name:
                return asyncio.run(_fetch(urls, at_once=at_once, folder=Path(name) if keep else None))
        finally:
            server.terminate()


def read(count: int) -> dict[str, float]:
    """Read the same page so many times, as the process beside the loop does."""
    from factcheck.web.pages import Received, read_page

    one = Received(url="https://example.org/votes", body=page(), content_type="text/html; charset=utf-8")
    read_page(one)
    begun = time.perf_counter()
    for _ in range(count):
        read_page(one)
    return {"seconds": time.perf_counter() - begun}


def trafilatura(count: int) -> dict[str, float]:
    """Let trafilatura find the text and the metadata so many times."""
    from trafilatura import bare_extraction

    text = page().decode()
    bare_extraction(text, with_metadata=True)
    begun = time.perf_counter()
    for _ in range(count):
        bare_extraction(text, with_metadata=True)
    return {"seconds": time.perf_counter() - begun}


def main() -> None:
    """Run an action."""
    action, *values = sys.argv[1:]
    count = int(values[0]) if values else 0
    if action == "serve":
        serve()
    elif action == "fetch":
        print(json.dumps(asked(count, at_once=2, keep=False)))
    elif action == "together":
        print(json.dumps(asked(count, at_once=TOGETHER, keep=True)))
    else:
        print(json.dumps({"read": read, "trafilatura": trafilatura}[action](count)))


if __name__ == "__main__":
    main()
