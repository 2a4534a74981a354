"""`factcheck claim confirm`: a plain fact, confirmed by one passage in one go."""

from __future__ import annotations

import click

from factcheck.cli.claim import claim, claim_argument, evidence_of, view_of
from factcheck.cli.output import say
from factcheck.cli.place import Place, example, pass_place


@claim.command("confirm", epilog=example("factcheck claim confirm 6 e1"))
@claim_argument
@click.argument("evidence")
@pass_place
def confirm(place: Place, reference: str, article: str, evidence: str) -> None:
    """Confirm a plain fact by one piece of evidence.

    Records that it corroborates the claim, and the verdict that rests on it; the rationale is the source and the place.
    Refused where something speaks against the claim, or may and is not judged yet. What is left to tick is told.
    """
    from factcheck.workbench import confirming

    with place.open() as bench:
        view = view_of(bench, reference, article)
        done = confirming.confirm(bench, view.claim.id, evidence_of(view, evidence), seen=view.state.seq)
        say(f"saved: claim {view.summary.number}: {done.rating.label}")
        if done.left:
            say(f"left to tick: {', '.join(item.span.text for item in done.left)}")
        named = view.claim.id if len(bench.articles()) > 1 else str(view.summary.number)
        say(f"next: another person signs it: `factcheck{place.option()} --user NAME review sign {named}`")
