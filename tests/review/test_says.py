"""Whether a sentence has the wording with which an editor hedged it."""

from __future__ import annotations

import pytest

from factcheck.review.staging import says


@pytest.mark.parametrize("wording", ["may", "about 4", "40 people may", "died, the"])
def test_a_wording_is_one_of_whole_words(wording: str) -> None:
    assert not says("The mayor said that about 40 people had died, they think.", wording)


@pytest.mark.parametrize("wording", ["may have died", 'called it "a  farce"', "(40)"])
def test_white_space_and_typographic_marks_do_not_count(wording: str) -> None:
    assert says("Some 40 may have\ndied, and Reed (40) called it “a farce”.", wording)
