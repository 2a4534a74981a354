"""Ticking the items of a claim against its evidence, or waiving them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from factcheck.domain import Claim, ClaimState, Item
from factcheck.errors import InputError
from factcheck.review.hand import check_listed
from factcheck.review.items import check_tick, items_named, key_of, left
from factcheck.review.kinds import Kind
from factcheck.workbench.edited import append
from factcheck.workbench.folding import refresh
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


def untick(bench: Workbench, claim: str, items: Sequence[str], *, seen: int | None = None) -> tuple[Item, ...]:
    """Take ticks and waivers of items back.

    Raises:
        GuardError: the claim is not in the list.
        InputError: there is no such item.
        ConflictError: somebody changed the claim since `seen`.
    """
    return _keep(bench, claim, items, "", "", seen)


def left_in(reader: Reader, claim: str, state: ClaimState) -> tuple[Item, ...]:
    """Return the items of a claim that are left to tick."""
    return left(reader.claim(claim)[0], state, {one.id: one for one in reader.evidence(claim)})


def _keep(
    bench: Workbench, claim: str, references: Sequence[str], evidence: str, reason: str, seen: int | None
) -> tuple[Item, ...]:
    with bench.store.transaction() as tx:
        state = tx.state(claim)
        check_unchanged(tx, state, seen, bench.user)
        check_listed(state)
        if evidence and all(one.id != evidence for one in tx.evidence(claim)):
            raise InputError("is no evidence of this claim", hint=f"`factcheck claim show {claim}`", subject=evidence)
        made, revision, _ = tx.claim(claim)
        items = _chosen(made, references, tx, state)
        body = {
            "items": [key_of(item) for item in items],
            "words": [item.span.text for item in items],
            "evidence": evidence,
            "reason": reason,
        }
        append(bench, tx, Kind.TICKED, claim, revision, body)
        refresh(tx, claim)
    return items


def _chosen(claim: Claim, references: Sequence[str], reader: Reader, state: ClaimState) -> tuple[Item, ...]:
    items = items_named(claim, references) if references else left_in(reader, claim.id, state)
    if not items:
        raise InputError(
            "nothing is left to tick", hint=f"`factcheck claim show {claim.id}`", subject=f"claim {claim.id}"
        )
    return items
