"""`factcheck corpus table`: a table of the corpus with the addresses of its cells, or which tables there are."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from factcheck.cli.output import columns, put, put_lines, say
from factcheck.cli.place import Command, Place, example, pass_place
from factcheck.reports.as_json import array, to_json
from factcheck.reports.cells import counted
from factcheck.reports.disclosure import badge, leaving
from factcheck.reports.vintages import vintage_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.domain import Source


@click.command(
    "table",
    cls=Command,
    epilog=example(
        "factcheck corpus table", "factcheck corpus table 'Table 1a'", "factcheck corpus table homes.csv --cells A1:F40"
    ),
)
@click.argument("name", default="")
@click.option("--cells", metavar="RANGE", default="A1:Z40", show_default=True, help="This part of it.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@pass_place
def table(place: Place, name: str, cells: str, *, as_json: bool) -> None:
    """Print a table with the addresses of its cells, which `claim calculate` cites; without NAME, list all tables.

    NAME is its title, the name of its file or sheet, or the start of its id; where it fits several, as
    that of a workbook does, these are listed. A table is a CSV or a sheet of figures, kept whole;
    `corpus cells` finds a figure in it.
    """
    from factcheck.reports.grid import grid_lines
    from factcheck.text.tables.formulas import parse_range

    wanted = parse_range(cells)
    with place.open() as bench, bench.open_corpus() as documents:
        meant = documents.tables_meant(name)
        if not name.strip() or len(meant) > 1:
            _list(meant, as_json=as_json)
            return
        found = documents.table(name)
        others = len(documents.vintages(found.source))
    if as_json:
        rows = () if badge(found.source) else found.rows
        names = ("about", "unit", "period", "marks", "notes")
        told = {} if badge(found.source) else {name: getattr(found, name) for name in names}
        put([to_json({"source": found.source, **told, "vintages": others, "rows": rows}), "\n"])
        return
    for line in filter(None, (found.about, found.told)):
        say(line)
    put(grid_lines(found, wanted, columns()))
    if others:
        say(f"{others} more of the same origin: `factcheck{place.option()} corpus compare {found.source.id[:12]}`")


@click.command("cells", cls=Command, epilog=example('factcheck corpus cells "8,412 new homes were completed in 2024"'))
@click.argument("text")
@click.option("-k", "limit", type=click.IntRange(1, 200), default=10, show_default=True, help="How many cells.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@pass_place
def cells(place: Place, text: str, limit: int, *, as_json: bool) -> None:
    """Find the cells of tables that have a figure of TEXT, with what their row and column are called.

    Rounding and scale are allowed for: 8,412 is "8.4 thousand". Cells whose labels have the years and the
    words of TEXT come first. `claim calculate` cites a cell by its address.
    """
    from factcheck.reports.found_cells import cell_lines

    with place.open() as bench, bench.open_corpus() as documents:
        found = documents.cells(text, most=limit)
        tables = len(documents.tables())
    if as_json:
        open_ones = [one for one in found if not badge(one.source)]
        put([*array(open_ones), "\n"])
        if len(open_ones) < len(found):
            say(f"{counted(len(found) - len(open_ones), 'cell')} left out: their tables may not leave")
        return
    put_lines(cell_lines(found))
    if not found:
        say(f"no cell of {counted(tables, 'table')} has a figure of it")


def _list(sources: Sequence[Source], *, as_json: bool) -> None:
    if as_json:
        put([*array(map(leaving, sources)), "\n"])
        return
    put_lines(map(vintage_line, sources))
    say(f"{counted(len(sources), 'table')}: `corpus table NAME` or ID shows one")
