"""Evidence that came after a claim was signed and that nobody judged: it is not bound, so the sign-off stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.domain import ClaimState
from factcheck.review.fold import in_force
from factcheck.review.kinds import SIGN_OFFS
from factcheck.workbench.named_evidence import MADE_BY, named_by

if TYPE_CHECKING:
    from factcheck.workbench import Workbench


def unjudged_since(bench: Workbench, state: ClaimState) -> tuple[str, ...]:
    """Return what people call the evidence that came after the sign-off of a claim, and is not judged; in order."""
    events = list(in_force(bench.history(state.claim)))
    signed = max((event.seq for event in events if event.kind in SIGN_OFFS), default=0)
    made = named_by(event for event in events if event.kind in MADE_BY)
    first: dict[str, int] = {}
    for one in made:
        for evidence in one.ids:
            first.setdefault(evidence, one.event.seq)
    unjudged = (one for one in state.evidence if one not in state.stances and one not in state.cited)
    return tuple(state.name_of(one) for one in unjudged if first.get(one, 0) > signed > 0)
