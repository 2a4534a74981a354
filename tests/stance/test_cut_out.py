"""Quotations cut out of what they stood in, and names that only tell who the speaker is."""

from __future__ import annotations

import pytest

from factcheck import compare
from factcheck.domain import Stance

SAFE = "Tom Reed said: “The harbour is safe.”"


@pytest.mark.parametrize(
    "passage",
    [
        "“I do not think the harbour is safe,” Tom Reed said.",
        "“It is a lie that the harbour is safe,” Tom Reed said.",
        "Tom Reed said: “Only fools say the harbour is safe.”",
        "Tom Reed said: “If the harbour is safe, I am a bishop.”",
        "“The harbour is safe for small boats, but not for ferries,” Tom Reed said.",
        "“The harbour is safe,” a rival of Tom Reed said.",
        "“The harbour is safe,” a pilot who sailed with Tom Reed said.",
    ],
)
def test_a_distorted_quotation_is_not_borne_out(passage: str) -> None:
    assert compare(SAFE, passage).stance is not Stance.CORROBORATES


@pytest.mark.parametrize(
    "passage",
    [
        "“I know the harbour is safe,” Tom Reed said.",
        "“The harbour is safe,” said Tom Reed. “But it costs too much.”",
        "“The harbour is safe,” said Tom Reed, a cousin of Anna Lind.",
    ],
)
def test_a_fair_quotation_is(passage: str) -> None:
    assert compare(SAFE, passage).stance is Stance.CORROBORATES


@pytest.mark.parametrize(
    ("claim", "stance"),
    [("We will never … sell the harbour", Stance.CORROBORATES), ("We will … sell the harbour", Stance.CONFLICTS)],
)
def test_an_ellipsis_may_not_stand_for_the_negation(claim: str, stance: Stance) -> None:
    passage = "Ann Reed said: “We will never, whatever they offer, sell the harbour.”"
    assert compare(f"“{claim},” Ann Reed said.", passage).stance is stance


def test_words_that_stand_apart_are_no_quotation() -> None:
    passage = "Ann Reed called for a rule on fishing and a law on nets."
    assert compare("Ann Reed called for the “rule of law”.", passage).stance is Stance.RELATED
