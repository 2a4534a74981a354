"""`factcheck handover`: what one shift hands to the next."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import click

from factcheck.cli.moments import moment
from factcheck.cli.output import put, put_lines, say
from factcheck.cli.place import Command, Place, example, pass_place
from factcheck.reports.as_json import array
from factcheck.reports.handover import head_line, part_lines
from factcheck.reports.named import articles_named

if TYPE_CHECKING:
    from factcheck.workbench import Workbench
    from factcheck.workbench.handover import Handover

LISTED = 20
"""Claims of one part before the rest is only counted; JSON and --all have them all."""


@click.command(
    "handover", cls=Command, epilog=example("factcheck handover", "factcheck handover --since 2026-11-30T08:00")
)
@click.option("--article", metavar="NAME", default="", help="Of this article: start of its id, part of title or path.")
@click.option("--since", metavar="TIME", default="", help="Of what is done, only what was from then on (UTC).")
@click.option("--all", "everything", is_flag=True, help="List everything, however much it is.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@pass_place
def handover(place: Place, article: str, since: str, *, everything: bool, as_json: bool) -> None:
    """Print for the next shift what is done, what waits and what comes next.

    Each with the command that goes on with it; the riskiest first, then what is due soonest. It names the people who
    are waited for: it is for colleagues. In JSON what names a confidential source is withheld.
    """
    from factcheck.workbench.handover import handover as handed

    start, program = moment(since, "--since"), f"factcheck{place.option()}"
    with place.open() as bench:
        known = bench.articles()
        named = articles_named([article], known) if article else {one.id for one in known}
        found = handed(bench, [one for one in known if one.id in named], start)
        if as_json:
            put([*array(_leaving(bench, one) for one in found), "\n"])
            return
        now = bench.now()

        def goes_on(command: str) -> str:
            return f"{program} {command}"

        for one in found:
            put_lines([head_line(one.article, one.deadline, now)])
            for name, part in (("done", one.done), ("waiting", one.waiting), ("next", one.next)):
                put_lines(part_lines(name, part, now, goes_on, None if everything else LISTED))
    if not found:
        say(f"there is nothing to hand over yet: `{program} check ARTICLE`")


def _leaving(bench: Workbench, one: Handover) -> Handover:
    from factcheck.workbench.own_words import OwnWords

    words = OwnWords(bench)
    done, waiting, following = (tuple(words.records(part)) for part in (one.done, one.waiting, one.next))
    return replace(one, done=done, waiting=waiting, next=following)
