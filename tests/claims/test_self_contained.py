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


@pytest.mark.parametrize(
    ("text", "wording"),
    [
        ("It was a rise that Lee says was paid for by small donors.", "[a rise] was paid for by small donors"),
        ("The mill is old, the Courier reported, and has not been open for years.", "[The mill] has not been open for"),
        ("The fund that Lee said is key to the mill was cut.", "[The fund] is key to the mill"),
    ],
)
def test_a_claim_that_begins_with_its_verb_is_given_its_subject(text: str, wording: str) -> None:
    assert any(words.startswith(wording) for words in wordings(text))


@pytest.mark.parametrize(
    ("text", "wording"),
    [
        ("Testing, he said, is the key to a safe harbour.", "Testing, he said, is the key to a safe harbour"),
        ("Farmers say December is too late.", "December is too late"),
        ("Rita Lee said that is not her job.", "that is not her job"),
        ("By 2080, according to Arle University research, the quay is set to sink.", "By 2080, according to Arle"),
        ("The mayor announced his decision and went home.", "The mayor announced his decision and went home"),
    ],
)
def test_a_claim_keeps_the_subject_that_stands_in_it(text: str, wording: str) -> None:
    assert [words.startswith(wording) for words in wordings(text)] == [True]


def test_a_claim_without_a_subject_is_told_where_none_was_found() -> None:
    assert unresolved("is key to the mill") == ("is",)
    assert unresolved("[The fund] is key to the mill") == ()
    assert unresolved("Had he known, he had stayed.") == ("he",)


@pytest.mark.parametrize(
    ("text", "wording"),
    [
        ("Rita Lee, chair of the Arle Trust, said: “We lost our mill.”", "“We [Arle Trust] lost our mill.”"),
        ("Rita Lee, chair of the Arle Trust, said: “Our mill is lost.”", "“Our [Arle Trust’s] mill is lost.”"),
        ("Rita Lee, former chair of the Arle Trust, said: “We lost our mill.”", "“We lost our mill.”"),
    ],
)
def test_we_is_the_organisation_that_the_speaker_speaks_for(text: str, wording: str) -> None:
    assert wordings(text) == [wording]


def test_we_is_open_only_where_nobody_known_says_it() -> None:
    assert unresolved("“We lost.”") == ()
    assert unresolved("“We lost.”", spoken=False) == ("We",)


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("Tarrow has 9,400 people. Bikes cost €12 at Velo Tarrow.", "Tarrow has 9,400 people."),
        ("Ford sold 40,000 cars. Harrison Ford lives in Wells.", "Ford sold 40,000 cars."),
        ("Harrison Ford lives in Wells. Ford sold a house.", "Harrison Ford lives in Wells."),
    ],
)
def test_a_name_is_explained_by_what_stands_before_it_alone(text: str, first: str) -> None:
    claims = extract_claims(text).claims
    assert claims[0].text == first
    assert ("[Harrison Ford]" in claims[1].text) is text.startswith("Harrison")


def test_who_is_chief_of_a_firm_speaks_for_the_firm() -> None:
    text = "“We lost £4m in our best year,” said Karin Holst, CEO of Brightwell Foods Ltd."
    (claim,) = extract_claims(text).claims
    assert "CEO" not in claim.text
