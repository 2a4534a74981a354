"""An article that contradicts itself in figures is told so, and one that does not is left alone."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.claims import extract_claims
from factcheck.claims.page.headlines import in_title_case
from factcheck.domain import Block, FindingKind

HOTEL = (
    "Fire kills 12 people in hotel\n\n"
    "A fire in a hotel in Bonn killed 14 people on Monday, police said. The hotel has 200 rooms.\n\n"
    "The hotel, which has 220 rooms, opened its doors with a ball."
)


def messages(text: str) -> list[str]:
    return [finding.message for claim in extract_claims(text).claims for finding in claim.findings]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            "Profits rose from 40 million euros to 50 million euros, an increase of 20%.",
            "40 million euros to 50 million euros is a change of 25.0 %, not 20%",
        ),
        (
            "Turnout fell from 61.2 per cent to 58 per cent, a drop of 5 percentage points.",
            "61.2 per cent to 58 per cent is a change of 3.2 pp, not 5 percentage points",
        ),
        (
            "The board cut its staff, slumping from 500 workers to 400 workers, or 30%.",
            "500 workers to 400 is a change of 20.0 %, not 30%",
        ),
        (
            "Losses narrowed from 50 million euros to 40 million euros, 30% better than told.",
            "50 million euros to 40 million euros is a change of 20.0 %, not 30%",
        ),
        ("The firm dismissed 40 of 120 workers, or 43%, in May.", "40 of 120 is 33.3 %, not 43%"),
        (
            "Of the 500 people asked, 200 agreed, 250 disagreed and 100 did not know.",
            "200, 250, 100 add up to 550, more than 500",
        ),
    ],
)
def test_arithmetic_that_is_wrong_is_told(text: str, message: str) -> None:
    assert message in messages(text)


@pytest.mark.parametrize(
    "text",
    [
        "Profits rose from 40 million euros to 50 million euros, an increase of 25%.",
        "Profits rose from 40 million euros to 50 million euros, an increase of about a quarter.",
        "The road runs from 40 miles to 50 miles north of Arle, where 60% of it is paved.",
        "Turnout fell from 61.2 per cent to 58 per cent, a drop of 3 percentage points.",
        "The firm dismissed 40 of 120 workers, or 33%, in May.",
        "Of the 500 people asked, 200 agreed, 250 disagreed and 50 did not know.",
        "Of the 49 people charged, 28 were men between the ages of 17 and 25.",
        "The harbour has 40 cranes. The airport has 12 cranes.",
        "In 2010 the school had 300 pupils. In 2020 the school had 410 pupils.",
        "Bonn has 20 bridges. Ulm has 14 bridges.",
        "The road is 4,000 metres long. The road is 3,980 metres long.",
    ],
)
def test_figures_that_can_both_be_right_are_left_alone(text: str) -> None:
    assert messages(text) == []


def test_a_headline_against_its_body_and_two_numbers_for_one_thing_are_raised_on_the_claims_concerned() -> None:
    claims = extract_claims(HOTEL).claims
    killed, first, second = claims
    assert [f.kind for f in killed.findings] == [FindingKind.HEADLINE]
    assert killed.findings[0].message == "the headline says 12, the text says 14"
    assert first.findings == second.findings
    assert first.findings[0].message == "two numbers for one thing: 200 rooms and 220 rooms"


@given(st.text(max_size=200) | st.lists(st.sampled_from(HOTEL.split()), max_size=60).map(" ".join))
def test_findings_point_at_the_text(text: str) -> None:
    for claim in extract_claims(text).claims:
        for finding in claim.findings:
            assert finding.message
            assert all(text[span.start : span.end] == span.text for span in finding.spans)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("On 4/5/2020 the bridge was closed.", "“4/5/2020” may be 2020-04-05 or 2020-05-04: nothing tells the order"),
        ("The bridge was closed on 30 February.", "“30 February” is no day of the calendar"),
    ],
)
def test_a_date_that_cannot_be_resolved_is_told(text: str, message: str) -> None:
    (claim,) = extract_claims(text).claims
    assert [finding.message for finding in claim.findings] == [message]
    assert [item.span.text for item in claim.items if item.kind == "date"] == [claim.findings[0].spans[0].text]


@pytest.mark.parametrize(
    ("headline", "body", "message"),
    [
        ("Storm kills 5 in Arle", "A storm killed 7 people in Arle on Monday.", "the headline says 5, the text says 7"),
        ("Five dead in storm", "A storm in Arle killed seven people.", "the headline says Five, the text says seven"),
        (
            "Storm kills 12, injures 5 in Arle",
            "A storm in Arle killed 12 people on Monday. At least 9 were injured in the storm in Arle.",
            "the headline says 5, the text says 9",
        ),
        ("Acme fires 300", "Acme fired 200 workers on Monday.", "the headline says 300, the text says 200"),
    ],
)
def test_a_headline_that_leaves_out_whom_it_counts_is_held_against_the_text(
    headline: str, body: str, message: str
) -> None:
    assert messages(f"{headline}\n\n{body}") == [message]


@pytest.mark.parametrize(
    ("headline", "body"),
    [
        ("Storm kills 12, injures 5", "A storm in Arle killed 12 people and injured five on Monday."),
        ("Bus crash leaves 8 dead", "Three women and five men died when a bus crashed near Arle."),
        ("Acme fires 300", "Acme is a firm of 900 workers. Acme fired 300 of them on Monday."),
        ("Storm kills 5", "A storm killed five people. The flood of 1953 killed 40 people in Arle."),
        ("Storm kills 5", "A storm hurt 40 people and killed 5."),
    ],
)
def test_a_headline_that_counts_others_is_left_alone(headline: str, body: str) -> None:
    assert messages(f"{headline}\n\n{body}") == []


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("The crash hurt eight people: three men and four women.", "three, four add up to 7, not eight"),
        (
            "The plan costs 30 million euros: 20 million for roads and 15 million for schools.",
            "20 million, 15 million add up to 35,000,000, not 30 million euros",
        ),
        ("On Monday 40 men and 30 women signed, a total of 80 people.", "40, 30 add up to 70, not 80"),
        ("Of the 200 homes, 120 were damaged, or 70 percent.", "120 of 200 is 60.0 %, not 70 percent"),
        ("Some 20 percent of the 500 workers, or 150 people, left.", "150 is 30.0 % of 500, not 20 percent"),
        (
            "Sales more than doubled from 40 million to 70 million euros.",
            "40 million to 70 million euros is 1.8 times as much, and not doubled",
        ),
        (
            "The poll found 60 percent for it, 30 percent against and 25 percent undecided.",
            "60 percent, 30 percent, 25 percent add up to 115 %",
        ),
    ],
)
def test_sums_shares_and_multiples_that_are_wrong_are_told(text: str, message: str) -> None:
    assert messages(text) == [message]


@pytest.mark.parametrize(
    "text",
    [
        "The crash hurt eight people: three men and five women.",
        "The crash hurt eight people, including three men and two women.",
        "The plan costs 30 million euros: 20 million for roads and 10 million for schools.",
        "The bus brought 40 people to 3 towns, a total of 120 miles.",
        "Reed has two children: Ann and Ben, who are 10 and seven.",
        "Sales more than doubled from 40 million to 90 million euros.",
        "Sales nearly tripled from 40 to 110.",
        "In Arle 60 percent of men, 55 percent of women and 70 percent of pupils read it.",
        "Of the 200 homes, 140 were damaged, or 70 percent.",
    ],
)
def test_sums_shares_and_multiples_that_may_be_right_are_left_alone(text: str) -> None:
    assert messages(text) == []


def test_a_number_at_the_end_of_a_headline_counts_nothing_of_the_next_paragraph() -> None:
    first, *_ = extract_claims("Bus crash leaves 8 dead\n\nThree women left.").claims
    assert first.quantities[0].noun != "women"


def told_on_a_wednesday(text: str) -> list[str]:
    found = extract_claims(text, published=date(2022, 11, 16))
    return [finding.message for claim in found.claims for finding in claim.findings]


@pytest.mark.parametrize(
    ("headline", "text"),
    [
        ("Bus crash kills 5", "A bus crashed near Arle on Monday. Seven people died in the crash, police said."),
        ("Council votes to close library", "The Arle council met on Monday. It voted 8 to 3 to keep the library open."),
        (
            "Unemployment rises to 5.2%",
            "Unemployment in Arle fell to 5.2 per cent in May, the office said.",
        ),
        ("Mayor Anna Brown resigns", "Arle mayor Anne Browne resigned on Monday after a row over the weir."),
        ("Mill to close in March", "The mill at Arle will close in May, its owner said on Monday."),
        ("Fire in Orle destroys 12 homes", "A fire in Arle destroyed 12 homes on Monday night, the fire service said."),
        (
            "Library to cost £4.2m",
            "The council met on Monday. The library will cost £5.2 million, it said.",
        ),
        ("Profits double at Nordpaper", "Nordpaper said on Monday that its profits halved last year to £3 million."),
        ("Three arrested after riot", "Police arrested four people after a riot in Arle on Sunday."),
        ("Exports fell 4% last year", "Exports rose 4 per cent last year, the ministry said on Monday."),
        (
            "Storm leaves 45,000 without power",
            "The storm hit Arle on Monday. It left 4,500 homes without power, the grid operator said.",
        ),
        (
            "Headline about the mill",
            "The mill employs 340 people. The 430 people employed at the mill lose their jobs.",
        ),
        (
            "About Thorne",
            "Thorne governed Averland for eleven years. Nobody knew. Thorne governed Averland for nine years.",
        ),
        ("About the tram", "The tram cost 640 million. It is blue. The tram has cost 598 million."),
        ("About jobs", "Unemployment was 5 per cent in May. Wages rose. Unemployment was 7 per cent in May."),
        ("Headline about the vote", "Of the 200 voters, 120 voted yes and 90 voted no, the clerk said."),
        ("Headline about the price", "The price rose from £100 to £150, an increase of 60 per cent."),
        (
            "Headline about the budget",
            "A budget of £10 million is made up of £4 million for roads, £3 million for parks and £2 million for art.",
        ),
        ("Court convicts ex-mayor", "The court in Arle acquitted the former mayor on Monday of all charges."),
        ("Harwick wins 3-1", "Harwick beat Dunmore 2-1 on Saturday before 4,000 fans."),
        ("Bank raises rates to 4.5%", "The bank raised its main rate to 4.75 per cent on Thursday."),
        ("Minister denies visit", "The minister confirmed on Monday that he had made the visit to Arle."),
    ],
)
def test_an_article_that_says_otherwise_than_its_headline_or_itself_is_told_so(headline: str, text: str) -> None:
    assert told_on_a_wednesday(f"{headline}\n\n{text}\n\nThe council will meet again.")


@pytest.mark.parametrize(
    ("headline", "text"),
    [
        ("Bus crash kills 5", "A bus crashed near Arle on Monday. Five people died in the crash, police said."),
        (
            "Bus crash kills 5, injures 12",
            "Five people died and 12 were injured when a bus crashed near Arle on Monday.",
        ),
        ("Unemployment rises to 5.2%", "Unemployment in Arle rose to 5.2 per cent in May from 4.9 per cent in April."),
        (
            "Mayor Anna Brown resigns",
            "Anna Brown, the mayor of Arle, resigned on Monday. Her deputy, Tom Berg, takes over.",
        ),
        (
            "Mill to close in March",
            "The mill at Arle will close in March, its owner said on Monday. It had planned to close in May.",
        ),
        ("Fire destroys 12 homes", "A fire destroyed 12 homes in Arle. Another 20 homes were damaged."),
        (
            "Library to cost £4.2m",
            "The library will cost about £4.2 million, of which £1.5 million comes from the state.",
        ),
        (
            "Profits double at Nordpaper",
            "Nordpaper said on Monday its profits doubled to £6 million. Costs fell by 3 per cent.",
        ),
        ("Three arrested after riot", "Police arrested three people after a riot in Arle. Four officers were hurt."),
        ("Exports fell 4% last year", "Exports fell 4 per cent last year. Imports rose 2 per cent."),
        ("Nearly 300 pupils pass exam", "Of 400 pupils, 297 passed the exam, the board said."),
        (
            "Storm leaves thousands without power",
            "The storm left 4,500 homes without power on Monday. By evening 2,000 homes were without power.",
        ),
        ("About the mill", "The mill employs 340 people. In 2010 the mill employed 820 people."),
        ("About jobs", "Unemployment was 5 per cent in May. Wages rose. Unemployment was 7 per cent in June."),
        ("About jobs", "Unemployment was 5 per cent in Arle. Wages rose. Unemployment was 7 per cent in Dunmore."),
        ("About works", "The mill was old. It cost 4 million to build. The quay is new. It cost 5 million to build."),
        ("About jobs", "Unemployment was 5 per cent. Youth unemployment was 7 per cent."),
        ("About Thorne", "Thorne governed Averland for eleven years. Thorne governed Averland for about eleven years."),
        ("About the vote", "Of the 210 voters, 120 voted yes and 90 voted no, the clerk said."),
        ("About the price", "The price rose from £100 to £150, an increase of 50 per cent."),
        ("About the budget", "The budget of £10 million includes £4 million for roads and £3 million for schools."),
        ("Court convicts ex-mayor", "The court in Arle convicted the former mayor of fraud. It acquitted his deputy."),
        ("Harwick wins 3-1", "Harwick beat Dunmore 3-1 on Saturday. They had lost 2-0 in May."),
        ("Bank raises rates to 4.5%", "The bank raised its main rate to 4.5 per cent from 4.25 per cent on Thursday."),
        (
            "Minister denies visit",
            "The minister denied on Monday that he had visited Arle. An aide confirmed that a visit was planned.",
        ),
        ("Trust backs plan for weir", "The trust did not reject the plan for the weir on Monday."),
        ("Syrian envoy leaves", "The envoy of Syria left Arle on Monday."),
        ("Profits may fall at Nordpaper", "Profits at Nordpaper rose last year, it said."),
    ],
)
def test_an_article_that_agrees_with_its_headline_is_left_alone(headline: str, text: str) -> None:
    assert told_on_a_wednesday(f"{headline}\n\n{text}\n\nThe council will meet again.") == []


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            "It fell to 88,000 from 100,000. That is a drop of 15%.",
            "88,000 from 100,000 is a change of 12.0 %, not 15%",
        ),
        (
            "Sales rose from 40 million euros to 50 million euros. This was an increase of about 40 percent.",
            "40 million euros to 50 million euros is a change of 25.0 %, not 40 percent",
        ),
        (
            "Output rose to 60 tonnes in May from 50 tonnes in April. The rise of 30 percent was the largest yet.",
            "60 tonnes in May from 50 tonnes is a change of 20.0 %, not 30 percent",
        ),
        (
            "Turnout fell to 58% from 61%. That is a drop of 5 percentage points.",
            "58% from 61% is a change of 3.0 pp, not 5 percentage points",
        ),
        ("Of the 500 members, 100 left. That is 30 percent.", "100 of 500 is 20.0 %, not 30 percent"),
        ("Of the 500 members, 100 left. That was more than 30 percent.", "100 of 500 is 20.0 %, not 30 percent"),
        ("Of the 500 members, 100 left. That was less than 15 percent.", "100 of 500 is 20.0 %, not 15 percent"),
        (
            "Sales rose from 100 tonnes to 150 tonnes. That is a rise of over 60 percent.",
            "100 tonnes to 150 tonnes is a change of 50.0 %, not 60 percent",
        ),
        (
            "Sales fell to £88m from £100m, a drop of 20 per cent.",
            "£88m from £100m is a change of 12.0 %, not 20 per cent",
        ),
    ],
)
def test_a_sentence_that_reckons_with_the_one_before_is_computed_again(text: str, message: str) -> None:
    assert set(messages(text)) == {message}


@pytest.mark.parametrize(
    "text",
    [
        "It fell to 88,000 from 100,000. That is a drop of 12%.",
        "It fell to 88,400 from 100,000. That is a drop of nearly 12%.",
        "Of the 500 members, 100 left. That is 20 percent.",
        "Of the 500 members, 100 left. That was more than 10 percent.",
        "Of the 500 members, 100 left. That was less than 50 percent.",
        "Sales rose from 100 tonnes to 150 tonnes. That is a rise of over 20 percent.",
        "Sales rose from 100 tonnes to 150 tonnes, an increase of at least 20 percent.",
        "The firm dismissed 40 of 120 workers, or up to 50 percent, in May.",
        "Turnout fell to 58% from 61%. That is a drop of 3 percentage points.",
        "It fell to 88,000 from 100,000. The price is 30% of it.",
        "It fell to 88,000 from 100,000. The fleet was built in Arle. That is a drop of 30%.",
        "It fell to 88,000 from 100,000. Exports had a drop of 30%.",
        "It fell to 88,000 euros from 100,000 tonnes. That is a drop of 30%.",
    ],
)
def test_a_sentence_that_reckons_right_or_with_something_else_is_left_alone(text: str) -> None:
    assert messages(text) == []


@pytest.mark.parametrize(
    "first",
    [
        "Twelve families mourn this week.",
        "ARLE, March 10 (Reuters) - Twelve people died in the fire at Arle on Monday, police said.",
        "The mayor of Arle said on Monday that 12 people had died in the\nfire at the mill in the north of it.",
    ],
)
def test_a_first_sentence_is_no_headline(first: str) -> None:
    extraction = extract_claims(f"{first}\n\nThe fire killed 14 people in Arle, rescuers said.")
    assert all(one.block is not Block.HEADLINE for one in extraction.sentences)
    assert all(one.kind is not FindingKind.HEADLINE for claim in extraction.claims for one in claim.findings)


@pytest.mark.parametrize(
    ("line", "titled"),
    [
        ("Council Votes to Close Arle Mill After Fire", True),
        ("Bridge Closed between Arle and Lund", True),
        ("“Unsafe” Bridge Closed", True),
        ("Mayor Anna Brown resigns", False),
        ("Ulrich Lehmann lives near Berlin.", False),
        ("Council votes to close Arle Mill", False),
    ],
)
def test_a_line_with_a_small_verb_is_not_in_title_case(line: str, titled: bool) -> None:
    assert in_title_case(line) is titled


def test_a_first_line_without_a_full_stop_is_one() -> None:
    text = "Twelve people die in fire at Arle\n\nThe fire killed 14 people in Arle, rescuers said."
    assert extract_claims(text).sentences[0].block is Block.HEADLINE
