"""Who speaks where the verb of saying stands behind an adverbial, and people described by who is among them."""

from __future__ import annotations

import pytest

from factcheck.claims import extract_claims


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("In March, Toll said, the firm lost £9m.", "Toll"),
        ("Since 2020, said Ross, rents have doubled.", "Ross"),
        ("By 2030, Toll predicts, 90% of boats will be gone.", "Toll"),
        ("At best, Chan said, the wall will hold for ten years.", "Chan"),
        ("For years, Ross told the Post, nobody paid.", "Ross"),
        ("In real life, Toll has said, the boat cost £9m.", "Toll"),
        ("When the dam broke, Toll said, 40 people died.", "Toll"),
        ("However, the minister said, the firm lost £9m.", "the minister"),
    ],
)
def test_a_speaker_is_inserted_behind_an_adverbial(text: str, speaker: str) -> None:
    (claim,) = extract_claims(text).claims
    assert claim.claimant is not None
    assert (claim.verbatim, claim.claimant.name) == (text.rstrip("."), speaker)


@pytest.mark.parametrize("text", ["In the end, Lee said and left.", "After the vote, Toll said, and Lee left."])
def test_nothing_is_said_where_no_clause_follows(text: str) -> None:
    assert [c.claimant for c in extract_claims(text).claims] == [None]


@pytest.mark.parametrize(
    "speakers",
    [
        "Critics such as Mo Lind",
        "Sources close to the board",
        "People close to Toll",
        "Campaigners opposed to the plan",
        "Experts such as Lind and Toll",
    ],
)
def test_people_are_described_by_who_is_among_them(speakers: str) -> None:
    (claim,) = extract_claims(f"{speakers} said the port lost £2m.").claims
    assert claim.claimant is not None
    assert (claim.verbatim, claim.claimant.name) == ("the port lost £2m", speakers)
