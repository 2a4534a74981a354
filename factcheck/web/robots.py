"""What a site's robots.txt lets us read. Source: RFC 9309; parsed by protego, as in Scrapy. No I/O."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any
from urllib.parse import quote, unquote, urlsplit

from protego import Protego

from factcheck.web.safety import without_dots

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
        """Whether this address may be read, in each way in which a server may understand its path."""
        if isinstance(self.parsed, bool):
            return self.parsed
        return all(self.parsed.can_fetch(form, self.agent) for form in (url, _resolved(url)))

    @property
    def delay(self) -> float:
        """Seconds that are left between two requests: as the site wants it, up to `LONGEST_DELAY`."""
        return min(self.asked_delay, LONGEST_DELAY)

    @property
    def asked_delay(self) -> float:
        """Seconds that the site wants between two requests."""
        asked = None if isinstance(self.parsed, bool) else self.parsed.crawl_delay(self.agent)
        seconds = float(asked or 0)
        return max(0, seconds)  # "nan" is none


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
    return Rules(Protego.parse(_text(body)), agent)


def _text(body: bytes) -> str:
    """Return the text of a robots.txt: UTF-8 (RFC 9309, 2.3), or what its byte order mark says. Half a line is none."""
    if len(body) >= MOST_BYTES:
        body = body[: max(body.rfind(end, 0, MOST_BYTES) for end in (b"\n", b"\r")) + 1]
    is_wide = body.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    return body.decode("utf-16" if is_wide else "utf-8-sig", "replace")


def _resolved(url: str) -> str:
    """Return an address as a server may read its path: decoded, slashes merged, "." and ".." resolved."""
    parts = urlsplit(url)
    path = without_dots(re.sub(r"/{2,}", "/", unquote(parts.path)))
    return parts._replace(path=quote(path, errors="replace")).geturl()
