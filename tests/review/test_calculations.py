"""What the fold and the digest of a sign-off make of a calculation."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from factcheck.domain import Calculation, ClaimState, Event, Evidence, Stance, TableCell
from factcheck.review.binding import binding
from factcheck.review.fold import fold
from factcheck.review.kinds import Kind
from tests.factory import NOON, SEARCH, make_claim, make_evidence

CLAIM = make_claim(1, "Homes rose by 12%.", 0)
CELL = TableCell(table="T", cell="C1", text="12", value=Decimal(12), unit="", label="", source="s", digest="d")
MADE = Calculation(
    expression="C1", cells=(CELL,), result=Decimal(12), unit="%", change=True, rounded=Decimal(12), places=0, engine="e"
)


def event(seq: int, kind: Kind, **body: object) -> Event:
    return Event(seq=seq, at=NOON, user="ann", kind=kind, subject=CLAIM.id, revision="r", body=body, schema=1, prev="",
                 digest="")  # fmt: skip


def matched(seq: int, *found: str) -> Event:
    search = {"terms": [], "corpus_digest": SEARCH.corpus_digest, "documents": 2, "retrieved": 2}
    return event(seq, Kind.MATCHED, evidence=list(found), search=search)


def test_a_calculation_is_evidence_until_it_is_undone_whatever_is_matched() -> None:
    events = [matched(1, "a"), event(2, Kind.CALCULATED, evidence="calc"), matched(3, "a", "b")]
    state = fold(CLAIM.id, events, {})
    assert (state.evidence, state.calculated) == (("a", "b", "calc"), ("calc",))
    assert state.contributors == ("ann",)
    undone = fold(CLAIM.id, [*events, event(4, Kind.UNDONE, event=2)], {})
    assert (undone.evidence, undone.calculated) == (("a", "b"), ())


def bound(calculation: Calculation | None) -> str:
    item: Evidence = replace(make_evidence(CLAIM.id, "a", Stance.CORROBORATES), calculation=calculation)
    state = ClaimState(claim=CLAIM.id, cited=(item.id,))
    return binding(CLAIM, CLAIM.verbatim, state, {item.id: item})


def test_a_sign_off_binds_formula_cells_result_and_rounding() -> None:
    changed = [
        replace(MADE, expression="C1+0"),
        replace(MADE, result=Decimal(13)),
        replace(MADE, unit="pp"),
        replace(MADE, rounded=Decimal("12.0")),
        replace(MADE, cells=(replace(CELL, text="13"),)),
        replace(MADE, cells=(replace(CELL, digest="other"),)),
        None,
    ]
    digests = [bound(MADE), *map(bound, changed)]
    assert len(set(digests)) == len(digests)
