"""Words that narrow what a claim counts, where a table has only the whole of it."""

from __future__ import annotations

import pytest

from factcheck.domain import Span
from factcheck.stance.figures.narrowing import narrowing
from factcheck.text.words import split_words


@pytest.mark.parametrize(
    ("claim", "narrow"),
    [
        ("Ostwick built 40 private homes in 2024.", ["private"]),
        ("Ostwick built 40 homes for rent in 2024.", ["rent"]),
        ("Ostwick built 40 homes by private builders in 2024.", ["private", "builders"]),
        ("Rural homes in Ostwick were 40 in 2024.", ["Rural"]),
        ("Ostwick built 40 new homes in 2024.", []),
        ("Officials said Ostwick built 40 homes in 2024, to cheers.", []),
        ("Ostwick built 40 homes for the first time in 2024.", []),
        ("", []),
    ],
)
def test_what_stands_before_the_thing_counted_or_is_bound_to_it_narrows_it(claim: str, narrow: list[str]) -> None:
    there = {"ostwick", "homes", "2024", "40"}
    missing = [Span(w.start, w.end, w.text) for w in split_words(claim) if not w.is_stop and w.folded not in there]
    assert [one.text for one in narrowing(claim, missing)] == narrow
