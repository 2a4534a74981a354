"""A calculation as lines: the formula with what it gives, and the cells it cites, as published."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.domain import Calculation
from factcheck.reports.cells import shown_line

MOST_CELLS = 20
"""Cells written out; the JSON has all."""
_UNITS = {"pp": "percentage points", "ratio": "(a ratio)", "points": "(a difference of ratios)", "rank": "(a rank)"}
_LONGEST = 14  # digits after the point that a person is shown


def calculation_lines(made: Calculation) -> Iterator[str]:
    """Yield a calculation, without newlines."""
    unit = f" {_UNITS.get(made.unit, made.unit)}" if made.unit else ""
    yield shown_line(f"calculated: {made.expression} = {_shown(made)}{unit}, rounded {made.rounded:,f}{unit}")
    if made.about:
        yield shown_line(f"about: {made.about}")
    if made.notes:
        yield shown_line(made.notes)
    for cell in made.cells[:MOST_CELLS]:
        label = f" ({cell.label})" if cell.label else ""
        scale = f" ({cell.scale})" if cell.scale else ""
        yield shown_line(f"{cell.table}!{cell.cell}{label}: {cell.text}{scale}")
    if len(made.cells) > MOST_CELLS:
        yield f"and {len(made.cells) - MOST_CELLS} more cells (`claim show --json` has them)"


def _shown(made: Calculation) -> str:
    whole, point, decimals = f"{made.result:,f}".partition(".")
    return whole + point + decimals[:_LONGEST] + ("..." if len(decimals) > _LONGEST else "")
