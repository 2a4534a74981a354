"""`factcheck claim assign|lock|unlock|waive`: who works on a claim, and that one needs no verdict."""

from __future__ import annotations

import click

from factcheck.cli.claim import claim, claim_argument, tell_stale, view_of
from factcheck.cli.output import say
from factcheck.cli.own_words import warn_of_names
from factcheck.cli.place import Place, example, pass_place
from factcheck.domain import HELD_MINUTES as HELD

NOBODY = "none"


@claim.command("assign", epilog=example("factcheck claim assign 6 alice", "factcheck claim assign 6 none"))
@claim_argument
@click.argument("checker", metavar="NAME")
@pass_place
def assign(place: Place, reference: str, article: str, checker: str) -> None:
    """Give a claim to a checker; none gives it to nobody. Somebody who may propose no verdict here is told of."""
    from factcheck.workbench import handing

    with place.open() as bench:
        view = view_of(bench, reference, article)
        state = handing.assign(bench, view.claim.id, "" if checker == NOBODY else checker, seen=view.state.seq)
        to = state.stage.assignment.to if state.stage.assignment else "nobody"
        say(f"assigned to {to}: claim {view.summary.number}")
        if state.stage.assignment and (told := handing.not_for(bench, to)):
            say(f"look: {told}")
        if len(to.split()) > 1:  # a user's name is one word
            warn_of_names(bench, view, name=to)


@claim.command("waive", epilog=example('factcheck claim waive 6 --reason "A matter of taste."'))
@claim_argument
@click.option("--reason", metavar="TEXT", default="", help="Why it needs no verdict: an opinion, not checkable.")
@click.option("--clear", is_flag=True, help="Take the waiver back.")
@pass_place
def waive(place: Place, reference: str, article: str, reason: str, *, clear: bool) -> None:
    """Say that a claim needs no verdict, and why. A reviewer still ticks it (`factcheck review sign`)."""
    from factcheck.workbench import handing

    if bool(reason) == clear:
        raise click.UsageError("give either --reason or --clear")
    with place.open() as bench:
        view = view_of(bench, reference, article)
        if clear:
            handing.take_up(bench, view.claim.id, seen=view.state.seq)
            say(f"no longer waived: claim {view.summary.number}")
            return
        handing.waive(bench, view.claim.id, reason, seen=view.state.seq)
        say(f"waived: claim {view.summary.number}")
        warn_of_names(bench, view, reason=reason)
        named = view.claim.id if len(bench.articles()) > 1 else str(view.summary.number)
        say(f"next: a reviewer ticks it: `factcheck{place.option()} --user NAME review sign {named}`")
        tell_stale(bench, view.claim.id, view)


@claim.command("lock", epilog=example("factcheck claim lock 6", "factcheck claim lock 6 --for 90"))
@claim_argument
@click.option("--for", "minutes", metavar="MINUTES", type=int, default=HELD, show_default=True, help="How long.")
@pass_place
def lock(place: Place, reference: str, article: str, minutes: int) -> None:
    """Hold a claim while you work on it: nobody else decides on it until you unlock it, or the time is over.

    Others may leave a note. It is no decision: the log has nothing of it. `claim show` and `claim-list` say who holds
    it. Who may decide nothing on claims holds none.
    """
    from factcheck.workbench import meeting

    with place.open() as bench:
        view = view_of(bench, reference, article)
        say(f"claim {view.summary.number}: {meeting.hold(bench, view.claim.id, minutes=minutes)}")


@claim.command("unlock", epilog=example("factcheck claim unlock 6", "factcheck claim unlock 6 --take"))
@claim_argument
@click.option("--take", is_flag=True, help="Also where somebody else holds it.")
@pass_place
def unlock(place: Place, reference: str, article: str, *, take: bool) -> None:
    """Hold a claim no longer."""
    from factcheck.workbench import meeting

    with place.open() as bench:
        view = view_of(bench, reference, article)
        before = meeting.let_go(bench, view.claim.id, take=take)
        was = f"it was {before}" if before else "it was not held"
        say(f"claim {view.summary.number} is held by nobody; {was}")
