"""An article that contradicts itself in figures is told so, and one that does not is left alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.claims import extract_claims
from factcheck.domain import FindingKind

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
