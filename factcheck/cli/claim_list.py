"""`factcheck claim-list`: the stored claims, filtered and sorted, in several formats; and the publishing gate."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import click

from factcheck.cli.output import columns, put, say
from factcheck.cli.place import Command, Place, Word, example, pass_place
from factcheck.domain import ClaimSummary, ReviewState
from factcheck.errors import EXIT_DONE, EXIT_FOUND
from factcheck.reports.claim_list import Filter, Gate, Order, arrange, articles_named, failing, ratings_named, select


class Gates(click.ParamType[tuple[Gate, ...]]):
    """One gate or several, separated by commas."""

    name = "gates"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> tuple[Gate, ...]:  # noqa: ANN401 - click's own
        """Read the gates, or say which there are."""
        if isinstance(value, tuple):
            return value
        try:
            return tuple(Gate(word.strip()) for word in value.split(","))
        except ValueError:
            self.fail(f"{value!r}: expected {', '.join(Gate)}", param, ctx)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Asked:
    """What the command line asked for."""

    article: tuple[str, ...]
    state: tuple[str, ...]
    verdict: tuple[str, ...]
    claimant: str
    text: str
    uncited: bool
    sort: str
    kind: str
    fail_on: tuple[tuple[Gate, ...], ...]
    wide: bool


@click.command(
    "claim-list",
    cls=Command,
    epilog=example(
        "factcheck claim-list --state proposed --claimant smith",
        "factcheck claim-list --format csv > claims.csv",
        "factcheck claim-list --article budget --fail-on unsigned,conflicting",
        "factcheck claim-list --uncited",
    ),
)
@click.option(
    "--article", metavar="NAME", multiple=True, help="Of this article: start of its id, part of title or path."
)
@click.option("--state", type=Word(ReviewState), multiple=True, help="In this review state.")
@click.option("--verdict", metavar="RATING", multiple=True, help="With this rating (id, label or letter), or none.")
@click.option("--claimant", metavar="TEXT", default="", help="Asserted by somebody whose name has this in it.")
@click.option("--text", metavar="TEXT", default="", help="With this in its words.")
@click.option("--uncited", is_flag=True, help="Without a source of the writer's own (footnote, comment, link).")
@click.option("--sort", type=Word(Order), default=Order.TEXT.value, show_default=True, help="The order.")
@click.option("--format", "kind", type=click.Choice(["table", "json", "csv", "md"]), default="table", show_default=True)
@click.option(
    "--fail-on", type=Gates(), multiple=True, metavar="GATE", help="open, unsigned, conflicting: exit 1 if so."
)
@click.option("--wide", is_flag=True, help="Cut nothing to the width of the terminal.")
@pass_place
def claim_list(place: Place, /, **asked: Any) -> int:  # noqa: ANN401 - the options above
    """Print the stored claims: table, JSON, CSV, Markdown; a publishing gate.

    Filters combine: a claim is listed if it fits them all. The gate looks at what is listed. open: no verdict;
    unsigned: no valid sign-off (a stale one is not); conflicting: conflicting evidence and no valid sign-off. JSON has
    every text as it was received; in CSV a cell that a spreadsheet would run as a formula begins with an apostrophe.
    """
    wanted = _Asked(**asked)
    with place.open() as bench:
        articles = bench.articles()
        ratings = bench.ratings
        rows = select(
            bench.summaries(),
            Filter(
                articles=articles_named(wanted.article, articles) if wanted.article else None,
                states=frozenset(map(ReviewState, wanted.state)),
                verdicts=ratings_named(wanted.verdict, ratings),
                claimant=wanted.claimant,
                text=wanted.text,
                uncited=wanted.uncited,
            ),
        )
        rows = arrange(rows, Order(wanted.sort))
        if not rows:
            say(_nothing(place, any_articles=bool(articles)))
        put(_rendered(rows, articles, ratings, wanted))
    return _gate(rows, [gate for several in wanted.fail_on for gate in several])


def _rendered(rows: Sequence[ClaimSummary], articles: Any, ratings: Any, wanted: _Asked) -> Iterable[str]:  # noqa: ANN401 - handed on
    from factcheck.workbench import IDENTITY

    if wanted.kind == "json":
        from factcheck.reports.as_json import claims_as_json

        return claims_as_json(rows, IDENTITY)
    if wanted.kind == "csv":
        from factcheck.reports.as_csv import claims_as_csv

        return claims_as_csv(rows, IDENTITY)
    if wanted.kind == "md":
        from factcheck.reports.as_markdown import claims_as_markdown

        return claims_as_markdown(rows, ratings, IDENTITY)
    return _table(rows, articles, ratings, wide=wanted.wide) if rows else ()


def _table(rows: Sequence[ClaimSummary], articles: Any, ratings: Any, *, wide: bool) -> Iterator[str]:  # noqa: ANN401 - handed on
    from factcheck.reports.table import Layout, claim_table

    return claim_table(rows, articles, ratings, Layout(columns=columns(), wide=wide))


def _nothing(place: Place, *, any_articles: bool) -> str:
    if any_articles:
        return "no claim fits: `factcheck claim-list` without filters shows all"
    return f"there are no claims yet: `factcheck{place.option()} check ARTICLE --corpus PATH`"


def _gate(rows: Sequence[ClaimSummary], gates: Sequence[Gate]) -> int:
    failed = failing(rows, dict.fromkeys(gates))
    if not failed:
        return EXIT_DONE
    told = ", ".join(f"{number} {gate}" for gate, number in failed.items())
    say(f"factcheck: not to be published: {told} (of {len(rows)} claims)")
    return EXIT_FOUND
