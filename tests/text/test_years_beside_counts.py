"""Numerals that look like years and count, and counts that stand beside years."""

from decimal import Decimal

import pytest

from factcheck.text.dates.finding import find_dates
from factcheck.text.quantities.finding import find_quantities


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Die 1.850 Stellen sind sicher.", 1850),
        ("Insgesamt wurden 1.950 Menschen gezählt.", 1950),
        ("In dem Ort leben nicht mehr als 2.024.", 2024),
        ("Das Werk hat im vergangenen Jahr 2.850 Wagen gebaut.", 2850),
    ],
)
def test_a_german_thousand_is_no_year(text: str, value: int) -> None:
    assert [one.low for one in find_quantities(text)] == [value]


def test_a_german_year_counts_nothing() -> None:
    assert find_quantities("Die Firma wurde 1950 gegründet und 2024 verkauft.") == []


@pytest.mark.parametrize(
    ("text", "year", "value"),
    [
        ("It is the highest level since 1955—48,277 infected.", 1955, 48277),
        ("The worst was in 2012 — 38,277 infected people.", 2012, 38277),
        ("2012–28,277 infected", 2012, 28277),
        ("The toll of 1998-2,300 dead in a month- was the highest.", 1998, 2300),
        ("A record was set in 1604 – 1,204,000 sheep were sold.", 1604, 1204000),
    ],
)
def test_a_count_behind_a_year_is_its_own(text: str, year: int, value: int) -> None:
    assert [one.low for one in find_quantities(text)] == [value]
    assert [one.start.year for one in find_dates(text, anchor=None)] == [year]
    assert [one.end.year for one in find_dates(text, anchor=None)] == [year]


@pytest.mark.parametrize(
    ("text", "bounds"),
    [
        ("1500–2,300 homes", (1500, 2300)),
        ("They want 1,200-2,300 homes.", (1200, 2300)),
        ("2000–3000 jobs", (2000, 3000)),
    ],
)
def test_two_counts_stay_a_range(text: str, bounds: tuple[int, int]) -> None:
    [found] = find_quantities(text)
    assert (found.low, found.high) == tuple(map(Decimal, bounds))


@pytest.mark.parametrize("text", ["In 2012–28 it rose.", "It fell in 2019–20.", "The season of 1998-99 was dry."])
def test_a_stretch_of_years_counts_nothing(text: str) -> None:
    assert find_quantities(text) == []
    assert [one.start.year < one.end.year for one in find_dates(text, anchor=None)] == [True]
