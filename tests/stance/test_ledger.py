"""A comparator that was wrong too often as a conflict may not produce one alone; the ledger says which."""

from __future__ import annotations

import pytest

from factcheck.domain import Facet, Polarity, Reason, Stance
from factcheck.stance import compare, ledger
from tests.conftest import SHARED_DATA, needs_data
from tests.quality.ledger import FILE, as_json, count


def clash(comparator: str) -> Reason:
    return Reason(comparator=comparator, facet=Facet.WHAT, polarity=Polarity.OPPOSES, strength=0.9, message="differs")


@pytest.fixture
def barred(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ledger, "barred", lambda: frozenset({"who"}))


@pytest.mark.parametrize(
    ("right", "led", "trusted"), [(3, 4, True), (0, 4, True), (3, 5, False), (15, 20, True), (14, 20, False)]
)
def test_three_in_four_must_be_right_once_there_are_enough(right: int, led: int, trusted: bool) -> None:
    assert ledger.is_trusted(right, led) is trusted


@pytest.mark.usefixtures("barred")
def test_a_barred_comparator_speaks_against_a_claim_only_beside_another() -> None:
    assert [one.polarity for one in ledger.hold_back([clash("who")])] == [Polarity.CONTEXT]
    both = [clash("who"), clash("numbers")]
    assert ledger.hold_back(both) == both


def test_a_barred_comparator_does_not_make_a_conflict(monkeypatch: pytest.MonkeyPatch) -> None:
    claim, passage = "The council of Harwick approved 40,000 homes.", "The council of Harwick approved 31,000 homes."
    assert compare(claim, passage).stance is Stance.CONFLICTS
    monkeypatch.setattr(ledger, "barred", lambda: frozenset({"numbers"}))
    assert compare(claim, passage).stance is Stance.RELATED


@needs_data
def test_the_shipped_ledger_is_what_is_counted() -> None:
    assert FILE.read_text(encoding="utf-8").rstrip() == as_json(count(SHARED_DATA)), (
        "run `python -m tests.quality.ledger DATA`"
    )
