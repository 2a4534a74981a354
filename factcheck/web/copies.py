"""Which address a page is known by: its canonical one, or the original's where the page is an archive's copy. Pure.

A page may claim to be any other: its word counts where it writes its own address otherwise, and an archive's word where
the workspace trusts the archive (`fetch.archives`). Any other canonical address is told, and believed by nobody: the
page would take the place of the one that it names. Sources: RFC 7089 (Memento), RFC 6596 (canonical), the addresses of
the Wayback Machine, pywb and archive.today.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from datetime import UTC, datetime
from urllib.parse import urljoin, urlsplit

from factcheck.errors import RefusedError
from factcheck.text.addresses import may_be_home_page, url_key
from factcheck.web.exchanges import moment_of
from factcheck.web.safety import ANYWHERE, check_url
from factcheck.web.secrets import lacks_secrets

_ORIGINAL = re.compile(r"<([^<>\s]{1,8000})>((?:\s*;\s*[\w-]{1,30}\s*=\s*(?:\"[^\"]{0,300}\"|[^\s;,\"]{1,300}))*)")
_REL = re.compile(r"\brel\s*=\s*\"?([\w -]{0,100})", re.IGNORECASE)
_PATH = re.compile(r"/(?P<day>\d{4}[\d.-]{0,15})(?:[a-z]{2}_)?/(?P<url>https?:/{1,2}\S+)\Z", re.IGNORECASE)
_BARE = re.compile(
    r"/(?P<day>\d{4,14})(?:[a-z]{2}_)?/(?P<url>(?:[a-z\d-]{1,63}\.){1,8}[a-z]{2,24}(?::\d{1,5})?(?:[/?]\S*)?)\Z",
    re.IGNORECASE,
)
"""An archive's address whose original has no scheme; elsewhere "/2024/report.html" looks the same."""
_ASIDE = re.compile(r"(?:www\d?|m|mobile|amp)\.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Copy:
    """What an archive's copy is of, and when the original was as the copy has it."""

    original: str
    taken: datetime | None


def find_copy(url: str, *, memento: str = "", link: str = "", archives: Collection[str] = ()) -> Copy | None:
    """Tell whether a page is a copy: by its headers (Memento-Datetime, Link), else by its address.

    The original's address is in the one form in which it would be asked. A stamp of less than a day ("/2019/") asks for
    whatever copy is near, and dates none. `archives`: hosts whose addresses may leave the original's scheme out.
    """
    copied = _PATH.search(url) or (_BARE.search(url) if is_archive(url, archives) else None)
    original = _original(link) if memento else ""
    if not original and copied:
        original = copied["url"]
        original = original if original[:4].lower() == "http" and ":" in original[:6] else f"http://{original}"
    return copy_of(original, url, moment_of(memento) or (_day(copied["day"]) if copied else None))


def copy_of(original: str, url: str, taken: datetime | None = None) -> Copy | None:
    """Return the copy of a page, as far as its address, which may lack a slash, is one that could be asked."""
    try:
        whole = re.sub(r"\A(https?:)/+", r"\1//", original, flags=re.IGNORECASE)
        return Copy(original=check_url(urljoin(url, whole), allowed=ANYWHERE).url, taken=taken) if original else None
    except (RefusedError, ValueError):
        return None


def copy_told(original: str, taken: datetime | None) -> str:
    """Say of what page an archive has a copy, and of which day that is."""
    return f"archive copy of {original}, of {f'{taken:%Y-%m-%d}' if taken else 'an unknown day'}"


def is_archive(url: str, archives: Collection[str]) -> bool:
    """Whether a page comes from one of these hosts, or one below them."""
    host = _host(url)
    return any(host == archive or host.endswith(f".{archive}") for archive in archives)


def claimed_address(claimed: str, url: str) -> str:
    """Return in its one form the address that a page claims for itself or a part of it; "" where that is none."""
    try:
        plain = check_url(urljoin(url, claimed), allowed=ANYWHERE).url if claimed.strip() else ""
    except (RefusedError, ValueError):
        return ""
    return "" if lacks_secrets(plain) else plain


def is_same_page(claimed: str, url: str) -> bool:
    """Whether two addresses are ways to write one: they differ in what names no page (`url_key`), on one host."""
    return is_same_site(claimed, url) and url_key(claimed) == url_key(url) != ""


def is_same_site(claimed: str, url: str) -> bool:
    """Whether two addresses are of one host, with and without "www." or "m."."""
    return _site(claimed) == _site(url) != ""


def own_address(claimed: str, url: str) -> str:
    """Return the address that a site claims for an entry of its feed where that can be its own; else the feed's."""
    plain = claimed_address(claimed, url)
    if not plain or not is_same_site(plain, url):
        return url
    return url if may_be_home_page(url_key(plain)) and not may_be_home_page(url_key(url)) else plain


def _original(link: str) -> str:
    for found in _ORIGINAL.finditer(link[:64_000]):
        rel = _REL.search(found[2])
        if rel and "original" in rel[1].lower().split():
            return found[1]
    return ""


def _day(value: str) -> datetime | None:
    digits = re.sub(r"\D", "", value)
    form = {8: "%Y%m%d", 10: "%Y%m%d%H", 12: "%Y%m%d%H%M", 14: "%Y%m%d%H%M%S"}.get(len(digits))
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
