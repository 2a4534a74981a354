"""`factcheck claim confirm`: a plain fact, confirmed by one passage in one go."""

from __future__ import annotations

import click

from factcheck.cli.claim import claim, claim_argument, evidence_of, tell_left, view_of
from factcheck.cli.output import say
from factcheck.cli.place import Place, example, pass_place


@claim.command("confirm", epilog=example("factcheck claim confirm 6 e1", "factcheck claim confirm 6 e1 --tick"))
@claim_argument
@click.argument("evidence")
@click.option("--tick", "ticks", is_flag=True, help="Record what stands in it as ticked against it, too.")
@pass_place
def confirm(place: Place, reference: str, article: str, evidence: str, *, ticks: bool) -> None:
    """Confirm a plain fact by one piece of evidence.

    Records that it corroborates the claim, and the verdict that rests on it; the rationale is the source and the place.
    Refused where something speaks against the claim, or may and is not judged yet. Where the passage is suggested, or
    was judged, not to corroborate the claim, that is told, and recorded all the same. The items that stand in the
    passage are covered by that, and with --tick recorded as ticked against it; what does not stand in it is left, and
    told.
    """
    from factcheck.review.suggesting import suggested_otherwise
    from factcheck.workbench import confirming

    with place.open() as bench:
        view = view_of(bench, reference, article)
        chosen = next(one for one in view.evidence if one.id == evidence_of(view, evidence))
        done = confirming.confirm(bench, view.claim.id, chosen.id, ticks=ticks, seen=view.state.seq)
        if told := suggested_otherwise(chosen, view.state):
            say(f"warning: {told}")
        say(f"saved: claim {view.summary.number}: {done.rating.label}")
        tell_left(bench, view.claim.id)
        named = view.claim.id if len(bench.articles()) > 1 else str(view.summary.number)
        say(f"next: another person signs it: `factcheck{place.option()} --user NAME review sign {named}`")
