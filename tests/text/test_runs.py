"""Runs of letters and of words: the quick way finds what the pattern finds."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from factcheck.text.runs import digit_runs, letter_runs, word_runs

_TEXTS = st.text(alphabet="abZ 09_-.,'“”‘’„‚—–…äß\n\t", max_size=60) | st.text(max_size=40)


@given(_TEXTS)
def test_the_runs_are_those_of_the_patterns(text: str) -> None:
    """In plain texts, in texts with typographic marks, and in texts with other letters."""
    assert letter_runs(text) == re.findall(r"[^\W\d_]+", text)
    assert digit_runs(text) == re.findall(r"\d+", text)
    assert word_runs(text) == re.findall(r"\w+", text)
