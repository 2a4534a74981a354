"""What a person is told of the items that are left to tick: by which evidence they can be, and the command for it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from factcheck.domain import Claim, ClaimState, Evidence, Item, Stance
from factcheck.review.items import allotted, in_words

NOWHERE = "in no held evidence"
"""What is said of an item that no evidence of the claim has: it can be waived, or evidence brought that has it."""


def left_in_words(claim: Claim, items: Sequence[Item], state: ClaimState, held: Iterable[Evidence]) -> str:
    """Name what is left to tick in one line; of what no evidence that is held speaks of, that is said."""
    nowhere = allotted(claim, items, _not_dismissed(state, held), state).get("", ())
    return ", ".join(in_words([item]) + (f" ({NOWHERE})" if item in nowhere else "") for item in items)


def ticking_command(
    claim: Claim, items: Sequence[Item], state: ClaimState, bound: Sequence[Evidence], held: Iterable[Evidence]
) -> str:
    """Return the command that ticks what is left of a claim against what speaks of it, and waives the rest.

    `bound`: the evidence that a sign-off would bind, which `--all` ticks against; `held`: all of the claim's. What only
    evidence speaks of that nobody judged yet is ticked against that, by name, before anything is waived.
    """
    others = [one for one in _not_dismissed(state, held) if one not in bound]
    left = allotted(claim, items, [*bound, *others], state)
    for one in others:
        if found := left.get(one.id):
            positions = " ".join(str(at) for at, item in enumerate(claim.items, start=1) if item in found)
            return f"claim tick {claim.id} {positions} --evidence {state.name_of(one.id) or one.id}"
    return f"claim tick {claim.id} --all{' --waive REASON' if '' in left else ''}"


def _not_dismissed(state: ClaimState, held: Iterable[Evidence]) -> list[Evidence]:
    dismissed = {one for one, decided in state.stances.items() if decided.stance is Stance.UNRELATED}
    return [one for one in held if one.id in state.evidence and one.id not in dismissed]
