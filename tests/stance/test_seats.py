"""A capital and its country are one where they act, and two where they are places."""

from __future__ import annotations

import pytest

from factcheck.domain import Polarity, Stance
from factcheck.stance import compare


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ("The chain has 40 shops in Washington.", "The chain has 40 shops in the United States."),
        ("The chain has 40 shops in the United States.", "The chain has 40 shops in Washington."),
        ("Paris voters rejected the plan in May 2021.", "French voters rejected the plan in May 2021."),
        ("The treaty was signed in Berlin in 1990.", "The treaty was signed in Germany in 1990."),
        ("Die Kette hat 40 Läden in Wien.", "Die Kette hat 40 Läden in Österreich."),
    ],
)
def test_a_country_does_not_bear_out_what_is_said_of_its_capital(claim: str, passage: str) -> None:
    judged = compare(claim, passage)
    assert judged.stance is Stance.RELATED
    told = [one for one in judged.reasons if one.comparator == "places"]
    assert [one.polarity for one in told] == [Polarity.CONTEXT]


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ("Washington rejected the plan in May 2021.", "The United States rejected the plan in May 2021."),
        ("The treaty was signed in Germany in 1990.", "The treaty was signed in Berlin in 1990."),
        ("31 leaders met in the Lithuanian capital in 2023.", "31 leaders met in Vilnius in 2023."),
        ("Officials in Paris cut 40 posts in 2023.", "Officials in France cut 40 posts in 2023."),
    ],
)
def test_who_acts_and_what_lies_within_agree(claim: str, passage: str) -> None:
    assert compare(claim, passage).stance is Stance.CORROBORATES
