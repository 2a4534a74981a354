"""Pages read in other processes, so that the loop that fetches never waits, and no page can hang or crash the run.

A process gets one page at a time and has so many seconds for it; where it takes longer or ends, the page is a `Problem`
and the next one gets a new process.
"""

from __future__ import annotations

import asyncio
import struct
import sys
from types import TracebackType
from typing import BinaryIO, Self

import msgspec

from factcheck.domain import Problem
from factcheck.web.pages import Page, Received, read_page

READ_SECONDS = 20.0
"""For one page; trafilatura reads an ordinary one in some 0.05 s, and a long one in 2."""
WORKERS = 1
"""Processes; one reads some 20 pages a second, more than polite fetching brings."""
START_SECONDS = 60.0
"""For a process to load what reading needs: 2 to 3 on an idle machine, mostly the model that tells languages."""
_READY = b"\x06"
_FIRST = Received(
    url="https://example.org/",
    body=b"<html><title>Votes</title><article><h1>Votes</h1>"
    + b"<p>On 14 November 2024 the council voted to borrow the money, and nobody spoke against it.</p>" * 20
    + b"</article></html>",
    content_type="text/html",
)
"""A page that is read before all others, so that what is loaded when first needed is there."""
_LENGTH = struct.Struct(">Q")
_ENCODER = msgspec.msgpack.Encoder()


class PageReader:
    """Reads pages; use it as an asynchronous context, so that its processes end."""

    def __init__(self, *, workers: int = WORKERS, seconds: float = READ_SECONDS) -> None:
        self._seconds = seconds
        self._idle: asyncio.Queue[_Worker] = asyncio.Queue()
        self._workers = [_Worker() for _ in range(workers)]

    async def __aenter__(self) -> Self:
        for worker in self._workers:
            await worker.start()  # while the first pages are on their way
            self._idle.put_nowait(worker)
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for worker in self._workers:
            await worker.stop()

    async def read(self, one: Received) -> Page:
        """Read a page; one that cannot be read has a problem in its place."""
        worker = await self._idle.get()
        answered, limit = False, START_SECONDS
        try:
            async with asyncio.timeout(limit):
                await worker.get_ready()
            limit = self._seconds
            async with asyncio.timeout(limit):
                page = await worker.read(one)
            answered = True
        except TimeoutError:
            return _unread(one, f"could not be read within {limit:g} seconds")
        except (EOFError, ConnectionError):
            return _unread(one, "ended the process that read it")
        finally:
            if not answered:  # also where we are interrupted: what it still says would be taken for another page
                await worker.stop()
            self._idle.put_nowait(worker)
        return page


class _Worker:
    """One process that reads pages, started anew if a page was the end of it."""

    def __init__(self) -> None:
        self._process: asyncio.subprocess.Process | None = None
        self._is_ready = False

    async def start(self) -> asyncio.subprocess.Process:
        if self._process is None:
            # in a group of its own, since Ctrl-C is for the process that fetches; it ends when that one is gone
            self._process = await asyncio.create_subprocess_exec(
                *command(),
                stdin=asyncio.subprocess.PIPE,
                stdout=asyncio.subprocess.PIPE,
                stderr=asyncio.subprocess.DEVNULL,
                process_group=0,
            )
        return self._process

    async def get_ready(self) -> None:
        """Wait until the process has loaded what it needs: a page's own time is for the page alone."""
        process = await self.start()
        assert process.stdout is not None  # noqa: S101 - a pipe
        if not self._is_ready:
            await process.stdout.readexactly(len(_READY))
            self._is_ready = True

    async def read(self, one: Received) -> Page:
        process = await self.start()
        assert process.stdin is not None  # noqa: S101 - both are pipes
        assert process.stdout is not None  # noqa: S101
        message = _ENCODER.encode(one)
        process.stdin.write(_LENGTH.pack(len(message)) + message)
        await process.stdin.drain()
        (length,) = _LENGTH.unpack(await process.stdout.readexactly(_LENGTH.size))
        return msgspec.msgpack.decode(await process.stdout.readexactly(length), type=Page)

    async def stop(self) -> None:
        """End the process."""
        process, self._process, self._is_ready = self._process, None, False
        if process is None:
            return
        if process.returncode is None:
            process.kill()
        await process.communicate()


def command() -> list[str]:
    """Return what to run for a process that reads pages."""
    return [sys.executable, "-c", "from factcheck.web.parsing import get_loaded, work; get_loaded(); work()"]


def get_loaded() -> None:
    """Load what reading needs; what is wrong then is wrong with the next page, which tells it."""
    _read(_FIRST)


def work() -> None:
    """Read pages from standard input until it ends: what a worker runs. Nothing else may write to standard output."""
    source, sink = sys.stdin.buffer, sys.stdout.buffer
    sys.stdout = sys.stderr
    sink.write(_READY)
    sink.flush()
    while message := _message(source):
        one = msgspec.msgpack.decode(message, type=Received)
        answer = _ENCODER.encode(_read(one))
        sink.write(_LENGTH.pack(len(answer)) + answer)
        sink.flush()


def _read(one: Received) -> Page:
    try:
        return read_page(one)
    except Exception as error:  # noqa: BLE001 - one page never stops the others
        return _unread(one, f"cannot be read ({type(error).__name__})")


def _message(source: BinaryIO) -> bytes:
    head = source.read(_LENGTH.size)
    return source.read(_LENGTH.unpack(head)[0]) if len(head) == _LENGTH.size else b""


def _unread(one: Received, reason: str) -> Page:
    remedy = "save the page as text, and `factcheck corpus add` the file"
    return Page(url=one.url, address=one.url, problems=(Problem(path=one.url, reason=reason, remedy=remedy),))
