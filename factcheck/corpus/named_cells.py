"""The figures of a table that a claim may calculate with, by what their row and their column are called. Pure.

A change is between two cells of one series ("homes completed", 2022 and 2023; "homes in 2024", Arle and Bren), a share
is of a total. So a cell is taken here where the claim has its years and a word of what its row and its column are
called: as `whole` where it has all of them. Words that every table has ("total", "number") need not stand in the claim,
and neither does the year before its only one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from factcheck.corpus.cells_meant import Reading, names_in_label, years_in
from factcheck.corpus.table_labels import is_figure, year_in
from factcheck.text.dates.timex.words import MONTHS
from factcheck.text.tables.flags import is_unavailable
from factcheck.text.words import content_stems, fold

_TOTALS = content_stems("total all overall sum insgesamt gesamt summe zusammen")
_OF_ANY = _TOTALS | content_stems("number count value figure amount level anzahl zahl wert")
"""Words by which a row or a column is called whatever it counts."""
_WORD = re.compile(r"[^\W\d_]+")
_YEAR_WORDS = content_stems("year month quarter period jahr monat quartal zeitraum")
_BEGINNING = 3
"""Letters that forms of a word have in common."""
When = tuple[int, int]
"""A year and a month of it, 0 where none is told."""


@dataclass(frozen=True, slots=True)
class Named:
    """A figure by what names it. `of`: the words that name its row and its column, without when it was; `when`: that.

    `whole`: the claim has all these words; `words`: how many it has; `is_total`: by its row and by its column.
    """

    column: int
    row: int
    of: tuple[frozenset[str], ...]
    when: When
    whole: bool
    words: int
    is_total: tuple[bool, ...]


def named_cells(reading: Reading) -> tuple[Named, ...]:
    """Return the figures of a table whose row and column the claim names, in the order of the table."""
    asked = _Asked.of(reading.words)
    figures = reading.table.figures(asked.may_name)
    told = (
        asked.named(x, y, labels)
        for x, y, labels, text in figures
        if not year_in(text) or any(map(years_in, labels))  # 1,700 homes of 2023 are no year
    )
    return tuple(one for one in told if one)


def names_total(label: str) -> bool:
    """Whether a label names a total, so that its figure is no one among those beside it."""
    return not content_stems(label).isdisjoint(_TOTALS)


@dataclass(frozen=True, slots=True)
class _Asked:
    """What a claim names: its words, its years with the one before its only one, and its months."""

    stems: frozenset[str]
    years: frozenset[str]
    months: frozenset[int]
    starts: frozenset[str]
    """How words begin that can name a row: that is asked fast, and most rows of a long table have none of them."""

    @classmethod
    def of(cls, words: str) -> _Asked:
        years = years_in(words)
        before = {str(int(one) - 1) for one in years} if len(years) == 1 else set()
        stems, told = content_stems(words), {fold(word) for word in _WORD.findall(words)}
        starts = {word[:_BEGINNING] for word in (*stems, *told, *_OF_ANY, *_YEAR_WORDS)}
        return cls(stems, years | before, frozenset([0, *_months(words)]), frozenset(starts | years | before))

    def named(self, column: int, row: int, labels: Sequence[str]) -> Named | None:
        """Return a figure with these labels as the claim names it; None where the claim lacks any of them."""
        if len(labels) < 2:  # noqa: PLR2004 - row and column
            return None
        when = [one for label in labels for one in _when(label)]
        told = [(names_in_label(label), _month_stems(label)) for label in labels]
        years = frozenset().union(*(years for (years, _), _ in told))
        if len(when) > 1 or not years <= self.years or not {month for _, month in when} <= self.months:
            return None
        stems = [stems - months for (_, stems), months in told]
        own = tuple(one - _OF_ANY - _YEAR_WORDS for one in stems)
        if any(one and one.isdisjoint(self.stems) for one in own):
            return None
        said = frozenset().union(*own)
        total = tuple(map(names_total, labels))
        return Named(
            column,
            row,
            own,
            when[0] if when else (0, 0),
            whole=said <= self.stems,
            words=len(said & self.stems),
            is_total=total,
        )

    def may_name(self, row: Sequence[str]) -> bool:
        """Whether the claim can name what a row is called: in a long table, it names few of them."""
        told = fold(" ".join(row))
        if not any(start in told for start in self.starts):
            return False
        filled = [(x, cell) for x, cell in enumerate(row, start=1) if not is_unavailable(cell)]
        if not filled:
            return False
        x, first = filled[0]
        if is_figure(first, x):
            return not year_in(first) or not years_in(first).isdisjoint(self.years)
        return any(self._has(cell) for x, cell in filled if not is_figure(cell, x))

    def _has(self, label: str) -> bool:
        years, stems = names_in_label(label)
        return years <= self.years and (stems <= _OF_ANY | _YEAR_WORDS or not stems.isdisjoint(self.stems))


def _when(label: str) -> list[When]:
    """Return the year that a label names, with its month; none of what names several years."""
    years = sorted(years_in(label))
    months = _months(label) if years else []
    return [(int(year), months[0] if len(months) == 1 else 0) for year in years]


def _months(text: str) -> list[int]:
    return [MONTHS[word] for word in map(fold, _WORD.findall(text)) if word in MONTHS]


def _month_stems(label: str) -> frozenset[str]:
    return content_stems(" ".join(word for word in _WORD.findall(label) if fold(word) in MONTHS))
