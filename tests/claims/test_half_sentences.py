"""No half of a sentence is lost beside another's words, and none is given to who did not say it."""

from __future__ import annotations

import pytest

from factcheck.claims import extract_claims


def told(text: str) -> list[tuple[str, str | None]]:
    return [(c.verbatim, c.claimant and c.claimant.name) for c in extract_claims(text).claims]


def test_a_leading_clause_in_the_present_is_a_claim() -> None:
    text = "While the company puts the deficit at £14m, the union says it is £9m."
    assert told(text) == [("the company puts the deficit at £14m", None), ("it is £9m", "the union")]
    assert told("After 14 years in office, Ann Lee said he was tired.") == [("he was tired", "Ann Lee")]


def test_only_what_follows_an_insertion_is_said() -> None:
    text = "Tarrow has 9,400 inhabitants and, locals claim, one bar for every hundred of them."
    assert told(text) == [
        ("Tarrow has 9,400 inhabitants", None),
        ("one bar for every hundred of them", "locals"),
    ]


@pytest.mark.parametrize("parted", [" – ", " - ", "; "])
def test_each_of_two_announced_voices_has_its_words(parted: str) -> None:
    text = f"Toll: “We lost £4m in May.”{parted}Ross: “It was only £2m.”"
    assert told(text) == [("“We lost £4m in May.”", "Toll"), ("“It was only £2m.”", "Ross")]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("At a hearing where Maria Toll said 40 boats had sunk, nobody objected.", "40 boats had sunk"),
        ("In an interview in which Ivo Ross admitted that he took £5,000, he wept.", "he took £5,000"),
    ],
)
def test_words_in_a_leading_phrase_end_with_it(text: str, content: str) -> None:
    assert told(text)[0][0] == content
