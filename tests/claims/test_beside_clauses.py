"""What stands beside somebody's words in participles, adjuncts and insertions is nobody's loss."""

from __future__ import annotations

import pytest

from factcheck.claims import extract_claims
from factcheck.domain import Claim, Form

Said = tuple[str, str]


def claims(text: str) -> tuple[Claim, ...]:
    return extract_claims(text).claims


def narrated(text: str) -> list[str]:
    return [claim.verbatim for claim in claims(text) if claim.form is Form.NONE]


def said(text: str) -> list[Said]:
    return [(claim.claimant.name if claim.claimant else "", claim.verbatim) for claim in claims(text)]


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("The mill, fined £4 million in 2023, said it was sorry.", "The mill, fined £4 million in 2023"),
        ("Weir, jailed for fraud in 2019, said it was safe.", "Weir, jailed for fraud in 2019"),
        (
            "The trust, founded in 1987 and based in Arle, says it is full.",
            "The trust, founded in 1987 and based in Arle",
        ),
        ("Weir, born in Ohio in 1960, told the Courier he would stand.", "Weir, born in Ohio in 1960"),
        ("“It is over,” said Weir, jailed for 14 months in 2019.", "Weir, jailed for 14 months in 2019"),
        (
            "The firm, which has 38 mills in 13 states, reported that sales fell.",
            "The firm, which has 38 mills in 13 states",
        ),
        ("Despite losing 11 of its 40 seats, the party said it would rule.", "Despite losing 11 of its 40 seats"),
        ("Fined £4 million in 2023, the firm said it was sorry.", "Fined £4 million in 2023"),
        ("Having spent £6 million on it, the council said it would sell.", "Having spent £6 million on it"),
        ("The ward, where 14 men died in 2020, said it had changed.", "The ward, where 14 men died in 2020"),
        ("With 300 members, the club said it was the largest.", "With 300 members"),
        ("Although 14 people died, Weir said the work was safe.", "14 people died"),
        (
            "It is a felony, Weir said, which carries a fine of $1,000 and a year in prison.",
            "which carries a fine of $1,000 and a year in prison",
        ),
    ],
)
def test_a_fact_in_a_participle_an_adjunct_or_a_short_clause_is_kept(text: str, fact: str) -> None:
    assert narrated(text) == [fact]


@pytest.mark.parametrize(
    "text",
    [
        "Asked about the 14 deaths, Weir said it was safe.",
        "Speaking to 300 people in Arle, Weir said it was safe.",
        "Citing 14 deaths, Weir said it was not safe.",
        "Weir, asked about the plan in May, said it was safe.",
        "Weir, flanked by Ann Lee, said it was safe.",
        "Weir, tired and pale, said it was safe.",
        "“It is over,” said Weir, dressed in a suit by Dior, as he left.",
        "In 2019, Weir said it was safe.",
        "With 3 weeks to go, Weir said it was safe.",
        "With two crews filming, Weir said it was safe.",
        "Emerging from a 45-minute meeting with Lee, Weir said it was safe.",
        "Weir, surrounded by 40 fans, said it was safe.",
    ],
)
def test_how_somebody_came_to_speak_is_no_fact_of_its_own(text: str) -> None:
    assert narrated(text) == []


@pytest.mark.parametrize(
    "cue", ["said Weir, adding", "Weir said, adding", "said Weir, a director, noting", "said Weir on Monday, stressing"]
)
def test_a_participle_goes_on_with_who_spoke_before_or_behind_the_verb(cue: str) -> None:
    found = said(f"“We are not liable,” {cue} that the firm had paid £3 million.")
    assert found == [("Weir", "“We are not liable,”"), ("Weir", "the firm had paid £3 million")]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The plan, said Weir, would cost £9 million.", "Weir"),
        ("The plan, said Ann Weir, the mayor, would cost £9 million.", "Ann Weir"),
        ("The plan, said Ann Weir, who left in May, would cost £9 million.", "Ann Weir"),
        ("The mayor's claims, said Weir, were “false in 9 of 10 cases”.", "Weir"),
        ("The bridge, explained Weir, has 14 cracks.", "Weir"),
        ("The bridge, it is claimed, cost £9 million.", ""),
        ("Linda Crowe, it was said, paid £4 million to the firm.", ""),
    ],
)
def test_who_is_inserted_says_the_whole_sentence(text: str, speaker: str) -> None:
    assert said(text) == [(speaker, text.removesuffix("."))]


@pytest.mark.parametrize("text", ["The boy, named Sam, was 12.", "The land, claimed by Lee, was sold."])
def test_a_participle_behind_its_noun_is_no_insertion(text: str) -> None:
    assert said(text) == [("", text)]


def test_what_has_its_verb_before_an_insertion_ends_there() -> None:
    assert said("Prices rose, said Weir, and would fall in May.")[0] == ("Weir", "Prices rose")


def test_an_adjunct_is_worded_with_whom_it_tells_of() -> None:
    assert claims("Fined £4 million in 2023, the firm said it was sorry.")[0].text == (
        "[the firm] Fined £4 million in 2023"
    )
