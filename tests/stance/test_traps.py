"""Pairs that look like a clash or an agreement and are neither, and those beside them that are one."""

from __future__ import annotations

from datetime import date

import pytest

from factcheck.stance import compare
from factcheck.stance.predicates.modality import WEAKER

NOW = date(2024, 5, 10)

OF_SOMETHING_ELSE = [
    ("The levy is worth £4 million.", "The levy is worth $5 million."),
    ("Lemon juice cures the flu.", "The claim that lemon juice cures the cold is False."),
    ("The mill was sold for one euro.", "We rated a claim about the ferry False. The mill was sold last year."),
    ("The ferry sank in 1912.", "We rate the claim that the ferry was haunted False. The ferry belonged to Lenn."),
    ("The new tax will cost families 300 crowns.", "The claim that the new tax will cost farms 300 crowns is false."),
    ("Holm owns a yacht.", "The rumour that Moe owns a yacht is false."),
    ("Exports to Norland rose in May.", "Imports from Norland fell in May."),
    ("Unemployment in Osland is 6 per cent.", "Youth unemployment in Osland is 14 per cent."),
    ("Turnout was 61 percent.", "Turnout in Velm was 48 percent."),
    ("The party of Moe won 12 seats in the north.", "The party of Moe won 30 seats in the south."),
    ("Brandt was elected in 2016.", "Brandt was re-elected in 2020."),
    ("The plant in Velm closed in 2010.", "The plant in Velm opened in 1960."),
    ("The court found Roe guilty of bribery.", "The court found Falk not guilty of bribery."),
    ("Roe won the first round of the election.", "Roe lost the second round of the election."),
    ("The parliament approved the budget for 2023.", "The parliament rejected the budget for 2024."),
    ("A spokesman for Roe said the deal was dead.", "A spokesman for Falk said the deal was alive."),
    ("Ida Roe sued the newspaper.", "The newspaper sued Ida Roe."),
    ("Marta Olsen leads the union.", "Marta Olson leads the union."),
    ("The minister lied to parliament.", "The opposition accused the minister of lying to parliament."),
    ("Every school in Velm has a library.", "Nearly every school in Velm has a library."),
    ("It was the largest fire in the history of Velm.", "It was one of the largest fires in the history of Velm."),
    ("But the case for a toll of $10.10 is very strong.", "In this case, 500 jobs would go with a toll of $10.10."),
    ("That is bad luck.", "A few bad words that he said of the mayor brought his brother, who was there, no luck."),
    ("Roe said: “The dam is safe.”", "Roe said the engineers told her that “the dam is safe” was a lie."),
]
CONFLICTS = [
    ("More than 40 boats sank off Velm.", "Fewer than 40 boats sank off Velm."),
    ("The horse tested positive for steroids.", "The horse tested negative for steroids."),
    ("Der Umsatz in Velm stieg im Mai auf 5 Millionen Euro.", "Der Umsatz in Velm sank im Mai auf 5 Millionen Euro."),
    ("Farmers always sow in March in Velm.", "Farmers never sow in March in Velm."),
    ("The levy is worth £4 million.", "The levy is worth $4 million."),
    ("The levy will raise 7bn euros.", "The levy will raise 7bn dollars, the ministry said."),
    ("Rents in Velm went down by 4 percent.", "Rents in Velm rose by 4 percent."),
    (
        "The panel found that the pilot of the tram was asleep.",
        "The panel found no sign that the pilot of the tram was asleep.",
    ),
    (
        "“I took part in no talks with Roe before 2030,” Falk said.",
        "“I took part in no talks with Roe before 2035,” Falk said.",
    ),
    ("“We will never give up our mill,” said Ida Roe.", "“We will never give up our mill,” said Otto Falk."),
    ("The school will reopen on 3 June.", "The school will reopen on 17 June."),
    ("The judge upheld the ban on fishing.", "The judge did not uphold the ban on fishing."),
    ("Trains no longer stop at Velm.", "Trains still stop at Velm."),
    ("The parliament passed the fishing bill.", "The parliament voted down the fishing bill."),
    ("The Velm tunnel, which cost 2 billion crowns, opened in 2009.", "The Velm tunnel opened in 2012."),
    (
        "“We will never sell the harbour to anyone,” Moe said.",
        "Holm said: “We will never sell the harbour to anyone.”",
    ),
    (
        "The mill was sold for one euro.",
        (
            "Correction: an earlier version of this article said that the mill was sold for one euro. "
            "It was sold for one million euros."
        ),
    ),
    ("The ferry sank in 1912.", "We rate the claim that the ferry sank in 1912 False."),
    ("House prices in Orm rose by 12 percent.", "House prices in Orm fell by 3 percent."),
]
CORROBORATES = [
    ("The World Health Organization sent doctors to Velm.", "The WHO sent doctors to Velm."),
    ("The levy is worth £4 million.", "The levy is worth £4 million ($5 million)."),
    ("Imports to Velm increased by 14 percent in 2023.", "In 2023, imports to Velm went up by 14 per cent."),
    ("Brussels refused the offer on Monday.", "The European Commission refused the offer on Monday."),
    ("Engineers see no sign that the dam leaks.", "The engineers see no sign that the dam leaks, they said."),
    ("The mayor denied that the mill was sold.", "The mayor said the mill was not sold."),
    ("Nobody was injured when the crane fell in Orm.", "No one was hurt when the crane fell in Orm."),
    ("The newspaper sued Ida Roe in 2014.", "Ida Roe was sued by the newspaper in 2014."),
    ("“We need 400 new nurses in Velm,” said Roe.", "“We need 400 new nurses in Velm,” Ida Roe told the Courier."),
]


@pytest.mark.parametrize(("claim", "passage"), OF_SOMETHING_ELSE)
def test_what_only_looks_alike_is_related(claim: str, passage: str) -> None:
    assert compare(claim, passage, claim_date=NOW, passage_date=NOW).stance in ("related", "unrelated")


@pytest.mark.parametrize(("claim", "passage"), CONFLICTS)
def test_what_cannot_both_be_so_conflicts(claim: str, passage: str) -> None:
    assert compare(claim, passage, claim_date=NOW, passage_date=NOW).stance == "conflicts"


@pytest.mark.parametrize(("claim", "passage"), CORROBORATES)
def test_what_says_the_same_corroborates(claim: str, passage: str) -> None:
    assert compare(claim, passage, claim_date=NOW, passage_date=NOW).stance == "corroborates"


@pytest.mark.parametrize(
    ("claim", "passage", "then"),
    [
        ("The council meets on Monday.", "The council met on Wednesday.", date(2024, 2, 2)),
        ("The minister visited Tallow in June.", "The minister visited Tallow in October.", date(2022, 11, 1)),
        ("Support for the party stands at 31 percent.", "Support for the party stood at 19 percent.", date(2019, 1, 1)),
    ],
)
def test_dates_and_figures_without_a_year_are_each_of_their_own_dateline(claim: str, passage: str, then: date) -> None:
    assert compare(claim, passage, claim_date=NOW, passage_date=then).stance == "related"


@pytest.mark.parametrize(
    ("claim", "passage", "stance"),
    [
        ("The harbour had five cranes in 2019.", "The harbour had five cranes in 1998.", "related"),
        ("Holm spoke at the 2019 harbour fair, a small one.", "Holm spoke at the 2018 harbour fair, a small one.", ""),
        (
            "It was the first port to ban coal ships in 2019.",
            "It was the first port to ban coal ships in 2016.",
            "",
        ),
        (
            "Holm, who was a pilot then, flew to Velm in 2019.",
            "Holm, who was a pilot then, flew to Velm in 2016.",
            "",
        ),
    ],
)
def test_a_year_is_that_of_a_state_only_in_its_own_clause(claim: str, passage: str, stance: str) -> None:
    assert compare(claim, passage).stance == (stance or "conflicts")


def test_two_months_under_one_dateline_differ_whichever_year_each_was_taken_to_be_of() -> None:
    spring = date(2020, 4, 16)
    judgement = compare(
        "Most of the 900 fishermen asked on June 9 trust the harbour master.",
        "Most of the 900 fishermen asked on April 9 trust the harbour master.",
        claim_date=spring,
        passage_date=spring,
    )
    assert judgement.stance == "conflicts"


def test_nearly_all_is_weaker_than_all() -> None:
    judgement = compare("All the boats in Orm were saved.", "Nearly all the boats in Orm were saved.")
    assert WEAKER in judgement.badges


def test_quoted_words_are_found_whatever_phrases_they_hold() -> None:
    claim = "“We will never give up our mill,” said Ida Roe."
    told = [one.message for one in compare(claim, f"In Velm, she was clear: {claim}").reasons]
    assert "the quoted words stand in the source" in told


def test_a_word_that_replaces_the_last_of_a_quotation_is_shown() -> None:
    judgement = compare("“We will never sell our mill,” said Ida Roe.", "“We will never sell our barn,” said Ida Roe.")
    assert any("[-mill-] {+barn+}" in one.message for one in judgement.reasons)


@pytest.mark.parametrize(
    ("claim", "passage", "stance"),
    [
        ("The fair opens on 5 May.", "The fair opens on May 5th.", "corroborates"),
        ("The fair opens on 5 May.", "The fair opens on 15 May.", "conflicts"),
        ("The fair opens on 5 May.", "The fair opens on 5 June.", "conflicts"),
        ("Die Messe wird am 3. Juni eröffnet.", "Die Messe wird am 13. Juni eröffnet.", "conflicts"),
    ],
)
def test_days_without_a_year_are_compared_as_written_where_no_text_has_a_dateline(
    claim: str, passage: str, stance: str
) -> None:
    assert compare(claim, passage).stance == stance
