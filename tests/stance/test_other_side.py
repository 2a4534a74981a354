"""One deed told from its other side; the examples are ours."""

from __future__ import annotations

import pytest

from factcheck.domain import Stance
from factcheck.stance import compare

SAME = [
    ("Alder Group bought the mill from Birch Ltd in May.", "Birch Ltd sold the mill to Alder Group in May."),
    ("Halm beat Velm 31-28 in Arn.", "Velm lost 31-28 to Halm in Arn."),
    ("Moe lost the mayoral election to Lind.", "Lind won the mayoral election against Moe."),
    ("The ministry lent the museum two paintings.", "The museum borrowed two paintings from the ministry."),
    ("The ward gave the clinic 10 beds in May.", "The clinic received 10 beds from the ward in May."),
    ("Norland exports most of its fish to Velmark.", "Velmark imports most of its fish from Norland."),
    ("The bank lent the firm 5 million euros.", "The firm borrowed 5 million euros from the bank."),
    ("Alder kaufte die Mühle von Birke.", "Birke verkaufte die Mühle an Alder."),
]


@pytest.mark.parametrize(("claim", "passage"), SAME)
def test_the_same_deed_is_borne_out_from_either_side(claim: str, passage: str) -> None:
    assert compare(claim, passage).stance is Stance.CORROBORATES
    assert compare(passage, claim).stance is Stance.CORROBORATES


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ("Alder Group bought the mill from Birch Ltd.", "Birch Ltd agreed to sell the mill to Alder Group."),
        ("Alder Group bought the mill from Birch Ltd.", "Birch Ltd did not sell the mill to Alder Group."),
        ("Alder Group bought the mill from Birch Ltd.", "Birch Ltd sold the mill to Cedar and a barn to Alder Group."),
        ("The ward gave the clinic 10 beds.", "The clinic received 10 beds from Velm, and the ward gave money."),
        ("The ward gave the clinic 10 beds.", "The clinic is to receive 10 beds from the ward."),
        ("Halm beat Velm 31-28 in Arn.", "Velm's juniors lost 31-28 to Halm in Arn."),
        ("Halm beat Velm 31-28 in Arn.", "Velm lost 31-28 to Halm's neighbour Skei in Arn."),
        ("Lind defeated Moe in the mayoral election.", "Moe lost the mayoral election to Berg, who had beaten Lind."),
        ("The bank lent the firm 5 million euros.", "The firm borrowed 5 million euros from another bank."),
        ("The bank lent the firm 5 million euros.", "The firm's owner borrowed 5 million euros from the bank."),
        ("The fund paid the senator 40,000 euros.", "The senator received 40,000 euros from the fund's rival."),
        ("Norland exports most of its fish to Velmark.", "Norland imports most of its fish from Velmark."),
    ],
)
def test_another_deed_bears_nothing_out(claim: str, passage: str) -> None:
    assert compare(claim, passage).stance is not Stance.CORROBORATES


def test_another_number_of_the_same_deed_contradicts() -> None:
    found = compare("The ward gave the clinic 10 beds in May.", "The clinic received 14 beds from the ward in May.")

    assert found.stance is Stance.CONFLICTS
    assert found.reasons[0].comparator == "numbers"
