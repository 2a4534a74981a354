"""The names sheet for a terminal: a paragraph a name, with what should be looked at."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from factcheck.domain import NameRow
from factcheck.reports.cells import shown_line, wrap

INDENT = "    "
PLACES_SHOWN = 8  # where a name stands; beyond, how many more


def names_lines(rows: Iterable[NameRow], columns: int) -> Iterator[str]:
    """Yield the sheet, each line with its newline; rows of a kind stand under its heading."""
    kind = ""
    for row in rows:
        if row.kind != kind:
            yield f"{'' if not kind else chr(10)}{row.kind.upper()}\n"
            kind = row.kind
        for indent, line in _row(row):
            yield from (f"{part}\n" for part in wrap(shown_line(line), columns, indent))


def _row(row: NameRow) -> Iterator[tuple[str, str]]:
    spelled = ", ".join(f"{spelling.text} ({spelling.count})" for spelling in row.spellings)
    yield "  ", f"[ ] {row.name}"
    yield INDENT + "  ", f"spelled: {spelled}"
    if row.titles:
        yield INDENT + "  ", f"titles: {'; '.join(row.titles)}"
    if row.ages:
        yield INDENT + "  ", f"age: {', '.join(row.ages)}"
    more = len(row.spans) - PLACES_SHOWN
    places = ", ".join(str(span.start) for span in row.spans[:PLACES_SHOWN])
    yield INDENT + "  ", f"at: characters {places}{f' and {more} more' if more > 0 else ''}"
    for doubt in row.doubts:
        yield INDENT + "  ", f"! {doubt}"
