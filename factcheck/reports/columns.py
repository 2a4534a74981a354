"""The columns of a claim list: their names, what people call them, and the cells of spreadsheets.

A cell that a spreadsheet would run as a formula (it begins with = + - @, a tab or a carriage return) is prefixed with
an apostrophe, in CSV also within the cell behind a semicolon; control and invisible characters are written out. JSON
has the text as it was received.
Source: OWASP, "CSV Injection".
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from factcheck.domain import ASSERTED, BY_KEY, ClaimSummary
from factcheck.errors import InputError
from factcheck.reports.about import About
from factcheck.reports.cells import shown_text

ALIASES = {
    "no": "number",
    "claim": "verbatim",
    "in full": "text",
    "date": "said_on",
    "said on": "said_on",
    "state": "review_state",
    "verdict": "rating",
    "worthiness": "check_worthiness",
    "source": "cited_source",
}
"""What people call columns, beside the names of the fields."""

OF_THE_STATE = ("identity", "revision", "log_head", "log_time", "not_listed")
"""What each row says of the whole list: a spreadsheet has no other place for it."""

LOOKED_UP = ("gaps", "searched", "evidence")
"""What no origin covers of a claim, the search on record, and its evidence, in words: read only where asked for."""
NOT_LOOKED_UP = "not looked up: see --facets"
"""What their cells say where it was not: an empty one would say that there is none."""

_COUNTS = frozenset(["corroborates", "conflicts", "related"])
"""What is empty, and not 0, of a claim that was not searched yet."""

COLUMNS = (*ClaimSummary._fields, *LOOKED_UP, *OF_THE_STATE)

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\uff1d", "\uff0b", "\uff0d", "\uff20")
"""The last four are the fullwidth forms, which some spreadsheets read alike."""

_WITHIN = re.compile(r"""([;\t\r\n][\s"]*)(?=[=+\-@\uff1d\uff0b\uff0d\uff20])""")

Cell = str | int | float | bool | None
Row = Callable[[ClaimSummary], list[Cell]]


def columns_named(written: str) -> tuple[str, ...]:
    """Return the columns that a person means by names with commas between them.

    Raises:
        InputError: there is no such column, or one is named twice.
    """
    names = [
        ALIASES.get(word, word.replace("-", "_")) for word in (part.strip().lower() for part in written.split(","))
    ]
    for name in names:
        if name not in COLUMNS:
            raise InputError(f"there is no column {name!r}", hint=f"there are: {', '.join([*COLUMNS, *ALIASES])}")
        if names.count(name) > 1:
            raise InputError(f"the column {name!r} is named twice", hint="name each once")
    return tuple(names)


def row_of(about: About, columns: Sequence[str]) -> Row:
    """Return what makes the cells of these columns of a row, for a spreadsheet."""
    stamp = about.stamp
    revisions = {one.id: one.revision for one in stamp.articles}
    time = stamp.at.isoformat() if stamp.at else ""
    left_out = str(about.aside) or "nothing"
    places = [COLUMNS.index(name) for name in columns]
    counting = [place for place, name in enumerate(columns) if name in _COUNTS]
    asks = not set(LOOKED_UP).isdisjoint(columns)

    def cells(row: ClaimSummary) -> list[Cell]:
        identity = (BY_KEY if row.signed_with else ASSERTED) if row.reviewer else ""
        found = about.looked_up(row) if asks else None
        told = (found.gaps, found.searched, found.pieces) if found else (NOT_LOOKED_UP,) * len(LOOKED_UP)
        whole = (*row, *told, identity, revisions.get(row.article, ""), stamp.head, time, left_out)
        chosen = [whole[place] for place in places]
        for place in counting if row.is_unsearched else ():
            chosen[place] = None
        return [neutral(cell) if cell and isinstance(cell, str) else cell for cell in chosen]

    return cells


def neutral(value: str) -> str:
    """Return a text that no spreadsheet runs, and that commands no terminal."""
    if value.isprintable() and not value.lstrip().startswith(_FORMULA):  # nothing in it that has to be written out
        return value
    text = shown_text(value)
    return f"'{text}" if value.startswith(_FORMULA) or text.lstrip().startswith(_FORMULA) else text


def split_neutral(value: str) -> str:
    """Return a cell of a CSV file that is harmless also where it is taken apart at a semicolon, a tab or a line end.

    Much of Europe has the semicolon between cells: there "a;=1+1" is two cells, the second a formula. Quotation marks
    before it do not count: a cell is not quoted as such a program expects it.
    """
    if ";" not in value and value.isprintable():  # no tab, no end of a line
        return value
    return _WITHIN.sub(r"\1'", value)
