"""Small words decide: another one of its class in the claim's place bears nothing out, and some contradict it."""

from __future__ import annotations

import pytest

from factcheck.domain import Stance
from factcheck.stance import compare
from factcheck.stance.predicates.modality import STRONGER, WEAKER
from factcheck.stance.words.deciding import EXCLUDING, GROUPS


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        (
            "The dam was inspected before the flood reached the valley.",
            "The dam was inspected after the flood reached the valley.",
        ),
        ("The ferry was out of service until March 2021.", "The ferry was out of service since March 2021."),
        (
            "Der Vorstand trat vor der Hauptversammlung der Brast AG zurück.",
            "Der Vorstand trat nach der Hauptversammlung der Brast AG zurück.",
        ),
        (
            "Der Stadtrat stimmte für den Bau der Umgehungsstraße.",
            "Der Stadtrat stimmte gegen den Bau der Umgehungsstraße.",
        ),
    ],
)
def test_words_that_exclude_one_another_contradict_where_the_rest_is_the_same(claim: str, passage: str) -> None:
    assert compare(claim, passage).stance is Stance.CONFLICTS


@pytest.mark.parametrize(
    ("claim", "passage", "told"),
    [
        (
            "All of the harbour pilots went on strike in Tessen.",
            "Most of the harbour pilots went on strike in Tessen.",
            "All / Most",
        ),
        (
            "Drivers must show a permit at the gate of the port.",
            "Drivers should show a permit at the gate of the port.",
            "must / should",
        ),
        ("The trucks drove into the quarry at dawn.", "The trucks drove out of the quarry at dawn.", "into / out of"),
        (
            "The school will stay open if the roof is repaired.",
            "The school will stay open unless the roof is repaired.",
            "if / unless",
        ),
        ("Police praised him for his courage in Karst.", "Police praised her for her courage in Karst.", "him / her"),
        (
            "Alle Lehrer der Schule in Velde erschienen zur Arbeit.",
            "Die meisten Lehrer der Schule in Velde erschienen zur Arbeit.",
            "Alle / meisten",
        ),
        (
            "Die Mieter müssen die Heizung bis Freitag prüfen lassen.",
            "Die Mieter sollen die Heizung bis Freitag prüfen lassen.",
            "müssen / sollen",
        ),
        (
            "Das Freibad öffnet im Mai, wenn die Stadt zahlt.",
            "Das Freibad öffnet im Mai, außer wenn die Stadt zahlt.",
            "wenn / außer wenn",
        ),
    ],
)
def test_another_one_bears_nothing_out_and_the_reason_names_both(claim: str, passage: str, told: str) -> None:
    judged = compare(claim, passage)
    assert judged.stance is Stance.RELATED
    assert any(one.message == f"differs: {told}" for one in judged.reasons)


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ("Many of the tenants in Velde paid the new fee.", "Few of the tenants in Velde paid the new fee."),
        ("The deputies voted for the motion on water.", "The deputies voted against the motion on water."),
        ("Holm said that he would move to Karst.", "Holm said that she would move to Karst."),
    ],
)
def test_another_one_bears_nothing_out(claim: str, passage: str) -> None:
    assert compare(claim, passage).stance is not Stance.CORROBORATES


def test_the_place_is_told_by_the_word_that_follows_in_whatever_order() -> None:
    judged = compare(
        "The union rejected the offer before the strike began.", "After the strike began, the union rejected the offer."
    )
    assert judged.stance is not Stance.CORROBORATES


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ("Sales fell after the strike in Morn.", "Sales fell following the strike in Morn."),
        ("The curfew in Brast runs from 8pm to 5am.", "The curfew in Brast runs from 8pm until 5am."),
        (
            "The pupils must wear a helmet on the ice of Lake Sarn.",
            "The pupils have to wear a helmet on the ice of Lake Sarn.",
        ),
        ("Guards patrol the port before and after the race.", "Guards patrol the port before and after the race."),
    ],
)
def test_words_of_one_meaning_agree(claim: str, passage: str) -> None:
    assert compare(claim, passage).stance is Stance.CORROBORATES


def test_what_the_source_does_not_make_a_duty_is_none() -> None:
    judged = compare("The plant in Karst must close by 4 May.", "The plant in Karst closed by 4 May.")
    assert judged.stance is not Stance.CORROBORATES


def test_only_here_is_not_said_of_a_source_without_it_in_german_either() -> None:
    claim, passage = (
        "Nur die Bewohner von Brast dürfen im See fischen.",
        "Die Bewohner von Brast dürfen im See fischen.",
    )
    assert compare(claim, passage).stance is not Stance.CORROBORATES


def test_what_excludes_stands_in_one_class() -> None:
    groups = {place for places in GROUPS.values() for place in places}
    assert all(two <= groups and len({number for number, _ in two}) == 1 for two in EXCLUDING)


@pytest.mark.parametrize(
    ("claim", "passage", "badge"),
    [
        ("Drivers must show a permit at the gate.", "Drivers should show a permit at the gate.", WEAKER),
        ("Drivers should show a permit at the gate.", "Drivers must show a permit at the gate.", STRONGER),
        ("All of the pilots of Tessen harbour went home.", "Most of the pilots of Tessen harbour went home.", WEAKER),
        ("Die Mieter müssen die Heizung prüfen lassen.", "Die Mieter sollen die Heizung prüfen lassen.", WEAKER),
    ],
)
def test_one_that_says_less_or_more_has_its_badge(claim: str, passage: str, badge: str) -> None:
    assert badge in compare(claim, passage).badges
