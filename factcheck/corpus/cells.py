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
from dataclasses import dataclass
from decimal import Decimal

from factcheck.corpus.tables import Table, period_in
from factcheck.domain import Quantity, Source, Span
from factcheck.stance.figures.figures import same_figure
from factcheck.text.quantities.currencies import MONEY
from factcheck.text.quantities.finding import find_quantities
from factcheck.text.quantities.numerals import SCALES, SHORT_SCALES
from factcheck.text.quantities.units import UNITS
from factcheck.text.tables.figures import Figure, read_figure
from factcheck.text.tables.formulas import column_name
from factcheck.text.words import split_words

MOST = 20
"""Cells returned unless another number is asked for."""
_TELLING = 1000
"""Whole figures from which, in three digits and more, one hardly stands in a table by chance."""
_FEWEST_DIGITS = 3
"""Digits, without zeros at the end, of a figure that tells something; where it is the very same, whatever its size."""
_YEAR = re.compile(r"(?<!\d)(?:1[5-9]|20)\d\d(?!\d)")
_PERCENT = re.compile(r"%|\bper ?cent\b|\bpercentage\b|\bProzent\b", re.IGNORECASE)
_MONEY_SIGNS = {"£": "GBP", "$": "USD", "€": "EUR"}
_SCALE = re.compile(r"[A-Za-z]+|['’]?000s?")
_SCALES = {**SCALES, **{f"{name}s": by for name, by in SCALES.items()}, **SHORT_SCALES}
_WORD = re.compile(r"[^\W\d_]{2,}")
"""A word that may name a unit; single letters are notes as often."""
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
    starts = frozenset(map(_mantissa, told))
    return any(abs(by * number - one) <= _SLACK * one for number in starts for one in asked for by in (0.1, 1, 10))


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
    everywhere = f"{table.name} {table.about}"
    beside = _stems(everywhere)
    period, unit = table.period, table.unit
    for x, y, labels, text in table.figures():
        read = read_figure(text, comma=table.comma)
        if read is None:
            continue
        figure = _with_unit(read, (*labels, unit))
        one = next((one for one in asked if _is_told(one, figure, read, labels)), None)
        if one is None:
            continue
        exact = one.low == one.high and one.low in (figure.value, read.value)
        shared = len(words & (beside | _stems(" ".join(labels))))
        if shared or _is_telling(figure.value) or (exact and (not words or _digits(read.value) >= _FEWEST_DIGITS)):
            yield FoundCell(
                source=table.source,
                table=table.name,
                cell=f"{column_name(x)}{y}",
                text=text,
                value=figure.value,
                unit=figure.unit,
                labels=labels,
                period=period_in(labels) or period,
                figure=one.span.text,
                exact=exact,
                words=shared,
            )


def _is_told(one: Quantity, figure: Figure, read: Figure, labels: Sequence[str]) -> bool:
    """Whether a figure is the one asked for, with the scale and unit of its labels or as it stands in its cell."""
    if one.low == one.high == read.value and not one.unit:
        return True
    return _is_near(one, figure) and same_figure(one, _as_quantity(figure, one, labels))


def _with_unit(figure: Figure, labels: Sequence[str]) -> Figure:
    """Return a figure with the unit and the scale that its labels name, where the cell names none itself."""
    told = " ".join(labels)
    if figure.unit == "%" or (not figure.unit and _PERCENT.search(told)):
        return Figure(figure.value, "%")
    unit = figure.unit or next((code for sign, code in _MONEY_SIGNS.items() if sign in told), "")
    return Figure(figure.value * scale_of(labels), unit)


def scale_of(labels: Iterable[str]) -> Decimal:
    """Return what figures are multiplied by whose labels say "thousands", "£m" or "'000"; 1 where none does."""
    told = " ".join(labels)
    for word in _SCALE.findall(told):
        if word.strip("'’s") == "000":
            return Decimal(1000)
        found = _SCALES.get(word.casefold())
        if found is not None and (word.casefold() not in ("m", "k") or any(sign in told for sign in _MONEY_SIGNS)):
            return found
    return Decimal(1)


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
