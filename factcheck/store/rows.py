"""The rows in which claims and their folds are kept, as they are written and held against the log."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from factcheck.domain import Claim, ClaimState, ReviewState
from factcheck.store.encoding import encode

Row = Mapping[str, Any]


def claim_row(claim: Claim, revision: str, number: int, sentence: str) -> Row:
    """Return the row of a claim as it was made; `sentence`: the words of its sentence."""
    return {
        "id": claim.id,
        "revision": revision,
        "number": number,
        "start": claim.start,
        "end": claim.end,
        "verbatim": claim.verbatim,
        "text": claim.text,
        "claimant": claim.claimant.name if claim.claimant else "",
        "said_on": claim.said_on.iso if claim.said_on else "",
        "form": claim.form,
        "content": claim.content,
        "check_worthiness": claim.check_worthiness,
        "sentence": sentence,
        "payload": encode(claim),
    }


def state_row(state: ClaimState, counts: Mapping[str, int]) -> Row:
    """Return the row of a fold. `counts`: corroborates, conflicts, related, judged."""
    verdict, sign_off, stage = state.verdict, state.sign_off, state.stage
    return {
        "claim": state.claim,
        "review_state": state.review_state,
        "rating": verdict.rating if verdict else "",
        "rationale": verdict.rationale if verdict else "",
        "checker": verdict.user if verdict else "",
        "reviewer": sign_off.user if sign_off else "",
        "self_signed": bool(sign_off and sign_off.self_signed),
        "notes": len(state.notes),
        "seq": state.seq,
        "payload": encode(state),
        "cited_source": state.cited_source or "",
        "assigned": stage.assignment.to if stage.assignment else "",
        "bypass": sign_off.bypass if sign_off else "",
        "signed_with": sign_off.key if sign_off else "",
        "priority": state.triage.priority,
        "tags": ",".join(state.triage.tags),
        "waiting_until": state.triage.wait.due.isoformat() if state.triage.wait else "",
        "wording": state.wording.text if state.wording else "",
        "wording_state": state.wording.standing if state.wording else "",
        "waived": stage.waiver.reason if stage.waiver else "",
        "waived_by": stage.waiver.user if stage.waiver else "",
        "held": f"{stage.dispute.holder}: {stage.dispute.held}" if stage.dispute else "",
        "position": f"{stage.dispute.user}: {stage.dispute.position}" if stage.dispute else "",
        "exception": _exception(state),
        "rated": stage.carried.rated if stage.carried else "",
        "rating_label": verdict.given.label if verdict and verdict.given else "",
        "rating_letter": verdict.given.letter if verdict and verdict.given else "",
        "falls_short": bool(verdict and verdict.given and verdict.given.falls_short),
        "was_searched": state.was_searched,
        "closing": str(stage.closing or "") if state.review_state is not ReviewState.SIGNED else "",
        **counts,
    }


def _exception(state: ClaimState) -> str:
    """Return why the source policy need not be met: as it was submitted, or as it was signed."""
    if state.review_state is ReviewState.IN_REVIEW and state.stage.submission:
        return state.stage.submission.exception
    return state.sign_off.exception if state.sign_off else ""
