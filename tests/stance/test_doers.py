"""Who does it: the words of a claim bear it out only where its subject does in the source what it does in the claim."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.domain import Polarity, Stance
from factcheck.stance import compare
from factcheck.stance.names.doers import another_doer
from factcheck.stance.reading.pair import align


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ("The governor was injured.", "The governor's driver was injured."),
        ("The abbot fled.", "The cook of the abbot fled."),
        ("Nils Brandt drowned in Halm.", "Nils Brandt's uncle drowned in Halm."),
        ("Vera Klee won the regatta.", "Ada Moor, who passed Vera Klee, won the regatta."),
        ("Torvia signed the pact.", "Elna, unlike Torvia, signed the pact."),
        ("The guards looted the museum.", "The guards said that neighbours looted the museum."),
        ("Ole Dahl stabbed Per Ness.", "Per Ness was stabbed by Finn Roth; Ole Dahl called a doctor."),
        ("Orvel said the deal would add 900 jobs in Halm.", "Dalmar said the deal would add 900 jobs in Halm."),
        ("Der Abt wurde verletzt.", "Der Koch des Abts wurde verletzt."),
        ("Nils Brandt starb in Halm.", "Nils Brandts Onkel starb in Halm."),
        ("Vera Klee gewann das Rennen.", "Ada Moor, die Vera Klee überholte, gewann das Rennen."),
        ("Torvia verließ das Bündnis.", "Elna verließ im Gegensatz zu Torvia das Bündnis."),
        ("Orvel verkaufte 40 Läden in Halm.", "Dalmar verkaufte im Mai 40 Läden in Halm."),
    ],
)
def test_what_another_does_bears_nothing_out(claim: str, passage: str) -> None:
    judged = compare(claim, passage)
    assert judged.stance is not Stance.CORROBORATES


def test_another_subject_is_told_with_both_names() -> None:
    judged = compare("Vera Klee won the regatta.", "Ada Moor, who passed Vera Klee, won the regatta.")
    assert "differs: Vera Klee / Ada Moor" in [one.message for one in judged.reasons]
    judged = compare("The governor was injured.", "The governor's driver was injured.")
    assert any("the source of “governor's driver”" in one.message for one in judged.reasons)
    assert all(one.polarity is Polarity.CONTEXT for one in judged.reasons)


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ("Vera Klee won the regatta on Sunday.", "Vera Klee, who passed Ada Moor, won the regatta on Sunday."),
        ("Nils Brandt drowned in Halm.", "Nils Brandt, the painter, drowned in Halm."),
        ("Nils Brandt drowned in Halm.", "The painter, Nils Brandt, drowned in Halm."),
        ("The abbot of Halm fled.", "The abbot of Halm fled on Sunday."),
        ("The WHO opened a lab in Halm in May.", "The World Health Organization opened a lab in Halm in May."),
        ("Torvia banned plastic bags in 2019.", "Torvia's government banned plastic bags in 2019."),
        ("Halm opened a new harbour in May.", "The city of Halm opened a new harbour in May."),
        ("Ole Dahl founded the club in 1990.", "Per Ness and Ole Dahl founded the club in 1990."),
        ("The flood destroyed 40 barns in Halm.", "In Halm, the flood destroyed 40 barns."),
        ("The flood destroyed 40 barns in Halm.", "40 barns in Halm were destroyed by the flood."),
        ("Der Abt von Halm ist geflohen.", "Der Abt von Halm ist am Sonntag geflohen."),
        ("Die Flut zerstörte 40 Scheunen in Halm.", "Am Sonntag zerstörte die Flut 40 Scheunen in Halm."),
    ],
)
def test_what_the_same_one_does_is_borne_out_in_any_order(claim: str, passage: str) -> None:
    assert compare(claim, passage).stance is Stance.CORROBORATES


@given(st.text(alphabet="abc ,.'sAB()-", max_size=60), st.text(alphabet="abc ,.'sAB()-", max_size=60))
def test_any_texts_are_read_without_an_error(before: str, after: str) -> None:
    another_doer(align(f"{before} opened it", f"{after} opened {before}"))


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ("The tram from Halm to Elna burned.", "The tram from Elna to Halm burned."),
        ("Die Bahn von Halm nach Elna brannte.", "Die Bahn von Elna nach Halm brannte."),
        ("The longest tunnel in Torvia is the Karst.", "The second-longest tunnel in Torvia is the Karst."),
        ("The longest tunnel in Torvia is the Karst.", "The third longest tunnel in Torvia is the Karst."),
        ("Der längste Tunnel in Torvia ist der Karst.", "Der zweitlängste Tunnel in Torvia ist der Karst."),
    ],
)
def test_the_same_words_in_an_order_that_says_another_thing_bear_nothing_out(claim: str, passage: str) -> None:
    assert compare(claim, passage).stance is not Stance.CORROBORATES


def test_a_route_and_a_rank_told_alike_are_borne_out() -> None:
    assert (
        compare("The tram from Halm to Elna burned.", "On Sunday the tram from Halm to Elna burned.").stance
        is Stance.CORROBORATES
    )
    told = compare(
        "The second-longest tunnel in Torvia is the Karst.", "The second longest tunnel in Torvia is the Karst."
    )
    assert told.stance is Stance.CORROBORATES


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ("The clerk forged the deed.", "The clerk was cleared of forging the deed."),
        ("The clerk forged the deed.", "The clerk was exonerated of having forged the deed."),
        ("The roof fell on the hall.", "The roof nearly fell on the hall."),
        ("The council closed the pool.", "The council wants to close the pool."),
    ],
)
def test_what_need_not_have_happened_does_not_bear_out_that_it_did(claim: str, passage: str) -> None:
    assert compare(claim, passage).stance is not Stance.CORROBORATES


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ("Vera Klee won the regatta off Halm.", "Vera Klee went on to win the regatta off Halm."),
        ("Vera Klee won the regatta off Halm.", "Vera Klee was the first to win the regatta off Halm."),
    ],
)
def test_what_is_told_by_an_infinitive_and_happened_is_borne_out(claim: str, passage: str) -> None:
    assert compare(claim, passage).stance is Stance.CORROBORATES
