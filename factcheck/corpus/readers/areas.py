"""How many cells a sheet spans, before a library lays them out: two cells at the far ends of a sheet span 17 billion.

Looks at the XML as text, since the library that reads it ends the process where it finds no memory. XLSX and ODS; an
XLS cannot span more than it can hold.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator

from factcheck.errors import InputError

MOST_CELLS = 5_000_000
"""Cells of a sheet, with the blank ones between others: some 300 MB laid out; a million rows have room for five."""

_PLACE = re.compile(rb"""<(?:\w+:)?c\b[^>]{0,400}?\sr=["']([A-Za-z]{1,3})(\d{1,7})["']""")
_ODS = re.compile(rb"<table:(table|table-row|(?:covered-)?table-cell)(?=[\s/>])([^>]*)>")
_ROWS = re.compile(rb"""number-rows-repeated=["'](\d{1,9})["']""")
_COLUMNS = re.compile(rb"""number-columns-repeated=["'](\d{1,9})["']""")


def check_areas(package: zipfile.ZipFile, name: str) -> None:
    """Refuse a spreadsheet of which a sheet spans more than `MOST_CELLS`.

    Raises:
        InputError: says how many.
    """
    largest = max(_areas(package), default=0)
    if largest > MOST_CELLS:
        reason = f"has a sheet that spans {largest:,} cells, more than {MOST_CELLS:,}"
        raise InputError(reason, hint="copy the cells that count into a new file, or export it as CSV", subject=name)


def _areas(package: zipfile.ZipFile) -> Iterator[int]:
    for part in package.namelist():
        if part.lower().startswith("xl/worksheets/") and part.lower().endswith(".xml"):
            yield _area_of_places(package.read(part))
        elif part == "content.xml":
            yield from _areas_of_repeats(package.read(part))


def _area_of_places(sheet: bytes) -> int:
    columns: set[bytes] = set()
    rows = 0
    for found in _PLACE.finditer(sheet):
        columns.add(found[1])
        rows = max(rows, int(found[2]))
    return max(map(_number_of, columns), default=0) * rows


def _number_of(column: bytes) -> int:
    number = 0
    for letter in column.upper():
        number = number * 26 + letter - 64
    return number


def _areas_of_repeats(sheets: bytes) -> Iterator[int]:
    """Yield the area of each table: to its last row and column that are not blank."""
    row = column = rows = columns = 0
    for found in _ODS.finditer(sheets):
        kind, said = found[1], found[2]
        if kind == b"table":
            yield rows * columns
            row = rows = columns = 0
        elif kind == b"table-row":
            column, row = 0, row + _times(_ROWS, said)
        else:
            column += _times(_COLUMNS, said)
            if not said.endswith(b"/") or b"office:value" in said:
                rows, columns = row, max(columns, column)
    yield rows * columns


def _times(pattern: re.Pattern[bytes], said: bytes) -> int:
    found = pattern.search(said)
    return int(found[1]) if found else 1
