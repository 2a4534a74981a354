"""Ticking the items of a claim against its evidence, or waiving them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from factcheck.domain import Claim, ClaimState, Evidence, Item, Stance
from factcheck.errors import InputError
from factcheck.review.hand import check_listed
from factcheck.review.items import allotted, check_tick, in_words, items_named, key_of, left
from factcheck.review.kinds import Kind
from factcheck.review.tick_hints import ticking_command
from factcheck.workbench.edited import append
from factcheck.workbench.folding import Stored, refresh
from factcheck.workbench.meeting import check_unchanged

if TYPE_CHECKING:
    from factcheck.store.reading import Reader
    from factcheck.workbench import Workbench


def tick(
    bench: Workbench,
    claim: str,
    items: Sequence[str],
    *,
    evidence: str = "",
    reason: str = "",
    seen: int | None = None,
) -> tuple[Item, ...]:
    """Tick items (by position, kind or words; none named: all that are left) against evidence, or waive them.

    Raises:
        GuardError: neither evidence nor a reason is given, or both are; or the claim is not in the list.
        InputError: there is no such item or evidence, or nothing is left to tick.
        ConflictError: somebody changed the claim since `seen`.
    """
    check_tick(evidence, reason, claim)
    return _keep(bench, claim, items, evidence, reason.strip(), seen)


def tick_left(
    bench: Workbench, claim: str, *, evidence: str = "", reason: str = "", seen: int | None = None
) -> tuple[Item, ...]:
    """Tick what is left of a claim against the evidence that speaks of it; waive the rest, where there is a `reason`.

    The evidence is what is cited or was judged to bear on the claim; with `evidence` (an id) that piece alone. Return
    what is still left, which is nothing where there is a reason.

    Raises:
        GuardError: the claim is not in the list.
        InputError: there is no such evidence, nothing is left to tick, or no evidence speaks of anything that is.
        ConflictError: somebody changed the claim since `seen`.
    """
    with bench.store.transaction() as tx:
        state = tx.state(claim)
        check_unchanged(tx, state, seen, bench.user)
        check_listed(state)
        made, revision, _ = tx.claim(claim)
        pieces = [piece_of(tx, claim, evidence)] if evidence else bound_in(tx, claim, state)
        found = allotted(made, _chosen(made, (), tx, state), pieces, state)
        rest = found.pop("", ())
        if not found and not reason.strip():
            command = ticking_command(made, rest, state, pieces, tx.evidence(claim))
            raise InputError(
                f"no evidence of the verdict speaks of {in_words(rest)}",
                hint=f"`factcheck {command}`",
                subject=f"claim {claim}",
            )
        for name, items in found.items():
            append(bench, tx, Kind.TICKED, claim, revision, ticked(items, evidence=name))
        if rest and reason.strip():
            append(bench, tx, Kind.TICKED, claim, revision, ticked(rest, reason=reason.strip()))
            rest = ()
        refresh(tx, claim)
    return rest


def untick(bench: Workbench, claim: str, items: Sequence[str], *, seen: int | None = None) -> tuple[Item, ...]:
    """Take ticks and waivers of items back.

    Raises:
        GuardError: the claim is not in the list.
        InputError: there is no such item.
        ConflictError: somebody changed the claim since `seen`.
    """
    return _keep(bench, claim, items, "", "", seen)


def left_in(reader: Stored, claim: str, state: ClaimState) -> tuple[Item, ...]:
    """Return the items of a claim that are left to tick."""
    return left(reader.claim(claim)[0], state, {one.id: one for one in reader.evidence(claim)})


def bound_in(reader: Stored, claim: str, state: ClaimState) -> list[Evidence]:
    """Return the evidence of a claim that a sign-off would bind as bearing on it, what is cited first."""
    kept = {one.id: one for one in reader.evidence(claim)}
    judged = (one for one, decided in state.stances.items() if decided.stance is not Stance.UNRELATED)
    return [kept[one] for one in dict.fromkeys((*state.cited, *judged)) if one in kept]


def piece_of(reader: Reader, claim: str, evidence: str) -> Evidence:
    """Return a piece of evidence of a claim by its id.

    Raises:
        InputError: there is none.
    """
    for one in reader.evidence(claim):
        if one.id == evidence:
            return one
    raise InputError("is no evidence of this claim", hint=f"`factcheck claim show {claim}`", subject=evidence)


def ticked(items: Sequence[Item], *, evidence: str = "", reason: str = "") -> dict[str, Any]:
    """Return what an event says that ticks items against evidence, waives them, or (neither) unticks them."""
    return {
        "items": [key_of(item) for item in items],
        "words": [item.span.text for item in items],
        "evidence": evidence,
        "reason": reason,
    }


def _keep(
    bench: Workbench, claim: str, references: Sequence[str], evidence: str, reason: str, seen: int | None
) -> tuple[Item, ...]:
    with bench.store.transaction() as tx:
        state = tx.state(claim)
        check_unchanged(tx, state, seen, bench.user)
        check_listed(state)
        if evidence:
            piece_of(tx, claim, evidence)
        made, revision, _ = tx.claim(claim)
        items = _chosen(made, references, tx, state)
        append(bench, tx, Kind.TICKED, claim, revision, ticked(items, evidence=evidence, reason=reason))
        refresh(tx, claim)
    return items


def _chosen(claim: Claim, references: Sequence[str], reader: Reader, state: ClaimState) -> tuple[Item, ...]:
    items = items_named(claim, references) if references else left_in(reader, claim.id, state)
    if not items:
        raise InputError(
            "nothing is left to tick", hint=f"`factcheck claim show {claim.id}`", subject=f"claim {claim.id}"
        )
    return items
