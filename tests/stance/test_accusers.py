"""An allegation that claim and source give to the same speaker was said; the examples are ours."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.claims import extract_claims
from factcheck.domain import Claim, Polarity, Stance, Target
from factcheck.stance import compare

SIDE = "The opposition says Minister Oram bribed a judge."
NAMED = "Anna Berg says Minister Oram bribed a judge."
LAUT = "Anna Berg sagt, Minister Oram habe einen Richter bestochen."


def _claim(text: str) -> Claim:
    (claim,) = extract_claims(text).claims
    return claim


SAME = [
    (SIDE, "The opposition accuses Minister Oram of bribing a judge."),
    (SIDE, "The opposition has repeatedly accused Minister Oram of bribing a judge."),
    (SIDE, "On Monday, the opposition alleged that Minister Oram bribed a judge."),
    (SIDE, "The opposition claimed that Minister Oram bribed a judge."),
    (SIDE, "Minister Oram has been accused by the opposition of bribing a judge."),
    (SIDE, "A spokesman for the opposition accused Minister Oram of bribing a judge."),
    (SIDE, "The opposition walked out of parliament, accusing Minister Oram of bribing a judge."),
    (NAMED, "Anna Berg accused Minister Oram of bribing a judge."),
    (NAMED, "Berg, who leads the party, alleged that Minister Oram bribed a judge."),
    (NAMED, "Opposition leader Anna Berg alleges that Minister Oram bribed a judge."),
    (NAMED, "Opposition leader Anna Berg alleged that Minister Oram bribed a judge."),
    (LAUT, "Anna Berg beschuldigte Minister Oram, einen Richter bestochen zu haben."),
]
OTHER = [
    (SIDE, "The union accuses Minister Oram of bribing a judge."),
    (SIDE, "A critic of the opposition accused Minister Oram of bribing a judge."),
    (SIDE, "Minister Oram is accused of bribing a judge."),
    (SIDE, "The opposition may accuse Minister Oram of bribing a judge."),
    (SIDE, "The opposition did not accuse Minister Oram of bribing a judge."),
    (SIDE, "The union met the opposition and accused Minister Oram of bribing a judge."),
    (SIDE, "The opposition accuses Minister Oram of bribing a mayor."),
    (NAMED, "Carl Dorn accused Minister Oram of bribing a judge."),
    (NAMED, "Anna Berg's rival accused Minister Oram of bribing a judge."),
    (NAMED, "Anna Berg suspects Minister Oram of bribing a judge."),
    (LAUT, "Carl Dorn beschuldigte Minister Oram, einen Richter bestochen zu haben."),
]


@pytest.mark.parametrize(("said", "passage"), SAME)
@pytest.mark.parametrize("plain", [False, True])
def test_the_same_speaker_bears_out_that_it_was_said(said: str, passage: str, plain: bool) -> None:
    if plain and ("spokesman" in passage or "leader" in passage):
        return  # a text alone names nobody apart from its words: who stands for whom is not told
    judgement = compare(said if plain else _claim(said), passage)
    assert (judgement.stance, judgement.target) == (Stance.CORROBORATES, Target.SAID)
    if not plain:
        assert any(one.comparator == "speakers" and one.polarity is Polarity.SUPPORTS for one in judgement.reasons)


@pytest.mark.parametrize(("said", "passage"), OTHER)
def test_another_speaker_or_one_who_is_not_sure_bears_nothing_out(said: str, passage: str) -> None:
    assert compare(_claim(said), passage).stance is Stance.RELATED
    assert compare(said, passage).stance is Stance.RELATED


@pytest.mark.parametrize("passage", [passage for said, passage in SAME if said != LAUT])
def test_a_plain_claim_is_not_borne_out_by_an_allegation(passage: str) -> None:
    judgement = compare(_claim("Minister Oram bribed a judge."), passage)
    assert judgement.stance is Stance.RELATED
    assert compare("Minister Oram bribed a judge.", passage).stance is Stance.RELATED


_WORDS = st.sampled_from(
    "the opposition Berg accused accuses alleged that of by , who is Oram bribing claimed wirft vor behauptet .".split()  # noqa: SIM905
)


@given(st.lists(_WORDS, max_size=14), st.lists(_WORDS, max_size=14))
def test_no_order_of_such_words_is_a_fault(claim: list[str], passage: list[str]) -> None:
    assert compare(" ".join(claim), " ".join(passage)).stance in Stance
