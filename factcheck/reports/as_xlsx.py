"""The claim list as an Excel workbook: filters, a frozen header, links; every cell is text or a number, none a formula.

Written by XlsxWriter (the extra `xlsx`) row by row, so that a list of any length takes little memory. The time in its
properties is that of the log's last event, so that the same state gives the same bytes.
"""

from __future__ import annotations

import io
from collections.abc import Iterable
from datetime import UTC, datetime
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from factcheck.domain import ArticleSummary, ClaimSummary
from factcheck.errors import InputError, StateError
from factcheck.reports.about import About
from factcheck.reports.columns import COLUMNS, Cell, neutral, row_of

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

MOST_ROWS = 1_048_576
LONGEST_CELL = 32_767
MOST_LINKS = 65_530
"""Limits of the format. Source: Microsoft, "Excel specifications and limits"; XlsxWriter, `write_url`."""
CUT = " ... (cut here: the JSON has it whole)"
WIDTHS = {
    "verbatim": 60,
    "text": 60,
    "rationale": 50,
    "wording": 50,
    "gaps": 50,
    "searched": 50,
    "evidence": 50,
    "claimant": 24,
    "said_on": 22,
    "rating": 20,
    "log_head": 20,
}
"""Widths in characters; the others are as wide as their name."""
_NEVER = datetime(1980, 1, 1, tzinfo=UTC)
"""The time of a workbook that shows a log without events: the first one that a zip can hold."""


def claims_as_xlsx(rows: Iterable[ClaimSummary], about: About) -> bytes:
    """Return the workbook, packed: the sheets Claims, Articles and State.

    Raises:
        OSError: there is no room for the files that the rows are kept in until they are packed.
        StateError: XlsxWriter is not installed.
        InputError: there are more claims than a sheet has rows.
    """
    if about.counts.claims >= MOST_ROWS:
        raise InputError("more claims than a sheet has rows", hint="filter them, or use --format csv")
    packed = io.BytesIO()
    book = _book(packed, about)
    bold = book.add_format({"bold": True, "bottom": 1})
    claims = book.add_worksheet("Claims")
    columns = about.columns or COLUMNS
    _head(claims, columns, bold)
    _claims(claims, rows, about, book.add_format({"text_wrap": True, "valign": "top"}))
    claims.autofilter(0, 0, about.counts.claims, len(columns) - 1)
    articles = book.add_worksheet("Articles")
    _head(articles, ("article", "revision", "title", "published", "claims", "signed", "address"), bold)
    for place, article in enumerate(_shown(about), start=1):
        _article(articles, place, article)
    articles.autofilter(0, 0, max(1, len(_shown(about))), 6)
    _state(book.add_worksheet("State"), about, bold)
    _close(book)
    return packed.getvalue()


def _close(book: Workbook) -> None:
    """Pack the workbook; the library wraps what the disk says, and lets go of its zip only with that error."""
    from xlsxwriter.exceptions import FileCreateError

    told: tuple[int | None, str] | None = None
    try:
        book.close()
    except FileCreateError as error:
        told = _of_the_disk(error)
    if told:
        raise OSError(*told)


def _of_the_disk(error: Exception) -> tuple[int | None, str]:
    cause = error.__context__
    return (cause.errno, cause.strerror or "") if isinstance(cause, OSError) else (None, str(error))


def _book(into: io.BytesIO, about: About) -> Workbook:
    try:
        from xlsxwriter import Workbook
    except ImportError as error:
        raise StateError(
            "writing Excel workbooks needs XlsxWriter, which is not installed",
            hint="pip install 'factcheck-workbench[xlsx]', or use --format csv",
        ) from error
    book = Workbook(into, {"constant_memory": True, "strings_to_urls": False, "strings_to_formulas": False})
    made = (about.stamp.at or _NEVER).astimezone(UTC).replace(tzinfo=None)
    book.set_properties({"title": "Claims", "comments": str(about.stamp), "created": made})
    return book


def _head(sheet: Worksheet, names: Iterable[str], bold: Format) -> None:
    sheet.freeze_panes(1, 0)
    for place, name in enumerate(names):
        sheet.set_column(place, place, WIDTHS.get(name, max(10, len(name) + 4)))
        sheet.write_string(0, place, name, bold)


def _claims(sheet: Worksheet, rows: Iterable[ClaimSummary], about: About, wrapped: Format) -> None:
    columns = about.columns or COLUMNS
    cells = row_of(about, columns)
    link = columns.index("article") if "article" in columns else -1
    places = {article.id: place for place, article in enumerate(_shown(about), start=2)}
    for number, row in enumerate(rows, start=1):
        for place, cell in enumerate(cells(row)):
            if place == link and row.article in places and number <= MOST_LINKS // 2:
                sheet.write_url(number, place, f"internal:'Articles'!A{places[row.article]}", wrapped, _fitting(cell))
            else:
                _write(sheet, number, place, cell, wrapped)


def _write(sheet: Worksheet, row: int, column: int, cell: Cell, style: Format | None = None) -> None:
    if isinstance(cell, bool):
        sheet.write_boolean(row, column, cell, style)
    elif isinstance(cell, int | float):
        sheet.write_number(row, column, cell, style)
    elif cell:
        sheet.write_string(row, column, _fitting(cell), style)


def _fitting(cell: Cell) -> str:
    text = "" if cell is None else str(cell)
    return text if len(text) <= LONGEST_CELL else text[: LONGEST_CELL - len(CUT)] + CUT


def _shown(about: About) -> list[ArticleSummary]:
    shown = {one.id for one in about.stamp.articles}
    return [article for article in about.articles if article.id in shown]


def _article(sheet: Worksheet, row: int, article: ArticleSummary) -> None:
    """Write a row on an article. A path of this machine stays here; an address on the web may leave."""
    published = article.published.isoformat() if article.published else ""
    title = neutral(article.title)
    told: tuple[Cell, ...] = (article.id, article.revision, title, published, article.claims, article.signed)
    for place, cell in enumerate(told):
        _write(sheet, row, place, cell)
    address = neutral(article.path)
    if urlsplit(article.path).scheme in {"http", "https"} and address == article.path and row <= MOST_LINKS // 2:
        sheet.write_url(row, len(told), article.path)


def _state(sheet: Worksheet, about: About, bold: Format) -> None:
    stamp, counts = about.stamp, about.counts
    told: dict[str, Cell] = {
        "program": stamp.program,
        "log event": stamp.events,
        "log time": stamp.at.isoformat() if stamp.at else "",
        "log head": stamp.head,
        "identity": about.identity,
        "claims": counts.claims,
        **{state.replace("-", " "): number for state, number in counts.told_states.items()},
        "without a verdict": counts.unjudged,
        "waived, in any state": counts.waived,
        "published open or hedged": counts.closed,
        "words to change": counts.wordings,
        "conflicting, unsettled": counts.conflicting,
        "not listed": str(about.aside) or "nothing",
    }
    sheet.set_column(0, 1, 24)
    for row, (name, cell) in enumerate(told.items()):
        sheet.write_string(row, 0, name, bold)
        _write(sheet, row, 1, cell)
