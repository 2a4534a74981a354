"""What a sign-off would bind, in lines: what a person reads before they sign."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.domain import ClaimView, Rating, Stance, WordingState
from factcheck.reports.cells import shown_line
from factcheck.reports.claim_page import judged_by, lost_lines, stage_lines
from factcheck.reports.items import item_lines
from factcheck.reports.wording import wording_lines
from factcheck.review.guards import standing_objections
from factcheck.review.wording import standing_misquotes


def signed_lines(view: ClaimView, ratings: Sequence[Rating], unmet: str = "") -> Iterator[str]:
    """Yield what is signed, without newlines: claim, verdict, rationale, the evidence bound, and the digest.

    `unmet`: what the source policy misses.
    """
    state, verdict = view.state, view.state.verdict
    labels = {r.id: r.label for r in ratings}
    yield f"claim {view.summary.number} ({view.claim.id}): {shown_line(view.claim.verbatim)}"
    yield f"claimant: {shown_line(view.summary.claimant) or 'the article itself'}"
    yield f"said on: {view.summary.said_on or 'not known'}"
    if verdict:
        yield f"verdict: {labels.get(verdict.rating, verdict.rating)} (proposed by {shown_line(verdict.user)})"
        yield f"rationale: {shown_line(verdict.rationale)}"
    if view.state.removal:
        yield f"withdrawn by {shown_line(view.state.removal.user)}: {shown_line(view.state.removal.reason)}"
    yield from wording_lines(view.state)
    yield from stage_lines(view.state)
    if state.wording and state.wording.state is WordingState.OPEN:
        yield "look: nobody has decided on the wording yet; what is decided later makes this sign-off stale"
    yield from (f"look: {shown_line(told)}" for told in standing_misquotes(state, view.claim))
    if unmet:
        yield f"look: {unmet}"
    for warning in standing_objections(state, ratings, view.evidence):
        yield f"look: {warning}"
    bound = [e for e in view.evidence if e.id in state.stances or e.id in state.cited]
    yield f"evidence bound: {len(bound)}"
    for item in bound:
        decided = state.stances.get(item.id)
        stance = f"{decided.stance} (by {judged_by(decided, state)})" if decided else "no stance"
        source = item.candidate.source
        named = shown_line(source.title or source.path or source.id)
        yield f"  {item.id}: {stance}{', cited' if item.id in state.cited else ''}; {named}, {item.candidate.locator}"
    if view.state.ticks:  # else nothing but claim, verdict and evidence is bound
        yield "items:"
        yield from (f"  {line}" for line in item_lines(view))
    yield from lost_lines(view)
    yield from unbound_lines(view)
    yield f"binding: {state.binding}"


def unbound_lines(view: ClaimView) -> Iterator[str]:
    """Yield what nobody judged or cited, and so is not bound: what is suggested to conflict first, one line each."""
    rest = [e for e in view.evidence if e.id not in view.state.stances and e.id not in view.state.cited]
    against = [e for e in rest if e.judgement.stance is Stance.CONFLICTS]
    for item in against:
        source = item.candidate.source
        named = shown_line(source.title or source.path or source.id)
        yield f"not judged, though suggested to conflict: {named}, {item.candidate.locator}"
    if len(rest) > len(against):
        yield f"not judged: {len(rest) - len(against)} more passages"
