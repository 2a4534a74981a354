"""Where each part of the screen stands, for any size. Pure arithmetic over rows and columns.

Below 60 columns or 16 rows: one pane at a time. To 99 columns: stacked. To 139: claims left, the rest stacked right.
From 140: three columns, with why and provenance in places of their own.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import accumulate

from factcheck.tui.keys import CLAIMS, EVIDENCE, PASSAGE

NARROW, MIDDLE, WIDE = 60, 100, 140
LOW = 16
TEXT_WIDTH = 100
"""Longest line of running text, in cells; more is hard to read."""
LEFT = 44
"""Columns of the claims beside the others."""

HEADER, STATUS, FOOTER = "header", "status", "footer"
CLAIM, WHY, SOURCE = "claim", "why", "source"


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
        return found | _single(body, focus, with_claim=not zoomed and height >= 12)
    if width < MIDDLE:
        return found | _stack(body, _stacked_shares(body.height))
    if width < WIDE:
        right = Place(LEFT + 1, 1, width - LEFT - 1, body.height)
        left = _stack(Place(0, 1, LEFT, body.height), [(CLAIMS, body.height)])
        return found | left | _stack(right, _shares(body.height, {CLAIM: 3, EVIDENCE: 4, PASSAGE: 7}))
    return found | _columns(body)


def text_width(width: int) -> int:
    """Return how wide running text may be in a pane of `width` cells, with a blank before and after it."""
    return max(4, min(width - 2, TEXT_WIDTH))


def _columns(body: Place) -> Places:
    middle = min((body.width - LEFT - 2) // 2, TEXT_WIDTH)
    start = LEFT + 1
    last = start + middle + 1
    return (
        _stack(Place(0, 1, LEFT, body.height), [(CLAIMS, body.height)])
        | _stack(Place(start, 1, middle, body.height), _shares(body.height, {CLAIM: 4, EVIDENCE: 6}))
        | _stack(Place(last, 1, body.width - last, body.height), _shares(body.height, {PASSAGE: 4, WHY: 4, SOURCE: 3}))
    )


def _single(body: Place, focus: str, *, with_claim: bool) -> Places:
    if not with_claim or focus not in {CLAIMS, EVIDENCE, PASSAGE}:
        return _stack(body, [(focus, body.height)])
    return _stack(body, [(focus, body.height - 4), (CLAIM, 4)])


def _stacked_shares(height: int) -> list[tuple[str, int]]:
    return _shares(height, {CLAIMS: 6, CLAIM: 4, EVIDENCE: 5, PASSAGE: 6})


def _shares(height: int, weights: dict[str, int]) -> list[tuple[str, int]]:
    """Divide a height by weights; the last one takes what rounding leaves."""
    total = sum(weights.values())
    bounds = [round(height * part / total) for part in accumulate(weights.values())]
    return [(name, end - start) for name, start, end in zip(weights, [0, *bounds], bounds, strict=False)]


def _stack(area: Place, parts: list[tuple[str, int]]) -> Places:
    found: Places = {}
    y = area.y
    for name, height in parts:
        found[f"title-{name}"] = Place(area.x, y, area.width, 1)
        if height > 1:
            found[name] = Place(area.x, y + 1, area.width, height - 1)
        y += height
    return found
