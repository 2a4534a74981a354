"""A word of denial in a clause beside the main one denies nothing of the main one; the examples are ours."""

from __future__ import annotations

import pytest

from factcheck.domain import Stance
from factcheck.stance import compare


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ("Ines Maro left the party in June.", "Ines Maro left the party in June after spreading false rumours."),
        ("The paper sacked its critic.", "The paper sacked its critic over fabricated quotes."),
        ("Jon Moe sued the bank.", "Jon Moe sued the bank because it had published false statements about him."),
        ("The club banned Jon Moe.", "The club banned Jon Moe for untrue claims about the referee."),
        ("The court fined the Herald.", "The court fined the Herald for a bogus story about a nurse."),
        ("Jon Moe resigned on Monday.", "Jon Moe resigned on Monday, saying the reports were false."),
        ("The nurse was dismissed in March.", "The nurse was dismissed in March because her diploma was fake."),
        ("The nurse was dismissed in March.", "The nurse was dismissed in March after her papers proved to be fake."),
        ("Ada Flint quit the board in May.", "Ada Flint quit the board in May, when an auditor found false invoices."),
        ("Ada Flint quit the board in May.", "Ada Flint quit the board in May; a report of her arrest is untrue."),
        ("The editor apologised to the nurse.", "The editor apologised to the nurse for a story that was untrue."),
        ("The editor apologised to the nurse.", "The editor apologised to the nurse, as the story of her was false."),
        ("The bank published its accounts late.", "The bank published its accounts late as the first were incorrect."),
        ("Tarn closed its harbour on Friday.", "Tarn closed its harbour on Friday, and has yet to say why."),
        ("The firm closed its plant in May.", "The firm declined to say if it closed its plant in May."),
        ("The firm closed its plant in May.", "The firm refused to say whether it closed its plant in May."),
        (
            "The firm closed its plant in May.",
            "The firm declined to comment on reports that it closed its plant in May.",
        ),
        ("The team lost the final.", "The team could not avoid losing the final."),
        ("Jon Moe paid the fine.", "Jon Moe could not refuse to pay the fine."),
        ("Jon Moe paid the fine.", "Jon Moe did not fail to pay the fine."),
        ("Der Rat senkte die Miete.", "Der Rat senkte die Miete, nachdem falsche Berichte erschienen waren."),
    ],
)
def test_a_denial_beside_the_main_clause_does_not_reach_it(claim: str, passage: str) -> None:
    assert compare(claim, passage).stance is not Stance.CONFLICTS


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ("Jon Moe paid the fine.", "Jon Moe failed to pay the fine."),
        ("Jon Moe paid the fine.", "Jon Moe refused to pay the fine."),
        ("The firm closed its plant in May.", "The firm avoided closing its plant in May."),
        ("Jon Moe resigned on Monday.", "Jon Moe denied that he resigned on Monday."),
        ("The nurse was dismissed in March.", "The report that the nurse was dismissed in March after a row is false."),
        ("The editor apologised to the nurse.", "The editor never apologised to the nurse."),
        ("The senator voted for the bill.", "Posts falsely claim that the senator voted for the bill."),
        ("The senator voted for the bill.", "The senator’s office refuted the claim that he voted for the bill."),
    ],
)
def test_a_denial_of_the_main_clause_contradicts_it(claim: str, passage: str) -> None:
    assert compare(claim, passage).stance is Stance.CONFLICTS


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ("Few voters trust the council.", "Not many voters trust the council."),
        ("Not many voters trust the council.", "Few voters trust the council."),
        ("Few pupils passed the test.", "Not many of the pupils passed the test."),
        ("Hardly any voters trust the council.", "Few voters trust the council."),
        ("Wenige Bürger vertrauen dem Rat.", "Nicht viele Bürger vertrauen dem Rat."),
    ],
)
def test_few_are_not_many(claim: str, passage: str) -> None:
    assert compare(claim, passage).stance is not Stance.CONFLICTS
    assert compare("Many voters trust the council.", "Not many voters trust the council.").stance is Stance.CONFLICTS
