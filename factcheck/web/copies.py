"""Which address a page is known by: its canonical one, or the original's where the page is an archive's copy. Pure.

A page may claim to be any other: its word counts for addresses of its own site, and an archive's word where the
workspace trusts the archive (`fetch.archives`). Sources: RFC 7089 (Memento), RFC 6596 (canonical), the addresses of
the Wayback Machine, pywb and archive.today.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from urllib.parse import urljoin, urlsplit

from factcheck.errors import RefusedError
from factcheck.text.addresses import is_home_page, url_key
from factcheck.web.safety import ANYWHERE, check_url

_ORIGINAL = re.compile(r"<([^<>\s]{1,8000})>((?:\s*;\s*[\w-]{1,30}\s*=\s*(?:\"[^\"]{0,300}\"|[^\s;,\"]{1,300}))*)")
_REL = re.compile(r"\brel\s*=\s*\"?([\w -]{0,100})", re.IGNORECASE)
_PATH = re.compile(r"/(?P<day>\d{4}[\d.-]{0,15})(?:[a-z]{2}_)?/(?P<url>https?:/{1,2}\S+)\Z", re.IGNORECASE)
_ASIDE = re.compile(r"(?:www\d?|m|mobile|amp)\.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Copy:
    """What an archive's copy is of, and when the original was as the copy has it."""

    original: str
    taken: datetime | None


def find_copy(url: str, *, memento: str, link: str) -> Copy | None:
    """Tell whether a page is a copy: by its headers (Memento-Datetime, Link), else by its address.

    The original's address is in the one form in which it would be asked.
    """
    copied = _PATH.search(url)
    original = _original(link) if memento else ""
    if not original and copied:
        original = re.sub(r"\A(https?:)/+", r"\1//", copied["url"], flags=re.IGNORECASE)
    if not original:
        return None
    try:
        plain = check_url(urljoin(url, original)).url
    except (RefusedError, ValueError):
        return None
    return Copy(original=plain, taken=_moment(memento) or (_day(copied["day"]) if copied else None))


def is_archive(url: str, archives: Collection[str]) -> bool:
    """Whether a page comes from one of these hosts, or one below them."""
    host = _host(url)
    return any(host == archive or host.endswith(f".{archive}") for archive in archives)


def own_address(claimed: str, url: str) -> str:
    """Return the address that a page claims to be known by where that can be its own; else the one it was found at."""
    try:
        plain = check_url(urljoin(url, claimed), allowed=ANYWHERE).url if claimed else ""
    except (RefusedError, ValueError):
        return url
    if not plain or _site(plain) != _site(url):
        return url
    return url if is_home_page(url_key(plain)) and not is_home_page(url_key(url)) else plain


def _original(link: str) -> str:
    for found in _ORIGINAL.finditer(link[:64_000]):
        rel = _REL.search(found[2])
        if rel and "original" in rel[1].lower().split():
            return found[1]
    return ""


def _moment(value: str) -> datetime | None:
    try:
        moment = parsedate_to_datetime(value)
    except ValueError:
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def _day(value: str) -> datetime | None:
    digits = re.sub(r"\D", "", value)
    form = {4: "%Y", 6: "%Y%m", 8: "%Y%m%d", 14: "%Y%m%d%H%M%S"}.get(len(digits))
    try:
        return datetime.strptime(digits, form).replace(tzinfo=UTC) if form else None
    except ValueError:
        return None


def _host(url: str) -> str:
    try:
        return (urlsplit(url).hostname or "").lower()
    except ValueError:
        return ""


def _site(url: str) -> str:
    return _ASIDE.sub("", _host(url), count=1) if _host(url).count(".") > 1 else _host(url)
