"""What a sign-off binds: a digest over the claim, its evidence, the stances, the verdict and the rationale.

Change one and the sign-off is stale. Bound is the evidence that a person judged or cited; what a machine run merely
suggests may grow with the corpus without undoing anybody's signature. Only a verdict that says what a search came to
(no evidence found) binds what that is suggested to have found.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict, replace
from typing import Any

from factcheck.domain import (
    SALTED,
    Claim,
    ClaimState,
    ClaimView,
    Evidence,
    ReviewState,
    SignOff,
    SourceNow,
    SourceState,
    Stance,
    Verdict,
)
from factcheck.review import staging, wording
from factcheck.review.staging import VERSION
from factcheck.store.canonical import canonical

WITHOUT_TICKS = 1
"""The version of what a sign-off binds that has no ticked items in it."""

__all__ = [
    "VERSION",
    "as_shown",
    "binding",
    "count_origins",
    "effective_stance",
    "holds",
    "is_stale",
    "is_submitted",
    "settle",
    "settle_sources",
    "to_submit",
    "why_stale",
]


def binding(
    claim: Claim, sentence: str, state: ClaimState, evidence: Mapping[str, Evidence], version: int = VERSION
) -> str:
    """Return SHA-256 (hex) over the canonical JSON (RFC 8785) of all that a sign-off of a version would bind now."""
    ticks = state.ticks if version > 1 else {}
    bound = [evidence[e] for e in sorted({*state.stances, *state.cited}) if e in evidence]
    content: dict[str, Any] = {
        "version": 2 if ticks else 1,
        "claim": {"start": claim.start, "end": claim.end, "verbatim": claim.verbatim, "sentence": sentence},
        "claimant": claim.claimant.name if claim.claimant else None,
        "office": claim.claimant.office if claim.claimant else None,
        "said_on": claim.said_on.iso if claim.said_on else None,
        "dates": [d.iso for d in claim.dates],
        "verdict": _verdict(state.verdict) if state.verdict else None,
        "evidence": [_bound(e, state) for e in bound],
    }
    if state.verdict and state.verdict.rests_on_search:
        content["found"] = _found(state, evidence)
    if state.original:  # only where there is one, so that older sign-offs keep their digest
        original = state.original
        content["original"] = [original.wording, original.language, original.translator]
    if waiver := state.stage.waiver:
        content["waiver"] = waiver.reason
    if state.wording:
        content["wording"] = list(state.wording.bound)
    if ticks:
        content["ticks"] = {item: [tick.evidence, tick.reason] for item, tick in ticks.items()}
    return hashlib.sha256(canonical(content)).hexdigest()


def settle(state: ClaimState, claim: Claim, sentence: str, evidence: Mapping[str, Evidence]) -> ClaimState:
    """Add the binding to a folded state, and mark its sign-off stale if what it bound has changed.

    `claim` is as extracted; what the state corrects in it is bound as corrected.
    """
    corrected, sign_off = state.corrected(claim), state.sign_off
    stage = staging.with_rated(staging.with_hedge(state.stage, sentence), corrected.verbatim)
    state = wording.with_applied(state, corrected, sentence)
    state = replace(state, stage=stage, binding=binding(corrected, sentence, state, evidence))
    current = sign_off is not None and sign_off.version == VERSION  # else an earlier one bound otherwise
    now = state.binding if current else ""
    unchanged = sign_off is not None and (
        sign_off.holds_with == now if now else holds(state, corrected, sentence, evidence)
    )
    submitted = is_submitted(state, corrected, sentence, evidence)
    return replace(state, review_state=staging.settled(state, unchanged=unchanged, submitted=submitted))


def to_submit(claim: Claim, sentence: str, state: ClaimState, evidence: Mapping[str, Evidence]) -> str:
    """Return the digest of what is submitted now: all that a sign-off would bind but the ticks, which may follow."""
    return binding(claim, sentence, state, evidence, WITHOUT_TICKS)


def is_submitted(state: ClaimState, claim: Claim, sentence: str, evidence: Mapping[str, Evidence]) -> bool:
    """Tell whether what was submitted stands as it was; programs of before 2026-12 submitted the ticks with it.

    `claim`: as corrected.
    """
    submission = state.stage.submission
    if submission is None or submission.digest == state.binding:
        return submission is not None
    return submission.digest == to_submit(claim, sentence, state, evidence)


def holds(state: ClaimState, claim: Claim, sentence: str, evidence: Mapping[str, Evidence]) -> bool:
    """Tell whether what was signed stands as it was signed, or as it was erased since. `claim`: as corrected."""
    signed = state.sign_off
    return signed is not None and signed.holds_with == binding(claim, sentence, state, evidence, signed.version)


def as_shown(state: ClaimState, now: Mapping[str, SourceNow]) -> ClaimState:
    """Return a claim that may be signed with the digest of all that its signer is shown, and has to present.

    Beside what a sign-off binds that is the exception to the source policy that it would record, and what became of the
    sources (`now`, by evidence) that the verdict rests on. Where there is neither it is the digest of what is bound.
    """
    submitted = state.stage.submission if state.review_state is ReviewState.IN_REVIEW else None
    exception = [submitted.user, submitted.exception] if submitted and submitted.exception else []
    sources = {item: [str(now[item].state), now[item].instead] for item in state.rests_on if item in now}
    if state.review_state is ReviewState.SIGNED or not (exception or sources):
        return state
    shown = {"binding": state.binding, "exception": exception, "sources": sources}
    return replace(state, binding=hashlib.sha256(canonical(shown)).hexdigest())


def settle_sources(state: ClaimState, lost: Mapping[str, SourceNow]) -> ClaimState:
    """Mark a sign-off stale where a source that the verdict rests on changed or is gone since it was signed.

    `lost`: the evidence (ids) whose source changed or is gone now. What the signer was shown counts no more, until yet
    another text stands there.
    """
    if state.sign_off is None:
        return state
    unseen = {e: lost[e].state for e in state.rests_on if e in lost and not _was_shown(state.sign_off, e, lost[e])}
    stale = bool(unseen) and state.review_state is ReviewState.SIGNED
    return replace(state, lost=unseen, review_state=ReviewState.STALE if stale else state.review_state)


def _was_shown(sign_off: SignOff, item: str, now: SourceNow) -> bool:
    then = sign_off.instead.get(item, now.instead)  # sign-offs of before say what became of it alone
    return sign_off.sources.get(item) is now.state and then == now.instead


def why_stale(state: ClaimState) -> str:
    """Say why a sign-off is stale: "source gone", "source changed", or that what was signed has changed."""
    became = set(state.lost.values())
    named = [f"source {one}" for one in SourceState if one in became]
    if state.stage.carried and state.stage.carried.changed:
        named.append("the text has changed")
    if reworded := wording.rewording(state):
        named.append(reworded)
    if state.found_since:
        named.append("a later search found something else")
    return " and ".join(named) or "what was signed has changed"


def is_stale(view: ClaimView) -> bool:
    """Tell whether a claim is signed, and what was signed has changed since: also while it is disputed or returned."""
    state = view.state
    if state.sign_off is None or state.review_state in {ReviewState.SIGNED, ReviewState.STALE}:
        return state.review_state is ReviewState.STALE
    carried = state.stage.carried
    if state.lost or (carried and carried.changed):
        return True
    return not holds(state, view.claim, view.sentence, {item.id: item for item in view.evidence})


def effective_stance(item: Evidence, state: ClaimState) -> Stance:
    """Return the stance that counts: a person's, else the suggested one."""
    decided = state.stances.get(item.id)
    return decided.stance if decided else item.judgement.stance


def count_origins(
    evidence: Iterable[Evidence], state: ClaimState, key: Callable[[Evidence], str], *, once: bool = True
) -> dict[str, int]:
    """Count the origins (as `key` gives them) by effective stance, and how many passages a person judged.

    Each counts once: one of which a copy or passage conflicts does so, whatever another copy of it says. Not `once`:
    in each stance that a passage of it has, as programs before 2026-12 counted.
    """
    stances: dict[str, set[Stance]] = {}
    for item in evidence:
        stances.setdefault(key(item), set()).add(effective_stance(item, state))
    counted = dict.fromkeys(map(str, _COUNTED), 0)
    for said in stances.values():
        for stance in [one for one in _COUNTED if one in said][: 1 if once else None]:
            counted[str(stance)] += 1
    return {**counted, "judged": len(state.stances)}


_COUNTED = (Stance.CONFLICTS, Stance.CORROBORATES, Stance.RELATED)
"""As what an origin counts: the first of these that it has."""


def _found(state: ClaimState, evidence: Mapping[str, Evidence]) -> list[list[str]]:
    """Return what a search found that is suggested to bear on the claim: a verdict that nothing was found rests on it.

    That the corpus grew by what does not bear on it changes nothing.
    """
    items = (evidence[e] for e in state.evidence if e in evidence and e not in state.stances)
    return sorted(
        [item.candidate.digest, item.candidate.passage.text, str(item.judgement.stance)]
        for item in items
        if item.judgement.stance in {Stance.CORROBORATES, Stance.CONFLICTS}
    )


def _verdict(verdict: Verdict) -> dict[str, Any]:
    bound: dict[str, Any] = {"rating": verdict.rating, "rationale": verdict.rationale}
    if verdict.given:  # only where it was kept, so that older sign-offs keep their digest
        bound["scale"] = asdict(verdict.given)
    return bound


def _bound(item: Evidence, state: ClaimState) -> dict[str, Any]:
    decided = state.stances.get(item.id)
    content: dict[str, Any] = {
        "id": item.id,
        "source": item.candidate.digest,
        "locator": item.candidate.locator,
        "passage": item.candidate.passage.text,
        "stance": str(decided.stance) if decided else None,
        "cited": item.id in state.cited,
    }
    source = item.candidate.source.id
    if source.startswith(SALTED):  # else whoever guesses the words could make sure of them once they are erased
        content["salt"] = source
    made = item.calculation
    if made:  # only where there is one, so that older sign-offs keep their digest
        cells = [[cell.digest, cell.table, cell.cell, cell.text] for cell in made.cells]
        content["calculation"] = [made.expression, cells, str(made.result), made.unit, str(made.rounded)]
    return content
