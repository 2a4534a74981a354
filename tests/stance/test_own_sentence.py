"""Where the passage tells of the claim's own subject in another sentence, that sentence decides."""

from __future__ import annotations

import pytest

from factcheck.domain import Polarity, Stance
from factcheck.stance import compare

CLAIM = "The Arle quarry sold 40,000 tonnes of slate in 2023."
OTHER = "The Dunn quarry sold 40,000 tonnes of slate in 2023."


def test_the_figure_of_the_claims_own_subject_conflicts() -> None:
    judged = compare(CLAIM, f"{OTHER} The Arle quarry sold 22,000 tonnes of slate in 2023.")
    against = [one for one in judged.reasons if one.polarity is Polarity.OPPOSES]
    assert judged.stance is Stance.CONFLICTS
    assert [one.comparator for one in against] == ["numbers"]
    assert against[0].passage_spans[0].text == "22,000 tonnes"


@pytest.mark.parametrize(
    "own", ["The Arle quarry sold 40,000 tonnes as well.", "The Arle quarry sold tonnes of slate."]
)
def test_another_subject_is_no_conflict_beside_it(own: str) -> None:
    assert compare(CLAIM, f"{OTHER} {own}").stance is not Stance.CONFLICTS


def test_another_subject_alone_conflicts() -> None:
    assert compare(CLAIM, OTHER).stance is Stance.CONFLICTS
