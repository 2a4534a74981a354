"""The day behind a quotation, whose verb of saying stands before it, is the day on which it was said."""

from __future__ import annotations

from datetime import date

import pytest

from factcheck.claims import extract_claims
from factcheck.domain import Claim

PUBLISHED = date(2024, 5, 16)  # a Thursday


def said(text: str) -> list[tuple[str, str, str, str]]:
    found: tuple[Claim, ...] = extract_claims(text, published=PUBLISHED).claims
    return [(c.verbatim, c.form, c.said_on.iso if c.said_on else "", c.medium) for c in found]


@pytest.mark.parametrize(
    ("text", "quoted", "day", "medium"),
    [
        ("Anna Brandt said “we will close the mill” on Tuesday.", "“we will close the mill”", "2024-05-14", ""),
        (
            "Anna Brandt said: “The mill lost 3 million euros last year” on Tuesday evening.",
            "“The mill lost 3 million euros last year”",
            "2024-05-14",
            "",
        ),
        ("The mayor said “nobody was told” in a statement on 3 May.", "“nobody was told”", "2024-05-03", "statement"),
        ("Mr Olsen told reporters “it was overloaded” late on Monday.", "“it was overloaded”", "2024-05-13", ""),
        ("Police said “two men were held” yesterday.", "“two men were held”", "2024-05-15", ""),
        ("She said “I quit” at a rally in Arle on Saturday, and left.", "“I quit”", "2024-05-11", "rally"),
        (
            "Karin Holm wrote “the river is poisoned” in a letter published on May 2.",
            "“the river is poisoned”",
            "2024-05-02",
            "letter",
        ),
        ("Anna Brandt sagte: „Wir schließen die Mühle“ am Dienstag.", "„Wir schließen die Mühle“", "2024-05-14", ""),
        (
            "Jon Vale said “the talks begin on Monday” on Thursday night.",
            "“the talks begin on Monday”",
            "2024-05-16",
            "",
        ),
    ],
)
def test_the_day_behind_a_quotation_is_of_the_saying(text: str, quoted: str, day: str, medium: str) -> None:
    assert said(text) == [(quoted, "direct", day, medium)]


@pytest.mark.parametrize(
    ("text", "named", "day"),
    [
        (
            "Tom Reyes called the plan “a gift to developers” on Wednesday.",
            "the plan “a gift to developers”",
            "2024-05-15",
        ),
        ("Lee described the talks as “frank and useful” on Monday.", "the talks as “frank and useful”", "2024-05-13"),
        ("Lee called it “a farce” on Monday and walked out.", "it “a farce”", "2024-05-13"),
    ],
)
def test_the_day_behind_what_something_is_called(text: str, named: str, day: str) -> None:
    assert said(text) == [(named, "mixed", day, "")]


def test_two_voices_have_a_day_each() -> None:
    text = "Anna Brandt said “we close the mill” on Tuesday and Ben Lee said “we will fight” on Wednesday."
    assert [one[:3] for one in said(text)] == [
        ("“we close the mill”", "direct", "2024-05-14"),
        ("“we will fight”", "direct", "2024-05-15"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Brandt said “the tram” on Main Street lost 3 million euros last year.",
        "Brandt said “a great many people” in the valley were flooded on Monday.",
    ],
)
def test_what_goes_on_with_a_verb_of_its_own_is_still_said(text: str) -> None:
    ((words, form, _, _),) = said(text)
    assert form == "mixed"
    assert words == text.removeprefix("Brandt said ").rstrip(".")
