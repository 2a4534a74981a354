"""`factcheck claim wording`: another wording for the words of a claim, and what becomes of it."""

from __future__ import annotations

from enum import StrEnum

import click

from factcheck.cli.claim import claim, claim_argument, tell_stale, view_of
from factcheck.cli.output import say
from factcheck.cli.own_words import warn_of_names
from factcheck.cli.place import Place, Word, example, pass_place
from factcheck.domain import WordingState
from factcheck.reports.wording import wording_line


class _Step(StrEnum):
    PROPOSE = "propose"
    ACCEPT = "accept"
    STET = "stet"
    CUT = "cut"
    CLEAR = "clear"


_OUTCOMES = {
    _Step.ACCEPT: WordingState.ACCEPTED,
    _Step.STET: WordingState.STET,
    _Step.CUT: WordingState.CUT,
}


@claim.command(
    "wording",
    epilog=example(
        'factcheck claim wording 6 propose "We have built 31,000 homes in two years"',
        "factcheck --user eva claim wording 6 accept",
        'factcheck --user eva claim wording 6 stet --reason "A quotation: the words are his."',
        "factcheck --user eva claim wording 6 cut",
    ),
)
@claim_argument
@click.argument("what", metavar=f"[{'|'.join(_Step)}]", type=Word(_Step))
@click.argument("text", metavar="[TEXT]", default="")
@click.option("--reason", metavar="TEXT", default="", help="Why; to let the words stand (stet) takes one.")
@pass_place
def wording(place: Place, reference: str, article: str, what: str, text: str, reason: str) -> None:
    """Propose other words for a claim; accept them, let its own stand, or cut these.

    propose: TEXT is to stand in place of the words of the claim; accept: it does, in the next revision; stet: the words
    stand as they are, for a reason; cut: they leave the text; clear: nothing is proposed any more. A sign-off binds the
    old words, the new ones and what was decided, so that a revision with exactly the accepted words keeps it. As long
    as a wording is open, or accepted and not in the text, the article is not ready.
    """
    from factcheck.review.wording import misquoting
    from factcheck.workbench.wording import propose, settle, take_back

    step = _Step(what)
    if bool(text) != (step is _Step.PROPOSE):
        raise click.UsageError("propose takes the TEXT that is to stand there" if not text else f"{step} takes no TEXT")
    if reason and step not in _OUTCOMES:
        raise click.UsageError(f"{step} takes no --reason")
    with place.open() as bench:
        view = view_of(bench, reference, article)
        name, seen, number = view.claim.id, view.state.seq, view.summary.number
        if step is _Step.PROPOSE:
            for warning in misquoting(view.claim, text):
                say(f"warning: {warning}")
            state = propose(bench, name, text, seen=seen)
        elif step is _Step.CLEAR:
            state = take_back(bench, name, seen=seen)
        else:
            state = settle(bench, name, _OUTCOMES[step], reason=reason, seen=seen)
        told = wording_line(state.wording) if state.wording else "no other wording is proposed"
        say(f"claim {number}: {told}")
        warn_of_names(bench, view, wording=text, reason=reason)
        if step in {_Step.ACCEPT, _Step.CUT} and state.wording and not state.wording.applied:
            say("change the text and check that as a revision of this one")
        tell_stale(bench, name, view)
