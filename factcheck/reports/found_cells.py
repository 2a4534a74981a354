"""Cells of tables with a figure of a claim, a line each: the address to cite, what it says and of what."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from factcheck.corpus.cells import FoundCell
from factcheck.reports.cells import shown_line

_BARE = frozenset("!' ")


def cell_lines(found: Iterable[FoundCell]) -> Iterator[str]:
    """Yield a line for each cell, without newlines: 'Table 1a'!C5: 39,145 (2023; Completed), of 2022-2023."""
    for one in found:
        name = f"'{one.table}'" if not _BARE.isdisjoint(one.table) else one.table
        labels = f" ({'; '.join(one.labels)})" if one.labels else ""
        period = f", table of {one.period}" if one.period else ""
        issued = f", published {one.source.published}" if one.source.published else ""
        rounded = "" if one.exact else f" - about the {one.figure} of the text"
        yield shown_line(f"{name}!{one.cell}: {one.text}{labels}{period}{issued}{rounded}")
