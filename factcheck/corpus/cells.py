"""Cells of tables by the figures of a claim: "8,412 new homes in 2024" finds the cell that says 8,412. Pure.

A table is not indexed by its words, so its cells are looked through when they are asked for. A cell is found where it
has a figure of the text, as that is compared with a passage (rounding, "about", thousands), and where what the table
calls it has a word of the text, or the figure is one that hardly stands there by chance. The scale and the unit that a
table or a column names for all its figures ("thousands", "£ million", "tonnes") are theirs; what stands in a cell as
the text has it is found, too.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from factcheck.corpus.tables import Table, period_in
from factcheck.domain import Judgement, Quantity, Source, Span
from factcheck.stance.figures.figures import same_figure
from factcheck.text.quantities.currencies import MONEY
from factcheck.text.quantities.finding import find_quantities
from factcheck.text.quantities.units import UNITS
from factcheck.text.tables.figures import Figure, read_figure, with_labels
from factcheck.text.tables.formulas import column_name
from factcheck.text.words import fold, split_words

MOST = 20
"""Cells returned unless another number is asked for."""
_TELLING = 1000
"""Whole figures from which, in three digits and more, one hardly stands in a table by chance."""
_FEWEST_DIGITS = 3
"""Digits, without zeros at the end, of a figure that tells something; where it is the very same, whatever its size."""
_YEAR = re.compile(r"(?<!\d)(?:1[5-9]|20)\d\d(?!\d)")
_WORD = re.compile(r"[^\W\d_]{2,}")
"""A word that may name a unit; single letters are notes as often."""
_FEWEST_NAMES, _BEGINNING = 2, 4
"""Words of a text by which a row and a column are called, and the letters by which the forms of a word are known."""
_APART = Decimal("0.2")
"""Share by which two figures may differ before rounding need be asked about."""


_NUMBER = re.compile(r"(?=(?P<whole>(?P<alone>\d+)(?:[.,'’ ]\d+){0,3}))(?:\d+)")
_DIGITS_TOLD, _SLACK = 6, 0.06


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundCell:
    """A cell that has a figure of a text. `labels`: what its row and its column are called; `text`: as published.

    `value`: with the scale of its table; `figure`: the words of the text; `exact`: whether the value is the same, not
    only rounded; `words`: how many words of the text the table has for it; `period`: the
    years that its labels name, else those of the table.
    """

    source: Source
    table: str
    cell: str
    text: str
    value: Decimal
    unit: str
    labels: tuple[str, ...]
    period: str
    figure: str
    exact: bool
    words: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """A cell, or a formula over several, with the judgement a claim would get by it.

    `bound`: row, column and period are those of the claim; `formula`: over `cell` and those `beside` it, "" for the
    cell alone; `figure`: the words of the claim that the formula answers.
    """

    cell: FoundCell
    judgement: Judgement
    bound: bool
    formula: str = ""
    beside: tuple[FoundCell, ...] = ()
    figure: str = ""


def find_cells(text: str, tables: Iterable[Table], *, most: int = MOST) -> tuple[FoundCell, ...]:
    """Return the cells that have a figure of a text, those first whose labels have its years and most of its words."""
    asked = find_quantities(text)
    if not asked:
        return ()
    years = frozenset(_YEAR.findall(text))
    words = _stems(text)
    found = [one for table in tables for one in _cells_of(table, asked, words)]
    return tuple(sorted(found, key=lambda one: (-_of_years(one, years), -one.words, not one.exact))[:most])


def may_have(text: str, table: str) -> bool:
    """Whether any number of the text of a table begins like a figure of `text`, whatever its scale: most have none.

    Where a comma may part thousands or cells, both are asked.
    """
    asked = [_mantissa(f"{one.low:f}") for one in find_quantities(text)]
    if not asked:
        return False
    told = frozenset(one for found in _NUMBER.finditer(table) for one in (found["whole"], found["alone"]))
    return any(_begins_like(number, asked) for number in frozenset(map(_mantissa, told)))


def may_answer(text: str, name: str, table: str) -> bool:
    """Whether a cell of a table can be called what a text says, or can have a figure of it: most tables are of else.

    A cell is called by its row and its column, so that two words or years of the text have to stand there; words are
    looked for by how they begin, as forms of one word do.
    """
    there = fold(f"{name}\n{table}")
    asked = {fold(word.text)[:_BEGINNING] for word in split_words(text) if not word.is_stop}
    return sum(one in there for one in asked) >= _FEWEST_NAMES or may_have(text, table)


def _begins_like(number: float, asked: Sequence[float]) -> bool:
    """Whether a number begins like one that is asked for, or is rounded to one that does."""
    return any(abs(by * number - one) <= _SLACK * one for one in asked for by in (0.1, 1, 10))


def _mantissa(number: str) -> float:
    """Return the digits of a number as one from 1 up to 10: 8.412 for "8,412" and for "0.08412"."""
    digits = "".join(filter(str.isdigit, number)).lstrip("0")[:_DIGITS_TOLD]
    return int(digits) / 10 ** (len(digits) - 1) if digits else 0.0


def _of_years(cell: FoundCell, years: frozenset[str]) -> int:
    """Return 1 where a label has a year of the text, -1 where labels have other years alone, else 0."""
    told = frozenset(_YEAR.findall(" ".join(cell.labels)))
    if not years or not told:
        return 0
    return 1 if told & years else -1


def _cells_of(table: Table, asked: Sequence[Quantity], words: frozenset[str]) -> Iterator[FoundCell]:
    beside = _stems(f"{table.name} {table.about}")
    starts = [_mantissa(f"{one.low:f}") for one in asked]
    for x, y, text in table.numerals():
        read = read_figure(text, comma=table.comma)
        if read is None or not _begins_like(_mantissa(f"{read.value:f}"), starts):
            continue
        labels = table.labels(x, y)
        figure = with_labels(read, *table.said_of(x, y))
        one = next((one for one in asked if _is_told(one, figure, read, labels)), None)
        found = found_at(table, x, y) if one else None
        if one is None or found is None:
            continue
        exact = one.low == one.high and one.low in (figure.value, read.value)
        shared = len(words & (beside | _stems(" ".join(labels))))
        if shared or _is_telling(figure.value) or (exact and (not words or _digits(read.value) >= _FEWEST_DIGITS)):
            yield replace(found, figure=one.span.text, exact=exact, words=shared)


def found_at(table: Table, column: int, row: int) -> FoundCell | None:
    """Return a cell as it is offered, with the scale and the unit of its table; None where it holds no figure."""
    text, labels = table.cell(column, row), table.labels(column, row)
    read = read_figure(text, comma=table.comma)
    if read is None:
        return None
    figure = with_labels(read, *table.said_of(column, row))
    return FoundCell(
        source=table.source,
        table=table.name,
        cell=f"{column_name(column)}{row}",
        text=text,
        value=figure.value,
        unit=figure.unit,
        labels=labels,
        period=period_in(labels) or table.period,
        figure="",
        exact=False,
        words=0,
    )


def _is_told(one: Quantity, figure: Figure, read: Figure, labels: Sequence[str]) -> bool:
    """Whether a figure is the one asked for, with the scale and unit of its labels or as it stands in its cell."""
    if one.low == one.high == read.value and not one.unit:
        return True
    return _is_near(one, figure) and same_figure(one, _as_quantity(figure, one, labels))


def _is_near(one: Quantity, figure: Figure) -> bool:
    """Whether a figure can be the one asked for: most are told apart by their size alone."""
    slack = _APART * max(abs(one.low), abs(one.high))
    return one.low - slack <= figure.value <= one.high + slack


def _as_quantity(figure: Figure, asked: Quantity, labels: Sequence[str]) -> Quantity:
    """Return a figure as what is asked for is compared with; a table often leaves out the unit, or names it above."""
    unit = figure.unit
    if not unit and asked.unit and asked.unit != "%":
        named = [UNITS[word] for word in _WORD.findall(" ".join(labels).casefold()) if word in UNITS]
        unit = asked.unit if asked.unit in MONEY or not named else named[0]
    return Quantity(span=Span(0, 0, ""), low=figure.value, high=figure.value, unit=unit)


def _is_telling(value: Decimal) -> bool:
    return abs(value) >= _TELLING and _digits(value) >= _FEWEST_DIGITS


def _digits(value: Decimal) -> int:
    return len(str(abs(value).normalize()).replace(".", "").rstrip("0"))


def _stems(text: str) -> frozenset[str]:
    return frozenset(word.stem for word in split_words(text) if not (word.is_stop or word.is_number))
