"""A figure agrees with the figure of the same deed, and parts that add up to it are no conflict; all pairs are ours."""

from __future__ import annotations

import pytest

from factcheck.domain import Stance
from factcheck.stance import compare

OTHERS = [
    (
        "Coastlink had paid £1.8 million in compensation by the end of February.",
        "Coastlink has set aside £1.8 million for compensation. By the end of February it had paid £310,000.",
    ),
    ("The council had paid £1.8m to residents.", "The council set aside £1.8m for residents and had paid £310,000."),
    (
        "The council had paid £1.8m to residents by May.",
        "The council set aside £1.8m for residents. By May it had paid £310,000.",
    ),
    ("The state spent $40 million on repairs.", "The state allocated $40 million for repairs and spent $12 million."),
    ("The fund paid out 5,000 claims.", "The fund received 5,000 claims and paid out 1,200."),
    ("The agency delivered 300 trucks to the army.", "The agency ordered 300 trucks for the army but delivered 45."),
    ("Police arrested 120 people at the rally.", "Police questioned 120 people at the rally and arrested 14."),
    ("The firm sold 10,000 phones in June.", "The firm made 10,000 phones in June and sold 3,500."),
    ("The town planted 900 trees.", "The town promised 900 trees. It planted 210."),
    (
        "The bank repaid €3 billion to investors.",
        "The bank borrowed €3 billion from investors. It has repaid €400 million.",
    ),
    (
        "Der Konzern zahlte 20 Millionen Euro Strafe.",
        "Der Konzern stellte 20 Millionen Euro für die Strafe zurück, zahlte aber 4 Millionen Euro.",
    ),
    ("Die Polizei nahm 120 Menschen fest.", "Die Polizei kontrollierte 120 Menschen und nahm 14 fest."),
    (
        "Das Land gab 40 Millionen Euro für Schulen aus.",
        "Das Land bewilligte 40 Millionen Euro für Schulen und gab 12 Millionen Euro aus.",
    ),
    ("Der Verein pflanzte 900 Bäume.", "Der Verein versprach 900 Bäume. Er pflanzte 210."),
    ("The charity handed out 6,000 meals in March.", "The charity cooked 6,000 meals in March and handed out 2,100."),
]
THE_SAME = [
    (
        "Coastlink had paid £310,000 in compensation by the end of February.",
        "Coastlink has set aside £1.8 million for compensation. By the end of February it had paid £310,000.",
    ),
    ("The council set aside £1.8m for residents.", "The council set aside £1.8m for residents and had paid £310,000."),
    ("The state spent $12 million on repairs.", "The state allocated $40 million for repairs and spent $12 million."),
    ("Police arrested 14 people at the rally.", "Police questioned 120 people at the rally and arrested 14."),
    (
        "The museum cost £9 million.",
        "The museum cost £9 million. It was paid for by the lottery, which gave £5 million.",
    ),
    ("The town planted 900 trees.", "The town planted 900 trees and cut down 210."),
    (
        "Der Konzern zahlte 4 Millionen Euro Strafe.",
        "Der Konzern stellte 20 Millionen Euro für die Strafe zurück, zahlte aber 4 Millionen Euro.",
    ),
    ("The company hired 400 workers.", "The company hired 400 workers. It has since dismissed 50."),
    ("The storm destroyed 300 houses.", "The storm destroyed 300 houses and damaged 1,200."),
    ("The fire destroyed 70 homes.", "The fire destroyed 70 homes. On Monday it had destroyed 20 homes."),
]
NO_CONFLICT = [
    (
        "The firm spent £5 million on the pier.",
        "The firm spent £3 million on the deck of the pier and £2 million on its roof.",
    ),
    (
        "The repairs cost £5 million.",
        "The repairs of the roof cost £3 million and the repairs of the walls £2 million.",
    ),
    ("The firm paid £500,000 in fines.", "The firm paid £300,000 in fines in May and £200,000 in June."),
    (
        "The city spent €9 million on the two bridges.",
        "The city spent €4 million on the first bridge. It spent €5 million on the second bridge.",
    ),
    (
        "Die Stadt gab 5 Millionen Euro für die Schule aus.",
        "Die Stadt gab 3 Millionen Euro für das Dach der Schule und 2 Millionen Euro für die Fenster aus.",
    ),
    (
        "The firm paid £2 million to settle the case.",
        "The firm agreed to pay £2 million to settle the case. In 2019 it had paid £300,000 over a leak.",
    ),
    (
        "Die Stadt hat 1,8 Millionen Euro an die Opfer gezahlt.",
        "Die Stadt hat 1,8 Millionen Euro für die Opfer zurückgestellt. Gezahlt hat sie 310.000 Euro.",
    ),
    (
        "The bank repaid €400 million to investors.",
        "The bank borrowed €3 billion from investors. It has repaid €400 million.",
    ),
    ("Die Polizei nahm 14 Menschen fest.", "Die Polizei kontrollierte 120 Menschen und nahm 14 fest."),
]


@pytest.mark.parametrize(("claim", "passage"), OTHERS)
def test_the_figure_of_another_deed_bears_nothing_out(claim: str, passage: str) -> None:
    assert compare(claim, passage).stance is Stance.CONFLICTS


@pytest.mark.parametrize(("claim", "passage"), THE_SAME)
def test_the_figure_of_the_deed_agrees_beside_that_of_another(claim: str, passage: str) -> None:
    assert compare(claim, passage).stance is Stance.CORROBORATES


@pytest.mark.parametrize(("claim", "passage"), NO_CONFLICT)
def test_parts_of_a_sum_and_other_events_take_no_side(claim: str, passage: str) -> None:
    assert compare(claim, passage).stance not in (Stance.CONFLICTS, Stance.CORROBORATES)
