"""A real HTTP server on loopback, in a thread, that behaves as sites do: well, badly and with bad intent."""

from __future__ import annotations

import asyncio
import ssl
import threading
from collections import Counter
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

import trustme

HTML = "text/html; charset=utf-8"


@dataclass(frozen=True)
class Request:
    method: str
    target: str
    headers: dict[str, str]
    seen: int
    """How often this path was asked before."""

    @property
    def path(self) -> str:
        return unquote(urlsplit(self.target).path)

    def query(self, name: str) -> str:
        return parse_qs(urlsplit(self.target).query)[name][0]


Answer = bytes | AsyncIterator[bytes]
Handler = Callable[[Request], Answer]


def reply(
    status: int, body: bytes = b"", *headers: tuple[str, str], kind: str = HTML, length: int | None = -1
) -> bytes:
    """Make a whole answer; `length` None leaves Content-Length out, -1 tells the truth."""
    lines = [f"HTTP/1.1 {status} Status", "Connection: close"]
    lines += [f"Content-Type: {kind}"] if kind else []
    lines += [] if length is None else [f"Content-Length: {len(body) if length < 0 else length}"]
    lines += [f"{name}: {value}" for name, value in headers]
    return "\r\n".join(lines).encode("latin-1") + b"\r\n\r\n" + body


@dataclass
class Site:
    """What the server answers with, by path, and what it was asked."""

    routes: dict[str, Handler] = field(default_factory=dict)
    asked: list[Request] = field(default_factory=list)
    http: str = ""
    https: str = ""
    port: int = 0
    tls_port: int = 0
    ca_file: str = ""
    _seen: Counter[str] = field(default_factory=Counter)

    def add(self, path: str, *answers: Answer | Handler) -> str:
        """Answer a path with these, one a time, the last one ever after; return the URL."""

        def handler(request: Request) -> Answer:
            answer = answers[min(request.seen, len(answers) - 1)]
            return answer(request) if callable(answer) else answer

        self.routes[path] = handler
        return self.http + path

    def paths(self) -> list[str]:
        return [request.target for request in self.asked]

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            with suppress(ConnectionError, asyncio.IncompleteReadError, ssl.SSLError):
                await self._answer(reader, writer)
                writer.close()
                await writer.wait_closed()
        finally:
            writer.transport.abort()

    async def _answer(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").split("\r\n")
        method, target, _ = head[0].split(" ")
        headers = {n.strip().lower(): v.strip() for n, _, v in (line.partition(":") for line in head[1:] if line)}
        path = unquote(urlsplit(target).path)
        request = Request(method, target, headers, self._seen[path])
        self._seen[path] += 1
        self.asked.append(request)
        answer = self.routes[path](request) if path in self.routes else reply(404, b"<p>There is no such page.")
        if isinstance(answer, bytes):
            writer.write(answer)
        else:
            async for part in answer:
                writer.write(part)
                await writer.drain()
        await writer.drain()


@contextmanager
def serving(folder: Path, host: str = "127.0.0.1") -> Iterator[Site]:
    """Run the server until the block ends: HTTP, and HTTPS for `site.test` under a throw-away authority."""
    site = Site()
    authority = trustme.CA()
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    authority.issue_cert("site.test").configure_cert(context)
    ca_file = folder / "authority.pem"
    authority.cert_pem.write_to_path(str(ca_file))
    loop = asyncio.new_event_loop()

    async def start() -> tuple[asyncio.Server, asyncio.Server]:
        plain = await asyncio.start_server(site.serve, host, 0)
        secure = await asyncio.start_server(site.serve, host, 0, ssl=context)
        return plain, secure

    servers = loop.run_until_complete(start())
    site.port, site.tls_port = (server.sockets[0].getsockname()[1] for server in servers)
    site.http, site.https = f"http://{host}:{site.port}", f"https://site.test:{site.tls_port}"
    site.ca_file = str(ca_file)
    thread = threading.Thread(target=loop.run_forever)
    thread.start()
    try:
        yield site
    finally:
        asyncio.run_coroutine_threadsafe(_stop(servers), loop).result()
        loop.call_soon_threadsafe(loop.stop)
        thread.join()
        loop.close()


async def _stop(servers: tuple[asyncio.Server, ...]) -> None:
    for server in servers:
        server.close()
    others = [task for task in asyncio.all_tasks() if task is not asyncio.current_task()]
    for task in others:
        task.cancel()
    await asyncio.gather(*others, return_exceptions=True)
    await asyncio.sleep(0)  # an aborted transport closes its socket in the next turn of the loop
    for server in servers:
        await server.wait_closed()
