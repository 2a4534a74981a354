"""The claim list as CSV (RFC 4180, UTF-8) for spreadsheets. What a cell may hold: `columns`."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator

from factcheck.domain import ClaimSummary
from factcheck.reports.about import About
from factcheck.reports.columns import COLUMNS, row_of, split_neutral


def claims_as_csv(rows: Iterable[ClaimSummary], about: About) -> Iterator[str]:
    """Yield the header and a line for each claim, with the columns asked for, or all."""
    columns = about.columns or COLUMNS
    cells = row_of(about, columns)
    buffer = io.StringIO()
    writer = csv.writer(buffer)
    writer.writerow(columns)
    for row in rows:
        yield _taken(buffer)
        writer.writerow([split_neutral(cell) if cell and isinstance(cell, str) else cell for cell in cells(row)])
    yield _taken(buffer)


def _taken(buffer: io.StringIO) -> str:
    text = buffer.getvalue()
    buffer.seek(0)
    buffer.truncate()
    return text
