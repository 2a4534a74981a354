"""How far a verdict holds, in signs and in words, on lists and in the annotated copy."""

from __future__ import annotations

from collections.abc import Mapping

from factcheck.domain import LISTED, ClaimSummary, ReviewState
from factcheck.reports.claim_counts import Counts
from factcheck.reports.marks import BYPASSED, MARKS, PUBLISHED, SELF_SIGNED, is_bypassed, is_self_signed, signature_mark

SIGNS: Mapping[str, str] = {
    **dict(MARKS.values()),
    SELF_SIGNED: "self-signed",
    BYPASSED: "signed past the rules",
    PUBLISHED: "published open or hedged",
}
"""The marks of the states, and what they mean."""


def sign_of(row: ClaimSummary) -> str:
    """Return the mark of the state of a claim, without blanks; the state itself of one that left the list."""
    return signature_mark(row).strip() if row.review_state in LISTED else str(row.review_state)


def standing_in_words(row: ClaimSummary) -> str:
    """Say how far a verdict holds: what the mark of its state means, or what has no mark; "" before anybody decided."""
    if row.is_published:
        return row.closing
    if is_bypassed(row):
        return SIGNS[BYPASSED]
    if is_self_signed(row):
        return SIGNS[SELF_SIGNED]
    if row.review_state is ReviewState.EXTRACTED:
        return ""
    told = MARKS.get(row.review_state, ("", str(row.review_state)))[1]
    return f"{told}, not signed" if row.review_state is ReviewState.PROPOSED else told


def signs_shown(counts: Counts) -> Mapping[str, str]:
    """Return the marks of states that a list with these counts has, and what they mean."""
    by_decision = {SELF_SIGNED: counts.self_signed, BYPASSED: counts.bypassed, PUBLISHED: counts.closed}
    shown = {sign for state, (sign, _) in MARKS.items() if counts.states.get(state)}
    shown |= {sign for sign, number in by_decision.items() if number}
    return {sign: means for sign, means in SIGNS.items() if sign in shown}
