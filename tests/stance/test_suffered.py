"""Who died or was hurt in a thing is whom the thing killed or hurt; the examples are ours."""

from __future__ import annotations

import pytest

from factcheck.domain import Stance
from factcheck.stance import compare

_BOTH_WAYS = [
    (
        "The flood killed at least 9 people in the district of Halm.",
        "At least 9 people died in the flood in Halm district.",
    ),
    ("The flood killed 12 people in Halm.", "Twelve people drowned in the flood in Halm."),
    ("The avalanche killed six skiers in Tyrol.", "Six skiers died in an avalanche in Tyrol."),
    ("The virus killed 40 patients in Arn.", "40 patients in Arn died of the virus."),
    ("The famine killed 2,000 villagers.", "2,000 villagers perished in the famine."),
    ("The crash hurt five passengers.", "Five passengers were injured in the crash."),
    ("The heatwave killed 300 people.", "300 people died during the heatwave."),
    ("The storm killed three fishermen off Crete.", "Three fishermen died off Crete in the storm."),
]


@pytest.mark.parametrize(("done", "suffered"), _BOTH_WAYS)
def test_who_dies_in_it_is_whom_it_kills(done: str, suffered: str) -> None:
    assert compare(done, suffered).stance is Stance.CORROBORATES


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ("40 patients in Arn died from the virus.", "The virus killed 40 patients in Arn."),
        ("12 people died in the flood in Halm.", "The flood killed 12 people in Halm."),
        ("Nine miners were hurt in the blast.", "The blast injured nine miners."),
    ],
)
def test_whom_it_kills_is_who_dies_in_it(claim: str, passage: str) -> None:
    assert compare(claim, passage).stance is Stance.CORROBORATES


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ("The flood killed 12 people in Halm.", "14 people died in the flood in Halm."),
        ("12 people died in the flood in Halm.", "The flood killed 19 people in Halm."),
        ("The crash hurt five passengers.", "Eight passengers were injured in the crash."),
        ("The avalanche killed six skiers in Tyrol.", "Two skiers died in the avalanche in Tyrol."),
        ("The virus killed 40 patients in Arn.", "70 patients in Arn died of the virus."),
    ],
)
def test_another_count_of_the_dead_contradicts(claim: str, passage: str) -> None:
    assert compare(claim, passage).stance is Stance.CONFLICTS


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ("The dog killed the man.", "The man killed the dog."),
        ("The police killed 12 rebels in Arn.", "12 police died in Arn."),
        ("The rebels killed 12 soldiers in the attack.", "12 rebels died in the attack."),
        ("Twelve people drowned in the flood in Halm.", "The flood killed twelve people in Halm."),
        ("The guard hurt the visitor in the hall.", "The guard was hurt by the visitor in the hall."),
        ("The army killed 30 villagers in Orsk.", "30 soldiers of the army died in Orsk."),
    ],
)
def test_who_kills_is_not_who_dies(claim: str, passage: str) -> None:
    assert compare(claim, passage).stance is not Stance.CORROBORATES
