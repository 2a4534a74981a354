"""Where each part of the screen stands, for any size. Pure arithmetic over rows and columns.

Below 60 columns or 16 rows: one pane at a time. To 99 columns: stacked, with a strip that says in few lines where the
passage is from and why it matched. To 139: claims left, the rest stacked right. From 140: three columns, with why and
provenance in places of their own.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import accumulate

from factcheck.tui.keys import CLAIMS, EVIDENCE, PASSAGE

NARROW, MIDDLE, WIDE = 60, 100, 140
LOW = 16
WITH_CLAIM = 12
"""Rows from which a single pane leaves room for the claim."""
TEXT_WIDTH = 100
"""Longest line of running text, in cells; more is hard to read."""
LEFT = 44
"""Columns of the claims beside the others; above 140 columns they take a third of what is more."""

HEADER, STATUS, FOOTER = "header", "status", "footer"
CLAIM, WHY, SOURCE = "claim", "why", "source"
STACKED = {CLAIMS: 6, CLAIM: 3, EVIDENCE: 5, PASSAGE: 4, WHY: 3}
"""Shares of the height, title lines included; at 80x24 these are the rows."""


@dataclass(frozen=True, slots=True)
class Place:
    """A rectangle in cells."""

    x: int
    y: int
    width: int
    height: int


Places = dict[str, Place]


def is_single(width: int, height: int) -> bool:
    """Tell whether there is room for one pane only."""
    return width < NARROW or height < LOW


def places(width: int, height: int, focus: str, *, zoomed: bool = False) -> Places:
    """Place every part that is shown; a pane's title line is `title-` and its name."""
    found = {
        HEADER: Place(0, 0, width, 1),
        STATUS: Place(0, height - 2, width, 1),
        FOOTER: Place(0, height - 1, width, 1),
    }
    body = Place(0, 1, width, max(1, height - 3))
    if zoomed or is_single(width, height):
        return found | _single(body, focus, with_claim=not zoomed and height >= WITH_CLAIM)
    if width < MIDDLE:
        return found | _stack(body, _shares(body.height, STACKED), untitled=WHY)
    left = LEFT + max(0, width - WIDE) // 3
    found |= _stack(Place(0, 1, left, body.height), [(CLAIMS, body.height)])
    if width < WIDE:
        right = Place(left + 1, 1, width - left - 1, body.height)
        return found | _stack(right, _shares(body.height, {CLAIM: 5, EVIDENCE: 8, PASSAGE: 6, WHY: 8}))
    return found | _columns(Place(left + 1, 1, width - left - 1, body.height))


def _columns(area: Place) -> Places:
    middle = min((area.width - 1) // 2, TEXT_WIDTH)
    last = area.x + middle + 1
    return _stack(Place(area.x, 1, middle, area.height), _shares(area.height, {CLAIM: 4, EVIDENCE: 6})) | _stack(
        Place(last, 1, area.x + area.width - last, area.height), _shares(area.height, {PASSAGE: 4, WHY: 4, SOURCE: 3})
    )


def _single(body: Place, focus: str, *, with_claim: bool) -> Places:
    if not with_claim or focus not in {CLAIMS, EVIDENCE, PASSAGE}:
        return _stack(body, [(focus, body.height)])
    return _stack(body, [(focus, body.height - 4), (CLAIM, 4)])


def _shares(height: int, weights: dict[str, int]) -> list[tuple[str, int]]:
    """Divide a height by weights; the last one takes what rounding leaves."""
    total = sum(weights.values())
    bounds = [round(height * part / total) for part in accumulate(weights.values())]
    return [(name, end - start) for name, start, end in zip(weights, [0, *bounds], bounds, strict=False)]


def _stack(area: Place, parts: list[tuple[str, int]], *, untitled: str = "") -> Places:
    found: Places = {}
    y = area.y
    for name, height in parts:
        title = 0 if name == untitled else 1
        if title:
            found[f"title-{name}"] = Place(area.x, y, area.width, 1)
        if height > title:
            found[name] = Place(area.x, y + title, area.width, height - title)
        y += height
    return found
