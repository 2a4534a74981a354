"""Times of day: the same event at the same time, at another one, and what is told of something else; ours."""

from __future__ import annotations

import pytest

from factcheck.domain import Facet, Polarity, Stance
from factcheck.stance import compare

AGREE = [
    ("The fire at the Holm warehouse broke out at 9.30pm.", "The fire at the Holm warehouse broke out at 21:30."),
    (
        "The fire at the Holm warehouse broke out at half past nine.",
        "At 9.30pm the fire at the Holm warehouse broke out.",
    ),
    ("The ferry left Torvik at noon.", "The ferry left Torvik at 12 pm, the operator said."),
    ("Das Feuer im Lagerhaus brach um halb zehn aus.", "Das Feuer im Lagerhaus brach um 21.30 Uhr aus."),
    ("Police were called to the bank at about 3pm.", "Police were called to the bank at 3.05pm."),
    ("The airport reopened at 5.30pm.", "The airport was closed at 2pm and reopened at 5.30pm."),
    ("Voting in Skei ended before noon.", "Voting in Skei ended at 11.40am."),
    ("The curfew runs from 9pm to 6am.", "The curfew runs from 9pm until 6am."),
]
DIFFER = [
    ("The fire at the Holm warehouse broke out at 9.30pm.", "The fire at the Holm warehouse broke out at 7.30pm."),
    ("The fire at the Holm warehouse broke out at 21:30.", "The fire at the Holm warehouse broke out at 9.30am."),
    ("The train derailed at 6:12 a.m. near Skei.", "The train derailed near Skei at 4.12am, investigators said."),
    ("Das Feuer im Lagerhaus brach um 21.30 Uhr aus.", "Das Feuer im Lagerhaus brach um 23.30 Uhr aus."),
    ("The talks began at 9:00 and ended at 17:00.", "The talks began at 9:00 and ended at 19:00."),
    ("Voting in Skei ended before noon.", "Voting in Skei ended at 2.40pm."),
    ("The airport was closed at 5.30pm.", "The airport was closed at 2pm and reopened at 5.30pm."),
]
OPEN = [
    ("The fire at the Holm warehouse broke out at 9.30pm.", "Firefighters left the Holm warehouse at 2.15am."),
    (
        "The fire at the Holm warehouse broke out at 9.30pm.",
        "The brigade was called to the fire at the Holm warehouse at 9.58pm.",
    ),
    ("The concert began at 8pm.", "Doors open at 7pm. The concert is sold out."),
    ("The rocket was launched at 14:05 GMT.", "The rocket was launched at 16:05 local time."),
    ("The attack occurred at 10 a.m. on Saturday.", "A bomb attack on a wedding in Torvik occurred at 10:50 p.m."),
    ("The ferry left Torvik at 7 am.", "The ferry reached Torvik at 9 am."),
]


@pytest.mark.parametrize(("claim", "passage"), AGREE)
def test_the_same_time_agrees_in_whatever_writing(claim: str, passage: str) -> None:
    judgement = compare(claim, passage)
    assert judgement.stance is Stance.CORROBORATES
    assert any(one.facet is Facet.WHEN and one.polarity is Polarity.SUPPORTS for one in judgement.reasons)


@pytest.mark.parametrize(("claim", "passage"), DIFFER)
def test_another_time_of_the_same_event_conflicts(claim: str, passage: str) -> None:
    judgement = compare(claim, passage)
    assert judgement.stance is Stance.CONFLICTS
    assert judgement.reasons[0].facet is Facet.WHEN


@pytest.mark.parametrize(("claim", "passage"), OPEN)
def test_the_time_of_something_else_says_nothing(claim: str, passage: str) -> None:
    judgement = compare(claim, passage)
    assert judgement.stance not in (Stance.CONFLICTS, Stance.CORROBORATES)


def test_both_times_are_told_as_written() -> None:
    judgement = compare("The ferry left Torvik at 7 am.", "The ferry left Torvik at 9 am, the operator said.")
    assert judgement.reasons[0].message == "the claim says at 7 am; the source says at 9 am"
