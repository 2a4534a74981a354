"""A bound is exact, units turn into one another, and a figure is that of its own part of a sentence."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.domain import Operator, Polarity, Quantity, Span, Stance
from factcheck.stance import compare
from factcheck.stance.figures.figures import same_figure


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ("More than 3,000 sheep drowned.", "2,960 sheep drowned."),
        ("Over 40% of the fields dried out.", "39.7% of the fields dried out."),
        ("Fewer than 700 pupils passed.", "704 pupils passed."),
        ("At most 450 seats were sold.", "455 seats were sold."),
        ("Up to 450 seats were sold.", "455 seats were sold."),
        ("At least 3,000 sheep drowned.", "2,990 sheep drowned."),
        ("Mehr als 3.000 Schafe ertranken.", "2.960 Schafe ertranken."),
        ("Weniger als 700 Schüler haben die Prüfung bestanden.", "704 Schüler haben die Prüfung bestanden."),
    ],
)
def test_a_figure_on_the_wrong_side_of_a_bound_conflicts_however_near(claim: str, passage: str) -> None:
    assert compare(claim, passage).stance is Stance.CONFLICTS


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ("More than 3,000 sheep drowned.", "3,040 sheep drowned."),
        ("Nearly 3,000 sheep drowned.", "2,960 sheep drowned."),
        ("Fewer than 700 pupils passed.", "690 pupils passed."),
        ("Mindestens 50 Schafe ertranken.", "52 Schafe ertranken."),
    ],
)
def test_a_figure_on_the_right_side_of_it_bears_it_out(claim: str, passage: str) -> None:
    assert compare(claim, passage).stance is Stance.CORROBORATES


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ("Exactly 3,000 sheep drowned.", "About 3,000 sheep drowned."),
        ("More than 3,000 sheep drowned.", "About 3,000 sheep drowned."),
        ("More than 3,250 sheep drowned.", "3,200 sheep drowned."),
    ],
)
def test_what_is_told_too_roughly_for_the_claim_leaves_it_open(claim: str, passage: str) -> None:
    assert compare(claim, passage).stance is Stance.RELATED


@pytest.mark.parametrize(
    ("claim", "passage", "stance"),
    [
        ("The lake warmed to 25 degrees Celsius.", "The lake warmed to 77 degrees Fahrenheit.", Stance.CORROBORATES),
        ("The lake warmed to 25 degrees Celsius.", "The lake warmed to 90 degrees Fahrenheit.", Stance.CONFLICTS),
        ("Der See erreichte 25 Grad Celsius.", "Der See erreichte 77 Grad Fahrenheit.", Stance.CORROBORATES),
        ("The lake warmed by 1.5 degrees Celsius.", "The lake warmed by 2.7 degrees Fahrenheit.", Stance.CORROBORATES),
        ("Gusts reached 80 mph at the harbour.", "Gusts reached 129 km/h at the harbour.", Stance.CORROBORATES),
        ("Gusts reached 80 mph at the harbour.", "Gusts reached 90 km/h at the harbour.", Stance.CONFLICTS),
    ],
)
def test_units_that_turn_into_one_another_are_compared_in_one(claim: str, passage: str, stance: Stance) -> None:
    assert compare(claim, passage).stance is stance


def _degrees(value: Decimal, unit: str) -> Quantity:
    return Quantity(span=Span(0, 1, "0"), low=value, high=value, unit=unit, noun="", operator=Operator.EQUAL)


@given(st.integers(-60, 60))
def test_whole_degrees_are_what_they_are_on_the_other_scale(celsius: int) -> None:
    fahrenheit = round(Decimal(celsius) * 9 / 5 + 32)
    one, other = _degrees(Decimal(celsius), "°C"), _degrees(Decimal(fahrenheit), "°F")
    assert same_figure(one, other)
    assert same_figure(other, one)


@pytest.mark.parametrize(
    ("claim", "passage", "stance"),
    [
        ("The chain has 90 inns in Elna.", "The chain has 90 inns in Halm and 40 in Elna.", Stance.CONFLICTS),
        ("The chain has 90 inns in Elna.", "The chain has 40 inns in Halm and 90 in Elna.", Stance.CORROBORATES),
        ("Die Kette hat 90 Hotels in Elna.", "Die Kette hat 90 Hotels in Halm und 40 in Elna.", Stance.CONFLICTS),
        ("Orvel built 9,000 boats in Halm.", "Dalmar built 9,000 boats in Halm; Orvel built 4,000.", Stance.CONFLICTS),
    ],
)
def test_a_figure_is_that_of_its_own_part_of_the_sentence(claim: str, passage: str, stance: Stance) -> None:
    assert compare(claim, passage).stance is stance


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ("Output rose by 5 per cent.", "Output rose by 5 percentage points, from 40 to 45 per cent."),
        ("Die Quote sank um 5 Prozent.", "Die Quote sank um 5 Prozentpunkte auf 31 Prozent."),
    ],
)
def test_points_are_no_per_cent_whatever_level_is_told_beside_them(claim: str, passage: str) -> None:
    judged = compare(claim, passage)
    assert judged.stance is Stance.CONFLICTS
    against = next(one for one in judged.reasons if one.polarity is Polarity.OPPOSES)
    assert against.message.startswith("the claim says 5 ")
    assert "the source says 5 " in against.message


def test_a_week_of_rain_is_no_rate_a_week() -> None:
    judged = compare(
        "A week of rain killed 20 people in Torvia.", "At least 33 people are dead in Torvia after a week of rain."
    )
    assert judged.stance is Stance.CONFLICTS
    assert not any("another definition" in one.message for one in judged.reasons)


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ("All bakeries in Halm were shut.", "Some bakeries in Halm were shut."),
        ("Alle Bäder in Halm bleiben im Mai geschlossen.", "Einige Bäder in Halm bleiben im Mai geschlossen."),
        ("All ferries to Skei were full.", "Some ferries to Skei were full."),
        ("Alle Fähren nach Skei waren voll.", "Einige Fähren nach Skei waren voll."),
        ("Every bridge in Tarn was inspected.", "Several bridges in Tarn were inspected."),
    ],
)
def test_some_are_less_than_all_and_do_not_deny_them(claim: str, passage: str) -> None:
    judged = compare(claim, passage)
    assert judged.stance is Stance.RELATED
    assert judged.badges == ("weaker than the claim",)
    assert any("; the source says " in one.message for one in judged.reasons)
    assert not any(one.comparator == "names" for one in judged.reasons)


def test_most_are_more_than_half_and_need_not_be_all() -> None:
    claim = "Most of the barns burned."
    few, many = compare(claim, "Only 4 of the 30 barns burned."), compare(claim, "28 of the 30 barns burned.")
    assert few.stance is Stance.CONFLICTS
    assert any("the claim speaks of most of the barns" in one.message for one in few.reasons)
    assert many.stance is not Stance.CONFLICTS


def test_a_missing_figure_is_named_whole() -> None:
    claim = "The bank paid $2 billion, lost at least 6 per cent and closed on 3 October."
    missing = [one.text for one in compare(claim, "The bank in Halm is old.").missing]
    assert {"$2 billion", "at least 6 per cent", "3 October"} <= set(missing)
    assert not {"2", "least", "cent", "6", "3"} & set(missing)
