"""Not asserted: what nobody has confirmed, what somebody lied about, what came close to happening."""

from __future__ import annotations

import pytest

from factcheck.domain import Stance
from factcheck.stance import compare


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ("The clinic lost 40 files in May.", "The clinic has not admitted that it lost 40 files in May."),
        ("The minister owns a vineyard.", "The auditors have yet to establish that the minister owns a vineyard."),
        (
            "The firm dumped oil in the Halm river.",
            "The police could not verify that the firm dumped oil in the Halm river.",
        ),
        (
            "The firm dumped oil in the Halm river.",
            "The jury was not persuaded that the firm dumped oil in the Halm river.",
        ),
        (
            "The firm dumped oil in the Halm river.",
            "Inspectors are not certain that the firm dumped oil in the Halm river.",
        ),
        (
            "The firm dumped oil in the Halm river.",
            "The witness lied in saying that the firm dumped oil in the Halm river.",
        ),
        (
            "The firm dumped oil in the Halm river.",
            "The minister was mistaken when she claimed that the firm dumped oil in the Halm river.",
        ),
        ("The firm dumped oil in the Halm river.", "At no time did the firm dump oil in the Halm river."),
        ("The firm dumped oil in the Halm river.", "Never has the firm dumped oil in the Halm river."),
        ("The club sold its stadium in June.", "The club came near to selling its stadium in June."),
        ("The club sold its stadium in June.", "The club was on the verge of selling its stadium in June."),
        ("The club sold its stadium in June.", "The club was close to having sold its stadium in June."),
        (
            "The club sold its stadium in June.",
            "The chairman declined to confirm that the club sold its stadium in June.",
        ),
        ("The club sold its stadium in June.", "It is not known whether the club sold its stadium in June."),
        ("The club sold its stadium in June.", "It has not been proved that the club sold its stadium in June."),
        ("The airline hid the report in May.", "Prosecutors have not shown that the airline hid the report in May."),
        (
            "The airline hid the report in May.",
            "The regulator was unable to establish whether the airline hid the report in May.",
        ),
        ("The airline hid the report in May.", "The board remains unconvinced that the airline hid the report in May."),
        ("The airline hid the report in May.", "Anna Moor lied by claiming that the airline hid the report in May."),
        ("The airline hid the report in May.", "In no way did the airline hide the report in May."),
        (
            "The airline sank 40 million euros into Arn.",
            "The airline came within an inch of sinking 40 million euros into Arn.",
        ),
        ("The airline hid the report in May.", "Nothing shows that the airline hid the report in May."),
        ("The airline hid the report in May.", "Nobody has proved that the airline hid the report in May."),
        ("The airline hid the report in May.", "It remains unproven that the airline hid the report in May."),
        (
            "The airline hid the report in May.",
            "The judges were far from persuaded that the airline hid the report in May.",
        ),
        ("The airline hid the report in May.", "He was wrong when he wrote that the airline hid the report in May."),
        ("The airline hid the report in May.", "Under no circumstances did the airline hide the report in May."),
        ("The pilot landed in Tarn drunk.", "The union is not satisfied that the pilot landed in Tarn drunk."),
        ("The pilot flew to Tarn drunk.", "Nowhere does the report say that the pilot flew to Tarn drunk."),
        (
            "The pilot flew to Tarn drunk.",
            "The witness was lying when she testified that the pilot flew to Tarn drunk.",
        ),
        ("The firm bought the mill in Tarn.", "The firm was on the point of buying the mill in Tarn."),
        ("The firm bought the mill in Tarn.", "The firm was on the brink of buying the mill in Tarn."),
        ("The firm bought the mill in Tarn.", "The firm all but bought the mill in Tarn."),
    ],
)
def test_what_is_not_asserted_bears_nothing_out(claim: str, passage: str) -> None:
    assert compare(claim, passage).stance is not Stance.CORROBORATES


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ("The club sold its stadium in June.", "The chairman confirmed that the club sold its stadium in June."),
        ("The club sold its stadium in June.", "The court was convinced that the club sold its stadium in June."),
        ("The club sold its stadium in June.", "The club admitted to having sold its stadium in June."),
        ("The club sold its stadium in June.", "The club succeeded in selling its stadium in June."),
        ("The club sold its stadium in June.", "The club announced that it sold its stadium in June."),
        ("The club sold its stadium in June.", "The club sold its stadium in June, close to its 90th birthday."),
        ("The club sold its stadium in June.", "The owner was told that the club sold its stadium in June."),
        ("The club sold its stadium in June.", "The chairman regretted that the club sold its stadium in June."),
        ("The club sold its stadium in June.", "It was confirmed that the club sold its stadium in June."),
        ("The airline hid the report in May.", "Prosecutors have shown that the airline hid the report in May."),
        ("The airline hid the report in May.", "Nobody disputes that the airline hid the report in May."),
        ("The airline hid the report in May.", "The inquiry established that the airline hid the report in May."),
        ("The airline hid the report in May.", "The airline acknowledged that it hid the report in May."),
        ("The airline hid the report in May.", "The airline was convicted of having hidden the report in May."),
        (
            "The airline hid the report in May.",
            "The airline's lawyers, who are not convinced of the case, admit that the airline hid the report in May.",
        ),
    ],
)
def test_the_same_in_other_words_bears_it_out(claim: str, passage: str) -> None:
    assert compare(claim, passage).stance is Stance.CORROBORATES
