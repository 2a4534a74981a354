"""Who speaks words of which only a gesture, an age or a medium tells the speaker."""

from __future__ import annotations

import pytest

from factcheck.claims import extract_claims

ABOVE = "Row over the pool\n\n24 May 2025\n\n“The pool is lost,” said Ann Berg, the mayor. "


def last_speaker(text: str) -> str | None:
    claimant = extract_claims(text).claims[-1].claimant
    return claimant.name if claimant else None


@pytest.mark.parametrize(
    "acts",
    [
        "Ivo Ross shook his head.",
        "Ivo Ross laughed.",
        "Ivo Ross simply shrugged.",
        "Ivo Ross was defiant.",
        "Ivo Ross was more cautious.",
    ],
)
def test_a_gesture_or_a_mood_is_of_who_speaks_next(acts: str) -> None:
    assert last_speaker(f"{ABOVE}{acts} “We will build another one.”") == "Ivo Ross"


@pytest.mark.parametrize("tells", ["Ivo Ross died in 2019.", "Ivo Ross built it in 1990.", "It was built by Ivo Ross."])
def test_what_somebody_did_is_told_by_who_spoke(tells: str) -> None:
    assert last_speaker(f"{ABOVE}{tells} “He was a kind man who swam.”") == "Ann Berg"


def test_the_one_of_that_age_speaks() -> None:
    text = (
        "Eva Lund, 24, beat Rin Sato, {}. “I am proud of it,” said Lund. Sato left in tears. “I lost it,” the {} said."
    )
    assert last_speaker(text.format("21", "21-year-old")) == "Rin Sato"
    assert last_speaker(text.format("21", "24-year-old")) == "Eva Lund"
    assert last_speaker(text.format("a student", "21-year-old")) == "Rin Sato"


@pytest.mark.parametrize("medium", ["via email", "in a statement", "by phone on Monday", "in a written reply"])
def test_how_the_words_came_is_no_speaker(medium: str) -> None:
    assert last_speaker(f"{ABOVE}Mia Toll, {medium}: “I paid it all in May.”") == "Mia Toll"


def test_a_surname_that_is_a_word_for_places_is_a_surname() -> None:
    text = "Al Reyes said the pool was shut. House Speaker Bo Lane said the roof leaked. “Dead on arrival,” he wrote."
    assert last_speaker(text) == "Bo Lane"
