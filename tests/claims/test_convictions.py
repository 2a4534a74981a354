"""What somebody believes or is convinced of is attributed to them; what they are not convinced of, to nobody."""

from __future__ import annotations

import pytest

from factcheck.claims import extract_claims


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Ivo Ross is convinced that the rule works.", "the rule works"),
        ("Ivo Ross was adamant the bridge was safe.", "the bridge was safe"),
        ("Ivo Ross remains confident that 40 homes will be built.", "40 homes will be built"),
        ("Ivo Ross believes the tax will cost 400 jobs.", "the tax will cost 400 jobs"),
        ("Ivo Ross thinks the tax raised £40m last year.", "the tax raised £40m last year"),
    ],
)
def test_what_somebody_holds_is_theirs(text: str, content: str) -> None:
    (claim,) = extract_claims(text).claims
    assert claim.claimant is not None
    assert (claim.verbatim, claim.claimant.name) == (content, "Ivo Ross")


@pytest.mark.parametrize(
    "text",
    [
        "It is certain that the bridge fell in May.",
        "Ivo Ross is not convinced that the rule works.",
        "Ivo Ross is sure to win the vote in May.",
        "Nobody is convinced that the rule works.",
    ],
)
def test_what_nobody_holds_is_nobodys(text: str) -> None:
    assert [c.claimant for c in extract_claims(text).claims] == [None]
