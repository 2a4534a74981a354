"""The claim list as CSV (RFC 4180, UTF-8) for spreadsheets.

A cell that a spreadsheet would run as a formula (it begins with = + - @, a tab or a carriage return) is prefixed with
an apostrophe; control and invisible characters are written out. JSON has the text as it was received.
Source: OWASP, "CSV Injection".
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator

from factcheck.domain import ClaimSummary
from factcheck.reports.cells import shown_text

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\uff1d", "\uff0b", "\uff0d", "\uff20")
"""The last four are the fullwidth forms, which some spreadsheets read alike."""


def claims_as_csv(rows: Iterable[ClaimSummary], identity: str) -> Iterator[str]:
    """Yield the header and a line for each claim. `identity`: how sure a signature's user is, where there is one."""
    names = ClaimSummary._fields
    buffer = io.StringIO()
    writer = csv.writer(buffer)
    writer.writerow([*names, "identity"])
    for row in rows:
        yield _taken(buffer)
        cells = [_cell(getattr(row, name)) for name in names]
        writer.writerow([*cells, identity if row.reviewer else ""])
    yield _taken(buffer)


def _cell(value: object) -> object:
    if not isinstance(value, str):
        return value
    text = shown_text(value)
    return f"'{text}" if value.startswith(_FORMULA) or text.lstrip().startswith(_FORMULA) else text


def _taken(buffer: io.StringIO) -> str:
    text = buffer.getvalue()
    buffer.seek(0)
    buffer.truncate()
    return text
