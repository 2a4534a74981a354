"""Offices that are held no longer: German ones with "a. D." and "Alt-", and one office in two firms."""

import pytest

from factcheck.claims import extract_claims
from factcheck.domain import Claimant

FRAME = "Das ist nicht neu und wird noch geprüft.\n\n{} Das ist die erste und nicht die letzte."


def speakers(text: str) -> list[Claimant]:
    return [claim.claimant for claim in extract_claims(text).claims if claim.claimant]


@pytest.mark.parametrize(
    ("sentence", "name", "office", "former"),
    [
        ("Alt-OB Hanna Weiss sagte, die Brücke sei sicher.", "Hanna Weiss", "Alt-OB", True),
        ("Ex-OB Hanna Weiss sagte, die Brücke sei sicher.", "Hanna Weiss", "Ex-OB", True),
        ("OB Paul Dorn sagte, die Brücke sei sicher.", "Paul Dorn", "OB", False),
        ("Minister a. D. Kurt Lenz sagte, die Brücke sei sicher.", "Kurt Lenz", "Minister a. D.", True),
        ("Der Minister a.D. Kurt Lenz sagte, die Brücke sei sicher.", "Kurt Lenz", "Minister a.D.", True),
        ("Bürgermeister i. R. Kurt Lenz sagte: „Die Brücke hält.“", "Kurt Lenz", "Bürgermeister i. R.", True),
        ("Kurt Lenz, Staatssekretär a. D., sagte, die Brücke sei sicher.", "Kurt Lenz", "Staatssekretär a. D.", True),
        ("„Die Brücke hält“, sagte Bürgermeister a. D. Kurt Lenz.", "Kurt Lenz", "Bürgermeister a. D.", True),
        ("Laut Minister a. D. Kurt Lenz ist die Brücke sicher.", "Kurt Lenz", "Minister a. D.", True),
        ("Die Brücke sei sicher, sagte Oberst a. D. Kurt Lenz am Montag.", "Kurt Lenz", "Oberst a. D.", True),
    ],
)
def test_a_german_office_that_somebody_held(sentence: str, name: str, office: str, former: bool) -> None:
    [told] = speakers(FRAME.format(sentence))
    assert (told.name, told.office, told.former) == (name, office, former)


def test_a_surname_behind_an_office_that_was_held_is_its_bearer() -> None:
    text = "Minister a. D. Kurt Lenz sagte, die Brücke sei sicher. Lenz sagte, das sei auch nicht neu."
    assert [one.name for one in speakers(FRAME.format(text))] == ["Kurt Lenz", "Kurt Lenz"]


@pytest.mark.parametrize(
    "text",
    [
        "The former Barclays and Lloyds chief executive Ben Hill said profits had fallen.",
        "Former Barclays and Lloyds chief executive Ben Hill said profits had fallen.",
        "Profits had fallen, said the former Barclays and Lloyds chief executive Ben Hill.",
        "Profits had fallen, the former Barclays and Lloyds chief executive Ben Hill said.",
    ],
)
def test_who_headed_two_firms_is_one_speaker(text: str) -> None:
    [told] = speakers(text)
    assert (told.name, told.former) == ("Ben Hill", True)
    assert told.office.endswith("ormer Barclays and Lloyds chief executive")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Former mayor Ann Lee and council leader Ben Hill said it was late.", "Ann Lee and Ben Hill"),
        ("Barclays and Ben Hill said profits had fallen.", "Barclays and Ben Hill"),
    ],
)
def test_two_speakers_stay_two(text: str, name: str) -> None:
    [told] = speakers(text)
    assert told.name == name
    assert not told.former
