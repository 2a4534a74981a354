"""Two places are not one because a table names both seats of a government, or because their names look alike."""

from __future__ import annotations

import pytest

from factcheck.domain import Stance
from factcheck.stance import compare
from factcheck.text.names.sameness import different_places, same_name

PLACES = [
    *(("Amsterdam", "The Hague"), ("Pretoria", "Cape Town"), ("Niger", "Nigeria"), ("Austria", "Australia")),
    *(("Slovakia", "Slovenia"), ("Mauritius", "Mauritania"), ("Guinea", "Guinea-Bissau"), ("Sudan", "South Sudan")),
    *(("Guinea", "Equatorial Guinea"), ("Congo Republic", "Democratic Republic of Congo"), ("Iran", "Iraq")),
    *(("Virginia", "West Virginia"), ("Dominica", "Dominican Republic"), ("Mexico", "New Mexico")),
]


@pytest.mark.parametrize(("one", "other"), [*PLACES, *((other, one) for one, other in PLACES)])
def test_another_place_does_not_bear_out_a_claim(one: str, other: str) -> None:
    assert different_places(one, other)
    assert not same_name(one, other)
    judged = compare(
        f"The bank opened 12 branches in {one} in 2023.", f"The bank opened 12 branches in {other} in 2023."
    )
    assert judged.stance is Stance.CONFLICTS


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Kiev", "Kyiv"),
        ("Delhi", "New Delhi"),
        ("Amsterdam", "the Netherlands"),
        ("The Hague", "the Netherlands"),
        ("Pretoria", "South Africa"),
        ("Cape Town", "South Africa"),
        ("Congo", "the Democratic Republic of Congo"),
        ("Swaziland", "Eswatini"),
    ],
)
def test_spellings_and_seats_of_one_place_stay_one(one: str, other: str) -> None:
    assert not different_places(one.removeprefix("the "), other.removeprefix("the "))
    judged = compare(f"Officials in {one} cut 40 posts in 2023.", f"Officials in {other} cut 40 posts in 2023.")
    assert judged.stance is Stance.CORROBORATES


def test_a_place_beside_the_one_with_its_words_is_no_conflict() -> None:
    judged = compare("Guinea built 4,000 homes.", "Guinea built 4,000 homes, and Guinea-Bissau 300.")
    assert judged.stance is Stance.CORROBORATES
