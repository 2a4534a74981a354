"""Levels beside years and beside each other, units of two words, days in words, and the stop behind a decimal."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from factcheck.domain import Operator
from factcheck.text.dates.finding import find_dates
from factcheck.text.quantities.finding import find_quantities
from factcheck.text.sentences import split_sentences


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Thefts fell from 48,300 in 2019 to 41,900 in 2023.", [48300, 41900]),
        ("Thefts fell from 48,300 in 2019-20 to 41,900 in 2023-24.", [48300, 41900]),
        ("The share has trebled in Arle, from 3% to 9%.", [3, 9]),
        ("The village spent ₹1,00,000.", [100000]),
        ("About ½ million people came.", [Decimal("500000.0")]),
    ],
)
def test_no_level_is_lost(text: str, values: list[int]) -> None:
    assert [one.low for one in find_quantities(text)] == values


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("A plant of 18 gigawatt-hours and 40 megawatt hours.", ["GWh", "MWh"]),
        ("It added about 0.4 of a percentage point.", ["pp"]),
        ("Sales rose to £88.6 million from 79.1 million a year earlier.", ["GBP", "GBP"]),
        ("The rate rose to 5.1 percent, up from 4.9.", ["%", "%"]),
        ("He got $5 from 3 men.", ["USD", ""]),
    ],
)
def test_a_level_has_the_unit_of_the_one_it_is_told_with(text: str, units: list[str]) -> None:
    assert [one.unit for one in find_quantities(text)] == units


@pytest.mark.parametrize(
    ("text", "operator"),
    [
        ("The rate edged up to 6.8 percent.", Operator.EQUAL),
        ("The rate climbed up to 7.9 percent.", Operator.EQUAL),
        ("The rate has risen up to 7.9 percent.", Operator.EQUAL),
        ("The firm sent up to 300 lorries.", Operator.AT_MOST),
        ("The rate was up to 6.8 percent.", Operator.AT_MOST),
    ],
)
def test_up_to_behind_a_verb_of_movement_is_no_bound(text: str, operator: Operator) -> None:
    assert find_quantities(text)[0].operator is operator


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("It was signed on the fourth of July, 1976.", date(1976, 7, 4)),
        ("The twenty-first of March 2020 was cold.", date(2020, 3, 21)),
        ("The tunnel reopens on Tuesday after a fire that killed six.", date(2024, 6, 11)),
        ("The vote on Tuesday evening was 14 to 9.", date(2024, 6, 4)),
    ],
)
def test_the_day_that_is_meant(text: str, day: date) -> None:
    (found,) = find_dates(text, anchor=date(2024, 6, 5))
    assert (found.start, found.end) == (day, day)


def test_a_german_month_stands_before_a_sum() -> None:
    text = "Das Unternehmen hat noch im Mai 90 Millionen Euro ausgeschüttet."
    (found,) = find_dates(text, anchor=date(2024, 6, 5))
    assert found.start == date(2024, 5, 1)


def test_a_stop_behind_a_decimal_ends_a_sentence() -> None:
    text = "The rate rose from 4.9. Profit was flat."
    assert [text[a:b] for a, b in split_sentences(text)] == ["The rate rose from 4.9.", "Profit was flat."]


def test_what_stays_so_in_german_is_yet_to_come() -> None:
    text = "Die Kita bleibe bis zum 30. September geschlossen, teilte die Stadt mit."
    (found,) = find_dates(text, anchor=date(2024, 6, 5))
    assert found.start == date(2024, 9, 30)


def test_a_number_to_be_rung_counts_nothing() -> None:
    assert find_quantities("Hinweise nimmt die Wache unter Telefon 110 entgegen.") == []
