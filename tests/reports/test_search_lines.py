"""A search that was cut short is told apart from one that found nothing to bear on the claim; examples are ours."""

from __future__ import annotations

import pytest

from factcheck.domain import Search, Step
from factcheck.reports.searches import search_lines

LIMITS = {"retrieve": 50.0, "keep": 12.0, "floor": 0.015, "each source": 2.0}


def searched(retrieved: int, kept: int, dropped: dict[str, int]) -> Search:
    return Search(
        terms=(), corpus_digest="", documents=9, retrieved=retrieved, kept=kept, dropped=dropped, filters=LIMITS
    )


@pytest.mark.parametrize(
    ("search", "told"),
    [
        (searched(14, 0, {Step.LOW: 14}), "nothing bears on the claim: 14 passages searched, all scored low"),
        (searched(50, 50, {}), "cut short: the index was asked for no more than 50 passages"),
        (
            searched(50, 12, {Step.LOW: 9, Step.BEST: 4, Step.SOURCE: 1}),
            "cut short: no more than 12 are kept; no more than 2 of each source are kept",
        ),
    ],
)
def test_a_search_says_what_cut_it_short_or_that_nothing_bears_on_the_claim(search: Search, told: str) -> None:
    assert told in list(search_lines(search))


def test_what_scored_low_cuts_no_search_short() -> None:
    search = searched(50, 3, {Step.LOW: 40, Step.JOINED: 7})
    assert search.is_whole
    assert not any("cut short" in line or "nothing bears" in line for line in search_lines(search))


def test_a_search_on_record_without_its_limits_still_says_that_it_was_cut() -> None:
    old = Search(terms=(), corpus_digest="", documents=9, retrieved=50, dropped={Step.BEST: 2})
    assert old.cut_short == ("no more than a set number are kept",)
