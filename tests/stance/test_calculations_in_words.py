"""A claim told in words beside a calculation, English and German: how much, which way, how exactly, which place.

The sentences are ours. Each row: what the claim says, what the formula gives, and which side that takes: "+" bears it
out, "-" contradicts it, "." takes no side.
"""

from __future__ import annotations

from decimal import Decimal

import pytest

from factcheck.domain import Calculation, Stance, TableCell
from factcheck.stance.figures.calculations import judge_calculation

SIDES = {"+": Stance.CORROBORATES, "-": Stance.CONFLICTS, ".": Stance.RELATED}
LABEL = "Tolland; 2019; 2023; 2024; Completions; homes; turnover; Umsatz; Zahl; Quote; Anteil; Wohnungen"
CHANGES = """
+ 4.18 | Completions rose by 4.2 per cent.
- 4.26 | Completions rose by 4.2 per cent.
+ 4.18 | Completions rose by about 4 %.
+ 4.3 | Completions rose by about 4 %.
- 5.1 | Completions rose by about 4 %.
+ -33.4 | Completions fell by a third.
- -25 | Completions fell by a third.
- 33.4 | Completions fell by a third.
+ -33.4 | Completions fell a third.
+ -66.2 | Completions are down by two thirds.
+ 101 | Completions doubled.
+ 130 | Completions more than doubled.
- 90 | Completions more than doubled.
+ 95 | Completions nearly doubled.
- 50 | Completions nearly doubled.
+ 190 | Completions almost tripled.
- -50 | Completions doubled.
+ -50.2 | Completions have halved.
+ 300 | Completions quadrupled.
+ 401 | Completions rose fivefold.
+ 903 | Completions rose tenfold.
- 300 | Completions rose tenfold.
+ 100 | There was a twofold increase in completions.
+ 402 | There was a five-fold rise.
+ 200 | Completions have grown threefold.
+ 50 | Completions grew by half.
+ 24.8 | Completions grew by a quarter.
+ 26 | Completions grew by more than a quarter.
- 20 | Completions grew by more than a quarter.
+ 11.84 | There was a 12 % rise in completions.
- -11.84 | There was a 12 % rise in completions.
+ -11.84 | A fall of 12 % was seen.
- 11.84 | A drop of 12 % was seen.
+ 11.84 | Completions were 12 % higher than in 2019.
- 11.84 | Completions were 12 % lower.
+ -11.84 | Completions plummeted by 12 %.
- 11.84 | Completions plummeted by 12 %.
- 11.84 | Completions tumbled 12 %.
- -11.84 | Completions rocketed 12 %.
- -11.84 | Completions expanded 12 %.
- 11.84 | Completions contracted 12 %.
+ 11.84 | Prices went up 12 %.
- 11.84 | Prices went down 12 %.
- 11.84 | Prices slid 12 %.
+ 11.84 | Prices have crept up 12 %.
- 11.84 | Completions slipped by 12 %.
+ 11.84 | Completions edged up by 12 %.
- 11.84 | Completions collapsed by 12 %.
+ 11.84 | Completions recovered by 12 %.
- -11.84 | Completions rebounded by 12 %.
+ 11.84 | Completions were up 12 %.
- -11.84 | Completions were up 12% on the year.
+ 11.84 | Completions worsened by 12 %.
+ 11 | Completions rose by at least 10 %.
- 11 | Completions rose by up to 10 %.
+ 9 | Completions rose by under 10 %.
- 11 | Completions rose by less than 10 %.
+ 11 | Completions rose by between 10 % and 12 %.
+ 11.8 | Completions rose by a staggering 12 %.
+ 11.84 | Completions rose by twelve per cent.
+ 12.46 | Completions rose by 12.5 per cent.
+ 0.26 | Completions rose by 0.3%.
- 0.2 | Completions rose by 0.3%.
. 0.01 | Completions were unchanged.
+ 11.9 | Completions rose by 12 pc.
+ 10.2 | Completions rose by a tenth.
+ 19.9 | Completions rose by a fifth.
+ -19 | Completions fell by nearly a fifth.
+ -21 | Completions fell by over a fifth.
+ 1.5 | Completions rose by one and a half per cent.
+ -50 | Completions are half what they were.
+ 100 | Completions are twice what they were in 2019.
+ 101 | There are twice as many completions as in 2019.
+ 200 | There are three times as many completions.
- 40 | There are three times as many completions.
+ -66.7 | Completions dropped to a third of their level.
+ 4.18 | Die Zahl stieg um 4,2 Prozent.
- -4.18 | Die Zahl stieg um 4,2 Prozent.
- 4.18 | Die Zahl sank um 4,2 Prozent.
+ -4.18 | Die Zahl sank um 4,2 %.
+ -33.4 | Die Zahl fiel um ein Drittel.
- 33.4 | Die Zahl fiel um ein Drittel.
+ 101 | Die Zahl verdoppelte sich.
- 40 | Die Zahl verdoppelte sich.
+ 101 | Die Zahl hat sich verdoppelt.
+ 120 | Die Zahl hat sich mehr als verdoppelt.
+ -49.6 | Die Zahl hat sich halbiert.
- -20 | Die Zahl hat sich halbiert.
+ 200 | Die Zahl hat sich verdreifacht.
+ 900 | Die Zahl hat sich verzehnfacht.
+ 11.84 | Die Zahl nahm um 12 Prozent zu.
- 11.84 | Die Zahl nahm um 12 Prozent ab.
+ -11.84 | Die Zahl nahm um 12 Prozent ab.
- 11.84 | Die Zahl ging um 12 Prozent zurück.
+ -11.84 | Die Zahl ging um 12 Prozent zurück.
- -11.84 | Die Zahl ist um 12 Prozent gestiegen.
- 11.84 | Die Zahl ist um 12 Prozent gesunken.
+ 11.84 | Ein Plus von 12 Prozent.
- 11.84 | Ein Minus von 12 Prozent.
+ -11.84 | Ein Minus von 12 Prozent.
- 11.84 | Ein Rückgang von 12 Prozent.
- -11.84 | Ein Anstieg um 12 Prozent.
- -11.84 | 12 Prozent mehr Wohnungen wurden gebaut.
- 11.84 | 12 Prozent weniger Wohnungen wurden gebaut.
+ 11.84 | Die Zahl wuchs um rund 12 Prozent.
- 11.84 | Die Zahl schrumpfte um 12 Prozent.
- -11.84 | Die Preise legten um 12 Prozent zu.
- 11.84 | Die Zahl stieg um mehr als 12 Prozent.
+ 11.84 | Die Zahl stieg um knapp 12 Prozent.
- -11.84 | Die Zahl erhöhte sich um 12 Prozent.
- 11.84 | Die Zahl verringerte sich um 12 Prozent.
. 11.84 | Die Zahl stieg nicht um 12 Prozent.
+ 25.1 | Die Zahl stieg um ein Viertel.
+ 200 | Die Zahl stieg auf das Dreifache.
+ 11.84 | Die Zahl stieg um 12 v. H.
- -11.84 | Die Zahl lag 12 Prozent höher als 2019.
- 11.84 | Die Zahl lag 12 Prozent niedriger.
- -11.84 | Die Zahl hat um 12 Prozent zugenommen.
- 11.84 | Die Zahl hat um 12 Prozent abgenommen.
- 11.84 | Die Zahl ist um 12 Prozent zurückgegangen.
- -11.84 | Die Miete kletterte um 12 Prozent.
. -25 | The rate fell from 12 per cent to 9 per cent.
. -30 | Completions fell to 12 per cent of homes.
+ -60 | Completions more than halved.
- -40 | Completions more than halved.
+ -46 | Completions almost halved.
- -20 | Completions almost halved.
+ 201 | Completions increased threefold.
- 201 | Completions fell threefold.
+ 199 | Completions were three times higher.
+ 103 | Completions nearly doubled.
+ 205 | Completions have tripled since 2019.
+ 35 | Completions rose by just over a third.
+ 32 | Completions rose by just under a third.
+ 31 | Completions rose by around a third.
+ -75.4 | Completions fell by three quarters.
- -65 | Completions fell by three quarters.
+ -11 | Completions dropped by as much as 12 %.
+ 11.84 | Completions saw growth of 12 per cent.
- -11.84 | Completions saw growth of 12 per cent.
+ -11.84 | Completions were down by 12 per cent on 2019.
- 11.84 | A decrease of 12% was recorded.
. 11.84 | Completions jumped 12%, after falling 5% in 2023.
+ -11.84 | Completions fell 12% while prices rose.
+ -11.84 | Prices rose while completions fell 12%.
+ -10 | Completions fell less than 12%.
+ -50 | Completions cut by half.
+ 11.84 | In the third quarter completions rose 12 %.
+ 11.84 | In the first half of 2024 completions rose 12 %.
+ 11.84 | A third party said completions rose 12 %.
. -25 | Die Quote ging von 12 auf 9 Prozent zurück.
+ -66.5 | Die Zahl sank auf ein Drittel des Vorjahreswerts.
+ 11.84 | Die Zahl wuchs 2024 um 12 Prozent.
. 11.84 | Die Zahl blieb nicht gleich, sondern stieg um 12 Prozent.
"""
POINTS = """
+ 3 | Support is up 3 percentage points.
+ 3.4 | Support is up 3 percentage points.
- -3 | Support is up 3 percentage points.
+ -3 | Support is down three points.
- 3 | Support is down three points.
. -3 | Support fell by 3 points to 21 %.
- 3 | Support rose by 3 per cent.
+ 3.5 | Support rose by 3.5 percentage points.
+ 0.5 | Support rose by half a percentage point.
+ 0.5 | Support rose by half a point.
+ 0.25 | The rate rose by 25 basis points.
- 0.5 | The rate rose by 25 basis points.
+ 1.2 | Support rose by one percentage point.
+ 3 | Support is up 3pp.
+ 3 | Support is up 3 ppts.
+ 3 | Support rose 3 %-points.
+ 3 | Die Quote stieg um 3 Prozentpunkte.
- 3 | Die Quote sank um 3 Prozentpunkte.
- 3 | Die Quote stieg um 3 Prozent.
+ 3 | Die Quote stieg um drei Punkte.
. 3 | The share of empty homes rose by 3 percentage points to 24 per cent.
+ 2 | Completions rose by two percentage points.
+ 2.54 | Completions rose 2.5 points.
- 2.6 | Completions rose 2.5 points.
. -3 | The rate fell from 12 per cent to 9 per cent.
. 16.7 | Completions rose from a third to a half.
+ 0.5 | 0,5 Prozentpunkte mehr als 2019
. -2.5 | Die Quote fiel um 2,5 Prozentpunkte auf 9 Prozent.
"""
SHARES = """
+ 20.3 | One in five homes is empty.
- 25.3 | One in five homes is empty.
+ 20.3 | 1 in 5 homes is empty.
+ 66.2 | Two thirds of homes are empty.
- 50 | Two-thirds of homes are empty.
+ 48 | Nearly half of homes are empty.
- 52 | Nearly half of homes are empty.
+ 52 | More than half of homes are empty.
- 48 | More than half of homes are empty.
+ 50.4 | Half of homes are empty.
+ 52 | A majority of homes are empty.
- 42 | A majority of homes are empty.
+ 62 | Most homes are empty.
- 42 | Most homes are empty.
+ 75.2 | Three quarters of homes are empty.
+ 75.2 | Three in four homes are empty.
+ 90.1 | Nine out of ten homes are empty.
- 80.1 | Nine out of ten homes are empty.
+ 20 | Every fifth home is empty.
+ 20 | One home in five is empty.
+ 42 | A minority of homes are empty.
+ 11.9 | 12 per cent of homes are empty.
+ 33.33333 | A third are empty.
+ 25.2 | Only a quarter of homes are empty.
+ 20.2 | Jede fünfte Wohnung steht leer.
- 25.2 | Jede fünfte Wohnung steht leer.
+ 33.1 | Jeder dritte Haushalt mietet.
+ 66.4 | Zwei Drittel der Wohnungen stehen leer.
- 50 | Zwei Drittel der Wohnungen stehen leer.
+ 50.2 | Die Hälfte der Wohnungen steht leer.
- 48 | Mehr als die Hälfte der Wohnungen steht leer.
+ 52 | Mehr als die Hälfte der Wohnungen steht leer.
+ 75.2 | Drei Viertel der Wohnungen stehen leer.
+ 75.2 | Drei von vier Wohnungen stehen leer.
+ 20.2 | Ein Fünftel der Wohnungen steht leer.
+ 48 | Fast die Hälfte steht leer.
- 42 | Die meisten Wohnungen stehen leer.
+ 12.46 | Der Anteil liegt bei 12,5 Prozent.
+ 66.7 | Two in three homes are empty.
+ 70.4 | Seven out of ten homes are empty.
- 64 | Seven out of ten homes are empty.
+ 8 | Fewer than one in ten homes is empty.
- 12 | Fewer than one in ten homes is empty.
+ 22 | More than one in five homes is empty.
+ 18.9 | Almost one in five homes is empty.
+ 30 | Up to a third of homes are empty.
+ 80 | The vast majority of homes are empty.
+ 51 | Roughly half the homes are empty.
+ 50.2 | Half of all homes are empty.
+ 48 | Fewer than half of homes are empty.
- 52 | Fewer than half of homes are empty.
+ 22 | Mehr als jede fünfte Wohnung steht leer.
- 18 | Mehr als jede fünfte Wohnung steht leer.
+ 48 | Knapp die Hälfte der Wohnungen steht leer.
- 52 | Weniger als die Hälfte der Wohnungen steht leer.
- 42 | Die Mehrheit der Wohnungen steht leer.
"""
OTHERS = """
+ 2 rank | Tolland has the second highest rate.
- 3 rank | Tolland has the second-highest rate.
+ 1 rank | Tolland has the largest share.
- 2 rank | Tolland has the largest share.
- 2 rank | Tolland has the biggest share.
+ 1 rank | Tolland has the most homes.
+ 1 rank | Tolland has more homes than any other town.
- 2 rank | Tolland has more homes than any other town.
+ 3 rank | Tolland has the third largest share.
+ 3 rank | Tolland has the 3rd largest share.
+ 1 rank | Tolland tops the table.
+ 2 rank | Tolland is in the top three.
- 4 rank | Tolland is in the top three.
- 12 rank | Tolland is among the top 10.
+ 1 rank | Tolland is number one.
+ 1 rank | Tolland ranks first.
- 6 rank | Tolland ranks 5th.
+ 2 rank | Tolland is ranked number two.
+ 2 rank | Tolland came second.
- 3 rank | Tolland came second.
. 2 rank | One of the highest rates.
+ 1 rank | Tolland has the oldest homes.
+ 1 rank | Tolland has a record number.
+ 1 rank | Completions were the highest since 2019.
. 1 rank | Tolland has the worst rate.
+ 2 rank | Tolland hat die zweithöchste Quote.
- 3 rank | Tolland hat die zweithöchste Quote.
- 2 rank | Tolland hat die höchste Quote.
+ 1 rank | Tolland hat die größte Zahl.
+ 1 rank | Tolland hat die meisten Wohnungen.
+ 3 rank | Tolland liegt auf Platz drei.
- 4 rank | Tolland liegt auf Platz 3.
- 4 rank | Tolland liegt auf Rang 3.
+ 3 rank | Tolland belegt den dritten Platz.
+ 3 rank | Tolland hat die drittgrößte Zahl.
+ 3 rank | Tolland has the third-largest number of homes.
- 2 rank | Tolland has the third-largest number of homes.
. 2 rank | Tolland was one of the two largest.
+ 4 rank | Tolland is the fourth most populous.
. 4 rank | Tolland is among the largest.
+ 2 rank | Tolland is in second place.
+ 1 rank | Completions hit a record high.
. 1 rank | Completions hit a record low.
- 12 rank | Tolland ist unter den Top 10.
+ 1 rank | Tolland liegt an der Spitze.
+ 2 rank | Tolland liegt an zweiter Stelle.
+ 2 rank | Tolland hat die zweitmeisten Wohnungen.
+ 1 rank from the lowest | Tolland has the lowest share.
+ 2 rank from the lowest | Tolland has the second lowest share.
- 2 rank from the lowest | Tolland has the smallest share.
+ 1 rank from the lowest | Tolland is last.
+ 1 rank from the lowest | Tolland hat die niedrigste Quote.
- 3 rank from the lowest | Tolland hat die zweitniedrigste Quote.
- 2 rank from the lowest | Tolland hat die wenigsten Wohnungen.
+ 1 rank from the lowest | Completions hit a record low.
- 2 rank from the lowest | Completions were the lowest.
+ 1 rank from the lowest | Tolland ist Schlusslicht.
+ 12.2 per 100,000 | There were 12 per 100,000 people.
- 13.2 per 100,000 | There were 12 per 100,000.
+ 12.1 per 100,000 | 12 per 100 000 people.
+ 12.46 per 100,000 | 12.5 deaths per 100,000 residents.
+ 12.46 per 100,000 | 12 deaths for each 100,000 residents.
+ 12.01 per 100,000 | 120 per million.
+ 12.1 per 100,000 | 12 deaths among every 100,000 people
+ 12.2 per 100,000 | Es gab 12 Fälle je 100.000 Einwohner.
- 13.2 per 100,000 | Es gab 12 Fälle pro 100.000 Einwohner.
+ 12.2 per 100,000 | Es gab 12 Fälle auf 100.000 Einwohner.
+ 5.44 per 100,000 | a rate of 5.4 per 100,000
+ 12.2 per 1,000 | The rate is 12 for every 1,000 homes.
+ 12.1 per 1,000 | The rate is 12 in 1,000.
+ 12.1 per 1,000 | 12 in every 1,000 homes.
+ 12.1 per 1,000 | 12 per thousand homes.
+ 1.1 per 1,000 | one death per 1,000 people
+ 12.46 per 1,000 | 12,5 Fälle je 1.000 Einwohner.
+ 12.1 per 1,000 | 12 je tausend Einwohner.
+ 12.1 per 1,000 | 12 Promille der Wohnungen.
+ 12.24 per 1,000 | 12.2 homes per 1,000 residents
+ 12.24 per 1,000 | 1.2 homes per 100 residents
- 15 per 1,000 | 12 homes per 1,000 residents in 2024
+ 12.9 per 1,000 | about 12 homes per 1,000 residents
- 11 per 1,000 | more than 12 homes per 1,000 residents
+ 1.22 per 1,000 | 12 homes per 10,000 residents
+ 0.334 ratio change | Completions rose by a third.
+ 0.1184 ratio change | Completions rose by 12 %.
+ 39145 - | Tolland built 39,000 homes in 2024
+ 39145 - | Tolland built almost 40,000 homes in 2024
- 39145 - | Tolland built over 40,000 homes in 2024
. 400 - | Turnover of £1.2 billion
+ 1234000000 - | Turnover of £1.2 billion
+ 39145 - | Die Zahl lag bei 39.145.
+ 39145 - | Die Zahl lag bei rund 39.000.
+ 1234000000 GBP | Turnover of £1.2 billion
. 1234000000 GBP | Turnover of €1.2 billion
+ 2300000 EUR change | Der Umsatz stieg um 2,3 Millionen Euro.
- 2300000 EUR change | Der Umsatz sank um 2,3 Millionen Euro.
- -2300000 GBP change | Turnover rose by £2.3 million.
. -2300000 GBP change | Turnover fell by £2.3 million to £10 million.
+ 0.203 ratio | One in five homes is empty.
- 0.253 ratio | One in five homes is empty.
+ 0.662 ratio | Two thirds of homes are empty.
+ 0.48 ratio | Nearly half of homes are empty.
- 0.52 ratio | Nearly half of homes are empty.
+ 0.62 ratio | Most homes are empty.
- 0.42 ratio | Most homes are empty.
+ 3.05 ratio | Completions have tripled since 2019.
+ 1.99 ratio | Completions doubled.
- 1.5 ratio | Completions doubled.
+ 0.5 ratio | Completions halved.
"""
"""Of each row here the unit stands behind the result."""


def _rows(table: str, unit: str = "", *, change: bool = False) -> list[tuple[str, str, str, str, bool]]:
    found = []
    for line in table.strip().splitlines():
        head, _, words = line.partition(" | ")
        side, result, *told = head.split(" ")
        is_change = change or told[-1:] == ["change"]
        name = unit or " ".join(one for one in told if one != "change").strip("-")
        found.append((words, side, result, name, is_change))
    return found


ROWS = [
    *_rows(CHANGES, "%", change=True),
    *_rows(POINTS, "pp", change=True),
    *_rows(SHARES, "%"),
    *_rows(OTHERS),
]


@pytest.mark.parametrize(("words", "side", "result", "unit", "change"), ROWS)
def test_a_claim_in_words_is_held_against_a_result(words: str, side: str, result: str, unit: str, change: bool) -> None:
    cell = TableCell(
        table="Table 1a", cell="C2", text="35000", value=Decimal(35000), unit="", label=LABEL, source="", digest=""
    )
    made = Calculation(
        expression="(C17-C12)/C12*100",
        cells=(cell,),
        result=Decimal(result),
        unit=unit,
        change=change,
        rounded=Decimal(result),
        places=0,
        engine="",
    )
    judgement = judge_calculation(words, made).judgement
    assert judgement.stance is SIDES[side], judgement.reasons[0].message
