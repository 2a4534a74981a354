"""The real article as a regression test: not a measure of quality (the rules were written knowing it)."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.quality.extraction import score_seed

DATA = Path(__file__).resolve().parents[3] / "shared" / "data"


@pytest.mark.data
@pytest.mark.skipif(not (DATA / "seed").is_dir(), reason=f"needs the seed article in {DATA}")
def test_the_seed_article_keeps_its_floor() -> None:
    values = {row.measure: row.value for row in score_seed(DATA)}
    assert values["spans"] >= 20
    assert values["speaker"] >= 18
    assert values["date"] >= 18
    assert values["set aside"] == 10
    assert values["claims that are none"] == 0
