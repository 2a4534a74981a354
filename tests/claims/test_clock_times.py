"""Times of day are among what a checker ticks."""

import pytest

from factcheck.claims import extract_claims
from factcheck.domain import ItemKind


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("The council voted at 10 p.m. and the mayor left at 3.30pm.", ["10 p.m.", "3.30pm"]),
        ("The train left Arle at 17:45 and came at 9 o'clock.", ["17:45", "9 o'clock"]),
        ("Der Rat stimmte um 18.30 Uhr in Arle ab.", ["18.30 Uhr"]),
        ("Rovers won the match 2:1 and the ticket costs 3.30 a head.", []),
        ("She ran the race in Arle in 2:05:11.", []),
    ],
)
def test_a_time_of_day_is_an_item(text: str, times: list[str]) -> None:
    items = [item for claim in extract_claims(text).claims for item in claim.items]
    assert [item.span.text for item in items if item.kind is ItemKind.DATE] == times
    assert all(text[item.span.start : item.span.end] == item.span.text for item in items)
