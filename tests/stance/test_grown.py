"""A count that the source goes on with ("and a twelfth died later") clashes with no claim of them all."""

from __future__ import annotations

import pytest

from factcheck.domain import Stance
from factcheck.stance import compare


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ("Twelve miners died at Halm.", "Eleven miners died at Halm, and a twelfth died later."),
        ("Twelve miners died at Halm.", "Eleven miners died at Halm. A twelfth miner died later in hospital."),
        ("12 miners died at Halm.", "11 miners died at Halm, and a 12th died of burns on Monday."),
        ("Twelve miners died at Halm.", "Eleven miners died at Halm, and one more succumbed on Monday."),
        ("Thirteen miners died at Halm.", "Eleven miners died at Halm, and two more died later."),
        ("Twelve schools closed at Halm.", "Eleven schools closed at Halm, and a twelfth closed in May."),
        (
            "Sechs Menschen starben in Arle.",
            "Fünf Menschen starben in Arle, ein sechster erlag später den Verletzungen.",
        ),
    ],
)
def test_a_count_gone_on_with_does_not_clash(claim: str, passage: str) -> None:
    assert compare(claim, passage).stance is Stance.RELATED


@pytest.mark.parametrize(
    "passage",
    [
        "Eleven miners died at Halm.",
        "Eleven miners died at Halm, and another was hurt.",
        "Eleven miners died at Halm, the twelfth fire this year.",
        "Eleven miners died at Halm, and two more died later.",
    ],
)
def test_another_count_does(passage: str) -> None:
    assert compare("Twelve miners died at Halm.", passage).stance is Stance.CONFLICTS
