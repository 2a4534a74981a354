"""Who does it to whom: the same words with the names the other way round bear nothing out."""

from __future__ import annotations

import pytest

from factcheck.domain import Stance
from factcheck.stance import compare


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ("Arlen bought Norvik for $3 billion in 2014.", "Norvik bought Arlen for $3 billion in 2014."),
        ("France attacked Spain in February 1822.", "Spain attacked France in February 1822."),
        ("Norway sold 12 jets to India.", "India sold 12 jets to Norway."),
        ("Holm beat Lind by 5,000 votes in 2019.", "Lind beat Holm by 5,000 votes in 2019."),
    ],
)
def test_names_that_change_sides_of_one_event_conflict(claim: str, passage: str) -> None:
    judgement = compare(claim, passage)
    assert judgement.stance is Stance.CONFLICTS
    assert any(one.comparator == "roles" and "the other way round" in one.message for one in judgement.reasons)


def test_names_that_change_sides_of_what_may_have_been_two_events_bear_nothing_out() -> None:
    judgement = compare(
        "The ministry of Norway sued the bank of Lund.", "The bank of Lund sued the ministry of Norway."
    )
    assert judgement.stance is Stance.RELATED
    assert any(one.comparator == "roles" for one in judgement.reasons)


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ("Arlen bought Norvik for $3 billion in 2014.", "Norvik was bought by Arlen for $3 billion in 2014."),
        ("Arlen bought Norvik for $3 billion in 2014.", "In 2014 Arlen bought Norvik for $3 billion."),
        ("Norway sold 12 jets to India.", "Norway sold 12 jets to India, the ministry said."),
    ],
)
def test_the_same_way_round_in_other_words_corroborates(claim: str, passage: str) -> None:
    assert compare(claim, passage).stance is Stance.CORROBORATES


def test_the_passive_says_the_same() -> None:
    assert compare("Corvex bought Dalmar.", "Dalmar was bought by Corvex.").stance is Stance.CORROBORATES
    assert (
        compare("Corvex bought Dalmar in 2020.", "Dalmar was bought by Corvex in 2020.").stance is Stance.CORROBORATES
    )


def test_the_passive_of_the_other_is_another_deed() -> None:
    judged = compare("Corvex bought Dalmar in 2020.", "Corvex was bought by Dalmar in 2020.")
    assert judged.stance is Stance.CONFLICTS
    assert "Corvex bought Dalmar / Corvex bought by Dalmar" in judged.reasons[0].message or any(
        "Corvex bought by Dalmar" in one.message for one in judged.reasons
    )
    assert compare("Corvex bought Dalmar.", "Corvex was bought by Dalmar.").stance is not Stance.CORROBORATES


def test_what_the_town_spends_the_hall_costs_it() -> None:
    judged = compare("The town spent £2 million on the hall.", "The hall cost the town £2m, its books show.")
    assert judged.stance is Stance.CORROBORATES
