"""What a claim's wording adds in brackets, and which of its words it says it could not resolve."""

from __future__ import annotations

import pytest

from factcheck.claims import extract_claims
from factcheck.claims.wording import unresolved


def wordings(text: str) -> list[str]:
    """Return the self-contained wording of each claim of a text."""
    return [claim.text for claim in extract_claims(text).claims]


def test_a_pronoun_at_the_head_is_the_one_person_it_can_mean() -> None:
    assert (
        wordings("Anna Lind bought the mill in 2019. She closed it in May.")[-1] == "She [Anna Lind] closed it in May."
    )


@pytest.mark.parametrize(
    "before", ["Anna Lind met Rita Pohl in 2019.", "Paul Dorn bought the mill in 2019.", "The mill was sold in 2019."]
)
def test_a_pronoun_that_two_or_none_can_be_meant_by_stays_as_it_is(before: str) -> None:
    assert wordings(f"{before} She closed the mill in May.")[-1] == "She closed the mill in May."


def test_a_pronoun_in_somebodys_own_words_gets_no_bracket() -> None:
    assert wordings("Anna Lind bought the mill. “She lied to us all,” said a guard.")[-1] == "“She lied to us all,”"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("This is not on.", ("This",)),
        ("They knew that.", ("They", "that")),
        ("Ben Dorn denied that", ("that",)),
        ("He lied.", ("He",)),
        ("He [Ben Dorn] lied.", ()),
        ("We [NATO] will go.", ()),
        ("It is right that the mill closed.", ()),
        ("Ann Lee said she left.", ()),
        ("The mill that is shut was sold.", ()),
    ],
)
def test_words_that_still_point_outside_are_told(text: str, words: tuple[str, ...]) -> None:
    assert unresolved(text) == words
