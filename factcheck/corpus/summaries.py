"""What a feed sums a page up with, in place of the page: it is told as such wherever it is listed.

Where the page itself is there, too, the two are one origin, and the page stands for it (`matching.sifting`).
"""

from __future__ import annotations

from collections.abc import Iterable

from factcheck.domain import FEED_SUMMARY, Marker

ALONE = "summary from a feed, page not fetched"
BESIDE_PAGE = "summary from a feed; its page is a source, too"


def is_summary(markers: Iterable[Marker]) -> bool:
    """Whether a document, by its markers, is what a feed sums a page up with."""
    return any(marker.locator == FEED_SUMMARY for marker in markers)
