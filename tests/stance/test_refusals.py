"""What was turned down is not done: proposals rejected, votes against; the examples are ours."""

from __future__ import annotations

import pytest

from factcheck.domain import Polarity, Stance
from factcheck.stance import compare, compare_article

OPPOSED = [
    (
        "Skei council bans wood-burning stoves.",
        "Skei city council on Tuesday rejected a proposal to ban wood-burning stoves.",
    ),
    (
        "Skei council voted to ban wood-burning stoves.",
        "Skei council voted against a proposal to ban wood-burning stoves.",
    ),
    ("Norland's parliament taxed sugary drinks.", "Norland's parliament voted down a tax on sugary drinks."),
    ("Parliament introduced a tax on sugar.", "Parliament voted down a tax on sugar."),
    ("The senate approved the causeway.", "A bill to approve the causeway failed in the senate by two votes."),
    ("The senate approved the causeway.", "A motion to approve the causeway was narrowly defeated in the senate."),
    ("Der Rat beschloss den Neubau.", "Der Antrag, den Neubau zu beschließen, scheiterte im Rat."),
]
SAID_NO = [
    (
        "Skei council refused to ban wood-burning stoves.",
        "Skei council rejected a proposal to ban wood-burning stoves.",
    ),
    ("Skei council did not ban wood-burning stoves.", "Skei council rejected a proposal to ban wood-burning stoves."),
]
OPEN = [
    ("Der Stadtrat verbietet Holzöfen in Skei.", "Der Stadtrat lehnte den Antrag ab, Holzöfen in Skei zu verbieten."),
    ("The house approved the causeway.", "A bill to approve the causeway failed in the senate by two votes."),
    ("The committee debated a tax on sugar.", "The committee voted down a tax on sugar."),
    ("The council has a plan to close the school.", "The council rejected a plan to close the school."),
    ("Anna Moe criticised bans on stoves.", "Anna Moe rejected bans on stoves."),
    ("The council closed the school in Torvik.", "Teachers rejected a proposal to close the school in Torvik."),
]


@pytest.mark.parametrize(("claim", "passage"), OPPOSED)
def test_a_deed_that_was_turned_down_conflicts(claim: str, passage: str) -> None:
    assert compare(claim, passage).stance is Stance.CONFLICTS


@pytest.mark.parametrize(("claim", "passage"), SAID_NO)
def test_that_it_was_not_done_agrees_with_that_it_was_turned_down(claim: str, passage: str) -> None:
    judgement = compare(claim, passage)
    assert judgement.stance is not Stance.CONFLICTS
    assert all(one.polarity is not Polarity.OPPOSES for one in judgement.reasons)


@pytest.mark.parametrize(("claim", "passage"), OPEN)
def test_what_is_only_told_of_the_proposal_is_left_open(claim: str, passage: str) -> None:
    assert compare(claim, passage).stance not in (Stance.CONFLICTS, Stance.CORROBORATES)


ARTICLE = """Skei council rejects ban on wood stoves

Skei city council on Tuesday rejected a proposal to ban wood-burning stoves, after three hours of debate.

Supporters of the ban said smoke from stoves was the main cause of bad air in winter. "We have failed the children of
this city," said councillor Anna Moe.

Opponents said that many households could not afford another way to heat their homes. The council asked for a plan by
March. The city has some 4,000 wood-burning stoves, according to the fire service."""


@pytest.mark.parametrize("claim", ["Council votes to ban wood stoves", "Skei council approves ban on wood stoves"])
def test_an_article_whose_head_has_the_opposite_conflicts(claim: str) -> None:
    judgement = compare_article(claim, ARTICLE)
    assert judgement.stance is Stance.CONFLICTS
    assert judgement.confidence == max(judgement.scores.values())
    assert any(one.comparator == "polarity" and one.polarity is Polarity.OPPOSES for one in judgement.reasons)
    assert compare_article("Skei council rejects ban on wood-burning stoves", ARTICLE).stance is Stance.CORROBORATES
