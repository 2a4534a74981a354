"""A figure that counts two kinds does not contradict one that counts one of them; the examples are ours."""

from __future__ import annotations

import pytest

from factcheck.domain import Stance
from factcheck.stance import compare

WIDER = [
    ("The zoo keeps 40 lions.", "The zoo keeps 65 lions and tigers."),
    ("The mill has 400 full-time jobs.", "The mill has 520 full-time and part-time jobs."),
    ("The mill created 400 full-time jobs.", "The mill created 520 jobs, full-time and part-time."),
    ("The storm killed 12 people in Tarn.", "The storm killed or injured 60 people in Tarn."),
    ("Police arrested 40 men at the rally.", "Police arrested 62 men and women at the rally."),
    ("The county has 90 state schools.", "The county has 130 state and private schools."),
    ("Das Werk hat 400 Vollzeitstellen.", "Das Werk hat 520 Vollzeit- und Teilzeitstellen."),
]


@pytest.mark.parametrize(("narrow", "wide"), WIDER)
def test_a_wider_kind_is_another_count(narrow: str, wide: str) -> None:
    assert compare(narrow, wide).stance is Stance.RELATED
    assert compare(wide, narrow).stance is Stance.RELATED


def test_the_reason_says_which_kind_is_counted_too() -> None:
    told = [one.message for one in compare(*WIDER[0]).reasons]
    assert any(one.endswith("of a wider kind: the source counts “tigers”, too") for one in told)


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ("The zoo keeps 40 lions.", "The zoo keeps 65 lions in Tarn and has a lake."),
        ("The zoo keeps 40 lions and tigers.", "The zoo keeps 65 lions and tigers."),
        ("The farm has 200 cows.", "The farm has 350 cows and a mill."),
        ("The school has 240 girls.", "The school has 260 girls and 220 boys."),
        ("The council bought 12 buses.", "The council bought 15 buses and opened a depot."),
        ("Fire destroyed 20 houses in Tarn.", "Fire destroyed 75 houses in Tarn and Skei."),
    ],
)
def test_what_else_is_joined_leaves_the_conflict(claim: str, passage: str) -> None:
    assert compare(claim, passage).stance is Stance.CONFLICTS
