"""What a site's robots.txt lets us read. Source: RFC 9309; parsed by protego, as in Scrapy. No I/O."""

from __future__ import annotations

from dataclasses import dataclass
from http import HTTPStatus
from typing import Any

from protego import Protego

MOST_BYTES = 512_000
"""RFC 9309, 2.5: what is beyond 500 KiB need not be read."""
LONGEST_DELAY = 30.0
"""Seconds; a Crawl-delay beyond it is meant for those who copy a whole site, and we read single pages."""


@dataclass(frozen=True, slots=True)
class Rules:
    """What one site allows one user agent. `parsed` is protego's, or the answer for everything.

    `fault` says why they could not be had, `remedy` what to do then; "" where the site told them.
    """

    parsed: Any
    agent: str = ""
    fault: str = ""
    remedy: str = ""
    passing: bool = False
    """Whether they may well be had a little later."""

    def allow(self, url: str) -> bool:
        """Whether this address may be read."""
        return self.parsed if isinstance(self.parsed, bool) else bool(self.parsed.can_fetch(url, self.agent))

    @property
    def delay(self) -> float:
        """Seconds that the site wants between two requests."""
        asked = None if isinstance(self.parsed, bool) else self.parsed.crawl_delay(self.agent)
        return min(float(asked or 0), LONGEST_DELAY)


def everything_allowed() -> Rules:
    """Return the rules of a site that has none."""
    return Rules(parsed=True)


def nothing_allowed(fault: str, remedy: str, *, passing: bool = False) -> Rules:
    """Return the rules of a site that fails to say what they are."""
    return Rules(parsed=False, fault=fault, remedy=remedy, passing=passing)


def read_rules(status: int, body: bytes, agent: str) -> Rules:
    """Read the answer to the request for robots.txt."""
    if status >= HTTPStatus.INTERNAL_SERVER_ERROR:  # RFC 9309, 2.3.1.4: a site that is out of order forbids all
        return nothing_allowed(f"the site has a fault ({status})", "fetch it again later", passing=True)
    if not 200 <= status < 300:  # noqa: PLR2004 - RFC 9309, 2.3.1.3: no robots.txt, no rules
        return everything_allowed()
    return Rules(Protego.parse(body[:MOST_BYTES].decode("utf-8", "replace")), agent)
