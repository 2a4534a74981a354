"""Changes told in words: "halved", "doubled", "fell by a quarter", and stretches of years up to one."""

from datetime import date

import pytest

from factcheck.text.dates.finding import find_dates
from factcheck.text.quantities.finding import find_changes, find_quantities


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("Sales fell by a quarter.", "25.00", "%"),
        ("Sales grew by nearly a third last year.", "33.33", "%"),
        ("They cut costs by half in 2020.", "50.00", "%"),
        ("Sales fell a fifth to £3m.", "20.00", "%"),
        ("Der Umsatz sank um ein Viertel.", "25.00", "%"),
        ("Die Miete ist um ein Drittel gestiegen.", "33.33", "%"),
        ("Profits halved in 2023.", "50", "%"),
        ("Sales doubled to 40 million euros.", "2", "times"),
        ("Rents trebled in the five years to 2024.", "3", "times"),
        ("Exports have quadrupled since 2010.", "4", "times"),
        ("Die Zahl der Fälle hat sich verdoppelt.", "2", "times"),
    ],
)
def test_what_something_changed_by_is_a_quantity(text: str, value: str, unit: str) -> None:
    (found,) = find_changes(text)
    assert (str(found.low), found.unit, found.noun) == (value, unit, "")


@pytest.mark.parametrize(
    "text",
    [
        "Jobs were cut by a third party.",
        "They met by a quarter past.",
        "It fell by a half-mile.",
        "She doubled down on it.",
        "The cook doubled as a nurse.",
        "He gained a third.",
        "It rose in a quarter of the towns.",
    ],
)
def test_a_part_that_changes_nothing_is_no_change(text: str) -> None:
    assert find_changes(text) == []


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("In the five years to 2024, it shrank.", [5]),
        ("The number grew in two years to 2,400.", [2, 2400]),
        ("In the 12 months to 31 March 2024, 40 people died.", [12, 40]),
        ("He faces five to ten years in prison.", [5]),
        ("It fell from 5 years to 3 years.", [5, 3]),
    ],
)
def test_a_stretch_of_time_is_no_first_end_of_a_range(text: str, values: list[int]) -> None:
    assert [one.low for one in find_quantities(text)] == values


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("In the five years to 2024 the city built homes.", 2020, 2024),
        ("Profits rose in the three years ended 2019.", 2017, 2019),
        ("The plan runs for four years to 2029.", 2026, 2029),
    ],
)
def test_years_up_to_a_year_are_a_stretch(text: str, first: int, last: int) -> None:
    (found,) = find_dates(text, anchor=date(2024, 6, 20))
    assert (found.start, found.end) == (date(first, 1, 1), date(last, 12, 31))
