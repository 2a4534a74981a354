"""Whole numbers with a fraction behind a blank, and times of day written with a full stop."""

from decimal import Decimal

import pytest

from factcheck.claims import extract_claims
from factcheck.domain import ItemKind
from factcheck.text.quantities.finding import find_quantities


@pytest.mark.parametrize(
    ("text", "span", "value", "unit"),
    [
        ("The plank is 12 3/4 inches wide.", "12 3/4", "12.75", ""),
        ("He ran 26 1/2 miles.", "26 1/2 miles", "26.5", "mi"),
        ("It rose to 5 ½ per cent.", "5 ½ per cent", "5.5", "%"),
        ("It rose to 5½ per cent.", "5½ per cent", "5.5", "%"),
        ("The nail has 3 3/8 inches.", "3 3/8", "3.375", ""),
    ],
)
def test_a_number_takes_the_fraction_behind_it(text: str, span: str, value: str, unit: str) -> None:
    [found] = find_quantities(text)
    assert (found.span.text, found.low, found.high, found.unit) == (span, Decimal(value), Decimal(value), unit)


@pytest.mark.parametrize(
    "text", ["He had 12 3/4/2020 forms.", "They won 12 4/3 games.", "It has 12 3/7 parts.", "He sold 12 on 3/4 days."]
)
def test_what_is_no_fraction_adds_nothing(text: str) -> None:
    assert find_quantities(text)[0].low == Decimal(12)


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("The council met at 10.15 and left the hall at 11.30 that day.", ["10.15", "11.30"]),
        ("The train left Arle at 10.15 on that morning.", ["10.15"]),
        ("Der Zug verließ die Stadt um 10.15 ohne einen Halt.", ["10.15"]),
    ],
)
def test_a_time_of_day_is_no_number(text: str, times: list[str]) -> None:
    [claim] = extract_claims(text).claims
    assert claim.quantities == ()
    assert [item.span.text for item in claim.items if item.kind is ItemKind.DATE] == times


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The share of the firm closed at 10.15 in London.", "10.15"),
        ("The euro stood at 1.15 in the evening.", "1.15"),
        ("The acid was measured at 7.40 by the team.", "7.40"),
        ("The firm was bought at 10.15 million in the end.", "10150000"),
        ("The loan of the town runs at 10.15% for good.", "10.15"),
        ("The ticket was sold at 3.75 in the shop.", "3.75"),
    ],
)
def test_a_level_or_a_price_is_no_time_of_day(text: str, value: str) -> None:
    [claim] = extract_claims(text).claims
    assert [one.low for one in claim.quantities] == [Decimal(value)]
    assert [item.span.text for item in claim.items if item.kind is ItemKind.DATE] == []
