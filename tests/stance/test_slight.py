"""A text of a word, of figures alone or of ten thousand words gives a result, and never a confident stance; ours."""

from __future__ import annotations

from itertools import product

import pytest

from factcheck.domain import Stance
from factcheck.stance import compare

CLAIM = "The mill in Tarn closed 12 lines in May 2019."
LONG = "The river rose and the bridge fell in the town of Tarn on Monday. " * 800
SLIGHT = ["", "Tarn", "not", "false", "12", "12 400 7", "12 500 7", "12 March 2019", "£4 million", "1 2 3 4 5 6 7 8 9"]


@pytest.mark.parametrize(("claim", "passage"), [*product(SLIGHT, SLIGHT), *product([CLAIM, LONG], SLIGHT)])
def test_a_slight_text_leads_to_no_confident_stance(claim: str, passage: str) -> None:
    for one, other in ((claim, passage), (passage, claim)):
        judgement = compare(one, other)
        assert judgement.stance in (Stance.RELATED, Stance.UNRELATED)
        assert judgement.confidence < 0.6


def test_a_claim_of_ten_thousand_words_is_none() -> None:
    assert compare(LONG, LONG).stance is Stance.RELATED
