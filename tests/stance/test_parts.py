"""A smaller count of a part contradicts no count of the whole; the examples are ours."""

from __future__ import annotations

import pytest

from factcheck.domain import Stance
from factcheck.stance import compare


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ("Marlow Rail scrapped 140 trains on Monday.", "Marlow Rail scrapped 35 trains into Brindle on Monday."),
        ("The company shed 900 jobs in 2022.", "The company shed 210 jobs in Leeds in 2022."),
        (
            "Police arrested 64 demonstrators on Saturday.",
            "Police arrested 9 demonstrators outside the embassy on Saturday.",
        ),
        ("The charity dug 75 wells in 2019.", "The charity dug 14 wells in Niger in 2019."),
        (
            "The hospital treated 110 patients after the fire.",
            "The hospital treated 18 patients for smoke inhalation after the fire.",
        ),
        ("The airport handled 40,000 passengers in June.", "The airport handled 3,100 passengers on 12 June."),
        ("The bank closed 320 branches last year.", "The bank closed 45 branches in rural districts last year."),
        ("The army lost 80 tanks in the battle.", "The army lost 12 tanks to mines in the battle."),
        ("The city planted 5,000 trees in 2021.", "The city planted 600 trees along the river in 2021."),
        ("The zoo vaccinated 230 animals in May.", "The zoo vaccinated 17 animals against rabies in May."),
        ("The agency rescued 400 migrants on Tuesday.", "The agency rescued 60 migrants off Lampedusa on Tuesday."),
        ("Die Bahn strich am Montag 140 Züge.", "Die Bahn strich am Montag 35 Züge nach Hamburg."),
        ("The museum sold 1,200 tickets on Sunday.", "The museum sold 150 tickets to children on Sunday."),
        ("The factory built 9,000 cars in 2020.", "The factory built 1,100 cars for export in 2020."),
        ("The storm damaged 300 houses.", "The storm damaged 40 houses in the village of Ard."),
        ("The union called out 4,000 workers.", "In Vell, the union called out 700 workers."),
        ("Inspectors found 54 faults.", "At the plant in Orsk, inspectors found 8 faults."),
        ("The flood destroyed 610 homes.", "In the valley 75 homes were destroyed by the flood."),
        ("Some 900 homes were lost.", "Some 75 homes were lost on the coast."),
        ("The company has 60 shops.", "The company has 45 shops abroad."),
        ("Rangers counted 410 elephants.", "Rangers counted 90 elephants inside the park."),
        ("The virus infected 3,000 people in March.", "The virus infected 240 people on 4 March."),
        ("The ministry expelled 55 diplomats.", "The ministry expelled 20 diplomats over the poisoning."),
        ("Das Unternehmen streicht 600 Stellen.", "Das Unternehmen streicht 250 Stellen in Corden."),
        ("Die Polizei nahm 80 Menschen fest.", "Die Polizei nahm 12 Menschen am Bahnhof fest."),
    ],
)
def test_a_count_of_a_place_a_cause_a_group_or_a_day_is_one_of_a_part(claim: str, passage: str) -> None:
    assert compare(claim, passage).stance is Stance.RELATED


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ("Marlow Rail scrapped 140 trains on Monday.", "Marlow Rail scrapped 35 trains on Monday."),
        ("The company shed 900 jobs in Leeds in 2022.", "The company shed 210 jobs in Leeds in 2022."),
        (
            "Police arrested 64 demonstrators on Saturday.",
            "Police arrested 90 demonstrators outside the embassy on Saturday.",
        ),
        ("The charity dug 75 wells in 2019.", "The charity dug 14 wells in 2019, its annual report says."),
        ("The bridge cost $40 million.", "The bridge cost $25 million, according to the ministry."),
        (
            "The hospital treated 110 patients after the fire.",
            "The hospital treated 18 patients after the fire on Tuesday.",
        ),
        (
            "The earthquake killed 410 people in Izmit.",
            "The earthquake killed 160 people in Izmit in the early morning.",
        ),
        ("The storm damaged 300 houses in Ard.", "The storm damaged 40 houses in Ard, the mayor said."),
        (
            "The city planted 5,000 trees along the river in 2021.",
            "The city planted 600 trees along the river in 2021.",
        ),
        ("The council approved 240 homes in March.", "The council approved 90 homes in March after a long debate."),
        ("The parliament has 350 seats.", "The parliament has 230 seats."),
        ("Die Bahn strich am Montag 140 Züge.", "Die Bahn strich am Montag 35 Züge."),
        ("The tunnel is 57 km long.", "The tunnel is 38 km long."),
        ("The vaccine was given to 30,000 people.", "The vaccine was given to 12,000 people by the end of the trial."),
        ("Inspectors found 54 faults.", "In a report, inspectors found 8 faults."),
        ("The flood destroyed 610 homes.", "In the end the flood destroyed 75 homes."),
        ("The club has 4,000 members.", "The club has 1,500 members at present."),
        ("The company has 60 shops.", "The company has 45 shops to its name."),
        ("The ship sank with 300 people on board.", "The ship sank with 180 people on board."),
        ("The strike involved 5,000 nurses.", "The strike involved 3,000 nurses on Monday, the union said."),
        ("Ten people were hurt in the crash near Vell.", "Four people were hurt in the crash near Vell on the A9."),
        ("The crash on the A9 killed 10 people.", "The crash on the A9 killed 4 people near Vell."),
    ],
)
def test_what_narrows_nothing_leaves_the_conflict(claim: str, passage: str) -> None:
    assert compare(claim, passage).stance is Stance.CONFLICTS


def test_the_reason_says_what_it_is_a_part_by() -> None:
    told = [one.message for one in compare("The firm shed 900 jobs.", "The firm shed 210 jobs in Leeds.").reasons]
    assert "the claim says 900; the source says 210 (jobs), of a part: “in Leeds”, in the source only" in told


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ("The trust raised £7 million last year.", "The trust raised £900,000 last year from its shops alone."),
        ("The trust raised £7 million last year.", "From its cafés alone, the trust raised £900,000 last year."),
        ("The league earned €90 million in 2021.", "The league earned €40 million from television in 2021."),
        ("The zoo took 3 million euros in May.", "The zoo took 1.2 million euros in May from ticket sales alone."),
        ("The firm lost $60 million in 2020.", "The firm lost $15 million in Brazil alone in 2020."),
        ("The festival took £2 million.", "In Leeds alone, the festival took £300,000."),
        ("The club received €14 million.", "The club received €3 million from sponsors."),
        ("The city spent £40 million on roads.", "The city spent £6 million on roads in the harbour district alone."),
        ("Der Verein nahm 5 Millionen Euro ein.", "Der Verein nahm allein aus dem Kartenverkauf 800.000 Euro ein."),
        ("The bank closed 320 branches.", "The bank closed 45 branches in Wales alone."),
    ],
)
def test_money_from_one_source_or_place_alone_is_a_part(claim: str, passage: str) -> None:
    assert compare(claim, passage).stance is Stance.RELATED


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ("The firm lost $60 million in 2020.", "The firm lost $15 million in 2020."),
        ("The firm lost $60 million in 2020.", "The firm lost $75 million in Brazil alone in 2020."),
        ("The trust raised £5 million from its shops.", "The trust raised £800,000 from its shops alone."),
        ("The trust raised £5 million last year.", "The trust raised £8 million last year from its shops alone."),
        ("The bank paid a fine of £5 million.", "The bank paid a fine of £3 million."),
        ("The club bought the keeper for €9 million.", "The club bought the keeper for €4 million from Halm United."),
        ("The gang stole £5 million.", "The gang stole £3 million from the bank."),
        ("The firm earned $9 billion in 2020.", "The firm earned $4 billion in 2020, from $3 billion in 2019."),
        ("The firm earned $9 billion in 2020.", "The firm earned $4 billion in 2020 and gained clients from Peru."),
    ],
)
def test_money_of_no_part_contradicts(claim: str, passage: str) -> None:
    assert compare(claim, passage).stance is Stance.CONFLICTS
