"""Two vintages of one table: are they that, and which cells differ. Pure.

Rows and columns are matched by their labels, so that a row that was put in moves no other.
"""

from __future__ import annotations

from dataclasses import dataclass

from factcheck.corpus.tables import Table
from factcheck.text.figures import read_figure
from factcheck.text.formulas import column_name

SHARED_LABELS = 0.5
"""Share of the labels of the shorter table that the other has, too, from which on they are taken for one table. Our own
choice: a new vintage adds rows, and rewords few."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Revised:
    """A cell that differs: where it stands in each (`C17`), what both call it, and what each says."""

    earlier: str
    later: str
    label: tuple[str, ...]
    was: str
    now: str


def are_vintages(one: Table, other: Table) -> bool:
    """Whether two tables have most of their labels in common."""
    first, second = set(_cells(one)), set(_cells(other))
    return bool(first and second) and len(first & second) >= SHARED_LABELS * min(len(first), len(second))


def compare_vintages(earlier: Table, later: Table) -> tuple[Revised, ...]:
    """Return the figures that both have and that differ, in the order of the later table.

    Cells with the same labels as another of their table are left out: which is which cannot be told.
    """
    before = _cells(earlier)
    return tuple(
        Revised(earlier=before[label][0], later=place, label=label, was=before[label][1], now=now)
        for label, (place, now) in _cells(later).items()
        if label in before and before[label][1] != now
    )


def _cells(table: Table) -> dict[tuple[str, ...], tuple[str, str]]:
    """Return the place and the words of each figure, by its labels."""
    found: dict[tuple[str, ...], tuple[str, str]] = {}
    twice: set[tuple[str, ...]] = set()
    for y, row in enumerate(table.rows, start=1):
        for x, cell in enumerate(row, start=1):
            if read_figure(cell) is None:
                continue
            labels = table.labels(x, y)
            twice |= {labels} & found.keys()
            found[labels] = (f"{column_name(x)}{y}", cell.strip())
    return {labels: cell for labels, cell in found.items() if labels and labels not in twice}
