"""Which cell of a cited table a figure of a claim is about: by what the table calls its rows and columns. Pure.

A cell is meant where the claim has all that its row and its column are called, years too, and no other cell has as
much. "Ostwick built 8,412 homes in 2024" means the cell in the row "Ostwick" and the column "2024", whatever it says.
Where that leaves it open, a figure that stands in just one cell, with a word or year of the claim beside it, is that
one. Nothing is guessed: a table that answers to neither means no cell.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from factcheck.corpus.cells import find_cells
from factcheck.corpus.tables import Table
from factcheck.domain import Quantity
from factcheck.stance.figures.said import figures_said
from factcheck.text.quantities.finding import find_quantities
from factcheck.text.tables.formulas import column_name
from factcheck.text.tables.scales import names_unit
from factcheck.text.words import content_stems

_YEAR = re.compile(r"(?<![\d.,])(?:1[5-9]|20)\d\d(?![\d,]|\.\d)")
_ASIDE = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
"""What a label says beside what it names: a unit, a note."""


@dataclass(frozen=True, slots=True)
class MeantCell:
    """A cell by its name ("C17"), and the words of the claim's figure."""

    cell: str
    figure: str


def cells_meant(words: str, table: Table) -> tuple[MeantCell, ...]:
    """Return the cell that each figure of a claim is about, as far as the table tells; in the order of the claim."""
    asked = [one for one in find_quantities(words) if not _YEAR.fullmatch(one.span.text) and not _is_change(one, words)]
    cells = list(table.figures())
    found = [
        _by_labels(one, words, table, cells, alone=len(asked) == 1) or _standing(one, words, table) for one in asked
    ]
    return tuple(one for one in found if one)


def _is_change(figure: Quantity, words: str) -> bool:
    """Whether a figure says by how much something changed, which no one cell has: "rose by 4 per cent"."""
    said = (one for change in (True, False) for one in figures_said(words, figure.unit, change=change))
    return any(one.changed for one in said if one.span.start < figure.span.end and figure.span.start < one.span.end)


def _by_labels(figure: Quantity, words: str, table: Table, cells: Sequence[Cell], *, alone: bool) -> MeantCell | None:
    """Return the one cell all of whose labels the claim has, and more of them than of any other.

    `alone`: the claim has no other figure; else what the figure counts has to be a label itself, and in any case a word
    of the table.
    """
    years, stems, counted = _years(words), content_stems(words), content_stems(figure.noun)
    if not counted <= content_stems(f"{table.name} {table.about}") | content_stems(
        " ".join(one for cell in cells for one in cell[2])
    ):
        return None
    if not (alone or counted):
        return None
    told = [
        (_answered(labels, years, stems), x, y)
        for x, y, labels, _ in cells
        if alone or counted <= content_stems(" ".join(labels))
    ]
    most = max((had for had, *_ in told), default=0)
    best = [one for one in told if one[0] == most]
    if not most or len(best) != 1:
        return None
    _, x, y = best[0]
    return MeantCell(f"{column_name(x)}{y}", figure.span.text)


def _standing(figure: Quantity, words: str, table: Table) -> MeantCell | None:
    """Return the one cell that has a figure of the claim, with a word or year of the claim in each of its labels."""
    years, stems = _years(words), content_stems(words)
    found = [
        one
        for one in find_cells(words, [table])
        if one.figure == figure.span.text and all(_touches(label, years, stems) for label in one.labels)
    ]
    if len(found) != 1:
        return None
    return MeantCell(found[0].cell, figure.span.text)


def _touches(label: str, years: frozenset[str], stems: frozenset[str]) -> bool:
    told = _years(label)
    return not told.isdisjoint(years) if told else not content_stems(label).isdisjoint(stems)


def _years(text: str) -> frozenset[str]:
    return frozenset(_YEAR.findall(text))


Cell = tuple[int, int, tuple[str, ...], str]


def _answered(labels: Sequence[str], years: frozenset[str], stems: frozenset[str]) -> int:
    """Return how many words and years of the labels a claim has; 0 where it lacks any of them."""
    asked = list(_parts(labels))
    had = [one for one in asked if one in years or one in stems]
    return len(set(had)) if asked and len(had) == len(asked) and _is_two_ways(labels) else 0


def _is_two_ways(labels: Sequence[str]) -> bool:
    """Whether both the row and the column are called something: of one alone, other cells are called the same."""
    return len([label for label in labels if label]) > 1


def _parts(labels: Sequence[str]) -> Iterator[str]:
    """Yield the years and the stems of the words that labels name a cell by, without units."""
    for label in labels:
        bare = _ASIDE.sub(" ", label)
        if names_unit(bare):
            continue
        yield from _YEAR.findall(bare)
        yield from content_stems(_YEAR.sub(" ", bare))


__all__ = ["MeantCell", "cells_meant"]
