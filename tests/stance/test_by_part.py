"""A change by a part in words beside one in per cent; the examples are ours."""

from __future__ import annotations

import pytest

from factcheck.domain import Stance
from factcheck.stance import compare


@pytest.mark.parametrize(
    ("words", "figure"),
    [
        ("The grant was cut by a quarter.", "The grant was cut by 25%."),
        ("The ward cut its staff by a fifth.", "The ward cut its staff by 20 per cent."),
        ("Fares in Halm rose by a tenth in May.", "Fares in Halm rose by 10% in May."),
        ("Sales of coal fell by half in 2020.", "Sales of coal fell by 50% in 2020."),
        ("The fleet was reduced by a third.", "The fleet was reduced by 33 percent."),
        ("The fee was raised by a quarter in March.", "The fee was raised by 25 percent in March."),
        ("Das Budget wurde um ein Viertel gekürzt.", "Das Budget wurde um 25 Prozent gekürzt."),
    ],
)
def test_a_part_in_words_is_its_per_cent(words: str, figure: str) -> None:
    assert compare(words, figure).stance is Stance.CORROBORATES
    assert compare(figure, words).stance is Stance.CORROBORATES


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ("The grant was cut by a quarter.", "The grant was cut by 40%."),
        ("The ward cut its staff by a fifth.", "The ward cut its staff by 35 per cent."),
        ("Fares in Halm rose by 30% in May.", "Fares in Halm rose by a tenth in May."),
        ("The fleet was reduced by half.", "The fleet was reduced by 20 percent."),
        ("The fee was raised by a third in March.", "The fee was raised by 5 percent in March."),
        ("The grant was cut by a quarter.", "The grant was cut by a third."),
        ("Fares in Halm rose by a tenth in May.", "Fares in Halm rose by a fifth in May."),
    ],
)
def test_another_per_cent_contradicts(claim: str, passage: str) -> None:
    assert compare(claim, passage).stance is Stance.CONFLICTS


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ("The grant was cut by more than a quarter.", "The grant was cut by a third."),
        ("The grant was cut by at least a quarter.", "The grant was cut by a third."),
        ("The grant was cut by a third.", "The grant was cut by more than a quarter."),
        ("Fares in Halm rose by a quarter.", "Fares in Halm rose by a quarter, those in Velm by a third."),
    ],
)
def test_parts_that_can_both_be_true_contradict_nothing(claim: str, passage: str) -> None:
    assert compare(claim, passage).stance is not Stance.CONFLICTS


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ("The grant was cut by a quarter.", "The grant was raised by 25%."),
        ("The grant was cut by a quarter.", "The grant was cut to 25%."),
        ("The grant was cut by a quarter.", "The grant was cut, and fees rose by 25%."),
        ("The price was cut by a third party.", "The price was cut by 33%."),
        ("The fleet was cut in the third quarter.", "The fleet was cut by 25%."),
    ],
)
def test_what_is_no_such_change_bears_nothing_out(claim: str, passage: str) -> None:
    assert compare(claim, passage).stance is not Stance.CORROBORATES
