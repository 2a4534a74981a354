"""Degrees with one glued letter, and powers of ten."""

from decimal import Decimal

import pytest

from factcheck.text.quantities.finding import find_quantities


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("It warmed to 12C in May.", "12", "°C"),
        ("It fell to -5C in the night.", "-5", "°C"),
        ("It was 95F in the shade.", "95", "°F"),
        ("It was 12.5C in Arle.", "12.5", "°C"),
        ("There are 2.5 × 10^6 cells.", "2500000", ""),
        ("There are 2.5 x 10^6 of them.", "2500000", ""),
        ("There are 1.2×10⁶ of them.", "1200000", ""),
        ("It is 3 × 10^-2 km long.", "0.03", "km"),
        ("It has 2 × 10^12 cells.", "2000000000000", ""),
        ("It is 4 × 10⁻³ km long.", "0.004", "km"),
        ("It is some 10^6 of them.", "1000000", ""),
    ],
)
def test_degrees_and_powers(text: str, value: str, unit: str) -> None:
    [found] = find_quantities(text)
    assert (found.low, found.unit) == (Decimal(value), unit)


@pytest.mark.parametrize("text", ["He had Seat 20C there.", "They use the 4c form.", "The Row 12F was free."])
def test_a_letter_behind_a_number_may_be_no_degree(text: str) -> None:
    assert find_quantities(text) == []


@pytest.mark.parametrize(
    ("text", "value"), [("40\u00a0105 homes", 40105), ("2\u202f104 homes", 2104), ("105 homes", 105)]
)
def test_ten_with_a_digit_behind_it_is_no_power(text: str, value: int) -> None:
    assert [one.low for one in find_quantities(f"They built {text}.")] == [value]


def test_a_plain_product_is_two_numbers() -> None:
    assert [one.low for one in find_quantities("They sent 5 x 10 boxes.")] == [5, 10]
