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
