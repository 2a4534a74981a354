"""Negation, denial, and there being no evidence are one parity, in whatever words."""

from __future__ import annotations

import pytest

from factcheck.domain import Stance
from factcheck.stance import compare

EITHER = (Stance.CORROBORATES, Stance.RELATED)


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ("The dye does not harm bees.", "There is no evidence that the dye harms bees."),
        ("Biologists found no evidence that the dye harms bees.", "No evidence was found that the dye harms bees."),
        ("Biologists found no evidence that the dye harms bees.", "Biologists have no proof that the dye harms bees."),
        ("Biologists found no evidence the dye harms bees.", "Biologists found nothing to suggest the dye harms bees."),
        ("Moe denied that she had left the party.", "Moe said that she had not left the party."),
        ("The bakery sold no bread on Sundays.", "The bakery did not sell any bread on Sundays."),
    ],
)
def test_two_ways_to_deny_do_not_conflict(claim: str, passage: str) -> None:
    assert compare(claim, passage).stance in EITHER


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ("The dye harms wild bees.", "There is no evidence that the dye harms wild bees."),
        ("The dye harms wild bees.", "Biologists have no proof that the dye harms wild bees."),
        ("The dye harms wild bees.", "There was no indication that the dye harms wild bees."),
        ("Biologists found no evidence of poison in the well.", "Biologists found evidence of poison in the well."),
        ("Moe denied that she had left the party.", "Moe admitted that she had left the party."),
        ("The bakery sold no bread on Sundays.", "The bakery sold bread on Sundays."),
        ("Moe was cleared of bribery.", "Moe was convicted of bribery."),
        ("The contract was lawful.", "Judges found that the contract was unlawful."),
        ("The figures of the bank are reliable.", "The figures of the bank are unreliable."),
        ("The toll was lifted by the assembly in May.", "The assembly imposed the toll in May."),
        ("Judges in Vell struck down the toll.", "The toll was upheld by judges in Vell."),
    ],
)
def test_what_one_text_denies_and_the_other_asserts_conflicts(claim: str, passage: str) -> None:
    assert compare(claim, passage).stance is Stance.CONFLICTS


@pytest.mark.parametrize("claim", ["The dye was tested on wild bees.", "The dye harmed wild bees in the valley."])
def test_no_evidence_never_corroborates(claim: str) -> None:
    assert compare(claim, f"There is no proof that {claim[0].lower()}{claim[1:]}").stance is not Stance.CORROBORATES


@pytest.mark.parametrize(
    ("claim", "passage", "stance"),
    [
        ("Fares have doubled.", "Fares have doubled, the company said.", Stance.CORROBORATES),
        ("Attendance was high.", "Attendance was low.", Stance.CONFLICTS),
        ("Fares have risen.", "Fares have not risen.", Stance.CONFLICTS),
        ("Fares are rising.", "Wages are rising.", Stance.RELATED),
        ("Moe resigned.", "Moe resigned on Friday.", Stance.RELATED),
    ],
)
def test_a_claim_of_three_words_is_judged_by_its_wording(claim: str, passage: str, stance: Stance) -> None:
    assert compare(claim, passage).stance is stance


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ("Kiev rejected the truce.", "Kyiv rejected the truce."),
        ("Moe flatly denied that the yard sold the ferry.", "Moe denied that the yard sold the ferry."),
        (
            "Moe told reporters that the yard sold the old ferry.",
            "Moe said that the yard sold the old ferry.",
        ),
        ("The ferry sank on Friday, 9 May 1952.", "The ferry sank on 9 May 1952."),
    ],
)
def test_what_only_tells_how_it_was_said_need_not_be_there(claim: str, passage: str) -> None:
    judgement = compare(claim, passage)
    assert judgement.stance is Stance.CORROBORATES
    assert not {one.text for one in judgement.missing} & {"flatly", "reporters", "Friday"}


def test_that_it_was_wrongly_said_has_to_be_there() -> None:
    judgement = compare(
        "Moe wrongly said that the yard sold the old ferry.", "Moe said that the yard sold the old ferry."
    )
    assert judgement.stance is not Stance.CORROBORATES


def test_who_did_it_changes_with_a_by_alone() -> None:
    claim = "Anna Moe succeeded Jon Vell as mayor in 1998."
    assert compare(claim, "Anna Moe was succeeded by Jon Vell as mayor in 1998.").stance is Stance.CONFLICTS
    assert compare(claim, "Jon Vell was succeeded by Anna Moe as mayor in 1998.").stance is not Stance.CONFLICTS


def test_somebody_in_another_town_is_somebody_else() -> None:
    assert compare("A cyclist was robbed in Vell.", "A cyclist was robbed in Marby.").stance is not Stance.CONFLICTS
