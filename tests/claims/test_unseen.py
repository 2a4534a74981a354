"""What nobody sees inside a word parts no name and no figure, lone carriage returns end lines, no offset moves."""

from __future__ import annotations

import re
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.claims import extract_claims
from factcheck.domain import Disposition, Extraction, Span

TEXT = (
    "NORTHAM, June 8, 2024 - Ann Reed, the mayor, said on Monday that 9,000 people left Arle.\n\n"
    "“We lost it,” Reed said. She told The Courier that the mill, built in 1931, was shut by then.\n\n"
    "See also Seven cafés closed in Northam\n\nIt cost 3 million euros."
)


def facts(found: Extraction) -> list[tuple[object, ...]]:
    return [
        (
            claim.claimant and (claim.claimant.name, claim.claimant.office),
            claim.said_on and claim.said_on.iso,
            claim.form,
            [name.name for name in claim.names],
            [(one.low, one.unit, one.noun) for one in claim.quantities],
            [one.iso for one in claim.dates],
        )
        for claim in found.claims
    ]


def spans(found: Extraction) -> list[Span]:
    several = [
        (*c.quotations, *(n.span for n in c.names), *(q.span for q in c.quantities), *(i.span for i in c.items))
        for c in found.claims
    ]
    mentions = [c.claimant.mention for c in found.claims if c.claimant and c.claimant.mention]
    return [*mentions, *(span for some in several for span in some)]


def check(text: str, found: Extraction) -> None:
    assert all(text[c.start : c.end] == c.verbatim for c in found.claims)
    assert all(text[s.start : s.end] == s.text for s in found.sentences)
    assert all(text[s.start : s.end] == s.text for s in spans(found))
    assert all(re.sub(r" ?\[[^\]]*\]", "", c.text) == re.sub(r" ?\[[^\]]*\]", "", c.verbatim) for c in found.claims)
    covered = {at for s in found.sentences for at in range(s.start, s.end)}
    assert all(at in covered for at, character in enumerate(text) if not character.isspace())


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.integers(0, len(TEXT)), st.sampled_from("\u00ad\u200b\u2060\ufeff")), max_size=12))
def test_what_is_invisible_changes_no_claim_and_moves_no_offset(marks: list[tuple[int, str]]) -> None:
    text = TEXT
    for at, mark in sorted(marks, reverse=True):
        text = text[:at] + mark + text[at:]
    found = extract_claims(text, published=date(2024, 6, 8))
    check(text, found)
    assert facts(found) == facts(extract_claims(TEXT, published=date(2024, 6, 8)))
    assert len({claim.id for claim in found.claims}) == len(found.claims)


@pytest.mark.parametrize("end", ["\r", "\r\n"])
def test_old_line_ends_keep_the_date_line_and_the_paragraphs(end: str) -> None:
    text = TEXT.replace("\n", end)
    found = extract_claims(text)
    check(text, found)
    assert found.published == date(2024, 6, 8)
    assert facts(found) == facts(extract_claims(TEXT))
    assert [s.disposition for s in found.sentences] == [s.disposition for s in extract_claims(TEXT).sentences]


def test_a_wording_keeps_what_is_invisible_and_adds_only_brackets() -> None:
    text = "Ann Reed is the mayor of Arle. Re\u00aded said on Monday that she [the mayor] had left the hall by then."
    [_, claim] = extract_claims(text).claims
    check(text, extract_claims(text))
    assert claim.verbatim == "she [the mayor] had left the hall by then"


def test_a_text_of_nothing_but_invisible_characters_has_no_claims() -> None:
    found = extract_claims("\u200b\u00ad\ufeff")
    assert found.claims == ()
    assert [s.disposition for s in found.sentences if s.disposition is Disposition.CLAIMS] == []


@pytest.mark.parametrize(
    "text", ["It rained.\n\u00ad", "\u200b\nIt rained.", "It rained.\n\u200b\nIt snowed.", "7\u2029\ufeff"]
)
def test_what_is_invisible_between_lines_is_accounted_for(text: str) -> None:
    check(text, extract_claims(text))


@pytest.mark.parametrize("unseen", list("\u200d\u200e\u202e\u2066\u2068"))
def test_a_mark_of_direction_hides_no_quotation(unseen: str) -> None:
    text = f"The council voted by 14 to 9 in 2019. {unseen}“We paid 5%,” said Elena Marsh."
    found = extract_claims(text).claims
    assert [(c.verbatim, c.claimant and c.claimant.name) for c in found] == [
        ("The council voted by 14 to 9 in 2019.", None),
        ("“We paid 5%,”", "Elena Marsh"),
    ]
    assert all(text[c.start : c.end] == c.verbatim for c in found)
