"""Cells of tables by what they are called: "homes completed in Tolland in 2024" finds its cell, whatever that says.

A cell is bound to a text where every word of its row's and its column's label stands there, and its period is the one
year of the text: then its figure is that of the text, or contradicts it. With less it is only near. Pure.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from factcheck.corpus.cells import FoundCell
from factcheck.corpus.tables import Table, period_in
from factcheck.domain import Judgement
from factcheck.text.tables.figures import read_figure, with_labels
from factcheck.text.tables.flags import without_flags
from factcheck.text.tables.formulas import column_name
from factcheck.text.tables.scales import PARTS, names_unit
from factcheck.text.words import content_stems

_YEAR = re.compile(r"(?<!\d)(?:1[5-9]|20)\d\d(?!\d)")
_LABELS_KEPT = 4096
_NOTE = re.compile(r"\[[^\]]*\]|\(note[^)]*\)", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """A cell with the judgement a claim would get by it; `bound`: row, column and period are those of the claim."""

    cell: FoundCell
    judgement: Judgement
    bound: bool


def called_cells(text: str, tables: Iterable[Table]) -> Iterator[FoundCell]:
    """Yield the cells that are bound to a text by their labels, in the order of the tables; none without its year."""
    years = frozenset(_YEAR.findall(text))
    if len(years) != 1:
        return
    words = content_stems(text)
    for table in tables:
        yield from _called_in(table, words, *years)


def is_bound(cell: FoundCell, text: str) -> bool:
    """Whether the row, the column and the period of a cell are all those of a text."""
    years = frozenset(_YEAR.findall(text))
    return years == {cell.period} and _are_in(cell.labels, content_stems(text), cell.period)


def _called_in(table: Table, words: frozenset[str], year: str) -> Iterator[FoundCell]:
    period = table.period
    for x, y, labels, text in table.figures():
        own = period_in(labels) or period
        if own != year or not _are_in(labels, words, year):
            continue
        read = read_figure(text, comma=table.comma)
        if read is not None and text.strip() != year:
            figure = with_labels(read, *table.said_of(x, y))
            yield FoundCell(
                source=table.source,
                table=table.name,
                cell=f"{column_name(x)}{y}",
                text=text,
                value=figure.value,
                unit=figure.unit,
                labels=labels,
                period=own,
                figure="",
                exact=False,
                words=len(words & content_stems(" ".join(labels))),
            )


def _are_in(labels: tuple[str, ...], words: frozenset[str], year: str) -> bool:
    """Whether a row and a column have labels, and each of their words stands among these; one has a word of its own."""
    told = [_stems_of_label(label, year) for label in labels]
    return len(told) > 1 and any(told) and all(one <= words for one in told)


@lru_cache(_LABELS_KEPT)
def _stems_of_label(label: str, year: str) -> frozenset[str]:
    """Return the words of a label that tell what it is, without its year, notes and unit."""
    bare = _NOTE.sub(" ", without_flags(label)).replace(year, " ")
    return content_stems(" ".join(part for part in PARTS.split(bare) if not names_unit(part)))


__all__ = ["Offer", "called_cells", "is_bound"]
