"""Figures in other units: the same length, weight, volume, warmth, speed or rate agrees, another conflicts; ours."""

from __future__ import annotations

import pytest

from factcheck.domain import Stance
from factcheck.stance import compare


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ("The pier sank by 30 millimetres in May.", "The pier sank by about three centimetres in May."),
        ("The pier sank by about three centimetres in May.", "The pier sank by 30 millimetres in May."),
        ("The calf weighed about 3.2 kilograms at birth.", "The calf weighed seven pounds at birth."),
        ("The pipe leaked 5,000 litres of oil.", "The pipe leaked five cubic metres of oil."),
        ("It reached about 40°C in Tarn in June.", "It reached 104°F in Tarn in June."),
        ("The train reached 300 km/h on the new line.", "The train reached about 186 mph on the new line."),
        ("The pump moves 60 litres per minute.", "The pump moves 3,600 litres per hour."),
        ("The mill uses 7,000 litres of water a week.", "The mill uses 1,000 litres of water a day."),
        ("He served a sentence of two years in Tarn.", "He served a sentence of 24 months in Tarn."),
        ("Die Säule sank im Mai um 30 Millimeter.", "Die Säule sank im Mai um etwa drei Zentimeter."),
        ("Der Tunnel ist 2,5 Kilometer lang.", "Der Tunnel ist rund 2500 Meter lang."),
    ],
)
def test_one_figure_in_two_units_agrees(claim: str, passage: str) -> None:
    assert compare(claim, passage).stance is Stance.CORROBORATES


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ("The pier sank by 30 millimetres in May.", "The pier sank by about thirty centimetres in May."),
        ("The pier sank by 30 millimetres in May.", "The pier sank by 3 millimetres in May."),
        ("The pipe leaked 5,000 litres of oil.", "The pipe leaked fifty cubic metres of oil."),
        ("The train reached 300 km/h on the new line.", "The train reached about 300 mph on the new line."),
        ("He served a sentence of two years in Tarn.", "He served a sentence of 18 months in Tarn."),
    ],
)
def test_another_figure_in_another_unit_conflicts(claim: str, passage: str) -> None:
    assert compare(claim, passage).stance is Stance.CONFLICTS


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ("The stadium cost £40 million.", "The stadium cost €46 million."),
        ("The pump moves 60 litres per minute.", "The pump moves 60 litres per hour."),
        ("The tank holds 10 gallons of fuel.", "The tank holds 45 litres of fuel."),
    ],
)
def test_money_rates_that_differ_and_gallons_are_left_open(claim: str, passage: str) -> None:
    assert compare(claim, passage).stance is Stance.RELATED
