"""The tables of the corpus with the addresses of their cells, for who works something out over them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.tui.pieces import Line, Piece, Role, line

if TYPE_CHECKING:
    from factcheck.corpus.tables import Table
    from factcheck.domain import ClaimView
    from factcheck.workbench import Workbench

WHOLE, ROWS, COLUMNS, NAMED = 2, 30, 76, 20
"""Tables shown cell by cell, the rows and the width of one, and tables that are named."""


def table_lines(bench: Workbench, view: ClaimView) -> list[Line]:
    """Return the tables that a claim may be worked out from: those that share most of its words cell by cell."""
    with bench.open_corpus(article=view.summary.article) as corpus:
        named = corpus.tables()
        tables = [corpus.table(source.id) for source in named[:NAMED]]
    if not named:
        return [line(Piece("There is no table in the corpus: `factcheck corpus add` takes CSV, XLSX, ODS.", Role.DIM))]
    from factcheck.text.words import content_stems

    words = content_stems(view.claim.verbatim)
    tables.sort(key=lambda table: -len(words & content_stems(" ".join((table.name, *_labels(table))))))
    found = [one for table in tables[:WHOLE] for one in _grid(table)]
    others = [table.name for table in tables[WHOLE:]]
    if others:
        more = f", and {len(named) - NAMED} more" if len(named) > NAMED else ""
        found.append(line(Piece(f"other tables: {'; '.join(others)}{more}", Role.DIM)))
    return found


def _labels(table: Table) -> set[str]:
    return {label for _, _, labels, _ in table.figures() for label in labels}


def _grid(table: Table) -> list[Line]:
    from factcheck.reports.grid import grid_lines
    from factcheck.text.tables.formulas import parse_range

    rows = grid_lines(table, parse_range(f"A1:ZZ{min(ROWS, len(table.rows))}"), COLUMNS)
    shown = [line(Piece(row.rstrip("\n"))) for row in rows]
    return [line(Piece(table.name, Role.STRONG)), *shown, line("")]
