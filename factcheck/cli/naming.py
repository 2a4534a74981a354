"""`factcheck names`: the names sheet of an article, and ticking its rows."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from factcheck.cli.articles import load_article, tell_problems
from factcheck.cli.completing import files
from factcheck.cli.output import columns, put, put_lines, say
from factcheck.cli.place import Command, Place, example, pass_place
from factcheck.errors import InputError, NoWorkspaceError

if TYPE_CHECKING:
    from factcheck.workbench.name_ticks import Ticked


@click.command(
    "names",
    cls=Command,
    epilog=example(
        "factcheck names article.txt",
        "factcheck names - --json < a.md",
        'factcheck names budget --tick "Maren Holt" --against "Council register, page 3"',
    ),
)
@click.argument("article", metavar="ARTICLE", shell_complete=files)
@click.option("--tick", "name", metavar="NAME", default="", help="Tick this name in every claim that has it.")
@click.option("--against", metavar="TEXT", default="", help="With --tick: the source, and where in it.")
@click.option("--ticks", is_flag=True, help="How far the names of an article in the workspace are ticked.")
@click.option("--json", "as_json", is_flag=True, help="Print the sheet as JSON.")
@pass_place
def names(place: Place, article: str, name: str, against: str, *, ticks: bool, as_json: bool) -> None:
    """People, organisations and places of an article, with their spellings.

    One row a name: how it is spelled and how often, titles and ages beside it, where it stands. What looks like a slip
    (two spellings, nearly the same name, two ages) is marked with an exclamation mark. Of a file it needs no workspace.

    What is no file, or comes with --tick or --ticks, is an article of the workspace: the start of its id, or a part of
    its title or path; its sheet says how far each name is ticked. A row that is ticked is ticked in all claims; a
    spelling that a later draft brings is open again, and it alone.
    """
    if bool(name) != bool(against):
        raise click.UsageError("give --tick NAME and --against TEXT together")
    if name or ticks or _is_stored(place, article):
        _tick(place, article, name, against, as_json=as_json)
        return
    read = load_article(article)
    from factcheck.claims.people.names_sheet import names_sheet
    from factcheck.reports.as_json import array
    from factcheck.reports.cells import counted
    from factcheck.reports.names import names_lines

    tell_problems(read.notices)
    rows = names_sheet(read.text)
    put([*array(rows), "\n"] if as_json else names_lines(rows, columns()))
    doubted = sum(bool(row.doubts) for row in rows)
    say(f"{counted(len(rows), 'name')}, {doubted} to look at" if rows else "no name found in this text")


def _is_stored(place: Place, named: str) -> bool:
    """Tell whether what a person names is no file, but an article of the workspace."""
    from factcheck.reports.named import articles_named

    if named == "-" or Path(named).exists():
        return False
    try:
        with place.open() as bench:
            return bool(articles_named([named], bench.articles()))
    except (NoWorkspaceError, InputError):  # then it is told as a file that is missing
        return False


def _tick(place: Place, article: str, name: str, against: str, *, as_json: bool) -> None:
    from factcheck.cli.reviewing import article_meant
    from factcheck.reports.as_json import array
    from factcheck.workbench import name_ticks

    with place.open() as bench:
        meant = article_meant(bench, article)
        if name:
            one, now = name_ticks.tick_name(bench, meant, name, against)
            say(f"ticked: {one.row.name}, in {now} places now")
            rows: tuple[Ticked, ...] = (one,)
        else:
            rows = name_ticks.sheet(bench, meant)
    if as_json:
        put([*array(rows), "\n"])
        return
    put_lines(_line(row) for row in rows)


def _line(one: Ticked) -> str:
    spelled = ", ".join(spelling.text for spelling in one.row.spellings)
    mark = "-" if not one.items else " " if one.left else "x"
    return f"[{mark}] {one.row.name} ({spelled}): {one.standing}"
