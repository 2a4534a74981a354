"""What one sells the other buys; what was shut until May may be open."""

from __future__ import annotations

import pytest

from factcheck.domain import Stance
from factcheck.stance import compare


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ("Rela bought the depot from Bosco.", "Bosco sold the depot to Rela."),
        ("Rela kaufte das Lager von Bosco.", "Bosco verkaufte das Lager an Rela."),
        ("Tarn won the final against Elm.", "Elm lost the final against Tarn."),
        ("The Dell bridge is open.", "The Dell bridge stayed closed until May 2019."),
    ],
)
def test_the_other_side_of_a_deed_is_no_conflict(claim: str, passage: str) -> None:
    assert compare(claim, passage).stance is not Stance.CONFLICTS


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ("Rela bought the depot in Oslo.", "Rela sold the depot in Oslo."),
        ("Rela kaufte das Lager in Kiel.", "Rela verkaufte das Lager in Kiel."),
        ("The Dell bridge is open.", "The Dell bridge is closed until further notice."),
    ],
)
def test_the_opposite_deed_of_the_same_one_is(claim: str, passage: str) -> None:
    assert compare(claim, passage).stance is Stance.CONFLICTS
