"""Quoted words with their "not" put in or taken away conflict, whoever is said to have said them; examples are ours."""

from __future__ import annotations

from datetime import date

import pytest

from factcheck.claims import extract_claims
from factcheck.domain import Stance
from factcheck.stance import compare

DAY = date(2024, 11, 14)
SAYINGS = [
    ("We will never again sell arms to Tarn", "We will again sell arms to Tarn"),
    ("The dam is not safe for the winter", "The dam is safe for the winter"),
    ("We cannot afford the new pool", "We can afford the new pool"),
]
SOURCES = ["“{},” said Anna Lind.", "“{},” the minister told the Courier.", "Peter Voss said on Monday: “{}.”"]


@pytest.mark.parametrize("source", SOURCES)
@pytest.mark.parametrize(("one", "other"), [*SAYINGS, *((b, a) for a, b in SAYINGS)])
def test_a_claim_with_its_claimant_and_its_bare_words_have_one_stance(one: str, other: str, source: str) -> None:
    (claim,) = extract_claims(f"“{one},” Anna Lind said on Tuesday.\n", published=DAY).claims
    passage = source.format(other)
    assert compare(claim, passage).stance is Stance.CONFLICTS
    assert compare(claim.verbatim, passage).stance is Stance.CONFLICTS


def test_a_day_behind_a_german_name_is_no_part_of_it() -> None:
    (claim,) = extract_claims("„Die Brücke ist nicht sicher“, sagte Maren Holt am Dienstag.\n", published=DAY).claims
    judgement = compare(claim, "„Die Brücke ist nicht sicher“, sagte Maren Holt am Mittwoch.")
    assert "the source gives the words to Maren Holt, as the claim does" in [one.message for one in judgement.reasons]


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ("It was never a question of money.", "It was never, never a question of money."),
        ("We will never again sell arms to Tarn.", "We will never, ever again sell arms to Tarn."),
        ("There is no danger to the town.", "There is not any danger to the town."),
        ("There is no danger to the town.", "There isn’t any danger to the town."),
    ],
)
def test_a_negation_that_is_stressed_is_one(claim: str, passage: str) -> None:
    assert compare(claim, passage).stance is not Stance.CONFLICTS
