"""Copies and light rewordings are borne out; one word changed is told, and the reason names it."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.claims import extract_claims
from factcheck.domain import Facet, Polarity, Stance
from factcheck.stance import compare

DAY = date(2024, 5, 14)

COPIES = [
    "The shelling of Halm killed the mayor and three other councillors.",
    "The two most powerful farmers on the board say they are looking at the plan.",
    "The mayor did not say whether she believed the growers, adding that it was up to the court.",
    "In six of the 10 districts won by the Reform Party, its candidate had 59 percent of the vote or less.",
    "The model predicts a mild winter; it also predicts that the Ister will not freeze.",
]
REWORDED = [
    (
        "The board needs 12 votes to close the harbour, and it decided to wait.",
        "The board requires 12 votes to close the harbour, and it chose to wait.",
    ),
    (
        "The plant would not admit visitors, and the manager did not explain why.",
        "The plant wouldn’t admit visitors, and the manager didn’t explain why.",
    ),
    (
        "The growers do not trust the mill because it is not open about its prices.",
        "The growers don't trust the mill since it isn't open about its prices.",
    ),
    (
        "The council met four days after the flood, with many residents in the hall.",
        "The council met four days following the flood, with a lot of residents in the hall.",
    ),
    ("The ferry broke down just three days later off Velm.", "The ferry broke down just 3 days later off Velm."),
    (
        "The tower was built in Halm on August 5, the architect said.",
        "The tower was built in Halm on Aug. 5, the architect said.",
    ),
    (
        "When the dam broke in Velm, he was on the last train from Halm to the coast.",
        "He was on the last train from Halm to the coast when the dam broke in Velm.",
    ),
    (
        "Households that earn more than $500,000 would get about 59 percent of the rebate, of $18,000 on average.",
        "Households that earn over $500,000 would get around 59% of the rebate, of $18,000 on average.",
    ),
    ("A wolf killed 12 calves near Velm.", "Near Velm, 12 calves were killed by wolves."),
    ("The goose bit the thief in Halm.", "The thieves were bitten by geese in Halm."),
]
EDITED = [
    (
        "The mill made the same promise 85 years ago when the railway came to Velm.",
        "The mill made the same promise 50 years ago when the railway came to Velm.",
        Facet.HOW_MANY,
    ),
    (
        "The parish has lost half of its shops in the last 40 years.",
        "The parish has lost half of its shops in the last 20 years.",
        Facet.HOW_MANY,
    ),
    (
        "The fund was set up after the 2006 harvest failure in Velm.",
        "The fund was set up after the 2011 harvest failure in Velm.",
        Facet.WHEN,
    ),
    (
        "As recently as Tuesday, Ola Moe, the head of the port, had said that the crane was not to blame.",
        "As recently as Friday, Ola Moe, the head of the port, had said that the crane was not to blame.",
        Facet.WHEN,
    ),
    (
        "The museum in Halm was opened by the king's third wife.",
        "The museum in Halm was opened by the king's second wife.",
        Facet.HOW_MANY,
    ),
    (
        "Radio Velm’s Martin Lund reported that the bridge would be closed for a month.",
        "Radio Velm’s Peter Lund reported that the bridge would be closed for a month.",
        Facet.WHO,
    ),
    (
        "Sens. Anna Holm and Ruth Moe said that the bill was dead.",
        "Sens. Peter Holm and Ruth Moe said that the bill was dead.",
        Facet.WHO,
    ),
    (
        "The mayor denied that the bridge would close for repairs.",
        "The mayor said that the bridge would close for repairs.",
        Facet.WHAT,
    ),
    (
        "Some of the board's worst friends have no interest in the mill, the report said.",
        "Some of the board's best friends have no interest in the mill, the report said.",
        Facet.WHAT,
    ),
    (
        "Cities like Velm and Halm did not see a similar boom.",
        "Cities like Velm and Halm saw a similar boom.",
        Facet.WHAT,
    ),
]


@pytest.mark.parametrize("text", COPIES)
def test_a_copy_is_borne_out(text: str) -> None:
    assert compare(text, f"It was a long day. {text}", claim_date=DAY, passage_date=DAY).stance is Stance.CORROBORATES


@pytest.mark.parametrize(("one", "other"), REWORDED)
def test_a_light_rewording_is_borne_out_in_both_directions(one: str, other: str) -> None:
    assert compare(one, other, claim_date=DAY, passage_date=DAY).stance is Stance.CORROBORATES
    assert compare(other, one, claim_date=DAY, passage_date=DAY).stance is Stance.CORROBORATES


@pytest.mark.parametrize(("claim", "passage", "facet"), EDITED)
def test_what_was_changed_conflicts_and_is_named(claim: str, passage: str, facet: Facet) -> None:
    judged = compare(claim, passage, claim_date=DAY, passage_date=DAY)
    assert judged.stance is Stance.CONFLICTS
    assert any(one.facet is facet and one.polarity is Polarity.OPPOSES for one in judged.reasons)


@given(st.sampled_from(COPIES + [one for pair in REWORDED for one in pair]))
def test_nothing_conflicts_with_itself(text: str) -> None:
    assert compare(text, text).stance is not Stance.CONFLICTS


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ("Guards turned back more than 40 boats off Velm.", "Guards turned back fewer than 40 boats off Velm."),
        (
            "The hospital cost £4 million.",
            "The council said the library had cost £4 million and the hospital £12 million.",
        ),
        ("The queue lasts for three hours.", "The queue lasts for three hours a week."),
    ],
)
def test_a_figure_among_the_same_words_need_not_be_the_same(claim: str, passage: str) -> None:
    assert compare(claim, passage).stance is not Stance.CORROBORATES


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ("The minister did not become a folk hero.", "The minister was not a folk hero."),
        ("Treasury Secretary Holm resigned on Monday.", "Anna Holm, the Treasury Secretary, resigned on Monday."),
        ("CNN's Jim Roe reported that the mill was shut.", "Jim Roe of CNN reported that the mill was shut."),
        ("The bridge opened before 2012.", "The bridge opened before 2015."),
    ],
)
def test_what_can_be_one_does_not_conflict(claim: str, passage: str) -> None:
    assert compare(claim, passage).stance is not Stance.CONFLICTS


def _claim(text: str) -> object:
    return max(extract_claims(text).claims, key=lambda one: one.end - one.start)


def test_words_said_to_another_outlet_are_not_borne_out() -> None:
    claim = "“The tunnel will open in 2029 if the money lasts,” Rosa Bianchi told the Evening Herald."
    passage = "“The tunnel will open in 2029 if the money lasts,” Rosa Bianchi told the Morning Courier."
    judged = compare(_claim(claim), passage)
    assert judged.stance is Stance.CONFLICTS
    assert any("to Morning Courier in the source" in one.message for one in judged.reasons)
    assert compare(_claim(claim), claim).stance is Stance.CORROBORATES


def test_another_name_within_a_quotation_alters_it() -> None:
    claim = _claim("“We will take the case to Strasbourg,” lawyer Nils Ahlgren said.")
    judged = compare(claim, "“We will take the case to Luxembourg,” lawyer Nils Ahlgren said on the steps.")
    assert judged.stance is Stance.CONFLICTS
    assert any(one.comparator == "quotations" and "[-Strasbourg-]" in one.message for one in judged.reasons)


def test_a_contraction_alters_no_quotation() -> None:
    claim = "Its platforms “do not have a political bias or an aim,” Ida Moe said."
    assert compare(claim, "Its platforms “don’t have a political bias or an aim,” Ida Moe said.").stance is (
        Stance.CORROBORATES
    )


def test_the_speaker_of_a_quotation_may_stand_behind_an_office() -> None:
    claim = "“The pension fund will be empty by 2031,” the finance minister, Ida Moe, said."
    passage = "“The pension fund will be empty by 2031,” the opposition leader, Karl Haas, said."
    judged = compare(claim, passage)
    assert judged.stance is Stance.CONFLICTS
    assert any("gives the quoted words to Karl Haas" in one.message for one in judged.reasons)


def test_a_role_before_a_name_makes_no_other_speaker() -> None:
    claim = _claim("Rosa Bianchi said the tunnel was “on budget” and “ahead of schedule”.")
    judged = compare(claim, "Engineer Rosa Bianchi said the tunnel was “on budget” and “ahead of schedule”.")
    assert judged.stance is Stance.CORROBORATES


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ("The river rose by six metres after the rain.", "The river rose by two metres after the rain."),
        ("He had called the mayor ten days before he left.", "He had called the mayor nine days before he left."),
    ],
)
def test_numbers_in_words_that_face_one_another_differ(claim: str, passage: str) -> None:
    judged = compare(claim, passage)
    assert judged.stance is Stance.CONFLICTS
    assert any(one.facet is Facet.HOW_MANY and one.polarity is Polarity.OPPOSES for one in judged.reasons)


def test_two_bounds_of_one_figure_are_no_opposites() -> None:
    claim, passage = "At most 300 people came to the rally in Velm.", "At least 300 people came to the rally in Velm."
    assert compare(claim, passage).stance is Stance.RELATED


def test_a_lone_negation_is_never_borne_out() -> None:
    claim = "Asked what the mayor was not referring to, Lund listed the fires in Velm and in Halm."
    assert compare(claim, claim.replace(" not", "")).stance is Stance.CONFLICTS


def test_a_value_in_the_same_words_is_told_of_the_same() -> None:
    claim = "In Halm, 10,704 votes were cast; 55,442 in Velm; 46,765 in Torvik."
    passage = "The count is over. In Halm, 10,704 votes were cast; 22,177 in Velm; 46,765 in Torvik."
    judged = compare(claim, passage)
    assert judged.stance is Stance.CONFLICTS
    assert judged.reasons[0].facet is Facet.HOW_MANY


def test_a_range_of_ages_is_one_figure() -> None:
    passage = "Most who drowned were children, most of them in Velm, between the ages of 5 and 10 years old."
    assert compare("Most who drowned in Velm were five-year-old children.", passage).stance is not Stance.CONFLICTS


def test_whose_a_name_is_parts_two() -> None:
    claim = "Many parts of Franklin Holm’s New Deal for the coast were called a failure."
    assert compare(claim, claim.replace("Holm", "Lund")).stance is not Stance.CORROBORATES
