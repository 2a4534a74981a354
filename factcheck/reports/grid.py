"""A table as lines with the addresses of its cells, so that a person sees which one is C17."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.corpus.tables import Table
from factcheck.reports.cells import cut, pad, shown_line, width
from factcheck.text.tables.formulas import Range, column_name

WIDEST = 28
"""Cells of the terminal that a column takes at most."""
_GAP = "  "


def grid_lines(table: Table, wanted: Range, columns: int) -> Iterator[str]:
    """Yield the part of a table that is wanted, with its newlines; what does not fit is told.

    Raises:
        InputError: the table ends before it.
    """
    table.cell(wanted.first.column, wanted.first.row)
    last_row = min(wanted.last.row, len(table.rows))
    rows = range(wanted.first.row, last_row + 1)
    last_column = min(wanted.last.column, max((len(table.rows[row - 1]) for row in rows), default=0))
    names = range(wanted.first.column, last_column + 1)
    shown = {column: [_text(table, column, row) for row in rows] for column in names}
    widths = {c: min(WIDEST, max(map(width, [column_name(c), *texts]))) for c, texts in shown.items()}
    margin = len(str(last_row))
    fitting = _fitting(widths, columns - margin)
    yield _line("", [column_name(column) for column in fitting], widths, fitting, margin)
    for at, row in enumerate(rows):
        yield _line(str(row), [shown[column][at] for column in fitting], widths, fitting, margin)
    left = [column_name(column) for column in names if column not in fitting]
    if left:
        yield f"left out, as it does not fit: --cells {left[0]}{rows.start}:{left[-1]}{last_row} shows it\n"
    if last_row < len(table.rows):
        yield f"left out: rows {last_row + 1} to {len(table.rows)}; --cells asks for them\n"


def _text(table: Table, column: int, row: int) -> str:
    cells = table.rows[row - 1]
    return shown_line(cells[column - 1], WIDEST) if column <= len(cells) else ""


def _fitting(widths: dict[int, int], room: int) -> list[int]:
    """Return the columns that fit beside one another; the first always does."""
    found: list[int] = []
    for column, cells in widths.items():
        room -= cells + len(_GAP)
        if found and room < 0:
            break
        found.append(column)
    return found


def _line(number: str, texts: Sequence[str], widths: dict[int, int], columns: Sequence[int], margin: int) -> str:
    parts = [pad(cut(text, widths[column]), widths[column]) for text, column in zip(texts, columns, strict=True)]
    return f"{number:>{margin}}{_GAP}{_GAP.join(parts)}".rstrip() + "\n"
