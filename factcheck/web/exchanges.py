"""What went over the wire for a page: each request with its answer, and what came out in the end. No I/O."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from http import HTTPStatus

Headers = tuple[tuple[str, str], ...]
WAY = "factcheck.way"
"""The extension of a request in which the addresses stand that were asked before it on the way to one page."""

TOLD = "factcheck.told"
"""The extension of a request with the headers of all those answers."""

PLAYED = "factcheck.played"
"""The extension of an answer that was played from a recording: the recording, as `Exchange.recording` has it."""
WITHHELD = "WITHHELD"
"""What is kept of a header in which a name stands that is withheld."""

_REDIRECTS = frozenset([301, 302, 303, 307, 308])
_CHECKS = re.compile(
    rb"checking your browser|just a moment\.\.\.|verify(?:ing)? (?:that )?you are (?:a )?human", re.IGNORECASE
)
"""What a check of the browser says, whatever its status."""
_LOOKED_AT = 50_000
"""Bytes."""
_PASSING = frozenset([408, 425, 429, 500, 502, 503, 504])
_NOT_WHOLE = frozenset([204, 205, 206])
_LONGEST_WAIT = timedelta(days=31)
"""What a site asks to wait and is taken for meant; beyond it stand clocks that are wrong, and numbers of all kinds."""
_MOMENT = "%Y-%m-%d %H:%M"


@dataclass(frozen=True, slots=True, kw_only=True)
class Exchange:
    """One request and its answer. `payload` is the body as received, still packed."""

    url: str
    asked_at: datetime
    request_headers: Headers
    http_version: str
    status: int
    headers: Headers
    payload: bytes
    address: str = ""
    """The network address that answered, where it is known."""
    cached: bool = False
    """Whether the answer was remembered, and nobody was asked at `asked_at`."""
    recording: str = ""
    """What it was played from, file and digest, where nobody was asked: a cassette; "" for what was received."""
    truncated: str = ""
    """Why `payload` is not all of the body, in the words of WARC 1.1, 5.13: length, time, disconnect, unspecified."""
    received: str = ""
    """SHA-256 of the payload as it came, where secrets were taken out of `payload`."""
    masked: str = ""
    """What was taken out of it, in words."""

    def header(self, name: str) -> str:
        """Return the values of a header, joined as RFC 9110 allows; "" if there is none."""
        return ", ".join(value for key, value in self.headers if key.lower() == name.lower())

    @property
    def redirects_to(self) -> str:
        """Where the answer sends us, as written; "" if nowhere."""
        return self.header("location") if self.status in _REDIRECTS else ""

    @property
    def is_passing(self) -> bool:
        """Whether the same request may well succeed a little later."""
        return self.status in _PASSING


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetched:
    """A page as it was answered, whatever the status; `exchanges` ends with the one that `body` is from."""

    asked: str
    """The address that was asked for."""
    body: bytes
    """Unpacked."""
    exchanges: tuple[Exchange, ...]

    @property
    def last(self) -> Exchange:
        """The exchange that brought the body."""
        return self.exchanges[-1]

    @property
    def url(self) -> str:
        """The address after all redirects."""
        return self.last.url

    @property
    def unchanged(self) -> bool:
        """Whether the site says that what we have is still what it has (304)."""
        return self.last.status == HTTPStatus.NOT_MODIFIED

    @property
    def media_type(self) -> str:
        """The declared media type, in small letters; "" if none is declared."""
        return media_type(self.last.header("content-type"))

    @property
    def fault(self) -> str:
        """Why this is not the page; "" if the status says that it is."""
        return status_fault(self.last.status)

    @property
    def remedy(self) -> str:
        """What to do about the fault."""
        if self.fault and _CHECKS.search(self.body[:_LOOKED_AT]):  # it would be the same later
            return _BY_HAND
        return status_remedy(self.last)


def without_names(headers: Headers, may_send: Callable[[str], bool]) -> Headers:
    """Return the headers of a redirect without the values in which a name stands that is withheld."""
    return tuple((name, value if may_send(value) else WITHHELD) for name, value in headers)


def leads_to_name(location: str, may_send: Callable[[str], bool]) -> bool:
    """Whether a redirect leads to an address with a withheld name in it; also one of which only that is kept."""
    return location == WITHHELD or not may_send(location)


def media_type(content_type: str) -> str:
    """Return the type of a Content-Type header without its parameters."""
    return content_type.partition(";")[0].strip().lower()


def status_fault(status: int) -> str:
    """Say in words what a status means for somebody who wants the page; "" for success and "not modified"."""
    is_whole = 200 <= status < 300 and status not in _NOT_WHOLE  # noqa: PLR2004 - the class of successes
    if is_whole or status == HTTPStatus.NOT_MODIFIED:
        return ""
    said = {
        204: "the site says that the page has no content",
        205: "the site says that the page has no content",
        206: "the site gave only a part of the page",
        401: "the page needs a login",
        402: "the page must be paid for",
        403: "the site does not let us read the page",
        404: "there is no such page",
        410: "the page was removed for good",
        429: "the site says that we ask too often",
        451: "the page is withheld for legal reasons",
    }.get(status, "the site has a fault" if status >= 500 else "the site gave no page")  # noqa: PLR2004
    return f"{said} ({status})"


_BY_HAND = "open it in a browser, save the page, and `factcheck corpus add` the file"
_REMEDIES = {
    401: "log in with a browser, save the page, and `factcheck corpus add` the file",
    402: "open it with your subscription, save the page, and `factcheck corpus add` the file",
    403: _BY_HAND,
    404: "look for its new address, or a copy of it in an archive",
    410: "look for a copy of it in an archive",
    451: "ask the publisher for it",
}


def status_remedy(exchange: Exchange) -> str:
    """Say what to do about an answer that is not the page; where the site says when to come back, when that is."""
    if not status_fault(exchange.status):
        return ""
    if until := retry_at(exchange):
        if until - exchange.asked_at >= _LONGEST_WAIT:
            return f"fetch it again in some days: the site asks to wait for more than {_LONGEST_WAIT.days} days"
        return f"fetch it again after {until:{_MOMENT}} UTC, as the site asks"
    if exchange.is_passing:
        said = exchange.header("retry-after").strip() and not _asks_for(exchange)
        return f"fetch it again later{': when, the site says in no words that are a time' if said else ''}"
    return _REMEDIES.get(exchange.status, "fetch it again later" if exchange.status >= 500 else _BY_HAND)  # noqa: PLR2004


def retry_at(exchange: Exchange) -> datetime | None:
    """Return the moment until which the site asks us to wait (RFC 9110, 10.2.3), None if there is none to come.

    It is 31 days later at the most.
    """
    until = _asks_for(exchange)
    return min(until, exchange.asked_at + _LONGEST_WAIT) if until and until > exchange.asked_at else None


def _asks_for(exchange: Exchange) -> datetime | None:
    """Return the moment that a site names, None where it names none that can be read."""
    asked = exchange.header("retry-after").strip()
    if asked.isdecimal() and asked.isascii():
        seconds = int(asked.lstrip("0")[:9] or "0")  # of more digits, the first are more than a lifetime, too
        return exchange.asked_at + timedelta(seconds=seconds)
    return moment_of(asked)


def moment_of(value: str) -> datetime | None:
    """Return the moment of a date of HTTP (RFC 9110, 5.6.7), in UTC; None for what is none, or beyond the year 9999."""
    try:
        moment = parsedate_to_datetime(value)
        return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).astimezone(UTC)
    except (ValueError, OverflowError):
        return None
