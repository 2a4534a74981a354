"""What a page glues into a sentence behind a name is found, and nothing else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.claims import extract_claims
from factcheck.text.glue import glued, without_glue

GLUED = "Mayor Lee Ann Mary LeeCouncil votes on the quay Three things to know MORE"


def test_headlines_glued_behind_a_name_hide_no_speaker() -> None:
    text = f"{GLUED} said on Monday that the mill is shut."
    (claim,) = extract_claims(text).claims
    assert claim.claimant is not None
    assert (claim.claimant.name, claim.verbatim) == ("Lee", "the mill is shut")


def test_glue_ends_with_its_capitals() -> None:
    assert [f"{GLUED} went home."[low:high] for low, high in glued(f"{GLUED} went home.")] == [
        GLUED[len("Mayor Lee") :]
    ]


@pytest.mark.parametrize(
    "text",
    ["Rita McDonald wants MORE of it.", "Lee and DeVries said MORE is needed.", "LeeCouncil votes MORE", GLUED[:-5]],
)
def test_a_name_with_two_capitals_is_no_glue(text: str) -> None:
    assert list(glued(text)) == []


@given(st.text(max_size=80))
def test_a_text_keeps_its_length(text: str) -> None:
    assert len(without_glue(f"{text} {GLUED} {text}")) == len(f"{text} {GLUED} {text}")


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Sen. Ben McMoor Benjamin (Ben) McMoorQuay vote nears MORE left.", "Sen. Ben McMoor left."),
        ("Mayor Ann Lee Ann Mary Lee2020 rivals meet Mill shuts MORE left.", "Mayor Ann Lee left."),
        ("Mayor Ann Lee Ann Mary Lee Rivals: the mill is shut MORE left.", "Mayor Ann Lee left."),
        ("Mayor Ann Lee Ann Lee Rivals of the mill meet MORE’s plan failed.", "Mayor Ann Lee’s plan failed."),
    ],
)
def test_a_name_in_full_a_number_and_an_inner_capital_begin_what_is_glued(text: str, kept: str) -> None:
    assert " ".join(without_glue(text).replace(" ’", "’").split()).replace(" ’", "’") == kept


def test_the_wording_of_a_claim_leaves_out_what_is_glued_in() -> None:
    text = f"The mill was shut by {GLUED} and the town."
    (claim,) = extract_claims(text).claims
    assert (claim.verbatim, claim.text) == (text, "The mill was shut by Mayor Lee […] and the town.")


def test_what_is_glued_behind_the_last_sentence_of_a_paragraph_is_accounted_for() -> None:
    text = f"It rained.\n\nThe mill was sold. Its owner was fined in May by {GLUED}\n\nIt was sold by Dorn in June."
    found = extract_claims(text)
    covered = {at for s in found.sentences for at in range(s.start, s.end)}
    assert all(at in covered for at, char in enumerate(text) if not char.isspace())
    assert "Its owner was fined in May by Mayor Lee" in {claim.verbatim for claim in found.claims}
