"""`factcheck claim triage|wait`: what is to be checked first, and who is waited for."""

from __future__ import annotations

import click

from factcheck.cli.claim import claim, claim_argument, view_of
from factcheck.cli.moments import end_of
from factcheck.cli.output import say
from factcheck.cli.own_words import warn_of_names
from factcheck.cli.place import Place, Word, example, pass_place
from factcheck.domain import RISKY_TAGS, Priority
from factcheck.reports.triage import triage_lines

_TAGS = ", ".join(RISKY_TAGS)


@claim.command(
    "triage",
    epilog=example("factcheck claim triage 6 --priority high --tag legal", "factcheck claim triage 6 --untag legal"),
)
@claim_argument
@click.option("--priority", type=Word(Priority), help="How soon it has to be checked.")
@click.option("--tag", "add", metavar="TAG", multiple=True, help=f"Tag it: {_TAGS}, or a word of your own; several.")
@click.option("--untag", "remove", metavar="TAG", multiple=True, help="Take a tag off; several.")
@pass_place
def triage(
    place: Place, reference: str, article: str, priority: str | None, add: tuple[str, ...], remove: tuple[str, ...]
) -> None:
    """Give a claim a priority and tags: what the queue is sorted by."""
    from factcheck.workbench import triaging

    if not (priority or add or remove):
        raise click.UsageError("give --priority, --tag or --untag")
    with place.open() as bench:
        view = view_of(bench, reference, article)
        chosen = Priority(priority) if priority else None
        state = triaging.sort(bench, view.claim.id, priority=chosen, add=add, remove=remove, seen=view.state.seq)
        told = "; ".join(triage_lines(state.triage)) or "priority: normal"
        say(f"claim {view.summary.number}: {told}")
        for tag in add:
            warn_of_names(bench, view, tag=tag)


@claim.command(
    "wait",
    epilog=example('factcheck claim wait 6 "call:Maren Holt" --due 2026-11-30T12:00', "factcheck claim wait 6 --clear"),
)
@claim_argument
@click.argument("contact", metavar="[CONTACT]", default="")
@click.option("--due", metavar="TIME", default="", help="Until when: 2026-11-30 (its end) or 2026-11-30T12:00 (UTC).")
@click.option("--clear", is_flag=True, help="Wait no more.")
@pass_place
def wait(place: Place, reference: str, article: str, contact: str, due: str, *, clear: bool) -> None:
    """Wait for somebody's answer: call:NAME, mail:NAME or meeting:NAME, until a time.

    The name stands outside the log and in no export: words that name them are withheld there, also once the waiting
    ended, but where the article names them itself. A verdict and a sign-off end the waiting.
    """
    from factcheck.workbench import triaging

    if clear == bool(contact) or bool(contact) != bool(due):
        raise click.UsageError("give CONTACT and --due, or --clear")
    until = end_of(due, "--due")
    with place.open() as bench:
        view = view_of(bench, reference, article)
        if until is None:
            triaging.wait_no_more(bench, view.claim.id, seen=view.state.seq)
            say(f"claim {view.summary.number}: waiting for nobody")
            return
        state = triaging.wait(bench, view.claim.id, contact, until, seen=view.state.seq)
        say(f"claim {view.summary.number}: {'; '.join(triage_lines(state.triage))}")
