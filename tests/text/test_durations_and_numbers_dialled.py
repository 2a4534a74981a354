"""In which time something went on is no bound of it, and what is dialled counts nothing."""

from __future__ import annotations

import pytest

from factcheck.domain import Operator
from factcheck.text.quantities.finding import find_quantities
from factcheck.text.sentences import split_sentences


@pytest.mark.parametrize(
    ("text", "operator"),
    [
        ("It ran over 12 years.", Operator.EQUAL),
        ("Over 18 weeks the bees were trained.", Operator.EQUAL),
        ("The firm lost money over three years.", Operator.EQUAL),
        ("The debt grew over two decades.", Operator.EQUAL),
        ("It took over 40 years.", Operator.MORE_THAN),
        ("He is over 40 years old.", Operator.MORE_THAN),
        ("They waited for over three hours.", Operator.MORE_THAN),
        ("It burned over 20 years ago.", Operator.MORE_THAN),
        ("Over 40 years have passed.", Operator.MORE_THAN),
        ("The gang stole over 40 cars.", Operator.MORE_THAN),
    ],
)
def test_over_a_time_is_a_bound_only_of_how_long(text: str, operator: Operator) -> None:
    [found] = find_quantities(text)
    assert found.operator is operator


@pytest.mark.parametrize(
    "text", ["Tel: 0555 0199", "Call 020 7946 0199 now.", "Telefon 04321/32555", "+44 20 7946 0199"]
)
def test_a_telephone_number_is_no_quantity(text: str) -> None:
    assert find_quantities(text) == []


def test_one_to_two_is_a_range_in_german() -> None:
    [found] = find_quantities("ein bis zwei Prozent")
    assert (found.low, found.high, found.operator) == (1, 2, Operator.RANGE)


@pytest.mark.parametrize("text", ["the elf Legolas", "Ein Mann starb", "In 2019 it fell by 0.5%", "half-time"])
def test_what_only_looks_like_such_a_number(text: str) -> None:
    assert {found.low for found in find_quantities(text)} <= {find_quantities("0.5%")[0].low}


def test_a_sentence_glued_to_a_digit_begins_one() -> None:
    text = "At noon it was 3.He left at 12.30pm."
    assert [text[a:b] for a, b in split_sentences(text)] == ["At noon it was 3.", "He left at 12.30pm."]
