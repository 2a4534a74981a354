"""What is told of chunks is told as if the whole text were looked at, and does not grow without end."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from factcheck.text import chunks
from factcheck.text.chunks import Chunks
from factcheck.text.languages.stems import index_text
from factcheck.text.words import folded_word, spelt_words


@given(st.text(alphabet="aBß é.,'’ʼ1_-\n\t\xa0\x1c中U.S", max_size=60))
def test_the_words_of_a_text_are_those_of_its_chunks(text: str) -> None:
    told = Chunks(spelt_words)
    assert [word for words in told.of(text) for word in words] == spelt_words(text)
    assert index_text(text).split() == [word for chunk in text.split() for word in index_text(chunk).split()]


def test_what_is_told_is_kept_within_bounds(monkeypatch) -> None:
    monkeypatch.setattr(chunks, "CHUNKS_KEPT", 3)
    asked: list[str] = []
    told = Chunks(lambda chunk: asked.append(chunk) or len(chunk))
    assert [*told.of("a b a b")] == [1, 1, 1, 1]
    assert asked == ["a", "b"]
    assert [*told.of("c dd e " + "x" * 1000)] == [1, 2, 1, 1000]
    assert len(told) <= 3
    assert not any(len(one) > chunks.LONGEST_KEPT for one in told)


def test_an_apostrophe_that_is_a_letter_makes_no_word_empty() -> None:
    assert spelt_words("James ʼs book") == ["James", "ʼs", "book"]
    assert folded_word("ʼs")
    assert re.search(r"\bbook\b", index_text("James ʼs book"))
