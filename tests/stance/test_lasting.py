"""What stayed open was open: verbs of lasting and "failed to" say no more than that it is so, or not."""

from __future__ import annotations

import pytest

from factcheck.domain import Stance
from factcheck.stance import compare
from factcheck.stance.reading.texts import read


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ("The harbour stayed open during the gale.", "The harbour was closed during the gale."),
        ("The pool in Marby remained closed on Sunday.", "The pool in Marby opened on Sunday."),
        ("Die Fähre blieb während des Sturms geöffnet.", "Die Fähre war während des Sturms geschlossen."),
        ("The firm failed to pay its drivers.", "The firm paid its drivers in full."),
        ("It is not true that the mill has lost its licence.", "The mill has lost its licence, the ministry said."),
        ("The council has lifted the ban on barbecues.", "The council has kept the ban on barbecues."),
    ],
)
def test_what_goes_on_conflicts_with_its_opposite(claim: str, passage: str) -> None:
    assert compare(claim, passage).stance is Stance.CONFLICTS


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ("The harbour stayed open during the gale.", "The harbour remained open during the gale."),
        ("The firm failed to pay its drivers.", "The firm did not pay its drivers."),
        ("The pool stayed shut all week.", "The pool did not open all week."),
    ],
)
def test_it_agrees_in_other_words(claim: str, passage: str) -> None:
    assert compare(claim, passage).stance is Stance.CORROBORATES


@pytest.mark.parametrize("text", ["Holm stayed in Rome.", "Holm remained chairman.", "Holm blieb am Montag in Rom."])
def test_where_somebody_stayed_and_what_he_remained_is_said(text: str) -> None:
    assert {"stayed", "remained", "blieb"} & {word.text for word in read(text).content}


def test_who_stayed_in_office_did_not_take_it() -> None:
    assert compare("Müller blieb Chef der Bank.", "Müller wurde Chef der Bank.").stance is not Stance.CORROBORATES
