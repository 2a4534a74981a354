"""What a table calls its cells: the heads above a column, the labels of a row, and the section it stands in. Pure.

A head over several columns holds for those to its right whose own head stands below it ("Started" over 2022 and 2023).
A label with blanks below it holds for these rows, a line alone between rows is the section of those that follow, up to
a blank line. Text among the figures is none of these. What is not sure is left out: a label may lack a word, and never
has one of another cell.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from itertools import pairwise

from factcheck.text.tables.figures import read_figure
from factcheck.text.tables.flags import is_unavailable, without_flags

MOST_IN_LABEL = 80
"""Characters of a label that evidence copies; a longer line is a note, and no section."""
BETWEEN = ", "
_CODE = re.compile(r"\d{1,3}[a-z]{1,2}")
"""What numbers a row ("3b"), where in another column a flag would stand behind a figure."""
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d(?:[/–-]\d{2,4})?")
_YEAR_HEAD = re.compile(
    r"(?:.*\b)?(?:years?|.*jahre?|period|periode|zeitraum|date|datum|time|zeit)\W*\Z", re.IGNORECASE
)
_TOTAL = re.compile(r"(?:grand |overall )?total|all\b|insgesamt|gesamt|summe|zusammen", re.IGNORECASE)
_WIDEST_STEP = 5
"""Years from one head to the next; rows of counts that look like years differ more. Our own choice."""
_SECTIONS = 2
"""Lines that head a section at most: "England", "Completed"."""


class _Row(StrEnum):
    BODY = "body"
    HEAD = "head"
    ALONE = "alone"
    BLANK = "blank"


@dataclass(frozen=True, slots=True)
class _Beside:
    """What holds for a row: the heads of its columns, what stands above its blanks, and its section."""

    heads: Mapping[int, str] = field(default_factory=dict)
    above: Mapping[int, str] = field(default_factory=dict)
    section: str = ""
    is_sure: bool = True
    block: int = 0
    """How many rows of heads stand above it, those of one block counted once; 0 for what is no row of figures."""


def year_in(cell: str) -> str:
    """Return a cell that is a year, with its flag if it has one ("2023 p"); "" for any other."""
    bare = cell.strip()
    return bare if _YEAR.match(bare) and _YEAR.fullmatch(without_flags(bare)) else ""


def is_figure(cell: str, column: int) -> bool:
    """Whether a cell is a figure; in the first column a number with a letter glued to it is the number of its row."""
    return read_figure(cell) is not None and not (column == 1 and _CODE.fullmatch(cell.strip()))


class Labels:
    """The labels of the cells of a table; `captions`: rows (from 0) that are sentences, and hold no cells."""

    def __init__(self, rows: Sequence[Sequence[str]], captions: Container[int]) -> None:
        self._rows = rows
        self._beside = _with_sure_sections(rows, list(_lay_out(rows, captions)))

    def is_body(self, row: int) -> bool:
        """Whether a row, counted from 1, has figures that are not all heads."""
        return self._beside[row - 1].block > 0

    def is_in_first_block(self, row: int) -> bool:
        """Whether what stands above the table is said of a row: one below other heads has lines of its own."""
        return self._beside[row - 1].block <= 1

    def is_date(self, column: int, row: int) -> bool:
        """Whether a cell is a year that says of when other cells are, and counts nothing."""
        cell, beside = self._rows[row - 1][column - 1], self._beside[row - 1]
        return bool(year_in(cell)) and (beside.block == 0 or column == 1 or _is_label(cell, column, beside.heads))

    def of(self, column: int, row: int) -> tuple[str, ...]:
        """Return the label of the row and the head of the column of a cell, counted from 1, as far as there are."""
        beside = self._beside[row - 1]
        found = (_row_label(self._rows[row - 1], column, beside), beside.heads.get(column, ""))
        return tuple(_shortened(label) for label in found if label)


def _lay_out(rows: Sequence[Sequence[str]], captions: Container[int]) -> Iterator[_Beside]:
    """Yield what holds for each row, in order."""
    heads: dict[int, str] = {}
    above: dict[int, str] = {}
    section, is_sure, pending, block = "", True, list[tuple[_Row, Sequence[str]]](), 0
    for at, row in enumerate(rows):
        kind = _Row.BLANK if at in captions else _kind(row, heads, pending, begun=block > 0)
        if kind is not _Row.BODY:
            pending.append((kind, row))
            yield _Beside()
            continue
        told = _heads_in(pending, begun=block > 0)
        if pending:
            section = _section_in(pending, begun=block > 0)
            is_sure = _is_set_apart(pending, row, begun=block > 0)
        if told or not block:
            heads, above, block = told, {}, block + 1
        pending = []
        above = _stubs(row, heads, above)
        total = _TOTAL.match(next(iter(above.values()), ""))
        yield _Beside(heads, above, "" if total else section, is_sure, block)


def _is_set_apart(pending: Sequence[tuple[_Row, Sequence[str]]], row: Sequence[str], *, begun: bool) -> bool:
    """Whether lines alone before a row are no rows without a figure: a blank line, heads or an indent tell them."""
    kinds = [kind for kind, _ in pending]
    first = len(kinds) - next((at for at, kind in enumerate(reversed(kinds)) if kind is _Row.ALONE), 0)
    while first > 0 and kinds[first - 1] is _Row.ALONE:
        first -= 1
    blank = first > 0 and kinds[first - 1] is _Row.BLANK
    apart = (begun and _Row.HEAD in kinds[first:]) or (blank and (begun or _Row.HEAD in kinds[:first]))
    return apart or (row[0][:1].isspace() and not pending[-1][1][0][:1].isspace())


def _with_sure_sections(rows: Sequence[Sequence[str]], laid: list[_Beside]) -> list[_Beside]:
    """Return what holds for each row without what may be rows that lack a figure, and no sections.

    They are sections where the rows below two of them are called the same: "Started: Arle; Completed: Arle".
    """
    sections: dict[tuple[int, str], set[str]] = {}
    for row, one in zip(rows, laid, strict=True):
        if one.section and not one.is_sure:
            sections.setdefault((one.block, row[0].strip()), set()).add(one.section)
    repeated = {block for (block, _), found in sections.items() if len(found) > 1}
    return [one if one.is_sure or one.block in repeated else replace(one, section="") for one in laid]


def _kind(
    row: Sequence[str], heads: Mapping[int, str], pending: Sequence[tuple[_Row, Sequence[str]]], *, begun: bool
) -> _Row:
    filled = [(x, cell) for x, cell in enumerate(row, start=1) if cell.strip()]
    figures = [(x, cell) for x, cell in filled if is_figure(cell, x)]
    if not figures:
        alone = len(filled) == 1 and filled[0][0] == 1
        return _Row.BLANK if not filled else _Row.ALONE if alone else _Row.HEAD
    if not all(year_in(cell) for _, cell in figures):
        first = not begun and all(kind is not _Row.HEAD for kind, _ in pending)
        return _Row.HEAD if first and len(filled) > 1 + 2 * len(figures) else _Row.BODY  # "Age, All, Under 5, 5, ..."
    if len(filled) == 1 and filled[0][0] == 1:
        return _Row.ALONE  # a year that heads the rows below it
    headed = begun or _covers(pending, [x for x, _ in figures])
    stub = row[0].strip()
    named = not stub or _YEAR_HEAD.match(stub) is not None or stub == heads.get(1)
    if named and len(figures) == 1 and figures[0][0] > 1:
        return _Row.HEAD
    follows = _follow([int(cell.strip()[:4]) for _, cell in figures])
    return _Row.HEAD if (follows or len(figures) == 1) and (named or not headed) else _Row.BODY


def _covers(pending: Sequence[tuple[_Row, Sequence[str]]], columns: Sequence[int]) -> bool:
    """Whether the row of heads right above has one for each of these columns."""
    heads = [row for kind, row in pending if kind is _Row.HEAD][-1:]
    return bool(heads) and all(x <= len(heads[0]) and heads[0][x - 1].strip() for x in columns)


def _follow(years: Sequence[int]) -> bool:
    """Whether years are heads side by side: they go on by small steps, perhaps beginning anew ("2022, 2023, 2022")."""
    steps = [later - earlier for earlier, later in pairwise(years)]
    onward = [step for step in steps if step > 0]
    backward = [step for step in steps if step < 0]
    if len(years) == 1 or set(steps) == {0}:
        return len(years) > 1
    if len(onward) >= len(backward):
        return all(step <= _WIDEST_STEP for step in onward) and len({*years}) >= len(years) / (len(backward) + 1)
    return all(-step <= _WIDEST_STEP for step in backward)


def _heads_in(pending: Sequence[tuple[_Row, Sequence[str]]], *, begun: bool) -> dict[int, str]:
    """Return the heads that rows before figures have; of rows among figures, those set apart by a line or years."""
    at = next((at for at, (kind, _) in enumerate(pending) if kind is _Row.HEAD), None)
    if at is None:
        return {}
    rows = [row for kind, row in pending if kind is _Row.HEAD]
    apart = at > 0 or any(year_in(cell) for row in rows for cell in row) or not rows[0][0].strip()
    return _composed(rows) if apart or not begun else {}


def _composed(rows: Sequence[Sequence[str]]) -> dict[int, str]:
    """Return the head of each column: what stands above it, and over it and its neighbours."""
    parts: dict[int, list[str]] = {}
    for at, row in enumerate(rows):
        over = ""
        for x in range(1, max(map(len, rows)) + 1):
            own = _words(row, x)
            over = own or over if x > 1 else ""
            told = own or (over if any(_words(lower, x) for lower in rows[at + 1 :]) and x > 1 else "")
            if told and told not in parts.get(x, ()):
                parts.setdefault(x, []).append(told)
    return {x: BETWEEN.join(told) for x, told in parts.items()}


def _words(row: Sequence[str], column: int) -> str:
    """Return a cell of a head in its words, or its year; "" for what is none."""
    cell = row[column - 1].strip() if column <= len(row) else ""
    if is_unavailable(cell):
        return ""
    return year_in(cell) if is_figure(cell, column) else " ".join(cell.split())


def _section_in(pending: Sequence[tuple[_Row, Sequence[str]]], *, begun: bool) -> str:
    """Return the lines that stand alone right before figures; before the first ones, below the heads alone."""
    lines: list[str] = []
    headed = begun
    for kind, row in pending:
        if kind is _Row.HEAD:
            headed, lines = True, lines if begun else []
        elif (
            kind is _Row.ALONE and headed and len(row[0].strip()) <= MOST_IN_LABEL and not row[0].strip().endswith(".")
        ):
            lines.append(" ".join(row[0].split()))
    return BETWEEN.join(lines[-_SECTIONS:])


def _stubs(row: Sequence[str], heads: Mapping[int, str], above: Mapping[int, str]) -> dict[int, str]:
    """Return the labels before the figures of a row, a blank filled with what stands above it."""
    found: dict[int, str] = {}
    for x, cell in enumerate(row, start=1):
        if is_figure(cell, x) and not _is_label(cell, x, heads):
            break
        if cell.strip() and not is_unavailable(cell):
            found[x] = " ".join(cell.split())
    first = min(found, default=0)
    return {x: told for x, told in above.items() if x < first} | found


def _is_label(cell: str, column: int, heads: Mapping[int, str]) -> bool:
    """Whether a cell is a year that says of when its row is."""
    return bool(year_in(cell)) and _YEAR_HEAD.match(heads.get(column, "")) is not None


def _row_label(row: Sequence[str], column: int, beside: _Beside) -> str:
    """Return the texts nearest to the left that stand side by side; else the year in the first column."""
    found: list[str] = []
    at = column - 1
    while at > 0:
        cell = row[at - 1]
        if is_figure(cell, at) and not _is_label(cell, at, beside.heads):
            if found:
                break
        elif not is_unavailable(cell):
            found.append(cell.strip())
        elif at in beside.above:
            found.append(beside.above[at])
        at -= 1
    year = year_in(row[0]) if column > 1 and row else ""
    told = [*reversed(found)] or ([year] if year else [])
    return BETWEEN.join([beside.section, *told] if beside.section and told else told)


def _shortened(label: str) -> str:
    return " ".join(label.split())[:MOST_IN_LABEL]
