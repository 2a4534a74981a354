"""`factcheck claim tick`: the items of a claim, ticked against evidence or waived."""

from __future__ import annotations

from typing import Any

import click

from factcheck.cli.claim import claim, claim_argument, evidence_of, tell_left, tell_stale, view_of
from factcheck.cli.output import put_lines, say
from factcheck.cli.place import Place, example, pass_place
from factcheck.reports.items import item_lines


@claim.command(
    "tick",
    epilog=example(
        "factcheck claim tick 6",
        "factcheck claim tick 6 1 number --evidence e1",
        "factcheck claim tick 6 --all",
        'factcheck claim tick 6 --all --waive "She is our own editor."',
    ),
)
@claim_argument
@click.argument("items", metavar="[ITEM]...", nargs=-1)
@click.option(
    "--evidence", metavar="EVIDENCE", default="", help="They were checked against this: e1, or start of an id."
)
@click.option("--waive", "reason", metavar="REASON", default="", help="They need no check, for this reason.")
@click.option(
    "--all", "everything", is_flag=True, help="All that are left, each against what speaks of it; the rest: --waive."
)
@click.option("--clear", is_flag=True, help="Take the ticks of these items back.")
@pass_place
def tick(place: Place, /, reference: str, article: str, items: tuple[str, ...], **given: Any) -> None:  # noqa: ANN401 - the options above
    """Tick the names, titles, numbers, dates, places and quotations of a claim.

    ITEM is its position in the list, its kind (number, name, ...) or its words. Without anything else, print the list:
    what is ticked, by whom, against what, and what is left. An item that stands in evidence that speaks for the claim
    is covered by the verdict, and needs no tick of its own; one that evidence contradicts is ticked against that.

    With --all alone, each item that is left is ticked against the cited or judged evidence that speaks of it, for or
    against; what none speaks of is left, or waived with --waive. With --evidence, all are ticked against that piece;
    with both, what it does not speak of is waived. Where nothing is left, nothing is recorded.
    """
    evidence, reason, clear, everything = given["evidence"], given["reason"], given["clear"], given["everything"]
    asked = bool(evidence or reason or clear or everything)
    if asked != bool(items or everything) or (clear and (evidence or reason or everything)) or (items and everything):
        raise click.UsageError("name items (or --all), and what they rest on: --evidence, --waive REASON, or --clear")
    from factcheck.review.items import left
    from factcheck.workbench import ticking

    with place.open() as bench:
        view = view_of(bench, reference, article)
        name, seen = view.claim.id, view.state.seq
        if everything and not left(view.claim, view.state, {one.id: one for one in view.evidence}):
            put_lines(item_lines(view))
            say(f"claim {view.summary.number}: nothing is left to tick; nothing is recorded")
            return
        chosen = evidence_of(view, evidence) if evidence else ""
        if asked and clear:
            ticking.untick(bench, name, items, seen=seen)
        elif everything and (reason or not evidence):
            ticking.tick_left(bench, name, evidence=chosen, reason=reason, seen=seen)
        elif asked:
            ticking.tick(bench, name, items, evidence=chosen, reason=reason, seen=seen)
        put_lines(item_lines(bench.claim(name)))
        if asked:
            say(f"saved: claim {view.summary.number}")
            tell_left(bench, name)
            tell_stale(bench, name, view)
