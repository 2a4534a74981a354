"""The passive is undone under a negation, too."""

from __future__ import annotations

import pytest

from factcheck.domain import Stance
from factcheck.stance import compare

SAME = [
    ("The council has not approved the tunnel.", "The tunnel has never been approved by the council, a clerk said."),
    ("The senate did not ratify the accord.", "The accord was not ratified by the senate."),
    ("The army never captured the fortress.", "The fortress was never captured by the army."),
    ("The museum did not buy the painting.", "The painting was not bought by the museum, its director said."),
    ("Norway has not signed the convention.", "The convention has never been signed by Norway."),
    ("The firm has not published the report.", "The report has not been published by the firm."),
    ("The bank did not sell the building.", "The building was never sold by the bank."),
    ("The contract was never signed by the mayor.", "The mayor never signed the contract."),
    ("The letter was not written by Anna Lind.", "Anna Lind did not write the letter."),
    ("The police did not search the house.", "The house was not searched by the police."),
]
CONTRADICTED = [
    ("The government has signed the treaty.", "The treaty has never been signed by the government."),
    ("The council approved the tunnel.", "The tunnel was never approved by the council, a clerk said."),
    ("The museum bought the painting.", "The painting was not bought by the museum."),
    ("The bank never sold the building.", "The building was sold by the bank."),
    ("The mayor never signed the contract.", "The contract was signed by the mayor."),
]
OPEN = [
    ("Alder did not sue Birke.", "Alder was not sued by Birke."),
    ("The government has not signed the treaty.", "The treaty has not been signed by the parliament."),
    ("The museum did not buy the painting.", "The museum was not bought by the painter."),
    ("Denmark did not beat France.", "Denmark was not beaten by France."),
    ("The council has not approved the tunnel.", "The council has not been approved by the tunnel company."),
    ("The union did not support the minister.", "The union was not supported by the minister."),
    ("The bank did not sell the building.", "The bank was not sold by the builder."),
    ("The police did not search the house.", "The house was not searched by the fire brigade."),
    ("The mayor never signed the contract.", "The contract may never be signed by the mayor."),
    ("The army attacked the city.", "The city was not attacked by the navy."),
]


@pytest.mark.parametrize(("claim", "passage"), SAME)
def test_what_was_never_done_by_one_that_one_never_did(claim: str, passage: str) -> None:
    assert compare(claim, passage).stance is Stance.CORROBORATES


@pytest.mark.parametrize(("claim", "passage"), CONTRADICTED)
def test_what_was_never_done_by_one_contradicts_that_it_did(claim: str, passage: str) -> None:
    assert compare(claim, passage).stance is Stance.CONFLICTS


@pytest.mark.parametrize(("claim", "passage"), OPEN)
def test_who_did_not_do_it_need_not_have_had_it_done(claim: str, passage: str) -> None:
    assert compare(claim, passage).stance is Stance.RELATED


OWN_ACTS = [
    ("Police arrested three men in Halden.", "Three men were arrested in Halden, police said."),
    ("Three men were arrested in Halden, police said.", "Police arrested three men in Halden."),
    ("Police in Halden fined ninety drivers.", "Ninety drivers were fined on Saturday, police in Halden said."),
    ("The bakery dismissed twenty workers.", "Twenty workers have been dismissed, according to the bakery."),
    ("The court sentenced the nurse to six years.", "The nurse was sentenced to six years, the court said."),
    ("Prosecutors charged two brokers with fraud.", "Two brokers were charged with fraud, prosecutors said on Friday."),
    ("The army killed nine rebels near Halden.", "Nine rebels were killed near Halden, the army said."),
    ("The driver was detained, police said.", "Police detained the driver."),
]
ONLY_TOLD = [
    ("Police attacked forty pupils.", "Forty pupils were attacked, police said."),
    ("The army killed twelve farmers.", "Twelve farmers were killed, the army said."),
    ("Police arrested three men in Halden.", "Three men were arrested by customs officers in Halden, police said."),
    ("Police arrested three men.", "Three men arrested two officers, police said."),
]


@pytest.mark.parametrize(("claim", "passage"), OWN_ACTS)
def test_who_tells_of_its_own_act_in_the_passive_did_it(claim: str, passage: str) -> None:
    assert compare(claim, passage).stance is Stance.CORROBORATES


@pytest.mark.parametrize(("claim", "passage"), ONLY_TOLD)
def test_who_only_tells_of_it_did_not_do_it(claim: str, passage: str) -> None:
    judgement = compare(claim, passage)
    assert judgement.stance is Stance.RELATED
    assert not any("the other way round" in one.message for one in judgement.reasons)
