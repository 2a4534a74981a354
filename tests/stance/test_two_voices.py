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


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ("The dean took a free holiday.", "The dean took a free holiday, a paper reported. The dean denied it."),
        ("The army shelled the town of Tarn.", "The army shelled the town of Tarn. The ministry denied this."),
        (
            "The mill dumped oil in the Ister.",
            "The mill dumped oil in the Ister, police said. It disputes this.",
        ),
        ("The mill dumped oil in the Ister.", "The mill dumped oil in the Ister. Its owner rejected the allegations."),
        ("Die Mühle leitete Öl in den Fluss.", "Die Mühle leitete Öl in den Fluss. Sie weist die Vorwürfe zurück."),
    ],
)
def test_what_is_denied_behind_it_is_in_dispute(claim: str, passage: str) -> None:
    found = compare(claim, passage)

    assert found.stance is Stance.RELATED
    assert any("denied" in one.message for one in found.reasons)


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ("The dean resigned on Friday.", "The dean resigned on Friday. He denied any wrongdoing."),
        (
            "The court fined the mill 2 million euros.",
            "The court fined the mill 2 million euros. It denied the charges.",
        ),
        ("The dean was charged with fraud in Tarn.", "The dean was charged with fraud in Tarn. He denies the charges."),
        ("The dean denied that he took a holiday.", "The dean denied that he took a holiday. The paper disputes that."),
    ],
)
def test_who_denies_a_charge_does_not_deny_what_is_done_about_it(claim: str, passage: str) -> None:
    assert compare(claim, passage).stance is Stance.CORROBORATES
