"""One name, and whether both texts tell of one person: their offices, their parties, and relatives of that surname."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.domain import Stance
from factcheck.stance import compare
from factcheck.stance.names.offices import persons_in

TWO_OFFICES = [
    ("Health Minister Ines Torv banned the drug.", "Ines Torv, the education minister, banned the drug."),
    ("Justice Minister Tom Hale opened the court.", "Tom Hale, minister for transport, opened the court."),
    ("Defence Secretary Tom Hale opened the court.", "Tom Hale, the home secretary, opened the court."),
    ("The minister of defence, Ivo Brandt, opened the base.", "Transport Minister Ivo Brandt opened the base."),
    ("Trade Minister Lin Soo signed the pact.", "The pact was signed by Lin Soo, the country's agriculture minister."),
    ("Mayor Joan Fairley opened the school.", "Deputy mayor Joan Fairley opened the school on Monday."),
    ("Deputy governor Uma Rao raised rates.", "Uma Rao, the governor, raised rates."),
    ("Speaker Nell Ash closed the session.", "Nell Ash, the deputy speaker, closed the session."),
    ("Colonel Ivo Brandt surrendered the fort.", "Ivo Brandt, a major, surrendered the fort."),
    ("The Conservative MP Ann Tull resigned.", "Ann Tull, the Labour MP for Hove, resigned."),
    (
        "Prime Minister Ada Reed resigned.",
        "Ada Reed, the finance minister, resigned, while Prime Minister Hugo Sand stays.",
    ),
    ("Umweltministerin Clara Holm traf die Delegation.", "Clara Holm, die Justizministerin, traf die Delegation."),
]
ONE_OFFICE = [
    ("Foreign Minister Clara Holm resigned.", "Clara Holm, the foreign minister, resigned on Thursday."),
    ("Finance Minister Ole Brandt opened the dam.", "Ole Brandt, the minister of finance, opened the dam."),
    ("Chancellor Olaf Brix visited the plant.", "Olaf Brix, the Social Democrat leader, visited the plant."),
    ("Mayor Rosa Lind visited the plant.", "Rosa Lind, 52, visited the plant on Monday."),
    ("Deputy Prime Minister Ada Reed visited Rome.", "Ada Reed, the deputy prime minister, visited Rome."),
    ("Sen. John Roe voted for the bill.", "John Roe, the Ohio senator, voted for the bill."),
    ("President Obama signed the law in 2010.", "Former president Barack Obama signed the law in 2010."),
    ("Prime Minister Ada Reed resigned.", "Prime Minister Ada Reed resigned on Friday. Reed, a lawyer, came in 2019."),
    ("Senator Kelly voted for the farm bill.", "Senator Mike Kelly voted for the farm bill on Tuesday."),
    ("Bürgermeister Egon Falk eröffnete das Museum.", "Egon Falk, der Bürgermeister, eröffnete das Museum."),
    ("Chancellor Rachel Reeves raised the duty.", "Rachel Reeves, the British finance minister, raised the duty."),
    ("President Jon Pell won the primary.", "Jon Pell, a former senator from Ohio, won the primary."),
    (
        "Finance Minister Ada Reed sold the bank.",
        "Ada Reed, the deputy prime minister and finance minister, sold the bank.",
    ),
    ("Colonel Ivo Brandt surrendered the fort.", "Lieutenant Colonel Ivo Brandt surrendered the fort."),
]
MAY_BE_ANOTHER = [
    ("Prime Minister Ada Reed sold the bank.", "Ada Reed, then finance minister, sold the bank."),
    ("Economy Minister Ada Reed sold the bank.", "Ada Reed, the finance minister, sold the bank."),
    ("Violinist Lena Moor won the award.", "Lena Moor, a cellist, won the award."),
    ("Coach Nell Ash praised the fans.", "Former coach Nell Ash praised the fans."),
    ("President Ruiz signed the treaty.", "Vice President Ruiz signed the treaty."),
    ("Foreign Minister Weber opened the base.", "The base was opened by Klaus Weber, the justice minister."),
    ("Otto Falk sold 200 cows.", "Otto Falk Sr. sold 350 cows."),
    ("Lindgren sold 200 cows.", "His twin brother, Per Lindgren, sold 350 cows."),
    ("Anton Keller was fined 300 euros.", "His son, also called Anton Keller, was fined 100 euros."),
    ("Minister Weber earned 180,000 euros.", "Jens Weber, no relation, earned 40,000 euros."),
    ("Councillor Pratt paid 900 euros in tax.", "Simon Pratt, a plumber, paid 200 euros in tax."),
    ("Judge Moss fined the shop 400 euros.", "Another judge, Petra Moss, fined the shop 900 euros."),
    ("Senator Boyle opposed the dam.", "Congresswoman Tina Boyle did not oppose the dam."),
    ("Ministerin Kern erhielt 5.000 Euro.", "Julia Kern, eine Lehrerin, erhielt 900 Euro."),
]
ONE_PERSON = [
    ("Miller was fined £5,000 for speeding.", "Geoffrey Miller was fined £200 for speeding."),
    ("Mayor Keller was fined 300 euros.", "Josef Keller, the mayor, was fined 100 euros."),
    ("Mayor Keller was fined 300 euros.", "Josef Keller was fined 100 euros."),
    ("Mayor Joan Fairley was fined 300 euros.", "Joan Fairley, a teacher, was fined 100 euros."),
]


@pytest.mark.parametrize(("claim", "passage"), TWO_OFFICES)
def test_two_offices_of_one_full_name_contradict(claim: str, passage: str) -> None:
    found = compare(claim, passage)
    assert found.stance is Stance.CONFLICTS
    assert any("the claim calls" in one.message for one in found.reasons)


@pytest.mark.parametrize(("claim", "passage"), ONE_OFFICE)
def test_what_one_person_can_be_called_at_once_takes_nothing_away(claim: str, passage: str) -> None:
    assert compare(claim, passage).stance is Stance.CORROBORATES


@pytest.mark.parametrize(("claim", "passage"), MAY_BE_ANOTHER)
def test_who_may_be_another_of_that_name_speaks_neither_for_nor_against(claim: str, passage: str) -> None:
    assert compare(claim, passage).stance is Stance.RELATED


@pytest.mark.parametrize(("claim", "passage"), ONE_PERSON)
def test_a_fuller_name_or_another_trade_of_one_name_leaves_the_conflict(claim: str, passage: str) -> None:
    assert compare(claim, passage).stance is Stance.CONFLICTS


def test_the_word_of_an_office_that_found_no_partner_is_listed() -> None:
    found = compare(
        "Foreign Minister Clara Holm met them in Doha.", "Clara Holm, the defence minister, met them in Doha."
    )
    assert [one.text for one in found.missing] == ["Foreign"]


def test_an_office_is_read_on_either_side_of_a_name() -> None:
    told = "Deputy police chief Lars Dahl met the minister of finance, Ole Brandt, and Mia Kohl (SPD), a nurse."
    found = {
        one.surname: [" ".join(word.text for word in each.words) for each in one.offices] for one in persons_in(told)
    }
    assert found["dahl"] == ["Deputy police chief"]
    assert found["brandt"] == ["minister finance"]
    assert found["kohl"] == ["SPD"]


@given(st.text(alphabet="Aa b,.'-–()von der Minister", max_size=60))
def test_any_text_is_read_without_a_crash(text: str) -> None:
    for one in persons_in(text):
        assert one.name
        assert one.start >= 0
