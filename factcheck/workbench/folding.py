"""From the log to the stored state of a claim: reading what the fold needs, and keeping what it gives."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.domain import ClaimState
from factcheck.review.binding import count_origins, settle
from factcheck.review.fold import fold
from factcheck.review.kinds import Kind

if TYPE_CHECKING:
    from factcheck.store.reading import Reader
    from factcheck.store.writing import Transaction


def refresh(tx: Transaction, claim_id: str) -> ClaimState:
    """Fold the events of a claim again and store the state; return it."""
    state, counts = folded(tx, claim_id)
    tx.put_state(state, counts)
    return state


def folded(reader: Reader, claim_id: str) -> tuple[ClaimState, dict[str, int]]:
    """Fold the events of a claim into its state and the counts its list row shows."""
    events = list(reader.events(subject=claim_id))
    digests = [e.body["text"] for e in events if e.kind == Kind.NOTE]
    claim, _, sentence = reader.claim(claim_id)
    evidence = {e.id: e for e in reader.evidence(claim_id)}
    state = settle(fold(claim_id, events, reader.private_texts(digests)), claim, sentence, evidence)
    standing = [evidence[e] for e in state.evidence if e in evidence]
    return state, count_origins(standing, state, lambda e: e.candidate.origin)
