"""Tell the rows of a table, and which line above them has the heads of its columns, if any has.

A line heads the rows below it where it says of a column in words, or by a year, what the rows give figures for: "Year |
Visitors", "Town | 2010 | 2020". Where the first line gives figures as the others do, the table has no heads, and its
first line is a row like them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from factcheck.claims.page.lists import cells_of, is_row
from factcheck.claims.page.pieces import Piece

ROW_LIMIT = 320  # characters; a longer line with bars in it is text
_PERIOD = re.compile(r"(?:[A-Za-z0-9./-]{1,9}\s)?(?:1[5-9]|20)\d\d(?:[/–-]\d\d(?:\d\d)?)?[*†]?")
"""What can head a column and has digits: "2010", "Q1 2020", "2019/20"."""
_DIGIT = re.compile(r"\d")
_FIELD = 2  # cells of a line that gives one thing its value
_LEAST = 2  # lines of a table


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of tables by where they begin, each with the heads of its columns (none: ()), and where heads stand."""

    rows: dict[int, tuple[str, ...]] = field(default_factory=dict)
    heads: frozenset[int] = frozenset()


def tables_of(text: str, lines: Sequence[Piece]) -> Table:
    """Return the rows of all tables among `lines`, which are all pieces in order."""
    rows: dict[int, tuple[str, ...]] = {}
    heads: set[int] = set()
    run: list[tuple[Piece, tuple[str, ...]]] = []
    for line in (*lines, None):
        cells = tuple(cells_of(text[line.start : line.end])) if line and line.end - line.start <= ROW_LIMIT else ()
        if run and (line is None or len(cells) != len(run[0][1])):
            _read(text, run, rows, heads)
            run = []
        if line is not None and len(cells) > 1:
            run.append((line, cells))
    return Table(rows, frozenset(heads))


def _read(
    text: str, run: Sequence[tuple[Piece, tuple[str, ...]]], rows: dict[int, tuple[str, ...]], heads: set[int]
) -> None:
    """Add a run of lines of as many cells each to rows and heads; one line alone is no table."""
    if len(run) < _LEAST:
        return
    (first, names), *below = run
    headed = _heads(names, [cells for _, cells in below])
    if headed:
        heads.add(first.start)
    for line, _ in below if headed else run:
        if is_row(text[line.start : line.end]):
            rows[line.start] = names if headed else ()


def _heads(names: Sequence[str], below: Sequence[Sequence[str]]) -> bool:
    """Tell whether a line heads those below it: no cell of it gives a figure as theirs do."""
    figured = [at for at in range(1, len(names)) if all(_DIGIT.search(cells[at]) for cells in below if cells[at])]
    periods = [at for at in range(len(names)) if _PERIOD.fullmatch(names[at])]
    years = all(_PERIOD.fullmatch(cells[at]) for at in periods for cells in below)
    plain = all(not _DIGIT.search(name) or at in periods for at, name in enumerate(names))
    value = len(names) == _FIELD and bool(periods)  # "Built | 1998" is one, and no head
    return plain and bool(figured) and not value and not (periods and years)


__all__ = ["ROW_LIMIT", "Table", "tables_of"]
