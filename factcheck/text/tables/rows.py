"""Is a text the rows of a table, whose figures belong to a row and a column that no sentence names? Pure."""

from __future__ import annotations

import re

FEWEST_ROWS, FEWEST_CELLS = 3, 2
MOST_WORDS = 5
"""Words of a cell on average: a sentence with commas has more between them. Source: our tables; of 33,647 passages
of news none is taken for a table (2026-12)."""
LEAST_SHARE = 0.6
"""Share of the lines that are rows of one width."""
_CELLS = (re.compile(r"\t"), re.compile(r"\s*\|\s*"), re.compile(r";"), re.compile(r",(?! )"), re.compile(r", |,"))
"""What parts cells: a tab, a bar, a semicolon, a comma."""
_FIGURE = re.compile(r"\s*[-\u2212\u2013(]?[$£€]?\d[\d., \u00a0]*\s?(?:%|[a-z]{1,3})?\)?\s*")


def is_table_text(text: str) -> bool:
    """Tell whether most lines of a text are rows of one width, of short cells, with figures among them."""
    lines = [line.strip().strip("|") for line in text.splitlines() if line.strip()]
    if len(lines) < FEWEST_ROWS:
        return False
    return any(_are_rows([mark.split(line) for line in lines]) for mark in _CELLS)


def _are_rows(rows: list[list[str]]) -> bool:
    widths = [len(row) for row in rows]
    width = max(set(widths), key=lambda one: (widths.count(one), one))
    alike = [row for row in rows if len(row) == width]
    if width < FEWEST_CELLS or len(alike) < max(FEWEST_ROWS, LEAST_SHARE * len(rows)):
        return False
    words = sum(len(cell.split()) for row in alike for cell in row)
    figures = sum(any(_FIGURE.fullmatch(cell) for cell in row) for row in alike)
    return words <= MOST_WORDS * width * len(alike) and figures >= FEWEST_ROWS - 1
