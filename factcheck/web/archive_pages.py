"""What an archive writes around the page that it has a copy of: which page that is, and its own bar and head. Pure.

A short link (archive.ph/AbCdE) names no page: its canonical address does, or its bookmark, or the bar above the copy.
That bar is no word of the page, and the day in the head is that of the copy. Sources: pages of archive.today and its
mirrors, as they were in 2024; the toolbar of the Wayback Machine.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from factcheck.web.copies import Copy, claimed_address, copy_of, find_copy, is_archive

_ADDRESSES = (
    "//link[contains(@rel, 'canonical') or contains(@rel, 'bookmark')]/@href | //meta[@property='og:url']/@content"
)
_BAR = "//*[@id='HEADER'][.//input[@name='q']] | //*[@id='wm-ipp-base']"
_ASKED = "//*[@id='HEADER']//input[@name='q']/@value"
_MOMENT = "//*[@id='HEADER']//time/@datetime"
_OF_ARCHIVE = "//meta[@property='og:url' or @property='og:site_name' or starts-with(@property, 'article:')]"
_NO_STAMP = re.compile(r"/(?:newest|oldest|o/\w{3,12})/(?P<url>https?:/{1,2}\S+)\Z", re.IGNORECASE)
"""The address of a copy without its moment: the newest one, or one by its short name."""


def read_archive_page(page: str, url: str, archives: Collection[str]) -> tuple[Copy | None, str]:
    """Return what a page of a trusted archive is a copy of, and it without what the archive wrote of itself.

    None where nothing says what it is a copy of.
    """
    import lxml.html
    import trafilatura

    tree = trafilatura.load_html(page)
    if tree is None:
        return None, page
    found = next(_copies(tree, url, archives), None)
    if found and not found.taken:
        found = replace(found, taken=next(filter(None, map(_moment, tree.xpath(_MOMENT))), None))
    bars = tree.xpath(_BAR)
    if not bars:
        return found, page
    for element in (*bars, *(tree.xpath(_OF_ARCHIVE) if tree.xpath(_ASKED) else ())):
        element.drop_tree()
    return found, str(lxml.html.tostring(tree, encoding="unicode"))


def _copies(tree: Any, url: str, archives: Collection[str]) -> Iterator[Copy]:  # noqa: ANN401 - an lxml element
    """Yield what a page is a copy of, by one thing that says so after the other."""
    claimed = (claimed_address(str(one), url) for one in tree.xpath(_ADDRESSES))
    yield from filter(None, (find_copy(one, archives=archives) for one in claimed if is_archive(one, archives)))
    named = _NO_STAMP.search(url)
    asked = (*([named["url"]] if named else ()), *map(str, tree.xpath(_ASKED)))
    yield from filter(None, (copy_of(one, url) for one in asked if one[:4].lower() == "http"))


def _moment(value: str) -> datetime | None:
    try:
        moment = datetime.fromisoformat(value)
    except ValueError:
        return None
    return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).astimezone(UTC)
