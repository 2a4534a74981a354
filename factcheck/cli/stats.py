"""`factcheck stats`: the desk's statistics."""

from __future__ import annotations

import sys

import click

from factcheck.cli.output import columns, put, say
from factcheck.cli.place import Command, Place, example, pass_place
from factcheck.reports.as_json import to_json
from factcheck.reports.named import articles_named
from factcheck.reports.statistics import statistics_lines

TOP = 10


@click.command(
    "stats",
    cls=Command,
    epilog=example("factcheck stats", "factcheck stats --article budget --top 30", "factcheck stats --json"),
)
@click.option(
    "--article", metavar="NAME", multiple=True, help="Of this article: start of its id, part of title or path."
)
@click.option("--top", type=click.IntRange(0), default=TOP, show_default=True, help="How many sources are named.")
@click.option("--json", "as_json", is_flag=True, help="Print them as JSON.")
@pass_place
def stats(place: Place, /, article: tuple[str, ...], top: int, *, as_json: bool) -> None:
    """Count claims, verdicts, time to sign-off, corrections, and the sources most relied on.

    Time runs from the extraction of a claim, or from when a person made it, to the sign-off that stands, also where
    that is stale. Corrections are those of people, of what was extracted; what was undone does not count. A source
    counts once for each claim whose verdict rests on it: cited, or judged and not dismissed. In JSON times are in
    seconds; there, and in all that does not go to a terminal, sources that are not open have no name.
    """
    from factcheck.cli.differing import tell_differing
    from factcheck.workbench.statistics import desk_statistics

    with place.open() as bench, bench.store.standing_still():
        articles = bench.articles()
        named = articles_named(article, articles) if article else {one.id for one in articles}
        meant = [one for one in articles if one.id in named]
        tell_differing(bench, meant)
        found = desk_statistics(bench, meant, top)
    if as_json:
        put([to_json(found.leaving()), "\n"])
        return
    if not found.counts.claims:
        say(f"there are no claims yet: `factcheck{place.option()} check ARTICLE --corpus PATH`")
    shown = found if sys.stdout.isatty() else found.leaving()
    put(f"{line}\n" for line in statistics_lines(shown, columns()))
