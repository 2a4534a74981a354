"""Claims that say the same in other words are told from those that share their words."""

from __future__ import annotations

from datetime import date

import pytest

from factcheck.claims import extract_claims
from factcheck.domain import Claim
from factcheck.review.alike import ALIKE, alikeness, best_alike


def claim(text: str) -> Claim:
    return extract_claims(text, published=date(2024, 11, 14)).claims[0]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The harbour of Ostwick has six cranes.", "Six cranes stand in the harbour at Ostwick."),
        ("The harbour of Ostwick has six cranes.", "Ostwick's harbour has 6 cranes."),
        ("The town built 40,000 homes in 2023.", "In 2023 Ostwick built 40,000 homes."),
        ("Tolland closed two of its five mills in 2019.", "In 2019, two of the five mills in Tolland were closed."),
        ("The ferry to Marn never ran on Sundays.", "On Sundays the ferry to Marn never ran."),
    ],
)
def test_the_same_in_other_words(one: str, other: str) -> None:
    assert alikeness(claim(one), claim(other)) >= ALIKE
    assert alikeness(claim(other), claim(one)) >= ALIKE


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The harbour of Ostwick has six cranes.", "The harbour of Ostwick has five cranes."),
        ("The harbour of Ostwick has six cranes.", "The harbour of Tolland has six cranes."),
        ("The town built 40,000 homes in 2023.", "The town built 40,000 homes in 2022."),
        ("Unemployment in Tolland rose by 3% in 2021.", "Unemployment in Tolland rose by 3 points in 2021."),
        ("The ferry to Marn runs on Sundays.", "The ferry to Marn does not run on Sundays."),
        ("The harbour of Ostwick has six cranes.", "The harbour of Ostwick was sold to six investors from abroad."),
    ],
)
def test_what_differs_in_a_name_a_figure_a_date_or_a_not_is_another_claim(one: str, other: str) -> None:
    assert alikeness(claim(one), claim(other)) < ALIKE


def test_the_most_alike_comes_first_and_no_more_than_asked() -> None:
    known = {
        "far": claim("Six cranes stand in the old harbour at Ostwick."),
        "same": claim("The harbour of Ostwick has six cranes."),
        "other": claim("The town built 40,000 homes in 2023."),
    }
    asked = claim("The harbour of Ostwick has six cranes.")
    assert list(best_alike(asked, known, 5)) == ["same", "far"]
    assert list(best_alike(asked, known, 1)) == ["same"]
