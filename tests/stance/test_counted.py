"""Figures of one unit that measure different things do not contradict each other; of one thing they do."""

from __future__ import annotations

import pytest

from factcheck.domain import Facet, Polarity, Stance
from factcheck.stance import compare


@pytest.mark.parametrize(
    ("claim", "passage", "things"),
    [
        (
            "The new pier in Marby is 88 m long and was opened in May.",
            "The new tunnel in Marby is 900 m long and was opened in May.",
            "pier / tunnel",
        ),
        (
            "The pier at Marby, 88 m long, reopened on Monday.",
            "The pier at Marby reopened on Monday after divers had looked at the 900 m tunnel.",
            "pier / tunnel",
        ),
        ("The statue weighs 14 tonnes.", "The plinth of the statue weighs 9 tonnes.", "statue / plinth"),
        (
            "Prices of butter rose 14% in March, the statistics office said.",
            "Prices of cheese rose 5% in March, the statistics office said.",
            "butter / cheese",
        ),
        (
            "The plant spent $4 million on filters.",
            "The plant spent $9 million on wages and bought new filters.",
            "filters / wages",
        ),
        ("Die Mole in Marby ist 88 m lang.", "Die Brücke in Marby ist 900 m lang.", "Mole / Brücke"),
    ],
)
def test_measures_of_different_things_are_told_apart(claim: str, passage: str, things: str) -> None:
    judgement = compare(claim, passage)
    assert judgement.stance is Stance.RELATED
    assert not [one for one in judgement.reasons if one.polarity is Polarity.OPPOSES]
    if "Mole" not in things:  # a noun with a capital may be a name
        told = [one for one in judgement.reasons if one.comparator == "frames" and one.facet is Facet.WHAT]
        assert [one.message.rpartition(": ")[2] for one in told] == [things]


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ("The pier at Marby is 88 m long.", "The pier at Marby is 112 m long."),
        ("The statue weighs 14 tonnes.", "The statue, cast in Turin, weighs 9 tonnes."),
        (
            "The price of the pier at Marby, 88 million kroner, was paid in May.",
            "The price of the pier at Marby, 112 million kroner, was paid in May.",
        ),
        (
            "The council will spend £3 million on new buses next year.",
            "The council will spend £5 million on new buses next year.",
        ),
        ("The pipeline under the bay is 62 miles long.", "The pipeline under the bay is 62 km long."),
    ],
)
def test_measures_of_one_thing_still_contradict_each_other(claim: str, passage: str) -> None:
    assert compare(claim, passage).stance is Stance.CONFLICTS


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ("The pier 88 m long was opened.", "A mere 900 m was opened."),
        ("The 5 km", "the 7 km of the"),
        ("a 5 km", "an 8 km"),
        ("of 5 km", "of of 8 km on for"),
    ],
)
def test_odd_texts_are_judged_without_a_fault(claim: str, passage: str) -> None:
    assert compare(claim, passage).stance is not Stance.CORROBORATES
