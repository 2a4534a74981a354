"""A cache of answers by the rules of RFC 9111 (hishel): fresh ones are not asked for again, stale ones revalidated.

It is a private cache of one workspace. What carries a secret never enters it: an address with a key in it, or one that
was reached by such an address; an answer that sets a cookie or leads to a key; a request that sends a cookie. Requests
with conditions of their own go to the site.
"""

from __future__ import annotations

import uuid
from collections.abc import Callable
from pathlib import Path
from typing import Any

import httpx
from hishel import AsyncSqliteStorage, CacheOptions, Entry, Request, Response
from hishel.httpx import AsyncCacheTransport

from factcheck.errors import StorageError
from factcheck.web.exchanges import WAY, leads_to_name
from factcheck.web.secrets import has_secrets, safe_headers

LARGEST_CACHE = 256 * 1024 * 1024
"""Bytes; the entries that were used longest ago make room."""
_OWN_WAY = ("cookie", "authorization", "if-none-match", "if-modified-since")


class CachingTransport(httpx.AsyncBaseTransport):
    """A way to pages that remembers what may be remembered."""

    def __init__(
        self, network: httpx.AsyncBaseTransport, path: Path, *, may_send: Callable[[str], bool] = lambda _: True
    ) -> None:
        """Take the way to the network, the file of the cache, and whether an address may go out."""
        self._network = network
        self._path = path
        self._storage = _Storage(database_path=path, max_size=LARGEST_CACHE)
        self._storage.may_send = may_send
        self._cached = AsyncCacheTransport(network, storage=self._storage, rfc=CacheOptions(shared=False))

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """Answer from the cache where that is allowed, else from the network.

        Raises:
            StorageError: the file of the cache is none.
        """
        way = (str(request.url), *request.extensions.get(WAY, ()))
        if any(map(has_secrets, way)) or any(name in request.headers for name in _OWN_WAY):
            return await self._network.handle_async_request(request)
        try:
            return await self._cached.handle_async_request(request)
        except RuntimeError as error:
            raise StorageError("the HTTP cache cannot be used", hint="delete it", subject=str(self._path)) from error

    async def aclose(self) -> None:
        """Close the cache and the network."""
        await self._storage.close()
        await self._network.aclose()


class _Storage(AsyncSqliteStorage):
    """Keeps no answer that hands out a secret, or redirects to a key, or to a name that is withheld."""

    may_send: Callable[[str], bool]

    async def create_entry(self, request: Request, response: Response, key: str, **limits: Any) -> Entry:  # noqa: ANN401
        headers = tuple(response.headers.items())
        leads = leads_to_name(response.headers.get("location", ""), self.may_send)
        if leads or safe_headers(headers) != headers:
            return Entry(id=uuid.uuid4(), request=request, response=response)
        return await super().create_entry(request, response, key, **limits)


def is_from_cache(response: httpx.Response) -> bool:
    """Whether an answer was remembered and the site was not asked."""
    told = response.extensions.get("caching", {})
    return bool(told.get("from_cache")) and not told.get("revalidated")
