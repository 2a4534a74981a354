"""`factcheck review`: signing off, and what is left to do."""

from __future__ import annotations

import click

from factcheck.cli.claim import claim_argument, view_of
from factcheck.cli.output import agreed, put, put_lines, say
from factcheck.cli.place import Group, Place, example, pass_place
from factcheck.domain import ReviewState
from factcheck.errors import ConflictError
from factcheck.reports.as_json import to_json
from factcheck.reports.cells import counted
from factcheck.reports.claim_list import count
from factcheck.reports.sign_off import signed_lines

_SHORTEST_DIGEST = 12


@click.group("review", cls=Group, epilog=example("factcheck review status"))
def review() -> None:
    """Sign off, withdraw a sign-off, see what is left to do."""


@review.command("sign", epilog=example("factcheck --user bob review sign 6"))
@claim_argument
@click.option("--digest", metavar="DIGEST", help="Sign only if this is what a sign-off would bind now.")
@click.option("--yes", is_flag=True, help="Do not ask.")
@pass_place
def sign(place: Place, reference: str, article: str, digest: str | None, *, yes: bool) -> None:
    """Sign a claim: show what is signed, ask, sign.

    Bound are the claim, the verdict with its rationale, and the evidence that was judged or cited. Who proposed the
    verdict or judged the evidence cannot sign. Without a terminal it does not ask.
    """
    with place.open() as bench:
        view = view_of(bench, reference, article)
        if digest is not None and not (len(digest) >= _SHORTEST_DIGEST and view.state.binding.startswith(digest)):
            raise ConflictError(
                f"a sign-off would bind {view.state.binding} now, not {digest or 'nothing'}",
                hint=f"look at it again: `factcheck claim show {reference}`",
                subject=f"claim {view.claim.id}",
            )
        put_lines(signed_lines(view, bench.ratings))
        if not bench.blockers(view.claim.id) and not yes and not agreed("Sign this?"):
            say("not signed")
            return
        state = bench.sign(view.claim.id, view.state.binding)
        how = " (self-signed)" if state.sign_off and state.sign_off.self_signed else ""
        say(f"signed by {bench.user}{how}; identity asserted")


@review.command("withdraw", epilog=example('factcheck review withdraw 6 --reason "New figures on Friday."'))
@claim_argument
@click.option("--reason", metavar="TEXT", required=True, help="Why.")
@pass_place
def withdraw(place: Place, reference: str, article: str, reason: str) -> None:
    """Withdraw your own sign-off, with a reason."""
    with place.open() as bench:
        view = view_of(bench, reference, article)
        bench.withdraw(view.claim.id, reason)
        say(f"withdrawn: the sign-off of claim {view.summary.number}")


@review.command("status", epilog=example("factcheck review status", "factcheck review status --json"))
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@pass_place
def status(place: Place, *, as_json: bool) -> None:
    """Count what is done and what waits, and say what keeps you from signing."""
    with place.open() as bench:
        rows = list(bench.summaries())
        waiting = [r for r in rows if r.review_state in {ReviewState.PROPOSED, ReviewState.STALE}]
        told = [(row, bench.blockers(row.id)) for row in waiting]
        if as_json:
            blocked = [{"claim": r.id, "number": r.number, "article": r.article, "blockers": b} for r, b in told]
            put([to_json({"user": bench.user, "counts": count(rows), "waiting": blocked}), "\n"])
            return
        n = count(rows)
        told_states = f"{n.open} without a verdict, {n.proposed} proposed, {n.signed_in_words}, {n.stale} stale"
        put_lines([f"{counted(n.claims, 'claim')}: {told_states}"])
        put_lines([f"{n.conflicting} with conflicting evidence unsettled"])
        for row, blockers in told:
            reason = "; ".join(blockers) or f"you can sign it: factcheck{place.option()} review sign {row.id}"
            put_lines([f"claim {row.number} of {row.article} ({row.review_state}): {reason}"])
