"""Words, their folding and stems; word differences."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.text.diff import Change, diff_words
from factcheck.text.words import folded_words, split_words


def folded(text: str) -> list[str]:
    return [word.folded for word in split_words(text)]


def test_case_accents_apostrophes_and_possessives_do_not_count() -> None:
    assert folded("Élysée’s DON’T") == folded("elysee's don't")


def test_the_country_is_not_the_pronoun() -> None:
    assert folded("US U.S. us") == ["usa", "usa", "us"]


def test_thousands_separators_do_not_count() -> None:
    assert folded("40,000") == folded("40000")


@given(st.text())
def test_words_stand_where_they_say(text: str) -> None:
    assert all(text[word.start : word.end] == word.text for word in split_words(text))


def test_a_word_difference_names_what_changed() -> None:
    changed = [one for one in diff_words("we will never sell", "we will sell") if one.change is not Change.SAME]
    assert [(one.change, one.left.text) for one in changed] == [(Change.DELETED, "never")]


@given(st.text())
def test_folded_words_are_those_of_split_words(text):
    words = split_words(text)
    assert folded_words(text) == ([w.folded for w in words if not w.is_stop], frozenset(w.stem for w in words))


@given(st.text(alphabet="abU.S 09,’'“-é½", max_size=30))
def test_a_letter_of_another_alphabet_behind_a_text_changes_none_of_its_words(text: str) -> None:
    """A text of plain letters is read by a quicker pattern."""
    assert split_words(text) == split_words(f"{text} ж")[:-1]


def test_the_month_of_may_is_a_content_word():
    assert folded_words("In May we may go")[0] == ["may", "go"]


@pytest.mark.parametrize("written", ["the U.S. aid", "the U.S.’s aid", "the U.S aid", "the US aid"])
def test_initials_are_one_word_with_and_without_their_last_stop(written: str) -> None:
    assert [word.folded for word in split_words(written)] == ["the", "usa", "aid"]


def test_a_stop_that_lost_its_space_joins_no_words() -> None:
    assert [word.text for word in split_words("It ended.A new one began.")] == [
        "It",
        "ended",
        "A",
        "new",
        "one",
        "began",
    ]
