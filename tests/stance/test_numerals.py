"""Names that differ in a numeral are two of a kind; however one numeral is written, it is one."""

from __future__ import annotations

import pytest

from factcheck.domain import Stance
from factcheck.stance import compare


@pytest.mark.parametrize(
    ("claim", "other"),
    [
        ("The harbour was shelled often in World War II.", "World War I"),
        ("The harbour was shelled often in World War I.", "World War II"),
        ("The harbour was shelled often in World War II.", "World War 1"),
        ("Queen Margrethe II opened the new harbour.", "Queen Margrethe I"),
        ("King James VI visited Halm on Sunday.", "King James V"),
        ("The Phase III trial ended in Halm.", "Phase II"),
        ("The Block IV missile was tested in Halm.", "Block II"),
        ("Kaiser Otto III. besuchte das Kloster in Arle.", "Kaiser Otto II."),
        ("Papst Pius XII. eröffnete das Kloster.", "Papst Pius XI."),
    ],
)
def test_another_numeral_is_another_name(claim: str, other: str) -> None:
    own = next(name for name in _NAMES if name in claim)
    passage = claim.replace(own, other)
    assert passage != claim
    assert compare(claim, passage).stance is Stance.CONFLICTS
    assert compare(claim, claim).stance is Stance.CORROBORATES


_NAMES = [
    *("World War II", "World War I", "Queen Margrethe II", "King James VI", "Phase III", "Block IV"),
    *("Kaiser Otto III.", "Papst Pius XII."),
]


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ("World War II ended in 1945.", "World War 2 ended in 1945."),
        ("World War II ended in 1945.", "The Second World War ended in 1945."),
        ("World War II ended in 1945.", "World War II, unlike World War I, ended in 1945."),
        ("Queen Margrethe II opened the harbour.", "Queen Margrethe the Second opened the harbour."),
        ("Queen Margrethe II opened the harbour.", "Queen Margrethe opened the harbour."),
        ("Queen Margrethe opened the harbour.", "Queen Margrethe II opened the harbour."),
        ("Kaiser Otto III. besuchte das Kloster in Arle.", "Kaiser Otto der Dritte besuchte das Kloster in Arle."),
        ("The Phase II trial began in Halm.", "The phase 2 trial began in Halm."),
    ],
)
def test_the_same_numeral_and_none_clash_with_nothing(claim: str, passage: str) -> None:
    assert compare(claim, passage).stance is not Stance.CONFLICTS


def test_a_name_elsewhere_in_the_passage_is_no_conflict() -> None:
    passage = "The harbour, whose wall was built after World War I, was shelled often in the blitz."
    found = compare("The harbour was shelled often in World War II.", passage)
    assert found.stance in (Stance.RELATED, Stance.UNRELATED)
