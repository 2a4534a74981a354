"""Spreadsheets (XLSX, XLSB, ODS, XLS): each sheet one table, with its cells where the sheet has them."""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from pathlib import PurePath
from typing import BinaryIO

from factcheck.corpus.readers.areas import check_areas
from factcheck.corpus.readers.found import Found, Part, Record
from factcheck.corpus.readers.opening import whole
from factcheck.corpus.readers.packages import check_package
from factcheck.corpus.records import encodable
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
    for name in book.sheet_names:
        path = f"{part.path}!{encodable(name)}.csv"
        try:
            rows = book.get_sheet_by_name(name).to_python(skip_empty_area=False)
        except Exception as error:  # noqa: BLE001 - one bad sheet stops no other
            yield Problem(path=path, reason=f"cannot be read: {error!r:.120}", remedy="export the sheet as CSV")
            continue
        if not any(cell not in ("", None) for row in rows for cell in row):
            yield Problem(path=path, reason="is an empty sheet", remedy="nothing to do if it is meant to be")
            continue
        yield Record(fields={"text": _as_csv(rows), "title": f"{PurePath(part.name).stem} {name}"}, path=path)


def _as_csv(rows: Sequence[Sequence[object]]) -> str:
    """Write rows as CSV; a blank row keeps its comma, so that a document's text does not begin behind it."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    for row in rows:
        writer.writerow([_cell(cell) for cell in row] if any(cell not in ("", None) for cell in row) else ["", ""])
    return out.getvalue()


def _cell(value: object) -> str:
    if isinstance(value, bool) or value is None:
        return "" if value is None else str(value).upper()
    if isinstance(value, float):
        return f"{value:.15g}" if abs(value) < 1e15 else repr(value)  # noqa: PLR2004 - what a spreadsheet keeps
    if isinstance(value, datetime) and (value.hour, value.minute, value.second) == (0, 0, 0):
        return value.date().isoformat()
    return value.isoformat() if isinstance(value, date) else str(value)
