"""What each comparator is for, in sentences of its own: one line a kind of agreement or clash."""

from __future__ import annotations

from datetime import date

import pytest

from factcheck.domain import Stance
from factcheck.stance import compare

NOW = date(2024, 5, 10)

CONFLICTS = [
    ("The museum opened in 2019.", "The museum opened in 1998."),
    (
        "The council voted to borrow 4.2 million euros for the Arle Bridge, the only road crossing of the river there.",
        "Councillors voted to borrow 4.8 million euros for the Arle Bridge.",
    ),
    ("Karen Holt said the bridge would stay open.", "Maren Holt said the bridge would stay open."),
    ("Anna Holt said the bridge would stay open.", "Anne Holt said the bridge would stay open."),
    ("The city built 40,000 homes last year.", "The city completed 31,000 homes last year, the housing office said."),
    ("The bridge is 300 metres long.", "The bridge is 480 m long."),
    ("The lake is 20 km long.", "The lake is 30 miles long."),
    ("At least 20 people died in the fire.", "Twelve people died in the fire."),
    ("More than 100 people were arrested at the protest.", "Police arrested 37 people at the protest."),
    ("It never snowed in Lisbon in January.", "It snowed in Lisbon in January."),
    ("Vaccines contain microchips.", "Fact check: no, vaccines do not contain microchips."),
    ("Green masts spread the fever.", "Experts found no evidence that green masts spread the fever."),
    (
        "The evidence was destroyed by the ministry.",
        "The minister denied that the evidence was destroyed by the ministry.",
    ),
    ("There is evidence of fraud in the harbour vote.", "There is no evidence of fraud in the harbour vote."),
    ("The new airport opened on time.", "The new airport opened nine years late."),
    ("The firm laid off 1,200 workers.", "The firm hired 1,200 workers."),
    ("Beats bought Apple in 2014.", "Apple bought Beats in 2014."),
    ("Norway beat Sweden 3-1.", "Sweden beat Norway 3-1."),
    ("Lund has more inhabitants than Harwick.", "Harwick has more inhabitants than Lund."),
]
CORROBORATES = [
    ("About 60,000 people marched in Oslo on Sunday.", "Police said 58,000 people marched in Oslo on Sunday."),
    ("Tim Roth opened the bridge on Tuesday.", "Timothy Roth opened the bridge on Tuesday."),
    ("The mayor resigned on 3 May 2024.", "The mayor resigned on Friday, May 3, 2024, after weeks of protests."),
    ("The mayor resigned last Friday.", "The mayor resigned on 3 May 2024."),
    ("The court did not uphold the ruling.", "The court overturned the ruling."),
    ("The bridge is about 300 metres long.", "The bridge is 297 m long."),
    ("About a third of the 900 seats were empty.", "Some 33 percent of the 900 seats were empty."),
    (
        "NASA launched the probe in 2018.",
        "The National Aeronautics and Space Administration launched the probe in 2018.",
    ),
    ("“We have no plans to leave,” said Berg.", "Berg told reporters: “We have no plans to leave.”"),
]
RELATED = [
    ("The harbour had five cranes in 2019.", "The harbour had five cranes in 1998."),
    ("About 43 people were killed by the storms.", "The storms killed 41 people."),
    ("Membership fell to 3 percent in May.", "Membership fell to 20,000 people in May."),
    ("Green masts spread the fever.", "Many people believe that green masts spread the fever."),
    ("2016 isn’t most campaign years.", "The message may be honed for the campaign of 2016, years from now."),
]


@pytest.mark.parametrize(
    ("stance", "claim", "passage"),
    [
        *(("conflicts", *pair) for pair in CONFLICTS),
        *(("corroborates", *pair) for pair in CORROBORATES),
        *(("related", *pair) for pair in RELATED),
    ],
)
def test_a_pair_is_judged_for_what_it_is(stance: str, claim: str, passage: str) -> None:
    assert compare(claim, passage, claim_date=NOW, passage_date=NOW).stance == stance


def test_who_meets_whom_is_the_same_both_ways() -> None:
    judgement = compare("Anna Berg met Karl Moe in 2014.", "Karl Moe met Anna Berg in 2014.", claim_date=NOW)
    assert not any(one.comparator == "roles" for one in judgement.reasons)


def test_a_name_that_differs_by_a_letter_is_pointed_out() -> None:
    judgement = compare("Marit Holt opened the bridge on Tuesday.", "Marit Hold opened the bridge on Tuesday.")
    assert [one.message for one in judgement.reasons if one.comparator == "names"] == [
        "spelled differently: Marit Holt / Marit Hold"
    ]


def test_a_date_in_other_words_leaves_the_rest_the_same_event() -> None:
    november = date(2024, 11, 14)
    judgement = compare(
        "The pier had moved by 40 millimetres since the flood this autumn.",
        "The pier has moved by 14 millimetres since the flood of 3 October.",
        claim_date=november,
        passage_date=november,
    )
    assert judgement.stance == "conflicts"


def test_a_figure_of_another_year_without_a_name_in_common_is_of_another_event() -> None:
    claim, passage = (
        "About 60,000 homes lost power on Sunday.",
        "Hurricane Ida left 72,000 homes without power in Elmland.",
    )
    judgement = compare(claim, passage, claim_date=date(2015, 12, 28), passage_date=date(2017, 9, 12))
    assert judgement.stance == "related"


def test_a_ruling_counts_whoever_the_claim_is_about_and_one_shared_word_relates_nothing() -> None:
    ruled = compare("They tore down the mill in the night.", "They tore down the mill: we rate this claim False.")
    assert ruled.stance == "conflicts"
    apart = compare(
        "They tore down the old mill beside the long weir.", "The night train to the coast was late, a mill hand said."
    )
    assert apart.stance == "unrelated"


@pytest.mark.parametrize(
    ("claim", "passage", "stance"),
    [
        ("The bridge opened before 2015.", "The bridge opened in 2015.", Stance.CONFLICTS),
        ("The bridge opened before 2015.", "The bridge opened in 2012.", Stance.CORROBORATES),
        ("The bridge opened after 2015.", "The bridge opened in 2018.", Stance.CORROBORATES),
        ("The bridge opened after 2015.", "The bridge opened in 2015.", Stance.CONFLICTS),
        ("The bridge opened in 2015.", "The bridge opened before 2015.", Stance.CONFLICTS),
        ("The bridge opened in 2012.", "The bridge opened before 2015.", Stance.RELATED),
        ("The bridge opened before 2012.", "The bridge opened before 2015.", Stance.RELATED),
        ("The bridge opened after 2015.", "The bridge opened before 2015.", Stance.CONFLICTS),
    ],
)
def test_before_and_after_leave_the_date_itself_out(claim: str, passage: str, stance: Stance) -> None:
    assert compare(claim, passage).stance is stance


@pytest.mark.parametrize(("figure", "stance"), [("37 million", Stance.RELATED), ("50 million", Stance.CONFLICTS)])
def test_a_rating_of_another_figure_says_nothing_of_this_one(figure: str, stance: Stance) -> None:
    review = (
        "Coast Check reviewed the claim by Leaflet: “The terminal of Wexham cost 50 million pounds”. Rating: False."
    )
    assert compare(f"The new terminal of Wexham cost {figure} pounds.", review).stance is stance


@pytest.mark.parametrize(
    ("claim", "stance"),
    [
        ("The Marlow ferry sank in 2025.", Stance.RELATED),
        ("The Marlow ferry employs 90 people.", Stance.RELATED),
        ("The audit of the Marlow ferry found 9 faults.", Stance.RELATED),
        ("The Marlow ferry employs 54 people.", Stance.CORROBORATES),
    ],
)
def test_the_rating_of_a_quoted_claim_is_of_that_claim_alone(claim: str, stance: Stance) -> None:
    review = "From the markup: Marlow Check reviewed the claim: “The Marlow ferry employs 54 people”. Rating: True."
    assert compare(claim, review).stance is stance
    wrong = compare(claim, review.replace("True", "False")).stance
    assert wrong is (Stance.CONFLICTS if stance is Stance.CORROBORATES else Stance.RELATED)


def test_what_a_page_says_before_its_ruling_on_another_claim_counts() -> None:
    page = (
        "The Marlow ferry sank off the pier in 2025, the harbour office said.\n\n"
        "Marlow Check reviewed the claim: “The Marlow ferry employs 54 people”. Rating: False."
    )
    assert compare("The Marlow ferry sank in 2025.", page).stance is Stance.CORROBORATES
