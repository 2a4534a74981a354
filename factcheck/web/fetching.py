"""Pages fetched: politely, within the limits of a policy, every address checked, every exchange recorded.

Cookies live as long as one page takes (some sites set one and redirect to see it) and are then forgotten. No JavaScript
is run. Redirects, and pages that send the reader on at once (`refreshing`), are followed by hand, so that each target
is checked, and asked of its robots.txt, like the first one.
Sources: RFC 9110 (semantics), RFC 9309 (robots.txt).
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from http import HTTPStatus
from types import TracebackType
from typing import Self
from urllib.parse import urljoin, urlsplit

import httpcore
import httpx

from factcheck.errors import ElsewhereError, FetchError, RefusedError
from factcheck.web.cassettes import CassetteTransport
from factcheck.web.connecting import CheckedTransport
from factcheck.web.echoes import without_echoes
from factcheck.web.exchanges import Exchange, Fetched, leads_to_name, retry_at, without_names
from factcheck.web.pacing import Pace, Sleep
from factcheck.web.permission import Permissions
from factcheck.web.policy import Policy
from factcheck.web.refreshing import sends_on_to
from factcheck.web.requesting import LATER, Journey, PassingError, Requester
from factcheck.web.safety import CheckedUrl, check_public, check_url, shown_host, told_address
from factcheck.web.secrets import without_secrets

_LARGE = 500_000
"""Bytes of a page from which on the loop does not wait until it is looked through: that takes some 2 ms for each MB."""
_ELSEWHERE = "look at the page in a browser, and save what it leads to"
_NAMED = "this is, or redirects to, an address that holds a name that is withheld"
_NO_NAME = "look at the page in a browser, if that may be known there; or see `fetch.withheld`"


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
        self._sleep = sleep
        self._requester = Requester(policy, self._transport, pace=Pace(policy, sleep=sleep), now=now)
        self._permissions = Permissions(policy, self._requester, follow=self._next, sleep=sleep)

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
        journey = Journey(
            conditions=conditions, answers=[] if answers is None else answers, left=self._policy.page_seconds
        )
        last_attempt = self._policy.attempts - 1
        for attempt in range(last_attempt):
            try:
                fetched = await self._follow(url, journey)
                wait = _asked_wait(fetched.last)
                if not fetched.last.is_passing or wait > self._policy.longest_wait_seconds:
                    return fetched
            except PassingError:
                wait = 0
            await self._sleep(max(wait, self._policy.backoff_seconds * 2**attempt))
        return await self._follow(url, journey)

    def forget(self, url: str) -> None:
        """Record nothing of a page that was asked for with a key: it repeats the key where it cannot be taken out."""
        if isinstance(self._transport, CassetteTransport):
            self._transport.forget(check_url(url, allowed=self._policy.allowed).url)

    def cut_delay(self, url: str) -> float:
        """Return the pause that the site of a page asks for where we keep a shorter one, in seconds, once; else 0."""
        return self._permissions.cut_delay(check_url(url, allowed=self._policy.allowed).origin)

    def told_target(self, url: str, location: str) -> str:
        """Return where a page leads as it may be told: without secrets, and nothing of a name that is withheld."""
        if leads_to_name(location, self._policy.may_send):
            return "(an address that holds a name that is withheld)"
        try:
            return told_address(without_secrets(_joined(url, location)))
        except RefusedError as error:
            return f"({error.message})"

    async def _follow(self, url: str, journey: Journey) -> Fetched:
        journey.answers.clear()
        journey.cookies.clear()
        target = check_url(url, allowed=self._policy.allowed).url
        while len(journey.answers) <= self._policy.redirects:
            checked = self._checked(target, from_site=bool(journey.answers))
            rules = await self._permissions.rules_for(checked)
            if journey.left <= 0:
                most = f"{self._policy.page_seconds:g} seconds"
                raise FetchError(f"the page takes more than {most} in all, with its redirects", hint=LATER, subject=url)
            delay = max(self._policy.host_delay_seconds, rules.delay)
            body = await self._requester.ask(checked, journey, delay=delay)
            last = journey.answers[-1]
            if last.status == HTTPStatus.NOT_MODIFIED and not journey.conditions:
                hint = "try again later, or look at the page in a browser"
                raise FetchError("the site says that nothing changed, and was not asked so", subject=url, hint=hint)
            fetched = Fetched(asked=url, body=body, exchanges=tuple(journey.answers))
            onward = last.redirects_to or sends_on_to(fetched)
            if not onward:
                if len(body) < _LARGE:
                    return without_echoes(fetched)
                return await asyncio.to_thread(without_echoes, fetched)
            if leads_to_name(onward, self._policy.may_send):
                journey.answers[-1] = _nameless(last, self._policy)
                raise RefusedError(_NAMED, hint=_NO_NAME)
            target = _joined(checked.url, onward)
        hint = "look at it in a browser: it may want cookies, which are forgotten after each page"
        raise FetchError(f"the page redirects more than {self._policy.redirects} times", subject=url, hint=hint)

    def _checked(self, target: str, *, from_site: bool) -> CheckedUrl:
        try:
            checked = check_url(target, allowed=self._policy.allowed)
        except RefusedError as error:
            if from_site:
                error.message = f"the page redirects to what is never asked: {error.message}"
            raise
        if not self._policy.may_send(checked.url):  # first of all, and not repeated: it holds the name
            raise RefusedError(_NAMED, hint=_NO_NAME)
        check_public(checked.url, allowed=self._policy.allowed)  # before anybody asks for its address
        if not self._policy.may_ask(checked.host):
            raise ElsewhereError(
                f"the page redirects to a host that nobody agreed to ask: {shown_host(checked.host)}",
                hint=f"to let it go on there: --follow {checked.host}",
                host=checked.host,
                subject=checked.url,
            )
        return checked

    def _next(self, url: str, location: str) -> CheckedUrl:
        return self._checked(_joined(url, location), from_site=location != "/robots.txt")


def _nameless(exchange: Exchange, policy: Policy) -> Exchange:
    """Return a redirect as it may be kept: not where it leads, and not its body, which says that again."""
    headers = without_names(exchange.headers, policy.may_send)
    return replace(exchange, headers=headers, payload=b"", truncated="unspecified")


def _asked_wait(exchange: Exchange) -> float:
    """Return how many seconds the site asks us to wait, 0 if it does not say."""
    until = retry_at(exchange)
    return max(0, (until - exchange.asked_at).total_seconds()) if until else 0


def _joined(base: str, location: str) -> str:
    try:
        target = urljoin(base, location.strip().replace(" ", "%20"))  # as browsers do
        scheme = urlsplit(target).scheme
    except ValueError as error:
        raise RefusedError("the page redirects to what is no web address", subject=base, hint=_ELSEWHERE) from error
    if scheme not in ("http", "https"):
        reason = f"the page redirects to {scheme[:20]}:, and only http and https addresses are fetched"
        raise RefusedError(reason, subject=base, hint=_ELSEWHERE)
    return target
