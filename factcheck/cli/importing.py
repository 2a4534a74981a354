"""`factcheck import`: what others have checked, as sources."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from factcheck.cli.articles import exit_of_reading, fail_on_option, is_address, tell_problems
from factcheck.cli.completing import files
from factcheck.cli.fetching import access_of, access_options, fetched
from factcheck.cli.output import put, put_lines, say
from factcheck.cli.place import Group, Place, example, pass_place
from factcheck.errors import InputError
from factcheck.reports.as_json import to_json
from factcheck.reports.cells import counted


@click.group("import", cls=Group, epilog=example("factcheck import claimreview reviews.json"))
def import_() -> None:
    """Make others' fact-checks sources that carry a ruling."""


@import_.command(
    "claimreview",
    epilog=example(
        "factcheck import claimreview reviews.json", "factcheck import claimreview https://checks.example/cranes"
    ),
)
@click.argument("source", metavar="FILE|URL", shell_complete=files)
@access_options
@fail_on_option
@click.option("--json", "as_json", is_flag=True, help="Print the result as JSON.")
@pass_place
def claimreview(place: Place, /, source: str, fail_on: str | None, *, as_json: bool, **given: Any) -> int:  # noqa: ANN401 - the options of access
    """Make the reviews of FILE, or of the page at URL, sources of the corpus.

    FILE is JSON-LD of schema.org's ClaimReview (one, a list, a graph, a feed, or one a line), or a page that has it in
    its markup. Each review becomes a source that states its ruling, under its publisher, with the publisher's own
    label. A rating with a label of its own and no scale says not which way it points: it is listed as a problem, and
    no source. The page at URL is fetched and kept as `factcheck fetch` does.
    """
    from factcheck.workbench.keeping import THERE

    access = access_of(given)
    with place.open(create=True) as bench:
        if is_address(source):
            report = fetched(bench, [source], access)
            rulings = [ruling for page in report.pages for ruling in page.rulings]
            there = [page.asked for page in report.pages if page.became == THERE]
            problems, some = report.problems, bool(rulings or there)
            put([to_json(report), "\n"] if as_json else [])
            if not as_json:
                put_lines(f"rules: {ruling}" for ruling in rulings)
            for address in there:
                say(f"{address}: there already; `factcheck{place.option()} fetch --refetch` asks for it again")
            if not problems and not some:
                raise InputError(
                    "the page has no ClaimReview that says which way it points; it is a source like any other",
                    hint="`factcheck corpus list` shows it",
                    subject=source,
                )
        else:
            from factcheck.workbench.importing import import_reviews

            done = import_reviews(bench, Path(source))
            problems, some = done.problems, bool(done.added or done.there)
            put([to_json(done), "\n"] if as_json else [])
            told = f"{counted(done.reviews, 'review')}: {done.added} added, {done.there} there already"
            nothing = done.reviews - done.added - done.there
            say(f"{told}, {nothing} of which nothing was made" if nothing else told)
        tell_problems(problems, listed=len(problems))
    if some:
        say(f"next: `factcheck{place.option()} check ARTICLE` matches claims against them")
    return exit_of_reading(problems, some=some, fail_on=fail_on)
