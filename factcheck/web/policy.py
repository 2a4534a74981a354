"""How pages are asked for: who asks, how much is taken, how fast, and which networks count as public."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from importlib import metadata

from factcheck.corpus.publishers import site_of
from factcheck.web.safety import Network

READABLE_TYPES = frozenset(
    [
        "",  # not declared
        "text/html",
        "application/xhtml+xml",
        "text/plain",
        "text/markdown",
        "text/csv",
        "text/xml",
        "application/xml",
        "application/rss+xml",
        "application/atom+xml",
        "application/json",
        "application/ld+json",
        "application/feed+json",
        "application/pdf",
    ]
)
"""Media types that a reader of the corpus can make something of; the body of any other is not taken."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Policy:
    """The limits of fetching. Sizes in bytes, times in seconds."""

    contact: str
    """Where a site's owner reaches the newsroom: a page or a mail address, sent with each request."""
    allowed: tuple[Network, ...] = ()
    """Networks that may be asked though they are not public."""
    hosts: frozenset[str] | None = None
    """The hosts that people agreed to, in ASCII; None: whatever is named, and whatever that redirects to."""
    whole_sites: bool = False
    """Whether who agreed to a host agreed to its whole site: who types an address means the site, whatever its host."""
    may_send: Callable[[str], bool] = lambda _: True
    """Whether an address may go out by what stands in it; asked of redirects, too, which a site writes."""
    ca_file: str = ""
    """A PEM file of authorities that are trusted beside the usual ones."""
    request_seconds: float = 30
    """For one request and its whole answer."""
    page_seconds: float = 120
    """For all requests that one page takes, with its redirects and retries; the pauses between them do not count."""
    connect_seconds: float = 10
    silence_seconds: float = 15
    """How long a server may say nothing."""
    wire_bytes: int = 10_000_000
    """Of a body as received."""
    body_bytes: int = 30_000_000
    """Of a body after unpacking."""
    header_bytes: int = 64_000
    redirects: int = 10
    """Browsers follow 20; what needs more than half of that is a loop or a trap."""
    attempts: int = 3
    backoff_seconds: float = 1
    """Before the second attempt; it doubles with each further one."""
    longest_wait_seconds: float = 60
    """A site that asks for a longer pause (Retry-After) is given up for now."""
    connections: int = 16
    connections_per_host: int = 2
    host_delay_seconds: float = 1
    """Between two requests to one host; a longer Crawl-delay of its robots.txt wins."""
    types: frozenset[str] = READABLE_TYPES

    def may_ask(self, host: str) -> bool:
        """Tell whether people agreed to a host; with and without "www." it is one."""
        if self.hosts is None or host.removeprefix("www.") in {one.removeprefix("www.") for one in self.hosts}:
            return True
        return self.whole_sites and site_of(host) in map(site_of, self.hosts)

    @property
    def user_agent(self) -> str:
        """How we introduce ourselves: no disguise as a browser."""
        return f"factcheck/{_version()} (+{self.contact})"


@cache
def _version() -> str:
    return metadata.version("factcheck-workbench")  # reads a file
