"""`factcheck claim-list`: the stored claims, filtered and sorted, in several formats; and the publishing gate."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import click

from factcheck.cli.output import columns, put, say
from factcheck.cli.place import Command, Place, Word, example, pass_place
from factcheck.cli.touching import tell_touched
from factcheck.domain import LISTED, ArticleSummary, ClaimSummary, ReviewState
from factcheck.errors import EXIT_DONE, EXIT_FOUND, InputError
from factcheck.reports.cells import counted
from factcheck.reports.claim_list import (
    Aside,
    Filter,
    Gate,
    Order,
    arrange,
    articles_named,
    failing,
    is_bypassed,
    is_self_signed,
    ratings_named,
    select,
)
from factcheck.review.kinds import Kind

if TYPE_CHECKING:
    from factcheck.workbench import Workbench


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
    cited_silent: bool
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
        "factcheck claim-list --cited-silent",
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
@click.option("--cited-silent", is_flag=True, help="Whose cited source was found and is silent (as said above).")
@click.option("--sort", type=Word(Order), default=Order.TEXT.value, show_default=True, help="The order.")
@click.option("--format", "kind", type=click.Choice(["table", "json", "csv", "md"]), default="table", show_default=True)
@click.option("--fail-on", type=Gates(), multiple=True, metavar="GATE", help=f"{', '.join(Gate)}: exit 1 if so.")
@click.option("--wide", is_flag=True, help="Cut nothing to the width of the terminal.")
@pass_place
def claim_list(place: Place, /, **asked: Any) -> int:  # noqa: ANN401 - the options above
    """Print the stored claims: table, JSON, CSV, Markdown; a publishing gate.

    Filters combine: a claim is listed if it fits them all. What a person withdrew or replaced is counted, and listed if
    --state asks for it. The gate looks at what is listed. open: no verdict, and not waived; unsigned: no valid sign-off
    (a stale one is not, nor the checker's own where the workspace is not solo), or withdrawn from the list and ticked
    by no reviewer (`review sign`); conflicting: conflicting evidence and no valid
    sign-off (a valid one settles it, judged or not: who signs is shown what nobody judged); stale: signed, and what the
    signature bound, or a source that it rests on, has changed since; source: the verdict rests on a source that has
    changed or is gone since (the mark ^), which is told whatever the gate. JSON has every text as it was received; in
    CSV a cell that a spreadsheet would run as a formula begins with an apostrophe.

    --cited-silent lists a claim if a source that the writer cites for it was found in the corpus and is silent: no
    passage of it corroborates the claim or conflicts with it, and no other source cited for the claim does. Sources
    that are not in the corpus (nothing is fetched) and pointers that are too vague were not read: they are not silent.
    The last `check` looked the sources up; a person's stance on a passage counts before the suggested one.
    """
    wanted = _Asked(**asked)
    with place.open() as bench:
        articles = bench.articles()
        states = frozenset(map(ReviewState, wanted.state))
        fits = Filter(
            articles=articles_named(wanted.article, articles) if wanted.article else None,
            states=states,
            verdicts=ratings_named(wanted.verdict, bench.ratings),
            claimant=wanted.claimant,
            text=wanted.text,
            uncited=wanted.uncited,
            cited_silent=wanted.cited_silent,
        )
        rows = select(bench.summaries(unlisted=not states <= set(LISTED)), fits)
        gates = frozenset(gate for several in wanted.fail_on for gate in several)
        unticked = select(bench.unticked(), fits) if Gate.UNSIGNED in gates else []
        rows = arrange(rows, Order(wanted.sort))
        if not rows and not unticked and wanted.fail_on:
            raise InputError("no claim fits, so there is nothing to hold back or let pass", hint="check the filters")
        if not rows:
            say(_nothing(place, any_articles=bool(articles)))
        put(_rendered(rows, bench, articles, wanted))
        solo = bench.solo
        withdrawn = _aside(bench, articles, wanted).withdrawn if gates and Gate.UNSIGNED not in gates else 0
        if any(row.source_state for row in rows):
            listed = {row.id for row in rows}
            tell_touched([one for one in bench.touched() if one.claim.id in listed])
        if withdrawn:
            say(
                f"the gate does not look at {counted(withdrawn, 'claim')} that a person withdrew:"
                f" `factcheck{place.option()} claim-list --state withdrawn`, and who and why:"
                f" `factcheck{place.option()} audit log --kind {Kind.CLAIM_WITHDRAWN}`"
            )
        for one in unticked:
            say(
                f"claim {one.number} was withdrawn, and no reviewer ticked that:"
                f" `factcheck{place.option()} --user NAME review sign {one.id}`, or claim restore {one.id}"
            )
        bypassed = [row for row in rows if is_bypassed(row)] if gates else []
        for row in bypassed:
            say(f"claim {row.number} was signed past the rules by {row.reviewer}: {row.bypass}")
    return _gate(rows, [gate for several in wanted.fail_on for gate in several], solo=solo, unticked=len(unticked))


def _rendered(
    rows: Sequence[ClaimSummary], bench: Workbench, articles: Sequence[ArticleSummary], wanted: _Asked
) -> Iterable[str]:
    from factcheck.workbench import IDENTITY

    if wanted.kind == "csv":
        from factcheck.reports.as_csv import claims_as_csv

        return claims_as_csv(rows, IDENTITY)
    aside = _aside(bench, articles, wanted)
    if wanted.kind == "json":
        from factcheck.reports.as_json import claims_as_json

        return claims_as_json(rows, IDENTITY, aside)
    if wanted.kind == "md":
        from factcheck.reports.as_markdown import claims_as_markdown

        return claims_as_markdown(rows, bench.ratings, IDENTITY, aside)
    if not rows:
        return ()
    from factcheck.reports.table import Layout, claim_table

    return claim_table(rows, articles, bench.ratings, Layout(columns=columns(), wide=wanted.wide, aside=aside))


def _aside(bench: Workbench, articles: Sequence[ArticleSummary], wanted: _Asked) -> Aside:
    """Count what the articles asked for have beside their listed claims."""
    named = articles_named(wanted.article, articles) if wanted.article else {a.id for a in articles}
    parts = [bench.aside(article) for article in articles if article.id in named]
    asked = set(wanted.state)
    names = [name for name in ("superseded", "withdrawn", "sentences") if name not in asked]
    return Aside(**{name: sum(part[name] for part in parts) for name in names})


def _nothing(place: Place, *, any_articles: bool) -> str:
    if any_articles:
        return "no claim fits: `factcheck claim-list` without filters shows all"
    return f"there are no claims yet: `factcheck{place.option()} check ARTICLE --corpus PATH`"


def _gate(rows: Sequence[ClaimSummary], gates: Sequence[Gate], *, solo: bool, unticked: int) -> int:
    failed = failing(rows, dict.fromkeys(gates), solo=solo)
    if not failed and not unticked:
        return EXIT_DONE
    told = ", ".join(
        [f"{number} {gate}" for gate, number in failed.items()] + [f"{unticked} withdrawn"] * bool(unticked)
    )
    own = 0 if solo or Gate.UNSIGNED not in failed else sum(is_self_signed(row) and not row.bypass for row in rows)
    alone = f"; {own} self-signed, which counts only where review.solo is set" if own else ""
    say(f"factcheck: not to be published: {told} (of {counted(len(rows), 'claim')}){alone}")
    return EXIT_FOUND
