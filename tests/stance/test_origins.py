"""A country behind a noun or before it, and a body told of by its people; the examples are ours."""

from __future__ import annotations

import pytest

from factcheck.domain import Stance
from factcheck.stance import compare


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The clinic hired nurses from the Philippines.", "Filipino nurses were hired by the clinic."),
        ("Britain hires welders from Poland.", "Polish welders are hired by Britain."),
        ("The king was thanked by nurses from the Philippines.", "Filipino nurses thanked the king."),
        ("Germany deported migrants from Iraq.", "Iraqi migrants were deported by Germany."),
        ("Hospitals in Germany hired doctors from Kenya.", "German hospitals hired Kenyan doctors."),
    ],
)
def test_a_country_may_stand_behind_its_noun_or_before_it(one: str, other: str) -> None:
    assert compare(one, other).stance is Stance.CORROBORATES
    assert compare(other, one).stance is Stance.CORROBORATES


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ("The clinic hired nurses from the Philippines.", "The clinic hired nurses from Portugal."),
        ("The fund paid nurses from the Philippines.", "Filipino nurses paid the fund."),
        ("The army arrested men from Syria.", "Syrian men arrested the army."),
        ("Germany deported migrants from Iraq.", "Iraq deported German migrants."),
        ("Polish welders praised Danish cooks.", "Danish cooks praised Polish welders."),
    ],
)
def test_of_another_country_or_the_other_way_round_bears_nothing_out(claim: str, passage: str) -> None:
    assert compare(claim, passage).stance is not Stance.CORROBORATES


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ("The council rejected the quarry.", "The quarry was rejected by councillors."),
        ("Councillors rejected the quarry.", "The quarry was rejected by the council."),
        ("The council elected a new mayor.", "A new mayor was elected by councillors on Monday."),
        ("Lawmakers approved the budget.", "The budget was approved by parliament."),
        ("The court upheld the ban on fishing.", "Judges upheld the ban on fishing."),
    ],
)
def test_the_people_of_a_body_do_what_it_does(claim: str, passage: str) -> None:
    assert compare(claim, passage).stance is Stance.CORROBORATES


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ("The council rejected the quarry.", "Three councillors rejected the quarry."),
        ("The council rejected the quarry.", "Some councillors rejected the quarry."),
        ("The council rejected the quarry.", "A councillor rejected the quarry."),
        ("The council rejected the quarry.", "Labour councillors rejected the quarry."),
        ("The council rejected the quarry.", "The quarry was rejected by former councillors."),
        ("The council rejected the quarry.", "The quarry was rejected by residents."),
    ],
)
def test_some_of_its_people_are_not_the_body(claim: str, passage: str) -> None:
    assert compare(claim, passage).stance is not Stance.CORROBORATES
