"""Figures that are the same, figures that can both be true, and how the two are told; the examples are ours."""

from __future__ import annotations

import pytest

from factcheck.domain import Facet, Judgement, Polarity, Stance
from factcheck.stance import compare
from factcheck.stance.figures.figures import compatible, same_figure
from factcheck.text.quantities.finding import find_quantities


def numbers(judgement: Judgement) -> list[str]:
    return [one.message for one in judgement.reasons if one.facet is Facet.HOW_MANY and one.comparator == "numbers"]


@pytest.mark.parametrize(
    ("one", "other", "same", "both"),
    [
        ("over 170,000 votes", "172,400 votes", True, True),
        ("over 170,000 votes", "more than 120,000 votes", False, True),
        ("over 170,000 votes", "at least 170,000 votes", True, True),
        ("over 170,000 votes", "120,000 votes", False, False),
        ("more than 250,000 votes", "300,000 votes", False, True),
        ("18,000 votes", "more than 15,000 votes", False, True),
        ("up to 500 votes", "480 votes", True, True),
        ("up to 500 votes", "220 votes", False, True),
        ("up to 500 votes", "610 votes", False, False),
        ("up to 500 votes", "at least 200 votes", False, True),
        ("between 60% and 70%", "64%", True, True),
        ("between 60% and 70%", "70%", False, True),
        ("between 60% and 70%", "60 to 70 per cent", True, True),
        ("between 60% and 70%", "65 to 75 per cent", False, True),
        ("about 900 votes", "870 votes", True, True),
        ("some 301,000 votes", "310,000 votes", False, True),
        ("some 301,000 votes", "300,000 votes", True, True),
        ("some 284,500 votes", "280,000 votes", True, True),
        ("about 12,500 votes", "12,640 votes", True, True),
        ("about 12,500 votes", "12,900 votes", False, True),
        ("exactly 12 votes", "13 votes", False, False),
        ("over 60 votes", "60 votes", False, False),
        ("fewer than 40 votes", "40 votes", False, False),
        ("over 60,000 votes", "60,000 votes", False, True),
        ("over 60%", "60%", False, True),
        ("19 miles", "30 km", True, True),
        ("19 miles", "30 votes", False, False),
    ],
)
def test_two_figures(one: str, other: str, *, same: bool, both: bool) -> None:
    [left], [right] = find_quantities(one), find_quantities(other)
    assert same_figure(left, right) is same_figure(right, left) is same
    assert compatible(left, right) is compatible(right, left) is both


def test_a_lower_bound_is_no_support_for_a_higher_one() -> None:
    judgement = compare(
        "Over 170,000 people signed the petition.", "More than 120,000 people have signed the petition."
    )
    assert judgement.stance is not Stance.CORROBORATES
    assert numbers(judgement) == ["the claim says over 170,000; the source says more than 120,000 (people)"]


def test_a_figure_just_beyond_the_bound_supports_it_and_both_are_told() -> None:
    judgement = compare("Over 170,000 people signed the petition.", "By Friday 172,400 people had signed the petition.")
    assert judgement.stance is Stance.CORROBORATES
    assert numbers(judgement) == ["the claim says over 170,000; the source says 172,400 (people)"]


def test_what_may_both_be_true_is_no_conflict() -> None:
    judgement = compare(
        "More than 250,000 homes lost power in the storm.",
        "Some 300,000 homes lost power in the storm, officials said.",
    )
    assert judgement.stance is Stance.RELATED
    assert [one.polarity for one in judgement.reasons if one.comparator == "numbers"] == [Polarity.CONTEXT]


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ("About 40 boats sank in the gale.", "In the gale 42 boats sank."),
        ("More than 30 boats sank in the gale.", "In the gale 31 boats sank."),
        ("From 30 to 40 boats sank in the gale.", "In the gale 35 boats sank."),
    ],
)
def test_both_say_is_said_of_one_figure_only(claim: str, passage: str) -> None:
    messages = numbers(compare(claim, passage))
    assert messages
    assert not any(one.startswith("both say") for one in messages)


def test_one_figure_told_alike_is_said_by_both() -> None:
    judgement = compare("More than 30 boats sank in the gale.", "In the gale over 30 boats sank.")
    assert numbers(judgement) == ["both say more than 30 (boats)"]


def test_a_toll_and_deaths_are_one_thing() -> None:
    claim = "The death toll in Norland rose to surpass 42,000 on Sunday."
    assert compare(claim, "Deaths in Norland topped 42,150 on Sunday.").stance is Stance.CORROBORATES
    assert compare(claim, "Deaths in Norland rose to 31,600 on Sunday.").stance is Stance.CONFLICTS


def test_growth_and_what_grew_are_one_thing() -> None:
    passage = "The statistics office put growth of the economy of Norland at 1.9 % in 2019."
    assert compare("The economy of Norland grew 2.4 % in 2019.", passage).stance is Stance.CONFLICTS
    assert compare("The economy of Norland grew 1.9 % in 2019.", passage).stance is Stance.CORROBORATES
    assert compare("The economy of Norland grew 2.4 % in 2017.", passage).stance is not Stance.CONFLICTS


@pytest.mark.parametrize(
    ("claim", "agrees", "differs"),
    [
        (
            "The jobless rate in Norland climbed to 14.7% in April 2020.",
            "Unemployment in Norland hit 14.7 percent in April 2020, the labour office reported.",
            "Unemployment in Norland hit 11.2 percent in April 2020, the labour office reported.",
        ),
        (
            "The economy of Norland contracted 4.8 percent in 2019.",
            "The GDP of Norland shrank by 4.8% in 2019.",
            "The GDP of Norland shrank by 3.1% in 2019.",
        ),
        (
            "The Velby parliament approved a 30 billion euro aid package in 2019.",
            "Lawmakers in Velby passed a 30-billion-euro rescue package in 2019.",
            "Lawmakers in Velby passed a 45-billion-euro rescue package in 2019.",
        ),
        (
            "The company will cut 1,200 jobs at its Velby plant.",
            "The company said it would lay off 1,200 workers at its Velby plant.",
            "The company said it would lay off 800 workers at its Velby plant.",
        ),
    ],
)
def test_one_thing_in_other_words(claim: str, agrees: str, differs: str) -> None:
    assert compare(claim, agrees).stance is Stance.CORROBORATES
    assert compare(claim, differs).stance is Stance.CONFLICTS


COVERED = [
    ("at least 50", "63"),
    ("more than 60", "85"),
    ("more than 60", "at least 70"),
    ("at least 50", "between 60 and 70"),
    ("no fewer than 40", "55"),
    ("fewer than 40", "31"),
    ("no more than 40", "31"),
    ("up to 40", "29"),
]
EXCLUDED = [
    ("at least 50", "48"),
    ("more than 60", "58"),
    ("over 60", "60"),
    ("no fewer than 40", "31"),
    ("up to 40", "45"),
    ("fewer than 40", "45"),
    ("under 40", "52"),
    ("no more than 40", "52"),
    ("45", "fewer than 40"),
    ("58", "more than 60"),
    ("nearly 400", "312"),
    ("at least 50", "between 30 and 40"),
]
LEFT_OPEN = [
    ("63", "at least 50"),
    ("at least 50", "some 60"),
    ("up to 40", "12"),
    ("more than 60", "900"),
    ("nearly 400", "425"),
    ("425", "nearly 400"),
]


def of_blast(claim: str, passage: str) -> Judgement:
    return compare(f"The blast in Torvik hurt {claim} people.", f"The blast in Torvik hurt {passage} people, it said.")


@pytest.mark.parametrize(("claim", "passage"), COVERED)
def test_a_figure_beyond_the_bound_of_the_claim_bears_it_out(claim: str, passage: str) -> None:
    assert of_blast(claim, passage).stance is Stance.CORROBORATES


@pytest.mark.parametrize(("claim", "passage"), EXCLUDED)
def test_a_figure_on_the_wrong_side_of_a_bound_conflicts(claim: str, passage: str) -> None:
    assert of_blast(claim, passage).stance is Stance.CONFLICTS


@pytest.mark.parametrize(("claim", "passage"), LEFT_OPEN)
def test_a_figure_that_the_other_only_allows_for_is_related(claim: str, passage: str) -> None:
    assert of_blast(claim, passage).stance is Stance.RELATED


@pytest.mark.parametrize(
    ("claim", "passage", "stance"),
    [
        ("mindestens 50", "63", Stance.CORROBORATES),
        ("zumindest 50", "48", Stance.CONFLICTS),
        ("höchstens 40", "31", Stance.CORROBORATES),
        ("höchstens 40", "52", Stance.CONFLICTS),
        ("mehr als 60", "85", Stance.CORROBORATES),
        ("nicht mehr als 40", "31", Stance.CORROBORATES),
        ("nicht weniger als 40", "31", Stance.CONFLICTS),
        ("annähernd 400", "392", Stance.CORROBORATES),
        ("knapp 400", "425", Stance.RELATED),
        ("rund 400", "520", Stance.CONFLICTS),
    ],
)
def test_german_bounds(claim: str, passage: str, stance: Stance) -> None:
    source = f"Bei der Explosion in Torvik starben {passage} Menschen, hieß es."
    assert compare(f"Bei der Explosion in Torvik starben {claim} Menschen.", source).stance is stance
