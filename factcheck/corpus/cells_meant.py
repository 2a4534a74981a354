"""Which cells of a table a claim means, by what the table calls its rows and columns: the one place for it. Pure.

A cell is *called* so where the claim has all that its row and its column are called, years too: "homes completed in
Tolland in 2024", whatever its figure. It is *meant* by a figure of the claim where no other cell is called by as much:
"Ostwick built 8,412 homes in 2024" means the row "Ostwick" and the column "2024", whatever stands there. Where that
leaves it open, a figure that stands in just one cell, with a word or year of the claim beside it, is that one. Nothing
is guessed: a table that answers to neither means no cell.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache

from factcheck.corpus.cells import FoundCell, find_cells, found_at
from factcheck.corpus.table_labels import is_figure, year_in
from factcheck.corpus.tables import Table
from factcheck.domain import Quantity, Span
from factcheck.stance.figures.change_ends import is_change_alone, levels_said
from factcheck.stance.figures.said import figures_said
from factcheck.text.quantities.finding import find_quantities
from factcheck.text.tables.flags import is_unavailable, without_flags
from factcheck.text.tables.scales import PARTS, names_unit
from factcheck.text.words import content_stems

_YEAR = re.compile(r"(?<![\d.,])(?:1[5-9]|20)\d\d(?!\d|[.,]\d)")
_NOTE = re.compile(r"\[[^\[\]]*\]|\((?:note[^()]*|\w{1,2})\)", re.IGNORECASE)
"""What a label says beside what it names: a note, or its number; else what stands in brackets narrows it."""
_LABELS_KEPT = 4096
MOST_OFFERED = 200
"""Cells of one table that are offered at most for a claim."""


def years_in(text: str) -> frozenset[str]:
    """Return the years that a text names."""
    return frozenset(_YEAR.findall(text))


def cells_meant(words: str, table: Table) -> tuple[FoundCell, ...]:
    """Return the cell that each figure of a claim is about, as far as the table tells; in the order of the claim."""
    return Reading(words, table).meant


@dataclass(frozen=True)
class Reading:
    """A table as it answers to a claim; each question is answered once, since a long table takes seconds."""

    words: str
    table: Table

    @cached_property
    def meant(self) -> tuple[FoundCell, ...]:
        """The cell that each figure of the claim is about, as far as the table tells; in the order of the claim."""
        told = [one for one in find_quantities(self.words) if not _YEAR.fullmatch(one.span.text)]
        asked = [one for one in told if not _is_change(one, self.words)]
        found = (self._by_labels(one, alone=len(asked) == 1) or self._standing(one) for one in asked)
        return tuple(one for one in found if one)

    @cached_property
    def _years(self) -> frozenset[str]:
        return years_in(self.words)

    @cached_property
    def _stems(self) -> frozenset[str]:
        return content_stems(self.words)

    @cached_property
    def called(self) -> tuple[FoundCell, ...]:
        """The cells all of whose labels the claim has, in the order of the table; `words` counts what it has."""
        told = ((self._answered(labels), x, y, text) for x, y, labels, text in self.table.figures(self._may_be_called))
        cells = ((found_at(self.table, x, y), had) for had, x, y, text in told if had and not year_in(text))
        return tuple(replace(cell, words=had) for cell, had in cells if cell)

    @cached_property
    def having(self) -> tuple[FoundCell, ...]:
        """The cells with a figure of the claim, the likeliest first."""
        return find_cells(self.words, [self.table], most=MOST_OFFERED)

    def _by_labels(self, figure: Quantity, *, alone: bool) -> FoundCell | None:
        """Return the one cell that is called by more of the claim than any other.

        `alone`: the claim has no other figure; else what the figure counts has to be a label itself, and in any case a
        word of the table.
        """
        counted = content_stems(figure.noun)
        if not (alone or counted):
            return None
        told = [one for one in self.called if alone or counted <= _stems_of(one.labels)]
        most = max((one.words for one in told), default=0)
        best = [one for one in told if one.words == most]
        if len(best) != 1 or not counted <= _stems_of([self.table.name, self.table.about, *best[0].labels]):
            return None
        return replace(best[0], figure=figure.span.text)

    def _standing(self, figure: Quantity) -> FoundCell | None:
        """Return the one cell that has a figure of the claim, with a word or year of the claim in each label."""
        found = [
            one for one in self.having if one.figure == figure.span.text and all(self._touches(it) for it in one.labels)
        ]
        return found[0] if len(found) == 1 else None

    def _touches(self, label: str) -> bool:
        told = years_in(label)
        return not told.isdisjoint(self._years) if told else not content_stems(label).isdisjoint(self._stems)

    def _answered(self, labels: Sequence[str]) -> int:
        """Return how many words and years of the labels a claim has; 0 where it lacks any, or row or column has none.

        Of the row or the column alone, other cells are called the same.
        """
        told = [names_in_label(label) for label in labels]
        if len(told) < 2 or not all(map(self._has, told)):  # noqa: PLR2004 - row and column
            return 0
        return len(frozenset().union(*(years | stems for years, stems in told)))

    def _has(self, told: tuple[frozenset[str], frozenset[str]]) -> bool:
        years, stems = told
        return years <= self._years and stems <= self._stems

    def _may_be_called(self, row: Sequence[str]) -> bool:
        """Whether the labels of a row can be those of the claim: in a long table, those of most rows cannot."""
        filled = [(x, cell) for x, cell in enumerate(row, start=1) if not is_unavailable(cell)]
        if not filled:
            return False
        first = filled[0][1]
        if is_figure(first, filled[0][0]) and not (year_in(first) and years_in(first).isdisjoint(self._years)):
            return True
        return any(self._has(names_in_label(cell)) for x, cell in filled if not is_figure(cell, x))


@lru_cache(_LABELS_KEPT)
def names_in_label(label: str) -> tuple[frozenset[str], frozenset[str]]:
    """Return the years and the stems of the words that a label names a cell by, without notes, flags and units."""
    parts = (part for part in PARTS.split(_NOTE.sub(" ", without_flags(label))) if not names_unit(part))
    bare = " ".join(parts)
    return years_in(bare), content_stems(_YEAR.sub(" ", bare))


def _stems_of(labels: Sequence[str]) -> frozenset[str]:
    return content_stems(" ".join(labels))


def _is_change(figure: Quantity, words: str) -> bool:
    """Whether a figure tells a change, which no one cell has: "rose by 4 per cent", "to 34,000 from 31,000"."""
    said = (one for change in (True, False) for one in figures_said(words, figure.unit, change=change))
    if is_change_alone(words, figure.span) or any(one.changed for one in said if _touch(one.span, figure.span)):
        return True
    ends = levels_said(words, figure.unit)
    return ends is not None and any(_touch(one.span, figure.span) for one in ends)


def _touch(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


__all__ = ["MOST_OFFERED", "Reading", "cells_meant", "names_in_label", "years_in"]
