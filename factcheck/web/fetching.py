"""Pages fetched: politely, within the limits of a policy, every address checked, every exchange recorded.

Cookies live as long as one page takes (some sites set one and redirect to see it) and are then forgotten. No JavaScript
is run. Redirects are followed by hand, so that each target is checked, and asked of its robots.txt, like the first one.
Sources: RFC 9110 (semantics), RFC 9309 (robots.txt).
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from http import HTTPStatus
from types import TracebackType
from typing import Self
from urllib.parse import urljoin

import httpcore
import httpx

from factcheck.errors import ElsewhereError, FetchError, RefusedError
from factcheck.web.caching import is_from_cache
from factcheck.web.connecting import CheckedTransport
from factcheck.web.exchanges import Exchange, Fetched, media_type
from factcheck.web.pacing import Pace, Sleep
from factcheck.web.policy import Policy
from factcheck.web.robots import Rules, everything_allowed, read_rules
from factcheck.web.safety import CheckedUrl, check_url, shown_host
from factcheck.web.unpacking import ACCEPTED, Unpacker

_ACCEPT = "text/html, application/xhtml+xml, application/xml;q=0.9, application/pdf;q=0.9, text/plain;q=0.8, */*;q=0.1"
_ROBOTS_REDIRECTS = 5  # RFC 9309, 2.3.1.2


class _PassingError(FetchError):
    """A fault that another attempt may not meet. `wait` is how long the site asks us to stay away, in seconds."""

    def __init__(self, message: str, *, subject: str, wait: float = 0) -> None:
        super().__init__(message, subject=subject)
        self.wait = wait


class Fetcher:
    """Fetches pages; use it as an asynchronous context, so that its connections are closed."""

    def __init__(
        self,
        policy: Policy,
        *,
        transport: httpx.AsyncBaseTransport | None = None,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
        sleep: Sleep = asyncio.sleep,
    ) -> None:
        """Take the limits; without a transport, the checked one to the network."""
        self._policy = policy
        self._transport = transport or CheckedTransport(policy)
        self._now = now
        self._sleep = sleep
        self._pace = Pace(policy, sleep=sleep)
        self._rules: dict[str, Rules] = {}
        self._reading: dict[str, asyncio.Lock] = {}

    async def __aenter__(self) -> Self:
        await httpcore.AnyIOBackend().sleep(0)  # it loads its backend when first used: 50 ms, now that nothing waits
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self._transport.aclose()

    async def fetch(
        self, url: str, *, etag: str = "", last_modified: str = "", answers: list[Exchange] | None = None
    ) -> Fetched:
        """Fetch one page, whatever its status. `etag` and `last_modified` are of the copy that we have.

        `answers` is filled with the exchanges that came to an end: what there is to keep where the page is not had.

        Raises:
            RefusedError: the address, or one that it redirects to, is never asked.
            FetchError: there is no answer, a broken one, or more than the limits allow; or robots.txt forbids it.
        """
        known = {"If-None-Match": etag, "If-Modified-Since": last_modified}
        conditions = {name: value for name, value in known.items() if value and value.isascii()}
        exchanges = [] if answers is None else answers
        last_attempt = self._policy.attempts - 1
        for attempt in range(last_attempt):
            try:
                fetched = await self._follow(url, conditions, exchanges)
                wait = self._retry_after(fetched.last)
                if not fetched.last.is_passing or wait > self._policy.longest_wait_seconds:
                    return fetched
            except _PassingError as error:
                wait = error.wait
            await self._sleep(max(wait, self._policy.backoff_seconds * 2**attempt))
        return await self._follow(url, conditions, exchanges)

    async def _follow(self, url: str, conditions: dict[str, str], exchanges: list[Exchange]) -> Fetched:
        cookies = httpx.Cookies()
        exchanges.clear()
        target = url
        while len(exchanges) <= self._policy.redirects:
            checked = self._checked(target)
            rules = await self._rules_of(checked)
            if not rules.allow(checked.url):
                raise FetchError("the site asks programs not to read this page (robots.txt)", subject=checked.url)
            delay = max(self._policy.host_delay_seconds, rules.delay)
            exchange, body = await self._exchange(checked, conditions, cookies, delay=delay)
            exchanges.append(exchange)
            if exchange.status == HTTPStatus.NOT_MODIFIED and not conditions:
                hint = "try again later, or look at the page in a browser"
                raise FetchError("the site says that nothing changed, and was not asked so", subject=url, hint=hint)
            if not exchange.redirects_to:
                return Fetched(asked=url, body=body, exchanges=tuple(exchanges))
            target = _joined(checked.url, exchange.redirects_to)
        raise FetchError(f"the page redirects more than {self._policy.redirects} times", subject=url)

    def _checked(self, target: str) -> CheckedUrl:
        checked = check_url(target, allowed=self._policy.allowed)
        if not self._policy.may_ask(checked.host):
            raise ElsewhereError(
                f"the page redirects to a host that nobody agreed to ask: {shown_host(checked.host)}",
                hint=f"--follow {checked.host} lets it go on there",
                host=checked.host,
                subject=checked.url,
            )
        if not self._policy.may_send(checked.url):  # not repeated: it holds the name
            raise RefusedError("the page redirects to an address that holds a name that is withheld")
        return checked

    async def _rules_of(self, checked: CheckedUrl) -> Rules:
        async with self._reading.setdefault(checked.origin, asyncio.Lock()):
            if checked.origin not in self._rules:
                self._rules[checked.origin] = await self._read_rules(checked.origin)
            return self._rules[checked.origin]

    async def _read_rules(self, origin: str) -> Rules:
        """Ask for robots.txt: where there is none all is allowed, where the site fails to say nothing is."""
        target = f"{origin}/robots.txt"
        for _ in range(_ROBOTS_REDIRECTS + 1):
            checked = self._checked(target)
            exchange, body = await self._exchange(checked, {}, httpx.Cookies(), delay=None)
            if not exchange.redirects_to:
                return read_rules(exchange.status, body, self._policy.user_agent)
            target = _joined(checked.url, exchange.redirects_to)
        return everything_allowed()  # RFC 9309, 2.3.1.2: too many redirects are as if there were none

    async def _exchange(
        self, checked: CheckedUrl, conditions: dict[str, str], cookies: httpx.Cookies, *, delay: float | None
    ) -> tuple[Exchange, bytes]:
        """Send one request and read its answer; `delay` is None for a robots.txt: no pause, and of whatever type."""
        request = httpx.Request(
            "GET",
            checked.url,
            headers={
                "User-Agent": self._policy.user_agent,
                "Accept": _ACCEPT,
                "Accept-Encoding": ACCEPTED,
                **conditions,
            },
            cookies=cookies,
            extensions={"timeout": self._timeouts()},
        )
        async with self._pace.turn(checked.host, delay=delay or 0):
            asked_at = self._now()
            with _our_errors(checked.url):
                async with asyncio.timeout(self._policy.request_seconds), self._answer(request) as response:
                    address = _address(response)  # while the connection is open
                    if delay is not None:
                        self._check_type(response)
                    payload, body = await self._read(response)
        cookies.extract_cookies(response)
        exchange = Exchange(
            url=checked.url,
            asked_at=asked_at,
            request_headers=tuple(request.headers.multi_items()),
            http_version=response.http_version,
            status=response.status_code,
            headers=tuple(response.headers.multi_items()),
            payload=payload,
            address=address,
            cached=is_from_cache(response),
        )
        return exchange, body

    @asynccontextmanager
    async def _answer(self, request: httpx.Request) -> AsyncIterator[httpx.Response]:
        response = await self._transport.handle_async_request(request)
        response.request = request
        try:
            yield response
        finally:
            await response.aclose()

    async def _read(self, response: httpx.Response) -> tuple[bytes, bytes]:
        """Read a body within the limits; return it as received and unpacked."""
        policy = self._policy
        if sum(len(name) + len(value) + 4 for name, value in response.headers.raw) > policy.header_bytes:
            raise FetchError(f"the headers of the answer are longer than {policy.header_bytes} bytes")
        unpacker = Unpacker(response.headers.get("content-encoding", ""), limit=policy.body_bytes)
        payload, body = bytearray(), bytearray()
        async for part in response.aiter_raw():
            payload += part
            if len(payload) > policy.wire_bytes:
                raise FetchError(f"the page is longer than {policy.wire_bytes} bytes")
            body += unpacker.feed(part)
        unpacker.finish()
        return bytes(payload), bytes(body)

    def _check_type(self, response: httpx.Response) -> None:
        kind = media_type(response.headers.get("content-type", ""))
        if response.is_success and kind not in self._policy.types:
            raise FetchError(f"this is no page but {kind[:60]}")

    def _timeouts(self) -> dict[str, float | None]:
        silence = self._policy.silence_seconds
        return {"connect": self._policy.connect_seconds, "read": silence, "write": silence, "pool": None}

    def _retry_after(self, exchange: Exchange) -> float:
        """Return how many seconds the site asks us to wait, 0 if it does not say."""
        asked = exchange.header("retry-after").strip()
        if asked.isdecimal() and asked.isascii():
            return float(asked[:9])
        try:
            until = parsedate_to_datetime(asked)
        except ValueError:  # not said, or not in a form that RFC 9110 knows
            return 0
        return max(0, ((until if until.tzinfo else until.replace(tzinfo=UTC)) - self._now()).total_seconds())


def _joined(base: str, location: str) -> str:
    try:
        return urljoin(base, location.strip().replace(" ", "%20"))  # as browsers do
    except ValueError as error:
        raise RefusedError("the page redirects to what is no web address", subject=base) from error


def _address(response: httpx.Response) -> str:
    stream = response.extensions.get("network_stream")
    peer = stream.get_extra_info("server_addr") if stream is not None else None
    return str(peer[0]) if peer else ""


@contextmanager
def _our_errors(url: str) -> Iterator[None]:
    """Say in our words what went wrong on the wire."""
    try:
        yield
    except FetchError as error:
        if not error.subject:
            error.subject = url
        raise
    except (TimeoutError, httpcore.TimeoutException) as error:
        raise _PassingError("the site did not answer in time", subject=url) from error
    except httpcore.ConnectError as error:
        if "certificate" in str(error).lower():
            raise FetchError("the site cannot prove who it is (certificate)", subject=url, hint=str(error)) from error
        raise _PassingError(f"the site cannot be reached: {error}", subject=url) from error
    except (httpcore.NetworkError, httpcore.ProtocolError) as error:
        raise _PassingError(f"the answer breaks off or is broken: {error}", subject=url) from error
