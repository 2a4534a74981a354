"""Tables among the documents: a CSV of figures, kept whole, whose cells evidence can cite as a spreadsheet names them.

The text is the truth; rows and cells are read from it when they are asked for. Rows count from 1 as a spreadsheet shows
them, blank ones too. A table is not cut into passages: rows of figures beside prose would only look alike by accident.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from itertools import accumulate, chain
from pathlib import PurePath

from factcheck.corpus.columns import Columns, names_column, says_delimiter
from factcheck.corpus.table_words import is_blank_led, meaning_of, published_of, without_release
from factcheck.domain import Document, Source
from factcheck.errors import InputError
from factcheck.text.tables.figures import Figure, flags_of, names_unit, read_figure, writes_commas
from factcheck.text.tables.flags import is_unavailable, without_flags
from factcheck.text.tables.formulas import column_name

ENDINGS = (".csv", ".tsv")
FEWEST_ROWS = 2
"""Rows with a figure from which a CSV without a text column is a table; one row is more likely a broken record."""
LEAST_FIGURES = 0.25
"""Share of figures among the cells from which a sheet with one row of figures is a table: a total, a key figure."""
LOOKED_AT = 200
"""Lines looked at to tell the delimiter, and rows to tell whether there are figures."""
LARGEST_FIELD = 64 * 1024 * 1024
_BETWEEN_LABELS = ", "
MOST_IN_LABEL, MOST_ABOUT, MOST_NOTES = 80, 300, 600
"""Characters of a label, and of what stands above and below a table, that evidence copies."""
_QUOTED = re.compile(r'"[^"]*"')
_PERCENT = re.compile(r"%|\bper ?cent\b|\bpercentage\b", re.IGNORECASE)
_PARTS = re.compile(r"[;,()\[\]|:]|\s[–-]\s")
_FOUR = re.compile(r"(?<!\d)(?:1[5-9]|20)\d\d(?!\d)")
_CODE = re.compile(r"\d{1,3}[a-z]{1,2}")
"""What numbers a row ("3b"), where in another column a flag would stand behind a figure."""
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d(?:[/–-]\d{2,4})?")


@dataclass(frozen=True, slots=True)
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

    @property
    def about(self) -> str:
        """What stands above its figures, alone in its row: what the table says that it is about."""
        return "; ".join(self._alone_above())[:MOST_ABOUT]

    @property
    def notes(self) -> str:
        """What stands below its figures, alone in its row: sources, footnotes, what was revised."""
        return "; ".join(_alone(self.rows[self._figures().stop :]))[:MOST_NOTES]

    @property
    def unit(self) -> str:
        """The unit that it names above its figures for all of them ("£ million", "thousands"), in its words; or ""."""
        parts = (part for words in self._alone_above() for part in _PARTS.split(words))
        return next((" ".join(part.split()) for part in parts if names_unit(part)), "")

    @property
    def period(self) -> str:
        """The years from the earliest to the latest that its labels name ("1990-2023"), or "".

        When it was published is none of them.
        """
        figures = self._figures()
        heads = chain.from_iterable(_heads(row) for row in self.rows[: figures.start + 1] if _is_head(row))
        labels = chain(heads, (row[0] for row in self.rows[figures.start : figures.stop] if row))
        return period_in(labels)

    def period_of(self, cells: Iterable[tuple[int, int]]) -> str:
        """The years that the labels of some cells (column and row) name; where one has none, those of the table."""
        labels = [self.labels(column, row) for column, row in cells]
        return period_in(chain.from_iterable(labels)) if labels and all(map(period_in, labels)) else self.period

    @property
    def marks(self) -> str:
        """The flags of its figures with what they mean ("p: provisional"), as the table says it or as is usual."""
        found = dict.fromkeys(chain.from_iterable(flags_of(text) for _, _, _, text in self.figures()))
        return self._meanings(found)

    def remark(self, column: int, row: int) -> str:
        """Return what the flags of a cell mean, in words; "" where it has none."""
        return self._meanings(flags_of(self.cell(column, row)))

    def _meanings(self, flags: Iterable[str]) -> str:
        said = ((flag, meaning_of(flag, self._beside())) for flag in flags)
        return ", ".join(f"{flag}: {meaning}" for flag, meaning in said)

    def _beside(self) -> tuple[tuple[str, ...], ...]:
        """Return the rows above and below the figures."""
        figures = self._figures()
        return (*self.rows[: figures.start], *self.rows[figures.stop :])

    @property
    def told(self) -> str:
        """Its unit, period, marks and notes in one line, as far as it tells them."""
        return self.told_of(())

    def told_of(self, cells: Iterable[tuple[int, int]]) -> str:
        """Its unit, marks and notes, and the period of some cells (column and row), in one line."""
        found = (("unit", self.unit), ("period", self.period_of(cells)), ("marks", self.marks), ("notes", self.notes))
        return "; ".join(f"{name}: {words}" for name, words in found if words)

    def _figures(self) -> range:
        return _figures_in(self.rows)

    def _alone_above(self) -> list[str]:
        """Return what stands alone in its row above the figures."""
        captions, top = self._captions(), self._figures().start
        rows = self.rows[:top]
        return [
            *_alone(
                [", ".join(filter(None, map(str.strip, row)))] if at in captions else row for at, row in enumerate(rows)
            )
        ]

    def _captions(self) -> frozenset[int]:
        """Return the rows (from 0) that are sentences whose commas part no cells ("Homes, thousands")."""
        figures = self._figures()
        if not figures or is_blank_led(self.rows[figures.start]):  # some tables have a blank before each cell
            return frozenset()
        return frozenset(at for at in range(figures.start) if is_blank_led(self.rows[at]))

    def cell(self, column: int, row: int) -> str:
        """Return a cell as published, columns and rows counted from 1; "" beyond the end of a short row.

        Raises:
            InputError: the table ends before it.
        """
        width = max(map(len, self.rows), default=0)
        if row > len(self.rows) or column > width:
            raise InputError(
                f"the table ends at {column_name(width) or 'A'}{len(self.rows)}",
                hint="rows count from 1 as a spreadsheet shows them",
                subject=f"{self.name}!{column_name(column)}{row}",
            )
        found = self.rows[row - 1]
        return found[column - 1].strip() if column <= len(found) else ""

    def figure(self, column: int, row: int, *, comma: bool | None = None) -> Figure:
        """Return the figure in a cell; its row or column may say that it is per cent. `comma` wins over the table's.

        Raises:
            InputError: the cell is empty, or holds no figure.
        """
        text = self.cell(column, row)
        found = read_figure(text, comma=self.comma if comma is None else comma)
        if found is None:
            raise InputError(_fault(text), hint=_hint(text), subject=f"{self.name}!{column_name(column)}{row}")
        if not found.unit and any(_PERCENT.search(label) for label in (*self.labels(column, row), self.unit)):
            return Figure(found.value, "%")
        return found

    def labels(self, column: int, row: int) -> tuple[str, ...]:
        """Return what the table calls a cell: the labels of its row ("Arle, 2024-05"), and the head of its column."""
        aside = list(enumerate(self.rows[row - 1][: column - 1], start=1))
        captions = self._captions()
        heads = (one for at, one in enumerate(self.rows[: row - 1]) if at not in captions)
        above = [(column, one[column - 1]) for one in heads if column <= len(one)]
        top = [cell for cell in above if _is_figure(cell[1], column)]
        found = (_row_label(aside), _label(above, top[:1]))
        return tuple(_shortened(label) for label in found if label)

    def figures(self) -> Iterator[tuple[int, int, tuple[str, ...], str]]:
        """Yield each figure: its column and row, counted from 1, its labels (as `labels` has them), and its text.

        In one pass: `labels` looks back from every cell.
        """
        above: dict[int, str] = {}
        tops: dict[int, str] = {}
        captions = self._captions()
        for y, row in enumerate(self.rows, start=1):
            if y - 1 in captions:
                continue
            aside: list[str] = []
            first, behind_figure = _year(row[0]) if row else "", False
            for x, cell in enumerate(row, start=1):
                if _is_figure(cell, x):
                    found = (_BETWEEN_LABELS.join(aside) or (first if x > 1 else ""), above.get(x) or tops.get(x, ""))
                    yield x, y, tuple(_shortened(label) for label in found if label), cell.strip()
                    tops.setdefault(x, _year(cell))
                    behind_figure = True
                elif not is_unavailable(cell):
                    above[x] = cell.strip()
                    aside = [*([] if behind_figure else aside), above[x]]
                    behind_figure = False


def period_in(labels: Iterable[str]) -> str:
    """Return the years from the earliest to the latest that labels name ("1990-2023"), or ""."""
    years = [int(year) for label in labels for year in _FOUR.findall(label[:MOST_IN_LABEL])]
    return "-".join(str(year) for year in dict.fromkeys((min(years), max(years)))) if years else ""


def _alone(rows: Iterable[Sequence[str]]) -> Iterator[str]:
    """Yield what stands alone in its row."""
    for row in rows:
        filled = [" ".join(cell.split()) for cell in row if cell.strip()]
        if len(filled) == 1:
            yield filled[0]


def _is_figure(cell: str, column: int) -> bool:
    """Whether a cell is a figure; in the first column a number with a letter glued to it is the number of its row."""
    return read_figure(cell) is not None and not (column == 1 and _CODE.fullmatch(cell.strip()))


def _has_figures(row: Sequence[str]) -> bool:
    filled = [(x, cell) for x, cell in enumerate(row, start=1) if cell.strip()]
    return any(_is_figure(cell, x) for x, cell in filled) and not (len(filled) == 1 and _year(filled[0][1]))


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
    return all(_year(cell) for cell in row if read_figure(cell) is not None)


def _shortened(label: str) -> str:
    return " ".join(label.split())[:MOST_IN_LABEL]


def _year(cell: str) -> str:
    """Return a cell that is a year, with its flag if it has one ("2023 p"); "" for any other."""
    bare = cell.strip()
    return bare if _YEAR.match(bare) and _YEAR.fullmatch(without_flags(bare)) else ""


def bare_label(label: str) -> str:
    """Return a label by which vintages know a figure: a year without its flag, since the next vintage has another."""
    year = _year(label)
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


def _label(cells: Sequence[tuple[int, str]], outermost: Sequence[tuple[int, str]]) -> str:
    """Return the last of cells (and their columns) that is text; else the outermost one, where that is a year."""
    texts = (text.strip() for x, text in reversed(cells) if not (is_unavailable(text) or _is_figure(text, x)))
    return next(texts, "") or next(filter(None, (_year(text) for _, text in outermost)), "")


def _row_label(cells: Sequence[tuple[int, str]]) -> str:
    """Return the texts nearest to the left that stand side by side; else the year in the first column."""
    found: list[str] = []
    for x, text in reversed(cells):
        if _is_figure(text, x):
            if found:
                break
        elif not is_unavailable(text):
            found.append(text.strip())
    return _BETWEEN_LABELS.join(reversed(found)) or next((_year(text) for _, text in cells[:1]), "")


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
    is_number = bool(_year(first)) or (first.isdecimal() and int(first) <= rows)
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
