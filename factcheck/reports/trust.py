"""The keys of a workspace in lines: whose, since when, by whose word, and what each signed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from factcheck.reports.cells import shown_line
from factcheck.review.trust import KeyRing


def key_lines(ring: KeyRing, signed: Mapping[str, int] | None = None) -> Iterator[str]:
    """Yield a line for each key that is or was trusted, in that order, without newlines; with what each signed."""
    for one in ring.keys.values():
        began = "trust began with it" if one.since == min(key.since for key in ring.keys.values()) else f"by {one.user}"
        revoked = f"; revoked by event {one.revoked}: {one.reason}" if one.revoked else ""
        much = f"; signed {signed.get(one.key, 0)}" if signed is not None else ""
        yield f"{one.key}  {shown_line(f'{one.holder} (event {one.since}, {began}{revoked}{much})')}"
