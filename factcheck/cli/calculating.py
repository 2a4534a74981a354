"""`factcheck claim calculate`: a formula over the cells of a table, as evidence for a claim."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import click

from factcheck.cli.claim import claim, claim_argument, tell_stale, view_of
from factcheck.cli.output import Progress, columns, put, put_lines, say
from factcheck.cli.place import Place, example, pass_place
from factcheck.reports.cells import counted

if TYPE_CHECKING:
    from factcheck.domain import ClaimView, Evidence

DECIMALS = {"point": False, "comma": True}
"""How a table writes decimals, by the word of the option."""


@claim.command(
    "calculate",
    epilog=example(
        "factcheck claim calculate 6 \"(C17-C12)/C12*100\" --table 'Table 1a'",
        "factcheck claim calculate 6 \"'Table 1a'!C17/'Table 2'!C4*100000\"",
        'factcheck claim calculate 6 "RANK(C17, C2:C20)" --table homes.csv --figure "second-highest"',
    ),
)
@claim_argument
@click.argument("formula")
@click.option(
    "--table", metavar="NAME", default="", help="Of this table: title, file name, start of id; or the only one."
)
@click.option("--figure", metavar="WORDS", default="", help="Words of the claim that name the figure meant.")
@click.option("--places", type=click.IntRange(-12, 20), help="Round to so many decimals; as the claim, if not given.")
@click.option("--decimal", type=click.Choice(sorted(DECIMALS)), help="How the table writes decimals, if misread.")
@click.option("--json", "as_json", is_flag=True, help="Print the evidence as JSON.")
@pass_place
def calculate(place: Place, /, reference: str, article: str, **given: Any) -> None:  # noqa: ANN401 - the options above
    """Work out a formula over a table, and keep it as evidence for a claim.

    A table is a CSV, or a sheet of a workbook, that `corpus add` has kept whole. Cells are named as a spreadsheet names
    them: C17, 'Table 1a'!C17, C2:C9. The formula has + - * / and parentheses, ABS, AVERAGE, MAX, MIN, RANK, ROUND, SUM.
    The result is held against the claim's figure, as exactly as that is written; per cent are told from percentage
    points.
    """
    from factcheck.workbench.calculating import Wanted, calculate

    wanted = Wanted(
        expression=given["formula"],
        table=given["table"],
        figure=given["figure"],
        places=given["places"],
        comma=DECIMALS.get(given["decimal"]),
    )
    with place.open() as bench:
        view = view_of(bench, reference, article)
        made = calculate(bench, view.claim.id, wanted, seen=view.state.seq)
        if given["as_json"]:
            from factcheck.reports.as_json import to_json

            put([to_json(made), "\n"])
        else:
            put(_lines(made))
        name = bench.claim(view.claim.id).state.name_of(made.id)
        say(f"saved: claim {view.summary.number}, evidence {name}; `factcheck undo` takes it back")
        told = _named(view, reference, article)
        say(f"next: `factcheck{place.option()} claim stance {told} {name} ...` says how it bears on the claim")
        tell_stale(bench, view.claim.id, view)


@claim.command("cells", epilog=example("factcheck claim cells 6"))
@claim_argument
@click.option("-k", "limit", type=click.IntRange(1, 200), default=10, show_default=True, help="How many cells.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@pass_place
def cells(place: Place, reference: str, article: str, *, limit: int, as_json: bool) -> None:
    """Offer cells of the corpus's tables that may bear on a claim; nothing is kept.

    Tables are not searched by word. A cell whose row, column and period are all those of the claim is suggested as
    what bears the claim out or contradicts it; any other with a figure of the claim is only related. For a change, a
    share or a rank, the formula over the cells is offered. The command below each keeps it as evidence.
    """
    from factcheck.reports.as_json import array
    from factcheck.reports.disclosure import badge
    from factcheck.reports.found_cells import offer_lines
    from factcheck.workbench.offering import offered

    with place.open() as bench:
        view = view_of(bench, reference, article)
        with Progress() as progress:
            progress.show("looking through tables")
            found = offered(
                bench,
                view.claim.id,
                limit,
                progress=lambda name, at, of: progress.show(f"looking through {name}, table {at} of {of}"),
            )
    if as_json:
        open_ones = [one for one in found if not badge(one.cell.source)]
        put([*array(open_ones), "\n"])
        if len(open_ones) < len(found):
            say(f"{counted(len(found) - len(open_ones), 'cell')} left out: their tables may not leave")
        return
    put_lines(offer_lines(found, _named(view, reference, article)))
    if not found:
        say("no cell of a table is called what the claim says, or has a figure of it")


def _named(view: ClaimView, reference: str, article: str) -> str:
    """Return the name of a claim for a command that is printed: its id where a number needs the article beside it."""
    return view.claim.id if article else reference


def _lines(made: Evidence) -> Iterator[str]:
    from factcheck.reports.calculations import calculation_lines
    from factcheck.reports.cells import wrap
    from factcheck.reports.claim_page import judgement_lines

    told = [*calculation_lines(made.calculation), ""] if made.calculation else []
    for line in (*told, *judgement_lines(made.judgement)):
        yield from (f"{part}\n" for part in wrap(line, columns()) or [""])


__all__ = ["claim"]
