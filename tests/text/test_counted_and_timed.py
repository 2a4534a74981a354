"""What a number counts, and what only looks like a number or a month."""

from __future__ import annotations

from datetime import date

import pytest

from factcheck.claims import extract_claims
from factcheck.text.dates.finding import find_dates
from factcheck.text.quantities.finding import find_quantities


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("There are 203 community-owned pubs in Arle.", [("203", "pubs")]),
        ("Der Rat stimmte mit 23 zu 19 Stimmen für den Bau der Brücke.", [("23", ""), ("19", "Stimmen")]),
        ("Die Mannschaft gewann 3 zu 1 gegen Northam und war froh.", [("3", ""), ("1", "")]),
        ("The council had counted 400 votes by 16.30 on Tuesday.", [("400", "votes")]),
        ("Polls closed at 22.00.", []),
        ("The index closed at 22.37.", [("22.37", "")]),
        ("Shares rose by 16.30 on Tuesday.", [("16.30", "Shares")]),
    ],
)
def test_what_numbers_count(text: str, counted: list[tuple[str, str]]) -> None:
    assert [(q.span.text, q.noun) for q in find_quantities(text)] == counted


def test_a_time_behind_by_is_ticked() -> None:
    [claim] = extract_claims("The council had counted 400 votes by 16.30 on Tuesday.").claims
    assert "16.30" in [item.span.text for item in claim.items]


def test_near_a_place_looks_not_ahead() -> None:
    found = find_dates("A bus left the road near Dunmore on Monday.", anchor=date(2026, 11, 20))
    assert [value.iso for value in found] == ["2026-11-16"]


def test_a_first_name_is_no_month() -> None:
    assert not find_dates("United led through Jan Petersen’s header.", anchor=date(2026, 11, 20))


@pytest.mark.parametrize("word", ["Turnout", "Researchers", "Eleven"])
def test_what_news_begins_sentences_with_is_no_name(word: str) -> None:
    [claim] = extract_claims(f"{word} fell to 38 per cent of the total in the north.").claims
    assert word not in [name.span.text for name in claim.names]
