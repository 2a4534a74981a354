"""The words of patterns: not trying a pattern where none of them stands must never lose a match."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.claims.checkable import content, worthiness
from factcheck.text.cued import Cued, cued, words_in

PATTERNS = {
    f"{room.__name__}.{name}": one
    for room in (content, worthiness)
    for name, one in vars(room).items()
    if isinstance(one, Cued)
}


@pytest.mark.parametrize("name", PATTERNS)
@given(data=st.data())
@settings(max_examples=60)
def test_wherever_a_pattern_matches_one_of_its_words_stands(name: str, data: st.DataObject) -> None:
    one = PATTERNS[name]
    text = data.draw(st.from_regex(one.pattern))
    assert one.search(text, words_in(text)) is not None


@pytest.mark.parametrize("name", PATTERNS)
def test_each_word_is_one_that_a_text_can_have(name: str) -> None:
    assert [word for word in PATTERNS[name].words if words_in(word) != {word}] == []


def test_a_pattern_is_not_tried_where_none_of_its_words_stands() -> None:
    one = cued(r"wet", "rain")
    assert one.search("It was wet.", words_in("It was wet.")) is None
    assert one.search("Rain: it was wet.", words_in("Rain: it was wet.")) is not None
