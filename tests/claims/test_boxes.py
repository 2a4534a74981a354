"""A figure of a box beside the same figure of the text."""

import pytest

from factcheck.claims import extract_claims
from factcheck.domain import FindingKind

BOX = "\n\nAt a glance\n\n- 640 homes\n- 12 shops\n"


def _messages(text: str) -> set[str]:
    claims = extract_claims(text).claims
    return {one.message for claim in claims for one in claim.findings if one.kind is FindingKind.TWO_NUMBERS}


@pytest.mark.parametrize("bound", ["More than", "Fewer than", "Over"])
def test_a_box_tells_as_exact_what_the_text_does_not(bound: str) -> None:
    text = f"Arle plan approved\n\n{bound} 640 homes will be built in Arle, the council said.{BOX}"
    assert _messages(text) == {f"two numbers for one thing: 640 and {bound.lower()} 640 homes"}


@pytest.mark.parametrize(
    "sentence",
    [
        "In Arle 640 homes will be built, the council said.",
        "At least 640 homes will be built in Arle, the council said.",
        "More than 640 trees will be cut in Arle, the council said.",
        "More than 200 homes in Arle stand empty, the council said.",
    ],
)
def test_a_box_that_fits_the_text_is_no_finding(sentence: str) -> None:
    assert _messages(f"Arle plan approved\n\n{sentence}{BOX}") == set()
