"""Whether a site lets programs read a page: its robots.txt, asked for once a run. Source: RFC 9309.

A robots.txt that there is not allows everything; one that cannot be had, since the site is out of order or cannot be
reached, forbids everything until it can (2.3.1.4). The fault is told as that of the robots.txt, not of the page.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable

from factcheck.errors import ElsewhereError, FetchError, RefusedError
from factcheck.web.pacing import Sleep
from factcheck.web.policy import Policy
from factcheck.web.requesting import Journey, NoConnectionError, PassingError, Requester
from factcheck.web.robots import LONGEST_DELAY, MOST_BYTES, Rules, everything_allowed, nothing_allowed, read_rules
from factcheck.web.safety import CheckedUrl

_REDIRECTS = 5  # RFC 9309, 2.3.1.2


class Permissions:
    """The rules of the sites of one run."""

    def __init__(
        self,
        policy: Policy,
        requester: Requester,
        *,
        follow: Callable[[str, str], CheckedUrl],
        sleep: Sleep,
    ) -> None:
        """Take what asks, and what checks where a redirect leads: (address, location) -> the address to ask."""
        self._policy = policy
        self._requester = requester
        self._follow = follow
        self._sleep = sleep
        self._rules: dict[str, Rules] = {}
        self._reading: dict[str, asyncio.Lock] = {}
        self._told: set[str] = set()

    async def rules_for(self, checked: CheckedUrl) -> Rules:
        """Return the rules of a page's site, where they allow the page.

        Raises:
            FetchError: they forbid it, or cannot be had.
        """
        async with self._reading.setdefault(checked.origin, asyncio.Lock()):
            if checked.origin not in self._rules:
                self._rules[checked.origin] = await self._read(checked.origin)
        rules = self._rules[checked.origin]
        if rules.fault:
            reason = f"the site's robots.txt cannot be had ({rules.fault}); until it can, no page there may be read"
            raise FetchError(reason, hint=rules.remedy, subject=checked.url)
        if not rules.allow(checked.url):
            hint = "open it in a browser, save the page, and `factcheck corpus add` the file"
            raise FetchError(
                "the site asks programs not to read this page (robots.txt)", hint=hint, subject=checked.url
            )
        return rules

    def cut_delay(self, origin: str) -> float:
        """Return the pause that a site asks for where we keep a shorter one, in seconds, once a run; else 0."""
        rules = self._rules.get(origin)
        if rules is None or rules.asked_delay <= LONGEST_DELAY or origin in self._told:
            return 0
        self._told.add(origin)
        return rules.asked_delay

    async def _read(self, origin: str) -> Rules:
        for attempt in range(self._policy.attempts - 1):
            rules = await self._read_once(origin)
            if not rules.passing:
                return rules
            await self._sleep(self._policy.backoff_seconds * 2**attempt)
        return await self._read_once(origin)

    async def _read_once(self, origin: str) -> Rules:
        journey = Journey(left=self._policy.page_seconds)
        target = self._follow(origin, "/robots.txt")
        try:
            for _ in range(_REDIRECTS + 1):
                body = await self._requester.ask_for_rules(target, journey, most=MOST_BYTES)
                answer = journey.answers[-1]
                if not answer.redirects_to:
                    return read_rules(answer.status, body, self._policy.user_agent)
                target = self._follow(target.url, answer.redirects_to)
        except ElsewhereError as error:
            error.message = f"its robots.txt, which must be read first, leads on: {error.message}"
            raise
        except NoConnectionError as error:
            error.subject = origin
            raise
        except RefusedError as error:
            if not journey.answers:  # it is the site itself
                raise
            return nothing_allowed(f"it leads to what is never asked: {error.message}", error.hint)
        except FetchError as error:
            return nothing_allowed(error.message, error.hint, passing=isinstance(error, PassingError))
        return everything_allowed()  # RFC 9309, 2.3.1.2: too many redirects are as if there were none
