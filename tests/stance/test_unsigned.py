"""A sum without its currency is the sum of the other text that has its value, where money is spoken of."""

from __future__ import annotations

import pytest

from factcheck.domain import Stance
from factcheck.stance import compare


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ("Revenue at Halm reached $6.3 billion in 2021.", "Revenue at Halm reached 6.3bn in 2021."),
        ("The harbour board will borrow £6.3 million.", "The harbour board will borrow 6.3m."),
        ("The pier cost £6.3 million.", "The pier cost 6.3m to build."),
        ("The pier cost 6.3m.", "The pier cost £6.3 million to build."),
        ("The pier cost £6.3 million.", "The pier cost 💷6.3m to build."),
    ],
)
def test_the_same_sum_agrees(claim: str, passage: str) -> None:
    assert compare(claim, passage).stance is Stance.CORROBORATES


@pytest.mark.parametrize(
    ("claim", "passage", "stance"),
    [
        ("The pier cost £6.3 million.", "The pier cost £7.3m to build.", Stance.CONFLICTS),
        ("The pier cost £6.3 million.", "The pier cost $6.3 million to build.", Stance.RELATED),
        ("The pier is 6.3m wide.", "The pier is 7.3 metres wide.", Stance.CONFLICTS),
        ("The town has 6.3m people.", "The town has £6.3m people.", Stance.RELATED),
    ],
)
def test_another_sum_or_measure_does_not(claim: str, passage: str, stance: Stance) -> None:
    found = compare(claim, passage).stance
    assert found is stance or (stance is Stance.RELATED and found is not Stance.CORROBORATES)


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ("Die Schulden stiegen auf 6,3 Milliarden Euro.", "Die Schulden stiegen auf 6,3 Mrd."),
        ("Halm shipped £6.3 million to Moss.", "Halm shipped 6.3m to Moss."),
        ("Halm shipped 6.3m to Moss.", "Halm shipped £6.3 million to Moss."),
    ],
)
def test_where_too_little_tells_of_money_nothing_clashes(claim: str, passage: str) -> None:
    assert compare(claim, passage).stance not in (Stance.CONFLICTS, Stance.CORROBORATES)
