"""Bad input: a defined result, never an exception, never a confident stance."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.domain import Stance
from factcheck.stance import compare
from factcheck.stance.figures.numbers import MOST_ASKED

QUIET = (Stance.RELATED, Stance.UNRELATED)
PASSAGE = "The council approved 31,000 homes on the northern edge of the town, the mayor said."


@pytest.mark.parametrize(
    "claim",
    [
        "",
        " \n\t",
        "homes",
        "12 40,000 7",
        "Совет одобрил план строительства",
        "議会は計画を承認した",
        "\x00\x1b[2J\u202e",
        "—…“”",
    ],
)
def test_a_claim_that_says_nothing_gets_no_confident_stance(claim: str) -> None:
    assert compare(claim, PASSAGE).stance in QUIET


@pytest.mark.parametrize("passage", ["", " ", "\x00\x07", "12 13 14", "“"])
def test_an_empty_passage_is_unrelated(passage: str) -> None:
    assert compare("The council approved 31,000 homes", passage).stance in QUIET


def test_ten_thousand_words_are_judged() -> None:
    words = "the council approved homes near the river " * 1500
    assert compare(words, words).stance in Stance


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=200), st.text(max_size=300))
def test_any_text_gives_scores_of_one_and_spans_that_hold(claim: str, passage: str) -> None:
    judgement = compare(claim, passage)
    assert sum(judgement.scores.values()) == pytest.approx(1.0, abs=0.01)
    assert judgement == compare(claim, passage)
    for reason in judgement.reasons:
        assert all(claim[span.start : span.end] == span.text for span in reason.claim_spans)
        assert all(passage[span.start : span.end] == span.text for span in reason.passage_spans)
    assert all(claim[span.start : span.end] == span.text for span in judgement.missing)


def test_how_somebody_said_it_is_not_missing_from_a_source() -> None:
    judgement = compare("“The aid was late,” Dorn emphatically said.", "“The aid was late,” Dorn said on Monday.")
    assert judgement.missing == ()


def test_that_somebody_said_it_falsely_is_missing_where_no_source_says_so() -> None:
    judgement = compare("Dorn falsely said that the aid was late.", "The aid was late, Dorn said.")
    assert [span.text for span in judgement.missing] == ["falsely"]


@pytest.mark.parametrize("item", ["1,", "2.5, ", " 12 men,"])
def test_a_list_of_figures_gives_no_more_reasons_than_are_compared(item: str) -> None:
    assert len(compare(item * 60, item * 60).reasons) <= 2 * MOST_ASKED
