"""Proposed wording: a checker proposes it; a writer, reviewer or editor accepts it, lets the words stand or cuts them.

Each is one event. `seen` is the `seq` of the state that was displayed: somebody else's decision since is told.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from factcheck.domain import ClaimState, WordingState
from factcheck.errors import GuardError
from factcheck.review.kinds import Kind
from factcheck.review.wording import check_proposal, check_settled, fitted
from factcheck.workbench.handing import step

if TYPE_CHECKING:
    from factcheck.store.reading import Reader
    from factcheck.workbench import Workbench


def propose(bench: Workbench, claim: str, text: str, *, seen: int | None = None) -> ClaimState:
    """Propose what is to stand in place of a claim's words.

    Raises:
        GuardError: there are no words, they stand there already, or the workflow does not allow it.
    """
    return step(bench, claim, Kind.WORDED, lambda tx, state: proposed(tx, state, text), seen)


def take_back(bench: Workbench, claim: str, *, seen: int | None = None) -> ClaimState:
    """Take a wording back, leaving none.

    Raises:
        GuardError: there is none, or the workflow does not allow it.
    """

    def body(tx: Reader, state: ClaimState) -> Mapping[str, Any]:
        if state.wording is None:
            raise GuardError("no other wording is proposed", subject=f"claim {claim}")
        return {"before": tx.claim(claim)[0].verbatim, "wording": ""}

    return step(bench, claim, Kind.WORDED, body, seen)


def settle(
    bench: Workbench, claim: str, outcome: WordingState, *, reason: str = "", seen: int | None = None
) -> ClaimState:
    """Accept a wording as it was proposed, let the words stand (`stet`, with a reason), or cut them from the text.

    Raises:
        GuardError: nothing is proposed that could be accepted, there is no reason to let the words stand, it is decided
            so already, or the workflow does not allow it.
    """

    def body(tx: Reader, state: ClaimState) -> Mapping[str, Any]:
        made = tx.claim(claim)[0]
        check_settled(state, made, outcome, reason)
        known = state.wording
        before = known.before if known and outcome is not WordingState.CUT else made.verbatim
        told = {"before": before, "wording": known.text if known else ""}
        return {"outcome": str(outcome), **told, "reason": reason.strip()}

    return step(bench, claim, Kind.REWORDED, body, seen)


def proposed(reader: Reader, state: ClaimState, text: str) -> Mapping[str, Any]:
    """Return what the log keeps of a proposal.

    Raises:
        GuardError: there are no words, or they stand there already.
    """
    made = reader.claim(state.claim)[0]
    kept = _kept(reader, state.claim, text)
    check_proposal(state, made, kept)
    return {"before": made.verbatim, "wording": kept}


def carried(reader: Reader, state: ClaimState, text: str) -> Mapping[str, Any] | None:
    """Return what the log keeps of a wording that a verdict carries; None where it has none, or the one that stands.

    Raises:
        GuardError: the words stand in the text already.
    """
    if not text.strip() or (state.wording and state.wording.text == _kept(reader, state.claim, text)):
        return None
    return proposed(reader, state, text)


def _kept(reader: Reader, claim: str, text: str) -> str:
    made, revision, _ = reader.claim(claim)
    whole = reader.revision(revision)
    return fitted(text, made, whole.text[made.end :][:1] if whole else "")
