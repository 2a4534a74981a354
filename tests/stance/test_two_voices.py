"""Of two who speak in one passage, each is heard for himself; the examples are ours."""

from __future__ import annotations

import pytest

from factcheck.domain import Stance, Target
from factcheck.stance import compare

WORDS = "“The lock is tight,” said Anna Moe"


@pytest.mark.parametrize(
    "claim",
    [
        "Anna Moe said the lock is tight.",
        "Anna Moe said that the lock is tight.",
        "“The lock is tight,” Anna Moe said.",
    ],
)
@pytest.mark.parametrize(
    "rest",
    [", but divers found that the lock is not tight.", ". The council said that the lock is not tight."],
)
def test_what_another_denies_was_said_all_the_same(claim: str, rest: str) -> None:
    judgement = compare(claim, WORDS + rest)
    assert judgement.stance is Stance.CORROBORATES
    assert judgement.target is Target.SAID


@pytest.mark.parametrize(
    "passage",
    [
        f"{WORDS}, but divers found that the lock is not tight.",
        "The lock is tight, the harbour master says, while divers say the lock is not tight.",
        "The lock is tight; the town says that the lock is not tight.",
    ],
)
def test_what_one_clause_says_and_another_denies_has_no_side(passage: str) -> None:
    assert compare("The lock is tight.", passage).stance is Stance.RELATED


def test_who_denies_it_himself_is_not_borne_out() -> None:
    passage = "“The lock is not tight,” said Anna Moe, but the town says the lock is tight."
    assert compare("Anna Moe said the lock is tight.", passage).stance is not Stance.CORROBORATES
