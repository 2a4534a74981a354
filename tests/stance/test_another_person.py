"""Somebody else by one word: whose driver, brother or deputy it is, and which office, is no small matter."""

from __future__ import annotations

import pytest

from factcheck.domain import Stance
from factcheck.stance import compare


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ("Police arrested Minister Gray.", "Police arrested Minister Gray's chauffeur."),
        ("Police arrested the governor.", "Police arrested the governor's cook."),
        ("Police arrested the governor.", "Police arrested a cousin of the governor."),
        ("The court convicted the sheriff.", "The court convicted the sheriff's clerk; the sheriff was cleared."),
        ("Police arrested Minister Gray.", "Police arrested Minister Gray's chauffeur and released Gray."),
        ("The director resigned.", "The director's assistant resigned."),
        ("Die Polizei nahm den Minister fest.", "Die Polizei nahm den Fahrer des Ministers fest."),
        (
            "Judge Ana Ruiz sentenced Bill Crane to four years in prison.",
            "Judge Ana Ruiz sentenced Bill Crane's brother Neil to four years in prison; Bill Crane was acquitted.",
        ),
        ("The mayor of York was arrested.", "The deputy mayor of York was arrested."),
        ("The president was shot.", "The vice president was shot."),
        ("The chancellor resigned.", "The shadow chancellor resigned."),
        ("The mayor of York died.", "The former mayor of York died."),
        ("The governor of Ohio was arrested.", "The acting governor of Ohio was arrested."),
        ("Dr Anna Weber runs the clinic.", "Dr Anna Weber's husband runs the clinic."),
        ("Der Bürgermeister trat zurück.", "Der frühere Bürgermeister trat zurück."),
        ("Der Bürgermeister trat zurück.", "Der stellvertretende Bürgermeister trat zurück."),
        ("Der Minister wurde verhaftet.", "Der ehemalige Minister wurde verhaftet."),
        ("Der Minister wurde verhaftet.", "Der Ex-Minister wurde verhaftet."),
        ("Der Minister wurde verhaftet.", "Der Vizeminister wurde verhaftet."),
        ("The ambassador met the king.", "The ambassador-designate met the king."),
        ("The president met the king.", "The president-elect met the king."),
        ("The minister left the party.", "The ex-minister left the party."),
        ("The court jailed Peter Olin.", "The court jailed the brother of Peter Olin."),
        ("The former mayor of York died.", "The mayor of York died."),
        ("Die Richterin verurteilte Karl Menk.", "Die Richterin verurteilte Karl Menks Bruder."),
    ],
)
def test_what_befell_another_is_not_borne_out(claim: str, passage: str) -> None:
    found = compare(claim, passage)
    assert found.stance is Stance.RELATED
    assert any("differs" in one.message or "the source of" in one.message for one in found.reasons) or found.missing


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ("Police arrested Minister Gray.", "Police arrested Minister Gray on Monday."),
        ("Police arrested the governor.", "The state's police arrested the governor."),
        ("Police arrested Minister Gray.", "Police arrested Minister Gray at his sister's house."),
        ("The deputy mayor of York was arrested.", "The deputy mayor of York was arrested."),
        ("The mayor of York sold the house.", "The mayor of York sold the house, a former school."),
        ("The mayor of York sold the house.", "The mayor of York sold the house to the former mayor."),
        ("Police arrested Minister Gray's driver.", "Police arrested the driver of Minister Gray."),
        ("Police arrested Minister Gray's driver.", "Police arrested Minister Gray's driver."),
        ("Anna Weber runs the clinic.", "Anna Weber, a former judge, runs the clinic."),
        ("The court jailed Peter Olin.", "The court jailed Peter Olin, the brother of Anna Olin."),
        ("The former mayor of York died.", "The ex-mayor of York died."),
        ("The president met the king.", "The president met the king and the vice president."),
        ("Die Polizei nahm den Minister fest.", "Die Polizei nahm den Minister am Montag fest."),
        ("Bill Clinton visited Kenya.", "Former president Bill Clinton visited Kenya."),
        ("Germany's chancellor met the king.", "The chancellor of Germany met the king."),
        ("The town bought Holm's house.", "The town bought the house of Holm."),
    ],
)
def test_the_same_person_in_other_words_is(claim: str, passage: str) -> None:
    assert compare(claim, passage).stance is Stance.CORROBORATES
