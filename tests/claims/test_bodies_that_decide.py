"""What a body decides is a deed: the whole clause is the claim, with the votes by which it decided."""

from __future__ import annotations

import pytest

from factcheck.claims import extract_claims
from factcheck.domain import Form


@pytest.mark.parametrize(
    ("sentence", "ticked"),
    [
        ("The ferry will not sail in winter, the harbour board decided on Tuesday by 7 votes to 2.", {"7", "2"}),
        ("By next May all 31 lamps must go, the council decided 20-11 in April.", {"31", "20", "11"}),
        ("The committee decided by 12 votes to 3 that the library would close.", {"12", "3"}),
    ],
)
def test_the_votes_of_who_decides_are_in_the_claim(sentence: str, ticked: set[str]) -> None:
    (claim,) = extract_claims(f"From the island\n\n{sentence}\n").claims
    assert (claim.form, claim.verbatim) == (Form.NONE, sentence)
    assert ticked <= {item.span.text for item in claim.items}


@pytest.mark.parametrize(
    "sentence",
    [
        "“The ferry is old,” Ann Lee decided.",
        "The ferry was too old, Ann Lee decided.",
        "“It is shut,” the board decided.",
    ],
)
def test_a_person_who_decides_and_a_quotation_have_a_speaker(sentence: str) -> None:
    assert any(claim.claimant for claim in extract_claims(f"From the island\n\n{sentence}\n").claims)
