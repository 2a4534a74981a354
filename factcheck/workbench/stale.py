"""Stale claims as one list of differences, and those in which nothing material changed, signed anew together.

Shown is the difference to the words that were signed, however many revisions ago. Only words may differ: whatever was
decided on a claim since, or became of its sources, is looked at by itself. A source that changed elsewhere, and still
has the cited passage word for word, touches nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from factcheck.domain import (
    ArticleSummary,
    Claim,
    ClaimState,
    ClaimSummary,
    ClaimView,
    Event,
    ReviewState,
    SourceNow,
    SourceState,
    Wording,
)
from factcheck.errors import GuardError
from factcheck.reports.claim_page import lost_lines
from factcheck.review import signing
from factcheck.review.besides import changed_besides, facts_changed, same_words
from factcheck.review.binding import VERSION, is_stale
from factcheck.review.fold import in_force
from factcheck.review.hand import sets_bounds
from factcheck.review.kinds import CONTRIBUTIONS, SIGN_OFFS, Kind
from factcheck.review.material import touched
from factcheck.review.rated import given_anew
from factcheck.workbench.drift import SAME_PASSAGE
from factcheck.workbench.folding import history, refresh
from factcheck.workbench.meeting import check_not_held
from factcheck.workbench.signing import to_sign, unticked
from factcheck.workbench.trusting import identity
from factcheck.workbench.views import views

if TYPE_CHECKING:
    from factcheck.store.reading import Reader
    from factcheck.workbench import Workbench

_MAYBE_STALE = frozenset([ReviewState.STALE, ReviewState.DISPUTED, ReviewState.RETURNED])
_DECIDED = frozenset([Kind.VERDICT, Kind.WAIVED])
_BOUND = CONTRIBUTIONS | {Kind.TICKED, Kind.REWORDED}


@dataclass(frozen=True, slots=True, kw_only=True)
class Stale:
    """A stale claim: the sentence as it was signed and as it stands, and in words why it cannot be signed with others.

    `binding`: what a sign-off would bind now; `signed_wording`, `wording`: what was proposed in place of the claim's
    words when it was signed, and now; `sources`: what became of the sources that it rests on, a line each.
    """

    claim: ClaimSummary
    before: str
    now: str
    binding: str
    apart: str = ""
    signed_wording: Wording | None = None
    wording: Wording | None = None
    sources: tuple[str, ...] = ()


def stale_claims(bench: Workbench, article: ArticleSummary) -> tuple[Stale, ...]:
    """Return the stale claims of an article, in the order of the text: disputed and returned ones, too.

    So are proposals and waivers of other words, which nobody has signed: shown is what was decided on.
    """
    rows = [
        row
        for row in bench.summaries(article.id)
        if row.review_state is ReviewState.STALE or (row.review_state in _MAYBE_STALE and row.reviewer)
    ]
    seen = [view for view in views(bench, [row.id for row in rows]) if is_stale(view)]
    found = [_stale(bench, bench.store, view.summary, _same_passages(view)) for view in seen]
    return tuple(replace(one, sources=tuple(lost_lines(view))) for one, view in zip(found, seen, strict=True))


def sign_nothing_material(bench: Workbench, displayed: Mapping[str, str]) -> tuple[ClaimState, ...]:
    """Sign stale claims in which nothing material changed, as one event that names each; all of them, or none.

    `displayed`: of each claim, the `binding` that was on screen. They are of one article.

    Raises:
        GuardError: one cannot be signed with others, or not by this user.
        ConflictError: one changed since it was displayed, or somebody else holds it.
    """
    if not displayed:
        raise GuardError("no claim is named", hint="`factcheck review stale` lists which there are")
    same = {view.claim.id: _same_passages(view) for view in views(bench, displayed)}
    with bench.signing(Kind.NOTHING_MATERIAL) as tx:
        revision = _one_revision(tx, displayed)
        bench.allow(tx, Kind.NOTHING_MATERIAL, revision)
        for claim in displayed:
            check_not_held(tx, claim, bench.user, bench.now)
        checked = [_checked(bench, tx, claim, binding, same[claim]) for claim, binding in displayed.items()]
        states = [state for state, _ in checked]
        body = {
            **_shown(checked),
            "bindings": dict(displayed),
            "version": VERSION,
            "identity": identity(bench, tx),
            "self_signed": [state.claim for state in states if signing.contributed(bench.workflow, state, bench.user)],
        }
        key = bench.key_for(tx, Kind.NOTHING_MATERIAL)
        tx.append(
            at=bench.now(),
            user=bench.user,
            kind=Kind.NOTHING_MATERIAL,
            subject=revision,
            revision=revision,
            body=body,
            key=key,
        )
        return tuple(refresh(tx, claim) for claim in displayed)


def _one_revision(reader: Reader, claims: Mapping[str, str]) -> str:
    revisions = {reader.claim(claim)[1] for claim in claims}
    if len(revisions) > 1:
        raise GuardError("these claims are of several articles", hint="sign those of one article at a time")
    return revisions.pop()


def _same_passages(view: ClaimView) -> frozenset[str]:
    """Return the evidence (ids) whose source is another text now that has the cited passage word for word."""
    changed = (e for e, became in view.source_states.items() if became is SourceState.CHANGED)
    return frozenset(e for e in changed if view.since.get(e) == (SAME_PASSAGE,))


def _shown(checked: Sequence[tuple[ClaimState, Mapping[str, SourceNow]]]) -> dict[str, Any]:
    """Return what the log keeps of sources that had changed when the claims were signed anew; {} where none had."""
    now = {state.claim: {e: lost[e] for e in state.rests_on if e in lost} for state, lost in checked}
    if not any(now.values()):
        return {}
    return {
        "sources": {claim: {e: str(one.state) for e, one in found.items()} for claim, found in now.items()},
        "instead": {claim: {e: one.instead for e, one in found.items()} for claim, found in now.items()},
    }


def _checked(
    bench: Workbench, reader: Reader, claim: str, displayed: str, same: frozenset[str]
) -> tuple[ClaimState, Mapping[str, SourceNow]]:
    state, lost = to_sign(bench, reader, claim)
    subject = f"claim {claim}"
    if state.review_state is not ReviewState.STALE:
        hint = f"`factcheck review sign {claim}` signs what is not"
        raise GuardError(f"is {state.review_state}, not stale", hint=hint, subject=subject)
    if apart := _stale(bench, reader, reader.summary(claim), same).apart:
        raise GuardError(f"{apart}: look at it by itself", hint=f"`factcheck review sign {claim}`", subject=subject)
    left = unticked(bench, reader, claim, state)
    rated = given_anew(state, reader.claim(claim)[0])
    signing.check_sign(bench.workflow, state, bench.user, displayed=displayed, rated=rated, unticked=left)
    return state, lost


def _stale(bench: Workbench, reader: Reader, row: ClaimSummary, same: frozenset[str]) -> Stale:
    state, _ = to_sign(bench, reader, row.id)
    claim, revision, sentence = reader.claim(row.id)
    events = in_force(history(reader, row.id, revision))
    kinds = SIGN_OFFS if state.sign_off else _DECIDED
    last = next((event for event in reversed(events) if event.kind in kinds), None)
    signed = _as_signed(reader, row.id, last) if last else row.id
    old, _, before = reader.claim(signed)
    then = reader.state(signed).corrected(old)
    since = [event for event in events if last and event.seq > last.seq]
    state = replace(state, lost={e: became for e, became in state.lost.items() if e not in same})
    apart = next(_apart(row.id, state, (then, state.corrected(claim)), (before, sentence), since), "")
    return Stale(
        claim=row,
        before=before,
        now=sentence,
        binding=state.binding,
        apart=apart,
        signed_wording=state.sign_off.wording if state.sign_off else None,
        wording=state.wording,
    )


def _as_signed(reader: Reader, claim: str, last: Event) -> str:
    """Return the claim, of this revision or an earlier one, that was signed, or decided on, by an event."""
    while reader.claim(claim)[1] != last.revision:
        carried = list(reader.events(subject=claim, kinds=(Kind.CARRIED,)))
        if not carried:
            break
        claim = carried[-1].body["from"]
    return claim


def _apart(
    claim: str, state: ClaimState, made: tuple[Claim, Claim], sentences: tuple[str, str], since: Sequence[Event]
) -> Iterator[str]:
    """Yield why a claim cannot be signed together with others."""
    if state.sign_off is None:
        yield "nobody has signed it; what was decided on it is of the words before"
    if state.review_state is not ReviewState.STALE:
        yield f"it is {state.review_state}"
    if state.lost:
        yield "a source that it rests on has changed or is gone"
    decided = [e for e in since if e.kind in _BOUND or sets_bounds(e, claim)]
    if decided:
        yield f"{decided[-1].user} decided on it since it was signed ({decided[-1].kind})"
    if state.found_since:
        yield "a later search found something else"
    then, now = made
    yield from facts_changed(then, now)
    carried = state.stage.carried
    if carried and carried.changed and same_words(*sentences) and same_words(then.verbatim, now.verbatim):
        yield f"no word of it differs, but {changed_besides(then, now, sentences)}"
    parts = dict.fromkeys((*touched(then.verbatim, now.verbatim), *touched(*sentences)))
    if parts:
        yield f"the difference touches {', '.join(parts)}"
