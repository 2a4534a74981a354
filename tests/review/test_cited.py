"""What lifts the silence of a cited source: anything that stands on it, be it searched, judged or calculated."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from factcheck.domain import Calculation, CitedSource, CitedStatus, ClaimState, Evidence, Stance, TableCell
from factcheck.review.cited import heard
from tests.factory import make_claim, make_evidence

CLAIM = make_claim(1, "Homes rose by 12%.", 0)
SILENT = make_evidence(CLAIM.id, "a", Stance.RELATED)
SOURCE = SILENT.candidate.source.id
OTHER = make_evidence(CLAIM.id, "b", Stance.CORROBORATES)


def status(other: Evidence, *, standing: bool = True) -> CitedStatus:
    cited = CitedSource(
        citation="c", status=CitedStatus.SILENT, reason="found", sources=(SOURCE,), evidence=(SILENT.id,)
    )
    state = ClaimState(claim=CLAIM.id, cited_sources=(cited,), evidence=(SILENT.id, *((other.id,) if standing else ())))
    (found,) = heard(state, {SILENT.id: SILENT, other.id: other})
    return found.status


def of(source: str) -> Evidence:
    return replace(OTHER, candidate=replace(OTHER.candidate, source=replace(OTHER.candidate.source, id=source)))


def calculated(source: str) -> Evidence:
    cell = TableCell(table="T", cell="C1", text="12", value=Decimal(12), unit="", label="", source=source, digest="d")
    made = Calculation(
        expression="C1", cells=(cell,), result=Decimal(12), unit="%", change=True, rounded=Decimal(12), places=0,
        engine="e",
    )  # fmt: skip
    return replace(of("elsewhere"), calculation=made)


@pytest.mark.parametrize(
    ("other", "expected"),
    [
        (of("elsewhere"), CitedStatus.SILENT),
        (of(SOURCE), CitedStatus.SUPPORTS),
        (calculated("elsewhere"), CitedStatus.SILENT),
        (calculated(SOURCE), CitedStatus.SUPPORTS),
    ],
)
def test_what_stands_on_the_cited_source_lifts_its_silence(other: Evidence, expected: CitedStatus) -> None:
    assert status(other) is expected


def test_what_no_longer_stands_lifts_nothing() -> None:
    assert status(of(SOURCE), standing=False) is CitedStatus.SILENT
