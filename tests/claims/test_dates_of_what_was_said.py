""" "Yesterday" in what somebody said counts from the day they said it, and not from the article's."""

from __future__ import annotations

from datetime import date

import pytest

from factcheck.claims import extract_claims
from factcheck.claims.transcripts import extract_spoken, statement

THURSDAY = date(2025, 6, 12)


@pytest.mark.parametrize(
    ("sentence", "day"),
    [
        ("“We will meet again tomorrow,” Ann Berg said on Monday.", "2025-06-10"),
        ("“Yesterday they offered 3 per cent,” Lee Chan said on Tuesday.", "2025-06-09"),
        ("“Today is a black day for us,” Ann Berg said on Wednesday.", "2025-06-11"),
        ("“We lost the vote yesterday,” Ann Berg said.", "2025-06-11"),
    ],
)
def test_a_quotation_counts_from_its_own_day(sentence: str, day: str) -> None:
    [claim] = extract_claims(sentence, published=THURSDAY).claims
    assert [one.iso for one in claim.dates] == [day]


def test_a_statement_counts_from_the_day_it_was_made() -> None:
    text = "Yesterday we signed the lease. Three days ago a pipe burst in the cellar."
    turn = statement(text, "Rosa Lim", date(2025, 6, 2))
    found = extract_spoken(text, [turn], [], published=THURSDAY)
    assert [[one.iso for one in claim.dates] for claim in found.claims] == [["2025-06-01"], ["2025-05-30"]]
    assert all(
        text[one.span.start : one.span.end] == one.span.text for c in found.claims for one in c.dates if one.span
    )
