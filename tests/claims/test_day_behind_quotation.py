"""A day behind quoted words: of the saying where a whole quotation is said, of what is said inside its clause."""

from __future__ import annotations

from datetime import date

import pytest

from factcheck.claims import extract_claims
from factcheck.domain import Form

PUBLISHED = date(2025, 6, 5)


@pytest.mark.parametrize(
    "text",
    [
        "Ann Lee said “the bridge was never inspected” on Monday.",
        "Ann Lee said “the bridge was never inspected” on Monday, June 2.",
        "Ann Lee told the court “the bridge was never inspected” on Monday, June 2, 2025.",
        "Ann Lee said that “the bridge was never inspected” on Monday.",
    ],
)
def test_a_day_behind_a_whole_quotation_is_that_of_the_saying(text: str) -> None:
    (claim,) = extract_claims(text, published=PUBLISHED).claims
    assert (claim.verbatim, claim.form) == ("“the bridge was never inspected”", Form.DIRECT)
    assert claim.said_on is not None
    assert claim.said_on.iso == "2025-06-02"


@pytest.mark.parametrize("day", ["Monday", "Monday, June 2", "Monday, May 26", "Monday, May 26, 2025"])
def test_a_day_in_the_clause_of_the_content_is_none_of_the_saying(day: str) -> None:
    (claim,) = extract_claims(f"Ann Lee said the bridge “was never inspected” on {day}.", published=PUBLISHED).claims
    assert claim.verbatim == f"the bridge “was never inspected” on {day}"
    assert claim.form is Form.MIXED
    assert [one.iso for one in claim.dates][:1] == ["2025-05-26" if "26" in day else "2025-06-02"]
    assert claim.said_on is not None
    assert claim.said_on.iso == "../2025-06-05"


@pytest.mark.parametrize(
    "said",
    [
        "Ann Lee said on Monday",
        "Ann Lee said Monday",
        "Ann Lee said on Monday, June 2,",
        "Ann Lee told Radio Arle on Monday, June 2,",
        "Ann Lee said in a statement on Monday",
        "On Monday, Ann Lee said",
    ],
)
def test_a_day_beside_the_verb_is_that_of_the_saying(said: str) -> None:
    (claim,) = extract_claims(f"{said} the bridge “was never inspected” on Sunday.", published=PUBLISHED).claims
    assert claim.verbatim == "the bridge “was never inspected” on Sunday"
    assert claim.form is Form.MIXED
    assert claim.said_on is not None
    assert (claim.said_on.iso, [one.iso for one in claim.dates]) == ("2025-06-02", ["2025-06-01"])


def test_a_day_beside_the_verb_may_lie_in_may() -> None:
    text = "Ann Lee told Radio Arle on Monday, May 26, the bridge “was never inspected” in March."
    (claim,) = extract_claims(text, published=PUBLISHED).claims
    assert claim.said_on is not None
    assert (claim.verbatim, claim.said_on.iso) == ("the bridge “was never inspected” in March", "2025-05-26")


def test_nobody_spoke_on_a_day_to_come() -> None:
    text = "Ann Lee said “we will close the bridge” on Monday, June 16."
    (claim,) = extract_claims(text, published=PUBLISHED).claims
    assert claim.verbatim == "“we will close the bridge” on Monday, June 16"
    assert claim.dates[0].iso == "2025-06-16"
    assert claim.said_on is not None
    assert claim.said_on.iso == "../2025-06-05"
