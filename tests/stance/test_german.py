"""German beside German: what the one denies and the other says is no agreement; the examples are ours."""

from __future__ import annotations

import pytest

from factcheck.domain import Stance
from factcheck.stance import compare


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Die Mieten in Marby sind gestiegen.", "Die Mieten in Marby sind nicht gestiegen."),
        ("Der Minister hat den Vertrag unterschrieben.", "Der Minister hat den Vertrag nie unterschrieben."),
        ("Der Bürgermeister von Marby tritt zurück.", "Der Bürgermeister von Marby tritt nicht zurück."),
        ("Die Kommission kann die Beihilfen genehmigen.", "Die Kommission kann die Beihilfen nicht genehmigen."),
    ],
)
def test_a_german_negation_in_one_text_alone_is_a_conflict(one: str, other: str) -> None:
    assert compare(one, other).stance is Stance.CONFLICTS
    assert compare(other, one).stance is Stance.CONFLICTS
    assert compare(other, other).stance is Stance.CORROBORATES


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ("Die Stadt baut eine neue Schule am Hafen.", "Die Stadt baut keine neue Schule am Hafen."),
        ("Die Brücke in Marby ist offen.", "Die Brücke in Marby ist nicht mehr offen."),
        ("Niemand wurde bei dem Brand in Marby verletzt.", "Bei dem Brand in Marby wurden drei Menschen verletzt."),
        ("Die Halle wurde 2019 ohne Genehmigung gebaut.", "Die Halle wurde 2019 mit Genehmigung gebaut."),
    ],
)
def test_what_is_denied_in_german_is_never_borne_out(claim: str, passage: str) -> None:
    assert compare(claim, passage).stance is not Stance.CORROBORATES


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ("Es gab nicht mehr als 30 Gäste bei der Feier in Marby.", "Es gab 30 Gäste bei der Feier in Marby."),
        ("Nicht nur Marby erhöht die Gebühren.", "Marby erhöht die Gebühren."),
    ],
)
def test_what_only_looks_like_a_denial_is_no_conflict(claim: str, passage: str) -> None:
    assert compare(claim, passage).stance is not Stance.CONFLICTS


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ("Die Ministerin ist zurückgetreten.", "Die Ministerin ist nicht zurückgetreten, sagte ihr Sprecher."),
        ("Die Pacht wurde verlängert.", "Die Pacht wurde gekündigt."),
        ("Das Gericht hob die Sperre auf.", "Das Gericht bestätigte die Sperre."),
        ("Der Klage wurde stattgegeben.", "Die Klage wurde abgewiesen."),
        ("Sie war die erste Frau an der Spitze des Vereins.", "Sie war die zweite Frau an der Spitze des Vereins."),
        ("Die Behörden verhängten 2021 ein Verbot.", "Die Behörden hoben 2021 ein Verbot auf."),
        ("Frankreich lieh Portugal zwei Milliarden Euro.", "Portugal lieh Frankreich zwei Milliarden Euro."),
    ],
)
def test_three_words_of_german_are_enough_to_conflict(claim: str, passage: str) -> None:
    assert compare(claim, passage).stance is Stance.CONFLICTS


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        (
            "Der Minister unterschrieb am 3. Mai 2024 den Vertrag.",
            "Den Vertrag unterschrieb der Minister am 3. Mai 2024.",
        ),
        ("Die Polizei nahm zwei Männer in Kiel fest.", "Zwei Männer nahm die Polizei in Kiel fest."),
        ("Die Weltbank erklärte das Programm für beendet.", "Die World Bank erklärte das Programm für beendet."),
        ("Der Kran kostete den Hafen 2,4 Millionen Euro.", "Der Hafen gab für den Kran 2,4 Mio. Euro aus."),
        ("Der Hafen gab 2,4 Millionen Euro für den Kran aus.", "Der Kran kostete den Hafen 2,4 Mio. Euro, heißt es."),
        (
            "Die Halle in Kiel wurde am 5. Mai geöffnet.",
            "Am 5. Mai wurde die Halle in Kiel nach einer Prüfung geöffnet.",
        ),
    ],
)
def test_german_word_order_and_names_of_bodies_agree(claim: str, passage: str) -> None:
    assert compare(claim, passage).stance is Stance.CORROBORATES


@pytest.mark.parametrize(
    "passage",
    [
        "Die Behauptung, der Verein unterstütze den Kandidaten Rollins, ist falsch.",
        "Der Verein unterstützt den Kandidaten Rollins, heißt es in Beiträgen. Die Behauptung ist frei erfunden.",
    ],
)
def test_a_german_ruling_is_read(passage: str) -> None:
    assert compare("Der Verein unterstützt den Kandidaten Rollins.", passage).stance is Stance.CONFLICTS


@pytest.mark.parametrize("noun", ["Haus", "Klinikum", "Krankenhaus"])
def test_a_noun_that_can_stand_for_a_named_house_is_no_other_one(noun: str) -> None:
    judged = compare("Das Klinikum Gera behandelte 30 Verletzte.", f"Das {noun} behandelte 30 Verletzte.")
    assert judged.stance is not Stance.CONFLICTS
    assert compare("Das Klinikum Gera behandelte 30 Verletzte.", f"Das {noun} behandelte 12 Verletzte.").stance in (
        Stance.CONFLICTS,
        Stance.RELATED,
    )
