"""Pages that send the reader on by themselves: `<meta http-equiv="refresh">`, or the header of that name. Pure.

A short wait is a redirect in other clothes, and followed like one; a long one renews a page or turns to the next: what
stands there is the page, and where it leads is told. Refreshes by script or inside `<noscript>` are left alone: the
latter show a poorer page. Source: the HTML standard, 4.2.5.3 (pragma directives).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import unescape
from urllib.parse import urldefrag, urljoin

from factcheck.web.exchanges import Fetched, media_type

LONGEST_WAIT = 10
"""Seconds up to which a page only leads on; pages that renew themselves wait 30 and more."""
_HEAD = 100_000
"""Bytes in which it is looked for; it belongs into the head of a page."""
_ASIDE = re.compile(
    r"<!--.*?(?:-->|\Z)|<(noscript|script|style|template|textarea|title)\b.*?(?:</\1|\Z)", re.DOTALL | re.IGNORECASE
)
_META = re.compile(r"<meta\s([^<>]{1,4000})>", re.IGNORECASE)
_ATTRIBUTE = re.compile(r"([a-z-]{1,20})\s{0,9}=\s{0,9}(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))", re.IGNORECASE)
_CONTENT = re.compile(
    r"\s*(\d{1,9})(?:\.[\d.]*)?\s*(?:[;,\s]\s*(?:url\s*=\s*)?(?P<url>\S.*?))?\s*\Z", re.DOTALL | re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Onward:
    """Where a page sends its reader, as written, and after how many seconds."""

    target: str
    seconds: int


def sends_on_to(fetched: Fetched) -> str:
    """Return the address that a page sends its reader on to, as written; "" where it stays, or comes back to itself."""
    found = _onward(fetched)
    return found.target if found and found.seconds <= LONGEST_WAIT else ""


def sends_on_later(fetched: Fetched) -> Onward | None:
    """Return where a page sends its reader only after longer than is followed; None where it does not, or to itself."""
    found = _onward(fetched)
    return found if found and found.seconds > LONGEST_WAIT else None


def _onward(fetched: Fetched) -> Onward | None:
    if fetched.fault or fetched.unchanged:
        return None
    return onward_in(fetched.body, fetched.url, fetched.last.header("content-type"), fetched.last.header("refresh"))


def onward_in(body: bytes, url: str, content_type: str, refresh: str) -> Onward | None:
    """Return where a page with these headers sends its reader, whenever; None where it does not, or to itself."""
    if media_type(content_type) not in ("", "text/html", "application/xhtml+xml"):
        return None
    if refresh:
        return _target(refresh, url)
    head = body[:_HEAD].decode("latin-1")
    if "refresh" not in head.lower():  # as in most pages: the rest takes a millisecond, and the loop waits for it
        return None
    head = _ASIDE.sub(" ", head)
    for meta in _META.finditer(head):
        said = {name.lower(): unescape(one or two or bare) for name, one, two, bare in _ATTRIBUTE.findall(meta[1])}
        if said.get("http-equiv", "").strip().lower() == "refresh":
            return _target(said.get("content", ""), url)
    return None


def _target(content: str, url: str) -> Onward | None:
    found = _CONTENT.match(content)
    target = (found["url"] or "").strip("'\" ") if found else ""
    if found is None or not target:
        return None
    try:
        target = target.encode("latin-1").decode("utf-8", "replace")
        is_other = urldefrag(urljoin(url, target)).url != urldefrag(url).url
    except ValueError:  # what is no address, the fetcher tells
        is_other = True
    return Onward(target, int(found[1])) if is_other else None
