"""Offices that were held are told from those that are, whatever stands between "former" and its noun."""

from __future__ import annotations

import pytest

from factcheck.claims import extract_claims
from factcheck.domain import Claimant


def _speakers(text: str) -> list[Claimant]:
    return [claim.claimant for claim in extract_claims(text).claims if claim.claimant is not None]


@pytest.mark.parametrize(
    ("who", "office"),
    [
        ("Former Labour leader Ann Smith", "Former Labour leader"),
        ("Former health minister Ann Smith", "Former health minister"),
        ("The former shadow chancellor Ann Smith", "former shadow chancellor"),
        ("The former trade union leader Ann Smith", "former trade union leader"),
        ("Former BBC journalist Ann Smith", "Former BBC journalist"),
        ("The former Arle United striker Ann Smith", "former Arle United striker"),
        ("Ex-prime minister Ann Smith", "Ex-prime minister"),
        ("The then mayor Ann Smith", "then mayor"),
        ("The then health minister Ann Smith", "then health minister"),
        ("The then-mayor, Ann Smith,", "then-mayor"),
        ("The late mayor Ann Smith", "late mayor"),
        ("Ann Smith, then mayor of Arle,", "then mayor of Arle"),
        ("Ann Smith, the ex-head of the Quay Trust,", "ex-head of the Quay Trust"),
        ("Ann Smith, the mayor at the time,", "mayor at the time"),
        ("Ann Smith, mayor until 2010,", "mayor until 2010"),
    ],
)
def test_an_office_that_was_held_is_former(who: str, office: str) -> None:
    (speaker,) = _speakers(f"{who} said the dam was old.")
    assert (speaker.name, speaker.office, speaker.former) == ("Ann Smith", office, True)


@pytest.mark.parametrize(
    ("who", "office"),
    [
        ("Health minister Ann Smith", "Health minister"),
        ("And then mayor Ann Smith", "mayor"),
        ("Late on Monday mayor Ann Smith", "mayor"),
        ("Minister Ann Smith, a former mayor of Arle,", "Minister"),
        ("The former mayor met health minister Ann Smith, who", "health minister"),
        ("Mr Smith", ""),
        ("Mrs Ann Smith", ""),
        ("The late Ann Smith", ""),
        ("His former wife Ann Smith", ""),
        ("Ann Smith, see also the minister,", ""),
        ("Ann Smith, chair of the Retired Teachers’ Association,", "chair of the Retired Teachers’ Association"),
        ("Retired Teachers’ Association chair Ann Smith", "Retired Teachers’ Association chair"),
        ("Ann Smith, lawyer for the former mayor,", "lawyer for the former mayor"),
    ],
)
def test_what_is_no_former_office_is_none(who: str, office: str) -> None:
    (speaker,) = _speakers(f"{who} said the dam was old.")
    assert (speaker.office, speaker.former) == (office, False)


@pytest.mark.parametrize(
    ("office", "standing"),
    [
        ("mayor of Arle", "former mayor of Arle"),
        ("retired judge", "retired judge"),
        ("then-mayor", "then-mayor"),
        ("late mayor of Arle", "late mayor of Arle"),
        ("one-time head of the bank", "one-time head of the bank"),
        ("ehemaliger Bürgermeister", "ehemaliger Bürgermeister"),
        ("mayor until 2010", "mayor until 2010"),
        ("chair of the Retired Teachers’ Association", "former chair of the Retired Teachers’ Association"),
        ("aide to the former mayor", "former aide to the former mayor"),
        ("latest winner", "former latest winner"),
        ("", ""),
    ],
)
def test_former_is_told_once_and_of_the_office_alone(office: str, standing: str) -> None:
    assert Claimant(name="Ann Smith", office=office, former=True).standing == standing
    assert Claimant(name="Ann Smith", office=office, former=False).standing == office


def test_the_minister_and_the_former_mayor_can_be_one_person() -> None:
    text = "Minister Ann Smith, a former mayor of Arle, said the dam was old. {} said it would fail."
    assert {_speakers(text.format(who))[-1].name for who in ("The minister", "The former mayor")} == {"Ann Smith"}
    assert _speakers(text.format("The former minister"))[-1].name != "Ann Smith"


@pytest.mark.parametrize(
    ("words", "name", "office", "former"),
    [
        ("Its director, Dame Carol Hythe,", "Carol Hythe", "director", False),
        ("The trust’s chair, Sir Ben Oake,", "Ben Oake", "chair", False),
        ("Its former chief executive, Dr Eva Moon,", "Eva Moon", "former chief executive", True),
        ("Lord Denby, the former chair,", "Denby", "former chair", True),
        (
            "Cllr Dev Anand (Lab, Eastgate), cabinet member for culture,",
            "Dev Anand",
            "cabinet member for culture",
            False,
        ),
        ("Ann Lee (Con, Arle), leader of the council,", "Ann Lee", "leader of the council", False),
        ("Dr Eva Moon", "Eva Moon", "Dr", False),
        ("Mayor Ann Lee", "Ann Lee", "Mayor", False),
    ],
)
def test_a_title_does_not_oust_the_office(words: str, name: str, office: str, *, former: bool) -> None:
    claimant = extract_claims(f"{words} said 4 people left.").claims[0].claimant
    assert claimant is not None
    assert (claimant.name, claimant.office, claimant.former) == (name, office, former)
