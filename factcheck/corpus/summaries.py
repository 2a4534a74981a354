"""What a feed sums a page up with, in place of the page: told by a marker of its reader."""

from __future__ import annotations

from collections.abc import Iterable

from factcheck.domain import FEED_SUMMARY, Marker


def is_summary(markers: Iterable[Marker]) -> bool:
    """Whether a document, by its markers, is what a feed sums a page up with."""
    return any(marker.locator == FEED_SUMMARY for marker in markers)
