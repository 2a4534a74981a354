"""Lists: a claim begins behind the mark, a mere part of a sentence is none, and items of a sentence are claims."""

from __future__ import annotations

import pytest

from factcheck.claims import extract_claims
from factcheck.domain import Disposition


def verbatims(text: str) -> list[str]:
    return [claim.verbatim for claim in extract_claims(text).claims]


@pytest.mark.parametrize("mark", ["•", "-", "2.", "3)", "(b)", "(iv)", "(12)"])
def test_a_claim_begins_behind_the_mark_of_its_list(mark: str) -> None:
    text = f"The quay was built in 1901.\n\n{mark} The crane cost £4m in 1920."
    extraction = extract_claims(text)
    assert extraction.claims[-1].verbatim == "The crane cost £4m in 1920."
    assert extraction.sentences[-1].text == f"{mark} The crane cost £4m in 1920."


def test_a_german_ordinal_is_no_mark_of_a_list() -> None:
    text = "Die Brücke wurde von der Stadt nicht gebaut.\n\n3. Oktober 1990 war der Tag der Einheit und ein Mittwoch."
    assert verbatims(text)[-1].startswith("3. Oktober")


@pytest.mark.parametrize("item", ["whether the mayor knew of it;", "to mend the quay; and", "a new crane by 2028;"])
def test_a_part_of_the_sentence_above_its_list_is_no_claim(item: str) -> None:
    extraction = extract_claims(f"The quay was built in 1901.\n\n(ii) {item}\n\nIt was closed in May after a fire.")
    assert [claim.verbatim for claim in extraction.claims] == [
        "The quay was built in 1901.",
        "It was closed in May after a fire.",
    ]


def test_an_item_with_a_verb_of_its_own_is_a_claim() -> None:
    assert "forty buses were bought in May;" in verbatims("The quay is old.\n\n(ii) forty buses were bought in May;")


def test_items_of_one_sentence_are_claims_of_one_speaker() -> None:
    text = (
        "The memo says: (i) the quay was closed in May; (ii) 40 drivers were hired; and (iii) fares rose by 5 percent."
    )
    extraction = extract_claims(text)
    assert [claim.verbatim for claim in extraction.claims] == [
        "the quay was closed in May",
        "40 drivers were hired",
        "fares rose by 5 percent",
    ]
    assert {claim.claimant.name for claim in extraction.claims if claim.claimant} == {"the memo"}


def test_items_without_a_verb_stay_together() -> None:
    assert len(verbatims("The memo asks for (i) a new quay by 2028, (ii) 40 more buses, and (iii) lower fares.")) == 1


def test_an_item_is_set_aside_with_its_reason() -> None:
    extraction = extract_claims("The quay was built in 1901.\n\n(i) whether it is safe;")
    assert (extraction.sentences[-1].disposition, extraction.sentences[-1].reason) == (
        Disposition.NOT_CHECKABLE,
        "part-of-list",
    )
