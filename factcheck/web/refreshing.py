"""Pages that send the reader on by themselves: `<meta http-equiv="refresh">`, followed like a redirect. Pure.

A short wait is a redirect in other clothes; a long one renews a page or turns to the next, and what stands there is the
page. Refreshes by script or inside `<noscript>` are left alone: the latter show a poorer page. Source: the HTML
standard, 4.2.5.3 (pragma directives).
"""

from __future__ import annotations

import re
from html import unescape
from urllib.parse import urldefrag, urljoin

from factcheck.web.exchanges import Fetched

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


def sends_on_to(fetched: Fetched) -> str:
    """Return the address that a page sends its reader on to, as written; "" where it stays, or comes back to itself."""
    if fetched.fault or fetched.unchanged or fetched.media_type not in ("", "text/html", "application/xhtml+xml"):
        return ""
    head = _ASIDE.sub(" ", fetched.body[:_HEAD].decode("latin-1"))
    for meta in _META.finditer(head):
        said = {name.lower(): unescape(one or two or bare) for name, one, two, bare in _ATTRIBUTE.findall(meta[1])}
        if said.get("http-equiv", "").strip().lower() == "refresh":
            return _target(said.get("content", ""), fetched.url)
    return ""


def _target(content: str, url: str) -> str:
    found = _CONTENT.match(content)
    target = (found["url"] or "").strip("'\" ") if found else ""
    if found is None or not target or int(found[1]) > LONGEST_WAIT:
        return ""
    try:
        target = target.encode("latin-1").decode("utf-8", "replace")
        return target if urldefrag(urljoin(url, target)).url != urldefrag(url).url else ""
    except ValueError:  # what is no address, the fetcher tells
        return target
