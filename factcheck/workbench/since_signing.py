"""Evidence that came after a claim was signed and that nobody judged: it is not bound, so the sign-off stands."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from factcheck.domain import ClaimState, ClaimSummary, ReviewState, Stance
from factcheck.review.fold import in_force
from factcheck.review.kinds import SIGN_OFFS
from factcheck.review.scale import rating_of
from factcheck.workbench.named_evidence import MADE_BY, named_by

if TYPE_CHECKING:
    from factcheck.workbench import Workbench


def unjudged_since(bench: Workbench, state: ClaimState) -> tuple[str, ...]:
    """Return what people call the evidence that came after the sign-off of a claim, and is not judged; in order."""
    return tuple(state.name_of(one) for one in _unjudged(bench, state))


def conflicting_since(bench: Workbench, rows: Iterable[ClaimSummary]) -> Mapping[str, tuple[str, ...]]:
    """Return of signed claims (ids) what people call the evidence suggested to conflict that their signers never saw.

    It came after the sign-off, and nobody judged it. Where the verdict is against the claim, it agrees.
    """
    found = {}
    for row in rows:
        if row.review_state is not ReviewState.SIGNED or not row.conflicts:
            continue
        state = bench.store.state(row.id)
        rating = rating_of(state.verdict, bench.ratings)
        if rating and rating.direction == "against":
            continue
        new = _unjudged(bench, state)
        evidence = {item.id: item for item in bench.store.evidence(row.id)} if new else {}
        named = (one for one in new if one in evidence and evidence[one].judgement.stance is Stance.CONFLICTS)
        found[row.id] = tuple(map(state.name_of, named))
    return {claim: names for claim, names in found.items() if names}


def _unjudged(bench: Workbench, state: ClaimState) -> tuple[str, ...]:
    events = list(in_force(bench.history(state.claim)))
    signed = max((event.seq for event in events if event.kind in SIGN_OFFS), default=0)
    made = named_by(event for event in events if event.kind in MADE_BY)
    first: dict[str, int] = {}
    for one in made:
        for evidence in one.ids:
            first.setdefault(evidence, one.event.seq)
    unjudged = (one for one in state.evidence if one not in state.stances and one not in state.cited)
    return tuple(one for one in unjudged if first.get(one, 0) > signed > 0)
