"""The numbers of a vote or a match: turned round they are another result."""

from __future__ import annotations

import pytest

from factcheck.domain import Stance
from factcheck.stance import compare

VOTED = "The committee voted 14 to 9 to send the bill to the full house."
BEAT = "Holm beat Lind 52 to 48 in the mayoral race in Oslo."


@pytest.mark.parametrize(
    ("claim", "passage", "stance"),
    [
        (VOTED, "The committee voted 9 to 14 to send the bill to the full house.", Stance.CONFLICTS),
        (VOTED, "The committee voted 14-9 to send the bill to the full house.", Stance.CORROBORATES),
        (BEAT, "Holm beat Lind in the mayoral race in Oslo, 52 to 48.", Stance.CORROBORATES),
        (BEAT, "Lind lost to Holm 48 to 52 in the mayoral race in Oslo.", Stance.RELATED),
    ],
)
def test_a_result_turned_round(claim: str, passage: str, stance: Stance) -> None:
    assert compare(claim, passage).stance is stance
