"""What is denied by the way, avoided, negated in German, or the opposite of another thing; the examples are ours."""

from __future__ import annotations

import pytest

from factcheck.domain import Polarity, Stance
from factcheck.stance import compare

OPEN = (Stance.RELATED, Stance.UNRELATED)


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        (
            "The militia burned down the mill.",
            "The militia, which denies any crime, burned down the mill, judges found.",
        ),
        ("The dairy sold spoiled milk.", "The dairy, whose lawyers denied wrongdoing, sold spoiled milk."),
        ("The dairy sold spoiled milk.", "The dairy, denying any fault, sold spoiled milk, the report says."),
        (
            "The coach hit two players.",
            "The coach, who called the accusations false, hit two players, the panel ruled.",
        ),
        (
            "Die Miliz brannte die Mühle nieder.",
            "Die Miliz, die jedes Verbrechen bestreitet, brannte die Mühle nieder.",
        ),
        (
            "Der Bürgermeister nahm Geld von einem Händler.",
            "Der Bürgermeister, der die Vorwürfe zurückweist, nahm Geld von einem Händler, stellte das Gericht fest.",
        ),
    ],
)
def test_a_denial_by_the_way_denies_only_what_stands_there(claim: str, passage: str) -> None:
    assert compare(claim, passage).stance is not Stance.CONFLICTS


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ("The dairy sold spoiled milk.", "The dairy, which is based in Velm, denied selling spoiled milk."),
        ("The militia burned down the mill.", "The militia, who hold Velm, denied that they burned down the mill."),
        (
            "The vote in Velm was rigged.",
            "Observers, after a long inquiry, found no proof that the vote in Velm was rigged.",
        ),
        ("Die Miliz verkaufte die Mühle.", "Die Miliz bestritt, dass sie die Mühle verkauft habe."),
    ],
)
def test_a_denial_of_the_sentence_itself_conflicts(claim: str, passage: str) -> None:
    assert compare(claim, passage).stance is Stance.CONFLICTS


@pytest.mark.parametrize("how", ["without evidence", "without giving any evidence", "offering no proof"])
def test_what_is_said_without_proof_is_neither_borne_out_nor_denied(how: str) -> None:
    judged = compare(
        "The vote in Velm was rigged.", f"Mr Orm claimed on Monday, {how}, that the vote in Velm was rigged."
    )
    assert judged.stance in OPEN
    assert any("without proof" in one.message for one in judged.reasons)
    assert not any(one.polarity is Polarity.OPPOSES for one in judged.reasons)


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ("Moe declined comment on the audit.", "Moe declined to comment on the audit."),
        ("The dairy had no comment on the fire.", "The dairy would not comment on the fire."),
        ("The dairy avoided a loss in 2021.", "The dairy made no loss in 2021."),
        ("The club avoided relegation in May.", "The club was not relegated in May."),
        ("Die Molkerei äußerte sich nicht zu dem Brand.", "Die Molkerei wollte sich zu dem Brand nicht äußern."),
        ("The treaty was never ratified by the senate of Velm.", "The senate of Velm never ratified the treaty."),
    ],
)
def test_two_ways_to_say_that_it_was_not_do_not_conflict(claim: str, passage: str) -> None:
    assert compare(claim, passage).stance is not Stance.CONFLICTS


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ("Moe commented on the audit.", "Moe declined to comment on the audit."),
        ("The dairy made a loss in 2021.", "The dairy avoided making a loss in 2021."),
        ("Das Gericht hob das Verbot auf.", "Das Gericht bestätigte das Verbot."),
        ("Das Gericht hob das Verbot auf.", "Das Gericht hob das Verbot nicht auf."),
        ("Der Rat nahm den Plan an.", "Der Rat nahm den Plan nicht an."),
        ("Der Konzern senkte die Preise.", "Der Konzern senkte die Preise nicht."),
    ],
)
def test_what_was_and_was_not_conflict(claim: str, passage: str) -> None:
    assert compare(claim, passage).stance is Stance.CONFLICTS


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ("Das Gericht hob das Verbot auf.", "Das Gericht bestätigte das Verbot nicht."),
        ("Der Rat lehnte den Plan ab.", "Der Rat nahm den Plan nicht an."),
        ("Das Gericht wies die Klage ab.", "Das Gericht gab der Klage nicht statt."),
        ("Das Parlament lehnte das Gesetz ab.", "Das Parlament stimmte dem Gesetz nicht zu."),
        ("Die Behörde verbot den Umzug.", "Die Behörde erlaubte den Umzug nicht."),
    ],
)
def test_a_german_opposite_that_is_negated_agrees(claim: str, passage: str) -> None:
    assert compare(claim, passage).stance is Stance.CORROBORATES


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ("Die Zahl der Fälle sank.", "Die Zahl der Fälle stieg nicht."),
        ("The number of cases fell.", "The number of cases did not rise."),
        ("Der Minister dementierte den Bericht.", "Der Minister bestätigte den Bericht nicht."),
        ("Der Verein verlor das Spiel.", "Der Verein gewann das Spiel nicht."),
    ],
)
def test_where_there_is_a_middle_nothing_is_borne_out(claim: str, passage: str) -> None:
    assert compare(claim, passage).stance in OPEN


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ("Porters use the southern gate in Velm.", "Porters use the gate in Velm and park in the northern yard."),
        ("The mayor praised the public sector.", "The mayor praised the sector and criticised the private clinics."),
        ("The dairy hired young drivers.", "The dairy hired drivers and retired its old bookkeepers."),
        ("The crane is safe.", "Inspectors saw the crane beside an unsafe fence."),
    ],
)
def test_an_opposite_of_another_thing_is_no_conflict(claim: str, passage: str) -> None:
    assert compare(claim, passage).stance in OPEN


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ("Porters use the southern gate in Velm.", "Porters use the northern gate in Velm."),
        ("The museum bought a cheap painting.", "The museum bought an expensive painting."),
        ("The crane in Velm is safe.", "The crane in Velm is unsafe."),
    ],
)
def test_an_opposite_of_the_same_thing_is(claim: str, passage: str) -> None:
    assert compare(claim, passage).stance is Stance.CONFLICTS


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ("The airline has not paid the passengers of the flight.", "The airline told the passengers of the flight."),
        ("The court has not heard the appeal of the miners.", "The court has the appeal of the miners on its list."),
        ("Die Polizei hat den Fahrer des Wagens nicht erkannt.", "Die Polizei sucht den Fahrer des Wagens."),
    ],
)
def test_a_denied_deed_that_the_source_has_not_is_open(claim: str, passage: str) -> None:
    assert compare(claim, passage).stance in OPEN
