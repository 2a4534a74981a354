"""`factcheck review`: handing claims to reviewers, signing off, disputes, and what is left to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from factcheck.cli.claim import claim_argument, tell_left, view_of
from factcheck.cli.output import agreed, put_lines, say
from factcheck.cli.own_words import warn_of_names
from factcheck.cli.place import Group, Place, Word, example, pass_place
from factcheck.domain import ASSERTED, Ending, Outcome, ReviewState
from factcheck.errors import ConflictError
from factcheck.reports.sign_off import signed_lines

if TYPE_CHECKING:
    from factcheck.domain import ClaimView
    from factcheck.workbench import Workbench

_SHORTEST_DIGEST = 12


@click.group("review", cls=Group, epilog=example("factcheck review status"))
def review() -> None:
    """Submit, sign off, return, dispute, settle; see what is left to do."""


@review.command(
    "submit",
    epilog=example(
        "factcheck review submit 6", 'factcheck review submit 6 --exception "The register is the only source."'
    ),
)
@claim_argument
@click.option("--exception", metavar="REASON", default="", help="Why the source policy need not be met.")
@pass_place
def submit(place: Place, reference: str, article: str, exception: str) -> None:
    """Hand a verdict to the reviewers, as it stands.

    The source policy has to be met: one primary source, or three secondary ones of independent origin, or what
    [workflow.policy] says; else an exception with a reason, which the reviewer sees, and whose author does not sign. A
    text that names no source is none. What contradicts a statement must not all have been released after it. A change
    of the verdict or its evidence takes the claim out of the review.
    """
    from factcheck.workbench.handing import submit as hand_in

    with place.open() as bench:
        view = view_of(bench, reference, article)
        state = hand_in(bench, view.claim.id, exception=exception, seen=view.state.seq)
        submission = state.stage.submission
        how = f", exception: {submission.exception}" if submission and submission.exception else ""
        say(f"submitted: claim {view.summary.number}{how}")
        if how:
            say("who claims an exception does not sign the claim")
        if exception and not how:
            say("the source policy is met, so no exception was recorded")
        warn_of_names(bench, view, exception=exception)
        tell_left(bench, view.claim.id)
        say(f"next: another person signs it: `factcheck{place.option()} --user NAME review sign {_named(bench, view)}`")


@review.command(
    "sign",
    epilog=example("factcheck --user bob review sign 6", "factcheck --user bob review sign 6 --digest 9f2c51d07a3e"),
)
@claim_argument
@click.option("--digest", metavar="DIGEST", help="Sign only if this is what a sign-off would bind now.")
@click.option(
    "--bypass", metavar="REASON", default="", help="Pass over the rules: who has the permission, with a reason."
)
@click.option("--yes", is_flag=True, help="Do not ask.")
@pass_place
def sign(place: Place, reference: str, article: str, digest: str | None, bypass: str, *, yes: bool) -> None:
    """Sign a claim: show what is signed, ask, sign.

    Bound are the claim, the verdict with its rationale, and the evidence that was judged or cited. Who proposed the
    verdict or judged the evidence cannot sign. A claim that was waived, or withdrawn from the list, is ticked with it.
    Without a terminal it does not ask.
    """
    with place.open() as bench:
        view = view_of(bench, reference, article)
        _check_digest(view, digest, reference)
        put_lines(signed_lines(view, bench.ratings, bench.missing_sources(view.claim.id), bench.now()))
        if (bypass or not bench.blockers(view.claim.id)) and not yes and not agreed("Sign this?"):
            say("not signed")
            return
        state = bench.sign(view.claim.id, view.state.binding, bypass=bypass)
        sign_off = state.removal.ticked if state.removal else state.sign_off
        told = (
            [] if sign_off is None else [" (self-signed)"] * sign_off.self_signed + [" past the rules"] * bool(bypass)
        )
        word = "withdrawal ticked" if state.removal else "signed"
        say(f"{word} by {bench.user}{''.join(told)}; identity {sign_off.identity if sign_off else ASSERTED}")
        warn_of_names(bench, view, reason=bypass)


def _check_digest(view: ClaimView, digest: str | None, reference: str) -> None:
    if digest is not None and not (len(digest) >= _SHORTEST_DIGEST and view.state.binding.startswith(digest)):
        raise ConflictError(
            f"a sign-off would bind {view.state.binding} now, not {digest or 'nothing'}",
            hint=f"look at it again: `factcheck claim show {reference}`",
            subject=f"claim {view.claim.id}",
        )


@review.command("return", epilog=example('factcheck --user bob review return 6 --comment "Which register?"'))
@claim_argument
@click.option("--comment", metavar="TEXT", required=True, help="What is missing.")
@pass_place
def send_back(place: Place, reference: str, article: str, comment: str) -> None:
    """Return a claim to its checker, with a comment."""
    from factcheck.workbench import handing

    with place.open() as bench:
        view = view_of(bench, reference, article)
        handing.send_back(bench, view.claim.id, comment, seen=view.state.seq)
        to = f" to {view.state.verdict.user}" if view.state.verdict else ""
        say(f"returned{to}: claim {view.summary.number}")
        warn_of_names(bench, view, comment=comment)


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
        warn_of_names(bench, view, reason=reason)


@review.command(
    "dispute", epilog=example('factcheck --user wim review dispute 6 --position "The minister corrected it."')
)
@claim_argument
@click.option("--position", metavar="TEXT", required=True, help="What you hold instead, and why.")
@pass_place
def dispute(place: Place, reference: str, article: str, position: str) -> None:
    """Hold another position than the one that stands.

    Both positions are kept. A third person settles it (`factcheck review settle`); until then nobody signs.
    """
    from factcheck.workbench import handing

    with place.open() as bench:
        view = view_of(bench, reference, article)
        handing.dispute(bench, view.claim.id, position, seen=view.state.seq)
        say(f"disputed: claim {view.summary.number}")
        warn_of_names(bench, view, position=position)
        named = _named(bench, view)
        command = f"factcheck{place.option()} --user NAME review settle {named} keep --reason TEXT"
        say(f"next: a third person settles it: `{command}`")


@review.command(
    "settle",
    epilog=example(
        'factcheck --user eva review settle 6 keep --reason "The register is right."',
        'factcheck --user eva review settle 6 cut --reason "We cannot show it."',
    ),
)
@claim_argument
@click.argument("outcome", type=Word(Outcome))
@click.option("--reason", metavar="TEXT", required=True, help="Why.")
@pass_place
def settle(place: Place, reference: str, article: str, outcome: str, reason: str) -> None:
    """Settle a dispute: neither of the two, with a reason.

    keep: it stands as it stood before; change: it goes back to its checker; cut: it leaves the text.
    """
    from factcheck.workbench import handing

    with place.open() as bench:
        view = view_of(bench, reference, article)
        state = handing.settle(bench, view.claim.id, Outcome(outcome), reason, seen=view.state.seq)
        warn_of_names(bench, view, reason=reason)
        say(f"settled ({outcome}): claim {view.summary.number} is {bench.claim(view.claim.id).state.review_state}")
        if state.review_state is ReviewState.CUT:
            say("take it out of the text and check that as a revision of this one")


@review.command(
    "close",
    epilog=example(
        'factcheck --user eva review close 6 open --reason "The ministry has not answered."',
        'factcheck --user eva review close 6 hedged --wording "the ministry says so" --reason "One source."',
        'factcheck --user eva review close 6 --clear --reason "They called."',
    ),
)
@claim_argument
@click.argument("ending", metavar=f"[{'|'.join(Ending)}]", type=Word(Ending), required=False)
@click.option("--reason", metavar="TEXT", required=True, help="Why; reports show it.")
@click.option("--wording", metavar="TEXT", default="", help="With hedged: how it is to read.")
@click.option("--clear", is_flag=True, help="Take it back: the claim is open again.")
@pass_place
def close(
    place: Place, reference: str, article: str, ending: str | None, reason: str, wording: str, *, clear: bool
) -> None:
    """Decide at the deadline what becomes of a claim that is open: an editor, with a reason.

    cut: it leaves the text; hedged: it stands with another wording, once the text has that; open: it is published
    unchecked. The last two hold the article back no longer, and every report says so. Whatever is decided on the claim
    after that opens it again.
    """
    from factcheck.workbench import handing

    if clear == bool(ending):
        raise click.UsageError("give cut, hedged or open, or --clear")
    with place.open() as bench:
        view = view_of(bench, reference, article)
        if not ending:
            handing.reopen(bench, view.claim.id, reason, seen=view.state.seq)
            say(f"open again: claim {view.summary.number}")
            warn_of_names(bench, view, reason=reason)
            return
        state = handing.close(bench, view.claim.id, Ending(ending), reason, wording=wording, seen=view.state.seq)
        say(f"claim {view.summary.number} is {state.stage.closing}")
        warn_of_names(bench, view, reason=reason, wording=wording)
        if state.stage.closing and not state.stage.closing.holds:
            say("change the text and check that as a revision of this one")


def _named(bench: Workbench, view: ClaimView) -> str:
    """Name a claim for a command to be copied: by number where that is enough."""
    return view.claim.id if len(bench.articles()) > 1 else str(view.summary.number)


__all__ = ["review"]
