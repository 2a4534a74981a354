"""One person under two forms of the name, and one day told in two ways, are no difference."""

from __future__ import annotations

from datetime import date

import pytest

from factcheck.claims import extract_claims
from factcheck.domain import Polarity, Stance
from factcheck.stance import compare
from factcheck.text.names.sameness import same_name, without_whence

DAY = date(2024, 3, 7)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Bill Orr", "William Orr"),
        ("Liz Marten", "Elizabeth Marten"),
        ("Tom Hale", "Tommy Hale"),
        ("Robert F. Lind", "Bobby Lind"),
        ("Hannes Krug", "Johannes Krug"),
        ("Ted Rowe", "Edward Rowe"),
    ],
)
def test_a_short_form_of_a_first_name_is_the_same_person(one: str, other: str) -> None:
    assert same_name(one, other)
    assert same_name(other, one)
    found = compare(f"{one} opened the bridge in Halm in May.", f"{other} opened the bridge in Halm in May.")
    assert found.stance is Stance.CORROBORATES


@pytest.mark.parametrize(
    ("one", "other"),
    [("Bill Orr", "Robert Orr"), ("Joan Lind", "John Lind"), ("Bill Orr", "William Hale"), ("Kate Roe", "Karen Roe")],
)
def test_two_first_names_are_two_people(one: str, other: str) -> None:
    assert not same_name(one, other)


@pytest.mark.parametrize(
    ("name", "bare"),
    [
        ("Mayor Lena Ost of Farwick", "Mayor Lena Ost"),
        ("Governor John Hall of Ohio", "Governor John Hall"),
        ("Duke of Kent", "Duke of Kent"),
        ("Bank of England", "Bank of England"),
        ("Ministry of Justice", "Ministry of Justice"),
        ("Lena Ost", "Lena Ost"),
    ],
)
def test_where_somebody_is_from_is_no_part_of_the_name(name: str, bare: str) -> None:
    assert without_whence(name) == bare


@pytest.mark.parametrize(
    ("ours", "theirs", "stance"),
    [
        ("Lena Ost", "Mayor Lena Ost of Farwick", Stance.CORROBORATES),
        ("Governor John Hall of Ohio", "John Hall", Stance.CORROBORATES),
        ("Lena Ost", "Mayor Anna Roe of Farwick", Stance.CONFLICTS),
    ],
)
def test_quoted_words_are_given_to_the_same_speaker_wherever_from(ours: str, theirs: str, stance: Stance) -> None:
    words = "“We will not sell the waterworks this year,”"
    (claim,) = extract_claims(f"{words} {ours} said.").claims
    assert compare(claim, f"{words} {theirs} told the crowd.").stance is stance


@pytest.mark.parametrize(
    ("ago", "told"),
    [
        ("three days ago", "on 4 March"),
        ("two days ago", "on 5 March 2024"),
        ("ten years ago", "in 2014"),
        ("four months ago", "in November 2023"),
    ],
)
def test_a_time_counted_back_and_its_day_are_one_date(ago: str, told: str) -> None:
    found = compare(
        f"The mayor of Halm resigned {ago}.",
        f"The mayor of Halm resigned {told}.",
        claim_date=DAY,
        passage_date=DAY,
    )
    assert found.stance is Stance.CORROBORATES
    assert not [one for one in found.reasons if one.polarity is Polarity.OPPOSES]


@pytest.mark.parametrize(("ago", "told"), [("three days ago", "on 2 March"), ("ten years ago", "eight years ago")])
def test_another_day_conflicts_however_it_is_told(ago: str, told: str) -> None:
    found = compare(
        f"The mayor of Halm resigned {ago}.",
        f"The mayor of Halm resigned {told}.",
        claim_date=DAY,
        passage_date=DAY,
    )
    assert found.stance is Stance.CONFLICTS
