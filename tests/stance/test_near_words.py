"""Words that a stem, a spelling or a dictionary takes for one: "employer" and "employee", "statue" and "statute"."""

from __future__ import annotations

import pytest

from factcheck.domain import Stance
from factcheck.stance import compare


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ("The mother of the girl was fined in Halm.", "The father of the girl was fined in Halm."),
        ("The wife of the bishop bought the mill.", "The husband of the bishop bought the mill."),
        ("The trainee lost the keys of the depot.", "The trainer lost the keys of the depot."),
        ("The businessman bought the yacht in May.", "The businesswoman bought the yacht in May."),
        ("Two policemen were hurt in the riot in Halm.", "Two policewomen were hurt in the riot in Halm."),
        ("The councillor opposed the tram line in Halm.", "The council opposed the tram line in Halm."),
        ("The journalist was reported in Halm on Friday.", "The journalist was deported in Halm on Friday."),
        ("The county banned fireworks in the park.", "The country banned fireworks in the park."),
        ("The statue was removed in May.", "The statute was removed in May."),
        ("The club was founded by a brewer in Halm.", "The club was funded by a brewer in Halm."),
        ("The old ferry sank near Halm in June.", "The new ferry sank near Halm in June."),
        ("The federal police searched the office in Halm.", "The state police searched the office in Halm."),
        ("The engineer designed the bridge in Halm in May.", "The engineer resigned the bridge in Halm in May."),
        ("The payee signed the cheque in Halm.", "The payer signed the cheque in Halm."),
        ("The father of the pilot was robbed in Arn.", "The mother of the pilot was robbed in Arn."),
        ("The donor was named in court in Arn.", "The donee was named in court in Arn."),
        ("The fisherman found a bomb near Arn.", "The fisherwoman found a bomb near Arn."),
        ("The ministry was robbed in Arn.", "The minister was robbed in Arn."),
        ("The old harbour in Arn was reopened in May.", "The new harbour in Arn was reopened in May."),
        ("The state parliament passed the farm law.", "The federal parliament passed the farm law."),
        ("The party selected 40 delegates in Arn.", "The party elected 40 delegates in Arn."),
        ("The widow was charged in Arn.", "The window was charged in Arn."),
        ("The mission in Arn was cut in May.", "The emission in Arn was cut in May."),
        ("The interviewer wept in Arn.", "The interviewee wept in Arn."),
        ("The examinee left the hall in Arn.", "The examiner left the hall in Arn."),
        ("The lessee paid the damage in Tarn.", "The lessor paid the damage in Tarn."),
        ("The congressman sold the ranch in May.", "The congresswoman sold the ranch in May."),
        ("The new stadium was sold in May.", "The old stadium was sold in May."),
        ("The state bank raised its fees in May.", "The federal bank raised its fees in May."),
    ],
)
def test_another_word_near_to_it_bears_nothing_out(claim: str, passage: str) -> None:
    assert compare(claim, passage).stance is not Stance.CORROBORATES


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ("The mother of the girl was fined in Halm.", "The girl's mother was fined in Halm."),
        ("The mother of the girl was fined in Halm.", "The mother of the girl, and not the father, was fined in Halm."),
        ("A spokesman said the ferry sank near Halm.", "A spokeswoman said the ferry sank near Halm."),
        ("The widow of the painter sold the mill.", "The painter's widow sold the mill."),
        ("The color of the flag was changed in May.", "The colour of the flag was changed in May."),
        ("The organisation moved to Halm in May.", "The organization moved to Halm in May."),
        ("The new ferry sank near Halm in June.", "The brand-new ferry sank near Halm in June."),
        ("The club was founded by a brewer in Halm.", "A brewer in Halm founded the club."),
        ("The doctor treated the patient in Halm.", "The physician treated the patient in Halm."),
        ("The firm hired 300 people in May.", "The company recruited 300 people in May."),
        ("The new old people's home in Halm opened in May.", "The new home for old people in Halm opened in May."),
        (
            "The United States banned the drug in May.",
            "The federal government of the United States banned the drug in May.",
        ),
        ("The chairman of the board left in May.", "The board's chairman left in May."),
        ("The father of the pilot was robbed in Arn.", "The pilot's father was robbed in Arn."),
        ("The minister was robbed in Arn.", "The minister, who left the ministry, was robbed in Arn."),
        (
            "The old harbour in Arn was reopened in May.",
            "The old harbour in Arn was reopened in May beside the new pier.",
        ),
        ("The fishermen found a bomb near Arn.", "Fishermen found a bomb near Arn."),
        ("The center in Arn was closed in May.", "The centre in Arn was closed in May."),
        ("The state parliament passed the farm law.", "The farm law was passed by the state parliament."),
        ("The councillors left the hall in Arn.", "The councilors left the hall in Arn."),
        ("The actors left the hall in Arn on Friday.", "On Friday the actors left the hall in Arn."),
    ],
)
def test_the_same_in_other_words_bears_it_out(claim: str, passage: str) -> None:
    assert compare(claim, passage).stance is Stance.CORROBORATES
