"""Tables among the documents: a CSV of figures, kept whole, whose cells evidence can cite as a spreadsheet names them.

The text is the truth; rows and cells are read from it when they are asked for. Rows count from 1 as a spreadsheet shows
them, blank ones too. A table is not cut into passages: rows of figures beside prose would only look alike by accident.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate, chain
from pathlib import PurePath

from factcheck.corpus.columns import Columns, names_column, says_delimiter
from factcheck.corpus.table_labels import MOST_IN_LABEL, Labels, is_figure, year_in
from factcheck.corpus.table_words import is_blank_led, meaning_of, published_of, without_release
from factcheck.domain import Document, Source
from factcheck.errors import InputError
from factcheck.text.tables.figures import Figure, flags_of, read_figure, with_labels, writes_commas
from factcheck.text.tables.flags import is_unavailable, without_flags
from factcheck.text.tables.formulas import column_name
from factcheck.text.tables.scales import PARTS, names_unit, scale_in

ENDINGS = (".csv", ".tsv")
FEWEST_ROWS = 2
"""Rows with a figure from which a CSV without a text column is a table; one row is more likely a broken record."""
LEAST_FIGURES = 0.25
"""Share of figures among the cells from which a sheet with one row of figures is a table: a total, a key figure."""
LOOKED_AT = 200
"""Lines looked at to tell the delimiter, and rows to tell whether there are figures."""
LARGEST_FIELD = 64 * 1024 * 1024
MOST_ABOUT, MOST_NOTES = 300, 600
"""Characters of what stands above and below a table that evidence copies."""
_QUOTED = re.compile(r'"[^"]*"')
_FOUR = re.compile(r"(?<!\d)((?:1[5-9]|20)\d\d)(?!\d)(?:[/–-](\d\d)(?!\d))?")


@dataclass(frozen=True)
class Table:
    """A table of a document. `comma`: whether its decimals are written with a comma (None: its cells do not tell)."""

    source: Source
    rows: tuple[tuple[str, ...], ...]
    places: tuple[tuple[int, int], ...]
    """Where each row stands in the text, `[start, end)`."""
    comma: bool | None

    @property
    def name(self) -> str:
        """What it is called: the title of its document."""
        return self.source.title or PurePath(self.source.path).stem

    @cached_property
    def about(self) -> str:
        """What stands above its figures, alone in its row: what the table says that it is about."""
        return "; ".join(self._alone_above())[:MOST_ABOUT]

    @property
    def notes(self) -> str:
        """What stands below its figures, alone in its row: sources, footnotes, what was revised."""
        return "; ".join(_alone(self.rows[self._figures.stop :]))[:MOST_NOTES]

    @cached_property
    def unit(self) -> str:
        """The unit that it names above its figures for all of them ("£ million", "thousands"), in its words; or ""."""
        above = self._alone_above()
        parts = (part for words in above for part in PARTS.split(words))
        alone = next((" ".join(part.split()) for part in parts if names_unit(part)), "")
        return alone or next((found.words for found in map(scale_in, above) if found), "")

    @cached_property
    def period(self) -> str:
        """The years from the earliest to the latest that its labels name ("1990-2023"), or "".

        When it was published is none of them.
        """
        figures = self._figures
        above = range(min(figures.start + 1, len(self.rows)))
        rows = (self.rows[at] for at in above if _is_head(self.rows[at]) and not self._labels.is_body(at + 1))
        heads = chain.from_iterable(map(_heads, rows))
        labels = chain(heads, (row[0] for row in self.rows[figures.start : figures.stop] if row))
        return period_in(labels)

    def period_of(self, cells: Iterable[tuple[int, int]]) -> str:
        """The years that the labels of some cells (column and row) name; where one has none, those of the table."""
        labels = [self.labels(column, row) for column, row in cells]
        return period_in(chain.from_iterable(labels)) if labels and all(map(period_in, labels)) else self.period

    @cached_property
    def marks(self) -> str:
        """The flags of its figures with what they mean ("p: provisional"), as the table says it or as is usual."""
        found = dict.fromkeys(chain.from_iterable(flags_of(text) for *_, text in self.numerals()))
        return self._meanings(found)

    def remark(self, column: int, row: int) -> str:
        """Return what the flags of a cell mean, in words; "" where it has none."""
        return self._meanings(flags_of(self.cell(column, row)))

    def _meanings(self, flags: Iterable[str]) -> str:
        said = ((flag, meaning_of(flag, self._beside())) for flag in flags)
        return ", ".join(f"{flag}: {meaning}" for flag, meaning in said)

    def _beside(self) -> tuple[tuple[str, ...], ...]:
        """Return the rows above and below the figures."""
        figures = self._figures
        return (*self.rows[: figures.start], *self.rows[figures.stop :])

    @property
    def told(self) -> str:
        """Its unit, period, marks and notes in one line, as far as it tells them."""
        return self.told_of(())

    def told_of(self, cells: Iterable[tuple[int, int]]) -> str:
        """Its unit, marks and notes, and the period of some cells (column and row), in one line."""
        found = (("unit", self.unit), ("period", self.period_of(cells)), ("marks", self.marks), ("notes", self.notes))
        return "; ".join(f"{name}: {words}" for name, words in found if words)

    @cached_property
    def _figures(self) -> range:
        return _figures_in(self.rows)

    def _alone_above(self) -> list[str]:
        """Return what stands alone in its row above the figures; below the heads stand sections and units."""
        captions, top = self._captions, self._figures.start
        rows = [
            [", ".join(filter(None, map(str.strip, row)))] if at in captions else row
            for at, row in enumerate(self.rows[:top])
        ]
        heads = [at for at, row in enumerate(rows) if sum(bool(cell.strip()) for cell in row) > 1]
        below = heads[-1] if heads else top
        return [*_alone(rows[:below]), *filter(names_unit, _alone(rows[below:]))]

    @cached_property
    def _captions(self) -> frozenset[int]:
        """Return the rows (from 0) that are sentences whose commas part no cells ("Homes, thousands")."""
        figures = self._figures
        if not figures or is_blank_led(self.rows[figures.start]):  # some tables have a blank before each cell
            return frozenset()
        return frozenset(at for at in range(figures.start) if is_blank_led(self.rows[at]))

    def cell(self, column: int, row: int) -> str:
        """Return a cell as published, columns and rows counted from 1; "" beyond the end of a short row.

        Raises:
            InputError: the table ends before it.
        """
        width = self._width
        if row > len(self.rows) or column > width:
            raise InputError(
                f"the table ends at {column_name(width) or 'A'}{len(self.rows)}",
                hint="rows count from 1 as a spreadsheet shows them",
                subject=f"{self.name}!{column_name(column)}{row}",
            )
        found = self.rows[row - 1]
        return found[column - 1].strip() if column <= len(found) else ""

    @cached_property
    def _width(self) -> int:
        return max(map(len, self.rows), default=0)

    def figure(self, column: int, row: int, *, comma: bool | None = None) -> Figure:
        """Return the figure in a cell, with the unit and scale that its column, its row or its table says.

        `comma` wins over the table's.

        Raises:
            InputError: the cell is empty, or holds no figure.
        """
        text = self.cell(column, row)
        found = read_figure(text, comma=self.comma if comma is None else comma)
        if found is None:
            raise InputError(_fault(text), hint=_hint(text), subject=f"{self.name}!{column_name(column)}{row}")
        return found if self._labels.is_date(column, row) else with_labels(found, *self.said_of(column, row))

    def said_of(self, column: int, row: int) -> tuple[tuple[str, ...], str]:
        """Return the labels of a cell, and the unit that stands above the whole table, where that is said of it."""
        return self.labels(column, row), self.unit if self._labels.is_in_first_block(row) else ""

    def about_of(self, cells: Iterable[tuple[int, int]]) -> str:
        """What the table says above its figures that some cells (column and row) are about."""
        return self.about if all(self._labels.is_in_first_block(row) for _, row in cells) else ""

    def labels(self, column: int, row: int) -> tuple[str, ...]:
        """Return what the table calls a cell: the labels of its row ("Arle, 2024-05"), and the head of its column."""
        return self._labels.of(column, row)

    @cached_property
    def _labels(self) -> Labels:
        return Labels(self.rows, self._captions)

    def figures(self, of: Callable[[Sequence[str]], bool] = lambda _: True) -> Iterator[Labelled]:
        """Yield each figure: its column and row, counted from 1, its labels (as `labels` has them), and its text.

        `of`: the rows that are asked for.
        """
        for x, y, text in self.numerals(of):
            yield x, y, self.labels(x, y), text

    def numerals(self, of: Callable[[Sequence[str]], bool] = lambda _: True) -> Iterator[tuple[int, int, str]]:
        """Yield the column, the row and the text of each figure, which takes less than with what it is called."""
        for y, row in enumerate(self.rows, start=1):
            if y - 1 in self._captions or not of(row):
                continue
            for x, cell in enumerate(row, start=1):
                if is_figure(cell, x):
                    yield x, y, cell.strip()


Labelled = tuple[int, int, tuple[str, ...], str]
"""A figure with the labels of its row and its column."""


def period_in(labels: Iterable[str]) -> str:
    """Return the years from the earliest to the latest that labels name ("1990-2023"), or ""."""
    told = [one for label in labels for one in _FOUR.findall(label[:MOST_IN_LABEL])]
    years = [int(year) for year, _ in told] + [int(year) + 1 for year, end in told if end == f"{int(year) + 1:04}"[2:]]
    return "-".join(str(year) for year in dict.fromkeys((min(years), max(years)))) if years else ""


def _alone(rows: Iterable[Sequence[str]]) -> Iterator[str]:
    """Yield what stands alone in its row."""
    for row in rows:
        filled = [" ".join(cell.split()) for cell in row if cell.strip()]
        if len(filled) == 1:
            yield filled[0]


def _has_figures(row: Sequence[str]) -> bool:
    filled = [(x, cell) for x, cell in enumerate(row, start=1) if cell.strip()]
    return any(is_figure(cell, x) for x, cell in filled) and not (len(filled) == 1 and year_in(filled[0][1]))


def _figures_in(rows: Sequence[Sequence[str]]) -> range:
    """Return the rows (from 0) from the first with a figure to the last; a year alone in its row is a heading."""
    found = [at for at, row in enumerate(rows) if _has_figures(row)]
    return range(found[0], found[-1] + 1) if found else range(len(rows), len(rows))


def _heads(row: Sequence[str]) -> tuple[str, ...]:
    """Return the cells of a row above the figures, without the years of release and rights."""
    words = without_release(row)
    return tuple(words.split(" | ")) if words else ()


def _is_head(row: Sequence[str]) -> bool:
    """Whether all figures of a row are years: it says what the columns are."""
    return all(year_in(cell) for cell in row if read_figure(cell) is not None)


def bare_label(label: str) -> str:
    """Return a label by which vintages know a figure: a year without its flag, since the next vintage has another."""
    year = year_in(label)
    return without_flags(year) if year else label


def is_table(source: Source) -> bool:
    """Whether a document is a table kept whole; a record of a CSV has its number in its path."""
    return source.path.lower().endswith(ENDINGS)


def read_table(document: Document) -> Table:
    """Read the rows of a table.

    Raises:
        InputError: the document is none.
    """
    if not is_table(document.source):
        named = document.source.title or document.source.path
        raise InputError("is no table", hint="a table is a CSV of figures; export each sheet as CSV", subject=named)
    rows, places = _grid(document.text)
    cells = [cell for row in rows for cell in row]
    comma = writes_commas(cells)
    if comma is None and _delimiter(document.text) == ";" and not any("." in c and "," in c for c in cells):
        comma = _only_thousands(cells)
    return Table(document.source, rows, places, comma)


def below_delimiter(text: str) -> str:
    """Return a table without a first line that only names its delimiter: spreadsheets hide it, and count from below."""
    first, _, rest = text.partition("\n")
    return rest if says_delimiter(first) else text


def stated_day(text: str) -> str:
    """Return the day on which a CSV of figures says that it was published, as it is written; "" where none is read."""
    with suppress(InputError):
        return published_day(_grid(text)[0])
    return ""


def holds_figures(text: str, columns: Columns | None = None) -> bool:
    """Whether a CSV is a table: no column for a text, and figures in some rows below the first."""
    try:
        rows, _ = _grid("\n".join(below_delimiter(text).split("\n", LOOKED_AT)[:LOOKED_AT]))
    except InputError:
        return False
    with_figures = sum(any(read_figure(cell) for cell in row) for row in rows[1:])
    return with_figures >= FEWEST_ROWS and not names_column(columns or {}, rows[0])


def is_prose(rows: Sequence[Sequence[str]]) -> bool:
    """Whether a sheet is one of words: hardly a row of it has figures, but for years and the numbers of its notes."""
    with_figures = sum(_has_figures(row) and not _is_numbered(row, len(rows)) for row in rows)
    if with_figures >= FEWEST_ROWS:
        return False
    filled = [cell for row in rows for cell in row if cell.strip()]
    figures = [cell for cell in filled if read_figure(cell) is not None]
    return not with_figures or len(figures) < LEAST_FIGURES * len(filled)


def _is_numbered(row: Sequence[str], rows: int) -> bool:
    """Whether a row is words behind their number, or a year: a note, an entry of a list of contents."""
    first, *others = [cell.strip() for cell in row if cell.strip()] or [""]
    is_number = bool(year_in(first)) or (first.isdecimal() and int(first) <= rows)
    return is_number and not any(map(read_figure, others)) and not all(map(is_unavailable, others))


def published_day(rows: Sequence[Sequence[str]]) -> str:
    """Return the day on which the words above and below the figures of a table say that it was published; or ""."""
    figures = _figures_in(rows)
    return published_of([*rows[: figures.start], *rows[figures.stop :]])


def _fault(text: str) -> str:
    if not text:
        return "the cell is empty"
    if text.startswith(("=", "@")):
        return "the cell holds a formula, not its value"
    return f"the cell holds no figure: {text[:40]!r}"


def _hint(text: str) -> str:
    if text.startswith(("=", "@")):
        return "export the table with its values"
    meant = "the table says that there is no figure; " if text and is_unavailable(text) else ""
    return f"{meant}nothing is put in its place; cite other cells"


def _grid(text: str) -> tuple[tuple[tuple[str, ...], ...], tuple[tuple[int, int], ...]]:
    """Return the rows and where each stands in the text."""
    csv.field_size_limit(LARGEST_FIELD)
    lines = list(io.StringIO(text, newline=""))  # some end in "\r" alone
    starts = [0, *accumulate(map(len, lines))]
    reader = csv.reader(lines, delimiter=_delimiter(text))
    rows, places, before = [], [], 0
    try:
        for row in reader:
            rows.append(tuple(row))
            start, end = starts[before], starts[reader.line_num]
            places.append((start, start + len(text[start:end].rstrip("\r\n"))))
            before = reader.line_num
    except csv.Error as error:
        raise InputError(f"is not CSV: {error}", hint="save it as CSV again") from error
    return tuple(rows), tuple(places)


def _delimiter(text: str) -> str:
    """Return what parts the cells: what most lines have in one and the same number, outside of quotation marks."""
    lines = [_QUOTED.sub("", line) for line in text.split("\n", LOOKED_AT)[:LOOKED_AT] if line.strip()]

    def agreeing(delimiter: str) -> int:
        counts = [line.count(delimiter) for line in lines]
        return max((counts.count(number) for number in set(counts) - {0}), default=0)

    return max(";\t,", key=agreeing)


def _only_thousands(cells: Iterable[str]) -> bool | None:
    """Whether a table parted by semicolons writes 1.234 for a thousand: as no cell has another number of digits."""
    dotted = [cell for cell in map(str.strip, cells) if re.fullmatch(r"\d+\.\d+", cell)]
    return True if dotted and all(re.fullmatch(r"\d{1,3}\.\d{3}", cell) for cell in dotted) else None
