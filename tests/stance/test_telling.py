"""The reasons as they are read: each difference once, and in whole words."""

from __future__ import annotations

import pytest

from factcheck.domain import Stance
from factcheck.stance import compare

WHOLE = [
    (
        "Simon Olders was jailed for nine years.",
        "His cousin Daniel Olders was jailed for three years.",
        "Simon Olders /",
    ),
    ("Trainer Peter Lund was banned for six games.", "Winger Oliver Lund was banned for two games.", "Peter Lund /"),
    ("The prime minister knew of the loan.", "The interior minister did not know of the loan.", "“interior minister”"),
    (
        "The finance minister resigned on Monday.",
        "The deputy finance minister resigned on Monday.",
        "finance minister”,",
    ),
    (
        "The fair sold 80,000 tickets last summer.",
        "The fair sold 65,000 tickets in its first summer, 2011.",
        "last summer /",
    ),
]
ONCE = [
    (
        "The victim was a 29-year-old Dutch tourist.",
        "Police said the victim was a 29-year-old Danish tourist.",
        "Danish",
    ),
    ("Flu killed 1,900 people in Wales in May.", "Flu killed 640 people in Northern Ireland in May.", "Ireland"),
    ("The senate ratified the pact in April 2019.", "The senate ratified the pact in October 2019.", "October"),
]


@pytest.mark.parametrize(("claim", "passage", "told"), WHOLE)
def test_what_goes_on_in_both_texts_alike_is_told_with_the_difference(claim: str, passage: str, told: str) -> None:
    assert any(told in one.message for one in compare(claim, passage).reasons)


@pytest.mark.parametrize(("claim", "passage", "told"), ONCE)
def test_a_difference_is_told_once(claim: str, passage: str, told: str) -> None:
    assert sum(told in one.message for one in compare(claim, passage).reasons if one.comparator != "frames") == 1


def test_a_whole_name_and_a_verb_are_told_alone() -> None:
    found = compare("Denmark won the final in Oslo.", "Norway won the final in Oslo on Sunday.")
    assert [one.message for one in found.reasons] == ["differs: Denmark / Norway"]


def test_who_speaks_for_a_country_is_no_other_than_the_country() -> None:
    passage = "Riga is to send 90 troops to the mission, Latvia's defence minister said."
    found = compare("Latvia will send 90 soldiers to the mission.", passage)
    assert found.stance is Stance.CORROBORATES


def test_another_first_name_in_another_month_is_another_event() -> None:
    found = compare("Anna Molt left the firm in May.", "Thomas Molt left the firm in September 2016 after a row.")
    assert found.stance is Stance.RELATED
