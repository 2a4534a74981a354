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
