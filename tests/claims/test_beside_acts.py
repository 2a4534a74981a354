"""What else a sentence says beside a speech act, by whom, and who stands in apposition to a source."""

from __future__ import annotations

import pytest

from factcheck.claims import extract_claims
from factcheck.claims.checkable.content import content_kind
from factcheck.claims.turns import find_turns
from factcheck.domain import Content, Finding


def said(text: str) -> list[tuple[str, str]]:
    found = extract_claims(f"It was cold and dark in the valley. {text} More snow fell on the roads.").claims
    return [(c.claimant.name if c.claimant else "", c.verbatim) for c in found[1:-1]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Tobias Crane called the loan “a gamble”, warning that rates would rise.",
            [("Tobias Crane", "the loan “a gamble”"), ("Tobias Crane", "rates would rise")],
        ),
        (
            "Ann Reed urged the council to keep the bridge open, saying that 300 jobs would go.",
            [("Ann Reed", "Ann Reed urged the council to keep the bridge open"), ("Ann Reed", "300 jobs would go")],
        ),
        (
            "United coach Erik Lund disagreed with the late penalty, calling it “a joke”.",
            [("", "United coach Erik Lund disagreed with the late penalty"), ("Erik Lund", "it “a joke”")],
        ),
        (
            "The unions rejected the offer, describing the plan as “an insult”.",
            [("the unions", "The unions rejected the offer"), ("the unions", "the plan as “an insult”")],
        ),
    ],
)
def test_a_participle_behind_an_act_is_a_claim_of_its_own(text: str, expected: list[tuple[str, str]]) -> None:
    assert said(text) == expected


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Turnout was 38.6%, according to the returning officer, Hugh Bannerman.", "Hugh Bannerman"),
        ("According to the harbour master, Tim Wills, 12 boats sank.", "Tim Wills"),
        ("The owner, Ellis Storage Ltd, insists that the sprinklers were tested.", "Ellis Storage Ltd"),
        ("Arle and Northam police chief Ben Hill said that three officers were hurt.", "Ben Hill"),
    ],
)
def test_who_is_described_is_named(text: str, who: str) -> None:
    assert [name for name, _ in said(text)] == [who]


def test_nobody_is_called_no() -> None:
    assert [name for name, _ in said("The union, which has 40 members, said no.")] == [""]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Paul Dorn said that prices would recover in May.", Content.PREDICTION),
        ("Paul Dorn said that he would have left in May.", Content.FACT),
        ("Paul Dorn admitted 23 counts of fraud.", Content.FACT),
        ("The average price at fair value was £300 a ton.", Content.FACT),
        ("Paul Dorn said that the price was fair.", Content.POSITION),
    ],
)
def test_what_kind_of_thing_is_said(text: str, content: Content) -> None:
    [claim] = extract_claims(f"It was dark in the valley. {text} It rained in the hills.").claims[1:-1]
    assert claim.content is content


def test_a_bracket_of_the_article_is_not_doubled() -> None:
    claims = extract_claims("Ida Marlowe left. “I [Ida Marlowe] never sold the mill,” she said.").claims
    assert claims[-1].text == "“I [Ida Marlowe] never sold the mill,”"


def test_a_nickname_parts_no_name() -> None:
    text = (
        "Wilma “Billie” Brandt, the architect, has died. Her son, Anton Brandt, said it was pneumonia.\n\n"
        "Wilma Brandt was born in 1935. Brandt left Arle in 1949."
    )
    claims = extract_claims(text).claims
    assert {n.name for n in claims[0].names} == {"Wilma Brandt"}
    assert claims[-1].text.startswith("Brandt [Wilma Brandt] left")


def test_a_line_of_results_is_a_claim() -> None:
    line = "Results: Green 24, Labour 9, Conservative 8."
    assert line in [c.verbatim for c in extract_claims(f"The count ended at noon. It was close.\n\n{line}").claims]


def test_the_last_cell_of_a_row_counts_nothing_of_the_next() -> None:
    rows = "Sales by year\tQ3 2026\tQ3 2025\nRevenue\t4,100\t3,965\nOperating profit\t612\t746\n"
    claims = extract_claims(f"The firm told of its year on Friday. It was good.\n\n{rows}").claims
    assert [c.verbatim for c in claims[-2:]] == ["Revenue\t4,100\t3,965", "Operating profit\t612\t746"]
    assert all(not q.noun for c in claims[-2:] for q in c.quantities)


def test_a_change_told_as_up_from_is_computed_again() -> None:
    [claim] = extract_claims("Tickets cost £4, up from £3, a rise of 25%.").claims
    assert [type(f) for f in claim.findings] == [Finding]
    assert "33.3" in claim.findings[0].message


def test_a_union_in_the_introduction_is_not_interviewed() -> None:
    text = (
        "Hanne Friis has kept bees since 1998. She leads the Falk Beekeepers' Union.\n\n"
        "Q: How was it?\nA: We lost 34 per cent of them.\n\nQ: Why?\nA: It was very cold in May."
    )
    assert {turn.speaker for turn in find_turns(text)[0]} == {"Hanne Friis", "interviewer"}


def test_a_headline_that_only_announces_states_nothing() -> None:
    text = "Harbour fire: what we know\n\nThe warehouse burned down on Tuesday. Seven people were hurt in it."
    assert extract_claims(text).claims[0].verbatim == "The warehouse burned down on Tuesday."


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Bills could rise by £120 a year.", Content.PREDICTION),
        ("The mill might be closed in May.", Content.PREDICTION),
        ("Paul Dorn could hear the bells in 1990.", Content.FACT),
        ("Paul Dorn may be 40.", Content.FACT),
    ],
)
def test_what_could_come_about_is_a_prediction(text: str, content: Content) -> None:
    assert content_kind(text) is content
