"""The facts before, between and behind somebody's words in one sentence are claims of the article's own."""

from __future__ import annotations

import pytest

from factcheck.claims import extract_claims


def _told(text: str) -> list[str]:
    """Return what the article itself tells in a text."""
    return [claim.verbatim for claim in extract_claims(text).claims if claim.claimant is None]


def _said(text: str) -> list[tuple[str, str]]:
    return [(c.claimant.name, c.verbatim) for c in extract_claims(text).claims if c.claimant is not None]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("About 400 cows died, and officials said the barn was lost.", "About 400 cows died"),
        ("About 400 cows may have died, and officials said the barn was lost.", "About 400 cows may have died"),
        ("Over 40 cows died and police said the barn was lost.", "Over 40 cows died"),
        ("Around 400 cows died and officials called it “a disaster”.", "Around 400 cows died"),
        ("In Arle about 400 cows died, and officials said the barn was lost.", "In Arle about 400 cows died"),
        ("Some 40 houses burned in what Ann Smith called “the worst fire in years”.", "Some 40 houses burned"),
        (
            "Ben Hill, 44, was jailed for nine years after telling the court “I did nothing”.",
            "Ben Hill, 44, was jailed for nine years",
        ),
        ("Ann Smith, whose “no deal” plan cost $3m, said it was over.", "Ann Smith, whose “no deal” plan cost $3m"),
        ("Ann Smith (whose firm lost $3m) said: “I am tired.”", "Ann Smith (whose firm lost $3m)"),
        ("Smith – whose firm lost $3m last year – said: “I am tired.”", "Smith – whose firm lost $3m last year"),
        ("“I am tired of it,” Smith, whose firm lost $3m, said.", "Smith, whose firm lost $3m"),
        (
            "“I am tired,” said Ann Smith, 44, a nurse who lost 40 cows in the flood.",
            "Ann Smith, 44, a nurse who lost 40 cows in the flood",
        ),
        ("“I am tired,” said Ann Smith, as 300 people fled the town.", "300 people fled the town"),
        ("“I am tired,” said Ann Smith after 300 people fled the town.", "300 people fled the town"),
        ("Ann Smith said “the worst is over” and left for Oslo on Monday.", "left for Oslo on Monday"),
        ("The minister called the plan “a farce” and resigned on Monday.", "resigned on Monday"),
    ],
)
def test_what_stands_beside_somebodys_words_is_told(text: str, told: str) -> None:
    assert [told] == [words.removesuffix(".") for words in _told(text)]


@pytest.mark.parametrize(
    "text",
    [
        "About 300 people, “mostly women”, fled the city on Friday.",
        'About 300 people, "mostly women", fled the city on Friday.',
        "The “so-called army” killed 40 people in Arle on Friday.",
        "Police arrested 12 “ringleaders” on Monday.",
        "The flood, described by Ann Smith as “a disaster”, killed 40 people in Arle.",
        "The film “The Long Dam” earned $3m in May.",
    ],
)
def test_a_sentence_with_a_few_words_in_marks_is_told_whole(text: str) -> None:
    assert _told(text) == [text]


@pytest.mark.parametrize(
    "text",
    [
        "“I am tired,” said Ann Smith, as he left.",
        "“I am tired,” said Ann Smith when asked about the 300 people.",
        "In an interview, and again on Monday, Ann Smith said the barn was lost.",
        "The minister called the plan “rushed and flawed” and unfinished.",
    ],
)
def test_what_tells_nothing_to_check_is_no_claim(text: str) -> None:
    assert _told(text) == []


def test_who_is_said_to_call_it_something_speaks_in_a_clause_of_their_own() -> None:
    assert _said("Forty people died, according to the mayor, who called it “a tragedy”.") == [
        ("the mayor", "Forty people died"),
        ("the mayor", "it “a tragedy”"),
    ]


@pytest.mark.parametrize(
    "who",
    [
        "Theresa May",
        "Officials in the war zone",
        "War veterans",
        "A civil war hero",
        "The Civil War Trust",
        "Will Hale",
    ],
)
def test_may_and_war_are_no_auxiliaries_in_a_name(who: str) -> None:
    ((name, words),) = _said(f"{who} said the fort was old.")
    assert name in (who, who.removeprefix("The "), who.replace("A civil", "a civil"))
    assert words == "the fort was old"


def test_the_month_of_may_is_no_part_of_a_speaker() -> None:
    assert _said("In May officials said the dam was old.") == [("officials", "the dam was old")]
