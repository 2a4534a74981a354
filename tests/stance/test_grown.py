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


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        (
            "The fire in Tarn killed 96 people.",
            "By Friday noon the fire in Tarn had killed 41 people and the number was expected to climb.",
        ),
        ("The fire in Tarn killed 96 people.", "The fire in Tarn has killed 41 people so far."),
        ("The fire in Tarn killed 96 people.", "The fire in Tarn killed at least 41 people by Sunday evening."),
        ("The fire in Tarn killed 96 people.", "As of Tuesday, the fire in Tarn had killed 41 people."),
        (
            "The fire in Tarn killed 96 people.",
            "The fire in Tarn killed 41 people, and officials feared the toll would rise.",
        ),
        ("The fire in Tarn killed 96 people.", "The fire in Tarn killed 41 people, with dozens still missing."),
        ("The fire in Tarn killed 96 people.", "The fire in Tarn had killed 41 people by late Sunday."),
        ("The fire in Tarn killed 96 people.", "The fire in Tarn killed 41 people, according to a provisional count."),
        ("The fire in Tarn killed 96 people.", "At that point the fire in Tarn had killed 41 people."),
        ("The campaign raised $3 million.", "The campaign had raised $1.2 million by the end of May."),
        ("The campaign raised $3 million.", "The campaign has raised $1.2 million to date."),
        (
            "Police arrested 80 suspects in the raid.",
            "Police had arrested 22 suspects in the raid by midnight and more arrests were expected.",
        ),
        ("Der Brand in Tarn tötete 96 Menschen.", "Der Brand in Tarn tötete nach bisherigen Angaben 41 Menschen."),
        ("Bei dem Brand in Tarn starben 96 Menschen.", "Bei dem Brand in Tarn starben bis Sonntagabend 41 Menschen."),
    ],
)
def test_a_count_on_the_way_contradicts_no_later_one(claim: str, passage: str) -> None:
    assert compare(claim, passage).stance is Stance.RELATED


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ("The fire in Tarn killed 96 people.", "The fire in Tarn killed 41 people."),
        ("The fire in Tarn killed 41 people.", "The fire in Tarn has killed 96 people so far."),
        (
            "As of Tuesday, the fire in Tarn had killed 96 people.",
            "As of Tuesday, the fire in Tarn had killed 41 people.",
        ),
        ("The fire in Tarn killed 96 people.", "The fire in Tarn killed 41 people, the final report says."),
        ("The fire in Tarn killed 96 people.", "The fire in Tarn killed 41 people; the mayor is expected to resign."),
        ("The fire in Tarn killed 96 people so far.", "The fire in Tarn has killed 41 people so far."),
        ("The firm employs 9,000 people.", "The firm employs 4,000 people, and prices are expected to rise."),
        ("The company had sold 900 cars by the end of 2020.", "The company had sold 400 cars by the end of 2020."),
        ("The book sold 90,000 copies in 2020.", "The book sold 40,000 copies in 2020."),
    ],
)
def test_nor_does_a_word_of_the_kind_that_is_of_something_else_leave_it_open(claim: str, passage: str) -> None:
    assert compare(claim, passage).stance is Stance.CONFLICTS
