"""A cache of answers by the rules of RFC 9111 (hishel): fresh ones are not asked for again, stale ones revalidated.

It is a private cache of one workspace. What carries a secret never enters it: an address with a key in it, or one that
was reached by such an address or by an answer that hands out a secret; such an answer; a request that sends a cookie.
Nor does what leads to a name that is withheld, by whatever means, or a page with a token of a session. Requests with
conditions of their own go to the site. Where the cache cannot be used (locked, read-only), the site is asked; one that
is damaged, or of another version, is set aside, and a new one begun.
"""

from __future__ import annotations

import asyncio
import logging
import sqlite3
import uuid
from collections.abc import AsyncIterable, AsyncIterator, Callable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Any

import httpx
from hishel import AsyncSqliteStorage, CacheOptions, Entry, Headers, Request, Response
from hishel.httpx import AsyncCacheTransport

from factcheck.web.echoes import unpacked
from factcheck.web.exchanges import TOLD, WAY, leads_to_name
from factcheck.web.refreshing import onward_in
from factcheck.web.secrets import has_secrets, is_secret_header, safe_headers
from factcheck.web.tokens import without_tokens

LARGEST_CACHE = 256 * 1024 * 1024
"""Bytes; the entries that were used longest ago make room."""
_OWN_WAY = ("cookie", "authorization", "if-none-match", "if-modified-since")
_LIBRARY = "hishel"
_UNUSABLE = (RuntimeError, sqlite3.Error, OSError)
"""What opening the file raises: another version's tables, a damaged or locked file, a folder that takes none."""


_DAMAGED = frozenset([sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB])
_BESIDE = ("-wal", "-shm", "-journal")
"""What SQLite keeps beside a file, by how its name ends; the log of another file would damage a new one."""
ASIDE = ".damaged"


class CachingTransport(httpx.AsyncBaseTransport):
    """A way to pages that remembers what may be remembered."""

    def __init__(
        self, network: httpx.AsyncBaseTransport, path: Path, *, may_send: Callable[[str], bool] = lambda _: True
    ) -> None:
        """Take the way to the network, the file of the cache, and whether an address may go out."""
        self._network = network
        self.path = path
        self._may_send = may_send
        self._faults = _Faults()
        logging.getLogger(_LIBRARY).addHandler(self._faults)
        self._opening = asyncio.Lock()
        self.begun_anew = ""
        """Why the file was set aside and a new one begun, on one line; "" where it was not."""
        self._begin()

    def _begin(self) -> None:
        self._storage = _Storage(database_path=self.path, max_size=LARGEST_CACHE)
        self._storage.may_send = self._may_send
        self._cached = AsyncCacheTransport(self._network, storage=self._storage, rfc=CacheOptions(shared=False))

    @property
    def fault(self) -> str:
        """Why the cache is not used, on one line; "" where it is."""
        return self._faults.first

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """Answer from the cache where that is allowed and it can be used, else from the network."""
        if _is_own(request) or not await self._is_usable():
            return await self._network.handle_async_request(request)
        return await self._cached.handle_async_request(request)

    async def _is_usable(self) -> bool:
        async with self._opening:
            if not self.fault:
                try:
                    await self._storage.open()
                except _UNUSABLE as error:
                    self._faults.note(error)
                    if not self.begun_anew and _is_damage(error):
                        await self._begin_anew()
        return not self.fault

    async def _begin_anew(self) -> None:
        """Set a damaged file aside, and open a new one; where the folder does not let us, the fault stands."""
        with suppress(*_UNUSABLE):
            await self._storage.close()
            await asyncio.to_thread(_set_aside, self.path)
            self._begin()
            await self._storage.open()
            self.begun_anew, self._faults.first, self._faults.is_damage = self._faults.first, "", False

    async def aclose(self) -> None:
        """Close the cache and the network. A cache that turned out to be damaged is set aside for the next run."""
        with suppress(*_UNUSABLE):
            await self._storage.close()
            if self._faults.is_damage:
                await asyncio.to_thread(_set_aside, self.path)
                self.begun_anew, self._faults.first = self._faults.first, ""
        logging.getLogger(_LIBRARY).removeHandler(self._faults)
        await self._network.aclose()


class _Faults(logging.Handler):
    """Hears of what the library meets later on: it logs that, with a traceback, and goes on."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.first = ""
        self.is_damage = False

    def emit(self, record: logging.LogRecord) -> None:
        self.note(record.exc_info[1] if record.exc_info and record.exc_info[1] else record.getMessage())

    def note(self, fault: object) -> None:
        self.is_damage = self.is_damage or _is_damage(fault)
        self.first = self.first or " ".join(str(fault).split()) or type(fault).__name__


def _is_damage(fault: object) -> bool:
    """Whether a fault is of the file itself: it is no database, a torn one, or one with other tables (RuntimeError)."""
    if isinstance(fault, sqlite3.Error):
        return getattr(fault, "sqlite_errorcode", 0) & 0xFF in _DAMAGED  # the lowest byte: the others say where
    return type(fault) is RuntimeError


def _set_aside(path: Path) -> None:
    """Give a file that is damaged another name; one that was set aside before makes room."""
    if path.is_file():
        path.replace(path.with_name(path.name + ASIDE))
    for end in _BESIDE:
        path.with_name(path.name + end).unlink(missing_ok=True)


def _is_own(request: httpx.Request) -> bool:
    """Whether a request is nothing for a cache: it has conditions or cookies, or a secret was met on the way to it."""
    way = (str(request.url), *request.extensions.get(WAY, ()))
    told = request.extensions.get(TOLD, ())
    return (
        any(name in request.headers for name in _OWN_WAY)
        or any(map(has_secrets, way))
        or any(is_secret_header(name) for name, _ in told)
    )


class _Storage(AsyncSqliteStorage):
    """Keeps no answer that hands out a secret, or redirects to a key, or to a name that is withheld."""

    may_send: Callable[[str], bool]

    async def open(self) -> None:
        """Open the file; nothing if it is open."""
        await self._ensure_connection()

    async def create_entry(self, request: Request, response: Response, key: str, **limits: Any) -> Entry:  # noqa: ANN401
        leads = leads_to_name(response.headers.get("location", ""), self.may_send)
        if leads or any(is_secret_header(name) or has_secrets(value) for name, value in response.headers.items()):
            return Entry(id=uuid.uuid4(), request=request, response=response)
        stream = self._kept_at_its_end(request, response, key, limits)
        return Entry(id=uuid.uuid4(), request=request, response=replace(response, stream=stream))

    async def _kept_at_its_end(
        self, request: Request, response: Response, key: str, limits: dict[str, Any]
    ) -> AsyncIterator[bytes]:
        """Hand a body on part by part, and remember it once it is complete, if nothing in it forbids that."""
        parts: list[bytes] = []
        async for part in _stream_of(response):
            parts.append(part)
            yield part
        if await asyncio.to_thread(self._may_keep, request.url, response.headers, b"".join(parts)):
            safe = replace(response, headers=_safe(response.headers), stream=_in_parts(parts))
            entry = await super().create_entry(request, safe, key, **limits)
            async for _ in _stream_of(entry.response):  # it is written as it is read
                pass

    def _may_keep(self, url: str, headers: Headers, payload: bytes) -> bool:
        body = unpacked(payload, headers.get("content-encoding", ""))
        onward = onward_in(body, url, headers.get("content-type", ""), headers.get("refresh", ""))
        if onward and (has_secrets(onward.target) or leads_to_name(onward.target, self.may_send)):
            return False
        return without_tokens(body) == body

    async def update_headers(self, id: uuid.UUID, headers: Headers) -> None:  # noqa: A002 - the library's signature
        await super().update_headers(id, _safe(headers))


def _stream_of(response: Response) -> AsyncIterable[bytes]:
    stream = response.stream
    assert isinstance(stream, AsyncIterable)  # noqa: S101 - of an asynchronous client
    return stream


async def _in_parts(parts: list[bytes]) -> AsyncIterator[bytes]:
    for part in parts:
        yield part


def _safe(headers: Headers) -> Headers:
    """Return headers as they may be kept; "not modified" may come with a cookie."""
    kept = safe_headers(tuple(headers.items()))
    return Headers(dict(kept))


def is_from_cache(response: httpx.Response) -> bool:
    """Whether an answer was remembered and the site was not asked."""
    told = response.extensions.get("caching", {})
    return bool(told.get("from_cache")) and not told.get("revalidated")
