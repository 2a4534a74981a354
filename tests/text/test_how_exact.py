"""What is said around a number of how exact it is, and the words with "half" that are no share."""

from decimal import Decimal

import pytest

from factcheck.domain import Operator
from factcheck.text.quantities.exactness import with_operator
from factcheck.text.quantities.finding import find_quantities


@pytest.mark.parametrize(
    ("text", "operator"),
    [
        ("The plant cut 1,200+ jobs, at the site in Arle.", Operator.AT_LEAST),
        ("The group (1,200+ jobs, they say) is for sale.", Operator.AT_LEAST),
        ("The buyer, 30+ years old, left.", Operator.AT_LEAST),
        ("They must answer within two hours.", Operator.AT_MOST),
        ("Sie müssen binnen drei Wochen antworten.", Operator.AT_MOST),
        ("The wait is as long as six days.", Operator.AT_MOST),
        ("It drew as many as 40 members.", Operator.AT_MOST),
        ("It drew as few as 12 members.", Operator.AT_LEAST),
        ("Prices are as low as 12 euros.", Operator.AT_LEAST),
        ("The wait, six days, was long.", Operator.EQUAL),
        ("He lied about 300 deaths.", Operator.EQUAL),
        ("They complained about 3,000 letters.", Operator.EQUAL),
        ("She told lies about 40 homes.", Operator.EQUAL),
        ("He paid about 300 men.", Operator.ABOUT),
        ("He lied. About 300 men left.", Operator.ABOUT),
    ],
)
def test_how_exact_a_number_is(text: str, operator: Operator) -> None:
    [found] = find_quantities(text)
    assert found.operator is operator


def test_what_somebody_lied_about_is_shown_without_the_word_before_it() -> None:
    text = "He lied about 300 deaths."
    [found] = find_quantities(text)
    assert with_operator(text, found) == "300"


def test_a_sum_has_no_plus_of_its_own() -> None:
    assert [one.operator for one in find_quantities("That is 1200 + 300 homes.")] == [Operator.EQUAL, Operator.EQUAL]


def test_a_plus_does_not_part_a_number_from_its_noun() -> None:
    assert find_quantities("The plant cut 1,200+ jobs.")[0].noun == "jobs"


@pytest.mark.parametrize(
    ("text", "low", "high", "unit"),
    [
        ("The share was 83 ± 4 %.", 79, 87, "%"),
        ("The share was 83±4%.", 79, 87, "%"),
        ("It stood at 52% +/- 3 points.", 49, 55, "%"),
        ("It stood at 41% plus or minus 2 percentage points.", 39, 43, "%"),
        ("It costs 2.5 ± 0.5 million.", 2_000_000, 3_000_000, ""),
    ],
)
def test_a_margin_makes_a_range(text: str, low: int, high: int, unit: str) -> None:
    [found] = find_quantities(text)
    assert (found.low, found.high, found.unit) == (Decimal(low), Decimal(high), unit)
    assert found.operator is Operator.RANGE


def test_a_margin_alone_is_a_number() -> None:
    [found] = find_quantities("It has a margin of ±4 %.")
    assert (found.low, found.high) == (4, 4)


@pytest.mark.parametrize(
    "word", ["half-time", "a half-hour", "half-way", "a half-empty hall", "her half-sister", "half time"]
)
def test_a_word_with_half_is_no_share(word: str) -> None:
    assert find_quantities(f"They saw {word} of it.") == []


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("half of it", 50),
        ("half the town", 50),
        ("half-a-dozen cars", 6),
        ("a half-million", 500_000),
        ("one-half", 50),
    ],
)
def test_a_half_of_something_is_read(words: str, value: int) -> None:
    assert [one.low for one in find_quantities(f"They saw {words} there.")] == [value]
