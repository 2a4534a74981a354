"""The right one of two speaks: not who is only contrasted, of the other gender, or agreed to what was said before."""

from __future__ import annotations

import pytest

from factcheck.claims import extract_claims

Said = tuple[str, str]


def _said(text: str) -> list[Said]:
    return [(c.claimant.name if c.claimant else "", c.verbatim) for c in extract_claims(text).claims]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("It was Jones, not Smith, who said the dam had failed.", "Jones"),
        ("It was Mayor Ann Jones, and not the minister Ben Smith, who said that the dam had failed.", "Ann Jones"),
        ("It was not Smith but Jones who said that the dam had failed.", "Jones"),
        ("It was the mayor, rather than the minister, who said the dam had failed.", "the mayor"),
        ("It was Ann Jones, the mayor, who said the dam had failed.", "Ann Jones"),
        ("Jones, not Smith, said the dam had failed.", "Jones"),
    ],
)
def test_who_it_was_speaks_and_not_who_it_was_not(text: str, who: str) -> None:
    assert _said(text) == [(who, "the dam had failed")]


def test_who_it_was_not_is_no_office() -> None:
    (claim,) = extract_claims("It was Ann Jones, and not the minister Ben Smith, who said the dam had failed.").claims
    assert claim.claimant is not None
    assert claim.claimant.office == ""


@pytest.mark.parametrize(
    ("head", "verb"),
    [
        ("Minister Ann Cole, who resigned on Monday,", "said"),
        ("Minister Cole, who resigned,", "said"),
        ("Ann Cole, the minister, who resigned on Monday,", "said"),
        ("On Monday Ann Cole, who resigned,", "told reporters"),
    ],
)
def test_a_clause_about_the_speaker_is_not_what_is_said(head: str, verb: str) -> None:
    *about, (who, words) = _said(f"{head} {verb} she “never wanted the job”.")
    assert who in ("Ann Cole", "Cole")
    assert words == "she “never wanted the job”"
    assert all(not name for name, _ in about)


@pytest.mark.parametrize(
    ("text", "second"),
    [
        ("“The dam will fail,” Ann Smith said, and Ben Reed agreed.", ("Ben Reed", "Ben Reed agreed")),
        ("The dam would fail, Ann Smith said, and Reed concurred.", ("Reed", "Reed concurred")),
        ("Ann Smith said that the dam would fail, and Ben Reed disagreed.", ("Ben Reed", "Ben Reed disagreed")),
        ("Ann Smith said 40 cows died, while officials agreed.", ("officials", "officials agreed")),
        ("Ann Smith said 40 cows died, and Ben Reed agreed with her.", ("Ben Reed", "Ben Reed agreed with her")),
        (
            "Ann Smith said it would fail, and her deputy, Ben Reed, agreed.",
            ("Ben Reed", "her deputy, Ben Reed, agreed"),
        ),
    ],
)
def test_who_agrees_is_a_second_speaker(text: str, second: Said) -> None:
    (first, words), found = _said(text)
    assert first == "Ann Smith"
    assert "Reed" not in words
    assert "agreed" not in words
    assert found == second


@pytest.mark.parametrize(
    "text",
    [
        "Ann Smith said that the dam would fail and that the firm had agreed.",
        "Ann Smith said the two sides met in May and agreed to sell.",
    ],
)
def test_what_is_said_of_an_agreement_stays_with_its_speaker(text: str) -> None:
    assert [who for who, _ in _said(text)] == ["Ann Smith"]


@pytest.mark.parametrize(
    "opening",
    [
        "Mr Tom Ray and Mrs Ann Ray own the farm.",
        "Tom Ray and his wife Ann Ray own the farm.",
        "Mrs Ann Ray owns the farm. Mr Tom Ray, her brother, works there.",
    ],
)
def test_a_title_tells_a_woman_from_a_man_of_one_name(opening: str) -> None:
    text = f"{opening} Mrs Ray said the flood killed 40 cows. Mr Ray said the barn was lost. She said the house was."
    assert [who for who, _ in _said(text) if who] == ["Ann Ray", "Tom Ray", "Ann Ray"]


def test_a_title_of_the_other_gender_is_somebody_else() -> None:
    assert _said("Ann Ray owns the farm. Mr Ray said 40 cows died.")[-1][0] == "Mr Ray"
    assert _said("Tom Ray owns the farm. Ms Ray said 40 cows died.")[-1][0] == "Ms Ray"
    assert _said("Ann Ray owns the farm. Ms Ray said 40 cows died.")[-1][0] == "Ann Ray"
    assert [who for who, _ in _said("Mrs Ray said 40 cows died. Mr Ray said the barn was lost.")] == [
        "Mrs Ray",
        "Mr Ray",
    ]


@pytest.mark.parametrize(
    "body", ["Arle Water", "Quay Energy", "Arle United", "The Quay Trust", "Amnesty International"]
)
def test_he_is_no_organisation(body: str) -> None:
    assert _said(f"{body} said the dam was old. He said that it would fail.")[-1][0] == "He"


def test_he_is_not_a_woman_named_before() -> None:
    assert _said("Mrs Ann Cole came to Arle on Monday. He said the dam was old.")[-1][0] == "He"
