"""Pairs a checker was shown wrongly: a conflict where there is none, and none where there is one; both ways round."""

from __future__ import annotations

from datetime import date

import pytest

from factcheck.domain import Stance
from factcheck.stance import compare

MAY_2026, APRIL_2019, JUNE_2019 = date(2026, 5, 1), date(2019, 4, 1), date(2019, 6, 1)


@pytest.mark.parametrize(
    ("claim", "passage", "said", "released"),
    [
        ("The bridge opened in March.", "The bridge opened in March 2019.", None, None),
        ("The bridge opened in March 2019.", "The bridge opened in March.", None, None),
        ("The bridge opened in March.", "The bridge opened in March 2019.", MAY_2026, None),
        ("The bridge opened in March 2019.", "The bridge opened in March.", None, MAY_2026),
        ("The bridge opened on 5 March 2019.", "The bridge opened on 5 March.", None, MAY_2026),
        ("The museum reopened in June.", "The museum reopened in September 2021.", None, None),
        ("The factory closed in October 2018.", "The factory closed in May.", None, None),
        ("The bridge opened in May.", "The bridge opened in March 2019.", None, APRIL_2019),
    ],
)
def test_a_month_without_a_year_may_be_of_another_one(
    claim: str, passage: str, said: date | None, released: date | None
) -> None:
    assert compare(claim, passage, claim_date=said, passage_date=released).stance is not Stance.CONFLICTS


@pytest.mark.parametrize(
    ("claim", "passage", "said"),
    [
        ("The museum reopened in June 2021.", "The museum reopened in September 2021.", None),
        ("The museum reopened in June.", "The museum reopened in September.", None),
        ("The bridge opened in May.", "The bridge opened in March 2019.", JUNE_2019),
        ("Anna Moe was born in May.", "Anna Moe (born 26 December 1970) is an actress.", None),
        ("The bank was founded in July.", "The bank was founded in August 1998 by two brothers.", None),
    ],
)
def test_another_month_of_one_year_contradicts(claim: str, passage: str, said: date | None) -> None:
    assert compare(claim, passage, claim_date=said).stance is Stance.CONFLICTS


def test_the_same_month_of_an_inferred_year_bears_nothing_out() -> None:
    found = compare("The bridge opened in March 2019.", "The bridge opened in March.", passage_date=MAY_2026)
    assert found.stance is Stance.RELATED


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ("The attack was blamed on Iran.", "Officials blamed the attack on Tehran, not on Syria."),
        ("The hack was blamed on Russia.", "Experts blamed the hack on Moscow, not on Beijing."),
        ("The prize went to Ana Ruiz.", "The prize went to Ana Ruiz, not to Carl Berg."),
        ("The ministers met in Paris.", "The ministers met in Lyon, not only in Paris."),
        ("The minister never met the lobbyist.", "At no time did the minister meet the lobbyist."),
        ("At no time did the minister meet the lobbyist.", "The minister never met the lobbyist."),
        ("The company did not pay bribes.", "In no way did the company pay bribes."),
        ("On no account did the bank sell the data.", "The bank never sold the data."),
        ("Not once did the inspector visit the plant.", "The inspector never visited the plant."),
        ("The senator never took money from the firm.", "The senator has at no stage taken money from the firm."),
        ("The airline left the alliance on Monday.", "The airline did not say why it left the alliance on Monday."),
        ("Police arrested the suspect in Hamburg.", "Police would not say how they arrested the suspect in Hamburg."),
        ("The chief executive resigned on Friday.", "No reason was given when the chief executive resigned on Friday."),
        ("The band cancelled its tour.", "The band has not said when it cancelled its tour or why."),
        ("The senator denied the allegations.", "The senator said the allegations were false."),
        ("The tunnel is 14 kilometres long.", "The access road to the tunnel is 3 kilometres long."),
        ("The stadium cost 40 million euros.", "The car park near the stadium cost 3 million euros."),
        ("Porto beat Braga.", "Braga lost to Porto."),
        ("The bear was killed by a hunter.", "Another bear died of old age at the zoo."),
        ("Anna Berg was murdered.", "Her husband Karl Berg died of cancer in 2019."),
        ("The judge was killed by the mafia.", "Police denied that the judge died of a heart attack."),
        ("The workers were killed in the blast.", "Workers died of cancer years after the blast."),
    ],
)
def test_what_says_the_same_or_something_else_is_no_conflict(claim: str, passage: str) -> None:
    assert compare(claim, passage).stance is not Stance.CONFLICTS


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ("The attack was blamed on Iran.", "Officials blamed the attack on Syria, not on Iran."),
        ("The attack was blamed on Iran.", "Officials blamed the attack on Damascus, not on Tehran."),
        ("At no time did the minister meet the lobbyist.", "The minister met the lobbyist in May."),
        ("Under no circumstances will the party join the coalition.", "The party will join the coalition."),
        ("The inspector visited the plant.", "Not once did the inspector visit the plant."),
        ("The minister said why he resigned.", "The minister did not say why he resigned."),
        ("The airline left the alliance on Monday.", "The airline did not leave the alliance on Monday."),
        ("Maria Lopez won the election.", "Maria Lopez lost the election."),
        ("Porto lost to Braga.", "Porto beat Braga 3-1."),
        ("The match ended in a draw.", "Arsenal won the match 2-1."),
        ("Porto beat Braga.", "Porto drew with Braga."),
        ("The minister will stay in office.", "The minister will leave office."),
        ("Britain will remain in the union.", "Britain will quit the union."),
        ("The election was conducted fairly.", "The election was conducted unfairly."),
        ("The union is in favour of the pay deal.", "The union is against the pay deal."),
        ("The bear was killed by a hunter.", "The bear died of old age."),
        ("The mayor died of a heart attack.", "The mayor was shot dead by a gunman."),
        ("The tunnel is 14 kilometres long.", "The tunnel to the airport is 11 kilometres long."),
    ],
)
def test_what_excludes_the_claim_contradicts_it(claim: str, passage: str) -> None:
    assert compare(claim, passage).stance is Stance.CONFLICTS


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ("The talks took place in Vienna.", "The talks took place in Austria's capital, Vienna."),
        ("The summit was held in Cairo.", "The summit was held in Egypt's capital, Cairo, on Monday."),
        ("Concert is on Saturday.", "The concert is on Saturday; on Sunday there is a rehearsal."),
        ("The vote is on Tuesday.", "The vote is on Tuesday, and the debate is on Monday."),
    ],
)
def test_an_apposition_and_a_clause_beside_it_leave_it_borne_out(claim: str, passage: str) -> None:
    assert compare(claim, passage).stance is Stance.CORROBORATES


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ("The vote is on Monday.", "The vote is on Tuesday, and the debate is on Monday."),
        ("The vote is on Tuesday.", "The vote is on Tuesday unless the court stops it."),
        ("The talks took place in Vienna.", "The talks took place in Austria's capital."),
    ],
)
def test_what_is_told_of_another_or_with_a_condition_bears_nothing_out(claim: str, passage: str) -> None:
    assert compare(claim, passage).stance is not Stance.CORROBORATES
