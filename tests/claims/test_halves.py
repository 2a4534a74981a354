"""Two halves of one quoted sentence are one claim; the same words of two speakers are two, and a finding."""

from __future__ import annotations

from datetime import date

import pytest

from factcheck.claims import extract_claims
from factcheck.domain import Claim, FindingKind, Form


def _claims(text: str) -> list[Claim]:
    return list(extract_claims(text, published=date(2024, 3, 15)).claims)


@pytest.mark.parametrize(
    "text",
    [
        "“It is not true,” Ann Smith said, “that the dam had failed.”",
        '"It is not true," Ann Smith said, "that the dam had failed."',
        "“We do not believe”, said Ann Smith, “that 40 cows died.”",
        "“We know”, said Ann Smith on Monday, “that 40 cows died.”",
        "“The dam,” Ann Smith said, “is 40 years old.”",
        "“I don’t believe for a moment,” Ann Smith, the mayor, told the BBC, “that the dam has failed.”",
    ],
)
def test_a_sentence_that_its_speaker_stands_between_is_one_claim(text: str) -> None:
    (claim,) = _claims(text)
    assert (claim.verbatim, claim.form, len(claim.quotations)) == (text, Form.DIRECT, 2)
    assert claim.claimant is not None
    assert claim.claimant.name == "Ann Smith"


def test_what_stands_between_the_halves_is_the_articles_own() -> None:
    (claim,) = _claims("“It is not true,” Ann Smith told the BBC on 4 March 2024, “that 40 cows died in 2019.”")
    assert claim.said_on is not None
    assert (claim.said_on.iso, claim.medium) == ("2024-03-04", "the BBC")
    assert [value.iso for value in claim.dates] == ["2019-01-01/2019-12-31"]
    assert claim.names == ()


def test_a_fact_about_the_speaker_between_the_halves_is_a_claim() -> None:
    said, told = _claims("“It is not true,” said Ann Smith, who lost $3m in 2019, “that 40 cows died.”")
    assert said.form is Form.DIRECT
    assert (told.verbatim, told.claimant) == ("Ann Smith, who lost $3m in 2019", None)


@pytest.mark.parametrize(
    "text",
    [
        "“It is not true,” Ann Smith said. “The dam had failed.”",
        "“It is not true,” Ann Smith said, “and the dam will not fail.”",
        "“The dam is old,” Ann Smith said, “40 cows died.”",
        "“Is it true?” Ann Smith said, “that is the question.”",
    ],
)
def test_two_sentences_stay_two_claims(text: str) -> None:
    assert [claim.claimant.name for claim in _claims(text) if claim.claimant] == ["Ann Smith", "Ann Smith"]


def _flagged(text: str) -> list[bool]:
    return [any(one.kind is FindingKind.QUOTATION for one in claim.findings) for claim in _claims(text)]


@pytest.mark.parametrize(
    "again",
    [
        "“The dam is going to fail in the year 2030,” Ben Reed said on Tuesday.",
        "“The dam is going to fail in year 2030,” said Ben Reed, the mayor.",
        "“Our dam is going to fail in the year 2030,” the Quay Trust said.",
    ],
)
def test_the_same_words_of_two_speakers_are_a_finding(again: str) -> None:
    assert _flagged(f"“The dam is going to fail in the year 2030,” Ann Smith said on Monday.\n\n{again}") == [
        True,
        True,
    ]


@pytest.mark.parametrize(
    "again",
    [
        "“The dam is going to fail in the year 2030,” Smith said again.",
        "“The dam is going to fail in the year 2030,” the mayor said.",
        "“The barn is going to burn down in May,” Ben Reed said.",
        "The dam is going to fail in the year 2030, Ben Reed said.",
    ],
)
def test_words_of_one_speaker_or_of_another_kind_are_none(again: str) -> None:
    text = f"“The dam is going to fail in the year 2030,” Ann Smith said on Monday.\n\n{again}"
    assert not any(_flagged(text))
