"""Connections made to the very address that was checked.

A name is resolved once, every address that it has is checked, and the connection goes to one of those, by number: a
name that answers differently a moment later (DNS rebinding) gains nothing. TLS still verifies the certificate by name.
Proxies of the environment are not used: behind one, nobody could say which address is connected to.
"""

from __future__ import annotations

import asyncio
import socket
import ssl
from collections.abc import AsyncIterator, Awaitable, Callable, Iterable

import httpcore
import httpx

from factcheck.errors import RefusedError
from factcheck.web.policy import Policy
from factcheck.web.safety import check_address, shown_host

Resolver = Callable[[str, int], Awaitable[list[str]]]
"""(host, port) -> its addresses, the one to try first in front. Raises OSError."""


async def resolve(host: str, port: int) -> list[str]:
    """Return the addresses of a host by the system's resolver."""
    loop = asyncio.get_running_loop()
    found = await loop.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(entry[4][0]) for entry in found))


class NoAddressError(httpcore.ConnectError):
    """The name of a host leads nowhere."""


class CheckedBackend(httpcore.AsyncNetworkBackend):
    """Opens connections to public addresses, and to what the policy allows."""

    def __init__(self, policy: Policy, resolver: Resolver) -> None:
        self._policy = policy
        self._resolver = resolver
        self._inner = httpcore.AnyIOBackend()

    async def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,  # noqa: ASYNC109 - httpcore's signature
        local_address: str | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.AsyncNetworkStream:
        """Resolve, check, connect.

        Raises:
            RefusedError: one of the host's addresses is not public.
            httpcore.ConnectError: the host has no address, or none answers.
        """
        addresses = await self._checked(host, port)
        for last, address in zip([False] * (len(addresses) - 1) + [True], addresses, strict=True):
            try:
                return await self._inner.connect_tcp(address, port, timeout, local_address, socket_options)
            except (httpcore.ConnectError, httpcore.ConnectTimeout):
                if last:
                    raise
        raise NoAddressError(f"its name {shown_host(host)} has no address")

    async def sleep(self, seconds: float) -> None:
        """Wait."""
        await self._inner.sleep(seconds)

    async def _checked(self, host: str, port: int) -> list[str]:
        try:
            found = await self._resolver(host, port)
        except OSError as error:
            raise NoAddressError(f"its name {shown_host(host)} cannot be resolved") from error
        if not found:
            raise NoAddressError(f"its name {shown_host(host)} has no address")
        return [str(check_address(one, allowed=self._policy.allowed, subject=shown_host(host))) for one in found]


class CheckedTransport(httpx.AsyncBaseTransport):
    """httpx's way to the network, through `CheckedBackend`, with TLS always verified."""

    def __init__(self, policy: Policy, *, resolver: Resolver = resolve) -> None:
        self._pool = httpcore.AsyncConnectionPool(
            ssl_context=_trust(policy.ca_file),
            max_connections=policy.connections,
            http2=True,
            network_backend=CheckedBackend(policy, resolver),
        )

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """Send a request; the body of the answer is read as a stream, as received."""
        answer = await self._pool.handle_async_request(
            httpcore.Request(
                method=request.method,
                url=httpcore.URL(
                    scheme=request.url.raw_scheme,
                    host=request.url.raw_host,
                    port=request.url.port,
                    target=request.url.raw_path,
                ),
                headers=request.headers.raw,
                extensions=request.extensions,
            )
        )
        return httpx.Response(
            answer.status,
            headers=answer.headers,
            stream=_Body(answer),
            extensions=answer.extensions,
            request=request,
        )

    async def aclose(self) -> None:
        """Close all connections."""
        await self._pool.aclose()


class _Body(httpx.AsyncByteStream):
    def __init__(self, answer: httpcore.Response) -> None:
        self._answer = answer

    async def __aiter__(self) -> AsyncIterator[bytes]:
        async for part in self._answer.aiter_stream():
            yield part

    async def aclose(self) -> None:
        await self._answer.aclose()


def _trust(ca_file: str) -> ssl.SSLContext:
    context = httpx.create_ssl_context(trust_env=False)
    if ca_file:
        try:
            context.load_verify_locations(ca_file)
        except (OSError, ssl.SSLError) as error:
            raise RefusedError("the file of trusted authorities cannot be read", subject=ca_file) from error
    return context
