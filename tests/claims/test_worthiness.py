"""Check-worthiness: what raises it, what does not lower it, and that it says why."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.claims import extract_claims
from factcheck.claims.checkable.learned import probability, word_key
from factcheck.domain import Claim


def only(text: str) -> Claim:
    [claim] = extract_claims(text).claims
    return claim


def test_numbers_and_public_acts_rank_above_small_talk() -> None:
    budget = only("Parliament voted to raise income taxes by nine per cent in 2019.")
    talk = only("They had a lovely walk along the river with their dog.")
    assert budget.check_worthiness > talk.check_worthiness


def test_the_reasons_name_the_number_and_the_words() -> None:
    reasons = only("Parliament voted to raise income taxes by nine per cent in 2019.").check_worthiness_reasons
    assert "gives a number" in reasons
    assert any(reason.startswith("speaks of ") for reason in reasons)


@pytest.mark.parametrize("word", ["will", "would", "might", "may", "could", "must", "should", "if", "going"])
def test_modals_and_the_future_have_no_weight(word: str) -> None:
    assert word_key(word) == ""


def test_reasons_are_heaviest_first_and_those_that_lower_say_so() -> None:
    reasons = only("That is a great thing for all of us here.").check_worthiness_reasons
    assert any(reason.endswith("(lowers)") for reason in reasons)


@given(st.text(max_size=200))
def test_any_text_has_a_probability(text: str) -> None:
    value, telling = probability(text, quantities=(), dates=(), names=())
    assert 0 <= value <= 1
    assert all(word in text for word in telling)
