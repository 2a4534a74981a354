"""A raised digit behind a number is a note's mark or a power, and never a digit of it."""

from __future__ import annotations

from decimal import Decimal

import pytest

from factcheck.text.quantities.finding import find_quantities


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("It carried 40,000¹ people.", "40000"),
        ("It sold 300² cars.", "300"),
        ("It fell to 45⁵ percent.", "45"),
        ("It owed 10⁶ euros.", "1000000"),
        ("It owed 10⁹ euros.", "1000000000"),
        ("It has 12 cranes¹².", "12"),
    ],
)
def test_a_number_is_read_without_what_is_raised_behind_it(text: str, number: str) -> None:
    (found,) = find_quantities(text)
    assert found.low == Decimal(number)
