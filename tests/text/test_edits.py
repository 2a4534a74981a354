"""Edits that make one text of another: exact, whatever the texts, and by whole words."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.text.diff import MOST_TOKENS, edits, stretches

TEXTS = st.text(alphabet="ab 1,.’-\n\u202e\U0001f600é", max_size=60)


@given(TEXTS, TEXTS)
def test_all_made_gives_the_one_and_none_made_the_other(left: str, right: str) -> None:
    pieces = stretches(left, edits(left, right))
    assert "".join(stays + put for stays, _, put in pieces) == right
    assert "".join(stays + taken for stays, taken, _ in pieces) == left


@given(TEXTS, TEXTS)
def test_they_stand_in_order_and_a_word_stays_between_two(left: str, right: str) -> None:
    made = edits(left, right)
    assert all(one.end < other.start for one, other in itertools.pairwise(made))
    assert all(one.start <= one.end <= len(left) for one in made)
    assert all(left[one.end : other.start].strip() for one, other in itertools.pairwise(made))


@pytest.mark.parametrize(
    ("left", "right", "told"),
    [
        ("built 40,000 homes", "built 31,000 homes", [("built ", "40,000", "31,000"), (" homes", "", "")]),
        ("The quay", "the quay", [("", "The", "the"), (" quay", "", "")]),
        ("It is so", "It is so, he said", [("It is so", "", ", he said")]),
        ("one two three", "one four five three", [("one ", "two", "four five"), (" three", "", "")]),
        ("one two", "six ten", [("", "one two", "six ten")]),
        ("same", "same", [("same", "", "")]),
        ("", "new", [("", "", "new")]),
        ("gone", "", [("", "gone", "")]),
    ],
)
def test_whole_words_are_taken_out_and_put_in(left: str, right: str, told: list[tuple[str, str, str]]) -> None:
    assert stretches(left, edits(left, right)) == told


def test_of_longer_texts_all_that_differs_is_one_edit() -> None:
    head, tail = "one " * MOST_TOKENS, " end" * 9
    (edit,) = edits(f"{head}two three{tail}", f"{head}six{tail}")
    assert (edit.start, edit.words) == (len(head), "six")
    assert edits(f"{head}{head}", f"{head}{head}") == []
