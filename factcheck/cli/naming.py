"""`factcheck names`: the names sheet of an article."""

from __future__ import annotations

import click

from factcheck.cli.articles import load_article, tell_problems
from factcheck.cli.output import columns, put, say
from factcheck.cli.place import Command, example


@click.command("names", cls=Command, epilog=example("factcheck names article.txt", "factcheck names - --json < a.md"))
@click.argument("article", metavar="ARTICLE")
@click.option("--json", "as_json", is_flag=True, help="Print the sheet as JSON.")
def names(article: str, *, as_json: bool) -> None:
    """People, organisations and places of an article, with their spellings.

    One row a name: how it is spelled and how often, titles and ages beside it, where it stands. What looks like a slip
    (two spellings, nearly the same name, two ages) is marked with an exclamation mark. Needs no workspace.
    """
    read = load_article(article)
    from factcheck.claims.names_sheet import names_sheet
    from factcheck.reports.as_json import array
    from factcheck.reports.names import names_lines

    tell_problems(read.notices)
    rows = names_sheet(read.text)
    put([*array(rows), "\n"] if as_json else names_lines(rows, columns()))
    doubted = sum(bool(row.doubts) for row in rows)
    say(f"{len(rows)} names, {doubted} to look at" if rows else "no name found in this text")
