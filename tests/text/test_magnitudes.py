"""Numbers of which only the size is told."""

from decimal import Decimal

import pytest

from factcheck.domain import Operator
from factcheck.text.quantities.finding import find_quantities


@pytest.mark.parametrize(
    ("text", "low", "high", "unit", "noun"),
    [
        ("Scores of people fled.", 40, 199, "", "people"),
        ("They sold dozens of cars.", 24, 99, "", "cars"),
        ("It needs hundreds of homes.", 200, 999, "", "homes"),
        ("Tens of thousands of voters stayed away.", 20_000, 99_999, "", "voters"),
        ("It cost hundreds of millions of dollars.", 200_000_000, 999_999_999, "USD", ""),
        ("He walked thousands of miles.", 2_000, 99_999, "mi", ""),
        ("Bei dem Brand wurden Dutzende Menschen verletzt.", 24, 99, "", "Menschen"),
        ("In dem Werk stehen Tausende von Wagen.", 2_000, 99_999, "", "Wagen"),
    ],
)
def test_a_size_is_a_range(text: str, low: int, high: int, unit: str, noun: str) -> None:
    [found] = find_quantities(text)
    assert (found.low, found.high, found.unit, found.noun) == (Decimal(low), Decimal(high), unit, noun)
    assert found.operator is Operator.RANGE


@pytest.mark.parametrize(
    "text",
    [
        "The test scores of pupils fell.",
        "He scores, of course.",
        "It comes in the hundreds.",
        "Their scores of late are poor.",
    ],
)
def test_other_words_are_no_size(text: str) -> None:
    assert find_quantities(text) == []


@pytest.mark.parametrize(("words", "value"), [("A dozen", 12), ("Half a dozen", 6), ("Two dozen", 24)])
def test_a_dozen_is_about_twelve(words: str, value: int) -> None:
    [found] = find_quantities(f"{words} people fled.")
    assert (found.low, found.operator) == (Decimal(value), Operator.ABOUT)


def test_how_exact_a_dozen_is_may_be_said() -> None:
    assert find_quantities("More than a dozen people fled.")[0].operator is Operator.MORE_THAN
