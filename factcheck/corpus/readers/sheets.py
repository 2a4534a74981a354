"""Spreadsheets (XLSX, XLSB, ODS, XLS): each sheet one table, with its cells where the sheet has them.

A sheet of words, such as the notes to the others, is a text: a row is a paragraph, found by its words.
"""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from pathlib import PurePath
from typing import BinaryIO

from factcheck.corpus.readers.areas import check_areas
from factcheck.corpus.readers.building import CELLS_APART, TextBuilder
from factcheck.corpus.readers.found import Found, Part, Record
from factcheck.corpus.readers.opening import whole
from factcheck.corpus.readers.packages import check_package
from factcheck.corpus.records import encodable
from factcheck.corpus.table_words import published_of
from factcheck.corpus.tables import is_prose, published_day
from factcheck.domain import Problem
from factcheck.errors import InputError

EXTRA = "factcheck-workbench[office]"


def is_old(head: bytes, name: str) -> bool:
    """Tell an XLS: an old office document, by its first bytes, of that name."""
    return head.startswith(b"\xd0\xcf\x11\xe0") and name.lower().endswith(".xls")


def read_sheets(stream: BinaryIO, part: Part) -> Iterator[Found]:
    """Yield the sheets of a spreadsheet as CSV, blank rows and columns too, so that each cell keeps its name."""
    try:
        from python_calamine import CalamineWorkbook
    except ImportError as error:
        raise InputError(
            "spreadsheets need python-calamine", hint=f"pip install '{EXTRA}', or export each sheet as CSV"
        ) from error
    data = whole(stream, part.path)
    if data.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            check_package(package.infolist(), part.path)
            check_areas(package, part.path)
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(data))
    except Exception as error:  # the library has an error of its own for each format
        raise InputError("is a spreadsheet that is damaged or encrypted", hint="save it again, unprotected") from error
    issued = ""
    for name in book.sheet_names:
        path = f"{part.path}!{encodable(name)}"
        try:
            rows = book.get_sheet_by_name(name).to_python(skip_empty_area=False)
        except Exception as error:  # noqa: BLE001 - one bad sheet stops no other
            yield Problem(
                path=f"{path}.csv", reason=f"cannot be read: {error!r:.120}", remedy="export the sheet as CSV"
            )
            continue
        if not any(cell not in ("", None) for row in rows for cell in row):
            yield Problem(path=f"{path}.csv", reason="is an empty sheet", remedy="nothing to do if it is meant to be")
            continue
        cells = [[_cell(cell) for cell in row] for row in rows]
        title = f"{PurePath(part.name).stem} {name}"
        if is_prose(cells):
            issued = published_of(cells) or issued  # a cover sheet speaks of the sheets behind it
            yield _of_words(cells, title, name, path, issued)
        else:
            yield _of_figures(cells, title, path, published_day(cells) or issued)


def _of_figures(rows: Sequence[Sequence[str]], title: str, path: str, day: str) -> Record:
    """Return a sheet as a table in CSV; a blank row keeps its comma, so that its text does not begin behind it."""
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows(row if any(row) else ["", ""] for row in rows)
    return Record(fields={"text": out.getvalue(), "title": title, "published": day}, path=f"{path}.csv")


def _of_words(rows: Sequence[Sequence[str]], title: str, name: str, path: str, day: str) -> Record:
    """Return a sheet as a text, its rows as locators; a row is one line, in which its cells can be told apart."""
    builder = TextBuilder()
    for number, row in enumerate(rows, start=1):
        filled = [" ".join(cell.split()) for cell in row if cell.strip()]
        if filled:
            builder.add(CELLS_APART.join(filled), places=[(0, f"sheet {encodable(name)}, row {number}")])
    fields = {"text": builder.text, "title": title, "published": day}
    return Record(fields=fields, path=f"{path}.txt", markers=tuple(builder.markers))


def _cell(value: object) -> str:
    if isinstance(value, bool) or value is None:
        return "" if value is None else str(value).upper()
    if isinstance(value, float):
        return f"{value:.15g}" if abs(value) < 1e15 else repr(value)  # noqa: PLR2004 - what a spreadsheet keeps
    if isinstance(value, datetime) and (value.hour, value.minute, value.second) == (0, 0, 0):
        return value.date().isoformat()
    return value.isoformat() if isinstance(value, date) else str(value)
