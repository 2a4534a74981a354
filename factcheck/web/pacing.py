"""Politeness: how many requests run at once, in all and to one host, and the pause between two to one host."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

from factcheck.web.policy import Policy

Sleep = Callable[[float], Awaitable[None]]


@dataclass(slots=True)
class _Host:
    slots: asyncio.Semaphore
    turn: asyncio.Lock = field(default_factory=asyncio.Lock)
    free_at: float = 0


class Pace:
    """Hands out the right to send a request."""

    def __init__(self, policy: Policy, *, sleep: Sleep) -> None:
        self._policy = policy
        self._sleep = sleep
        self._slots = asyncio.Semaphore(policy.connections)
        self._hosts: dict[str, _Host] = {}

    @asynccontextmanager
    async def turn(self, host: str, *, delay: float) -> AsyncIterator[None]:
        """Wait until a host may be asked again, `delay` seconds or more after the last time.

        The general slot is taken last, so that those who wait for a slow host keep nobody else waiting.
        """
        one = self._hosts.setdefault(host, _Host(asyncio.Semaphore(self._policy.connections_per_host)))
        async with one.slots:
            async with one.turn:
                now = asyncio.get_running_loop().time()
                if one.free_at > now:
                    await self._sleep(one.free_at - now)
                one.free_at = max(now, one.free_at) + delay
            async with self._slots:
                yield
