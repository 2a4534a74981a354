"""What two texts have in common by chance makes neither a conflict nor a corroboration."""

from __future__ import annotations

import pytest

from factcheck.claims import extract_claims
from factcheck.domain import Stance
from factcheck.stance import compare


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ("Veldora declined to comment.", "Mr. Arkin declined to comment on the state of the other ferries."),
        (
            "And it's not the first time.",
            (
                "For the first time in 36 years, a sitting member of the council of Ostwick is facing a trial for a"
                " gift of a builder, its clerk wrote on Monday."
            ),
        ),
        (
            "No posters in their windows.",
            (
                "“Is this a party that I want to support, knock on doors for, put a poster in the window of my house"
                " for?” she asked."
            ),
        ),
        ("How could the mill have been legally sold?", "The mill was not legally sold."),
        ("The bill would have no chance of passing the council.", "The bill has little chance of passing the council."),
    ],
)
def test_what_is_told_alike_by_chance_conflicts_with_nothing(claim: str, passage: str) -> None:
    assert compare(claim, passage).stance is not Stance.CONFLICTS


def test_a_phrase_of_everybody_is_taken_from_nobody() -> None:
    (claim,) = extract_claims("“It's not a big deal,” Ines Holt said.").claims
    assert compare(claim, "“The pump failed, but it's not a big deal,” Lars Berg said.").stance is Stance.RELATED


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ("Veldora declined to sell the harbour.", "Veldora did not decline to sell the harbour."),
        (
            "“We will close the mill by Easter and not reopen it,” Ines Holt said.",
            "“We will close the mill by Easter and not reopen it,” Lars Berg said.",
        ),
        ("There were no signs of damage to the bridge.", "There were a few signs of damage to the bridge."),
        ("The mill was legally sold.", "The mill was not legally sold."),
    ],
)
def test_what_tells_of_one_thing_still_conflicts(claim: str, passage: str) -> None:
    assert compare(claim, passage).stance is Stance.CONFLICTS


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        (
            "The guild wants to buy the mill",
            (
                "Those who buy bread of the mill want it cheaper, the mayor said, and the guild of Ostwick has told a"
                " hall full of them why it is not."
            ),
        ),
        (  # a year agrees, too
            "The council will sell the mill this year",
            (
                "By the end of the year, the council said, the mill, the quay, the old school and the town hall of"
                " Ostwick, which nobody has wanted for a decade, will be things for others to sell."
            ),
        ),
    ],
)
def test_words_of_a_claim_that_lie_about_in_a_long_sentence_bear_nothing_out(claim: str, passage: str) -> None:
    assert compare(claim, passage).stance is not Stance.CORROBORATES


def test_the_ratings_that_there_are_rate_no_claim() -> None:
    scale = "Reporters select key statements of the debate and rate them True; Mostly True; Half True; False."
    assert compare("The same story held true in the debate.", scale).stance is not Stance.CORROBORATES
    rated = "The claim that the same story held true in the debate is one that we rate False."
    assert compare("The same story held true in the debate.", rated).stance is Stance.CONFLICTS
