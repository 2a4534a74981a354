"""A title that only says that figures follow asserts nothing; one that tells something does."""

from __future__ import annotations

import pytest

from factcheck.claims.checkable.content import why_not_checkable


@pytest.mark.parametrize(
    "title",
    [
        "Ostwick harbour in figures",
        "Unemployment at a glance",
        "The week in numbers",
        "The ferry by the numbers",
        "Der Hafen in Zahlen",
        "Die Wahl auf einen Blick",
    ],
)
def test_a_title_of_figures_is_no_claim(title: str) -> None:
    assert why_not_checkable(title)


@pytest.mark.parametrize(
    "sentence",
    [
        "Wolves returned to Ostwick in numbers",
        "The harbour handled 31,000 tonnes, in figures",
        "Tolland was rich in pictures",
    ],
)
def test_what_tells_something_may_be_one(sentence: str) -> None:
    assert why_not_checkable(sentence) != "announces"
