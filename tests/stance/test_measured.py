"""Words of measuring and near-synonyms: where figure and date or name agree, "drew" and "counted" are one."""

from __future__ import annotations

import pytest

from factcheck.domain import Stance
from factcheck.stance import compare

MEASURED = [
    ("The Velm zoo drew 310,000 visitors in 2022.", "Visits to the Velm zoo totalled 310,000 in 2022, the zoo said."),
    ("The Velm zoo drew 310,000 visitors in 2022.", "The Velm zoo counted 310,000 visitors in 2022."),
    (
        "The festival in Halm attracted 42,000 people in July 2023.",
        "In July 2023 the festival in Halm welcomed 42,000 people.",
    ),
    (
        "Turkey's inflation rate rose to 61.5% in October 2021.",
        "Inflation in Turkey rose to 61.5% in October 2021.",
    ),
    ("Norway's jobless rate fell to 3.2% in May.", "Unemployment in Norway fell to 3.2% in May."),
    ("The flood in Orsk killed 212 people.", "The death toll of the flood in Orsk rose to 212 people."),
    ("The quake in Bam killed 1,480 people.", "The death toll from the quake in Bam rose to 1,480."),
    ("The storm killed 63 people in Malawi.", "The storm's death toll in Malawi reached 63 people."),
    ("Turnout in the Moravian election stood at 58.3%.", "Turnout in the Moravian election was 58.3%."),
    ("Kessler posted a profit of €40 million in 2020.", "In 2020 Kessler had a profit of €40 million."),
    ("Harwick recorded 1,912 burglaries in 2019.", "There were 1,912 burglaries in Harwick in 2019."),
    ("Portugal saw 18.3 million tourists in 2021.", "In 2021 Portugal counted 18.3 million tourists."),
    (
        "The level of lead in Halm's water was 31 micrograms in March.",
        "Lead in Halm's water stood at 31 micrograms in March.",
    ),
    (
        "The dam in Derva collapsed in September 2023 and killed 5,900 people.",
        "The collapse of the dam in Derva in September 2023 left 5,900 people dead.",
    ),
    (
        "The cyclone destroyed 4,100 homes in Beira.",
        "The government put the number of homes destroyed by the cyclone in Beira at 4,100.",
    ),
    (
        "The Island Bank approved a €90 million loan for Costa Verde in May 2021.",
        "In May 2021 the Island Bank granted Costa Verde a €90 million loan.",
    ),
    (
        "Judge Ines Roth sentenced Lars Thun to four years in prison.",
        "Lars Thun was jailed for four years by Judge Ines Roth.",
    ),
]
NEAR_SYNONYMS = [
    (
        "A jury in Leeds acquitted the nurse Ada Voss in 2019.",
        "In 2019 the nurse Ada Voss was cleared of all charges by a jury in Leeds.",
    ),
    (
        "A court in Halm sentenced the banker Lars Thun to four years in prison for fraud.",
        "The banker Lars Thun must serve four years in prison for fraud, a court in Halm ruled.",
    ),
    (
        "The tribunal ruled that the dismissal of Eva Brandt was unfair.",
        "The tribunal found that the dismissal of Eva Brandt was unfair.",
    ),
    ("Parliament passed the tobacco bill on 4 May 2022.", "On 4 May 2022 parliament adopted the tobacco legislation."),
    (
        "The High Court in Velm ruled unanimously that the levy was unlawful.",
        "All five judges of the High Court in Velm found the levy unlawful.",
    ),
    ("Ana Ruiz scored twice as Oviedo won 3-1 at Lugo.", "Ana Ruiz scored two goals as Oviedo won 3-1 at Lugo."),
    ("Denmark beat Iceland 28-24 in Malmo.", "Denmark defeated Iceland 28-24 in Malmo."),
    (
        "Norway's central bank raised its key interest rate to 4.5% in December.",
        "Norway's central bank raised its policy rate to 4.5% in December.",
    ),
    (
        "Tavox overtook Renol as the largest maker of pumps in 2020.",
        "In 2020 Tavox surpassed Renol as the largest maker of pumps.",
    ),
    ("Kessler's revenue rose to €3.1 billion in 2020.", "Kessler's turnover rose to €3.1 billion in 2020."),
    (
        "The ferry Lona sank in 1987 and 44 people died.",
        "Forty-four people perished when the ferry Lona sank in 1987.",
    ),
    ("Sweden joined NATO on 7 March 2024.", "Sweden became a member of NATO on 7 March 2024."),
]
ANOTHER_FIGURE = [
    ("The Velm zoo drew 310,000 visitors in 2022.", "The Velm zoo counted 204,000 visitors in 2022, the zoo said."),
    ("Portugal saw 18.3 million tourists in 2021.", "In 2021 Portugal counted 12.1 million tourists."),
    (
        "The earthquake in Bam killed more than 3,000 people, the Red Cross said.",
        "The Red Cross put the number of people killed by the earthquake in Bam at 1,250.",
    ),
    (
        "The floods in Orsk killed more than 500 people.",
        "Officials put the number of people killed by the floods in Orsk at 212.",
    ),
    (
        "The blaze in Dhaka injured 90 people.",
        "Police put the number of people injured by the blaze in Dhaka at 34.",
    ),
    (
        "The quake in Van killed more than 700 people.",
        "The number of people killed by the quake in Van was put at 604.",
    ),
    (
        "The cyclone destroyed 9,000 homes in Beira.",
        "The government put the number of homes destroyed by the cyclone in Beira at 4,100.",
    ),
]
SAYS_SOMETHING = [
    ("The fund recorded 200 complaints in Halm in 2021.", "The fund rejected 200 complaints in Halm in 2021."),
    ("The Velm zoo drew 310,000 visitors in 2022.", "The Velm zoo lost 310,000 visitors in 2022."),
    ("The Velm zoo drew 310,000 visitors in 2022.", "The Velm zoo turned away 310,000 visitors in 2022."),
    ("The Velm zoo drew 310,000 visitors in 2022.", "The Velm zoo hopes for 310,000 visitors in 2022."),
    ("The Velm zoo drew 310,000 visitors in 2022.", "The Velm zoo spent 310,000 euros on visitors in 2022."),
    (
        "The Velm zoo drew 310,000 visitors in 2022.",
        "Of the visitors to the Velm zoo in 2022, 310,000 were children.",
    ),
    (
        "The Velm zoo drew 310,000 visitors in 2022.",
        "The number of visitors to the Velm zoo fell by 310,000 in 2022.",
    ),
    ("Harwick recorded 1,912 burglaries in 2019.", "Harwick solved 1,912 burglaries in 2019."),
    ("Portugal saw 18.3 million tourists in 2021.", "Portugal expected 18.3 million tourists in 2021."),
    ("The firm cut 120 jobs in Hexley in 2020.", "The firm has 120 jobs in Hexley in 2020."),
    ("Kenya counted 36,000 elephants in 2021.", "Poachers killed 36,000 elephants in Kenya in 2021."),
    ("The union counted 4,000 members in Bergen in 2020.", "The union expelled 4,000 members in Bergen in 2020."),
    ("Kovo recorded 40 accidents in Oslo in 2020.", "Kovo covered up 40 accidents in Oslo in 2020."),
    ("The museum found 12 forgeries in Halm in 2015.", "The museum sold 12 forgeries in Halm in 2015."),
    ("The fund granted 200 visas in Halm in 2019.", "The fund revoked 200 visas in Halm in 2019."),
    ("Rents in Halm reached 900 euros in 2020.", "Rents in Halm were capped at 900 euros in 2020."),
    ("The council kept the tax at 5% in Halm in 2020.", "The council cut the tax to 5% in Halm in 2020."),
    ("The bank approved the loan to Kovo.", "The bank granted Kovo more time for the loan."),
    (
        "The High Court in Velm ruled unanimously that the levy was unlawful.",
        "Three of the five judges of the High Court in Velm found the levy unlawful.",
    ),
    (
        "The earthquake in Bam killed 1,250 people.",
        "The Red Cross put the number of people injured by the earthquake in Bam at 4,000.",
    ),
    (
        "The blaze in Dhaka injured 90 people.",
        "Police put the number of children injured by the blaze in Dhaka at 34.",
    ),
    ("The bridge in Velm was closed in May 2021.", "The bridge in Velm was closed after the May 2021 flood."),
]


@pytest.mark.parametrize(("claim", "passage"), [*MEASURED, *NEAR_SYNONYMS])
def test_words_of_measuring_and_near_synonyms_are_one(claim: str, passage: str) -> None:
    judged = compare(claim, passage)
    assert judged.stance is Stance.CORROBORATES, [one.message for one in judged.reasons]


@pytest.mark.parametrize(("claim", "passage"), ANOTHER_FIGURE)
def test_another_figure_conflicts_whatever_word_measures_it(claim: str, passage: str) -> None:
    judged = compare(claim, passage)
    assert judged.stance is Stance.CONFLICTS, [one.message for one in judged.reasons]


@pytest.mark.parametrize(("claim", "passage"), SAYS_SOMETHING)
def test_a_word_that_says_something_else_takes_no_side(claim: str, passage: str) -> None:
    judged = compare(claim, passage)
    assert judged.stance in (Stance.RELATED, Stance.UNRELATED), [one.message for one in judged.reasons]
