"""Who did it to whom, over a thing between two names and by a verb of the other side; the examples are ours."""

from __future__ import annotations

import pytest

from factcheck.domain import Stance
from factcheck.stance import compare


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        (
            "Arden Steel bought the Torvik mine from Brixley Motors in May.",
            "Brixley Motors bought the Torvik mine from Arden Steel in May.",
        ),
        ("Arden Steel sued Brixley Motors.", "Brixley Motors took Arden Steel to court."),
        ("Norvik leased the ship to Tarn Lines.", "Tarn Lines leased the ship to Norvik."),
        ("Skei beat Tarn 3-1 in the cup final.", "Skei lost to Tarn 3-1 in the cup final."),
        ("Poland exported coal to Sweden.", "Sweden exported coal to Poland."),
    ],
)
def test_sides_that_are_swapped_are_not_borne_out(claim: str, passage: str) -> None:
    assert compare(claim, passage).stance is not Stance.CORROBORATES


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ("Poland exported coal to Sweden.", "Sweden imported coal from Poland."),
        ("Norvik leased the ship to Tarn Lines.", "Tarn Lines leased the ship from Norvik."),
        ("Skei beat Tarn 3-1 in the cup final.", "Tarn lost to Skei 3-1 in the cup final."),
        ("Frankreich exportierte Kohle nach Polen.", "Polen importierte Kohle aus Frankreich."),
    ],
)
def test_the_deed_told_from_the_other_side_is_no_conflict(claim: str, passage: str) -> None:
    assert compare(claim, passage).stance is not Stance.CONFLICTS
