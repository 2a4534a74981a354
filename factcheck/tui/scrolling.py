"""How far a list scrolls after its cursor. Pure arithmetic over lines."""

from __future__ import annotations

CONTEXT = 1
"""Rows that stay in sight above and below a cursor that keys move, where there are any."""


def top_for(row: int, *, tall: int, top: int, height: int, context: int = CONTEXT) -> int:
    """Return the first line in sight of a list with rows of `tall` lines, from `top` on, so that `row` is in sight.

    A cursor that leaves the window, less its `context`, comes to the middle of the next one: a list that scrolls is
    painted whole, 3 to 8 kB, and so is one move in many, not each one. No row is passed over by a move of a page.
    """
    rows = max(1, height // tall)
    margin = min(context, (rows - 1) // 2)
    first, last = -(-top // tall), (top + height) // tall - 1
    if first + margin <= row <= last - margin or height <= 0:
        return top
    middle = row - rows // 2
    if row > last - margin:
        return max(0, middle if row > last + rows else max(row - rows + 1, min(middle, last + 1))) * tall
    return max(0, middle if row < first - rows else min(row, max(middle, first - rows))) * tall
