"""Found by reading messy articles claim by claim: lost speakers, wrong ones, and words that nobody says."""

from __future__ import annotations

import pytest

from factcheck.claims import extract_claims
from factcheck.corpus.readers import parse_article


def said(text: str) -> list[tuple[str, str]]:
    return [(claim.claimant.name if claim.claimant else "", claim.verbatim) for claim in extract_claims(text).claims]


@pytest.mark.parametrize(
    "inserted",
    ["pressed by Tom Reeve on whether she could rule it out", "asked by MPs what she had been told", "who is 61"],
)
def test_an_insertion_with_a_clause_parts_no_speaker_from_the_verb(inserted: str) -> None:
    assert said(f"Shaw, {inserted}, said: “I have answered that. We froze it for 13 years.”") == [
        ("Shaw", "“I have answered that. We froze it for 13 years.”")
    ]


@pytest.mark.parametrize("kind", ["INTERVIEW", "Exclusive", "Analysis", "Opinion"])
def test_a_kind_of_text_is_nobody(kind: str) -> None:
    assert said(f"{kind}: “We were never asked”\n\nIt rained in Arle for days and days.")[0] == (
        "",
        "“We were never asked”",
    )


@pytest.mark.parametrize("paper", ["the Mail on Sunday", "The Sun on Sunday"])
def test_a_paper_named_for_its_day_dates_nothing(paper: str) -> None:
    [claim] = extract_claims(f"According to a memo seen by {paper}, officials have drawn up three options.").claims
    assert claim.said_on is None


@pytest.mark.parametrize(
    "words", ["The former chairman and treasurer Otto Vane", "The trust’s former chairman and treasurer Otto Vane"]
)
def test_who_held_two_offices_is_one_speaker(words: str) -> None:
    [claim] = extract_claims(f"{words} warned that the roof would cost £2 million.").claims
    assert claim.claimant
    assert (claim.claimant.name, claim.claimant.office) == ("Otto Vane", "former chairman and treasurer")


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("Auch der Bund der Bürger kritisierte das Vorhaben scharf.", "Bund der Bürger"),
        ("Selbst der Rat lobte den Plan am Ende doch.", "Rat"),
    ],
)
def test_a_particle_before_a_german_subject_makes_no_object_the_speaker(sentence: str, told: str) -> None:
    assert said(f"Das ist nicht neu und wird noch geprüft. {sentence}")[-1][0] == told


@pytest.mark.parametrize(
    "sentence",
    [
        "Lenz hatte damals erklärt, eine Sanierung lohne sich nicht mehr.",
        "Lenz hat gesagt, eine Sanierung lohne sich nicht mehr.",
        "Dagegen hatte Lenz behauptet, eine Sanierung lohne sich nicht mehr.",
    ],
)
def test_german_words_in_the_perfect_have_their_speaker(sentence: str) -> None:
    told = said(f"Das ist nicht neu und wird noch geprüft. {sentence}")[-1]
    assert told == ("Lenz", "eine Sanierung lohne sich nicht mehr")


def test_a_fraction_keeps_the_unit_behind_it() -> None:
    [claim] = extract_claims("The plan would raise duty by 3 1/2p a litre in April.").claims
    assert [(str(one.low), one.unit) for one in claim.quantities] == [("3.5", "penny")]


@pytest.mark.parametrize("struck", ["~~900 people came on Monday.~~", "~~The 900 [people](https://x.example) came.~~"])
def test_what_is_struck_out_in_markdown_is_not_said(struck: str) -> None:
    article = parse_article(f"# A day\n\n{struck} The fair drew 850 people on Monday.\n".encode(), "a.md")
    assert "900" not in article.text
    assert "The fair drew 850 people on Monday." in article.text
    assert article.citations == ()


def test_the_year_of_a_german_document_is_no_part_of_what_it_says() -> None:
    text = "Laut einem Gutachten aus dem Jahr 2022 müssten die Becken für 6 Millionen Euro saniert werden."
    assert said(f"Das ist nicht neu und wird noch geprüft. {text}")[-1] == (
        "Gutachten",
        "müssten die Becken für 6 Millionen Euro saniert werden",
    )


@pytest.mark.parametrize("hour", ["two o'clock", "two o’clock", "2 o’clock"])
def test_an_hour_in_words_is_no_number(hour: str) -> None:
    [claim] = extract_claims(f"We pulled everyone out of the wood by {hour} on Monday.").claims
    assert claim.quantities == ()
    assert [item.span.text for item in claim.items][:1] != ["two"]
