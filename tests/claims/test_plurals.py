"""The present of a plural is a sentence's verb; the same word as a noun or an infinitive is none."""

from __future__ import annotations

import pytest

from factcheck.claims.checkable.content import why_not_checkable
from factcheck.claims.sentence.plurals import has_plural_verb


@pytest.mark.parametrize(
    "sentence",
    [
        "Local papers identify the man as a farmer.",
        "On the surface, heat and water make an odd pair.",
        "For one thing, smaller towns lack money for it.",
        "Greens in the house currently hold a majority.",
        "The Lomar, a people of the hills, live in four states.",
        "A number of mayors say no.",
        "Only Arle and Northam produce more salt than the island.",
        "The former vote overwhelmingly for the left.",
    ],
)
def test_a_plural_in_the_present_states_something(sentence: str) -> None:
    assert has_plural_verb(sentence)
    assert why_not_checkable(sentence) == ""


@pytest.mark.parametrize(
    "sentence",
    [
        "A place to live in peace.",
        "The long fight for a bridge.",
        "No way to pay the bill.",
        "In need of a new roof.",
        "An offer without the land.",
        "A statewide vote.",
    ],
)
def test_a_noun_or_an_infinitive_of_the_same_form_states_nothing(sentence: str) -> None:
    assert not has_plural_verb(sentence)


@pytest.mark.parametrize(
    "sentence",
    ["In 2019, 300 fled.", "In June 2019 some 300 fled.", "On Monday, three drowned.", "In Arle, dozens escaped."],
)
def test_a_number_is_a_subject_behind_the_time_or_place_that_opens_a_sentence(sentence: str) -> None:
    assert why_not_checkable(sentence) == ""


@pytest.mark.parametrize("fragment", ["Just two weeks after the flood.", "In 2019, 300 deaths."])
def test_a_number_in_a_fragment_is_none(fragment: str) -> None:
    assert why_not_checkable(fragment) == "no-finite-verb"
