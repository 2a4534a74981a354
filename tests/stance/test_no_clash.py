"""Opposite words, figures and negations that contradict nothing, beside those that do. The examples are ours."""

from __future__ import annotations

import pytest

from factcheck.domain import Stance
from factcheck.stance import compare


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        (
            "Norway defeated Sweden 4-2 to win the ice hockey cup in Prague.",
            "Sweden lost the final of the ice hockey cup 4-2 to Norway in Prague on Saturday.",
        ),
        (
            "Arne Lund won the chess title in Bergen against Piet Boer.",
            "Piet Boer lost the chess title in Bergen to Arne Lund.",
        ),
        (
            "Martha Coe succeeded Leon Falk as director of the zoo.",
            "Leon Falk preceded Martha Coe as director of the zoo.",
        ),
        (
            "Gregor Hahn was preceded by Ilse Brandt as rector in Jena.",
            "Gregor Hahn succeeded Ilse Brandt as rector in Jena.",
        ),
        (
            "Ardent Foods sold its bakery in Leeds to Marlow Group for £9 million.",
            "Marlow Group bought the bakery in Leeds from Ardent Foods for £9 million.",
        ),
        (
            "The Marlow Group purchased the old brewery in Kassel.",
            "The city sold the old brewery in Kassel to the Marlow Group.",
        ),
        ("Poland lent Moldova 20 trains last winter.", "Moldova borrowed 20 trains from Poland last winter."),
        ("The hospital in Umea received 40 beds from the army.", "The army gave the hospital in Umea 40 beds."),
        (
            "Orla Finch gave her paintings to the museum in Cork.",
            "The museum in Cork received the paintings of Orla Finch.",
        ),
        (
            "The Tessin foundation employs Rita Moll as a curator.",
            "Rita Moll works for the Tessin foundation as a curator.",
        ),
        (
            "Chile exported 3,000 tonnes of cherries to Korea in May.",
            "Korea imported 3,000 tonnes of cherries from Chile in May.",
        ),
        ("The landlord let the shop in Bath to Nina Orme.", "Nina Orme rented the shop in Bath from the landlord."),
        ("Dr Paula Reyes taught Simon Vale the cello.", "Simon Vale learned the cello from Dr Paula Reyes."),
        (
            "Labour gained the Thornby seat from the Liberals in the council election.",
            "The Liberals lost the Thornby seat to Labour in the council election.",
        ),
        ("Lina Koch hat das Haus in Ulm an Max Beer verkauft.", "Max Beer hat das Haus in Ulm von Lina Koch gekauft."),
        ("Ghana beat Togo in the qualifier in Accra.", "Togo lost the qualifier in Accra to Ghana."),
        ("Corvin Air leased four planes from Halden Capital.", "Halden Capital leased four planes to Corvin Air."),
        (
            "The Dutch team beat Italy in the hockey final in Turin.",
            "Italy lost the hockey final in Turin to the Dutch team.",
        ),
        (
            "The National Archive acquired the letters in 2016.",
            "The Byrne family sold the letters to the National Archive in 2016.",
        ),
        (
            "Judge Mona Pell preceded Judge Ivo Stark on the panel.",
            "Judge Ivo Stark succeeded Judge Mona Pell on the panel.",
        ),
        ("Ireland received 2 million doses from Spain.", "Spain donated 2 million doses to Ireland."),
        ("Berlin was won by the Greens from the SPD.", "The SPD lost Berlin to the Greens."),
    ],
)
def test_what_the_other_side_of_a_deed_did_is_no_conflict(claim: str, passage: str) -> None:
    assert compare(claim, passage).stance is not Stance.CONFLICTS


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        (
            "Norway won the ice hockey final in Prague on Saturday.",
            "Norway lost the ice hockey final in Prague on Saturday.",
        ),
        ("Arne Lund won the chess title in Bergen.", "Arne Lund lost the chess title in Bergen."),
        (
            "Arne Lund won the chess match against Piet Boer in Bergen.",
            "Arne Lund lost the chess match against Piet Boer in Bergen.",
        ),
        ("Ardent Foods bought the bakery in Leeds in 2019.", "Ardent Foods sold the bakery in Leeds in 2019."),
        ("Chile imported 3,000 tonnes of cherries in May.", "Chile exported 3,000 tonnes of cherries in May."),
        ("The union won its case against the airline.", "The union lost its case against the airline."),
        (
            "Martha Coe succeeded Leon Falk as director of the zoo.",
            "Martha Coe preceded Leon Falk as director of the zoo.",
        ),
        ("Corvin Air bought four planes last year.", "Corvin Air sold four planes last year."),
        ("Italy won the hockey final in Turin.", "Italy lost the hockey final in Turin."),
        ("The Byrne family sold the letters in 2016.", "The Byrne family bought the letters in 2016."),
        ("Exports of tea from Kenya rose in May.", "Exports of tea from Kenya fell in May."),
        ("The plane was bought by Corvin Air.", "The plane was sold by Corvin Air."),
    ],
)
def test_the_opposite_deed_of_one_is_a_conflict(claim: str, passage: str) -> None:
    assert compare(claim, passage).stance is Stance.CONFLICTS


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        (
            "Norvik earned a profit of €40 million in 2022.",
            "Bankers expect Norvik to earn a profit of €55 million in 2022.",
        ),
        ("Norvik made a loss of €40 million in 2022.", "Norvik was expected to make a loss of €25 million in 2022."),
        ("Norvik posted sales of $900 million in 2022.", "Norvik is forecast to post sales of $1.1 billion in 2022."),
        ("Norvik posted sales of $900 million in 2022.", "Sales of $1.1 billion are forecast for Norvik in 2022."),
        ("Norvik paid a dividend of 30 cents in 2022.", "Norvik intends to pay a dividend of 45 cents in 2022."),
        (
            "The fair drew 12,000 visitors in June.",
            "The organisers had hoped to draw 20,000 visitors to the fair in June.",
        ),
        (
            "The economy of Latvia grew by 1.2% in 2023.",
            "The bank projected that the economy of Latvia would grow by 2.4% in 2023.",
        ),
        ("The economy of Latvia grew by 1.2% in 2023.", "The economy of Latvia is projected to grow by 2.4% in 2023."),
        ("The stadium in Lodz cost 60 million euros.", "The stadium in Lodz was budgeted to cost 35 million euros."),
        (
            "Unemployment in Malta stood at 3.1% in July.",
            "Economists predicted unemployment in Malta to stand at 2.7% in July.",
        ),
        ("The firm had revenue of £70 million last year.", "The firm is aiming for revenue of £90 million this year."),
        (
            "The company took a charge of $15 million in 2021.",
            "The company is likely to take a charge of $22 million in 2021.",
        ),
        (
            "The company made a profit of $15 million in 2021.",
            "The company could make a profit of $22 million in 2021.",
        ),
        (
            "Norvik erzielte 2022 einen Gewinn von 40 Millionen Euro.",
            "Norvik soll 2022 einen Gewinn von 55 Millionen Euro erzielen.",
        ),
        (
            "Norvik erzielte 2022 einen Gewinn von 40 Millionen Euro.",
            "Analysten erwarten, dass Norvik 2022 einen Gewinn von 55 Millionen Euro erzielt.",
        ),
        (
            "Harbour Bank reported a loss of $80 million in 2020.",
            "Traders had predicted that Harbour Bank would report a loss of $120 million in 2020.",
        ),
        ("The harvest came to 3 million tonnes.", "The harvest should come to 4 million tonnes."),
        ("The festival sold 9,000 tickets.", "The festival plans to sell 14,000 tickets."),
        ("Turnout in Oslo was 71%.", "A turnout of 80% in Oslo had been forecast."),
        ("Der Bau kostete 12 Millionen Euro.", "Der Bau sollte 8 Millionen Euro kosten."),
        ("Exports of tea grew by 2% in 2023.", "The board expects growth of 3% in exports of tea for 2023."),
        ("Joblessness rose to 6% in 2023.", "The bank sees joblessness rising to 7% in 2023."),
        ("The fair drew 12,000 visitors.", "The fair is counting on 20,000 visitors."),
        (
            "Der Umsatz stieg 2023 um 4 Prozent.",
            "Für 2023 rechnet der Verband mit einem Plus beim Umsatz um 6 Prozent.",
        ),
        ("Der Umsatz stieg 2023 um 4 Prozent.", "Der Verband rechnet damit, dass der Umsatz 2023 um 6 Prozent steigt."),
    ],
)
def test_a_figure_foretold_and_what_came_is_no_conflict(claim: str, passage: str) -> None:
    assert compare(claim, passage).stance is not Stance.CONFLICTS


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ("The firm made a profit of £5 million in 2023.", "The firm expects a profit of £5 million in 2023."),
        ("Joblessness rose to 7% in 2023.", "The bank sees joblessness rising to 7% in 2023."),
        ("Der Umsatz stieg 2023 um 6 Prozent.", "Der Verband rechnet damit, dass der Umsatz 2023 um 6 Prozent steigt."),
    ],
)
def test_a_figure_foretold_does_not_bear_out_that_it_came(claim: str, passage: str) -> None:
    assert compare(claim, passage).stance is Stance.RELATED


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ("The project cost £3 million.", "The project cost £5 million."),
        ("Exports of tea grew by 2% in 2023.", "As expected, exports of tea grew by 3% in 2023."),
        ("The plant employs 300 people.", "The plant, which expects visitors from China, employs 450 people."),
        ("Der Verband rechnet mit einem Plus von 4 Prozent.", "Der Verband rechnet mit einem Plus von 6 Prozent."),
        ("Norvik earned a profit of €40 million in 2022.", "Norvik earned a profit of €55 million in 2022."),
        (
            "Norvik expects to earn a profit of €40 million in 2022.",
            "Norvik expects to earn a profit of €55 million in 2022.",
        ),
        (
            "The bank expects the economy of Latvia to grow by 1.2% in 2023.",
            "The bank expects the economy of Latvia to grow by 2.4% in 2023.",
        ),
        ("The fair drew 12,000 visitors in June.", "The fair drew 20,000 visitors in June, more than expected."),
        (
            "Norvik made a profit of €40 million in 2022.",
            "Norvik made a larger than expected profit of €55 million in 2022.",
        ),
        (
            "Norvik posted sales of $900 million in 2022.",
            "Norvik posted sales of $1.1 billion in 2022, and expects to open a plant.",
        ),
        ("The stadium in Lodz will cost 60 million euros.", "The stadium in Lodz is to cost 35 million euros."),
        ("The harvest came to 3 million tonnes.", "The harvest came to 4 million tonnes."),
        ("The festival sold 9,000 tickets.", "The festival sold 14,000 tickets, fewer than planned."),
        ("Turnout in Oslo was 71%.", "Turnout in Oslo was 80%, as forecast."),
        ("Harbour Bank will cut 300 jobs.", "Harbour Bank will cut 500 jobs."),
    ],
)
def test_another_figure_of_the_same_kind_is_a_conflict(claim: str, passage: str) -> None:
    assert compare(claim, passage).stance is Stance.CONFLICTS


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ("Shops in Marley shut early.", "Not only shops in Marley shut early."),
        ("Estonia imports gas from Norway.", "Estonia does not import gas only from Norway."),
        ("Estonia imports gas from Norway.", "Estonia does not just import gas from Norway."),
        ("Estonia imports gas from Norway.", "Estonia doesn't exclusively import gas from Norway."),
        ("The drug reduces fever.", "The drug does not reduce fever in infants."),
        ("The vaccine protects against measles.", "The vaccine does not protect against measles in people over 80."),
        ("Olive oil lowers cholesterol.", "Olive oil does not lower cholesterol in smokers."),
        ("Berg was fired in March.", "Berg's wife was not told that Berg was fired in March."),
        ("The mayor was arrested in Turin.", "The council was not informed that the mayor was arrested in Turin."),
        ("The bridge was closed on Monday.", "Drivers did not know that the bridge was closed on Monday."),
        ("The reactor leaked in 2011.", "The operator never admitted that the reactor leaked in 2011."),
        ("The minister met the lobbyist.", "The spokesman did not comment on whether the minister met the lobbyist."),
        ("The law bans smoking.", "The law does not ban smoking outdoors."),
        ("Die Firma verkauft Waffen an Oman.", "Die Firma verkauft nicht nur Waffen an Oman."),
        ("The ferry sank in the storm.", "The crew were not aware that the ferry sank in the storm."),
        ("Drinking tea prevents colds.", "Drinking tea does not prevent colds among children."),
        ("The union rejected the offer.", "The union not only rejected the offer, it called a strike."),
        ("The airline flies to Cuba.", "The airline does not fly to Cuba in winter."),
        ("The pill causes headaches.", "The pill did not cause headaches in healthy adults."),
        ("Olsen wrote the letter.", "Olsen did not write the letter alone."),
        ("The dam broke in 1979.", "Residents had not been warned that the dam broke in 1979."),
        ("The plant makes tyres.", "The plant doesn't only make tyres."),
        ("The spy was shot in Minsk.", "His family did not learn that the spy was shot in Minsk."),
    ],
)
def test_a_denial_of_a_part_or_of_knowing_is_no_conflict(claim: str, passage: str) -> None:
    assert compare(claim, passage).stance is not Stance.CONFLICTS


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ("The drug reduces fever.", "The drug does not reduce fever."),
        ("The drug reduces fever in infants.", "The drug does not reduce fever in infants."),
        ("The vaccine protects against measles.", "The vaccine does not protect against measles, doctors said."),
        ("Berg was fired in March.", "Berg was not fired in March."),
        ("Berg was fired in March.", "The company said that Berg was not fired in March."),
        ("The bridge was closed on Monday.", "The bridge was not closed on Monday."),
        ("Estonia imports gas from Norway.", "Estonia does not import gas from Norway."),
        ("The minister met the lobbyist in Vienna.", "The minister never met the lobbyist in Vienna."),
        ("The law bans smoking.", "The law does not ban smoking at all."),
        ("The reactor leaked in 2011.", "It is not true that the reactor leaked in 2011."),
        ("The reactor leaked in 2011.", "There is no evidence that the reactor leaked in 2011."),
        ("The reactor leaked in 2011.", "The reactor did not leak in 2011."),
        ("The pill causes headaches.", "The pill does not cause headaches in the trials."),
        ("Olsen wrote the letter.", "Olsen did not write the letter."),
        ("Olsen wrote the letter alone.", "Olsen did not write the letter alone."),
        ("The airline flies to Cuba.", "The airline does not fly to Cuba."),
        ("The dam broke in 1979.", "It is not the case that the dam broke in 1979."),
    ],
)
def test_a_denial_of_the_deed_is_a_conflict(claim: str, passage: str) -> None:
    assert compare(claim, passage).stance is Stance.CONFLICTS


def test_who_lost_to_another_has_not_defeated_him() -> None:
    assert compare("Norway defeated Sweden in Prague.", "Norway lost to Sweden in Prague.").stance is Stance.CONFLICTS


@pytest.mark.parametrize("told", ["did not confirm that", "has not said whether", "declined to comment on whether"])
def test_what_was_not_confirmed_is_not_borne_out(told: str) -> None:
    claim = "The minister met the lobbyist in Vienna."
    passage = f"The ministry {told} the minister met the lobbyist in Vienna."
    assert compare(claim, passage).stance is not Stance.CORROBORATES
